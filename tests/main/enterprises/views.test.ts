import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { Input } from '#shared/contract/index.ts'
import { keyOfCell, textOfCell } from '#shared/domain/enterprises/cell-text.ts'
import { REGISTRY_COLUMNS } from '#shared/domain/enterprises/columns.ts'
import { valueOfEnterprise } from '#shared/domain/enterprises/row-values.ts'
import type { TableColumn } from '#shared/domain/table/column.ts'
import { sortRows } from '#shared/domain/table/compare.ts'
import { countValues, filterRows, otherFilters } from '#shared/domain/table/filter.ts'
import type { ColumnFilter, RowSort, TableValue } from '#shared/domain/table/view.ts'
import { openForReading } from '#main/db/open.ts'
import { readCatalogue, type RegistryCatalogue } from '#main/services/enterprises/registry-catalogue.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'

// The registry brought by pages and a table held in memory are one table to the clerk: the same view of either must
// show the same rows in the same order. The pure functions of domain/table are the measure.

let opened: TestBackend
let rows: readonly EnterpriseRow[]
let catalogue: RegistryCatalogue
let closeStore = (): void => undefined
beforeAll(async () => {
  opened = await openTestBackend({ province: 'sample', untilClosed: true })
  await fillOddRows(opened)
  rows = (await opened.call('enterprises.list', { limit: 100_000 })).rows
  const store = openForReading(opened.file, RESOURCES)
  if (!store.ok) throw new Error(store.error.message)
  catalogue = readCatalogue(store.value)
  closeStore = () => store.value.close()
})
afterAll(() => {
  closeStore()
  opened.close()
})

/** Cells the sample leaves empty, names that differ in accents only, equal names, and nothing at all. */
async function fillOddRows({ call }: TestBackend): Promise<void> {
  const names = ['Đặng Gia', 'Dang Gia', 'Đăng Gia', 'Ánh Dương', 'An Dương', 'Công ty 10', 'Công ty 2', 'Công ty 2']
  await call('enterprises.updateMany', {
    added: names.map((name, at) => ({
      cells: [
        { column: 'name', value: name },
        { column: 'director', value: ['Nguyễn Văn An', 'Lê Thị Ánh', 'Trần Đức', null][at % 4] ?? null },
        { column: 'phone', value: at % 3 === 0 ? null : `09123${at}` },
        { column: 'feasibility', value: ['high', 'low', 'none', null][at % 4] ?? null },
        { column: 'operatingStatus', value: ['active', 'not_found', null][at % 3] ?? null },
        { column: 'expectedOn', value: at % 2 === 0 ? `2024-0${at + 1}-15` : null },
        { column: 'workers', value: at % 2 === 0 ? at * 9 : null },
        { column: 'foreignWorkers', value: at === 3 ? 4 : null },
        { column: 'ward', value: ['Phường Hạ Long', 'phường ha long', ''][at % 3] ?? '' },
      ],
    })),
  })
}

function columnsFor(use: 'sort' | 'filter'): ReadonlyMap<string, TableColumn<EnterpriseRow>> {
  const { lists } = catalogue
  return new Map(
    REGISTRY_COLUMNS.map((column) => {
      const value = (row: EnterpriseRow): TableValue => valueOfEnterprise(row, column.id)
      const ranked = column.order === 'rank'
      const made: TableColumn<EnterpriseRow> = {
        id: column.id,
        order: column.order === 'rank' ? 'value' : column.order,
        value: ranked && use === 'sort' ? (row) => keyOfCell(column, value(row), lists) : value,
        text: (row) => textOfCell(column, value(row), lists),
      }
      return [column.id, made]
    }),
  )
}

const columnId = fc.constantFrom(...REGISTRY_COLUMNS.map(({ id }) => id))
const cellOf = (column: (typeof REGISTRY_COLUMNS)[number]['id'], pick: number): TableValue =>
  valueOfEnterprise(rows[pick % rows.length] as EnterpriseRow, column)

interface Wish {
  readonly column: (typeof REGISTRY_COLUMNS)[number]['id']
  readonly kind: ColumnFilter['kind']
  readonly picks: readonly number[]
  readonly word: string
}
const wish: fc.Arbitrary<Wish> = fc.record({
  column: columnId,
  kind: fc.constantFrom<ColumnFilter['kind'][]>('values', 'contains', 'between', 'empty', 'filled'),
  picks: fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }),
  word: fc.constantFrom('ha long', 'cong ty', 'Đ', 'dang', '1', 'co', 'hải sơn', '', '  '),
})

