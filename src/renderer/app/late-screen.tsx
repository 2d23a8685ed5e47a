import { Spinner } from '@fluentui/react-components'
import { useEffect, useState, type ComponentType } from 'react'
import { commonText } from '#renderer/text/common.ts'

/** A screen whose script is read when it is first opened, or before that when nothing else is to be done. */
export interface LateScreen {
  (): React.ReactNode
  readonly preload: () => Promise<unknown>
}

interface Loaded {
  readonly Screen: ComponentType
}

/**
 * React's own `lazy` without its manners: what was loaded is drawn at once, without Suspense, which holds back whatever
 * follows its spinner for 0.3 s so that it does not flicker; a clerk waits for those on every first opening.
 */
export function lazy(read: () => Promise<{ readonly default: ComponentType }>): LateScreen {
  let known: Loaded | null = null
  let reading: Promise<Loaded> | null = null
  const load = (): Promise<Loaded> => {
    reading ??= read().then(
      (module) => (known = { Screen: module.default }),
      (failure: unknown) => {
        // Asked again at the next opening.
        reading = null
        throw failure
      },
    )
    return reading
  }
  function Late(): React.ReactNode {
    const [loaded, setLoaded] = useState(known)
    const [failure, setFailure] = useState<{ readonly thrown: unknown } | null>(null)
    useEffect(() => {
      if (loaded === null) load().then(setLoaded, (thrown: unknown) => setFailure({ thrown }))
    }, [loaded])
    if (failure !== null) throw failure.thrown
    if (loaded === null) return <Spinner className="waiting" label={commonText.loading} size="small" />
    return <loaded.Screen />
  }
  return Object.assign(Late, { preload: load })
}

/** Time for the window to show what it opened with. */
const REST_MS = 150

/** Reads the scripts of these screens one after the other while the window has nothing else to do. */
export function usePreloaded(screens: readonly LateScreen[]): void {
  useEffect(() => {
    let stopped = false
    const next = (at: number): void => {
      const screen = screens[at]
      if (stopped || screen === undefined) return
      const goOn = (): void => next(at + 1)
      requestIdleCallback(() => void screen.preload().then(goOn, goOn), { timeout: 2000 })
    }
    const timer = setTimeout(() => next(0), REST_MS)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [screens])
}
