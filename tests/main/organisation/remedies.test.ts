import { expect, test } from 'vitest'
import { openProvince } from '#tests/support/province.ts'

async function openWithUnion() {
  const opened = await openProvince()
  const union = await opened.call('unions.found', {
    name: 'CĐCS Công ty Đá',
    unit: 'H1',
    decisionOn: '2020-02-01',
    members: 12,
  })
  await opened.call('people.save', { fullName: 'Lê An' })
  const write = (cells: Readonly<Record<string, string>>, table: 'remedies' | 'steps' | 'unionOfficers' = 'remedies') =>
    opened.call('organisation.write', {
      table,
      added: [{ cells: Object.entries(cells).map(([column, value]) => ({ column, value })) }],
    })
  return { ...opened, union, write }
}

test('a plan for a weak union has causes, steps, an officer and in the end an outcome', async () => {
  const { call, write } = await openWithUnion()
  const made = await write({
    kind: 'CĐCS yếu',
    union: 'cđcs công ty đá',
    openedOn: '1/3/2024',
    causes: 'Ban Chấp hành không sinh hoạt',
    plan: 'Kiện toàn Ban Chấp hành',
    officer: 'Lê An',
    dueOn: '30/6/2024',
  })
  expect(made).toMatchObject({ written: 7, refused: [] })
  const id = made.addedIds[0] ?? ''
  await write({ remedy: id, content: 'Họp công đoàn cơ sở', dueOn: '15/3/2024', doneOn: '14/3/2024' }, 'steps')
  await write({ remedy: id, content: 'Bầu bổ sung', dueOn: '30/4/2024' }, 'steps')
  const [row] = await call('remedies.list', { asOf: '2024-07-01' })
  expect(row).toMatchObject({ open: true, overdue: true, officer: 'Lê An', unit: 'H1', stepsDone: 1 })
  expect(row?.steps.map(({ content, overdue }) => [content, overdue])).toEqual([
    ['Họp công đoàn cơ sở', false],
    ['Bầu bổ sung', true],
  ])
  // Marked by the office: it is among the weak, though it has members enough.
  expect(await call('remedies.weakUnions', { asOf: '2024-07-01' })).toMatchObject([
    { kind: 'weak', reasons: [{ code: 'MARKED' }], remedyId: id },
  ])
  const edit = (column: string, value: string) =>
    call('organisation.write', { table: 'remedies', edits: [{ id, column, value }] })
  expect((await edit('closedOn', '1/7/2024')).refused).toMatchObject([{ column: 'outcome' }])
  await edit('outcome', 'đã kiện toàn')
  const [closed] = await call('remedies.list', { state: 'closed' })
  expect(closed).toMatchObject({ outcome: 'restaffed', closedOn: '2024-10-05', open: false })
  expect(await call('remedies.weakUnions', {})).toEqual([])
  expect(await call('remedies.list', { asOf: '2024-10-04', state: 'open' })).toHaveLength(1)
})

test('one open plan at a time, for the right kind of thing', async () => {
  const { write } = await openWithUnion()
  await write({ kind: 'weak', union: 'CĐCS Công ty Đá', openedOn: '2024-03-01' })
  expect((await write({ kind: 'memberless', union: 'CĐCS Công ty Đá', openedOn: '2024-05-01' })).refused).toHaveLength(
    1,
  )
  expect((await write({ kind: 'difficult', union: 'CĐCS Công ty Đá', openedOn: '2024-05-01' })).refused).toMatchObject([
    { column: 'kind' },
  ])
  expect((await write({ kind: 'weak', openedOn: '2024-05-01' })).refused).toHaveLength(1)
})

test('the executive committee of a union has no person twice', async () => {
  const { call, write, union } = await openWithUnion()
  const add = (fullName: string, role: string, born = '', body = 'executive') =>
    write({ union: union.id, fullName, role, born, body }, 'unionOfficers')
  expect((await add('Nguyễn Văn Nam', 'Chủ tịch')).written).toBe(4)
  expect((await add('nguyễn văn NAM', 'Ủy viên')).refused).toMatchObject([{ column: 'fullName' }])
  expect((await add('Nguyễn Văn Nam', 'Ủy viên', '1990')).refused).toHaveLength(1)
  await call('organisation.write', {
    table: 'unionOfficers',
    edits: [
      { id: (await call('unionOfficers.list', { union: union.id }))[0]?.id ?? '', column: 'born', value: '1985' },
    ],
  })
  expect((await add('Nguyễn Văn Nam', 'Ủy viên', '1990')).refused).toEqual([])
  expect((await add('Nguyễn Văn Nam', 'Chủ nhiệm', '1985', 'Ủy ban Kiểm tra')).refused).toEqual([])
  expect((await call('unionOfficers.list', { union: union.id })).map(({ body, role }) => [body, role])).toEqual([
    ['executive', 'Chủ tịch'],
    ['executive', 'Ủy viên'],
    ['inspection', 'Chủ nhiệm'],
  ])
})

test('a plan and its steps are one step; a step that is refused leaves no plan', async () => {
  const { call, refuse } = await openWithUnion()
  const cells = [
    { column: 'kind', value: 'weak' },
    { column: 'union', value: 'CĐCS Công ty Đá' },
    { column: 'openedOn', value: '1/3/2024' },
  ]
  const step = (content: string, dueOn: string) => [
    { column: 'content', value: content },
    { column: 'dueOn', value: dueOn },
  ]
  expect(
    await refuse('remedies.add', { cells, steps: [step('Khảo sát', '15/3/2024'), step('Họp', '31/2/2024')] }),
  ).toBe('DATE_INVALID')
  expect(await refuse('remedies.add', { cells, steps: [step('', '15/3/2024')] })).toBe('CATALOGUE_CELL_MISSING')
  expect(await call('remedies.list', {})).toEqual([])
  const { id } = await call('remedies.add', { cells, steps: [step('Khảo sát', '15/3/2024'), step('Họp', '')] })
  expect(await call('remedies.list', {})).toMatchObject([
    {
      id,
      kind: 'weak',
      openedOn: '2024-03-01',
      steps: [
        { content: 'Khảo sát', dueOn: '2024-03-15' },
        { content: 'Họp', dueOn: null },
      ],
    },
  ])
  await call('history.undo', {})
  expect(await call('remedies.list', {})).toEqual([])
})
