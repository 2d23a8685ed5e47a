import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { handsText } from '#renderer/text/grid-hands.ts'
import { notify } from '../state/notices.ts'
import { showSelection, showUnsaved } from '../state/status.ts'
import { CellField } from './cell-field.ts'
import type { CellPlace, RangeBounds } from './cell-range.ts'
import type { CellStates } from './cell-states.ts'
import { columnsOf } from './cell-writer.ts'
import type { GridColumn } from './column.ts'
import type { ColumnContext } from './column-defs.ts'
import { DraftRow } from './draft-row.ts'
import { describeProblem, fieldTarget, placeOfTyping } from './field-target.ts'
import type { DataGridProps, WriteCells } from './grid-model.ts'
import type { GridHands } from './hands.ts'
import { loadedRows, peekRow } from './loaded-rows.ts'
import { cellElement, isDraft, shownColumns } from './places.ts'
import { RangeController } from './range-controller.ts'
import { selectOnly } from './range-moves.ts'
import { SelectionWatch } from './selection-summary.ts'
import { takeTyped, type TypingPlace } from './take-typed.ts'
import type { TableRows } from './use-table-rows.ts'

export interface HandsParts<Row> {
  readonly api: GridApi<Row> | null
  readonly root: RefObject<HTMLElement | null>
  readonly layer: RefObject<HTMLElement | null>
  readonly props: RefObject<DataGridProps<Row>>
  readonly columns: ReadonlyMap<string, GridColumn<Row>>
  readonly context: ColumnContext<Row>
  readonly states: CellStates
  readonly rows: TableRows<Row>
  /** A key while the keyboard is in the table. */
  readonly onKey: RefObject<(event: KeyboardEvent) => void>
}

export interface OpenHands<Row> {
  readonly hands: RefObject<GridHands<Row> | null>
  /** A sentence about the active cell: why it was not taken, why it takes no typing. */
  readonly foot: string | null
}

