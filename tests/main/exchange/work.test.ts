import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openForReading } from '#main/db/open.ts'
import { readCodes, readRows } from '#main/services/exchange/local-rows.ts'
import { readShapes } from '#main/services/exchange/shapes.ts'
import { openOffices, type Office } from '#tests/support/exchange/offices.ts'
import { forgeRows } from '#tests/support/exchange/rewrite.ts'
import { RESOURCES } from '#tests/support/resources.ts'

// Committees, charges, collaborators, visits, remedies and commendations go the way the unit's registry and reports go.

/** All rows of a table in the words of packages, so that two data files can be held side by side. */
function rowsOf({ file }: Office, table: string): Map<string, unknown> {
  const opened = openForReading(file, RESOURCES)
  if (!opened.ok) throw new Error(opened.error.message)
  const { sqlite } = opened.value
  const shapes = readShapes(sqlite)
  const shape = shapes.find((one) => one.table === table)
  if (shape === undefined) throw new Error(`${table} does not travel`)
  const ids = sqlite.prepare<[], string>(`SELECT id FROM "${table}" ORDER BY id`).pluck().all()
  const rows = readRows(sqlite, shape, readCodes(sqlite, shapes), ids)
  const derived = new Map<string, unknown>()
  for (const { column } of shape.derived ?? [])
    for (const { id, text } of sqlite
      .prepare<[], { id: string; text: string }>(`SELECT id, "${column}" AS text FROM "${table}"`)
      .all())
      derived.set(`${id} ${column}`, text)
  opened.value.close()
  return new Map([...rows, ...derived])
}

function expectSame(one: Office, other: Office, tables: readonly string[]): void {
  for (const table of tables) {
    const rows = rowsOf(one, table)
    expect(rows.size, table).toBeGreaterThan(0)
    expect(rowsOf(other, table), table).toEqual(rows)
  }
}

const AT_ENTERPRISES = ['assignments', 'collaborators', 'visits', 'visit_people', 'visit_followups', 'remedies']
const OF_UNIT = ['committees', 'committee_decisions', 'committee_members', 'assignments', 'visits', 'commendations']

async function fillUnit(a: Office) {
  const person = async (fullName: string) => (await a.call('people.save', { fullName })).id
  const [head, helper] = [await person('Lê Thị Hạnh'), await person('Trần Văn Bình')]
  const cells = Object.entries({ name: 'Công ty May Xa', unit: 'XA-A', taxCode: '0101243150', workers: '60' })
  const mill = await a.call('enterprises.add', {
    cells: cells.map(([column, value]) => ({ column: column as 'name', value })),
  })
  const committee = await a.call('committees.save', {
    unit: 'XA-A',
    name: 'Ban Chỉ đạo xã An Bình',
    decision: { kind: 'found', number: '05/QĐ-CĐX', decidedOn: '2024-01-10', issuer: null },
  })
  await a.call('committees.restaff', {
    committee: committee.id,
    on: '2024-01-10',
    members: [
      { personId: head, role: 'TRUONG_BAN', areas: ['XA-A'] },
      { personId: helper, role: 'UY_VIEN' },
    ],
  })
  await a.call('assignments.assign', {
    personId: helper,
    enterprises: [mill.id],
    committee: committee.id,
    validFrom: '2024-02-01',
  })
  const visit = {
    onDate: '2024-03-05',
    committeeId: committee.id,
    leaderId: head,
    people: [head, helper],
    conclusion: 'Đủ điều kiện vận động',
  }
  await a.call('visits.save', {
    ...visit,
    enterpriseId: mill.id,
    followUps: [{ content: 'Gặp lại giám đốc', personId: helper, dueOn: '2024-04-01' }],
  })
  await a.call('visits.save', { ...visit, unit: 'XA-A', situation: 'Ba doanh nghiệp chưa có công đoàn' })
  const write = async (
    table: 'collaborators' | 'remedies' | 'commendations',
    row: Readonly<Record<string, string>>,
  ) => {
    const written = await a.call('organisation.write', {
      table,
      added: [{ cells: Object.entries(row).map(([column, value]) => ({ column, value })) }],
    })
    expect(written.refused, table).toEqual([])
  }
  await write('collaborators', { fullName: 'Nguyễn Thị Nòng Cốt', enterprise: '0101243150' })
  await write('remedies', {
    kind: 'difficult',
    enterprise: '0101243150',
    openedOn: '2024-03-10',
    plan: 'Vận động qua nhóm nòng cốt',
  })
  await write('commendations', { plan: '2024', kind: 'group', unit: 'XA-A', name: 'Công đoàn xã An Bình' })
  return { mill, committee, head, helper }
}

