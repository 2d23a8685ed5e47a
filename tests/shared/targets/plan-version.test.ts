import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isEditable,
  latestPublished,
  nextAdjustmentName,
  nextDraftName,
  type PlanVersion,
  type PlanStatus,
  VERSION_STATES,
  versionInForce,
  type VersionState,
} from '#shared/domain/targets/plan-version.ts'

function version(number: number, state: VersionState, effectiveOn: string | null = null): PlanVersion {
  return { number, name: `V${number}`, state, basedOn: number === 1 ? null : number - 1, effectiveOn }
}

describe('the version that counts on a day', () => {
  const drafts = [version(1, 'draft'), version(2, 'chosen'), version(3, 'draft')]
  const issued = [version(1, 'draft'), version(2, 'issued')]
  const adjusted = [...issued, version(3, 'adjusted', '2024-07-01'), version(4, 'adjusted', '2024-10-01')]
  test.each([
    ['of drafts the chosen one', drafts, '2024-06-30', 2],
    ['of a plan without a chosen draft the first', [version(2, 'draft'), version(1, 'draft')], '2024-06-30', 1],
    ['the issued one from the first day', issued, '2024-01-01', 2],
    ['the issued one before the plan begins', issued, '2023-01-01', 2],
    ['the old one the day before a decision takes effect', adjusted, '2024-06-30', 2],
    ['the new one on the day itself', adjusted, '2024-07-01', 3],
    ['the first decision until the second takes effect', adjusted, '2024-09-30', 3],
    ['the second decision after that', adjusted, '2024-12-31', 4],
    ['not an adjustment in preparation', [...issued, version(3, 'adjusting', '2024-02-01')], '2024-06-30', 2],
    [
      'of two decisions of one day the later',
      [...issued, version(3, 'adjusted', '2024-07-01'), version(4, 'adjusted', '2024-07-01')],
      '2024-08-01',
      4,
    ],
    ['of an issued plan that takes effect later, itself', [version(1, 'issued', '2024-02-15')], '2024-01-31', 1],
    ['not a draft left beside the issued one', [version(1, 'chosen'), version(2, 'issued')], '2024-06-30', 2],
  ] as const)('%s', (_, versions, day, number) => {
    expect(versionInForce(versions, day)?.number).toBe(number)
  })

  test('of none is none', () => {
    expect(versionInForce([], '2024-06-30')).toBeNull()
    expect(latestPublished(drafts)).toBeNull()
  })

  test('never goes back as days pass, in whatever order versions are listed', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2024-07-${String(day).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), days, days, (effects, one, other) => {
        const versions = [
          version(1, 'issued'),
          ...effects.toSorted().map((day, at) => version(at + 2, 'adjusted', day)),
        ]
        const [early = '', late = ''] = [one, other].toSorted()
        const before = versionInForce(versions.toReversed(), early)?.number ?? 0
        const after = versionInForce(versions, late)?.number ?? 0
        expect(before).toBeLessThanOrEqual(after)
        const effect = versions.find(({ number }) => number === after)?.effectiveOn ?? null
        expect(effect === null || effect <= late).toBe(true)
      }),
    )
  })
})

describe('what may be edited', () => {
  const statuses: readonly PlanStatus[] = ['draft', 'consulting', 'issued', 'closed']
  test('is drafts of an open plan and adjustments of an issued one', () => {
    const editable = statuses.flatMap((status) =>
      VERSION_STATES.flatMap((state) => (isEditable({ state }, status) ? [`${status} ${state}`] : [])),
    )
    expect(editable).toEqual([
      'draft draft',
      'draft chosen',
      'consulting draft',
      'consulting chosen',
      'issued adjusting',
    ])
  })
})

describe('names', () => {
  test('of drafts are lettered on, past Z as columns of a table', () => {
    expect(nextDraftName([])).toBe('Phương án A')
    expect(nextDraftName(['Phương án A', 'Phương án C'])).toBe('Phương án B')
    const letters = Array.from({ length: 26 }, (_, at) => `Phương án ${String.fromCodePoint(65 + at)}`)
    expect(nextDraftName(letters)).toBe('Phương án AA')
    expect(nextDraftName([...letters, 'Phương án AA'])).toBe('Phương án AB')
  })

  test('of adjustments are counted', () => {
    expect(nextAdjustmentName([version(1, 'issued')])).toBe('Điều chỉnh lần 1')
    const one = { state: 'adjusted' as const, name: 'Điều chỉnh lần 1' }
    expect(nextAdjustmentName([one])).toBe('Điều chỉnh lần 2')
    expect(nextAdjustmentName([{ state: 'adjusting', name: 'Điều chỉnh lần 2' }])).toBe('Điều chỉnh lần 3')
  })
})
