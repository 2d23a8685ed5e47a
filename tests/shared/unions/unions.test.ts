import { array, assert, boolean, constant, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkUnions } from '#shared/domain/unions/checks.ts'
import { countUnions } from '#shared/domain/unions/counts.ts'
import { DEFAULT_UNION_RULES, minimumOn } from '#shared/domain/unions/rules.ts'
import { stateOn, type UnionFacts } from '#shared/domain/unions/union.ts'
import { addDays } from '#shared/kit/dates.ts'

const BLANK: UnionFacts = {
  id: 'a',
  name: 'CĐCS Công ty A',
  type: 'CDCS',
  typeName: 'CĐCS',
  unit: 'H-1',
  unitName: 'LĐLĐ huyện Một',
  unitShortName: 'LĐLĐ huyện Một',
  enterpriseId: null,
  enterpriseName: null,
  sector: null,
  ward: null,
  zone: null,
  foundedOn: null,
  decisionNumber: null,
  decisionOn: null,
  decisionIssuer: null,
  membersAtFounding: null,
  chair: null,
  phone: null,
  endedOn: null,
  endReason: null,
  endReasonName: null,
  restructured: false,
  endDecisionNumber: null,
  endDecisionOn: null,
  successorId: null,
  successorName: null,
  previousId: null,
  previousName: null,
  note: null,
  members: null,
  womenMembers: null,
  membersOn: null,
  membersSource: null,
  workers: null,
}
const union = (facts: Partial<UnionFacts>): UnionFacts => ({ ...BLANK, ...facts })

describe('the state on a day', () => {
  test.for([
    [{ decisionOn: '2024-05-10' }, '2024-05-09', 'future'],
    [{ decisionOn: '2024-05-10' }, '2024-05-10', 'active'],
    // The ceremony does not count, the decision does.
    [{ foundedOn: '2024-05-20', decisionOn: '2024-05-10' }, '2024-05-12', 'active'],
    [{ foundedOn: '2024-05-20' }, '2024-05-12', 'future'],
    [{}, '1990-01-01', 'active'],
    [{ endedOn: '2025-06-30' }, '2025-06-29', 'active'],
    [{ endedOn: '2025-06-30' }, '2025-06-30', 'ended'],
  ] as const)('%j on %s is %s', ([facts, day, state]) => {
    expect(stateOn(union(facts), day)).toBe(state)
  })
})

const aDay = integer({ min: 0, max: 900 }).map((days) => addDays('2023-01-01', days))
const someUnion = record({
  decisionOn: option(aDay),
  foundedOn: option(aDay),
  endedOn: option(aDay),
  previousId: option(constant('p')),
  restructured: boolean(),
  sector: constantFrom(null, 'state', 'non_state', 'foreign'),
  workers: option(integer({ min: 0, max: 100 })),
}).map(union)

describe('counting between two days', () => {
  test('closing is opening and what came less what went, whatever is counted as new', () => {
    assert(
      property(array(someUnion, { maxLength: 40 }), aDay, aDay, boolean(), (unions, one, other, continued) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const counts = countUnions(unions, from, to, { continued, minWorkers: 25 })
        expect(counts.closing).toBe(counts.opening + counts.founded + counts.continued - counts.ended)
        expect(counts.ended).toBe(counts.endedNatural + counts.endedRestructuring)
        expect(counts.foundedFromSize).toBeLessThanOrEqual(counts.founded)
        const next = countUnions(unions, addDays(to, 1), addDays(to, 400), { continued, minWorkers: null })
        expect(next.opening).toBe(counts.closing)
      }),
    )
  })

  test('a union that continues another is stock, not new, unless the office counts it so', () => {
    const merged = union({ decisionOn: '2025-07-01', previousId: 'old' })
    const rules = { continued: false, minWorkers: null }
    expect(countUnions([merged], '2025-01-01', '2025-12-31', rules)).toMatchObject({
      founded: 0,
      continued: 1,
      closing: 1,
    })
    expect(countUnions([merged], '2025-01-01', '2025-12-31', { ...rules, continued: true })).toMatchObject({
      founded: 1,
    })
  })
})

describe('what is worth a look', () => {
  const units = new Map([['H-1', { validFrom: null, validTo: '2025-06-30', fate: [] }]])
  const codes = (unions: readonly UnionFacts[], asOf = '2024-12-31', id = 'a') =>
    (checkUnions(unions, DEFAULT_UNION_RULES, units, asOf).get(id) ?? []).map(({ code }) => code)

  test.for([
    [{}, []],
    [{ decisionOn: '1029-05-01', decisionNumber: '1' }, ['FOUNDED_TOO_EARLY']],
    [
      { decisionOn: '2024-05-01', decisionNumber: '1', endedOn: '2024-04-30', endReason: 'KT_KHAC' },
      ['END_BEFORE_FOUNDING'],
    ],
    [{ membersAtFounding: 4 }, ['FEW_MEMBERS']],
    [{ membersAtFounding: 5 }, []],
    [{ membersAtFounding: 9, type: 'NGHIEP_DOAN' }, ['FEW_MEMBERS']],
    [{ decisionNumber: '12/QĐ-LĐLĐ' }, ['DECISION_INCOMPLETE']],
    [{ decisionOn: '2024-05-01' }, ['DECISION_INCOMPLETE']],
    [{ unit: null }, ['UNIT_MISSING']],
    [{ endedOn: '2024-05-01' }, ['END_REASON_MISSING']],
    [{ members: 30, workers: 20 }, ['MEMBERS_OVER_WORKERS']],
  ] as const)('%j: %j', ([facts, expected]) => {
    expect(codes([union(facts)])).toEqual(expected)
  })

  test('one number for two unions of the same issuer and year, however it is spaced', () => {
    const one = union({ decisionNumber: '15/QĐ-LĐLĐ', decisionOn: '2024-03-01' })
    const other = union({ id: 'b', decisionNumber: '15 / qđ-lđlđ', decisionOn: '2024-09-09' })
    expect(codes([one, other])).toEqual(['DECISION_TWICE'])
    expect(codes([one, { ...other, decisionOn: '2023-09-09' }])).toEqual([])
    expect(codes([one, { ...other, unit: 'H-2' }])).toEqual([])
  })

  test('two living unions in one enterprise, but not one after the other', () => {
    const one = union({ enterpriseId: 'e' })
    const other = union({ id: 'b', enterpriseId: 'e' })
    expect(codes([one, other])).toEqual(['ENTERPRISE_TWICE'])
    expect(codes([one, { ...other, endedOn: '2024-01-01', endReason: 'KT_KHAC' }])).toEqual([])
  })

  test('a unit that is not there any more on the day', () => {
    expect(codes([union({})], '2025-07-01')).toEqual(['UNIT_ENDED'])
    expect(codes([union({ endedOn: '2025-06-30', endReason: 'KT_SAP_XEP' })], '2025-07-01')).toEqual([])
  })
})

test('the least number of members changes with the Điều lệ', () => {
  const rules = {
    ...DEFAULT_UNION_RULES,
    minimums: [
      { type: 'CDCS', members: 5, validFrom: null, validTo: '2026-06-30' },
      { type: 'CDCS', members: 10, validFrom: '2026-07-01', validTo: null },
    ],
  }
  expect(minimumOn(rules, 'CDCS', '2024-01-01')).toBe(5)
  expect(minimumOn(rules, 'CDCS', '2026-07-01')).toBe(10)
  expect(minimumOn(rules, 'CDCS', null)).toBe(10)
  expect(minimumOn(rules, 'KHAC', null)).toBe(null)
})
