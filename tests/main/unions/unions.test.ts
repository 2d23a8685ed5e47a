import { describe, expect, test } from 'vitest'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

async function openProvince(): Promise<TestBackend & { readonly withoutUnion: EnterpriseRow }> {
  const opened = await openTestBackend({ province: 'sample' })
  const { rows } = await opened.call('enterprises.list', { hasUnion: false, minWorkers: 30, limit: 1 })
  const [withoutUnion] = rows
  if (withoutUnion === undefined) throw new Error('the sample has an enterprise without a union')
  return { ...opened, withoutUnion }
}

const DECISION = { decisionNumber: '45/QĐ-LĐLĐ', decisionOn: '2024-10-01', decisionIssuer: 'LĐLĐ thành phố' }

describe('a recognition decision', () => {
  test('of an enterprise begins its union, tells the registry and moves the funnel, in one step', async () => {
    const { call, withoutUnion } = await openProvince()
    const union = await call('unions.found', {
      ...DECISION,
      enterpriseId: withoutUnion.id,
      members: 21,
      chair: 'Lê An',
    })
    expect(union).toMatchObject({
      name: `Công đoàn cơ sở ${withoutUnion.name}`,
      unit: withoutUnion.unitCode,
      state: 'active',
      foundedOn: '2024-10-01',
      members: 21,
      membersOn: '2024-10-01',
      warnings: [],
    })
    const told = await call('enterprises.get', { id: withoutUnion.id })
    expect(told).toMatchObject({
      hasUnion: true,
      members: 21,
      stage: 'QD_CONG_NHAN',
      unionDecisionNumber: '45/QĐ-LĐLĐ',
      unionDecisionOn: '2024-10-01',
    })
    expect((await call('history.list', { limit: 1 }))[0]?.label).toBe(`Thành lập ${union.name}`)

    await call('history.undo', {})
    expect((await call('unions.list', { enterprise: withoutUnion.id })).rows).toEqual([])
    expect(await call('enterprises.get', { id: withoutUnion.id })).toMatchObject({
      hasUnion: false,
      stage: withoutUnion.stage,
    })
    await call('history.redo', {})
    expect((await call('unions.list', { enterprise: withoutUnion.id })).rows).toEqual([union])
  })

  test('without an enterprise needs a name; what it speaks of has to exist', async () => {
    const { call, refuse } = await openTestBackend()
    expect(await refuse('unions.found', DECISION)).toBe('UNION_NAME_MISSING')
    const named = { ...DECISION, name: 'Nghiệp đoàn Xe ôm', type: 'NGHIEP_DOAN' }
    expect(await refuse('unions.found', { ...named, unit: 'KHONG' })).toBe('UNIT_UNKNOWN')
    expect(await refuse('unions.found', { ...named, type: 'CD_XA' })).toBe('UNION_TYPE_UNKNOWN')
    expect(await refuse('unions.found', { ...named, enterpriseId: 'không' })).toBe('ENTERPRISE_NOT_FOUND')
    const founded = await call('unions.found', { ...named, unit: 'TINH', members: 8 })
    expect(founded.warnings.map(({ code }) => code)).toEqual(['FEW_MEMBERS'])
  })
})

