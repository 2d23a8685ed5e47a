import { create } from 'zustand'

export const SCREENS = [
  'overview',
  'units',
  'enterprises',
  'unions',
  'targets',
  'results',
  'campaigns',
  'organisation',
  'documents',
  'exchange',
  'settings',
] as const
export type ScreenId = (typeof SCREENS)[number]

interface Navigation {
  readonly screen: ScreenId
  /** What the screen is asked to show first: a unit's code, a section of the settings. Taken once. */
  readonly focus: string | null
}

export const useNavigation = create<Navigation>(() => ({ screen: 'overview', focus: null }))

export function goTo(screen: ScreenId, focus: string | null = null): void {
  useNavigation.setState({ screen, focus })
}

/** A unit's row in the table of results; its bare code opens its report form. */
export function resultRowFocus(unit: string): string {
  return `${RESULT_ROW}${unit}`
}

/** The unit of {@link resultRowFocus}; null for any other focus. */
export function unitOfResultRow(focus: string): string | null {
  return focus.startsWith(RESULT_ROW) ? focus.slice(RESULT_ROW.length) : null
}

const RESULT_ROW = 'row '

/** Reads what the screen was asked to show and forgets it, so that coming back later starts plainly. */
export function takeFocus(): string | null {
  const { focus } = useNavigation.getState()
  if (focus !== null) useNavigation.setState({ focus: null })
  return focus
}
