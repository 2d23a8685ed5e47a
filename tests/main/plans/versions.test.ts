import { describe, expect, test } from 'vitest'
import type { TestBackend } from '#tests/support/backend.ts'
import { openProvince } from '#tests/support/province.ts'

const DV = { indicator: 'DV_MOI', assigner: 'BCH' }

async function openWithTargets(): Promise<TestBackend> {
  const opened = await openProvince()
  await opened.call('targets.setMany', {
    cells: [
      { ...DV, unit: 'TINH', value: 100 },
      { ...DV, unit: 'H1', value: 40 },
      { ...DV, unit: 'H2', value: 30 },
      { ...DV, unit: 'NGD', value: 10 },
    ],
  })
  return opened
}

async function values(
  { call }: TestBackend,
  version: number | string | null = null,
): Promise<Record<string, number | null>> {
  const rows = await call('targets.list', { version })
  return Object.fromEntries(rows.map((row) => [row.unit, row.value]))
}

/** What progress holds H1 against as of a day. */
async function targetOn({ call }: TestBackend, asOf: string): Promise<number | null> {
  const { rows } = await call('progress.get', { asOf })
  return rows.find((row) => row.unit === 'H1' && row.indicator === 'DV_MOI' && row.assigner !== null)?.target ?? null
}

describe('drafts side by side', () => {
  test('every plan begins with one, the chosen one', async () => {
    const { call } = await openProvince()
    expect(await call('plans.versions', {})).toMatchObject([
      { plan: '2024', number: 1, name: 'Phương án A', state: 'chosen', inForce: true, editable: true, targets: 0 },
    ])
  })

  test('a copy holds the same targets, locks, notes and reasons, and is edited by itself', async () => {
    const opened = await openWithTargets()
    const { call } = opened
    await call('targets.allocate', { ...DV, total: 100, by: 'equal' })
    await call('targets.lockArea', { units: ['H1'], locked: true })
    await call('targets.set', { ...DV, unit: 'H2', value: 25, note: 'Mới tách' })
    const copy = await call('plans.copyVersion', {})
    expect(copy).toMatchObject({ number: 2, name: 'Phương án B', state: 'draft', basedOn: 1, targets: 5 })
    await call('targets.set', { ...DV, version: 'B', unit: 'H2', value: 35 })
    expect(await values(opened)).toMatchObject({ H1: 25, H2: 25 })
    expect(await values(opened, 'Phương án B')).toMatchObject({ H1: 25, H2: 35 })
    const rows = await call('targets.list', { version: 2 })
    expect(rows.find((row) => row.unit === 'H1')).toMatchObject({ locked: true, version: 2 })
    expect(rows.find((row) => row.unit === 'H2')).toMatchObject({ note: 'Mới tách', version: 2 })
    expect(await call('targets.why', { ...DV, version: 2, unit: 'H1' })).toMatchObject({ allocated: 25, by: 'equal' })
    expect(await targetOn(opened, '2024-06-30')).toBe(25)
  })

  test('choosing another one makes it count', async () => {
    const opened = await openWithTargets()
    const { call } = opened
    await call('plans.copyVersion', { name: 'Phương án cao' })
    await call('targets.set', { ...DV, version: 2, unit: 'H1', value: 60 })
    expect(await targetOn(opened, '2024-06-30')).toBe(40)
    expect(await call('plans.chooseVersion', { version: 'phuong an cao' })).toMatchObject({ state: 'chosen' })
    expect(await targetOn(opened, '2024-06-30')).toBe(60)
    expect((await call('plans.versions', {})).map((row) => row.state)).toEqual(['draft', 'chosen'])
    await call('targets.set', { ...DV, unit: 'H1', value: 61 })
    expect([await values(opened, 1), await values(opened, 2)]).toMatchObject([{ H1: 40 }, { H1: 61 }])
  })

  test('are renamed and removed, but not the last one; the number of a removed one is not used again', async () => {
    const opened = await openWithTargets()
    const { call, refuse } = opened
    expect(await refuse('plans.removeVersion', { version: 1 })).toBe('VERSION_LAST')
    await call('plans.copyVersion', {})
    expect(await refuse('plans.updateVersion', { version: 2, patch: { name: 'phương án a' } })).toBe(
      'VERSION_NAME_TAKEN',
    )
    expect(await call('plans.updateVersion', { version: 2, patch: { name: 'Theo TLĐ' } })).toMatchObject({
      name: 'Theo TLĐ',
    })
    // The chosen one goes: the other takes its place.
    expect(await call('plans.removeVersion', { version: 'Phương án A' })).toEqual({
      removed: 'Phương án A',
      current: 'Theo TLĐ',
    })
    expect(await call('plans.versions', {})).toMatchObject([{ number: 2, state: 'chosen', targets: 4 }])
    expect(await refuse('plans.removeVersion', { version: 2 })).toBe('VERSION_LAST')
    expect(await call('plans.copyVersion', {})).toMatchObject({ number: 3, name: 'Phương án A' })
    await call('plans.removeVersion', { version: 3 })
    expect(await call('plans.copyVersion', {})).toMatchObject({ number: 4 })
    expect(await refuse('targets.list', { version: 'Phương án X' })).toBe('VERSION_UNKNOWN')
  })

  test('each act is one step and is undone as one', async () => {
    const opened = await openWithTargets()
    const { call } = opened
    await call('plans.copyVersion', {})
    await call('plans.removeVersion', { version: 1 })
    expect((await call('history.undo', {})).kept).toEqual([])
    expect(await values(opened, 1)).toEqual({ TINH: 100, H1: 40, H2: 30, NGD: 10 })
    expect((await call('plans.versions', {})).map((row) => row.state)).toEqual(['chosen', 'draft'])
    expect((await call('history.undo', {})).kept).toEqual([])
    expect(await call('plans.versions', {})).toHaveLength(1)
  })
})