describe('the list', () => {
  test('goes by day, unit, state, words, and the filters and orders of tables', async () => {
    const { call, refuse } = await openTestBackend()
    await call('units.add', { code: 'X-A', name: 'Công đoàn xã An', type: 'CD_XA', parent: 'TINH' })
    const found = (name: string, decisionOn: string, chair: string, unit = 'X-A') =>
      call('unions.found', { name, decisionOn, decisionNumber: decisionOn.slice(5), unit, members: 10, chair })
    await found('CĐCS Đại Lộc', '2023-05-01', 'Trần Yến')
    await found('CĐCS Ánh Dương', '2024-05-01', 'Nguyễn Đức An')
    await found('CĐCS Bình Minh', '2024-12-01', 'Lê Văn Bảo', 'TINH')
    const names = async (input: Parameters<typeof call<'unions.list'>>[1]) =>
      (await call('unions.list', input)).rows.map((row) => row.name)
    expect(await names({})).toEqual(['CĐCS Ánh Dương', 'CĐCS Bình Minh', 'CĐCS Đại Lộc'])
    expect(await names({ state: 'active' })).toEqual(['CĐCS Ánh Dương', 'CĐCS Đại Lộc'])
    expect(await names({ state: 'future', asOf: '2023-12-31' })).toEqual(['CĐCS Ánh Dương', 'CĐCS Bình Minh'])
    expect(await names({ unit: 'X-A' })).toEqual(['CĐCS Ánh Dương', 'CĐCS Đại Lộc'])
    expect(await names({ search: 'dai loc' })).toEqual(['CĐCS Đại Lộc'])
    expect(await names({ search: 'duc an' })).toEqual(['CĐCS Ánh Dương'])
    expect(await names({ sort: [{ column: 'chair' }] })).toEqual(['CĐCS Ánh Dương', 'CĐCS Bình Minh', 'CĐCS Đại Lộc'])
    expect(await names({ sort: [{ column: 'decisionOn', descending: true }] })).toEqual([
      'CĐCS Bình Minh',
      'CĐCS Ánh Dương',
      'CĐCS Đại Lộc',
    ])
    expect(
      await names({ filters: [{ column: 'decisionOn', kind: 'between', from: '2024-01-01', to: '2024-06-30' }] }),
    ).toEqual(['CĐCS Ánh Dương'])
    expect(await refuse('unions.list', { unit: 'KHONG' })).toBe('UNIT_UNKNOWN')
    expect(await refuse('unions.list', { sort: [{ column: 'khong' }] })).toBe('COLUMN_UNKNOWN')
  })
})

describe('cells and new rows', () => {
  test('are one step; what cannot be taken comes back and the rest is written', async () => {
    const { call, refuse, withoutUnion } = await openProvince()
    const first = await call('unions.found', { ...DECISION, name: 'CĐCS Một', unit: 'TINH' })
    const answer = await call('unions.updateMany', {
      label: 'Dán 3 dòng vào CĐCS',
      unit: 'TINH',
      edits: [
        { id: first.id, column: 'membersAtFounding', value: '1.025' },
        { id: first.id, column: 'decisionOn', value: '5/2/24' },
        { id: first.id, column: 'decisionNumber', value: null },
        { id: first.id, column: 'members', value: 3 },
        { id: first.id, column: 'endReason', value: 'Hết việc' },
        { id: first.id, column: 'successor', value: 'CĐCS Một' },
        { id: 'không có', column: 'name', value: 'x' },
      ],
      added: [
        {
          cells: [
            { column: 'name', value: 'CĐCS Hai' },
            { column: 'enterprise', value: withoutUnion.taxCode },
            { column: 'decisionOn', value: '2024-03-01' },
          ],
        },
        { cells: [{ column: 'chair', value: 'Không tên' }] },
        {
          cells: [
            { column: 'name', value: 'CĐCS Ba' },
            { column: 'type', value: 'nghiep doan co so' },
            { column: 'phone', value: '0912' },
          ],
        },
      ],
    })
    expect(answer.written).toBe(9)
    expect(answer.refused.map(({ id, column }) => `${id === first.id ? 'one' : id} ${column}`)).toEqual([
      'one members',
      'one endReason',
      'one successor',
      'không có name',
      'new:1 name',
    ])
    const { rows } = await call('unions.list', { search: 'cđcs' })
    const byName = new Map(rows.map((row) => [row.name, row]))
    expect(byName.get('CĐCS Một')).toMatchObject({
      membersAtFounding: 1025,
      decisionOn: '2024-02-05',
      decisionNumber: null,
    })
    expect(byName.get('CĐCS Hai')).toMatchObject({ enterpriseId: withoutUnion.id, unit: 'TINH', type: 'CDCS' })
    expect(byName.get('CĐCS Ba')).toMatchObject({ type: 'NGHIEP_DOAN' })
    // Linking a union to an enterprise tells the registry as well.
    expect(await call('enterprises.get', { id: withoutUnion.id })).toMatchObject({ hasUnion: true })
    expect((await call('history.list', { limit: 1 }))[0]?.label).toBe('Dán 3 dòng vào CĐCS')
    await call('history.undo', {})
    expect(await call('unions.get', { id: first.id })).toMatchObject({ union: first })
    expect(await refuse('unions.get', { id: answer.addedIds[0] ?? '' })).toBe('ROW_UNKNOWN')
  })

  test('a whole form is saved, with what it names checked', async () => {
    const { call, refuse } = await openTestBackend()
    const one = await call('unions.save', {
      name: 'CĐCS Một',
      unit: 'TINH',
      decisionOn: '2024-01-05',
      decisionNumber: '1',
    })
    const two = await call('unions.save', { name: 'CĐCS Hai', unit: 'TINH', previousId: one.id })
    expect(two).toMatchObject({ previousName: 'CĐCS Một', foundedOn: null, state: 'active' })
    expect(await refuse('unions.save', { id: one.id, name: 'CĐCS Một', successorId: one.id })).toBe('UNION_OF_ITSELF')
    expect(await refuse('unions.save', { id: 'không', name: 'CĐCS' })).toBe('ROW_UNKNOWN')
    expect(await refuse('unions.save', { name: 'CĐCS', endReason: 'DV_NGHI_HUU' })).toBe('REASON_UNKNOWN')
    const changed = await call('unions.save', { id: one.id, name: 'CĐCS Một mới', unit: 'TINH' })
    expect(changed).toMatchObject({ name: 'CĐCS Một mới', decisionOn: null })
  })

  test('rows go with their counts, but not those another one continues', async () => {
    const { call } = await openTestBackend()
    const one = await call('unions.save', { name: 'CĐCS Một', unit: 'TINH' })
    const two = await call('unions.save', { name: 'CĐCS Hai', unit: 'TINH', previousId: one.id })
    await call('unions.addMembers', { id: one.id, countedOn: '2024-01-01', members: 9 })
    expect(await call('unions.remove', { ids: [one.id] })).toMatchObject({ removed: 0, kept: [{ id: one.id }] })
    expect((await call('unions.get', { id: one.id })).members).toHaveLength(1)
    expect(await call('unions.remove', { ids: [one.id, two.id] })).toEqual({ removed: 2, kept: [] })
    await call('history.undo', {})
    expect((await call('unions.list', {})).rows.map((row) => [row.name, row.previousName, row.members])).toEqual([
      ['CĐCS Hai', 'CĐCS Một', null],
      ['CĐCS Một', null, 9],
    ])
  })
})

