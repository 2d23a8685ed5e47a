import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeKeptFolder } from '#tests/support/temp-folder.ts'
import { afterAll } from 'vitest'

const { folder, remove } = makeKeptFolder()
const db = path.join(folder, 'tỉnh.chitieu-db')
afterAll(remove)

async function line(...argv: readonly string[]): Promise<{ code: number; value: unknown }> {
  let out = ''
  const code = await runCli([...argv, '--db', db, '--json'], { out: (text) => (out += text), error: () => undefined })
  return { code, value: JSON.parse(out) }
}

beforeAll(async () => {
  await line('init', '--sample')
})

test('committees: listed, saved, staffed', async () => {
  const listed = await line('committees', 'list', '--as-of', '2024-09-30')
  expect(listed).toMatchObject({
    code: 0,
    value: [
      {
        unit: 'TINH',
        decisions: [{ kind: 'found' }, { kind: 'restaff', number: '87/QĐ-LĐLĐ' }],
        members: expect.arrayContaining([
          expect.objectContaining({ person: 'Trần Quốc Lương', role: 'TRUONG_BAN', areas: [] }),
          expect.objectContaining({
            person: 'Lê Thị Hồng Hạnh',
            areas: expect.arrayContaining([expect.objectContaining({ unit: 'H-YENGIANG' })]),
          }),
        ]),
      },
      { unit: 'TP-HAISON', issuerKind: 'government', issuer: 'Ủy ban nhân dân thành phố Hải Sơn' },
      { unit: 'CDKCN' },
    ],
  })
  expect(
    await line(
      ...['committees', 'save', '--unit', 'H-YENGIANG', '--name', 'Ban Chỉ đạo huyện Yên Giang'],
      ...['--kind', 'thành lập', '--on', '1/2/2024', '--decision', '3/QĐ-LĐLĐ', '--duties', 'Chỉ đạo'],
    ),
  ).toMatchObject({ code: 0, value: { unit: 'H-YENGIANG', validFrom: '2024-02-01', duties: 'Chỉ đạo' } })
  const staffed = await line(
    ...['committees', 'members', '--committee', 'H-YENGIANG', '--on', '1/2/2024'],
    ...[
      '--member',
      'Bùi Thị Kim Yến; Trưởng ban; ; Chỉ đạo chung; H-YENGIANG',
      '--member',
      'Người Mới; THU_KY; Văn thư',
    ],
  )
  expect(staffed).toMatchObject({
    value: [
      { person: 'Bùi Thị Kim Yến', role: 'TRUONG_BAN', areas: [{ unit: 'H-YENGIANG' }] },
      { person: 'Người Mới', role: 'THU_KY', position: 'Văn thư' },
    ],
  })
  expect(await line('committees', 'members', '--committee', 'ban chi dao huyen yen giang')).toEqual(staffed)
  expect(await line('committees', 'members', '--committee', 'không có')).toMatchObject({
    code: 1,
    value: { error: { code: 'COMMITTEE_UNKNOWN' } },
  })
})

test('assignments: listed, made, ended', async () => {
  const before = await line('assignments', 'list', '--unit', 'TX-PHULINH', '--subject', 'unit', '--as-of', '2024-09-30')
  expect(before.value).toMatchObject([
    { person: 'Lê Thị Hồng Hạnh', subject: 'unit', unit: 'TX-PHULINH', role: 'lead' },
  ])
  expect(
    await line(
      ...['assignments', 'assign', '--person', 'Vũ Đức Thắng', '--unit', 'TX-PHULINH', '--from', '1/10/2024'],
      ...['--enterprise', '6923001437', '--due', '31/12/2024'],
    ),
  ).toMatchObject({ code: 0, value: { assigned: 2, relieved: 2, unchanged: 0 } })
  const ended = await line(
    'assignments',
    'end',
    '--person',
    'Vũ Đức Thắng',
    '--unit',
    'TX-PHULINH',
    '--on',
    '15/10/2024',
  )
  expect(ended).toMatchObject({ code: 0, value: { ended: 1 } })
  expect(await line('assignments', 'assign', '--person', 'Ai Đó', '--unit', 'TINH')).toMatchObject({
    code: 1,
    value: { error: { code: 'RECORD_UNKNOWN' } },
  })
})