describe('comparing', () => {
  test('lists what differs with differences, percents and totals', async () => {
    const opened = await openWithTargets()
    const { call } = opened
    await call('plans.copyVersion', {})
    await call('targets.setMany', {
      version: 'B',
      cells: [
        { ...DV, unit: 'H1', value: 50 },
        { ...DV, unit: 'H3', value: 5 },
        { ...DV, unit: 'NGD', value: null, remove: true },
      ],
    })
    const compared = await call('plans.compare', { a: 'A', b: 'B' })
    expect(compared).toMatchObject({ a: { number: 1 }, b: { number: 2 }, differing: 3 })
    const plain = (rows: typeof compared.rows): unknown[] =>
      rows.map((row) => [row.level, row.unit, row.a, row.b, row.difference, row.percent])
    expect(plain(compared.rows)).toEqual([
      ['group', 'LDLD_HUYEN', 70, 85, 15, 121.4],
      ['unit', 'H1', 40, 50, 10, 125],
      ['unit', 'H3', null, 5, 5, null],
      ['group', 'CD_NGANH', 10, null, -10, null],
      ['unit', 'NGD', 10, null, -10, null],
      ['total', null, 80, 85, 5, 106.3],
    ])
    const all = await call('plans.compare', { a: 1, b: 2, onlyDifferent: false })
    expect(all.rows.map((row) => row.unit)).toContain('H2')
    expect((await call('plans.compare', { a: 1, b: 2, assigner: 'TLĐ' })).rows).toEqual([])
    expect((await call('plans.compare', { a: 1, b: 1 })).differing).toBe(0)
  })
})

