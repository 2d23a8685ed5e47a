import { create } from 'zustand'

// How the window looks on this PC: not the clerk's data, so it is kept beside it.

export const THEMES = ['system', 'light', 'contrast'] as const
export type ThemeChoice = (typeof THEMES)[number]

/** As browsers step. */
export const ZOOM_STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

interface Display {
  readonly theme: ThemeChoice
  /** 1 is 100 %. */
  readonly zoom: number
}

const KEY = 'chitieu.theme'

export const useDisplay = create<Display>(() => ({ theme: readTheme(), zoom: 1 }))

export function chooseTheme(theme: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Without storage it lasts until the program is closed.
  }
  useDisplay.setState({ theme })
}

export function setZoom(zoom: number): void {
  useDisplay.setState({ zoom })
}

function readTheme(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY)
    return THEMES.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}
