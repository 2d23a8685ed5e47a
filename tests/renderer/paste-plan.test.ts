import { array, assert, asyncProperty, boolean, constantFrom, integer } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTsv } from '#shared/domain/table/clipboard-tsv.ts'
import { markCut } from '#renderer/ui/DataGrid/clipboard/cut-mark.ts'
import { finishPaste, planPaste, preparePaste, wantsPreview } from '#renderer/ui/DataGrid/clipboard/paste-into.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { clearRange, depthOfNeighbour, fill, fillRange, putText } from '#renderer/ui/DataGrid/fill/fill-range.ts'
import { MemoryTable, type MemoryRow, type MemoryTableOptions } from '#tests/support/memory-table.ts'

function column(id: string, title: string, kind: GridColumn<MemoryRow>['kind'], edits = true): GridColumn<MemoryRow> {
  return { id, title, kind, value: (row) => row.cells[id] ?? null, ...(edits ? { edit: {} } : {}) }
}

const COLUMNS = [
  column('name', 'Tên đơn vị', 'text'),
  column('code', 'Mã', 'text', false),
  column('workers', 'Lao động', 'count'),
  column('day', 'Thành lập ngày', 'date'),
]

function table(options: Partial<MemoryTableOptions> & { readonly count?: number } = {}): MemoryTable {
  const { count = 5, ...rest } = options
  const rows = Array.from({ length: count }, (_, at) => ({
    name: `Đơn vị ${at + 1}`,
    code: `M${at + 1}`,
    workers: at + 1,
    day: '2024-01-01',
  }))
  return new MemoryTable({ columns: COLUMNS, rows, ...rest })
}

const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })

async function paste(
  made: MemoryTable,
  bounds: ReturnType<typeof at>,
  text: string,
  wrong: 'mark' | 'leave' = 'leave',
  html = '',
) {
  const prepared = await preparePaste(made.hands, bounds, { text, html }, null)
  if (prepared === null) throw new Error('nothing to paste')
  await finishPaste(made.hands, prepared, wrong, true)
  return { ...prepared.plan, shown: wantsPreview(prepared), header: prepared.header }
}

