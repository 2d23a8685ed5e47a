import { describe, expect, test } from 'vitest'
import type { Input } from '#shared/contract/index.ts'
import { openProvince } from '#tests/support/province.ts'
import type { TestBackend } from '#tests/support/backend.ts'

async function openWithCommittee() {
  const opened = await openProvince()
  const committee = await opened.call('committees.save', {
    unit: 'TINH',
    name: 'Ban Chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở',
    period: 'giai đoạn 2023 - 2028',
    duties: 'Giúp Ban Thường vụ chỉ đạo, đôn đốc',
    decision: { kind: 'found', number: '12/QĐ-LĐLĐ', decidedOn: '2023-12-01' },
  })
  return { ...opened, committee }
}

const MEMBERS: Input<'committees.restaff'>['members'] = [
  { name: 'Trần Thị Bình', position: 'Chủ tịch LĐLĐ tỉnh', role: 'TRUONG_BAN', duties: 'Chỉ đạo chung' },
  { name: 'Lê Văn Công', position: 'Phó Chủ tịch LĐLĐ tỉnh', role: 'PTB_TT', areas: ['H1', 'H2'] },
  { name: 'Phạm Thu Dung', position: 'Trưởng Ban Tổ chức', role: 'UY_VIEN', areas: ['H3'] },
]

async function people({ call }: TestBackend): Promise<ReadonlyMap<string, string>> {
  return new Map((await call('people.list', {})).map((row) => [row.fullName, row.id]))
}