test('visits: listed, added, followed up', async () => {
  expect((await line('visits', 'list', '--to', '2024-12-31')).value).toHaveLength(4)
  const added = await line(
    ...['visits', 'add', '--on', '1/10/2024', '--unit', 'H-SONLOC', '--leader', 'Trần Quốc Lương'],
    ...[
      '--situation',
      'Đạt 40%',
      '--difficulties',
      'Ít doanh nghiệp',
      '--causes',
      'Địa bàn núi',
      '--solutions',
      'Ghép cụm',
    ],
    ...['--follow-up', 'Khảo sát lại; Đỗ Minh Tuấn; 5/10/2024; H-SONLOC', '--follow-up', 'Báo cáo'],
  )
  expect(added).toMatchObject({
    code: 0,
    value: {
      unit: 'H-SONLOC',
      causes: 'Địa bàn núi',
      followUps: [{ person: 'Đỗ Minh Tuấn', dueOn: '2024-10-05' }, { dueOn: null }],
    },
  })
  const late = await line('visits', 'followups', '--as-of', '2024-10-06', '--which', 'overdue')
  const rows = late.value as readonly { readonly id: string; readonly content: string; readonly daysLeft: number }[]
  expect(rows.map(({ content }) => content)).toContain('Khảo sát lại')
  expect(rows.map(({ daysLeft }) => daysLeft)).toEqual(rows.map(({ daysLeft }) => daysLeft).toSorted((a, b) => a - b))
  const [first] = rows
  await line('visits', 'followups', '--done', first?.id ?? '', '--on', '6/10/2024', '--result', 'Đã xong')
  const after = await line('visits', 'followups', '--as-of', '2024-10-06', '--which', 'overdue')
  expect(after.value).toHaveLength(rows.length - 1)
})

test('commendations: proposed, listed', async () => {
  const dry = await line('commendations', 'propose', '--plan', '2023', '--as-of', '2023-12-31', '--dry-run')
  expect(dry).toMatchObject({ code: 0, value: { plan: '2023', asOf: '2023-12-31' } })
  expect((await line('commendations', 'list', '--plan', '2023')).value).toEqual([])
  const made = await line(
    'commendations',
    'propose',
    '--plan',
    '2023',
    '--as-of',
    '2023-12-31',
    '--at-least',
    '95',
    '--form',
    'GK',
  )
  const { proposed, excluded } = made.value as { readonly proposed: number; readonly excluded: number }
  expect(proposed).toBeGreaterThan(0)
  expect((await line('commendations', 'list', '--plan', '2023')).value).toHaveLength(proposed + excluded)
  const out = (await line('commendations', 'list', '--plan', '2023', '--state', 'excluded')).value
  expect(out).toHaveLength(excluded)
  for (const { exclusion } of out as readonly { readonly exclusion: string | null }[]) expect(exclusion).not.toBeNull()
})

