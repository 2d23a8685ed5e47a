import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposePeople } from '#shared/domain/organisation/commend.ts'
import { compareDeadlines, deadlineOn, type Deadline } from '#shared/domain/organisation/deadlines.ts'
import { leaves, overlap } from '#shared/domain/organisation/periods.ts'
import { restaff, type SittingMember } from '#shared/domain/organisation/restaff.ts'
import { RECORD_IDS, recordOf, recordTitle, recordWord } from '#shared/domain/organisation/records.ts'
import { weaknessOf, weakReasons } from '#shared/domain/organisation/weak-unions.ts'
import { columnWords } from '#shared/domain/history/words.ts'
import { DEFAULT_UNION_RULES } from '#shared/domain/unions/rules.ts'
import type { UnionFacts } from '#shared/domain/unions/union.ts'
import { addDays, isValidOn } from '#shared/kit/dates.ts'

const START = '2024-01-01'
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(START, days))
const period = fc
  .tuple(fc.option(day, { nil: null }), fc.option(day, { nil: null }))
  .map(([a, b]) => (a !== null && b !== null && b < a ? { from: b, to: a } : { from: a, to: b }))

test('two periods overlap exactly when some day lies in both', () => {
  fc.assert(
    fc.property(period, period, (a, b) => {
      const days = Array.from({ length: 403 }, (_, at) => addDays(START, at - 1))
      const shared = days.some((on) => isValidOn(on, a.from, a.to) && isValidOn(on, b.from, b.to))
      expect(overlap(a, b)).toBe(shared)
      expect(overlap(b, a)).toBe(shared)
    }),
    { numRuns: 300 },
  )
})

test.for([
  [{ from: '2024-01-01', to: null }, { from: '2024-01-01', to: null }, false],
  [{ from: '2023-12-31', to: null }, { from: '2024-01-01', to: null }, true],
  [{ from: null, to: '2024-07-01' }, { from: null, to: '2024-06-30' }, true],
  [{ from: '2024-07-01', to: null }, { from: null, to: '2024-06-30' }, true],
  [{ from: null, to: null }, { from: '2024-01-01', to: '2024-06-30' }, false],
] as const)('whether %o leaves %o', ([inner, outer, answer]) => expect(leaves(inner, outer)).toBe(answer))

describe('a list of members from a day on', () => {
  const people = ['an', 'binh', 'cuong', 'dung', 'em']
  const roles = ['head', 'member']
  const list = fc.uniqueArray(fc.record({ personId: fc.constantFrom(...people), roleId: fc.constantFrom(...roles) }), {
    selector: ({ personId }) => personId,
    maxLength: 5,
  })

  /** The rows after a restaffing, as the data file would hold them. */
  function apply(rows: readonly SittingMember[], change: ReturnType<typeof restaff>, on: string): SittingMember[] {
    const ended = new Set(change.end.map(({ id }) => id))
    const dropped = new Set(change.drop.map(({ id }) => id))
    return [
      ...rows
        .filter(({ id }) => !dropped.has(id))
        .map((row) => (ended.has(row.id) ? { ...row, to: change.lastDay } : row)),
      ...change.begin.map((member) => ({ ...member, id: `${on} ${member.personId}`, from: on, to: null })),
    ]
  }
  const listOn = (rows: readonly SittingMember[], on: string): string[] =>
    rows
      .filter(({ from, to }) => isValidOn(on, from, to))
      .map(({ personId, roleId }) => `${personId} ${roleId}`)
      .toSorted()

  test('is that list from the day on, and the day before is as it was; nobody is in it twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, list), { minLength: 1, maxLength: 5 }), (steps) => {
        let rows: SittingMember[] = []
        for (const [on, wanted] of steps.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))) {
          const before = addDays(on, -1)
          const earlier = listOn(rows, before)
          rows = apply(rows, restaff(rows, wanted, on), on)
          expect(listOn(rows, on)).toEqual(wanted.map(({ personId, roleId }) => `${personId} ${roleId}`).toSorted())
          expect(listOn(rows, before)).toEqual(earlier)
          for (const row of rows) expect(row.to === null || row.from === null || row.from <= row.to).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a follow-up on a day', () => {
  const due = (dueOn: string | null, doneOn: string | null = null): Deadline => ({
    dueOn,
    doneOn,
    state: doneOn === null ? 'open' : 'done',
  })
  test.for([
    [due('2024-09-30'), '2024-09-30', { overdue: false, dueSoon: true, daysLeft: 0 }],
    [due('2024-09-30'), '2024-10-01', { overdue: true, dueSoon: false, daysLeft: -1 }],
    [due('2024-09-30'), '2024-09-23', { overdue: false, dueSoon: true, daysLeft: 7 }],
    [due('2024-09-30'), '2024-09-22', { overdue: false, dueSoon: false, daysLeft: 8 }],
    [due(null), '2024-10-01', { overdue: false, dueSoon: false, daysLeft: null }],
    [due('2024-09-30', '2024-10-05'), '2024-10-04', { state: 'open', overdue: true, daysLeft: -4 }],
    [due('2024-09-30', '2024-10-05'), '2024-10-05', { state: 'done', overdue: false, daysLeft: null }],
    [{ dueOn: '2024-09-30', doneOn: null, state: 'dropped' }, '2024-10-05', { state: 'dropped', overdue: false }],
  ] as const)('%o on %s', ([deadline, on, told]) => expect(deadlineOn(deadline, on, 7)).toMatchObject(told))

  test('late ones stand first, what is done last', () => {
    const rows = [due('2024-10-20'), due(null), due('2024-09-01', '2024-09-02'), due('2024-09-25')].map((one) =>
      deadlineOn(one, '2024-10-01', 7),
    )
    expect(rows.toSorted(compareDeadlines).map(({ daysLeft, state }) => [daysLeft, state])).toEqual([
      [-6, 'open'],
      [19, 'open'],
      [null, 'open'],
      [null, 'done'],
    ])
  })
})