test('what hangs on enterprises goes with the survey, the rest of the work with the report', async () => {
  const { province, a } = await openOffices()
  const { mill, committee } = await fillUnit(a)
  const survey = await province.take((await a.make({ kind: 'survey' })).file)
  expect(survey).toMatchObject({ status: 'applied', clashes: 0, problems: [] })
  expectSame(a, province, ['collaborators', 'remedies'])
  expect((await province.call('visits.list', { enterprise: mill.id }))[0]).toMatchObject({
    conclusion: 'Đủ điều kiện vận động',
  })
  const period = { from: '2024-06-01', to: '2024-06-30' }
  await a.call('reports.add', {
    unit: 'XA-A',
    indicator: 'DV_MOI',
    from: '2024-01-01',
    asOf: '2024-06-30',
    basis: 'cumulative',
    value: 42,
  })
  const report = await province.take((await a.make({ kind: 'report', period })).file)
  expect(report).toMatchObject({ status: 'applied', clashes: 0, problems: [] })
  expectSame(a, province, [...AT_ENTERPRISES, ...OF_UNIT])

  // The other way round: what the province says of the visit comes back with the next form, and only that.
  const [visit] = await province.call('visits.list', { unit: 'XA-A', from: '2024-03-05', to: '2024-03-05' })
  const [todo] = await province.call('visits.followUps', { which: 'open', asOf: '2024-10-05' })
  expect(visit?.committeeId).toBe(committee.id)
  expect(todo?.content).toBe('Gặp lại giám đốc')
  const form = await province.make({ kind: 'report-form', unit: 'XA-A', period: { ...period, to: '2024-06-30' } })
  expect(await a.take(form.file)).toMatchObject({ status: 'applied', clashes: 0, problems: [] })
  // And undone, nothing of it stays.
  await province.call('exchange.undo', { package: report.id ?? '' })
  for (const table of ['committee_decisions', 'commendations']) expect(rowsOf(province, table).size, table).toBe(0)
})

test('a handover carries the work of the unit, a removed row goes as removed', async () => {
  const { province, a } = await openOffices()
  const { committee } = await fillUnit(a)
  const handover = await province.take((await a.make({ kind: 'handover' })).file)
  expect(handover).toMatchObject({ status: 'applied', clashes: 0, problems: [] })
  expectSame(a, province, [...new Set([...AT_ENTERPRISES, ...OF_UNIT])])
  const rows = await a.call('commendations.list', {})
  await a.call('organisation.removeRows', { table: 'commendations', ids: rows.map(({ id }) => id) })
  const visits = await a.call('visits.list', {})
  await a.call('organisation.removeRows', { table: 'visits', ids: visits.map(({ id }) => id) })
  expect(await province.take((await a.make({ kind: 'handover' })).file)).toMatchObject({ clashes: 0, problems: [] })
  for (const table of ['commendations', 'visits', 'visit_people', 'visit_followups'])
    expect(rowsOf(province, table).size, table).toBe(0)
  expect([...rowsOf(province, 'committees').keys()]).toContain(committee.id)
})

