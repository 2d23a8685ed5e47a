import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ReportImport } from '#shared/contract/report-import.ts'
import type { TestBackend } from '#tests/support/backend.ts'
import { runProcess } from '#tests/support/cli.ts'
import { openQuangTri } from '#tests/support/quang-tri.ts'
import { PROJECT } from '#tests/support/resources.ts'

// Every file is read in a process of its own, which a busy machine takes its time to start.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

interface UnitTruth {
  readonly file: string
  readonly targets: Readonly<Record<string, number>>
  readonly cumulative: Readonly<Record<string, number>>
  readonly qualifiers: Readonly<Record<string, string>>
}
interface Truth {
  readonly period_start: string
  readonly as_of: string
  readonly units: Readonly<Record<string, UnitTruth>>
  readonly missing: readonly string[]
  readonly findings: readonly {
    unit?: string
    file?: string
    indicator: string
    kind: string
    stated: number
    computed: number
  }[]
  readonly totals: Readonly<Record<string, number>>
}

const FOLDER = path.join(PROJECT, 'tests/fixtures/bao-cao')
const truth = JSON.parse(fs.readFileSync(path.join(FOLDER, 'truth.json'), 'utf8')) as Truth
const FILES = fs
  .readdirSync(FOLDER)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => path.join(FOLDER, name))

function expectTruth(answer: ReportImport): void {
  expect(answer.asOf).toBe(truth.as_of)
  expect(answer.periodStart).toBe(truth.period_start)
  expect(
    Object.fromEntries(
      Object.values(answer.units).map(({ place, file, targets, cumulative, qualifiers }) => [
        place,
        { file, targets, cumulative, qualifiers },
      ]),
    ),
  ).toEqual(
    Object.fromEntries(
      Object.entries(truth.units).map(([name, unit]) => [name, { ...unit, file: unit.file.normalize('NFC') }]),
    ),
  )
  expect(answer.missing.map(({ place }) => place)).toEqual(truth.missing)
  expect(answer.totals).toEqual(truth.totals)
  expect(
    answer.findings.map(({ kind, unitName, file, indicator, stated, computed }) => ({
      ...(kind === 'total' ? { file } : { unit: unitName }),
      indicator,
      kind,
      stated,
      computed,
    })),
  ).toEqual(truth.findings)
}

describe('the half-year reports of a province', () => {
  let opened: TestBackend
  beforeAll(async () => {
    opened = await openQuangTri({ untilClosed: true })
  })
  afterAll(() => opened.close())

  test('a preview says all of it and writes nothing', async () => {
    const answer = await opened.call('reportFiles.preview', { files: FILES })
    expect(answer.dryRun).toBe(true)
    expectTruth(answer)
    expect(answer.failed).toEqual([])
    expect(answer.unmatched).toEqual([])
    expect(await opened.call('reports.list', {})).toEqual([])
  })

  test('every key of truth.json comes out of the import', async () => {
    const answer = await opened.call('reportFiles.import', { files: FILES })
    expectTruth(answer)
    // The one row nobody can place: people "trong đó" under a number of unions.
    expect(answer.questions.map(({ kind, file, cell, choices }) => [kind, file, cell, choices[0]?.code])).toEqual([
      ['cut', 'bao cao 6T huyện hải lăng (sua).xlsx'.normalize('NFC'), 'B8', 'DV_MOI_NNN'],
    ])
    for (const { values } of answer.reports)
      for (const { cell, sheet } of values)
        expect([sheet, cell]).toEqual([expect.any(String), expect.stringMatching(/^[A-Z]+\d+$/)])
  })

  test('the figures stand as reported, with the file and the cell each came from', async () => {
    for (const [name, unit] of Object.entries(truth.units)) {
      const code = (await opened.call('units.list', { asOf: null })).find((row) => row.name === name)?.code ?? ''
      const rows = await opened.call('reports.list', { unit: code })
      expect(Object.fromEntries(rows.map(({ indicator, value }) => [indicator, value]))).toEqual(unit.cumulative)
      for (const row of rows) {
        expect(row).toMatchObject({ from: truth.period_start, asOf: truth.as_of, basis: 'cumulative' })
        expect(row.file).toMatchObject({
          name: unit.file.normalize('NFC'),
          sheet: 'BC',
          cell: expect.stringMatching(/^F\d+$/),
        })
      }
    }
    const [row] = await opened.call('reports.list', { unit: 'TXQT', indicator: 'DV_MOI' })
    expect(row).toMatchObject({ value: 128, qualifier: '≥', qualifierWord: 'hơn', statedPercent: 22.5 })
    expect(row?.file).toMatchObject({ cell: 'F6', text: 'hơn 128' })
    const cells = await opened.call('reportFiles.cells', { file: row?.file?.id ?? '' })
    expect(cells.cells.map(({ indicator, cell, text }) => [indicator, cell, text])).toContainEqual([
      'DV_TONG',
      'F11',
      '1660',
    ])
  })

  test('the same files again change nothing and leave no step', async () => {
    const before = await opened.call('history.list', { limit: 1 })
    const again = await opened.call('reportFiles.import', { files: FILES })
    expect([again.taken, again.corrected]).toEqual([0, 0])
    // Nothing of the consolidated table was new, so nothing of it was kept.
    expect(again.files.filter(({ known }) => !known).map(({ file }) => file)).toEqual(['tong-hop.xlsx'])
    expect(await opened.call('history.list', { limit: 1 })).toEqual(before)
  })

  test('the silent unit is named, with when the others last reported', async () => {
    const missing = await opened.call('periods.missing', { asOf: truth.as_of })
    expect(missing).toMatchObject({ expected: 10, reported: 9, period: { code: '2024-06' }, dueOn: '2024-07-05' })
    expect(missing.missing).toEqual([
      {
        code: 'CCO',
        parent: 'TINH',
        parentName: 'Liên đoàn Lao động tỉnh Quảng Trị',
        group: 'Liên đoàn Lao động huyện, thị xã, thành phố thuộc tỉnh',
        name: 'Huyện đảo Cồn Cỏ',
        place: 'Huyện đảo Cồn Cỏ',
        lastReportAsOf: null,
        lastReportOn: null,
        dueOn: '2024-07-05',
        overdue: false,
      },
    ])
    const july = await opened.call('periods.missing', { asOf: '2024-08-10' })
    expect(july.missing).toHaveLength(10)
    expect(july.missing[0]).toMatchObject({ lastReportAsOf: '2024-06-30', overdue: true })
  })

  test('undone, nothing of the files is left', async () => {
    await opened.call('history.undo', {})
    expect(await opened.call('reports.list', {})).toEqual([])
    await opened.call('history.redo', {})
    expect((await opened.call('reports.list', {})).length).toBeGreaterThan(60)
  })
})