/** A filter on values that stand in the table, so that it mostly leaves something. */
function filterOf({ column, kind, picks, word }: Wish): ColumnFilter {
  const values = picks.map((pick) => cellOf(column, pick))
  if (kind === 'values') return { column, kind, values }
  if (kind === 'contains') return { column, kind, text: word }
  if (kind !== 'between') return { column, kind }
  const edges = values.filter(
    (value): value is string | number => typeof value === 'string' || typeof value === 'number',
  )
  const [a = null, b = null] = edges.toSorted((one, other) => (one < other ? -1 : 1))
  return { column, kind, from: a, to: picks.length % 3 === 0 ? null : b }
}

const sorts: fc.Arbitrary<RowSort[]> = fc.array(fc.record({ column: columnId, descending: fc.boolean() }), {
  maxLength: 3,
})
/** As the contract takes it. */
type FilterInput = NonNullable<Input<'enterprises.list'>['filters']>[number]
function asInput(filters: readonly ColumnFilter[]): FilterInput[] {
  return filters.map((filter) => (filter.kind === 'values' ? { ...filter, values: [...filter.values] } : filter))
}

const RUNS = Number(process.env['VIEW_RUNS'] ?? 150)

function expected(filters: readonly ColumnFilter[], sort: readonly RowSort[]): readonly string[] {
  const kept = filterRows(rows, filters, columnsFor('filter'))
  return sortRows(kept, sort, columnsFor('sort')).map(({ id }) => id)
}