describe('an issued plan', () => {
  async function openIssued(): Promise<TestBackend> {
    const opened = await openWithTargets()
    await opened.call('plans.copyVersion', {})
    await opened.call('plans.issue', { decisionNumber: '12/QĐ-LĐLĐ', decidedOn: '2024-01-15' })
    return opened
  }

  test('keeps its numbers, whichever version is named and whoever writes', async () => {
    const opened = await openIssued()
    const { call, refuse } = opened
    expect(await call('plans.list', {})).toMatchObject([{ code: '2024', status: 'issued' }])
    expect(await call('plans.versions', {})).toMatchObject([
      { number: 1, state: 'issued', decisionNumber: '12/QĐ-LĐLĐ', inForce: true, editable: false },
      { number: 2, state: 'draft', editable: false },
    ])
    const cell = { ...DV, unit: 'H1', value: 1 }
    expect(await refuse('targets.set', cell)).toBe('PLAN_ISSUED')
    expect(await refuse('targets.set', { ...cell, version: 1 })).toBe('VERSION_ISSUED')
    expect(await refuse('targets.set', { ...cell, version: 2 })).toBe('PLAN_ISSUED')
    expect(await refuse('targets.setMany', { version: 1, cells: [cell] })).toBe('VERSION_ISSUED')
    expect(await refuse('targets.allocate', { ...DV, total: 10, by: 'equal' })).toBe('PLAN_ISSUED')
    expect(await refuse('plans.chooseVersion', { version: 2 })).toBe('PLAN_ISSUED')
    expect(await refuse('plans.removeVersion', { version: 1 })).toBe('VERSION_ISSUED')
    const [plan] = await call('plans.list', {})
    expect(await refuse('plans.update', { id: plan?.id ?? '', patch: { status: 'draft' } })).toBe('PLAN_STAYS_ISSUED')
    // Issuing is not undone, and an edit made before it is not undone under it either.
    const steps = await call('history.list', { limit: 10 })
    const issuing = steps.find((step) => step.kind === 'plans.issue')
    expect(await refuse('history.undo', { operationId: issuing?.id ?? '' })).toBe('OPERATION_NOT_UNDONE')
    const typed = steps.find((step) => step.kind === 'targets.set')
    await opened.backend.call('history.undo', { operationId: typed?.id ?? '' })
    expect(await values(opened)).toEqual({ TINH: 100, H1: 40, H2: 30, NGD: 10 })
  })

  test('is adjusted by a decision that counts from its day', async () => {
    const opened = await openIssued()
    const { call, refuse } = opened
    const adjusting = await call('plans.adjust', {
      decisionNumber: '45/QĐ-LĐLĐ',
      decidedOn: '2024-06-20',
      decidedBy: 'LĐLĐ tỉnh',
      effectiveOn: '2024-07-01',
      reason: 'Hai doanh nghiệp lớn ngừng hoạt động',
      cells: [{ ...DV, unit: 'H1', value: 35 }],
    })
    expect(adjusting).toMatchObject({
      number: 3,
      name: 'Điều chỉnh lần 1',
      state: 'adjusting',
      basedOn: 1,
      editable: true,
      inForce: false,
    })
    await call('targets.set', { ...DV, version: 3, unit: 'NGD', value: 15 })
    expect(await targetOn(opened, '2024-12-31')).toBe(40)
    const sheet = await call('targets.sheet', { version: 3, sets: [{ assigner: 'BCH' }] })
    const cells = new Map(sheet.rows.map((row) => [row.unit, row.sets[0]?.DV_MOI]))
    expect(cells.get('H1')).toMatchObject({ value: 35, before: 40, changed: true })
    expect(cells.get('H2')).toMatchObject({ value: 30, before: 30, changed: false })
    expect(cells.get(null)).toMatchObject({ value: 80, before: 80, changed: false })
    expect(cells.get('LDLD_HUYEN')).toMatchObject({ value: 65, before: 70, changed: true })

    expect(await call('plans.issue', {})).toMatchObject({ number: 3, state: 'adjusted', editable: false })
    expect(await targetOn(opened, '2024-06-30')).toBe(40)
    expect(await targetOn(opened, '2024-07-01')).toBe(35)
    expect(await call('targets.list', { unit: 'H1', asOf: '2024-06-30' })).toMatchObject([{ value: 40, version: 1 }])
    expect(await call('targets.list', { unit: 'H1' })).toMatchObject([{ value: 35, version: 3 }])
    expect(await refuse('targets.set', { ...DV, version: 3, unit: 'H1', value: 1 })).toBe('VERSION_ISSUED')
    const origin = await call('targets.origin', { ...DV, unit: 'H1' })
    expect(origin.adjusted).toMatchObject({
      before: 40,
      decisionNumber: '45/QĐ-LĐLĐ',
      effectiveOn: '2024-07-01',
      reason: 'Hai doanh nghiệp lớn ngừng hoạt động',
      issued: true,
    })
    expect((await call('targets.origin', { ...DV, unit: 'H2' })).adjusted).toBeNull()

    // A second decision rests on the first and may not begin before it.
    const next = { decisionNumber: '60/QĐ-LĐLĐ', reason: 'Bổ sung' }
    expect(await refuse('plans.adjust', { ...next, effectiveOn: '2024-06-30' })).toBe('ADJUSTMENT_BEFORE_BASE')
    expect(await refuse('plans.adjust', { ...next, effectiveOn: '2025-01-01' })).toBe('ADJUSTMENT_OUTSIDE_PLAN')
    const second = await call('plans.adjust', { ...next, effectiveOn: '2024-10-01' })
    expect(second).toMatchObject({ basedOn: 3, name: 'Điều chỉnh lần 2' })
    expect((await call('targets.origin', { ...DV, version: second.number, unit: 'H1' })).adjusted).toMatchObject({
      decisionNumber: '45/QĐ-LĐLĐ',
    })
  })

  test('has one adjustment overtake another only by being made anew', async () => {
    const { call, refuse } = await openIssued()
    const adjust = { decisionNumber: '1', reason: 'Một', effectiveOn: '2024-07-01' }
    const first = await call('plans.adjust', adjust)
    const second = await call('plans.adjust', { ...adjust, decisionNumber: '2' })
    await call('plans.issue', { version: first.number })
    expect(await refuse('plans.issue', { version: second.number })).toBe('ADJUSTMENT_OUTDATED')
    expect(await call('plans.removeVersion', { version: second.number })).toMatchObject({ current: first.name })
  })

  test('a draft is not adjusted, a closed plan neither adjusted nor edited', async () => {
    const { call, refuse } = await openWithTargets()
    const adjust = { decisionNumber: '1', reason: 'Một' }
    expect(await refuse('plans.adjust', adjust)).toBe('PLAN_NOT_ISSUED')
    const [plan] = await call('plans.list', {})
    await call('plans.update', { id: plan?.id ?? '', patch: { status: 'issued' } })
    await call('plans.update', { id: plan?.id ?? '', patch: { status: 'closed' } })
    expect(await refuse('plans.adjust', adjust)).toBe('PLAN_CLOSED')
    expect(await refuse('targets.set', { ...DV, unit: 'H1', value: 1 })).toBe('PLAN_CLOSED')
    expect(await refuse('plans.issue', {})).toBe('PLAN_CLOSED')
  })
})

