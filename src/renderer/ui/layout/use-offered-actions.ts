import { useEffect } from 'react'
import { useNavigation } from '../state/navigation.ts'
import { offerActions, withdrawActions, type OfferedAction } from '../state/screen-actions.ts'
import type { ScreenAction } from './Screen.tsx'

/** Makes a screen's toolbar known to the palette, as it is after every drawing. */
export function useOfferedActions(actions: readonly ScreenAction[]): void {
  const screen = useNavigation((state) => state.screen)
  useEffect(() => {
    const offered = actions.flatMap((action): OfferedAction[] => {
      const disabled = action.disabled ?? false
      if (action.menu === undefined) return [{ label: action.label, disabled, run: () => action.run?.() }]
      return action.menu.map(({ label, run }) => ({ label: `${action.label}: ${label}`, disabled, run }))
    })
    offerActions(screen, offered)
    return () => withdrawActions(offered)
  })
}
