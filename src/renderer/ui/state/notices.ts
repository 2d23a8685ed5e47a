import { create } from 'zustand'
import type { AppError } from '#shared/contract/errors.ts'

export type NoticeTone = 'success' | 'info' | 'warning' | 'error'

export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** A sentence at the foot of the screen: what was done, or what is the matter and what to do. Never a dialog. */
export interface Notice {
  readonly id: number
  readonly tone: NoticeTone
  readonly text: string
  readonly actions: readonly NoticeAction[]
  /** A newer notice about the same takes this one's place: the size on screen, step by step. */
  readonly about: string | null
}

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }))

/** Good news leaves by itself; what asks for something stays until it is closed. */
const SUCCESS_STAYS_MS = 8000
let lastId = 0

export function notify(
  tone: NoticeTone,
  text: string,
  actions: readonly NoticeAction[] = [],
  about: string | null = null,
): void {
  lastId += 1
  const id = lastId
  useNotices.setState(({ notices }) => ({
    // The same sentence twice is one sentence.
    // Newer good news takes the place of older.
    notices: [
      ...notices.filter(
        (notice) =>
          notice.text !== text &&
          (tone !== 'success' || notice.tone !== 'success') &&
          (about === null || notice.about !== about),
      ),
      { id, tone, text, actions, about },
    ].slice(-4),
  }))
  if (tone === 'success' || tone === 'info') setTimeout(() => dismissNotice(id), SUCCESS_STAYS_MS)
}

export function notifyError(error: Pick<AppError, 'message'>, actions: readonly NoticeAction[] = []): void {
  notify('error', error.message, actions)
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}
