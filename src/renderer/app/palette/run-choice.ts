import { chooseAsOf, choosePlan } from '#renderer/api/working-context.ts'
import { goTo, SCREENS, type ScreenId } from '#renderer/ui/state/navigation.ts'
import { askForRow } from '#renderer/ui/state/row-request.ts'
import { offeredActions, wantAction } from '#renderer/ui/state/screen-actions.ts'
import { frameActions } from './frame-actions.ts'

/** Tables the kinds of finds are shown in. */
const PLACES: Readonly<Record<string, { readonly screen: string; readonly grid: string; readonly focus?: string }>> = {
  unit: { screen: 'units', grid: 'units' },
  enterprise: { screen: 'enterprises', grid: 'enterprises' },
  union: { screen: 'unions', grid: 'unions' },
  person: { screen: 'settings', grid: 'people', focus: 'people' },
  indicator: { screen: 'settings', grid: 'indicators', focus: 'indicators' },
  document: { screen: 'documents', grid: 'documents' },
}

/** Does what a line of the palette says. Keys are made in choices.ts: "unit:ID:CODE", "action:SCREEN:LABEL". */
export function runChoice(key: string): void {
  const [kind = '', first = '', ...rest] = key.split(':')
  const second = rest.join(':')
  const screen = SCREENS.find((known) => known === first)
  const place = PLACES[kind]
  if (place !== undefined) {
    const target = SCREENS.find((known) => known === place.screen)
    if (target === undefined) return
    goTo(target, place.focus)
    askForRow(place.grid, first)
  } else if (kind === 'screen' && screen !== undefined) goTo(screen)
  else if (kind === 'list') goTo('settings', first)
  else if (kind === 'action' && screen !== undefined) runAction(screen, second)
  else if (kind === 'frame')
    frameActions()
      .find((action) => action.key === key)
      ?.run()
  else if (kind === 'plan') {
    choosePlan(second)
    goTo('targets')
  } else if (kind === 'view-plan') choosePlan(first)
  else if (kind === 'as-of') chooseAsOf(first)
}

function runAction(screen: ScreenId, label: string): void {
  const here = offeredActions(screen).find((action) => action.label === label && !action.disabled)
  if (here !== undefined) {
    here.run()
    return
  }
  wantAction(screen, label)
  goTo(screen)
}