describe('a steering committee', () => {
  test('is founded by a decision, at the level of its unit', async () => {
    const { call, committee } = await openWithCommittee()
    expect(committee).toMatchObject({
      unit: 'TINH',
      level: 'province',
      issuerKind: 'union',
      validFrom: '2023-12-01',
      active: true,
      decisions: [{ kind: 'found', number: '12/QĐ-LĐLĐ' }],
      members: [],
    })
    expect(await call('committees.list', { asOf: '2023-11-30' })).toMatchObject([{ active: false }])
    expect(await call('committees.list', { asOf: '2023-11-30', state: 'active' })).toEqual([])
    expect(await call('committees.list', { unit: 'H1' })).toEqual([])
  })

  test('gets its list; people the file does not know become people of it', async () => {
    const opened = await openWithCommittee()
    const { call, committee } = opened
    const staffed = await call('committees.restaff', { committee: committee.id, on: '2023-12-01', members: MEMBERS })
    expect(staffed.members).toMatchObject([
      {
        person: 'Trần Thị Bình',
        roleName: 'Trưởng ban',
        position: 'Chủ tịch LĐLĐ tỉnh',
        duties: 'Chỉ đạo chung',
        areas: [],
      },
      { person: 'Lê Văn Công', roleName: 'Phó Trưởng ban Thường trực', areas: [{ unit: 'H1' }, { unit: 'H2' }] },
      { person: 'Phạm Thu Dung', roleName: 'Ủy viên', areas: [{ unit: 'H3' }] },
    ])
    expect([...(await people(opened)).keys()].toSorted()).toEqual(['Lê Văn Công', 'Phạm Thu Dung', 'Trần Thị Bình'])
    expect(await call('assignments.list', { committee: committee.id })).toHaveLength(3)
  })

  test('is restaffed: who leaves ends the day before, with the areas; who changes role begins anew', async () => {
    const opened = await openWithCommittee()
    const { call, committee } = opened
    await call('committees.restaff', { committee: committee.id, on: '2023-12-01', members: MEMBERS })
    const ids = await people(opened)
    const restaffed = await call('committees.restaff', {
      committee: committee.id,
      on: '2024-07-01',
      decision: { kind: 'restaff', number: '99/QĐ-LĐLĐ' },
      members: [
        { personId: ids.get('Lê Văn Công') ?? '', role: 'TRUONG_BAN' },
        { personId: ids.get('Phạm Thu Dung') ?? '', role: 'UY_VIEN', areas: ['H1', 'H3'] },
        { name: 'Vũ Thị Em', role: 'THU_KY' },
      ],
    })
    expect(restaffed.decisions.map(({ kind }) => kind)).toEqual(['found', 'restaff'])
    expect(restaffed.members.map(({ person, role }) => [person, role])).toEqual([
      ['Lê Văn Công', 'TRUONG_BAN'],
      ['Phạm Thu Dung', 'UY_VIEN'],
      ['Vũ Thị Em', 'THU_KY'],
    ])
    expect(restaffed.members[1]?.areas.map(({ unit }) => unit)).toEqual(['H1', 'H3'])
    const [before] = await call('committees.list', { asOf: '2024-06-30' })
    expect(before?.members.map(({ person, role }) => [person, role])).toEqual([
      ['Trần Thị Bình', 'TRUONG_BAN'],
      ['Lê Văn Công', 'PTB_TT'],
      ['Phạm Thu Dung', 'UY_VIEN'],
    ])
    const [all] = await call('committees.list', { asOf: '2024-07-01', everyMember: true })
    expect(all?.members).toHaveLength(5)
  })

  test('has no person twice and one head', async () => {
    const { call, refuse, committee } = await openWithCommittee()
    const restaff = { committee: committee.id, on: '2024-01-01' }
    expect(
      await refuse('committees.restaff', {
        ...restaff,
        members: [...MEMBERS, { name: 'trần thị  BÌNH', role: 'UY_VIEN' }],
      }),
    ).toBe('COMMITTEE_PERSON_TWICE')
    expect(
      await refuse('committees.restaff', {
        ...restaff,
        members: [...MEMBERS, { name: 'Đỗ Văn Giang', role: 'TRUONG_BAN' }],
      }),
    ).toBe('COMMITTEE_ROLE_TAKEN')
    const { members } = await call('committees.restaff', { ...restaff, members: MEMBERS })
    const [head] = members
    const write = (cells: Readonly<Record<string, string>>) =>
      call('organisation.write', {
        table: 'members',
        added: [
          {
            cells: Object.entries({ committee: committee.id, ...cells }).map(([column, value]) => ({ column, value })),
          },
        ],
      })
    expect(
      (await write({ person: head?.personId ?? '', role: 'UY_VIEN', validFrom: '2024-05-01' })).refused,
    ).toMatchObject([{ id: 'new:0', column: 'person' }])
    await call('people.save', { id: null, fullName: 'Ngô Thị Hạnh' })
    expect(
      (await write({ person: 'Ngô Thị Hạnh', role: 'Trưởng ban', validFrom: '2024-05-01' })).refused,
    ).toMatchObject([{ column: 'role' }])
    expect((await write({ person: 'Ngô Thị Hạnh', role: 'Ủy viên', validFrom: '2023-05-01' })).refused).toMatchObject([
      { column: 'validFrom' },
    ])
    expect((await write({ person: 'Ngô Thị Hạnh', role: 'Ủy viên', validFrom: '1/5/2024' })).written).toBe(4)
  })

  test('is founded once; its days stand in order; the same name twice at one unit is refused', async () => {
    const { call, refuse, committee } = await openWithCommittee()
    const again = { id: committee.id, unit: 'TINH', name: committee.name }
    expect(await refuse('committees.save', { ...again, decision: { kind: 'found', decidedOn: '2024-01-01' } })).toBe(
      'COMMITTEE_FOUNDED_TWICE',
    )
    expect(await refuse('committees.save', { ...again, validTo: '2023-01-01' })).toBe('RECORD_DATES_REVERSED')
    expect(await refuse('committees.save', { unit: 'TINH', name: committee.name })).toBe('COMMITTEE_TWICE')
    expect(await refuse('committees.restaff', { committee: committee.id, on: '2023-11-01', members: MEMBERS })).toBe(
      'RECORD_DATES_REVERSED',
    )
    const ended = await call('committees.save', {
      ...again,
      decision: { kind: 'end', number: '1/QĐ', decidedOn: '2024-06-30' },
    })
    expect(ended).toMatchObject({ validTo: '2024-06-30', active: false })
    expect(await refuse('committees.restaff', { committee: committee.id, on: '2024-08-01', members: MEMBERS })).toBe(
      'COMMITTEE_ENDED',
    )
    // The next one of that name may follow.
    await call('committees.save', { unit: 'TINH', name: committee.name, validFrom: '2024-07-01' })
  })

  test('of a district founded by its government keeps who issued it', async () => {
    const { call } = await openWithCommittee()
    expect(
      await call('committees.save', {
        unit: 'H1',
        name: 'Ban Chỉ đạo quận',
        issuerKind: 'government',
        issuer: 'Ủy ban nhân dân huyện Một',
        decision: { kind: 'restaff', number: '5/QĐ-UBND', decidedOn: '2024-02-01' },
      }),
    ).toMatchObject({ level: 'upper', issuerKind: 'government', issuer: 'Ủy ban nhân dân huyện Một' })
    expect((await call('committees.list', {})).map(({ unit }) => unit)).toEqual(['TINH', 'H1'])
  })

  test('ends whole: nobody sits in it any more, the areas looked after for it end with it', async () => {
    const { call, committee } = await openWithCommittee()
    await call('committees.restaff', { committee: committee.id, on: '2023-12-01', members: MEMBERS })
    const { id, unit, name, validFrom, duties } = committee
    await call('committees.save', {
      ...{ id, unit, name, validFrom, duties },
      decision: { kind: 'end', number: '9/QĐ-LĐLĐ', decidedOn: '2024-08-31' },
    })
    const membersOn = async (asOf: string) => (await call('committees.list', { asOf }))[0]?.members
    expect(await membersOn('2024-08-31')).toMatchObject([{ areas: [] }, { areas: [{}, {}] }, { areas: [{}] }])
    expect(await membersOn('2024-09-01')).toEqual([])
    expect(await call('assignments.list', { asOf: '2024-09-01', state: 'current' })).toEqual([])
    expect(await call('assignments.list', { asOf: '2024-08-31', state: 'current' })).toHaveLength(3)
    await call('history.undo', {})
    expect(await membersOn('2024-09-01')).toHaveLength(3)
  })

  test('is undone in one step', async () => {
    const { call, committee } = await openWithCommittee()
    await call('committees.restaff', { committee: committee.id, on: '2023-12-01', members: MEMBERS })
    await call('history.undo', {})
    expect(await call('people.list', {})).toEqual([])
    expect(await call('assignments.list', {})).toEqual([])
    expect((await call('committees.list', {}))[0]?.members).toEqual([])
  })
})
