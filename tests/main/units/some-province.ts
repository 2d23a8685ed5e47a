import { openTestBackend, type TestBackend, type TestBackendOptions } from '#tests/support/backend.ts'

/**
 * A province on 2025-10-05: districts A and B with a union each, a ward C, an industrial zone K; enterprises in all;
 * targets of the year by BCH; reports of A, B and C up to 31/5 and 30/6.
 */
export async function openProvince(options: TestBackendOptions = {}): Promise<TestBackend> {
  const opened = await openTestBackend({ today: '2025-10-05', ...options })
  const { call } = opened
  const add = (code: string, name: string, type: string, parent: string) =>
    call('units.add', { code, name, type, parent })
  await add('A', 'Liên đoàn Lao động huyện An Hòa', 'LDLD_HUYEN', 'TINH')
  await add('B', 'Liên đoàn Lao động huyện Bình Sơn', 'LDLD_HUYEN', 'TINH')
  await add('C', 'Công đoàn phường Châu Thành', 'CD_PHUONG', 'TINH')
  await add('K', 'Công đoàn các khu công nghiệp', 'CD_KCN', 'TINH')
  await add('A-1', 'Công đoàn cơ sở Trường An Hòa', 'CDCS', 'A')
  await add('B-1', 'Công đoàn cơ sở Trường Bình Sơn', 'CDCS', 'B')
  for (const [code, name, workers, members] of [
    ['A', 'Công ty TNHH Một', 100, 40],
    ['A', 'Công ty TNHH Hai', 60, 0],
    ['B', 'Công ty TNHH Ba', 30, 10],
    ['C', 'Công ty TNHH Bốn', 20, 20],
    ['K', 'Công ty TNHH Năm', 500, 400],
  ] as const) {
    const cells = Object.entries({ name, unit: code, workers, members }).map(([column, value]) => ({ column, value }))
    await call('enterprises.add', { cells, observedOn: '2025-03-31' })
  }
  await call('plans.add', {
    code: '2025',
    kind: 'year',
    name: 'Kế hoạch năm 2025',
    from: '2025-01-01',
    to: '2025-12-31',
  })
  const target = (unit: string, indicator: string, value: number) => ({ unit, indicator, assigner: 'BCH', value })
  await call('targets.setMany', {
    plan: '2025',
    cells: [
      target('A', 'DV_MOI', 100),
      target('B', 'DV_MOI', 50),
      target('C', 'DV_MOI', 30),
      target('K', 'DV_MOI', 20),
      target('A', 'CDCS_MOI', 4),
    ],
  })
  const report = (unit: string, indicator: string, asOf: string, value: number) => ({
    unit,
    indicator,
    from: '2025-01-01',
    asOf,
    basis: 'cumulative' as const,
    value,
  })
  await call('reports.addMany', {
    entries: [
      report('A', 'DV_MOI', '2025-05-31', 35),
      report('A', 'DV_MOI', '2025-06-30', 45),
      report('B', 'DV_MOI', '2025-06-30', 15),
      report('C', 'DV_MOI', '2025-05-31', 10),
      report('A', 'DV_TONG', '2025-06-30', 1000),
      report('B', 'DV_TONG', '2025-05-31', 600),
      report('C', 'DV_TONG', '2025-06-30', 200),
    ],
  })
  return opened
}
