import { QUANG_TRI } from '#tests/support/read-report.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

/** The province the reports of tests/fixtures/bao-cao are of: ten districts, one of them silent. */
export async function openQuangTri(
  wanted: { readonly untilClosed?: boolean; readonly today?: string } = {},
): Promise<TestBackend> {
  const opened = await openTestBackend({ name: 'Liên đoàn Lao động tỉnh Quảng Trị', ...wanted })
  const parent = (await opened.call('units.list', { asOf: null }))[0]?.code ?? ''
  for (const [code, name, type] of QUANG_TRI.slice(1)) await opened.call('units.add', { code, name, type, parent })
  return opened
}