describe('members', () => {
  test('are the newest word up to the day: of the union, of its founding, of surveys', async () => {
    const { call, withoutUnion } = await openProvince()
    const union = await call('unions.found', { ...DECISION, enterpriseId: withoutUnion.id, members: 21, women: 12 })
    const added = await call('unions.addMembers', {
      id: union.id,
      countedOn: '2024-10-04',
      members: 25,
      source: 'Báo cáo',
    })
    const on = async (asOf: string) => (await call('unions.get', { id: union.id, asOf })).union.members
    expect([await on('2024-09-30'), await on('2024-10-01'), await on('2024-10-04')]).toEqual([0, 21, 25])
    await call('unions.addMembers', { id: union.id, countedOn: '2024-10-04', members: 26 })
    const { members } = await call('unions.get', { id: union.id })
    expect(members.filter((row) => row.countedOn === '2024-10-04')).toMatchObject([{ members: 26, own: true }])
    await call('unions.removeMembers', { id: added.id })
    expect(await on('2024-10-04')).toBe(21)
  })
})

describe('an ending', () => {
  test('hands the members over, tells the registry, and undoes as one step', async () => {
    const { call, refuse, withoutUnion } = await openProvince()
    const one = await call('unions.found', { ...DECISION, enterpriseId: withoutUnion.id, members: 21 })
    const two = await call('unions.found', {
      ...DECISION,
      decisionNumber: '46',
      name: 'CĐCS Nhận',
      unit: 'TINH',
      members: 40,
    })
    const ending = { ids: [one.id], on: '2024-10-05', reason: 'KT_SAP_NHAP', decisionNumber: '50/QĐ-LĐLĐ' }
    expect(await refuse('unions.end', { ...ending, successorId: one.id })).toBe('UNION_OF_ITSELF')
    expect(await refuse('unions.end', { ...ending, reason: 'KHONG' })).toBe('REASON_UNKNOWN')
    expect(await refuse('unions.end', { ...ending, successorId: 'không' })).toBe('UNION_UNKNOWN')
    expect(await call('unions.end', { ...ending, successorId: two.id })).toEqual({ ended: 1, membersMoved: 21 })
    expect((await call('unions.get', { id: one.id })).union).toMatchObject({
      state: 'ended',
      endReason: 'KT_SAP_NHAP',
      endDecisionNumber: '50/QĐ-LĐLĐ',
      successorName: 'CĐCS Nhận',
      members: 21,
    })
    expect((await call('unions.get', { id: two.id })).union).toMatchObject({ members: 61 })
    expect(await call('enterprises.get', { id: withoutUnion.id })).toMatchObject({ hasUnion: false, members: 0 })
    expect(await refuse('unions.end', { ids: [two.id], on: '2024-10-06', successorId: one.id })).toBe(
      'UNION_ALREADY_ENDED',
    )
    await call('history.undo', {})
    expect((await call('unions.get', { id: one.id })).union).toEqual(one)
    expect(await call('enterprises.get', { id: withoutUnion.id })).toMatchObject({ hasUnion: true, members: 21 })
  })
})

