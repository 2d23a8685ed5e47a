import { describe, expect, it } from 'vitest'
import { NO_WISH, requestOf, totalOf, type AllocationForm } from '#renderer/features/targets/allocation-form.ts'

const SCOPE = { plan: '2024', version: 1, assigner: 'BCH', kind: 'assigned', owner: null, units: null } as const
const FORM: AllocationForm = {
  indicator: 'DV_MOI',
  total: 100,
  by: 'workers',
  threshold: 20,
  floor: null,
  cap: 40,
  wishes: { A: { ...NO_WISH, lock: 0 }, B: { ...NO_WISH, floor: 5, weight: 3 } },
}

describe('what is asked of an allocation', () => {
  it('names each wish under its unit; a lock of 0 is a lock', () => {
    expect(requestOf(SCOPE, FORM)).toMatchObject({
      locks: { A: 0 },
      floors: { B: 5 },
      caps: {},
      weights: {},
      floor: 0,
      cap: 40,
    })
  })

  it('sends weights only when they are given by hand', () => {
    expect(requestOf(SCOPE, { ...FORM, by: 'hand' })).toMatchObject({ weights: { B: 3 } })
  })

  it('asks nothing without a total', () => {
    expect(requestOf(SCOPE, { ...FORM, total: null })).toBeNull()
  })

  it('sums the foot of the table', () => {
    const unit = {
      unit: 'A',
      name: 'A',
      weight: 2,
      before: null,
      lock: null,
      floor: 1,
      cap: 2,
      value: 3,
      why: '',
      isTotal: false,
    }
    expect(totalOf([unit, { ...unit, unit: 'B', before: 4 }], 'TỔNG CỘNG')).toMatchObject({
      weight: 4,
      before: 4,
      value: 6,
      floor: null,
    })
  })
})
