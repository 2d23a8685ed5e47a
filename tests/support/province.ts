import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

/** A province as it was before the reform: three districts and a sector union, with the year plan 2024. */
export async function openProvince(name = 'Liên đoàn Lao động tỉnh Thử Nghiệm'): Promise<TestBackend> {
  const opened = await openTestBackend({ name })
  const add = (code: string, unitName: string, type: string, parent = 'TINH'): Promise<unknown> =>
    opened.call('units.add', { code, name: unitName, type, parent })
  await add('H1', 'Liên đoàn Lao động huyện Một', 'LDLD_HUYEN')
  await add('H2', 'Liên đoàn Lao động huyện Hai', 'LDLD_HUYEN')
  await add('H3', 'Liên đoàn Lao động huyện Ba', 'LDLD_HUYEN')
  await add('NGD', 'Công đoàn ngành Giáo dục', 'CD_NGANH')
  await opened.call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
  return opened
}