describe('counts from decisions', () => {
  test('come for every unit and altogether, restructuring apart', async () => {
    const { call, refuse } = await openTestBackend()
    await call('units.add', { code: 'X-A', name: 'Công đoàn xã An', type: 'CD_XA', parent: 'TINH' })
    const make = (name: string, decisionOn: string | null, unit: string | null) =>
      call('unions.save', { name, decisionOn, unit, membersAtFounding: 10 })
    const old = await make('CĐCS Cũ', null, 'X-A')
    const natural = await make('CĐCS Tự nhiên', '2020-01-01', 'TINH')
    await make('CĐCS Mới', '2024-06-30', 'X-A')
    await make('CĐCS Mai sau', '2024-07-01', 'X-A')
    await call('unions.end', { ids: [old.id], on: '2024-06-30', reason: 'KT_SAP_XEP' })
    await call('unions.end', { ids: [natural.id], on: '2024-02-01', reason: 'KT_DN_GIAI_THE' })
    const period = { from: '2024-01-01', to: '2024-06-30' }
    const counts = await call('unions.counts', period)
    expect(counts.total).toMatchObject({
      opening: 2,
      founded: 1,
      foundedMembers: 10,
      ended: 2,
      endedNatural: 1,
      endedRestructuring: 1,
      closing: 1,
    })
    expect(counts.units.map((row) => [row.unit, row.founded, row.ended, row.closing])).toEqual([
      ['TINH', 0, 1, 0],
      ['X-A', 1, 1, 1],
    ])
    expect((await call('unions.counts', { ...period, unit: 'X-A' })).total).toMatchObject({ opening: 1, closing: 1 })
    expect(await refuse('unions.counts', { from: period.to, to: period.from })).toBe('REPORT_DATES_REVERSED')
  })
})

test('the least number of members is a setting of the office', async () => {
  const { call, refuse } = await openTestBackend()
  await call('unions.save', { name: 'CĐCS Nhỏ', unit: 'TINH', membersAtFounding: 8 })
  expect((await call('unions.list', {})).rows[0]?.warnings).toEqual([])
  const minimums = [{ type: 'CDCS', members: 10 }]
  await call('unionRules.set', { minimums })
  expect((await call('unionRules.get', {})).minimums).toMatchObject(minimums)
  expect((await call('unions.list', {})).rows[0]?.warnings.map(({ code }) => code)).toEqual(['FEW_MEMBERS'])
  expect(
    await refuse('unionRules.set', {
      minimums: [{ type: 'CDCS', members: 1, validFrom: '2024-02-01', validTo: '2024-01-01' }],
    }),
  ).toBe('CATALOGUE_DATES_REVERSED')
})

test('a union goes with its enterprise when two rows turn out to be one', async () => {
  const { call, withoutUnion } = await openProvince()
  const double = await call('enterprises.add', {
    cells: [
      { column: 'name', value: withoutUnion.name },
      { column: 'unit', value: withoutUnion.unitCode },
    ],
  })
  const union = await call('unions.found', { ...DECISION, enterpriseId: double.id, members: 21 })
  // What the surveys said of the one and the decision of the other differ: the clerk takes the decision's word.
  const take = ['hasUnion', 'members']
  await call('enterprises.judgePair', { first: withoutUnion.id, second: double.id, verdict: 'same', take })
  expect((await call('unions.get', { id: union.id })).union).toMatchObject({
    enterpriseId: withoutUnion.id,
    enterpriseName: withoutUnion.name,
    members: 21,
  })
  expect(await call('enterprises.get', { id: withoutUnion.id })).toMatchObject({ hasUnion: true })
  await call('history.undo', {})
  expect((await call('unions.get', { id: union.id })).union.enterpriseId).toBe(double.id)
})