describe('a union is weak', () => {
  const union = (members: number | null, more: Partial<UnionFacts> = {}): UnionFacts =>
    ({
      type: 'CDCS',
      members,
      membersOn: '2024-08-31',
      decisionOn: '2020-01-01',
      foundedOn: null,
      endedOn: null,
      ...more,
    }) as UnionFacts
  test.for([
    [union(0), null, ['MEMBERLESS'], 'memberless'],
    [union(4), null, ['FEW_MEMBERS'], 'weak'],
    [union(5), null, [], null],
    [union(null), null, [], null],
    [union(50), 'weak', ['MARKED'], 'weak'],
    [union(0), 'weak', ['MEMBERLESS', 'MARKED'], 'memberless'],
    [union(9, { type: 'NGHIEP_DOAN' }), null, ['FEW_MEMBERS'], 'weak'],
    [union(0, { endedOn: '2024-06-30' }), null, [], null],
  ] as const)('%#', ([facts, marked, codes, kind]) => {
    const reasons = weakReasons(facts, DEFAULT_UNION_RULES, marked, '2024-10-05')
    expect(reasons.map(({ code }) => code)).toEqual(codes)
    expect(kind === null ? null : weaknessOf(reasons, marked)).toBe(kind)
  })
})

test('people by unions, then members; equals share the place; the first so many with those who share the last', () => {
  const record = (personId: string, unions: number, members: number) => ({
    personId,
    name: personId,
    position: null,
    unions,
    members,
  })
  const rows = proposePeople([record('a', 1, 20), record('b', 3, 10), record('c', 1, 20), record('d', 0, 0)], null)
  expect(rows.map(({ personId, rank, exclusion }) => [personId, rank, exclusion === null])).toEqual([
    ['b', 1, true],
    ['a', 2, true],
    ['c', 2, true],
    ['d', null, false],
  ])
  expect(
    proposePeople([record('a', 1, 20), record('b', 3, 10), record('c', 1, 20)], 2).every(
      (row) => row.exclusion === null,
    ),
  ).toBe(true)
  expect(
    proposePeople([record('a', 1, 20), record('b', 3, 10), record('c', 1, 20)], 1).map((row) => row.exclusion === null),
  ).toEqual([true, false, false])
})

test('every column of these tables has its word', () => {
  for (const id of RECORD_IDS) {
    expect(recordWord(id)).not.toBe('')
    for (const column of recordOf(id).columns) {
      expect(recordTitle(id, column)).not.toBe(column.stored)
      const choices = Object.keys(columnWords(recordOf(id).table, column.stored)?.values ?? {}).length
      expect(column.kind === 'choice' ? choices : 2).toBeGreaterThan(1)
    }
  }
})
