import { beforeAll, describe, expect, test } from 'vitest'
import { openOffice, beginUnit, type Office } from '#tests/support/exchange/offices.ts'

// One province and two communes go through every kind of file, one after the other, as a year does.

let province: Office
let a: Office
let b: Office

beforeAll(async () => {
  province = await openOffice({ untilClosed: true })
  for (const [code, name] of [
    ['XA-A', 'Công đoàn xã An Bình'],
    ['XA-B', 'Công đoàn xã Bình Minh'],
  ] as const)
    await province.call('units.add', { code, name, type: 'CD_XA', parent: 'TINH', validFrom: '2024-01-01' })
  await province.call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
  a = await beginUnit(province, 'XA-A', true)
  b = await beginUnit(province, 'XA-B', true)
  return () => [province, a, b].forEach((office) => office.close())
}, 120_000)

async function setTarget(unit: string, value: number): Promise<void> {
  await province.call('targets.set', { plan: '2024', unit, indicator: 'DV_MOI', assigner: 'BCH', value })
}

describe('a consultation round', () => {
  test('draft, opinions and what was issued stand side by side at both', async () => {
    await setTarget('XA-A', 100)
    await setTarget('XA-B', 50)
    for (const [office, unit] of [
      [a, 'XA-A'],
      [b, 'XA-B'],
    ] as const)
      await office.take((await province.make({ kind: 'targets-draft', unit, plan: '2024' })).file)
    const own = await a.call('exchange.round', { plan: '2024' })
    expect(own.map(({ unit, draft }) => [unit, draft])).toEqual([['XA-A', 100]])

    await a.call('exchange.setOpinion', { plan: '2024', indicator: 'DV_MOI', proposed: 80, note: 'Ít lao động' })
    await b.call('exchange.setOpinion', { plan: '2024', indicator: 'DV_MOI', agreed: true })
    for (const office of [a, b]) await province.take((await office.make({ kind: 'opinions', plan: '2024' })).file)
    const asked = await province.call('exchange.round', { plan: '2024' })
    expect(asked.map(({ unit, draft, agreed, proposed, note }) => [unit, draft, agreed, proposed, note])).toEqual([
      ['XA-A', 100, false, 80, 'Ít lao động'],
      ['XA-B', 50, true, 50, null],
    ])
    await setTarget('XA-A', 85)
    await province.call('plans.issue', { plan: '2024', decisionNumber: '12/QĐ-LĐLĐ', decidedOn: '2024-01-20' })
    const issued = await province.make({ kind: 'targets-issued', unit: 'XA-A', plan: '2024' })
    expect(await a.take(issued.file)).toMatchObject({ status: 'applied', clashes: 0 })
    const [row] = await a.call('exchange.round', { plan: '2024' })
    expect(row).toMatchObject({ draft: 100, proposed: 80, issued: 85 })
    expect((await a.call('plans.list', {}))[0]).toMatchObject({ code: '2024', status: 'issued' })
    expect((await a.call('targets.list', { plan: '2024' })).map(({ value }) => value)).toEqual([85])
  })

  test('a commitment is asked for, signed and comes back', async () => {
    expect(await a.refuse('exchange.signCommitment', { plan: '2024', by: 'Trần Văn Ký' })).toBe('COMMITMENT_MISSING')
    await a.take((await province.make({ kind: 'commitment', unit: 'XA-A', plan: '2024' })).file)
    const file = `${a.folder}/chưa ký.chitieu`
    expect(await a.refuse('exchange.make', { kind: 'commitment-signed', plan: '2024', file })).toBe('PACKAGE_EMPTY')
    await a.call('exchange.signCommitment', { plan: '2024', by: 'Trần Văn Ký', on: '2024-02-01' })
    const signed = await a.make({ kind: 'commitment-signed', plan: '2024' })
    expect(await province.take(signed.file)).toMatchObject({ status: 'applied', updated: 1 })
  })
})