test('a committee is edited by its id: what is not named stays, a dash clears; it ends with its members', async () => {
  const committee = (on: string) => line('committees', 'list', '--unit', 'CDKCN', '--as-of', on)
  const [before] = (await committee('2024-09-30')).value as { id: string; name: string; validFrom: string }[]
  const id = before?.id ?? ''
  await line('committees', 'save', '--id', id, '--duties', 'Chỉ đạo các khu', '--period', 'giai đoạn 2024 - 2025')
  await line('committees', 'save', '--id', id, '--period', '-')
  expect((await committee('2024-09-30')).value).toMatchObject([
    { name: before?.name, validFrom: before?.validFrom, duties: 'Chỉ đạo các khu', period: null, members: [{}, {}] },
  ])
  await line('committees', 'save', '--id', id, '--kind', 'kết thúc', '--on', '31/10/2024', '--decision', '8/QĐ')
  await line('committees', 'save', '--id', id, '--note', 'Sáp nhập vào Ban Chỉ đạo tỉnh')
  expect((await committee('2024-11-01')).value).toMatchObject([
    { active: false, validTo: '2024-10-31', members: [], note: 'Sáp nhập vào Ban Chỉ đạo tỉnh' },
  ])
  expect(await line('committees', 'save', '--id', 'khong', '--note', 'x')).toMatchObject({
    code: 1,
    value: { error: { code: 'COMMITTEE_UNKNOWN' } },
  })
  expect(
    await line('committees', 'members', '--committee', 'TINH', '--on', '1/11/2024', '--member', 'Ai Đó; Thủ lĩnh'),
  ).toMatchObject({ value: { error: { message: 'Không có chức danh “Thủ lĩnh”. Hãy chọn trong danh sách.' } } })
})

test('what is refused in a table is said in one sentence; nobody is listed twice in one place', async () => {
  const bad = ['remedies', 'add', '--enterprise', '6987153097', '--on', '1/9/2024', '--due', '1/8/2024']
  expect(await line(...bad, '--plan', 'Đối thoại')).toMatchObject({
    value: { error: { message: 'Hạn hoàn thành 1/8/2024 đứng trước ngày 1/9/2024. Hãy sửa lại ngày.' } },
  })
  const asked = ['commendations', 'propose', '--plan', '2024', '--as-of', '30/9/2024', '--dry-run', '--form']
  expect(await line(...asked, 'Giấy khen')).toMatchObject({ code: 0 })
  expect(await line(...asked, 'Cúp vàng')).toMatchObject({
    value: { error: { message: 'Không có hình thức khen thưởng “Cúp vàng”. Hãy chọn trong danh sách.' } },
  })
  const person = ['collaborators', 'add', '--name', 'Lê Văn Trùng', '--unit', 'H-SONLOC']
  await line(...person)
  expect(await line(...person)).toMatchObject({
    code: 1,
    value: { error: { message: expect.stringMatching(/^Đồng chí Lê Văn Trùng đã có trong danh sách ở nơi này\./) } },
  })
  expect(await line(...person, '--phone', '0912345678')).toMatchObject({ code: 0 })
})

test('the funnel, weak unions, plans of their own, collaborators', async () => {
  expect(await line('funnel', '--as-of', '30/9/2024', '--stuck', '90')).toMatchObject({
    code: 0,
    value: {
      asOf: '2024-09-30',
      stuckDays: 90,
      stages: expect.arrayContaining([expect.objectContaining({ code: 'DA_TIEP_XUC' })]),
      withoutUnion: { frozen: true },
    },
  })
  expect(await line('funnel', '--stuck', 'lâu')).toMatchObject({
    code: 1,
    value: { error: { code: 'NUMBER_INVALID' } },
  })
  expect((await line('unions', 'weak', '--as-of', '2024-10-05')).value).toHaveLength(3)
  const made = await line(
    ...['remedies', 'add', '--union', 'Công đoàn cơ sở Công ty TNHH Vận tải Hải Điền', '--on', '1/10/2024'],
    ...['--plan', 'Kiện toàn', '--officer', 'Hoàng Văn Sơn', '--step', 'Họp; 10/10/2024', '--step', 'Bầu'],
  )
  expect(made).toMatchObject({ code: 0, value: { kind: 'weak', steps: [{ dueOn: '2024-10-10' }, { dueOn: null }] } })
  expect((await line('remedies', 'list', '--kind', 'weak')).value).toHaveLength(2)
  expect(
    await line('collaborators', 'add', '--name', 'Bà Chín', '--kind', 'nòng cốt', '--unit', 'CDKCN'),
  ).toMatchObject({
    value: { fullName: 'Bà Chín', kind: 'core', unit: 'CDKCN' },
  })
  expect((await line('collaborators', 'list', '--unit', 'CDKCN')).value).toHaveLength(1)
})
