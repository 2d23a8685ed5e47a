import { describe, expect, test } from 'vitest'
import type { CheckFinding } from '#shared/domain/checks/finding.ts'
import { findingId } from '#shared/domain/checks/finding-id.ts'
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

describe('a finding that is right as it stands', () => {
  test('is explained, no longer counted, and told again with other facts; taken back it is to be looked at', async () => {
    const backend = await openTestBackend({ province: 'sample' })
    const { call, refuse } = backend
    const list = (withExplained = false) => call('checks.list', { plan: null, asOf: AS_OF, withExplained })
    const before = await list()
    const [first] = before.findings
    if (first === undefined) throw new Error('the sample has nothing to look at')
    expect(first).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{16}$/), explanation: null })
    expect(new Set(before.findings.map(({ id }) => id)).size).toBe(before.findings.length)
    const { id, rule, subject, message } = first
    await call('checks.explain', { findings: [{ id, rule, subject, message }], note: 'Đã hỏi lại, đúng' })
    const after = await list()
    expect(after.findings.map((finding) => finding.id)).not.toContain(id)
    expect(after.explained).toBe(1)
    expect(after.counts[first.severity]).toBe(before.counts[first.severity] - 1)
    const all = await list(true)
    expect(all.counts).toEqual(after.counts)
    expect(all.findings.find((finding) => finding.id === id)?.explanation).toMatchObject({ note: 'Đã hỏi lại, đúng' })
    await call('checks.explain', { findings: [{ id, rule, subject, message }], note: 'Hỏi lần hai' })
    expect((await list(true)).findings.find((finding) => finding.id === id)?.explanation?.note).toBe('Hỏi lần hai')
    expect(await call('checks.withdraw', { findings: [id] })).toEqual({ withdrawn: 1 })
    expect(await list()).toEqual(before)
    expect(await refuse('checks.withdraw', { findings: [id] })).toBe('CHECK_NOTE_UNKNOWN')
    await call('history.undo', {})
    expect((await list()).explained).toBe(1)
  })

  test('who is silent stays explained from day to day, not from plan to plan', () => {
    const silent: CheckFinding = {
      rule: 'silent',
      unit: 'H1',
      subject: 'Huyện Một',
      message: 'Chưa có số liệu nào của kế hoạch này tính đến 30/6/2024.',
      focus: 'H1',
      indicator: null,
      asOf: '2024-06-30',
    }
    const later = { ...silent, asOf: '2024-07-31', message: 'Chưa có số liệu nào của kế hoạch này tính đến 31/7/2024.' }
    expect(findingId(later, '2024')).toBe(findingId(silent, '2024'))
    expect(findingId(later, '2025')).not.toBe(findingId(silent, '2024'))
    const falls: CheckFinding = { ...silent, rule: 'cumulative-falls', message: 'Từ 40 xuống 30.' }
    expect(findingId({ ...falls, message: 'Từ 40 xuống 20.' }, '2024')).not.toBe(findingId(falls, '2024'))
    expect(findingId(falls, '2025')).toBe(findingId(falls, '2024'))
  })
})
