import { describe, expect, test } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { openProvince } from '#tests/support/province.ts'

async function openWithPeople() {
  const opened = await openProvince()
  const person = async (fullName: string) => (await opened.call('people.save', { fullName })).id
  const enterprise = async (name: string) =>
    (
      await opened.call('enterprises.add', {
        cells: [
          { column: 'name', value: name },
          { column: 'unit', value: 'H1' },
          { column: 'workers', value: 60 },
        ],
      })
    ).id
  return {
    ...opened,
    an: await person('Lê An'),
    binh: await person('Trần Bình'),
    mill: await enterprise('Công ty May'),
  }
}

/** Who is in charge of an enterprise, as [name, from, to]. */
async function history({ call }: TestBackend, enterprise: string) {
  const rows = await call('assignments.list', { enterprise })
  return rows
    .map(({ person, validFrom, validTo }) => [person, validFrom, validTo])
    .toSorted((a, b) => String(a[1]).localeCompare(String(b[1])))
}

describe('charge of an enterprise', () => {
  test('written in the registry of an earlier day begins that day, and later charges stay', async () => {
    const opened = await openWithPeople()
    const { call, an, binh, mill } = opened
    await call('enterprises.updateMany', {
      edits: [{ id: mill, column: 'workers', value: 40 }],
      observedOn: '2024-01-05',
    })
    const officerOn = async (asOf: string | null) =>
      (await call('enterprises.list', { asOf, limit: 500 })).rows.find(({ id }) => id === mill)?.officerName ?? null
    await call('assignments.assign', { personId: an, enterprises: [mill], validFrom: '2024-01-10' })
    await call('assignments.assign', { personId: an, enterprises: [mill], validFrom: '2024-09-01' })
    // By the dialog.
    expect(await call('enterprises.assignOfficer', { ids: [mill], officerId: binh, asOf: '2024-06-30' })).toEqual({
      changed: 1,
      unchanged: 0,
    })
    expect(await officerOn('2024-06-30')).toBe('Trần Bình')
    expect(await officerOn('2024-06-29')).toBe('Lê An')
    // By typing in the cell, also somebody who is in charge today anyway.
    await call('enterprises.updateMany', {
      edits: [{ id: mill, column: 'officer', value: an }],
      observedOn: '2024-08-01',
    })
    expect(await officerOn('2024-08-01')).toBe('Lê An')
    expect(await officerOn('2024-07-31')).toBe('Trần Bình')
    await call('history.undo', {})
    expect(await officerOn('2024-08-01')).toBe('Trần Bình')
  })

  test('relieves who was in charge, keeps the history, and is what the registry says', async () => {
    const opened = await openWithPeople()
    const { call, an, binh, mill } = opened
    await call('assignments.assign', { personId: an, enterprises: [mill], validFrom: '2024-01-10' })
    expect(
      await call('assignments.assign', { personId: binh, enterprises: [mill], validFrom: '2024-06-01' }),
    ).toMatchObject({
      assigned: 1,
      relieved: 1,
    })
    expect(await history(opened, mill)).toEqual([
      ['Lê An', '2024-01-10', '2024-05-31'],
      ['Trần Bình', '2024-06-01', null],
    ])
    expect((await call('enterprises.get', { id: mill })).officerName).toBe('Trần Bình')
    expect(await call('assignments.list', { asOf: '2024-03-01', state: 'current' })).toMatchObject([
      { person: 'Lê An' },
    ])
    // The registry of an earlier day shows, and is filtered by, who was in charge then.
    await call('enterprises.updateMany', {
      edits: [{ id: mill, column: 'workers', value: 40 }],
      observedOn: '2024-01-05',
    })
    const officerOn = async (asOf: string | null) =>
      (await call('enterprises.list', { asOf, limit: 500 })).rows.find(({ id }) => id === mill)?.officerName ?? null
    expect([await officerOn('2024-03-01'), await officerOn('2024-07-01'), await officerOn(null)]).toEqual([
      'Lê An',
      'Trần Bình',
      'Trần Bình',
    ])
    const inChargeOn = (asOf: string) =>
      call('enterprises.list', { asOf, filters: [{ column: 'officer', kind: 'values', values: [an] }] })
    expect((await inChargeOn('2024-03-01')).rows.map(({ id }) => id)).toContain(mill)
    expect((await inChargeOn('2024-07-01')).rows.map(({ id }) => id)).not.toContain(mill)
  })

  test('given in the registry is in the history as well', async () => {
    const opened = await openWithPeople()
    const { call, an, binh, mill } = opened
    await call('enterprises.assignOfficer', { ids: [mill], officerId: an })
    expect(await history(opened, mill)).toEqual([['Lê An', '2024-10-05', null]])
    // Another name on the same day is a correction; nobody was in charge for less than a day.
    await call('enterprises.updateMany', { edits: [{ id: mill, column: 'officer', value: binh }] })
    expect(await history(opened, mill)).toEqual([['Trần Bình', '2024-10-05', null]])
    await call('enterprises.assignOfficer', { ids: [mill], officerId: null })
    expect(await history(opened, mill)).toEqual([])
    await call('history.undo', {})
    expect((await call('enterprises.get', { id: mill })).officerName).toBe('Trần Bình')
    expect(await history(opened, mill)).toEqual([['Trần Bình', '2024-10-05', null]])
  })

  test('ends on its last day; from the day after nobody is in charge', async () => {
    const opened = await openWithPeople()
    const { call, refuse, an, mill } = opened
    const { rows } = await call('assignments.assign', { personId: an, enterprises: [mill], validFrom: '2024-01-10' })
    const ids = rows.map(({ id }) => id)
    expect(await refuse('assignments.end', { ids, on: '2024-01-01' })).toBe('RECORD_DATES_REVERSED')
    expect(await call('assignments.end', { ids, on: '2024-08-31' })).toEqual({ ended: 1, unchanged: 0 })
    expect(await call('assignments.end', { ids, on: '2024-08-31' })).toEqual({ ended: 0, unchanged: 1 })
    expect((await call('enterprises.get', { id: mill })).officerId).toBeNull()
    expect(await call('assignments.list', { asOf: '2024-08-31', state: 'current' })).toHaveLength(1)
    expect(await call('assignments.list', { asOf: '2024-09-01', state: 'current' })).toEqual([])
  })

  test('is one at a time: a second lead is refused where nobody is to be relieved, a helper is not', async () => {
    const { call, refuse, an, binh, mill } = await openWithPeople()
    await call('assignments.assign', { personId: an, enterprises: [mill], validFrom: '2024-01-10' })
    const other = { personId: binh, enterprises: [mill], validFrom: '2024-02-01', relieve: false }
    expect(await refuse('assignments.assign', other)).toBe('ASSIGNMENT_LEAD_TAKEN')
    expect(await call('assignments.assign', { ...other, role: 'support' })).toMatchObject({ assigned: 1, relieved: 0 })
    // The same once more changes nothing and leaves no step.
    expect(await call('assignments.assign', { ...other, role: 'support' })).toMatchObject({ assigned: 0, unchanged: 1 })
    expect(await refuse('assignments.assign', { personId: an })).toBe('ASSIGNMENT_NOTHING')
    expect(await refuse('assignments.assign', { personId: an, units: ['KHONG'] })).toBe('UNIT_UNKNOWN')
  })

  test('goes with the enterprise when it is removed', async () => {
    const { call, an, mill } = await openWithPeople()
    await call('assignments.assign', { personId: an, enterprises: [mill], validFrom: '2024-01-10' })
    expect((await call('enterprises.remove', { ids: [mill] })).removed).toBe(1)
    expect(await call('assignments.list', {})).toEqual([])
    await call('history.undo', {})
    expect(await call('assignments.list', {})).toHaveLength(1)
  })
})