describe('a paste', () => {
  it('that is clean goes in unseen, as one step, and is selected', async () => {
    const made = table()
    const { shown, counts } = await paste(made, at(1, 2), '10\t5/2/2024\r\n20\t06/02/2024\r\n')
    expect(shown).toBe(false)
    expect(counts).toMatchObject({ written: 4, refused: 0, converted: 0 })
    expect(
      made
        .texts()
        .slice(1, 3)
        .map((row) => row.slice(2)),
    ).toEqual([
      ['10', '05/02/2024'],
      ['20', '06/02/2024'],
    ])
    expect(made.steps).toEqual(['paste'])
    expect(made.bounds).toEqual(at(1, 2, 2, 3))
  })

  it.each<[string, string, string]>([
    ['a word in a number column', 'khoảng 20', '“khoảng 20” không phải là số'],
    ['a broken formula', '#N/A', 'lỗi công thức'],
    ['a column that was too narrow', '#####', 'quá hẹp'],
    ['thousands in the English way', '1,000', '“1,000” được đọc là 1.000'],
  ])('shows %s', async (_, text, reason) => {
    const made = table()
    const { shown, findings } = await paste(made, at(0, 2), text)
    expect(shown).toBe(true)
    expect(findings[0]?.reason).toContain(reason)
  })

  it('leaves wrong cells as they were, or marks them, as the clerk chose', async () => {
    const left = table()
    await paste(left, at(0, 2), '9\r\nmười\r\n8', 'leave')
    expect(left.texts().map((row) => row[2])).toEqual(['9', '2', '8', '4', '5'])
    expect(left.problems()).toEqual([])
    const marked = table()
    await paste(marked, at(0, 2), '9\r\nmười\r\n8', 'mark')
    expect(marked.texts().map((row) => row[2])).toEqual(['9', '2', '8', '4', '5'])
    expect(marked.problems()).toEqual(['r1 workers: mười'])
  })

  it('passes by cells only to be looked at, and counts those it would have changed', async () => {
    const made = table()
    const { counts, findings } = await paste(made, at(0, 0), 'Mới\tM1\t7\r\nMới 2\tkhác\t8')
    expect(counts).toMatchObject({ written: 4, readOnly: 1, unchanged: 1 })
    expect(findings.map(({ kind, row, title }) => [kind, row, title])).toEqual([['readOnly', 1, 'Mã']])
    expect(made.texts()[1]).toEqual(['Mới 2', 'M2', '8', '01/01/2024'])
  })

  it('never writes hidden columns', async () => {
    const made = table({ shown: ['name', 'day'] })
    await paste(made, at(0, 0), 'Mới\t5/2/2024')
    expect(made.texts()[0]).toEqual(['Mới', 'M1', '1', '05/02/2024'])
    const { layout } = await paste(made, at(0, 0), 'Lao động\tTên đơn vị\r\n99\tMới nữa')
    expect(layout.hiddenTitles).toEqual(['Lao động'])
    expect(made.texts()[0]).toEqual(['Mới nữa', 'M1', '1', '05/02/2024'])
  })

  it('goes by titles, until the clerk says the first line is data', async () => {
    const made = table()
    const prepared = await preparePaste(
      made.hands,
      at(1, 0),
      { text: 'LAO DONG\tTen don vi\r\n77\tHạ Long', html: '' },
      null,
    )
    if (prepared === null) throw new Error('nothing to paste')
    expect(prepared.choice).toEqual({ isHeader: true, byTitle: true })
    await finishPaste(made.hands, prepared, 'leave', true)
    expect(made.texts()[1]).toEqual(['Hạ Long', 'M2', '77', '01/01/2024'])
    const asData = await planPaste(made.hands, prepared, { isHeader: false, byTitle: false })
    expect(asData.plan.layout.rows).toBe(2)
    expect(asData.plan.layout.columns.map(({ id }) => id)).toEqual(['name', 'code'])
  })

  it('past the last row makes rows where the table takes them, and is cut where it does not', async () => {
    const grows = table({ canAddRows: true })
    const { counts, layout, shown } = await paste(grows, at(4, 0), 'a\tx\t1\r\nb\tx\t2\r\nc\tx\tba\r\n\t\t')
    expect(shown).toBe(true)
    expect(layout.added).toBe(2)
    expect(counts).toMatchObject({ added: 2, refused: 1 })
    expect(grows.texts().slice(4)).toEqual([
      ['a', 'M5', '1', '01/01/2024'],
      ['b', '', '2', ''],
      ['c', '', '', ''],
    ])
    expect(grows.steps).toEqual(['paste'])
    const fixed = table()
    const cut = await paste(fixed, at(4, 2), '1\r\n2\r\n3')
    expect(cut.layout).toMatchObject({ cutRows: 2, added: 0 })
    expect(fixed.texts()).toHaveLength(5)
  })

  it('of ragged lines leaves the missing cells alone', async () => {
    const made = table()
    await paste(made, at(0, 2), '7\t5/2/2024\r\n8')
    expect(
      made
        .texts()
        .slice(0, 2)
        .map((row) => row.slice(2)),
    ).toEqual([
      ['7', '05/02/2024'],
      ['8', '01/01/2024'],
    ])
  })

  it('of days with the month first reads the whole column so, and shows it', async () => {
    const made = table()
    const { counts } = await paste(made, at(0, 3), '2/5/2024\r\n6/30/2024')
    expect(counts.converted).toBe(2)
    expect(
      made
        .texts()
        .slice(0, 2)
        .map((row) => row[3]),
    ).toEqual(['05/02/2024', '30/06/2024'])
  })

  it('of the machine values of a spreadsheet needs no look', async () => {
    const made = table()
    const html =
      '<table><tr><td sdval="1348" sdnum="1033;0;#,##0">1,348</td><td sdval="45473" sdnum="1033;0;M/D/YYYY">6/30/2024</td></tr></table>'
    const { shown } = await paste(made, at(0, 2), '1,348\t6/30/2024', 'leave', html)
    expect(shown).toBe(false)
    expect(made.texts()[0]?.slice(2)).toEqual(['1348', '30/06/2024'])
  })

  it('of a cut moves in one step; cells in both ranges keep what was pasted', async () => {
    const made = table()
    const mark = markCut(made.hands, at(0, 2, 1, 2), 'abc')
    const html = '<table data-chitieu="abc"><tr><td>1</td></tr><tr><td>2</td></tr></table>'
    const prepared = await preparePaste(made.hands, at(1, 2), { text: '1\r\n2', html }, mark)
    if (prepared === null) throw new Error('nothing to paste')
    await finishPaste(made.hands, prepared, 'mark', false)
    expect(made.texts().map((row) => row[2])).toEqual(['', '1', '2', '4', '5'])
    expect(made.steps).toEqual(['cut'])
    // The same words copied elsewhere are no cut.
    const other = await preparePaste(made.hands, at(3, 2), { text: '1\r\n2', html: '' }, mark)
    expect(other?.mark).toBeNull()
  })
})

