import { useEffect, type RefObject } from 'react'
import type { GridHands } from './hands.ts'

/** Ranges by the mouse. */
export function useGridMouse<Row>(hands: RefObject<GridHands<Row> | null>, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    const press = (event: MouseEvent): void => hands.current?.range.mouseDown(event)
    const pass = (event: MouseEvent): void => hands.current?.range.mouseOver(event)
    const release = (): void => hands.current?.range.mouseUp()
    element?.addEventListener('mousedown', press, { capture: true })
    element?.addEventListener('mouseover', pass)
    document.addEventListener('mouseup', release)
    return () => {
      element?.removeEventListener('mousedown', press, { capture: true })
      element?.removeEventListener('mouseover', pass)
      document.removeEventListener('mouseup', release)
    }
  }, [hands, root])
}