describe('charge of units', () => {
  test('is listed with what is worth a look', async () => {
    const { call, an } = await openWithPeople()
    await call('people.save', { id: an, fullName: 'Lê An', validTo: '2024-05-31' })
    await call('units.update', {
      id: (await call('units.list', { asOf: null })).find(({ code }) => code === 'H2')?.id ?? '',
      patch: { validTo: '2024-06-30' },
    })
    await call('assignments.assign', {
      personId: an,
      units: ['H1', 'H2'],
      validFrom: '2024-01-01',
      dueOn: '2024-09-30',
      duties: 'Bám địa bàn',
    })
    const [first, second] = await call('assignments.list', { asOf: '2024-10-05', state: 'current' })
    expect(first).toMatchObject({ subject: 'unit', unit: 'H1', duties: 'Bám địa bàn', roleName: 'phụ trách chính' })
    expect(first?.warnings.map(({ code }) => code)).toEqual(['PERSON_LEFT', 'OVERDUE'])
    expect(second?.warnings.map(({ code }) => code)).toEqual(['PERSON_LEFT', 'UNIT_ENDED', 'OVERDUE'])
    expect(await call('assignments.list', { unit: 'H1' })).toHaveLength(1)
  })

  test('typed into the table: one of unit, enterprise and union, days in order', async () => {
    const { call } = await openWithPeople()
    const write = (cells: Readonly<Record<string, string>>) =>
      call('organisation.write', {
        table: 'assignments',
        added: [{ cells: Object.entries(cells).map(([column, value]) => ({ column, value })) }],
      })
    expect((await write({ person: 'Lê An', unit: 'H1', enterprise: 'Công ty May' })).refused).toMatchObject([
      { column: 'enterprise' },
    ])
    expect((await write({ person: 'Lê An' })).refused).toMatchObject([{ column: 'unit' }])
    expect(
      (await write({ person: 'Lê An', unit: 'H1', validFrom: '1/6/2024', validTo: '1/5/2024' })).refused,
    ).toMatchObject([{ column: 'validTo' }])
    expect((await write({ person: 'Không Có', unit: 'H1' })).refused).toMatchObject([{ column: 'person' }])
    const typed = await write({ person: 'lê an', enterprise: 'công ty may', validFrom: '1/6/24', role: 'phối hợp' })
    expect(typed).toMatchObject({ written: 4, refused: [] })
    const edits = [{ id: typed.addedIds[0] ?? '', column: 'dueOn', value: '31/12/2024' }]
    expect(await call('organisation.write', { table: 'assignments', edits, dryRun: true })).toMatchObject({
      written: 1,
    })
    expect(await call('organisation.write', { table: 'assignments', edits })).toMatchObject({ written: 1, refused: [] })
    expect(await call('assignments.list', {})).toMatchObject([
      { person: 'Lê An', role: 'support', validFrom: '2024-06-01', dueOn: '2024-12-31' },
    ])
  })
})

