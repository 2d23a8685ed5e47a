import { describe, expect, test } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

const AS_OF = '2024-06-30'

async function addFigures(backend: TestBackend, unit: string, values: readonly [string, number, string][]) {
  await backend.call('reports.addMany', {
    entries: values.map(([indicator, value, asOf]) => ({ unit, indicator, value, asOf })),
  })
}

describe('checks over the whole file', () => {
  test('an empty province has nothing to look at', async () => {
    const { call } = await openTestBackend()
    expect(await call('checks.list', { plan: null })).toMatchObject({
      plan: null,
      counts: { error: 0, warning: 0, hint: 0 },
      findings: [],
    })
  })

  test('what is entered wrongly is found where it stands, and gone when it is mended', async () => {
    const backend = await openTestBackend({ province: 'sample' })
    const { call } = backend
    const before = await call('checks.list', { plan: null, asOf: AS_OF })
    const count = (answer: typeof before, rule: string): number =>
      answer.rules.find((one) => one.rule === rule)?.count ?? 0
    const [unit] = (await call('units.list', { asOf: AS_OF })).filter(({ parent }) => parent !== null)
    if (unit === undefined) throw new Error('the sample has no unit')
    await addFigures(backend, unit.code, [
      ['CDCS_MOI', 4, AS_OF],
      ['CDCS_MOI_NNN', 9, AS_OF],
    ])
    const after = await call('checks.list', { plan: null, asOf: AS_OF })
    expect(count(after, 'cut-over-whole')).toBe(count(before, 'cut-over-whole') + 1)
    expect(after.findings[0]).toMatchObject({ severity: 'error', place: 'results', unit: unit.code, focus: unit.code })
    const only = await call('checks.list', { plan: null, asOf: AS_OF, unit: unit.code })
    expect(new Set(only.findings.map((finding) => finding.unit))).toEqual(new Set([unit.code]))
    await addFigures(backend, unit.code, [['CDCS_MOI', 14, AS_OF]])
    expect(count(await call('checks.list', { plan: null, asOf: AS_OF }), 'cut-over-whole')).toBe(
      count(before, 'cut-over-whole'),
    )
  })

  test('counts are of all, the list is as long as asked', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const few = await call('checks.list', { plan: null, asOf: AS_OF, perRule: 1 })
    const sum = few.rules.reduce((total, { count }) => total + count, 0)
    expect(few.counts.error + few.counts.warning + few.counts.hint).toBe(sum)
    expect(few.findings).toHaveLength(few.rules.length)
  })

  test('a unit nobody knows is refused', async () => {
    const { refuse } = await openTestBackend({ province: 'sample' })
    expect(await refuse('checks.list', { plan: null, unit: 'KHONG_CO' })).toBe('UNIT_UNKNOWN')
  })
})
