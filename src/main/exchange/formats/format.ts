import type { ForeignFormat, ForeignNote, ForeignRow, ForeignSheet } from '#shared/domain/exchange/foreign-sheet.ts'

/**
 * One import format. A reader gets the bytes after the gate recognised them, tells the sheets as it meets them
 * and hands on rows as they come, so that a large list never stands in memory twice.
 */
export interface TableFormat {
  readonly id: ForeignFormat
  /** For the file filter of the open dialog. */
  readonly extensions: readonly string[]
  readonly read: (bytes: Buffer, request: ReadRequest, sink: SheetSink) => Promise<void>
}

export interface ReadRequest {
  /** Only this sheet, by its name. */
  readonly sheet: string | null
  /** Word documents and running text are read too, each as one sheet: a report may be written on paper. */
  readonly papers?: boolean
}

/** A sheet without its rows. */
export type SheetHead = Omit<ForeignSheet, 'rows'>

export interface SheetSink {
  /** All names in the file's order, once, before any sheet. */
  names(names: readonly string[]): void
  note(note: ForeignNote): void
  /** Opens the next sheet; the rows that follow are its. Merged areas come first, a header is read by them. */
  sheet(head: SheetHead): void
  row(row: ForeignRow): void
}