test('two enterprises that are one have one person in charge', async () => {
  const opened = await openWithPeople()
  const { call, an, binh, mill } = opened
  const other = (
    await call('enterprises.add', {
      cells: [
        { column: 'name', value: 'Công ty May Một' },
        { column: 'unit', value: 'H1' },
      ],
    })
  ).id
  await call('assignments.assign', { personId: an, enterprises: [mill], validFrom: '2024-01-10' })
  await call('assignments.assign', { personId: binh, enterprises: [other], validFrom: '2024-02-10' })
  await call('enterprises.judgePair', { first: mill, second: other, verdict: 'same' })
  const current = await call('assignments.list', { enterprise: mill, state: 'current' })
  expect(current.filter(({ role }) => role === 'lead').map(({ person }) => person)).toEqual(['Lê An'])
  expect((await call('enterprises.get', { id: mill })).officerName).toBe('Lê An')
})

test('the sample province has charges of enterprises from the day they came onto the way', async () => {
  const { call } = await openTestBackend({ province: 'sample' })
  const rows = await call('assignments.list', { subject: 'enterprise', state: 'current' })
  expect(rows.length).toBeGreaterThan(150)
  const { rows: enterprises } = await call('enterprises.list', { limit: 1000 })
  const officers = new Map(enterprises.map((row) => [row.id, row.officerName]))
  for (const row of rows)
    expect([row.enterprise, row.person]).toEqual([row.enterprise, officers.get(row.enterpriseId ?? '')])
})
