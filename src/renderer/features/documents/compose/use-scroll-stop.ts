import { useEffect, useRef } from 'react'

/** For a place that may be longer than it shows: then it can be scrolled by keyboard; a short text is no stop. */
export function useScrollStop<E extends HTMLElement>() {
  const place = useRef<E>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    if (element.scrollHeight > element.clientHeight) element.tabIndex = 0
    else element.removeAttribute('tabindex')
  })
  return place
}
