import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { foldText } from '#shared/domain/text/fold.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { PROJECT } from '#tests/support/resources.ts'

interface Truth {
  readonly applied_rows: number
  readonly workers: number
  readonly members: number
  readonly with_union: number
  readonly ge20_without_union: number
  readonly mst_with_leading_zero: readonly string[]
  readonly per_unit: Readonly<Record<string, { enterprises: number; workers: number; union: number; members: number }>>
  readonly duplicate_mst: readonly string[]
  readonly problem_rows: readonly { row: number; severity: string; code: string }[]
  readonly sample_records: readonly {
    name: string
    mst: string
    district: string
    trade: string
    workers: number
    female: number
    bhxh: number
    union: boolean
    members: number
    founded: string
    diff: string
  }[]
}

const FOLDER = path.join(PROJECT, 'tests/fixtures/survey')
const FILES: readonly (readonly [file: string, truth: string, headerRow: number])[] = [
  ['bhxh-quang-tri.xlsx', 'bhxh-quang-tri.xlsx', 6],
  ['bhxh-quang-tri-excel97.xls', 'bhxh-quang-tri.xlsx', 6],
  ['phong-chu-cu-soc-trang.xlsx', 'phong-chu-cu-soc-trang.xlsx', 6],
  ['thue-quang-ninh.xlsx', 'thue-quang-ninh.xlsx', 1],
  ['thue-soc-trang.csv', 'thue-soc-trang.csv', 1],
]

describe.each(FILES)('%s', (file, truthFile, headerRow) => {
  const truth = JSON.parse(fs.readFileSync(path.join(FOLDER, `${truthFile}.truth.json`), 'utf8')) as Truth

  test('is imported as its truth says', async () => {
    const { call } = await openTestBackend()
    const report = await call('survey.import', { file: path.join(FOLDER, file), createUnits: true })

    expect(report).toMatchObject({
      headerRow,
      created: truth.applied_rows,
      updated: 0,
      unchanged: 0,
      unmatched: [],
      leftOut: 0,
    })
    expect(report.totals).toEqual({
      workers: truth.workers,
      members: truth.members,
      withUnion: truth.with_union,
      ge20WithoutUnion: truth.ge20_without_union,
    })
    const duplicateRows = report.duplicates.reduce((sum, { rows }) => sum + rows.length - 1, 0)
    const errorRows = new Set(report.problems.filter(({ severity }) => severity === 'error').map(({ row }) => row)).size
    expect(report.rows).toBe(truth.applied_rows + duplicateRows + errorRows)

    const perUnit = Object.fromEntries(
      report.perUnit.map(({ nameInFile, enterprises, workers, withUnion, members }) => [
        foldText(nameInFile),
        { enterprises, workers, union: withUnion, members },
      ]),
    )
    expect(perUnit).toEqual(
      Object.fromEntries(Object.entries(truth.per_unit).map(([name, figures]) => [foldText(name), figures])),
    )
    expect(report.duplicates.map(({ mst }) => mst ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(
      truth.duplicate_mst.toSorted((a, b) => a.localeCompare(b)),
    )
    expect(report.problems.map(({ row, code, severity }) => ({ row, code, severity }))).toEqual(
      truth.problem_rows.map(({ row, code, severity }) => ({ row, code, severity })),
    )
  })

  test('is found again in the registry', async () => {
    const { call } = await openTestBackend()
    await call('survey.import', { file: path.join(FOLDER, file), createUnits: true })
    const { rows, count } = await call('enterprises.list', { limit: 10_000 })
    expect(count).toBe(truth.applied_rows)
    const zeros = rows.flatMap(({ taxCode }) => (taxCode?.startsWith('0') === true ? [taxCode] : []))
    expect(zeros.toSorted()).toEqual(truth.mst_with_leading_zero.toSorted())
    for (const record of truth.sample_records) {
      const row = rows.find(({ taxCode }) => taxCode === record.mst)
      expect(row).toMatchObject({
        name: record.name,
        industry: record.trade,
        workers: record.workers,
        women: record.female,
        insured: record.bhxh,
        foundedOn: record.founded,
      })
      expect([row?.hasUnion ?? false, row?.members ?? 0, row?.difficulty ?? row?.note ?? '']).toEqual([
        record.union,
        record.members,
        record.diff,
      ])
      expect(foldText(row?.unitName ?? '')).toContain(foldText(record.district))
    }
  })

  test('a second time changes nothing and writes nothing', async () => {
    const { call } = await openTestBackend()
    await call('survey.import', { file: path.join(FOLDER, file), createUnits: true })
    const before = await call('history.list', {})
    const again = await call('survey.import', { file: path.join(FOLDER, file), createUnits: true })
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: truth.applied_rows, newUnits: [] })
    expect(again.hints).toContain('Tệp này đã được nhập trước đây, không có gì thay đổi.')
    expect(await call('history.list', {})).toEqual(before)
  })

  test('a dry run says the same and writes nothing', async () => {
    const { call } = await openTestBackend()
    const before = await call('history.list', {})
    const preview = await call('survey.preview', { file: path.join(FOLDER, file), createUnits: true })
    expect(await call('history.list', {})).toEqual(before)
    expect(preview.perUnit.every(({ code, new: isNew }) => code === null && isNew === true)).toBe(true)
    const done = await call('survey.import', { file: path.join(FOLDER, file), createUnits: true })
    expect({ ...done, perUnit: [], newUnits: [] }).toEqual({ ...preview, perUnit: [], newUnits: [], dryRun: false })
    expect(done.perUnit.map(({ code: _code, ...figures }) => figures)).toEqual(
      preview.perUnit.map(({ code: _code, new: _new, ...figures }) => figures),
    )
  })
})
