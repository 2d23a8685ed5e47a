import type { Area } from './core.ts'

/** What the backend tells the window without being asked. */
export type BackendEvent =
  | { readonly type: 'changed'; readonly areas: readonly Area[]; readonly savedAt: string | null }
  /** Files wait to be opened; `host.takeOpened` names them. */
  | { readonly type: 'opened' }
  | { readonly type: 'progress'; readonly job: string; readonly progress: Progress }

export interface Progress {
  /** What is being done now, a short Vietnamese phrase: "Đang đọc tệp". */
  readonly step: string
  readonly done: number
  /** Null while the whole is not known. */
  readonly total: number | null
}
