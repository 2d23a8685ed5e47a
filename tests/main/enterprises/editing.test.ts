import { beforeEach, describe, expect, test } from 'vitest'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { taxCode } from '#tests/support/tax-codes.ts'

let opened: TestBackend
beforeEach(async () => {
  opened = await openTestBackend()
  await opened.call('enterprises.updateMany', {
    added: ['An', 'Bình', 'Chi', 'Dũng'].map((name, at) => ({
      cells: [
        { column: 'name', value: `Công ty TNHH ${name}` },
        { column: 'taxCode', value: taxCode(at + 1) },
        { column: 'workers', value: (at + 1) * 10 },
        { column: 'address', value: `số ${at + 1} đường Trần Phú` },
      ],
    })),
  })
})

async function all(): Promise<readonly EnterpriseRow[]> {
  return (await opened.call('enterprises.list', {})).rows
}
async function ids(): Promise<readonly string[]> {
  return (await all()).map(({ id }) => id)
}

describe('cells of many rows', () => {
  test('are one step with the name they were given; good cells are written, the others come back with a reason', async () => {
    const [an = '', binh = ''] = await ids()
    const answer = await opened.call('enterprises.updateMany', {
      edits: [
        { id: an, column: 'workers', value: '1.200' },
        { id: an, column: 'women', value: 'nhiều' },
        { id: binh, column: 'expectedOn', value: '5/2/24' },
        { id: binh, column: 'workers', value: 20 },
        { id: binh, column: 'nonmembers', value: 3 },
        { id: binh, column: 'lạ', value: 3 },
        { id: 'không có', column: 'workers', value: 3 },
      ],
      added: [
        {
          cells: [
            { column: 'name', value: 'Công ty Cổ phần Mới' },
            { column: 'workers', value: 'x' },
          ],
        },
        { cells: [{ column: 'workers', value: 5 }] },
      ],
      label: 'Dán 7 dòng vào Doanh nghiệp',
    })
    expect(answer).toMatchObject({ written: 3, unchanged: 1, readOnly: 1, refusedCount: 5 })
    expect(answer.refused.map(({ row, id, column }) => [row, id, column])).toEqual([
      [1, an, 'women'],
      [5, binh, 'lạ'],
      [6, 'không có', 'workers'],
      [0, 'new:0', 'workers'],
      [1, 'new:1', 'name'],
    ])
    expect(answer.addedIds).toEqual([expect.any(String), null])
    const rows = await all()
    expect(rows.find(({ id }) => id === an)).toMatchObject({ workers: 1200, women: null })
    expect(rows.find(({ id }) => id === binh)).toMatchObject({ expectedOn: '2024-02-05', workers: 20 })
    // The name says the legal form, as it does for an import.
    expect(rows.find(({ name }) => name === 'Công ty Cổ phần Mới')).toMatchObject({ legalForm: 'CTCP', workers: null })
    const [newest] = await opened.call('history.list', {})
    expect(newest).toMatchObject({ label: 'Dán 7 dòng vào Doanh nghiệp', kind: 'enterprises.updateMany' })
    await opened.call('history.undo', {})
    expect((await all()).map(({ workers }) => workers)).toEqual([10, 20, 30, 40])
  })

  test('that change nothing leave no step', async () => {
    const [an = ''] = await ids()
    const before = await opened.call('history.list', {})
    const answer = await opened.call('enterprises.updateMany', { edits: [{ id: an, column: 'workers', value: 10 }] })
    expect(answer).toMatchObject({ written: 0, unchanged: 1 })
    expect(await opened.call('history.list', {})).toEqual(before)
  })

  test('an MST another row keeps is refused, one it gives up in the same step is not; a wrong check digit warns', async () => {
    const [an = '', binh = '', chi = '', dung = ''] = await ids()
    const set = (edits: readonly (readonly [string, string | null])[]) =>
      opened.call('enterprises.updateMany', {
        edits: edits.map(([id, value]) => ({ id, column: 'taxCode', value })),
      })
    expect((await set([[an, taxCode(2)]])).refused[0]?.reason).toMatch(/đã có ở “Công ty TNHH Bình”/)
    // Shifted by one row: each takes what the next lets go.
    expect(
      await set([
        [an, taxCode(2)],
        [binh, taxCode(3)],
        [chi, taxCode(9)],
      ]),
    ).toMatchObject({ written: 3, refusedCount: 0 })
    expect((await all()).map((row) => row.taxCode)).toEqual([taxCode(2), taxCode(3), taxCode(9), taxCode(4)])
    await opened.call('history.undo', {})
    expect((await all()).map((row) => row.taxCode)).toEqual([1, 2, 3, 4].map((at) => taxCode(at)))
    // Two rows that want each other's, two that want the same, and one whose giver keeps its own.
    expect(
      await set([
        [an, taxCode(2)],
        [binh, taxCode(1)],
      ]),
    ).toMatchObject({ written: 0, refusedCount: 2 })
    expect(
      await set([
        [an, taxCode(8)],
        [binh, taxCode(8)],
      ]),
    ).toMatchObject({ written: 1, refusedCount: 1 })
    expect(
      await set([
        [chi, taxCode(4)],
        [dung, taxCode(2)],
      ]),
    ).toMatchObject({ written: 0, refusedCount: 2 })
    const odd = await set([[an, '0100109107']])
    expect(odd.written).toBe(1)
    expect(odd.warnings).toMatchObject([{ id: an, column: 'taxCode' }])
    expect((await all()).find(({ id }) => id === an)?.taxCheck).toBe('check_failed')
  })

  test('more members than workers are taken with a note', async () => {
    const [an = ''] = await ids()
    const answer = await opened.call('enterprises.updateMany', { edits: [{ id: an, column: 'members', value: 11 }] })
    expect(answer).toMatchObject({ written: 1, warnings: [{ id: an, column: 'members' }] })
    expect((await all())[0]).toMatchObject({ members: 11, nonmembers: 0 })
  })

  test('figures of an earlier day correct what was known then', async () => {
    const [an = ''] = await ids()
    await opened.call('enterprises.updateMany', {
      edits: [{ id: an, column: 'workers', value: 99 }],
      observedOn: '2024-01-15',
    })
    expect((await opened.call('enterprises.get', { id: an, asOf: '2024-01-31' })).workers).toBe(99)
    expect((await opened.call('enterprises.get', { id: an })).workers).toBe(10)
  })

  test('a stage typed into its cell is an entry of the history', async () => {
    const [an = ''] = await ids()
    await opened.call('enterprises.updateMany', { edits: [{ id: an, column: 'stage', value: 'đã tiếp xúc' }] })
    expect(await opened.call('enterprises.stages', { id: an })).toMatchObject([
      { stage: 'DA_TIEP_XUC', onDate: '2024-10-05' },
    ])
    const cleared = await opened.call('enterprises.updateMany', { edits: [{ id: an, column: 'stage', value: '' }] })
    expect(cleared).toMatchObject({ written: 0, refusedCount: 1 })
  })
})

