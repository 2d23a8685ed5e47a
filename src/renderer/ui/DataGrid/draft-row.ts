import { gridText } from '#renderer/text/grid.ts'
import { handsText } from '#renderer/text/grid-hands.ts'
import { notify } from '../state/notices.ts'
import type { CellStates } from './cell-states.ts'
import { readNewText } from './cell-writer.ts'
import type { CellValue, GridColumn } from './column.ts'
import type { NewRow, WriteCells } from './grid-model.ts'
import { DRAFT_ID } from './places.ts'

export interface DraftParts<Row> {
  readonly states: CellStates
  readonly write: () => WriteCells<Row> | null
  readonly columns: () => ReadonlyMap<string, GridColumn<Row>>
  readonly onStatesChanged: () => void
  /** The row is made; the line is empty again. */
  readonly onMade: () => void
}

/**
 * The new row being typed into the empty line. Its cells are kept until the clerk leaves the line, then they go
 * together as one row and one step. What can't be taken stays in the line, marked.
 */
export class DraftRow<Row> {
  private readonly parts: DraftParts<Row>
  private readonly cells = new Map<string, { readonly value: CellValue; readonly text: string }>()
  private sending = false

  constructor(parts: DraftParts<Row>) {
    this.parts = parts
  }

  isEmpty(): boolean {
    return this.cells.size === 0
  }

  type(column: GridColumn<Row>, text: string): void {
    const { states, onStatesChanged } = this.parts
    const read = readNewText(column, text)
    if (!read.ok) {
      this.cells.delete(column.id)
      states.refuse(DRAFT_ID, column.id, { text, reason: read.reason })
    } else if (read.value === null) {
      this.cells.delete(column.id)
      states.forget(DRAFT_ID, column.id)
    } else {
      this.cells.set(column.id, { value: read.value, text })
      states.begin(DRAFT_ID, column.id, read.value)
    }
    onStatesChanged()
  }

  /** Makes the row. Does nothing while the line is empty. */
  async send(): Promise<void> {
    const { states, onStatesChanged, onMade } = this.parts
    const write = this.parts.write()
    if (this.isEmpty() || this.sending || write === null) return
    this.sending = true
    const sent = [...this.cells]
    for (const [column, { value }] of sent) states.begin(DRAFT_ID, column, value)
    const row: NewRow = { cells: sent.map(([column, { value, text }]) => ({ column, value, text })) }
    try {
      const refusals = (await write([], 'insert', [row])).filter(({ rowId }) => rowId === DRAFT_ID)
      if (refusals.length === 0) {
        for (const [column, cell] of sent) {
          // Typed meanwhile: it belongs to the next row.
          if (this.cells.get(column) !== cell) continue
          this.cells.delete(column)
          states.forget(DRAFT_ID, column)
        }
        onMade()
      }
      const known = this.parts.columns()
      for (const { column, reason } of refusals) {
        // The cell may be right and another one missing: it stays, and goes again with the rest.
        const text = this.cells.get(column)?.text ?? ''
        const why = reason || gridText.notSaved
        if (known.has(column)) states.refuse(DRAFT_ID, column, { text, reason: why })
        else notify('warning', handsText.newRowRefused(why))
      }
    } finally {
      this.sending = false
      onStatesChanged()
    }
  }

  /** Empties the line. False when it was empty. */
  drop(): boolean {
    const { states, columns, onStatesChanged } = this.parts
    const typed = [...columns().keys()].filter((column) => states.valueOf(DRAFT_ID, column) !== undefined)
    for (const column of typed) states.forget(DRAFT_ID, column)
    this.cells.clear()
    onStatesChanged()
    return typed.length > 0
  }
}