test('a transfer takes along who was in charge, also where the receiver speaks to the province first', async () => {
  const { province, a, b } = await openOffices()
  const { mill } = await fillUnit(a)
  await b.take((await a.make({ kind: 'transfer', unit: 'XA-B', enterprises: [mill.id], on: '2024-09-01' })).file)
  expect(await b.call('assignments.list', { enterprise: mill.id })).toMatchObject([{ person: 'Trần Văn Bình' }])
  const fromB = await province.take((await b.make({ kind: 'survey' })).file)
  expect(fromB).toMatchObject({ status: 'applied', clashes: 0 })
  const fromA = await province.take((await a.make({ kind: 'survey' })).file)
  expect(fromA).toMatchObject({ status: 'applied', clashes: 0, open: 0 })
  expect((await province.call('enterprises.list', {})).rows.map(({ unitCode }) => unitCode)).toEqual(['XA-B'])
  expect(await province.call('assignments.list', { enterprise: mill.id })).toMatchObject([{ person: 'Trần Văn Bình' }])
  for (const office of [province, a, b]) expect((await office.call('file.verify', {})).ok).toBe(true)
})

test('a transfer of what the province knows is told by the receiver first; taking without being given is refused', async () => {
  const { province, a, b } = await openOffices()
  const { mill } = await fillUnit(a)
  await province.take((await a.make({ kind: 'survey' })).file)
  await b.take((await a.make({ kind: 'transfer', unit: 'XA-B', enterprises: [mill.id], on: '2024-09-01' })).file)
  const told = await b.make({ kind: 'survey' })
  // Given by somebody nobody has heard of: a name that anybody can write into a file.
  const giver = (await a.call('exchange.site', {})).id ?? ''
  const forged = path.join(b.folder, 'tự nhận.chitieu')
  const stranger = '01900000-0000-7000-8000-00000000abcd'
  fs.writeFileSync(forged, await forgeRows(told.file, b.file, (rows) => rows.replaceAll(giver, stranger)))
  expect(await province.refuseFile(forged)).toBe('PACKAGE_NOT_THEIRS')
  const first = await province.take(told.file)
  expect(first).toMatchObject({ status: 'applied', clashes: 0, open: 0 })
  expect((await province.call('enterprises.list', {})).rows.map(({ unitCode }) => unitCode)).toEqual(['XA-B'])
  const second = await province.take((await a.make({ kind: 'survey' })).file)
  expect(second).toMatchObject({ status: 'applied', clashes: 0, open: 0 })
  expect((await province.call('enterprises.list', {})).rows.map(({ unitCode }) => unitCode)).toEqual(['XA-B'])
  // The giver takes it back by its own hand alone.
  await a.call('enterprises.updateMany', { edits: [{ id: mill.id, column: 'unit', value: 'XA-A' }] })
  expect(await province.refuseFile((await a.make({ kind: 'survey' })).file)).toBe('PACKAGE_NOT_THEIRS')
})