describe('vì sao số này', () => {
  test('of a typed number says which step, by whom and when, through copies', async () => {
    const { call } = await openWithTargets()
    await call('settings.set', { userName: 'Lê Thị Mai' })
    await call('targets.setMany', { label: 'Dán 1 ô vào Chỉ tiêu', cells: [{ ...DV, unit: 'H1', value: 41 }] })
    await call('plans.copyVersion', {})
    await call('plans.copyVersion', { version: 'B' })
    const origin = await call('targets.origin', { ...DV, version: 'C', unit: 'H1' })
    expect(origin).toMatchObject({ value: 41, own: 41, allocated: null, adjusted: null })
    expect(origin.typed).toMatchObject({ label: 'Dán 1 ô vào Chỉ tiêu', who: 'Lê Thị Mai' })
  })

  test('of a sum says from which units, of an allocated number the whole record', async () => {
    const { call } = await openWithTargets()
    const total = await call('targets.origin', { ...DV, level: 'total', unit: null })
    expect(total).toMatchObject({ value: 80, own: null })
    expect(total.parts.map((part) => [part.unit, part.value])).toEqual([
      ['H1', 40],
      ['H2', 30],
      ['NGD', 10],
    ])
    const group = await call('targets.origin', { ...DV, level: 'group', unit: 'LDLD_HUYEN' })
    expect(group.parts.map((part) => part.unit)).toEqual(['H1', 'H2'])
    await call('targets.allocate', {
      ...DV,
      total: 100,
      by: 'hand',
      weights: { H1: 3, H2: 2, H3: 1, NGD: 1 },
      floor: 5,
    })
    expect((await call('targets.origin', { ...DV, unit: 'H1' })).allocated).toMatchObject({
      allocated: 43,
      total: 100,
      weight: 3,
      floor: 5,
      units: 4,
      changedSince: false,
    })
  })
})