describe('spans of rows that need not be loaded', () => {
  const view = { sort: [{ column: 'workers', descending: true }] }

  test('are read as shown, summed, and written by the order of the view as one step', async () => {
    const span = { view, start: 1, end: 3, columns: ['name', 'workers'] }
    expect(await opened.call('enterprises.readSpan', span)).toEqual([
      ['Công ty TNHH Chi', '30'],
      ['Công ty TNHH Bình', '20'],
    ])
    expect(await opened.call('enterprises.exportPage', { ...span, columns: ['workers', 'legalForm', 'note'] })).toEqual(
      [
        [30, 'TNHH', null],
        [20, 'TNHH', null],
      ],
    )
    expect(await opened.call('enterprises.summarizeSpan', { ...span, end: 100 })).toEqual({
      filled: 6,
      numbers: 3,
      sum: 60,
    })
    const edit = {
      view,
      start: 0,
      end: 4,
      columns: ['women', 'note', 'nonmembers'],
      texts: [
        ['1', 'a', '9'],
        ['x', 'b', '9'],
      ],
    }
    const { ids, ...preview } = await opened.call('enterprises.previewSpan', edit)
    expect(ids).toEqual((await opened.call('enterprises.list', view)).rows.map(({ id }) => id))
    expect(preview).toMatchObject({ written: 6, readOnly: 4, refusedCount: 2 })
    expect(preview.refused.map(({ row }) => row)).toEqual([1, 3])
    expect(await opened.call('enterprises.writeSpan', { ...edit, dryRun: true })).toEqual(preview)
    expect((await all()).every(({ note }) => note === null)).toBe(true)
    expect(await opened.call('enterprises.writeSpan', { ...edit, ids, label: 'Điền 8 ô' })).toEqual(preview)
    expect((await all()).map(({ women, note }) => [women, note])).toEqual([
      [null, 'b'],
      [1, 'a'],
      [null, 'b'],
      [1, 'a'],
    ])
    expect((await opened.call('history.list', {}))[0]).toMatchObject({ label: 'Điền 8 ô' })
    await opened.call('enterprises.writeSpan', {
      view: {},
      start: 0,
      end: 99,
      columns: ['note', 'women'],
      texts: [['']],
    })
    expect((await all()).map(({ women, note }) => women ?? note)).toEqual([null, null, null, null])
  })

  test('of odd shapes answer without harm', async () => {
    expect(await opened.call('enterprises.readSpan', { view: {}, start: 3, end: 1, columns: ['name'] })).toEqual([])
    expect(await opened.call('enterprises.readSpan', { view: {}, start: 99, end: 200, columns: ['name'] })).toEqual([])
    expect(await opened.refuse('enterprises.readSpan', { view: {}, start: 0, end: 1, columns: ['x'] })).toBe(
      'REGISTRY_COLUMN_UNKNOWN',
    )
    expect(
      await opened.call('enterprises.writeSpan', { view: {}, start: 0, end: 2, columns: ['note'], texts: [[]] }),
    ).toMatchObject({ written: 0, unchanged: 2 })
  })
})

