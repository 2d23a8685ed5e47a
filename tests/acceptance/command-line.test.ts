import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CampaignReport } from '#shared/contract/campaigns.ts'
import type { ReconcileAnswer } from '#shared/contract/reconcile.ts'
import type { ProgressAnswer, SourcesAnswer } from '#shared/contract/results.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

// The five articles from the first line to the last on the command line: what was given, what was told, what progress
// and the campaign's report make of it, and the Word report.

interface Office {
  readonly folder: string
  /** Runs one line and answers its value; a refusal fails the test. */
  readonly line: (...argv: readonly string[]) => Promise<unknown>
  readonly progress: (...argv: readonly string[]) => Promise<ProgressAnswer>
}

async function openOffice(name: string): Promise<Office> {
  const folder = makeTempFolder()
  const db = path.join(folder, 'tỉnh.chitieu-db')
  const line: Office['line'] = async (...argv) => {
    let out = ''
    const code = await runCli([...argv, '--db', db, '--json'], {
      out: (text) => {
        out += text
      },
      error: () => undefined,
    })
    if (code !== 0) throw new Error(`${argv.join(' ')}: ${out}`)
    return JSON.parse(out) as unknown
  }
  await line('init', '--name', name)
  return { folder, line, progress: async (...argv) => (await line('progress', ...argv)) as ProgressAnswer }
}

const YEAR = (year: string): readonly string[] => [
  '--code',
  year,
  '--kind',
  'year',
  '--from',
  `${year}-01-01`,
  '--to',
  `${year}-12-31`,
]

function rowOf({ rows }: ProgressAnswer, indicator: string): ProgressAnswer['rows'][number] {
  const row = rows.find((one) => one.unit === 'TINH' && one.indicator === indicator && one.period === null)
  if (row === undefined) throw new Error(`no row of ${indicator}`)
  return row
}

async function tell(
  { line }: Office,
  indicator: string,
  value: string,
  from: string,
  asOf: string,
  ...more: readonly string[]
): Promise<void> {
  const basis = more.includes('--basis') ? [] : ['--basis', 'cumulative']
  const period = ['--from', from, '--as-of', asOf, ...basis]
  await line('report', 'add', '--unit', 'TINH', '--indicator', indicator, ...period, ...more, value)
}

async function ask(
  { line }: Office,
  plan: string,
  indicator: string,
  value: string,
  ...more: readonly string[]
): Promise<void> {
  await line(
    'targets',
    'set',
    '--plan',
    plan,
    '--unit',
    'TINH',
    '--indicator',
    indicator,
    '--assigner',
    'BCH',
    ...more,
    value,
  )
}

async function expectDocument({ folder, line }: Office, type: string, ...more: readonly string[]): Promise<void> {
  const out = path.join(folder, `${type}.docx`)
  await line('document', type, '--out', out, ...more)
  expect(fs.statSync(out).size).toBeGreaterThan(5000)
}