test('an enterprise that does not go by a removal keeps all its parts until that is decided', async () => {
  const { province, a } = await openOffices()
  const names = ['Công ty May Gần', 'Công ty May Xa']
  const [near, far] = await Promise.all(
    names.map((name, at) =>
      a.call('enterprises.add', {
        cells: [
          { column: 'name', value: name },
          { column: 'unit', value: 'XA-A' },
          { column: 'workers', value: String(60 + at) },
        ],
      }),
    ),
  )
  const ids = [near?.id ?? '', far?.id ?? '']
  await province.take((await a.make({ kind: 'survey' })).file)
  const said = rowsOf(province, 'observations')
  expect(said.size).toBe(2)
  // One the province writes in, so that its removal is asked about; of the other it keeps what the unit has never seen.
  await province.call('enterprises.updateMany', { edits: [{ id: ids[0] ?? '', column: 'phone', value: '0233 111' }] })
  await province.call('visits.save', {
    onDate: '2024-06-01',
    enterpriseId: ids[1] ?? '',
    title: 'Làm việc tại nhà máy',
  })

  expect((await a.call('enterprises.remove', { ids })).removed).toBe(2)
  const { file } = await a.make({ kind: 'survey' })
  // What is told before is what is then done.
  const { created, updated, deleted, unchanged, clashes, clashCells, problems } = await province.call('exchange.read', {
    file,
  })
  expect(clashCells.map(({ row, column, theirs }) => [row, column, theirs])).toEqual(ids.map((id) => [id, '', null]))
  expect(clashCells.map(({ ours }) => ours)).toEqual(names.map((name) => expect.stringContaining(`Tên: ${name}`)))
  const taken = await province.take(file)
  expect(taken).toMatchObject({ status: 'applied', created, updated, deleted, unchanged, clashes, problems })
  expect(taken).toMatchObject({ deleted: 0, clashes: 2, open: 2 })
  expect(taken.problems).toMatchObject([{ table: 'enterprises', row: ids[1] }])
  expect(rowsOf(province, 'observations')).toEqual(said)
  const rows = (await province.call('enterprises.list', {})).rows
  expect(rows.map(({ name, workers }) => `${name}: ${workers}`).toSorted()).toEqual([
    'Công ty May Gần: 60',
    'Công ty May Xa: 61',
  ])
  // One question for the enterprise and all that is its; the unit decides, this side may give way.
  const waiting = await province.call('exchange.clashes', {})
  expect(waiting.map(({ table, row }) => [table, row])).toEqual(ids.map((id) => ['enterprises', id]))
  const [about, used] = waiting.map(({ id }) => id)
  expect(await province.refuse('exchange.decide', { clashes: [used ?? ''], choice: 'theirs' })).toBe('CLASH_IN_USE')
  expect(await province.call('exchange.decide', { clashes: [about ?? ''], choice: 'theirs' })).toMatchObject({
    open: 1,
  })
  expect((await province.call('enterprises.list', {})).rows.map(({ name }) => name)).toEqual(['Công ty May Xa'])
  expect(rowsOf(province, 'observations').size).toBe(1)
  // The visit the province keeps goes down; the unit takes its word back, and both have the enterprise with its parts.
  await a.take((await province.make({ kind: 'survey', unit: 'XA-A', full: true })).file)
  const [asked, ...more] = await a.call('exchange.clashes', {})
  expect([asked?.row, asked?.decides, more]).toEqual([ids[1], true, []])
  expect(rowsOf(a, 'visits').size).toBe(0)
  await a.call('exchange.decide', { clashes: [asked?.id ?? ''], choice: 'theirs' })
  expect(rowsOf(a, 'visits').size).toBe(1)
  expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({ status: 'applied', open: 0 })
  for (const office of [province, a]) {
    expect(await office.call('exchange.clashes', {})).toEqual([])
    expect(rowsOf(office, 'observations')).toEqual(rowsOf(province, 'observations'))
    expect((await office.call('enterprises.list', {})).rows.map(({ name, workers }) => [name, workers])).toEqual([
      ['Công ty May Xa', 61],
    ])
    expect((await office.call('file.verify', {})).ok).toBe(true)
  }
})

test('who owns it and stands by its removal takes along what others have done for it', async () => {
  const { province, a } = await openOffices()
  const mill = await a.call('enterprises.add', {
    cells: [
      { column: 'name', value: 'Công ty May Gần' },
      { column: 'unit', value: 'XA-A' },
      { column: 'workers', value: '60' },
    ],
  })
  await province.take((await a.make({ kind: 'survey' })).file)
  await province.call('visits.save', { onDate: '2024-06-01', enterpriseId: mill.id, title: 'Làm việc tại nhà máy' })
  // The visit is sent down before the removal is heard of, and the removal goes up before the visit is.
  const down = await province.make({ kind: 'survey', unit: 'XA-A' })
  await a.call('enterprises.remove', { ids: [mill.id] })
  const up = await a.make({ kind: 'survey' })
  expect(await a.take(down.file)).toMatchObject({ status: 'applied', created: 0 })
  expect(await province.take(up.file)).toMatchObject({ status: 'applied', deleted: 0, clashes: 1, open: 1 })
  expect(await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)).toMatchObject({ clashes: 1 })
  const waiting = await a.call('exchange.clashes', {})
  expect(waiting.map(({ table }) => table)).toContain('enterprises')
  await a.call('exchange.decide', { clashes: waiting.map(({ id }) => id), choice: 'ours' })
  expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({ status: 'applied', open: 0 })
  for (const office of [province, a]) {
    expect(await office.call('exchange.clashes', {})).toEqual([])
    for (const table of ['enterprises', 'observations', 'visits']) expect(rowsOf(office, table).size).toBe(0)
    expect((await office.call('file.verify', {})).ok).toBe(true)
  }
})

