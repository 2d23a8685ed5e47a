import type { ErrorCode } from '#shared/contract/errors.ts'
import { GOOD_ROWS, HEADER_CELLS, rowXml, sheetXml } from './workbook-parts.ts'

/** A file somebody made to do harm, or that bad luck made, and how the import of it must end. */
export interface HostileFile {
  readonly name: string
  readonly make: () => Buffer | string
  /** Imported ("ok"), or refused with one of these codes. */
  readonly ends: 'ok' | readonly ErrorCode[]
  /** Takes seconds to make or to read: left to the torture, not run with every test. */
  readonly heavy?: true
}

export const MB = 1024 * 1024
export const UNSAFE = ['FILE_UNSAFE'] as const
export const DAMAGED = ['FILE_DAMAGED'] as const
export const TOO_LARGE = ['FILE_TOO_LARGE'] as const
export const NO_HEADER = ['HEADER_NOT_FOUND'] as const

/** Good rows with something odd behind them. */
export function withRows(body: string): string {
  return sheetXml(`<sheetData>${rowXml(1, HEADER_CELLS)}${rowXml(2, GOOD_ROWS[1] ?? [])}${body}</sheetData>`)
}

export function many(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('')
}

/** Text that packs badly, so that no ratio gives it away. */
export function noise(length: number, seed = 7): string {
  let state = seed
  let text = ''
  while (text.length < length) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    text += state.toString(36)
  }
  return text.slice(0, length)
}