describe('locks and ranges', () => {
  test('a cell, a row, a column or all are locked as one step and take no number', async () => {
    const { call, refuse } = await openWithTargets()
    await call('targets.set', { indicator: 'CDCS_MOI', assigner: 'BCH', unit: 'H1', value: 2 })
    expect(await call('targets.lockArea', { units: ['H1'], locked: true })).toEqual({ changed: 2 })
    expect(await call('targets.lockArea', { indicators: ['DV_MOI'], locked: true })).toEqual({ changed: 3 })
    expect(await call('targets.lockArea', { units: ['H1'], indicators: ['CDCS_MOI'], locked: false })).toEqual({
      changed: 1,
    })
    expect(await refuse('targets.set', { ...DV, unit: 'H1', value: 41 })).toBe('TARGET_LOCKED')
    expect(await refuse('targets.setMany', { cells: [{ ...DV, unit: 'H1', value: null, remove: true }] })).toBe(
      'TARGET_LOCKED',
    )
    // Its note may be written.
    expect(await call('targets.set', { ...DV, unit: 'H1', value: 40, note: 'Giữ' })).toMatchObject({ note: 'Giữ' })
    expect(await refuse('targets.lockArea', { units: ['H9'], locked: true })).toBe('UNIT_UNKNOWN')
    await call('history.undo', {})
    await call('history.undo', {})
    await call('history.undo', {})
    expect((await call('targets.list', {})).filter((row) => row.locked).map((row) => row.unit)).toEqual(['H1', 'H1'])
  })

  test('an allocation over some units leaves the others and the total of the owner alone', async () => {
    const opened = await openWithTargets()
    const { call, refuse } = opened
    await call('targets.allocate', { ...DV, total: 90, by: 'equal' })
    const part = await call('targets.allocate', { ...DV, units: ['H2', 'H3'], total: 31, by: 'equal' })
    expect(part.units.map((unit) => [unit.unit, unit.value])).toEqual([
      ['H2', 16],
      ['H3', 15],
    ])
    expect(part.ownerTarget).toBe(100)
    expect(await values(opened)).toEqual({ TINH: 100, H1: 23, H2: 16, H3: 15, NGD: 22 })
    // The record of the first still says why the others have theirs.
    expect(await call('targets.why', { ...DV, unit: 'H1' })).toMatchObject({ total: 90, changedSince: false })
    expect(await call('targets.why', { ...DV, unit: 'H2' })).toMatchObject({ total: 31, changedSince: false })
    expect(await refuse('targets.allocate', { ...DV, units: ['TINH'], total: 1, by: 'equal' })).toBe('UNIT_NOT_CHILD')
  })
})

describe('the sheet', () => {
  test('holds several assigners side by side and the year before as reference', async () => {
    const { call } = await openWithTargets()
    await call('plans.add', { code: '2025', kind: 'year', from: '2025-01-01', to: '2025-12-31' })
    await call('targets.set', { ...DV, plan: '2025', unit: 'H1', value: 44 })
    await call('targets.set', { ...DV, plan: '2025', assigner: 'TU', kind: 'pledged', unit: 'TINH', value: 99 })
    await call('reports.add', { unit: 'H1', indicator: 'DV_MOI', asOf: '2024-12-31', value: 37 })
    await call('reports.add', { unit: 'NGD', indicator: 'DV_MOI', asOf: '2024-12-31', value: 12 })
    const sheet = await call('targets.sheet', {
      plan: '2025',
      sets: [{ assigner: 'BCH' }, { assigner: 'Tỉnh ủy', kind: 'pledged' }],
    })
    const root = sheet.rows[0]
    expect(root?.sets.map((set) => set.DV_MOI?.value ?? null)).toEqual([44, 99])
    const references = await call('targets.references', { plan: '2025', assigner: 'BCH' })
    expect(references).toMatchObject({ plan: '2024', label: '2024', asOf: '2024-12-31' })
    const cells = new Map(references.rows.map((row) => [row.unit ?? row.level, row.cells.DV_MOI]))
    expect(cells.get('H1')).toEqual({ target: 40, result: 37 })
    expect(cells.get('LDLD_HUYEN')).toEqual({ target: 70, result: 37 })
    expect(cells.get('total')).toEqual({ target: 80, result: 49 })
    // Before the first plan there may be results all the same.
    expect(await call('targets.references', { plan: '2024', assigner: 'BCH' })).toMatchObject({
      plan: null,
      label: '2023',
    })
  })
})
