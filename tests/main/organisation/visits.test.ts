import { describe, expect, test } from 'vitest'
import { openProvince } from '#tests/support/province.ts'

async function openWithVisit() {
  const opened = await openProvince()
  const leader = (await opened.call('people.save', { fullName: 'Trần Bình' })).id
  const an = (await opened.call('people.save', { fullName: 'Lê An' })).id
  const visit = await opened.call('visits.save', {
    onDate: '2024-06-15',
    unit: 'H1',
    leaderId: leader,
    people: [an],
    title: 'Làm việc về phát triển đoàn viên',
    situation: 'Đạt một phần ba chỉ tiêu',
    difficulties: 'Chủ doanh nghiệp né tránh',
    causes: 'Chưa có người bám sát',
    solutions: 'Phân công từng cán bộ\nMời Thuế cùng làm việc',
    followUps: [
      { content: 'Lập danh sách', personId: an, dueOn: '2024-07-01' },
      { content: 'Gặp chủ doanh nghiệp', unit: 'H1', dueOn: '2024-10-10' },
      { content: 'Báo cáo' },
    ],
  })
  return { ...opened, leader, an, visit }
}

describe('a working visit', () => {
  test('keeps findings as they were typed, who went, and what is left to do', async () => {
    const { visit } = await openWithVisit()
    expect(visit).toMatchObject({
      subjectName: 'Liên đoàn Lao động huyện Một',
      leader: 'Trần Bình',
      people: [{ name: 'Lê An' }],
      state: 'done',
      solutions: 'Phân công từng cán bộ\nMời Thuế cùng làm việc',
      openFollowUps: 3,
      overdueFollowUps: 1,
    })
  })

  test('of a day to come is planned', async () => {
    const { call } = await openWithVisit()
    const planned = await call('visits.save', { onDate: '2024-11-01', unit: 'H2' })
    expect(planned.state).toBe('planned')
    expect(await call('visits.list', { state: 'planned' })).toHaveLength(1)
    expect(await call('visits.list', { unit: 'H1' })).toHaveLength(1)
    expect(await call('visits.list', { from: '2024-07-01' })).toHaveLength(1)
  })

  test('is with a unit or an enterprise; what it leaves to do is not due before it', async () => {
    const { refuse } = await openWithVisit()
    expect(await refuse('visits.save', { onDate: '2024-06-15' })).toBe('RECORD_SUBJECT_NEEDED')
    expect(
      await refuse('visits.save', {
        onDate: '2024-06-15',
        unit: 'H1',
        followUps: [{ content: 'Trước', dueOn: '2024-06-01' }],
      }),
    ).toBe('RECORD_DATES_REVERSED')
    expect(await refuse('visits.save', { onDate: '2024-06-15', unit: 'H1', people: ['ai'] })).toBe('PERSON_UNKNOWN')
  })
})

describe('follow-ups', () => {
  test('late ones first, then by day, then those without a day', async () => {
    const { call } = await openWithVisit()
    const rows = await call('visits.followUps', {})
    expect(rows.map(({ content, overdue, dueSoon, daysLeft }) => [content, overdue, dueSoon, daysLeft])).toEqual([
      ['Lập danh sách', true, false, -96],
      ['Gặp chủ doanh nghiệp', false, true, 5],
      ['Báo cáo', false, false, null],
    ])
    expect(await call('visits.followUps', { which: 'overdue' })).toHaveLength(1)
    expect(await call('visits.followUps', { which: 'soon', within: 4 })).toHaveLength(1)
    expect(await call('visits.followUps', { asOf: '2024-06-14' })).toEqual([])
  })

  test('on its last day a thing is due, the day after it is late', async () => {
    const { call } = await openWithVisit()
    const on = async (asOf: string) => (await call('visits.followUps', { asOf, which: 'overdue' })).length
    expect([await on('2024-07-01'), await on('2024-07-02')]).toEqual([0, 1])
  })

  test('done on a day is done from that day on', async () => {
    const { call } = await openWithVisit()
    const [late] = await call('visits.followUps', {})
    const edit = (column: string, value: string | null) =>
      call('organisation.write', { table: 'followUps', edits: [{ id: late?.id ?? '', column, value }] })
    expect((await edit('doneOn', '1/6/2024')).refused).toMatchObject([{ column: 'doneOn' }])
    await edit('doneOn', '20/9/2024')
    expect(await call('visits.followUps', { which: 'overdue' })).toEqual([])
    expect(await call('visits.followUps', { asOf: '2024-09-19', which: 'overdue' })).toHaveLength(1)
    const [all] = (await call('visits.followUps', { which: 'all' })).filter(({ state }) => state === 'done')
    expect(all).toMatchObject({ doneOn: '2024-09-20' })
    await edit('state', 'chưa xong')
    expect(await call('visits.followUps', { which: 'overdue' })).toMatchObject([{ doneOn: null, state: 'open' }])
    await edit('state', 'đã xong')
    expect((await call('visits.followUps', { which: 'all' })).find(({ id }) => id === late?.id)?.doneOn).toBe(
      '2024-10-05',
    )
  })

  test('a list that is saved again keeps, changes and drops', async () => {
    const { call, visit } = await openWithVisit()
    const [first] = visit.followUps
    const again = await call('visits.save', {
      id: visit.id,
      onDate: visit.onDate,
      unit: 'H1',
      people: [],
      followUps: [{ id: first?.id ?? '', content: 'Lập danh sách mới', dueOn: '2024-07-02' }, { content: 'Thêm' }],
    })
    expect(again.people).toEqual([])
    expect(again.followUps.map(({ content }) => content).toSorted()).toEqual(['Lập danh sách mới', 'Thêm'])
    await call('history.undo', {})
    expect((await call('visits.list', {}))[0]?.followUps).toHaveLength(3)
  })

  test('go with their visit', async () => {
    const { call, visit } = await openWithVisit()
    expect(await call('organisation.removeRows', { table: 'visits', ids: [visit.id] })).toEqual({
      removed: 1,
      kept: [],
    })
    expect(await call('visits.followUps', { which: 'all' })).toEqual([])
  })
})
