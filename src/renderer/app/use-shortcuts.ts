import { useEffect } from 'react'
import { goTo, SCREENS } from '#renderer/ui/state/navigation.ts'
import { isDialogOpen, openDialog } from '#renderer/ui/state/open-dialog.ts'
import { TAKE_FOCUS } from '#renderer/ui/state/regions.ts'
import { closePalette, openPalette, usePalette } from './palette/open-palette.ts'
import { saySaved } from './SavedMark.tsx'
import { isTyping, redoLast, undoLast } from './step-back.ts'
import { zoomBy, zoomReset } from './zoom.ts'

const FOCUSABLE =
  'button:not([disabled]), a[href], input:not([disabled]), select:not([disabled]), textarea:not([disabled])'

/** Ctrl+K searches, Ctrl+1…8 between screens, Ctrl + and − for the size, F6 between the parts of the window, Ctrl+S says it is saved, Ctrl+Z and Ctrl+Y. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const ctrl = event.ctrlKey || event.metaKey
      if (ctrl && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        togglePalette()
        return
      }
      const zoom = ctrl && !event.altKey ? ZOOM_KEYS[event.key] : undefined
      if (zoom !== undefined) {
        event.preventDefault()
        zoom()
        return
      }
      if (ctrl && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 's') {
        event.preventDefault()
        takeTyping()
        void saySaved()
        return
      }
      if (ctrl && !event.altKey && !isTyping(event.target) && !isDialogOpen()) {
        const key = event.key.toLowerCase()
        const wanted = key === 'z' ? (event.shiftKey ? redoLast : undoLast) : key === 'y' ? redoLast : null
        if (wanted !== null) {
          event.preventDefault()
          void wanted()
          return
        }
      }
      const screen = ctrl && !event.shiftKey && !event.altKey ? SCREENS[Number(event.key) - 1] : undefined
      if (screen !== undefined && !isDialogOpen()) {
        event.preventDefault()
        goTo(screen)
        return
      }
      if (event.key === 'F6') {
        event.preventDefault()
        focusNextRegion(event.shiftKey ? -1 : 1)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const ZOOM_KEYS: Readonly<Record<string, () => void>> = {
  '+': () => zoomBy(1),
  '=': () => zoomBy(1),
  '-': () => zoomBy(-1),
  _: () => zoomBy(-1),
  '0': zoomReset,
}

/** Over a dialog that asks something, the palette has no business. What is being typed in a cell is taken first. */
function togglePalette(): void {
  if (usePalette.getState().open) closePalette()
  else if (!isDialogOpen()) {
    takeTyping()
    openPalette()
  }
}

/** A cell or field being typed in is taken first, as Excel takes it; the keyboard stays where it was. */
function takeTyping(): void {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || !isTyping(active)) return
  const grid = active.closest('[data-region="grid"]')
  active.blur()
  if (grid === null) active.focus()
  else grid.dispatchEvent(new CustomEvent(TAKE_FOCUS))
}

function focusNextRegion(step: 1 | -1): void {
  const within: ParentNode = openDialog() ?? document
  const regions = [...within.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.dataset['region'] === 'grid' || region.querySelector(FOCUSABLE) !== null,
  )
  if (regions.length === 0) return
  const active = document.activeElement
  // The innermost region counts: a table lies inside the screen.
  const inside = regions.findLastIndex((region) => region.contains(active))
  for (let tried = 1; tried <= regions.length; tried += 1) {
    const at = (((inside + step * tried) % regions.length) + regions.length) % regions.length
    const region = regions[at]
    if (region === undefined) continue
    if (region.dataset['region'] === 'grid') {
      region.dispatchEvent(new CustomEvent(TAKE_FOCUS))
      return
    }
    const current = region.querySelector<HTMLElement>('[aria-current="page"]')
    const first = current ?? region.querySelector<HTMLElement>(FOCUSABLE)
    if (first !== null) {
      first.focus()
      return
    }
  }
}
