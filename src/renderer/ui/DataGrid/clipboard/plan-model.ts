import type { ReadTexts } from '../cell-writer.ts'
import type { NewRow, SpanEdit } from '../grid-model.ts'
import type { BlockLayout } from './block-layout.ts'

/** A cell the clerk should see before it is written. */
export interface Finding {
  readonly kind: 'refused' | 'converted' | 'readOnly'
  /** From 0 among the rows shown. */
  readonly row: number
  readonly isNew: boolean
  readonly column: string
  readonly title: string
  /** Null: not known, the row is not loaded. */
  readonly before: string | null
  readonly pasted: string
  /** What will be shown; null when the cell keeps what it has. */
  readonly after: string | null
  readonly reason: string
}

export interface PlanCounts {
  /** Cells that will change. */
  readonly written: number
  readonly unchanged: number
  readonly readOnly: number
  readonly refused: number
  readonly converted: number
  readonly added: number
}

/** What writing a block would do, and what is needed to do it. */
export interface BlockPlan<Row> {
  readonly layout: BlockLayout<Row>
  readonly counts: PlanCounts
  /** At most some hundred. */
  readonly findings: readonly Finding[]
  readonly work:
    | { readonly kind: 'loaded'; readonly read: ReadTexts<Row>; readonly added: readonly NewRow[] }
    | { readonly kind: 'span'; readonly edit: SpanEdit }
}

export const MOST_FINDINGS = 300