describe('over rows that are not loaded', () => {
  const far = { count: 60, loaded: (row: number) => row < 10 }

  it('a block is written by the backend in one step, refused cells marked or left', async () => {
    const made = table(far)
    const text = Array.from({ length: 50 }, (_, row) => (row === 40 ? 'mười' : String(100 + row))).join('\r\n')
    const { counts, work, findings } = await paste(made, at(5, 2), text, 'mark')
    expect(work.kind).toBe('span')
    expect(counts).toMatchObject({ written: 49, refused: 1 })
    expect(findings[0]).toMatchObject({ row: 45, title: 'Lao động', pasted: 'mười' })
    expect(made.steps).toEqual(['paste'])
    expect(made.texts()[54]?.[2]).toBe('149')
    expect(made.problems()).toEqual(['r45 workers: mười'])
  })

  it('gaps, broken cells, a cut and new rows behind read the rows first', async () => {
    const made = table({ ...far, canAddRows: true })
    await paste(made, at(50, 2), '7\t5/2/2024\r\n8\r\n#N/A\t6/2/2024')
    expect(
      made
        .texts()
        .slice(50, 53)
        .map((row) => row.slice(2)),
    ).toEqual([
      ['7', '05/02/2024'],
      ['8', '01/01/2024'],
      ['53', '06/02/2024'],
    ])
    const { counts } = await paste(made, at(59, 0), 'a\r\nb\r\nc')
    expect(counts.added).toBe(2)
    expect(
      made
        .texts()
        .slice(59)
        .map((row) => row[0]),
    ).toEqual(['a', 'b', 'c'])
    const mark = markCut(made.hands, at(30, 2, 31, 2), 'abc')
    const html = '<table data-chitieu="abc"><tr><td>31</td></tr><tr><td>32</td></tr></table>'
    const prepared = await preparePaste(made.hands, at(40, 2), { text: '', html }, mark)
    if (prepared === null) throw new Error('nothing to paste')
    await finishPaste(made.hands, prepared, 'mark', false)
    expect([30, 31, 40, 41].map((row) => made.texts()[row]?.[2])).toEqual(['', '', '31', '32'])
    expect(made.steps).toEqual(['paste', 'paste', 'cut'])
  })

  it('a column is filled, emptied and drawn out to the end of its neighbour', async () => {
    const made = table(far)
    made.bounds = at(0, 2, 59, 2)
    await fillRange(made.hands, 'down')
    expect(new Set(made.texts().map((row) => row[2]))).toEqual(new Set(['1']))
    await clearRange(made.hands)
    expect(new Set(made.texts().map((row) => row[2]))).toEqual(new Set(['']))
    await putText(made.hands, '5')
    expect(new Set(made.texts().map((row) => row[2]))).toEqual(new Set(['5']))
    expect(await depthOfNeighbour(made.hands, at(0, 2))).toBe(59)
    await fill(made.hands, { from: at(0, 3, 1, 3), side: 'down', count: 58, how: 'series' })
    expect(made.texts()[59]?.[3]).toBe('01/01/2024')
    expect(made.steps).toEqual(['fill', 'delete', 'fill', 'fill'])
  })

  it('the outcome is the same as with all rows loaded', async () => {
    const cell = constantFrom('', '7', '1,000', 'mười', '5/2/2024', 'Hạ Long', '#N/A', '1.348')
    const block = integer({ min: 1, max: 3 }).chain((width) =>
      array(array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
    )
    await assert(
      asyncProperty(
        block,
        integer({ min: 0, max: 7 }),
        integer({ min: 0, max: 3 }),
        integer({ min: 0, max: 5 }),
        boolean(),
        async (rows, top, left, more, canAddRows) => {
          const bounds = at(top, left, Math.min(7, top + more), left)
          const whole = table({ count: 8, canAddRows })
          const paged = table({ count: 8, canAddRows, loaded: (row) => row % 3 === 0 })
          const text = formatTsv(rows)
          const counts = [(await paste(whole, bounds, text)).counts, (await paste(paged, bounds, text)).counts]
          expect(paged.texts()).toEqual(whole.texts())
          expect(counts[0]?.added).toBe(counts[1]?.added)
          expect(counts[0]?.written).toBe(counts[1]?.written)
        },
      ),
    )
  })
})