describe('find and replace', () => {
  test('finds without accents, in what is shown and in numbers as typed', async () => {
    const found = await opened.call('enterprises.find', { text: 'tran phu', view: {} })
    expect(found).toMatchObject({ cells: 4, rows: 4 })
    expect(found.hits[0]).toMatchObject({ row: 0, column: 'address', text: 'số 1 đường Trần Phú' })
    expect((await opened.call('enterprises.find', { text: 'tran phu', view: {}, withAccents: true })).cells).toBe(0)
    expect((await opened.call('enterprises.find', { text: 'công ty', view: {}, matchCase: true })).cells).toBe(0)
    expect((await opened.call('enterprises.find', { text: '40', view: {}, columns: ['workers'] })).cells).toBe(1)
    expect(
      (await opened.call('enterprises.find', { text: '40', view: {}, columns: ['workers'], wholeCell: true })).cells,
    ).toBe(1)
    expect(
      (await opened.call('enterprises.find', { text: '4', view: {}, columns: ['workers'], wholeCell: true })).cells,
    ).toBe(0)
  })

  test('replaces as one step, with what each cell would become shown before', async () => {
    const wish = { text: 'đường Trần Phú', by: 'phố Lê Lợi', view: {}, columns: ['address'] }
    const preview = await opened.call('enterprises.previewReplace', wish)
    expect(preview).toMatchObject({ written: 4 })
    expect(preview.changes[0]).toMatchObject({ before: 'số 1 đường Trần Phú', after: 'số 1 phố Lê Lợi' })
    expect(await opened.call('enterprises.replace', wish)).toEqual(preview)
    expect((await all()).map(({ address }) => address)).toEqual([1, 2, 3, 4].map((at) => `số ${at} phố Lê Lợi`))
    await opened.call('history.undo', {})
    expect((await all())[0]?.address).toBe('số 1 đường Trần Phú')
    const odd = await opened.call('enterprises.replace', { text: '0', by: 'x', view: {}, columns: ['workers'] })
    expect(odd).toMatchObject({ written: 0, refusedCount: 4 })
  })
})

describe('rows', () => {
  test('are added, and removed with what hangs on them, as one step each', async () => {
    const added = await opened.call('enterprises.add', {
      cells: [
        { column: 'name', value: 'Công ty Mới' },
        { column: 'workers', value: '12 người' },
        { column: 'stage', value: 'KHAO_SAT' },
      ],
    })
    expect(added).toMatchObject({ name: 'Công ty Mới', workers: 12, stage: 'KHAO_SAT', surveyedOn: '2024-10-05' })
    await opened.call('enterprises.saveContact', { enterpriseId: added.id, onDate: '2024-10-01' })
    expect(await opened.call('enterprises.remove', { ids: [added.id] })).toEqual({ removed: 1, kept: [] })
    expect(await opened.refuse('enterprises.get', { id: added.id })).toBe('ROW_UNKNOWN')
    await opened.call('history.undo', {})
    expect(await opened.call('enterprises.get', { id: added.id })).toMatchObject({
      workers: 12,
      contacts: 1,
      stage: 'KHAO_SAT',
    })
    expect(await opened.refuse('enterprises.add', { cells: [] })).toBe('ENTERPRISE_CELL_REFUSED')
    expect(await opened.refuse('enterprises.remove', { ids: ['không có'] })).toBe('ROW_UNKNOWN')
  })

  test('a company with a branch that stays is kept; both together go', async () => {
    const [an = '', binh = ''] = await ids()
    await opened.call('enterprises.updateMany', {
      edits: [{ id: binh, column: 'parentEnterprise', value: taxCode(1) }],
    })
    expect((await opened.call('enterprises.get', { id: an })).branches).toMatchObject([{ id: binh }])
    const kept = await opened.call('enterprises.remove', { ids: [an] })
    expect(kept).toMatchObject({ removed: 0, kept: [{ id: an }] })
    expect((await opened.call('enterprises.remove', { ids: [an, binh] })).removed).toBe(2)
    await opened.call('history.undo', {})
    expect((await opened.call('enterprises.get', { id: binh })).parentEnterpriseId).toBe(an)
  })
})