test('who owns what others still use may say at once that it stays, with its parts', async () => {
  const { province, a } = await openOffices()
  const mill = await province.call('enterprises.add', {
    cells: [
      { column: 'name', value: 'Công ty May Gần' },
      { column: 'unit', value: 'XA-A' },
      { column: 'workers', value: '60' },
    ],
  })
  await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
  await a.call('visits.save', { onDate: '2024-06-01', enterpriseId: mill.id, title: 'Làm việc tại nhà máy' })
  await province.call('enterprises.remove', { ids: [mill.id] })
  const { file } = await province.make({ kind: 'survey', unit: 'XA-A' })
  expect(await a.take(file, { clashes: 'ours' })).toMatchObject({ deleted: 0, clashes: 1, open: 0 })
  expect(await a.call('exchange.clashes', {})).toEqual([])
  expect(rowsOf(a, 'observations').size).toBe(1)
  // The province has it again, with what was said of it.
  expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({ status: 'applied', open: 0 })
  expect((await province.call('enterprises.list', {})).rows.map(({ name, workers }) => [name, workers])).toEqual([
    ['Công ty May Gần', 60],
  ])
  expect(rowsOf(province, 'observations')).toEqual(rowsOf(a, 'observations'))
})

test('the catalogue brings bands, calendars, campaigns and who takes no part in them', async () => {
  const { province, a } = await openOffices()
  await province.call('campaigns.savePreset', {
    code: 'THANG-10',
    name: 'Tháng 10',
    from: '10-01',
    to: '10-31',
    phases: [{ name: 'Đợt 1', from: '10-01', to: '10-15', basis: 'increment' }],
  })
  const opened = await province.call('campaigns.open', { preset: 'THANG-10', year: 2024 })
  await province.call('campaigns.exclude', { plan: opened.code, units: ['XA-B'], reason: 'Mới thành lập' })
  const [first, ...others] = await province.call('bands.list', {})
  await province.call('bands.set', {
    bands: [...(first === undefined ? [] : [{ ...first, name: 'Xuất sắc' }]), ...others],
  })
  const [calendar] = (await province.call('calendar.list', {})).rows
  if (calendar === undefined) throw new Error('no usual calendar')
  await province.call('calendar.save', { ...calendar, dueDays: 9 })
  const taken = await a.take((await province.make({ kind: 'catalogue', unit: 'XA-A' })).file)
  expect(taken).toMatchObject({ clashes: 0, problems: [] })
  expectSame(province, a, ['campaign_presets', 'campaign_exclusions', 'status_bands', 'reporting_calendars'])
  const campaigns = async (office: Office) =>
    (await office.call('campaigns.list', {})).map(({ code, from, phases }) => [
      code,
      from,
      phases.map((one) => one.code),
    ])
  expect(await campaigns(a)).toEqual(await campaigns(province))
  expect(await campaigns(a)).toEqual([[opened.code, '2024-10-01', opened.phases.map(({ code }) => code)]])
  expect((await a.call('bands.list', {}))[0]?.name).toBe('Xuất sắc')
})

test('a figure keeps the file it came in, and asks nothing about it', async () => {
  const { province, a } = await openOffices()
  const file = path.join(a.folder, 'bao-cao.csv')
  fs.writeFileSync(file, 'TT;Chỉ tiêu;Kế hoạch;Lũy kế;%\r\n1;Kết nạp mới đoàn viên;100;42;42\r\n')
  const read = await a.call('reportFiles.import', { files: [file], unit: 'XA-A', asOf: '2024-06-30' })
  expect(read.reports).toHaveLength(1)
  const period = { from: '2024-06-01', to: '2024-06-30' }
  const taken = await province.take((await a.make({ kind: 'report', period })).file)
  expect(taken).toMatchObject({ clashes: 0, open: 0, problems: [] })
  expectSame(a, province, ['report_files', 'report_values'])
})
