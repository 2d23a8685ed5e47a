import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Narrower the names of units would leave no room for the bars: from there on the drawing shrinks as a whole. */
const NARROWEST = 520
/** Wider nobody reads more out of it. */
const WIDEST = 1400
/** Between the margins of an upright A4 sheet, at the size the page is printed in (overview.css). */
const ON_PAPER = 850

interface ChartProps {
  /** Draws it so many pixels wide. */
  readonly draw: (width: number) => string
}

/**
 * One of our own charts, drawn as wide as its place, so that its letters stay as large as those around it: its text was
 * escaped where it was drawn, and it says itself to a screen reader.
 */
export function Chart({ draw }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const measure = (): void => {
      // A hidden page has no width; what was drawn before stays.
      if (element.clientWidth > 0) setWidth(Math.min(WIDEST, Math.max(NARROWEST, Math.floor(element.clientWidth))))
    }
    // The sheet is laid out right after: what is drawn later is not on it.
    const fitPaper = (): void => flushSync(() => setWidth(ON_PAPER))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    window.addEventListener('beforeprint', fitPaper)
    window.addEventListener('afterprint', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('beforeprint', fitPaper)
      window.removeEventListener('afterprint', measure)
    }
  }, [])
  return (
    <div className="chart">
      <div ref={place} {...(width === null ? {} : { dangerouslySetInnerHTML: { __html: draw(width) } })} />
    </div>
  )
}
