import type { ScreenId } from './navigation.ts'

/** A verb of a screen, as its toolbar offers it; choices under a button are verbs of their own. */
export interface OfferedAction {
  readonly label: string
  readonly disabled: boolean
  readonly run: () => void
}

// Not state that anything is drawn from: the palette looks when it opens, a screen when it has been drawn.
let offered: { readonly screen: ScreenId; readonly actions: readonly OfferedAction[] } | null = null
let wanted: { readonly screen: ScreenId; readonly label: string; readonly until: number } | null = null

/** A verb asked for on a screen that is still coming up waits so long for its data. */
const PATIENCE_MS = 5000

/** Called by every screen after it was drawn. */
export function offerActions(screen: ScreenId, actions: readonly OfferedAction[]): void {
  offered = { screen, actions }
  if (wanted === null || wanted.screen !== screen) return
  const action = actions.find(({ label, disabled }) => label === wanted?.label && !disabled)
  if (action === undefined && Date.now() < wanted.until) return
  wanted = null
  action?.run()
}

/** The screen is gone; what its actions would do is gone with it. */
export function withdrawActions(actions: readonly OfferedAction[]): void {
  if (offered?.actions === actions) offered = null
}

export function offeredActions(screen: ScreenId): readonly OfferedAction[] {
  return offered?.screen === screen ? offered.actions : []
}

/** Does a verb of a screen as soon as that is up. */
export function wantAction(screen: ScreenId, label: string): void {
  wanted = { screen, label, until: Date.now() + PATIENCE_MS }
}