describe('reports', () => {
  const period = { from: '2024-06-01', to: '2024-06-30' }
  test('a form asks, the report answers it', async () => {
    const form = await province.make({ kind: 'report-form', unit: 'XA-A', period })
    await a.take(form.file)
    expect(await a.refuse('exchange.make', { kind: 'report', period, file: `${a.folder}/r.chitieu` })).toBe(
      'PACKAGE_EMPTY',
    )
    await a.call('reports.add', {
      unit: 'XA-A',
      indicator: 'DV_MOI',
      from: '2024-01-01',
      asOf: '2024-06-30',
      basis: 'cumulative',
      value: 42,
    })
    const report = await a.make({ kind: 'report', period })
    expect(report.answers).toBe(form.id)
    const preview = await province.call('exchange.read', { file: report.file })
    expect(preview.answers?.id).toBe(form.id)
    expect(await province.take(report.file)).toMatchObject({ status: 'applied', clashes: 0 })
    const listed = await province.call('reports.list', {})
    expect(listed.map(({ unit, asOf, value }) => [unit, asOf, value])).toContainEqual(['XA-A', '2024-06-30', 42])
  })

  test('a figure is asked back and its answer comes in a file of its own', async () => {
    const [question] = await province.call('board.ask', {
      unit: 'XA-A',
      period: '2024-06',
      questions: [{ indicator: 'DV_MOI', reason: 'Thấp hơn kỳ trước' }],
    })
    await a.take((await province.make({ kind: 'return', unit: 'XA-A' })).file)
    await a.call('board.answer', { id: question?.id ?? '', answer: 'Đã rà soát', corrected: 43 })
    const answer = await a.make({ kind: 'return' })
    expect(await province.take(answer.file)).toMatchObject({ status: 'applied', clashes: 0 })
    expect(await province.call('board.questions', { open: true })).toEqual([])
    expect((await province.call('reports.list', {})).map(({ value }) => value)).toContain(43)
  })

  test('corrected on both sides asks', async () => {
    const correct = (office: Office, value: number) =>
      office.call('reports.add', {
        unit: 'XA-A',
        indicator: 'DV_MOI',
        from: '2024-01-01',
        asOf: '2024-06-30',
        basis: 'cumulative',
        value,
      })
    await correct(a, 45)
    await correct(province, 44)
    const outcome = await province.take((await a.make({ kind: 'report', period })).file, { clashes: 'theirs' })
    expect(outcome).toMatchObject({ clashes: 1, open: 0 })
  })
})

describe('moving', () => {
  test('a transfer is seen by giver, receiver and province', async () => {
    const cells = Object.entries({ name: 'Công ty Chuyển', unit: 'XA-A', taxCode: '0101243150', workers: '30' })
    const row = await a.call('enterprises.add', {
      cells: cells.map(([column, value]) => ({ column: column as 'name', value })),
    })
    await province.take((await a.make({ kind: 'survey' })).file)
    const moved = await a.make({ kind: 'transfer', unit: 'XA-B', enterprises: ['0101243150'], on: '2024-09-01' })
    expect(await b.take(moved.file)).toMatchObject({ status: 'applied' })
    expect((await b.call('enterprises.list', {})).rows.map(({ name, unitCode }) => [name, unitCode])).toEqual([
      ['Công ty Chuyển', 'XA-B'],
    ])
    await province.take((await a.make({ kind: 'survey' })).file)
    expect((await province.call('enterprises.list', {})).rows.map(({ unitCode }) => unitCode)).toEqual(['XA-B'])
    expect(row.unitCode).toBe('XA-A')
  })

  test('a whole unit is handed over to the office that took it over', async () => {
    const file = (await province.make({ kind: 'handover', unit: 'XA-B' })).file
    const outcome = await b.take(file)
    expect(outcome).toMatchObject({ status: 'applied', clashes: 0 })
    expect((await b.call('targets.list', { plan: '2024' })).map(({ value }) => value)).toContain(50)
    for (const office of [province, a, b]) expect((await office.call('file.verify', {})).ok).toBe(true)
  })
})

describe('what is refused, each with its own sentence', () => {
  test.for([
    ['a unit does not send what the province decides', 'targets-issued', 'PACKAGE_MAKER_KIND'],
    ['nor a draft', 'targets-draft', 'PACKAGE_MAKER_KIND'],
    ['a report needs a period', 'report', 'PACKAGE_PERIOD_NEEDED'],
  ] as const)('%s', async ([, kind, code]) => {
    expect(await a.refuse('exchange.make', { kind, file: `${a.folder}/x.chitieu` })).toBe(code)
  })

  test('a file for another unit, and one of another province', async () => {
    const forB = await province.make({ kind: 'survey', unit: 'XA-B', full: true })
    expect(await a.refuseFile(forB.file)).toBe('PACKAGE_NOT_FOR_US')
    const other = await openOffice({ name: 'Liên đoàn Lao động tỉnh Khác' })
    await other.call('units.add', { code: 'XA-A', name: 'Xã của tỉnh khác', type: 'CD_XA', parent: 'TINH' })
    const { file } = await other.make({ kind: 'catalogue', unit: 'XA-A' })
    expect(await a.refuseFile(file)).toBe('PACKAGE_OTHER_PROVINCE')
  })
})