test('the consolidated table alone gives what it holds of each unit, and its wrong total is no value', async () => {
  const { call } = await openQuangTri()
  const answer = await call('reportFiles.import', { files: [path.join(FOLDER, 'tong-hop.xlsx')] })
  expect(answer.reports).toHaveLength(9)
  for (const [name, unit] of Object.entries(truth.units)) {
    const { DV_MOI, CDCS_MOI, DVUT_GT, DVUT_KN } = unit.cumulative
    expect(answer.units[name]?.cumulative).toEqual({ DV_MOI, CDCS_MOI, DVUT_GT, DVUT_KN })
  }
  expect(answer.findings.map(({ kind, cell }) => [kind, cell])).toEqual([['total', 'D16']])
  const progress = await call('reports.list', {})
  expect(progress.some(({ value }) => value === 2685)).toBe(false)
})

test('from the command line, several files at once', { timeout: 240_000 }, async () => {
  const { file, close, folder } = await openQuangTri({ untilClosed: true })
  const run = await runProcess(['import', ...FILES, '--kind', 'report', '--db', file, '--json'], folder)
  expect(run.code).toBe(0)
  expectTruth(JSON.parse(run.out) as ReportImport)
  const missing = await runProcess(['missing', '--as-of', '30/6/2024', '--db', file, '--json'], folder)
  expect((JSON.parse(missing.out) as { missing: { name: string }[] }).missing.map(({ name }) => name)).toEqual(
    truth.missing,
  )
  const answered = await runProcess(
    [
      'import',
      FILES.find((name) => name.includes('lăng')) ?? '',
      '--kind',
      'report',
      '--answer',
      'B8=DV_MOI_NNN',
      '--remember',
      '--db',
      file,
      '--json',
    ],
    folder,
  )
  const cut = JSON.parse(answered.out) as ReportImport
  expect(cut.questions).toEqual([])
  expect(cut.units['Huyện Hải Lăng']?.cumulative['DV_MOI_NNN']).toBe(308)
  // Remembered: the next file so worded is understood.
  const later = await runProcess(
    [
      'import',
      FILES.find((name) => name.includes('lăng')) ?? '',
      '--kind',
      'report',
      '--dry-run',
      '--db',
      file,
      '--json',
    ],
    folder,
  )
  expect((JSON.parse(later.out) as ReportImport).questions).toEqual([])
  close()
})