describe('a view of the registry', () => {
  test('shows what the functions over whole tables show, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { maxLength: 3 }), sorts, async (wishes, sort) => {
        const filters = wishes.map(filterOf)
        const ids = expected(filters, sort)
        const listed = await opened.call('enterprises.list', { filters: asInput(filters), sort, limit: 100_000 })
        expect(listed.rows.map(({ id }) => id)).toEqual(ids)
        expect(listed.count).toBe(ids.length)
      }),
      { numRuns: RUNS },
    )
  }, 120_000)

  test('counts the values of a column as they do', async () => {
    const { lists } = catalogue
    await fc.assert(
      fc.asyncProperty(columnId, fc.array(wish, { maxLength: 2 }), async (column, wishes) => {
        const filters = wishes.map(filterOf)
        const known = columnsFor('filter').get(column)
        if (known === undefined) throw new Error(column)
        const kept = filterRows(rows, otherFilters(filters, column), columnsFor('filter'))
        const counted = new Map(countValues(kept, known).map(({ value, count }) => [value, count]))
        const answered = await opened.call('enterprises.valuesOf', { view: { filters: asInput(filters) }, column })
        expect(new Map(answered.map(({ value, count }) => [value, count]))).toEqual(counted)
        const definition = REGISTRY_COLUMNS.find(({ id }) => id === column)
        if (definition === undefined) throw new Error(column)
        expect(answered.map(({ text }) => text)).toEqual(
          answered.map(({ value }) => textOfCell(definition, value, lists)),
        )
        expect(answered.findIndex(({ value }) => value === null)).toBeOneOf([-1, answered.length - 1])
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    )
  }, 120_000)

  test('its pages are pieces of the whole, its sums those of its rows', async () => {
    const view = {
      filters: [{ column: 'workers', kind: 'between', from: 20, to: null }] as const,
      sort: [{ column: 'director', descending: true }],
    }
    const whole = await opened.call('enterprises.list', { ...view, filters: [...view.filters], limit: 100_000 })
    const pages: string[] = []
    for (let offset = 0; offset < whole.count; offset += 37) {
      const page = await opened.call('enterprises.list', { ...view, filters: [...view.filters], offset, limit: 37 })
      pages.push(...page.rows.map(({ id }) => id))
      expect({ ...page, rows: [] }).toEqual({ ...whole, rows: [] })
    }
    expect(pages).toEqual(whole.rows.map(({ id }) => id))
    const sum = (of: (row: EnterpriseRow) => number | null): number =>
      whole.rows.reduce((total, row) => total + (of(row) ?? 0), 0)
    expect(whole).toMatchObject({
      workers: sum((row) => row.workers),
      women: sum((row) => row.women),
      insured: sum((row) => row.insured),
      members: sum((row) => row.members),
      nonmembers: sum((row) => row.nonmembers),
      withUnion: whole.rows.filter(({ hasUnion }) => hasUnion === true).length,
    })
  })

  test('finds the same while the texts it looks in come, and when they are there', async () => {
    const other = await openTestBackend({ province: 'sample' })
    const everyWord = rows.map(({ name }) => name).join(' ')
    const terms = ['ha long', 'cong ty', 'khong co noi nao', 'duc tnhh', everyWord]
    const ask = () => Promise.all(terms.map(async (search) => (await other.call('enterprises.list', { search })).count))
    const [first] = (await other.call('enterprises.list', { search: 'cong ty', limit: 1 })).rows
    const counts = await ask()
    expect(counts[1]).toBeGreaterThan(0)
    expect(counts[4]).toBe(0)
    // Each answer comes a turn of the clock later: between two of them a piece is read.
    for (let turn = 0; turn < 5; turn++) {
      expect(await ask()).toEqual(counts)
      await new Promise((resolve) => setTimeout(resolve))
    }
    await other.call('enterprises.update', { id: first?.id ?? '', patch: { name: 'Không có nơi nào' } })
    expect(await ask()).toEqual([counts[0], (counts[1] ?? 0) - 1, 1, counts[3], 0])
  })

  test('follows every write at once: edits, new rows, removals and their undoing', async () => {
    const { call } = opened
    const ask = async () =>
      (
        await call('enterprises.list', { search: 'xuyen suot', sort: [{ column: 'workers', descending: true }] })
      ).rows.map(({ name, workers }) => `${name} ${workers}`)
    const made = await call('enterprises.updateMany', {
      added: ['Xuyên Suốt B', 'Xuyên Suốt A'].map((name, at) => ({
        cells: [
          { column: 'name', value: name },
          { column: 'workers', value: 10 + at },
        ],
      })),
    })
    const [first = '', second = ''] = made.addedIds.map(String)
    expect(await ask()).toEqual(['Xuyên Suốt A 11', 'Xuyên Suốt B 10'])
    await call('enterprises.updateMany', { edits: [{ id: first, column: 'workers', value: 50 }] })
    expect(await ask()).toEqual(['Xuyên Suốt B 50', 'Xuyên Suốt A 11'])
    await call('enterprises.remove', { ids: [second] })
    expect(await ask()).toEqual(['Xuyên Suốt B 50'])
    await call('history.undo', {})
    expect(await ask()).toEqual(['Xuyên Suốt B 50', 'Xuyên Suốt A 11'])
    await call('history.undo', {})
    await call('history.undo', {})
    expect(await ask()).toEqual([])
  })

  test('of an earlier day knows what was known then', async () => {
    const { call } = opened
    const today = (await call('enterprises.list', { where: ['surveyedOn=2024-09-30'], limit: 1 })).rows[0]
    if (today === undefined) throw new Error('nobody was surveyed in September')
    const then = await call('enterprises.get', { id: today.id, asOf: '2024-01-31' })
    const said = then.observations.find(({ observedOn }) => observedOn === '2023-11-30')
    expect(then).toMatchObject({ surveyedOn: '2023-11-30', workers: said?.workers, members: said?.members })
    const listed = await call('enterprises.list', { asOf: '2024-01-31', search: today.taxCode ?? '' })
    expect(listed.rows[0]).toMatchObject({ surveyedOn: '2023-11-30', workers: said?.workers })
    const before = await call('enterprises.list', { asOf: '2023-01-01' })
    // Only what no survey ever spoke of: the rows this test typed in.
    expect(before.rows.every(({ surveyedOn }) => surveyedOn === null)).toBe(true)
  })

  test('of one survey round holds what that round said', async () => {
    const { call } = opened
    const rounds = await call('surveyRounds.list', {})
    for (const round of rounds) {
      const listed = await call('enterprises.list', { round: round.id, limit: 1 })
      expect([listed.count, listed.workers]).toEqual([round.enterprises, round.workers])
    }
    expect(await opened.refuse('enterprises.list', { round: 'không có' })).toBe('SURVEY_ROUND_UNKNOWN')
  })

  test('refuses columns and conditions nobody knows, naming those there are', async () => {
    const wrong = await opened.backend.call('enterprises.list', { where: ['lương>=5'] })
    expect(wrong).toMatchObject({
      ok: false,
      error: { code: 'REGISTRY_COLUMN_UNKNOWN', message: expect.stringContaining('workers (Lao động)') },
    })
    expect(await opened.refuse('enterprises.list', { where: ['workers>=x'] })).toBe('FILTER_INVALID')
    expect(await opened.refuse('enterprises.list', { sort: [{ column: 'x' }] })).toBe('REGISTRY_COLUMN_UNKNOWN')
    expect(await opened.refuse('enterprises.valuesOf', { view: {}, column: 'x' })).toBe('REGISTRY_COLUMN_UNKNOWN')
    expect(await opened.refuse('enterprises.list', { unit: 'KHONG-CO' })).toBe('UNIT_UNKNOWN')
  })
})