/** Puts together what the table's behaviour works on, once AG Grid is ready. */
export function useGridHands<Row>(parts: HandsParts<Row>): OpenHands<Row> {
  const { api, root, layer, props, columns, context, states, rows, onKey } = parts
  const { name } = props.current
  const hands = useRef<GridHands<Row> | null>(null)
  const [foot, setFoot] = useState<string | null>(null)
  const newest = useRef(parts)
  newest.current = parts

  const showFoot = useCallback((): void => setFoot(hands.current === null ? null : describeProblem(hands.current)), [])
  const isGone = useRef(false)
  const told = useRef(0)
  /** The table was left with texts that could not be taken, or one is refused only now: nobody sees the cell any more. */
  const tellLost = useCallback((): void => {
    const wrong = states.countProblems()
    if (wrong > told.current) notify('warning', handsText.wrongLeft(newest.current.props.current.label, wrong))
    told.current = wrong
  }, [states])
  const onStatesChanged = useCallback((): void => {
    const grid = hands.current?.setup.api
    if (grid === undefined || grid.isDestroyed()) {
      if (isGone.current) tellLost()
      return
    }
    drawAgain(grid, states, newest.current.rows.pages !== null)
    hands.current?.range.paint()
    showUnsaved(name, states.countProblems())
    showFoot()
  }, [name, states, showFoot, tellLost])

  // Once per table: selection, text field and what hangs on them.
  useEffect(() => {
    if (api === null || root.current === null || layer.current === null) return
    const element = root.current
    const painted = new Set<() => void>()
    const reveal = (place: CellPlace, along: 'rows' | 'columns' | 'both' = 'both'): void => {
      const column = along === 'rows' ? undefined : shownColumns(api)[place.column]
      if (along !== 'columns' && place.row >= 0 && place.row < api.getDisplayedRowCount())
        api.ensureIndexVisible(place.row)
      if (column !== undefined) api.ensureColumnVisible(column)
    }
    let typingIn: TypingPlace<Row> | null = null
    let shownRow: Row | null = null
    /** Row of the empty line when it was made a row there: the keyboard goes on in the next empty line. */
    let madeAt: number | null = null
    const watch = new SelectionWatch<Row>(showSelection)
    const range = new RangeController<Row>(
      api,
      element,
      {
        onChange: (selection, bounds) => {
          const current = hands.current
          if (current === null) return
          field.follow()
          watch.look(current, bounds)
          tellSelection(current, bounds)
          const place = selection?.active ?? null
          const row = place === null ? null : (peekRow(api, place.row) ?? null)
          // Leaving the empty line makes the row that was typed into it.
          if (shownRow !== row && isDraft(shownRow)) void draft.send()
          shownRow = row
          const column = place === null ? undefined : shownColumns(api)[place.column]?.getColId()
          props.current.onFocusRow?.(row === null || isDraft(row) ? null : row, column ?? null)
          showFoot()
        },
        onPaint: () => {
          field.follow()
          for (const listener of painted) listener()
        },
      },
      () => newest.current.rows.pages?.draftIndex() ?? null,
    )
    const draft = new DraftRow<Row>({
      states,
      write: () => hands.current?.setup.write ?? null,
      columns: () => newest.current.columns,
      onStatesChanged: () => hands.current?.setup.onStatesChanged(),
      onMade: () => {
        const at = range.draftIndex()
        madeAt = at === range.reach().rows - 1 && range.active()?.row === at ? at : null
        newest.current.rows.placeDraft(null)
      },
    })
    const field: CellField = new CellField(
      element,
      layer.current,
      handsText.field(props.current.label),
      range.activeId,
      {
        target: () => (hands.current === null ? null : fieldTarget(hands.current)),
        cell: () => {
          const active = range.active()
          return active === null ? null : cellElement(element, api, active)
        },
        reveal: () => {
          const active = range.active()
          if (active !== null) reveal(active)
        },
        take: (typed) => {
          const at = typingIn
          if (at !== null && hands.current !== null) takeTyped(hands.current, at, typed)
        },
        onKey: (event) => onKey.current(event),
        onFocus: (hasFocus) => {
          element.classList.toggle('has-keyboard', hasFocus)
          if (hasFocus && range.active() === null && range.reach().rows > 0) range.moveTo({ row: 0, column: 0 })
          if (!hasFocus && isDraft(shownRow)) void draft.send()
        },
        onMode: () => {
          typingIn = field.isTyping() && hands.current !== null ? placeOfTyping(hands.current) : typingIn
          element.classList.toggle('is-typing', field.isTyping())
          // What lies over the cells (the fill handle) makes room for the text.
          range.paint()
        },
      },
    )
    const follow = (): void => {
      // Rows moved under the text being typed: the field goes with its row.
      if (field.isTyping() && typingIn !== null && !isDraft(typingIn.row)) {
        const at = api.getRowNode(newest.current.context.rowId(typingIn.row))?.rowIndex
        const active = range.active()
        if (typeof at === 'number' && active !== null && at !== active.row) {
          range.select(selectOnly({ ...active, row: at }))
          return
        }
      }
      const active = range.active()
      const next = madeAt === null ? null : range.draftIndex()
      if (next !== null && next !== madeAt) {
        const isThere = active?.row === madeAt
        madeAt = null
        if (isThere && active !== null) {
          range.moveTo({ ...active, row: next })
          if (field.hasFocus()) reveal({ ...active, row: next })
          return
        }
      }
      range.keepInside()
    }
    // The window is being closed: what was typed is taken before it is gone.
    const takeAll = (): void => {
      field.finish()
      void draft.send()
    }
    window.addEventListener('beforeunload', takeAll)
    hands.current = {
      range,
      field,
      draft,
      root: element,
      layer: layer.current,
      get setup() {
        const { columns: newColumns, context: newContext } = newest.current
        const { write } = props.current
        // Rows typed into stay where they stand, whatever the order or filter would now say.
        const keeping: WriteCells<Row> = (edits, origin, added) => {
          newest.current.rows.arranged.noteWrite()
          return write?.(edits, origin, added) ?? Promise.resolve([])
        }
        return {
          api,
          columns: newColumns,
          context: newContext,
          onStatesChanged,
          write: write === undefined ? null : keeping,
        }
      },
      props: () => props.current,
      view: () => newest.current.rows.view,
      setView: (view) => newest.current.rows.setView(view),
      onPaint: (listener) => {
        painted.add(listener)
        return () => painted.delete(listener)
      },
      isEditing: () => field.isTyping(),
      hasFocus: () => field.hasFocus(),
      focus: (place) => {
        field.finish()
        range.moveTo(place)
        reveal(place)
        field.focus()
      },
      reveal,
      say: setFoot,
      placeDraft: (beside) => newest.current.rows.placeDraft(beside),
    }
    const repaint = (): void => range.paint()
    const events = ['viewportChanged', 'displayedColumnsChanged', 'columnResized', 'virtualColumnsChanged'] as const
    for (const event of events) api.addEventListener(event, repaint)
    api.addEventListener('modelUpdated', follow)
    // AG Grid makes elements for rows that scroll into sight: marked before the browser shows them.
    const seen = new MutationObserver((changes) => {
      if (changes.some(isNewCell)) range.paint()
    })
    seen.observe(element, { subtree: true, childList: true, attributes: true, attributeFilter: ['row-index'] })
    element.addEventListener('scroll', repaint, { capture: true, passive: true })
    return () => {
      seen.disconnect()
      window.removeEventListener('beforeunload', takeAll)
      element.removeEventListener('scroll', repaint, { capture: true })
      field.remove()
      void draft.send()
      watch.stop()
      hands.current = null
    }
  }, [api, root, layer, props, states, onKey, onStatesChanged, showFoot])

  // What the cells show may have changed with the columns or the rules.
  useEffect(() => hands.current?.range.paint(), [columns, context, rows.shown])
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      showSelection(null)
      showUnsaved(name, 0)
      tellLost()
    }
  }, [name, tellLost])
  return { hands, foot }
}

/** From so many cells on the whole table is drawn again at once. */
const MANY_CELLS = 200

/** Group rows and totals follow any cell; in a table by pages, which has none, only what changed is drawn again. */
function drawAgain<Row>(api: GridApi<Row>, states: CellStates, isPaged: boolean): void {
  const changed = states.takeChanged()
  if (!isPaged || changed.length > MANY_CELLS) {
    api.refreshCells({ force: true })
    return
  }
  const byRow = new Map<string, string[]>()
  for (const [rowId, column] of changed) byRow.set(rowId, [...(byRow.get(rowId) ?? []), column])
  for (const [rowId, columns] of byRow) {
    const node = api.getRowNode(rowId)
    if (node !== undefined) api.refreshCells({ force: true, rowNodes: [node], columns })
  }
}

function tellSelection<Row>(hands: GridHands<Row>, bounds: RangeBounds | null): void {
  const { onSelect } = hands.props()
  if (onSelect === undefined || bounds === null) return
  onSelect(
    [...loadedRows(hands.setup.api, bounds.top, bounds.bottom)],
    columnsOf(hands.setup, bounds.left, bounds.right).map(({ id }) => id),
  )
}

function isNewCell({ type, target, addedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return target instanceof Element && target.classList.contains('ag-row')
  return [...addedNodes].some(
    (node) => node instanceof Element && (node.matches('.ag-row, .ag-cell') || node.querySelector('.ag-cell') !== null),
  )
}
