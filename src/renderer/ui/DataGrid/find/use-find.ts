import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { makeMatcher, type FindQuery } from '#shared/domain/table/find.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { notify } from '../../state/notices.ts'
import { sendTexts, writeTexts } from '../cell-writer.ts'
import { isEditable } from '../column-defs.ts'
import type { GridColumn } from '../column.ts'
import type { ReplaceAnswer } from '../grid-model.ts'
import type { GridHands } from '../hands.ts'
import { peekRow } from '../loaded-rows.ts'
import { isDraft, shownColumns } from '../places.ts'
import type { TableRows } from '../use-table-rows.ts'
import { findInRows, planReplace, replacedText, type FoundCell } from './find-cells.ts'
import { FindMarks } from './find-marks.ts'

/** In finding, accents and case do not count; in replacing they do, until the clerk says otherwise. */
const LOOSE: FindQuery = { text: '', matchCase: false, wholeCell: false, withAccents: false }
/** A pause in typing before rows that are not loaded are searched. */
const PAUSE_MS = 200

export interface Finding {
  readonly isOpen: boolean
  readonly query: FindQuery
  readonly by: string
  readonly column: string | null
  readonly showsReplace: boolean
  readonly asked: number
  readonly found: { readonly at: number; readonly total: number } | null
  readonly problem: string | null
  readonly preview: ReplaceAnswer | null
  readonly marks: FindMarks
  readonly open: (withReplace: boolean) => void
  readonly close: () => void
  readonly setQuery: (patch: Partial<FindQuery>) => void
  readonly setBy: (by: string) => void
  readonly setColumn: (column: string | null) => void
  readonly step: (step: 1 | -1) => void
  readonly replaceOne: () => void
  readonly planAll: () => void
  readonly replaceAll: () => Promise<void>
  readonly closePreview: () => void
}

interface Found {
  readonly places: readonly FoundCell[]
  readonly total: number
}

