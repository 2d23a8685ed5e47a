import { create } from 'zustand'

/** What "Đã lưu" rests on: commands under way, and the time the backend said the newest write was durable. */
interface Saving {
  readonly underWay: number
  readonly savedAt: string | null
}

export const useSaving = create<Saving>(() => ({ underWay: 0, savedAt: null }))

export function beginSaving(): void {
  useSaving.setState(({ underWay }) => ({ underWay: underWay + 1 }))
}

export function endSaving(): void {
  useSaving.setState(({ underWay }) => ({ underWay: Math.max(0, underWay - 1) }))
}

export function markSaved(savedAt: string | null): void {
  if (savedAt !== null) useSaving.setState({ savedAt })
}

/** Another data file was opened: its own time counts, also when it has none yet. */
export function resetSaved(savedAt: string | null): void {
  useSaving.setState({ savedAt })
}

/** Resolves when nothing is being written any more. */
export function whenSaved(): Promise<void> {
  if (useSaving.getState().underWay === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = useSaving.subscribe(({ underWay }) => {
      if (underWay > 0) return
      stop()
      resolve()
    })
  })
}
