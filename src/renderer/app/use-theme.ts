import type { Theme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { useDisplay } from '#renderer/ui/state/display.ts'
import { appTheme, contrastTheme } from '#renderer/ui/theme.ts'

const MORE_CONTRAST = '(prefers-contrast: more) and (forced-colors: none)'

/**
 * Light, or high contrast where it was chosen or the system asks for more contrast. Where the system forces its own
 * colours (Windows contrast themes) it paints over both, and the light one is what it expects.
 */
export function useTheme(): Theme {
  const choice = useDisplay(({ theme }) => theme)
  const asked = useSyncExternalStore(followContrast, () => window.matchMedia(MORE_CONTRAST).matches)
  return choice === 'contrast' || (choice === 'system' && asked) ? contrastTheme : appTheme
}

function followContrast(changed: () => void): () => void {
  const query = window.matchMedia(MORE_CONTRAST)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