/** `version` changes when what a table by pages shows was written: it is searched again then. */
export function useFind<Row>(
  hands: RefObject<GridHands<Row> | null>,
  rows: TableRows<Row>,
  version: number | undefined,
): Finding {
  const [isOpen, setOpen] = useState(false)
  const [query, setQueryState] = useState(LOOSE)
  const [by, setBy] = useState('')
  const [column, setColumn] = useState<string | null>(null)
  const [showsReplace, setShowsReplace] = useState(false)
  const [asked, setAsked] = useState(0)
  const [found, setFound] = useState<Found | null>(null)
  const [at, setAt] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const [preview, setPreview] = useState<ReplaceAnswer | null>(null)
  const [marks] = useState(() => new FindMarks())
  const round = useRef(0)
  const newest = useRef(rows)
  newest.current = rows

  const columnsIn = useCallback((): readonly GridColumn<Row>[] => {
    const current = hands.current
    if (current === null) return []
    return shownColumns(current.setup.api).flatMap((shown) => {
      const definition = current.setup.columns.get(shown.getColId())
      return definition !== undefined && (column === null || definition.id === column) ? [definition] : []
    })
  }, [hands, column])

  const paint = useCallback(
    (places: readonly FoundCell[], current: FoundCell | undefined): void => {
      const key = (place: FoundCell): string => FindMarks.key(place.rowId ?? place.row, place.column)
      const hadNone = marks.isEmpty()
      marks.set(new Set(places.map(key)), current === undefined ? null : key(current))
      const own = hands.current
      if (own === null || own.setup.api.isDestroyed()) return
      // Rows by pages are drawn by what changed them: after every edit all cells would be drawn again for no mark at all.
      if (hadNone && marks.isEmpty() && own.props().source !== undefined) return
      own.setup.api.refreshCells({ force: true })
    },
    [hands, marks],
  )

  // Searched anew when the question, the rows or the view change.
  const { arranged, view } = rows
  useEffect(() => {
    round.current += 1
    const own = round.current
    const current = hands.current
    if (!isOpen || query.text === '' || current === null) {
      setFound(isOpen ? { places: [], total: 0 } : null)
      paint([], undefined)
      return
    }
    const { source } = current.props()
    if (source === undefined) {
      const places = findInRows(arranged.rows, columnsIn(), query, current.setup.context)
      setFound({ places, total: places.length })
      return
    }
    setFound(null)
    const timer = setTimeout(() => {
      const columns = columnsIn().map(({ id }) => id)
      const asked = source.finder?.find(query, { view, columns }) ?? Promise.resolve({ total: 0, places: [] })
      asked.then(
        (answer) => {
          if (round.current === own)
            setFound({ places: answer.places.map((place) => ({ ...place, rowId: null })), total: answer.total })
        },
        // Why it failed is said where the data is fetched; here nothing was found.
        () => {
          if (round.current === own) setFound({ places: [], total: 0 })
        },
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [isOpen, query, arranged.rows, view, version, columnsIn, hands, paint])

  const places = found?.places
  useEffect(() => {
    if (places !== undefined) paint(places, places[Math.max(0, at - 1)])
  }, [places, at, paint])
  // A new question begins at the first place at or behind the active cell.
  useEffect(() => setAt(0), [query, column, view])

  const goTo = useCallback(
    (place: FoundCell): void => {
      const current = hands.current
      if (current === null) return
      const show = (): void => {
        const { api } = current.setup
        const index = place.rowId === null ? place.row : (api.getRowNode(place.rowId)?.rowIndex ?? null)
        const columnIndex = shownColumns(api).findIndex((shown) => shown.getColId() === place.column)
        if (index === null || columnIndex < 0) return
        current.reveal({ row: index, column: columnIndex })
        current.range.moveTo({ row: index, column: columnIndex })
      }
      if (place.rowId !== null && newest.current.reveal(place.rowId)) setTimeout(show, 50)
      else show()
    },
    [hands],
  )

  const step = (by_: 1 | -1): void => {
    const list = found?.places ?? []
    if (list.length === 0) return
    const next = at === 0 ? firstFrom(list, by_) : ((at - 1 + by_ + list.length) % list.length) + 1
    setAt(next)
    const place = list[next - 1]
    if (place !== undefined) goTo(place)
  }
  /** 1-based: the first place at or after the active cell, or the last one before it. */
  const firstFrom = (list: readonly FoundCell[], by_: 1 | -1): number => {
    const active = hands.current?.range.active() ?? null
    const api = hands.current?.setup.api
    if (active === null || api === undefined) return by_ === 1 ? 1 : list.length
    const order = shownColumns(api).map((shown) => shown.getColId())
    const rowOf = (place: FoundCell): number =>
      place.rowId === null ? place.row : (api.getRowNode(place.rowId)?.rowIndex ?? place.row)
    const isAfter = (place: FoundCell): boolean =>
      rowOf(place) > active.row || (rowOf(place) === active.row && order.indexOf(place.column) >= active.column)
    const first = list.findIndex(isAfter)
    if (by_ === 1) return first < 0 ? 1 : first + 1
    return first <= 0 ? list.length : first
  }

  const replaceOne = (): void => {
    const current = hands.current
    const list = found?.places ?? []
    const place = list[Math.max(0, at - 1)]
    if (current === null || place === undefined) return
    if (at === 0) return step(1)
    const { api, columns, context, write } = current.setup
    const row = place.rowId === null ? peekRow(api, place.row) : api.getRowNode(place.rowId)?.data
    const definition = columns.get(place.column)
    if (row === undefined || isDraft(row) || definition === undefined || write === null) return
    if (!isEditable(definition, row, context)) {
      setProblem(tablesText.find.readOnlyHere)
      return step(1)
    }
    const text = replacedText(makeMatcher(query), definition, row, by, context)
    if (text === null) return step(1)
    setProblem(null)
    void writeTexts({ ...current.setup, write }, [{ row, column: definition, text }], 'replace').then(() => {
      // The replaced place leaves the list; the one behind it takes its number.
      const after = list[at % list.length]
      if (after !== undefined) goTo(after)
    })
  }

  const planAll = (): void => {
    const current = hands.current
    if (current === null) return
    setProblem(null)
    const { source } = current.props()
    if (source === undefined) {
      const { read, changes } = planReplace(current.setup, newest.current.arranged.rows, columnsIn(), query, by)
      setPreview({
        written: read.edits.length,
        readOnly: read.readOnly.length,
        refusedCount: read.refused.length,
        changes,
      })
      return
    }
    const scope = { view: newest.current.view, columns: columnsIn().map(({ id }) => id) }
    void source.finder?.replace?.(query, by, scope, true).then((answer) => {
      if (answer !== null) setPreview(answer)
    })
  }

  const replaceAll = async (): Promise<void> => {
    const current = hands.current
    if (current === null) return
    const { source } = current.props()
    if (source !== undefined) {
      const scope = { view: newest.current.view, columns: columnsIn().map(({ id }) => id) }
      const answer = await source.finder?.replace?.(query, by, scope, false)
      if (answer !== null && answer !== undefined) notify('success', tablesText.find.done(answer.written))
      return
    }
    const { write } = current.setup
    if (write === null) return
    const { read } = planReplace(current.setup, newest.current.arranged.rows, columnsIn(), query, by)
    const { written } = await sendTexts({ ...current.setup, write }, read, 'replace', { wrong: 'leave' })
    if (written > 0) notify('success', tablesText.find.done(written))
  }

  const open = useCallback((withReplace: boolean): void => {
    setOpen(true)
    setShowsReplace(withReplace)
    if (withReplace) setQueryState((before) => ({ ...before, matchCase: true, withAccents: true }))
    setAsked((before) => before + 1)
  }, [])
  const close = useCallback((): void => {
    setOpen(false)
    setProblem(null)
    const current = hands.current
    const active = current?.range.active() ?? null
    if (current !== null && active !== null) current.focus(active)
  }, [hands])

  const total = found?.total ?? 0
  const shownFound = useMemo(() => (found === null ? null : { at: Math.min(at, total), total }), [found, at, total])
  return {
    isOpen,
    query,
    by,
    column,
    showsReplace,
    asked,
    found: shownFound,
    problem,
    preview,
    marks,
    open,
    close,
    setQuery: (patch) => setQueryState((before) => ({ ...before, ...patch })),
    setBy,
    setColumn,
    step,
    replaceOne,
    planAll,
    replaceAll,
    closePreview: () => setPreview(null),
  }
}