describe('the articles on the command line', () => {
  test('Quảng Trị 2019: 17 and 1.348 to 15/8 against a pledge whose number nobody gives', async () => {
    const office = await openOffice('Liên đoàn Lao động tỉnh Quảng Trị')
    await office.line('plans', 'add', ...YEAR('2019'))
    for (const indicator of ['CDCS_MOI', 'DV_MOI'])
      await office.line(
        'targets',
        'set',
        '--unit',
        'TINH',
        '--indicator',
        indicator,
        '--assigner',
        'Tỉnh ủy',
        '--kind',
        'pledged',
        '-',
      )
    await tell(office, 'CDCS_MOI', '17', '2019-01-01', '2019-08-15')
    await tell(office, 'DV_MOI', '1.348', '2019-01-01', '15/8/2019')
    const progress = await office.progress('--as-of', '15/8/2019')
    expect(rowOf(progress, 'CDCS_MOI')).toMatchObject({
      result: 17,
      target: null,
      percent: null,
      band: null,
      neededPerMonth: null,
    })
    expect(rowOf(progress, 'DV_MOI')).toMatchObject({ result: 1348, kind: 'pledged', percent: null })
    expect(progress.elapsed).toBe(62.2)
    await expectDocument(office, 'bao-cao-tien-do', '--as-of', '2019-08-15')
  })

  test('Quảng Ninh 2024: 41 stated as 58 % and 7.965 as 66 % imply their targets and store none', async () => {
    const office = await openOffice('Liên đoàn Lao động tỉnh Quảng Ninh')
    await office.line('plans', 'add', ...YEAR('2024'))
    await tell(office, 'CDCS_MOI', '41', '2024-01-01', '2024-06-30', '--stated-percent', '58')
    await tell(office, 'DV_MOI', '7.965', '2024-01-01', '2024-06-30', '--stated-percent', '66')
    const progress = await office.progress('--as-of', '2024-06-30')
    expect(rowOf(progress, 'CDCS_MOI')).toMatchObject({
      target: null,
      statedPercent: 58,
      implied: { low: 70, high: 71 },
    })
    expect(rowOf(progress, 'DV_MOI')).toMatchObject({ implied: { low: 11_889, high: 12_160 } })
    // With the year's number given, half a year with 58 % is ahead of its time.
    await ask(office, '2024', 'CDCS_MOI', '71')
    expect(rowOf(await office.progress('--as-of', '2024-06-30'), 'CDCS_MOI')).toMatchObject({
      percentText: '57,7%',
      pace: 'pace',
      band: { code: 'DUNG' },
      remaining: 30,
      neededPerMonth: 5,
    })
  })

  test('Hà Đông 2021: 20/25 is 80 %, 657/1000 is 65,7 %; 146 introduced, 137 admitted', async () => {
    const office = await openOffice('Liên đoàn Lao động quận Hà Đông')
    await office.line('plans', 'add', ...YEAR('2021'))
    for (const [indicator, value] of [
      ['CDCS_MOI', '25'],
      ['DV_MOI', '1000'],
    ] as const)
      await office.line(
        'targets',
        'set',
        '--unit',
        'TINH',
        '--indicator',
        indicator,
        '--assigner',
        'LĐLĐ Thành phố',
        value,
      )
    for (const [indicator, value] of [
      ['CDCS_MOI', '20'],
      ['DV_MOI', '657'],
      ['DVUT_GT', '146'],
      ['DVUT_KN', '137'],
    ] as const)
      await tell(office, indicator, value, '2021-01-01', '2021-09-30')
    const progress = await office.progress('--as-of', '30/9/2021')
    expect(rowOf(progress, 'CDCS_MOI')).toMatchObject({ assigner: 'LĐLĐ Thành phố', percentText: '80%', remaining: 5 })
    expect(rowOf(progress, 'DV_MOI')).toMatchObject({ percentText: '65,7%', remaining: 343, band: { code: 'DONDOC' } })
    expect(rowOf(progress, 'DVUT_GT')).toMatchObject({ result: 146, target: null })
    expect(rowOf(progress, 'DVUT_KN')).toMatchObject({ result: 137 })
  })

  test('Thái Bình 2024: 15, 5.000 and 300 in July, the year’s 74 and 10.800 by 30/10', async () => {
    const office = await openOffice('Liên đoàn Lao động tỉnh Thái Bình')
    const { line } = office
    await line('plans', 'add', ...YEAR('2024'))
    await ask(office, '2024', 'CDCS_MOI', '74')
    await ask(office, '2024', 'DV_MOI', '10.800')
    await tell(office, 'CDCS_MOI', '22', '2024-01-01', '2024-06-30')
    await tell(office, 'DV_MOI', '7000', '2024-01-01', '2024-06-30', '--qualifier', 'hơn')
    await line(
      'campaign',
      'open',
      '--preset',
      'DOT-CAO-DIEM',
      '--year',
      '2024',
      '--kind',
      'striving',
      '--target',
      'CDCS_MOI=15@1',
      '--target',
      'DV_MOI=5.000@1',
      '--target',
      'DVUT_GT=300@1',
      '--target',
      'CDCS_MOI=74@2',
      '--target',
      'DV_MOI=10.800@2',
    )
    const list = (await line('campaigns', 'list', '--as-of', '2024-06-28')) as CampaignReport[]
    expect(list[0]?.clock.words).toBe('bắt đầu sau 3 ngày')

    // What the article tells beside: meetings, advice, visits and money, in its own words.
    const beside = [
      ['HNCBCC', '1.110', '1.110'],
      ['HNNLD', '284', '284'],
      ['TUVAN_PL', 'hơn 3.000', '≥3.000'],
      ['TAPHUAN', '50', '50'],
      ['TAPHUAN_LUOT', '7.500', '7.500'],
      ['THAMHOI', 'hơn 296.500', '≥296.500'],
      // In triệu đồng: 96,4 tỷ and 900 triệu.
      ['THAMHOI_TIEN', 'hơn 96,4 tỷ', '≥96.400'],
      ['MAIAM', '18', '18'],
      ['MAIAM_TIEN', '900 triệu', '900'],
    ] as const
    for (const [indicator, value] of beside) await tell(office, indicator, value, '2024-01-01', '2024-06-30')
    const half = await office.progress('--as-of', '2024-06-30')
    for (const [indicator, , told] of beside) {
      const { qualifier, result, target, percent } = rowOf(half, indicator)
      expect([indicator, `${qualifier ?? ''}${formatNumber(result ?? Number.NaN)}`, target, percent]).toEqual([
        ...[indicator, told, null, null],
      ])
    }

    // The goal of the first phase is of its own days: nothing told yet is 0 of 15, not 22 of 15.
    expect(rowOf(await office.progress('--plan', '2024-CD-1', '--as-of', '2024-07-31'), 'CDCS_MOI')).toMatchObject({
      target: 15,
      result: 0,
      basis: 'increment',
    })
    await tell(office, 'CDCS_MOI', '15', '2024-07-01', '2024-07-31', '--basis', 'increment')
    await tell(office, 'DV_MOI', '5000', '2024-07-01', '2024-07-31', '--basis', 'increment')
    const report = (await line('campaign', 'report', '2024-CD', '--as-of', '2024-07-31')) as CampaignReport
    const figures = report.phases.map(({ rows }) =>
      Object.fromEntries(
        rows
          .filter(({ target }) => target !== null)
          .map((row) => [row.indicator, [row.basis, row.target, row.qualifier, row.result, row.percentText]]),
      ),
    )
    expect(figures).toEqual([
      {
        DV_MOI: ['increment', 5000, null, 5000, '100%'],
        CDCS_MOI: ['increment', 15, null, 15, '100%'],
        DVUT_GT: ['increment', 300, null, 0, '0%'],
      },
      {
        // If the first phase is met, members are past the year and unions stand at half of it.
        DV_MOI: ['cumulative', 10_800, '≥', 12_000, '≥111,1%'],
        CDCS_MOI: ['cumulative', 74, null, 37, '50%'],
      },
    ])
    expect(report.phases[1]).toMatchObject({
      from: '2024-08-01',
      to: '2024-10-30',
      clock: { state: 'waiting', days: 91 },
    })
    const periods = await office.progress('--by', 'period', '--as-of', '2024-07-31')
    expect(periods.rows.flatMap(({ period }) => (period === null ? [] : [period.plan]))).toEqual(
      expect.arrayContaining(['2024-CD', '2024-CD-1', '2024-CD-2']),
    )
    const sources = (await line(
      'progress',
      'sources',
      '--plan',
      '2024-CD-1',
      '--as-of',
      '2024-07-31',
      '--indicator',
      'DV_MOI',
    )) as SourcesAnswer
    expect(sources.reports).toMatchObject([{ value: 5000, basis: 'increment', use: 'counted' }])
    expect((await line('reconcile', '--as-of', '2024-07-31')) as ReconcileAnswer).toMatchObject({ rows: [] })
    await expectDocument(office, 'bao-cao-so-ket', '--plan', '2024-CD', '--as-of', '2024-07-31')
    await expectDocument(office, 'ke-hoach-phat-dong', '--plan', '2024-CD')
  })

  test('Sóc Trăng to 2023: a level of 63.000 and 100 % of enterprises, year by year of the term', async () => {
    const office = await openOffice('Liên đoàn Lao động tỉnh Sóc Trăng')
    await office.line(
      'plans',
      'add',
      '--code',
      '2022-2023',
      '--kind',
      'term',
      '--from',
      '2022-01-01',
      '--to',
      '2023-12-31',
    )
    for (const year of ['2022', '2023']) await office.line('plans', 'add', ...YEAR(year), '--parent', '2022-2023')
    await ask(office, '2022-2023', 'DV_TONG', '63.000', '--kind', 'striving')
    await ask(office, '2022-2023', 'TL_DN_CDCS_20', '100', '--kind', 'striving')
    await ask(office, '2022', 'DV_TONG', '61.000', '--kind', 'striving')
    await ask(office, '2023', 'DV_TONG', '63.000', '--kind', 'striving')
    await tell(office, 'DV_TONG', '61.110', '2022-01-01', '2022-12-31')
    const progress = await office.progress('--plan', '2022-2023', '--as-of', '2022-12-31', '--by', 'period')
    const levels = progress.rows.filter(({ indicator }) => indicator === 'DV_TONG')
    expect(
      levels.map(({ period, target, result, percentText }) => [period?.plan ?? null, target, result, percentText]),
    ).toEqual([
      [null, 63_000, 61_110, '97%'],
      ['2022', 61_000, 61_110, '100,2%'],
      ['2023', 63_000, 61_110, '97%'],
    ])
    expect(
      progress.rows.find(({ indicator, period }) => indicator === 'TL_DN_CDCS_20' && period === null),
    ).toMatchObject({ target: 100, result: null, percent: null })
  })
})
