import { describe, expect, test } from 'vitest'
import { openOffices, type Office } from '#tests/support/exchange/offices.ts'

const MST = '0101243150'

async function addEnterprise(
  office: Office,
  unit: string,
  name = 'Công ty TNHH An Phát',
  taxCode: string | null = MST,
) {
  const cells: Record<string, string> = { name, unit, workers: '120', phone: '0900 000 001' }
  if (taxCode !== null) cells['taxCode'] = taxCode
  return office.call('enterprises.add', {
    cells: Object.entries(cells).map(([column, value]) => ({ column: column as 'name', value })),
  })
}

async function find(office: Office, name: string) {
  const { rows } = await office.call('enterprises.list', { limit: 500 })
  return rows.find((row) => row.name === name)
}

/** A row that was merged is found by its name at both sides. */
async function phoneOf(office: Office, name = 'Công ty TNHH An Phát') {
  return (await find(office, name))?.phone ?? null
}

async function setPhone(office: Office, phone: string | null, name = 'Công ty TNHH An Phát') {
  const row = await find(office, name)
  await office.call('enterprises.update', { id: row?.id ?? '', patch: { phone } })
}

describe('a data file of a unit', () => {
  test('begins from what the province sends: whose it is, its units, plans and lists', async () => {
    const { a } = await openOffices()
    const site = await a.call('exchange.site', {})
    expect(site).toMatchObject({ unit: 'XA-A', unitName: 'Công đoàn xã An Bình', mode: 'unit' })
    const units = await a.call('units.list', { asOf: null })
    expect(units.map(({ code }) => code).toSorted()).toEqual(['TINH', 'XA-A', 'XA-B'])
    expect((await a.call('plans.list', {})).map(({ code }) => code)).toEqual(['2024'])
    expect(await a.call('exchange.clashes', {})).toEqual([])
    expect((await a.call('file.verify', {})).ok).toBe(true)
  })
})

describe('a survey goes down and comes back', () => {
  test('edits of both sides to different cells meet without a question', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    const down = await province.make({ kind: 'survey', unit: 'XA-A' })
    expect(await a.take(down.file)).toMatchObject({ status: 'applied', clashes: 0 })
    await setPhone(a, '0911 111 111')
    await addEnterprise(a, 'XA-A', 'Công ty TNHH Mới', null)
    const row = await find(province, 'Công ty TNHH An Phát')
    await province.call('enterprises.update', { id: row?.id ?? '', patch: { address: 'Số 5 phố Mới' } })
    const up = await a.make({ kind: 'survey' })
    expect(up).toMatchObject({ to: { unit: 'TINH' }, answers: down.id })
    const taken = await province.take(up.file)
    expect(taken).toMatchObject({ status: 'applied', updated: 1, clashes: 0 })
    expect(taken.created).toBeGreaterThan(0)
    expect(await find(province, 'Công ty TNHH An Phát')).toMatchObject({
      phone: '0911 111 111',
      address: 'Số 5 phố Mới',
    })
    expect(await find(province, 'Công ty TNHH Mới')).toMatchObject({ workers: 120 })
  })

  test('a cell both changed asks, stays open on both sides, and is decided by its owner', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await setPhone(a, '0911')
    await setPhone(province, '0922')
    const up = await a.make({ kind: 'survey' })
    const preview = await province.call('exchange.read', { file: up.file })
    expect(preview).toMatchObject({ clashes: 1, state: 'new' })
    expect(preview.changes[0]).toMatchObject({
      what: 'clash',
      columnTitle: 'Điện thoại',
      old: '0900 000 001',
      theirs: '0911',
      ours: '0922',
      decides: false,
    })
    expect(await province.take(up.file)).toMatchObject({ clashes: 1, open: 1 })
    expect(await phoneOf(province)).toBe('0922')
    const [open] = await province.call('exchange.clashes', {})
    expect(open).toMatchObject({ theirs: '0911', ours: '0922', old: '0900 000 001', decides: false })
    expect(await province.refuse('exchange.decide', { clashes: [open?.id ?? ''], choice: 'ours' })).toBe(
      'CLASH_NOT_OURS',
    )

    const down = await province.make({ kind: 'survey', unit: 'XA-A' })
    expect(await a.take(down.file)).toMatchObject({ clashes: 1, open: 1 })
    expect(await phoneOf(a)).toBe('0911')
    const [ours] = await a.call('exchange.clashes', {})
    expect(ours).toMatchObject({ decides: true, theirs: '0922', ours: '0911' })
    await a.call('exchange.decide', { clashes: [ours?.id ?? ''], choice: 'ours' })
    expect(await a.call('exchange.clashes', {})).toEqual([])
    expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({ clashes: 0, updated: 1 })
    expect(await phoneOf(province)).toBe('0911')
    expect(await province.call('exchange.clashes', {})).toEqual([])
  })

  test.for([
    ['ours', '0922'],
    ['theirs', '0911'],
  ] as const)('--clashes %s', async ([clashes, phone]) => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await setPhone(a, '0911')
    await setPhone(province, '0922')
    const outcome = await province.take((await a.make({ kind: 'survey' })).file, { clashes })
    expect(outcome).toMatchObject({ clashes: 1, open: clashes === 'ours' ? 1 : 0 })
    expect(await phoneOf(province)).toBe(phone)
  })

  test('what was removed goes, unless the other side worked on it', async () => {
    const { province, a } = await openOffices()
    const kept = await addEnterprise(province, 'XA-A')
    const gone = await addEnterprise(province, 'XA-A', 'Công ty Hai', null)
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    const ids = [kept.id, gone.id]
    await a.call('enterprises.remove', { ids })
    await setPhone(province, '0933')
    const outcome = await province.take((await a.make({ kind: 'survey' })).file)
    expect(await find(province, 'Công ty Hai')).toBeUndefined()
    expect(await phoneOf(province)).toBe('0933')
    expect(outcome.clashes).toBe(1)
    expect(outcome.deleted).toBeGreaterThan(0)
  })

  test('what both typed alike and one changes later is taken without a question', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await setPhone(a, '0911')
    await setPhone(province, '0911')
    expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({ clashes: 0 })
    await setPhone(a, '0912')
    expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({ clashes: 0, updated: 1 })
    expect(await phoneOf(province)).toBe('0912')
    expect(await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)).toMatchObject({ clashes: 0 })
    expect(await phoneOf(a)).toBe('0912')
  })

  test('a clash of two births says that nothing stood there, each cell by whom and when', async () => {
    const { province, a } = await openOffices()
    const here = await addEnterprise(province, 'XA-A')
    await addEnterprise(a, 'XA-A')
    await a.call('settings.set', { userName: 'Trần Thị Bình' })
    await setPhone(a, '0911')
    await a.call('settings.set', { userName: 'Lê Văn Cường' })
    const there = await find(a, 'Công ty TNHH An Phát')
    await a.call('enterprises.update', { id: there?.id ?? '', patch: { address: 'Thôn Hai' } })
    await province.call('enterprises.update', { id: here.id, patch: { address: 'Thôn Một' } })
    const up = await a.make({ kind: 'survey' })
    const { changes } = await province.call('exchange.read', { file: up.file })
    const clashes = changes.filter(({ what }) => what === 'clash')
    expect(clashes).toMatchObject([
      { column: 'address', old: 'chưa có', theirs: 'Thôn Hai', ours: 'Thôn Một', theirsBy: 'Lê Văn Cường' },
      { column: 'phone', old: 'chưa có', theirs: '0911', ours: '0900 000 001', theirsBy: 'Trần Thị Bình' },
    ])
    await province.take(up.file)
    expect(await province.call('exchange.clashes', {})).toMatchObject([
      { column: 'address', old: 'chưa có', by: 'Lê Văn Cường' },
      { column: 'phone', old: 'chưa có', by: 'Trần Thị Bình' },
    ])
  })

  test('an enterprise born at both is joined by its MST and keeps both ids', async () => {
    const { province, a } = await openOffices()
    const here = await addEnterprise(province, 'XA-A')
    const there = await addEnterprise(a, 'XA-A')
    expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({
      status: 'applied',
      clashes: 0,
    })
    const { rows } = await province.call('enterprises.list', { limit: 500 })
    expect(rows.map(({ id }) => id)).toEqual([here.id])
    await setPhone(province, '0944')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    const after = await a.call('enterprises.list', { limit: 500 })
    expect(after.rows.map(({ id, phone }) => [id, phone])).toEqual([[there.id, '0944']])
  })
})

describe('the same package again', () => {
  test('changes nothing and answers when it was taken over', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    const { file } = await province.make({ kind: 'survey', unit: 'XA-A' })
    const first = await a.take(file)
    const again = await a.take(file)
    expect(again).toMatchObject({ status: 'again', created: 0, updated: 0, deleted: 0, appliedAt: first.appliedAt })
    expect(await a.call('exchange.read', { file })).toMatchObject({
      state: 'applied',
      appliedAt: first.appliedAt,
      changeCount: 0,
    })
  })

  test('of this very file is refused', async () => {
    const { province } = await openOffices()
    const { file } = await province.make({ kind: 'catalogue', unit: 'XA-A' })
    expect(await province.refuseFile(file)).toBe('PACKAGE_OWN')
  })
})

describe('packages out of order', () => {
  test('one whose base is missing waits, names the gap, and follows when that is closed', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await setPhone(a, '0911')
    const first = await a.make({ kind: 'survey' })
    await setPhone(a, '0912')
    const second = await a.make({ kind: 'survey' })
    expect(second.base).toBe(first.id)
    expect(await province.call('exchange.read', { file: second.file })).toMatchObject({ state: 'waiting' })
    const waiting = await province.take(second.file)
    expect(waiting).toMatchObject({ status: 'waiting', gaps: [{ id: first.id, sequence: first.sequence }] })
    expect(await phoneOf(province)).toBe('0900 000 001')
    const applied = await province.call('exchange.apply', { files: [first.file] })
    expect(applied.files.map(({ id, status }) => [id, status])).toEqual([
      [first.id, 'applied'],
      [second.id, 'applied'],
    ])
    expect(await phoneOf(province)).toBe('0912')
    expect((await province.call('exchange.list', {})).filter(({ state }) => state === 'waiting')).toEqual([])
  })

  test('given together they are put in order', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    const files: string[] = []
    for (const phone of ['1', '2', '3']) {
      await setPhone(a, phone)
      files.unshift((await a.make({ kind: 'survey' })).file)
    }
    const applied = await province.call('exchange.apply', { files })
    expect(applied.files.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied'])
    expect(await phoneOf(province)).toBe('3')
  })
})

describe('undo of an import', () => {
  test('gives back what it took, keeps what was edited since, and the corrected package is news again', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    await addEnterprise(province, 'XA-A', 'Công ty Hai', null)
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await setPhone(a, 'sai')
    await setPhone(a, 'sai hai', 'Công ty Hai')
    const wrong = await a.make({ kind: 'survey' })
    const { id } = await province.take(wrong.file)
    await setPhone(province, '0955', 'Công ty Hai')
    const seen = await province.call('exchange.undo', { package: id ?? '', preview: true })
    expect(seen).toMatchObject({ preview: true, keptCount: 1, removed: 0, restored: 0, rows: 2, cells: 2 })
    expect(await phoneOf(province)).toBe('sai')
    const undone = await province.call('exchange.undo', { package: id ?? '' })
    expect(undone).toMatchObject({ keptCount: 1, kept: [{ reason: 'changed-later' }] })
    expect(await phoneOf(province)).toBe('0900 000 001')
    expect(await phoneOf(province, 'Công ty Hai')).toBe('0955')
    expect((await province.call('exchange.list', {})).find((row) => row.id === id)?.state).toBe('undone')

    await setPhone(a, '0911')
    const right = await a.make({ kind: 'survey', full: true })
    expect(await province.take(right.file)).toMatchObject({ status: 'applied', clashes: 1 })
    expect(await phoneOf(province)).toBe('0911')
  })

  test('of rows that travelled on since, gives back the cells and what was known of them, no more', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    await addEnterprise(province, 'XA-A', 'Công ty Hai', null)
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await setPhone(a, 'sai')
    await setPhone(a, 'hai', 'Công ty Hai')
    const added = await addEnterprise(a, 'XA-A', 'Công ty Ba', null)
    const { id } = await province.take((await a.make({ kind: 'survey' })).file)
    const row = await find(province, 'Công ty TNHH An Phát')
    await province.call('enterprises.update', { id: row?.id ?? '', patch: { address: 'Số 5 phố Mới' } })
    const between = await province.make({ kind: 'survey', unit: 'XA-A', full: true })
    expect(await a.take(between.file)).toMatchObject({ clashes: 0 })

    const undone = await province.call('exchange.undo', { package: id ?? '' })
    expect(undone).toMatchObject({ keptCount: 0 })
    expect(await find(province, 'Công ty TNHH An Phát')).toMatchObject({
      phone: '0900 000 001',
      address: 'Số 5 phố Mới',
    })
    expect(await find(province, 'Công ty Ba')).toBeUndefined()
    // What is taken back here is not an edit against the unit: nothing of its own is overwritten or removed there.
    const after = await province.make({ kind: 'survey', unit: 'XA-A', full: true })
    expect(await a.take(after.file)).toMatchObject({ clashes: 0, updated: 0, deleted: 0 })
    expect(await phoneOf(a)).toBe('sai')
    expect((await find(a, 'Công ty Ba'))?.id).toBe(added.id)
    // And it is news again for the province.
    expect(await province.take((await a.make({ kind: 'survey', full: true })).file)).toMatchObject({ clashes: 0 })
    expect(await find(province, 'Công ty TNHH An Phát')).toMatchObject({ phone: 'sai', address: 'Số 5 phố Mới' })
    expect(await phoneOf(province, 'Công ty Hai')).toBe('hai')
    expect(await find(province, 'Công ty Ba')).toBeDefined()
  })

  test('the same file may be taken over again after it', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    const { file, id } = await province.make({ kind: 'survey', unit: 'XA-A' })
    await a.take(file)
    await a.call('exchange.undo', { package: id })
    expect(await find(a, 'Công ty TNHH An Phát')).toBeUndefined()
    expect(await a.take(file)).toMatchObject({ status: 'applied' })
    expect(await phoneOf(a)).toBe('0900 000 001')
  })
})

describe('accepting and rejecting', () => {
  test('leaves out a cell, a row or a column, and offers it again', async () => {
    const { province, a } = await openOffices()
    await addEnterprise(province, 'XA-A')
    const other = await addEnterprise(province, 'XA-A', 'Công ty Hai', null)
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await setPhone(a, '1')
    await setPhone(a, '2', 'Công ty Hai')
    const up = await a.make({ kind: 'survey' })
    const reject = [{ table: 'enterprises', row: other.id, column: 'phone' }]
    expect(await province.take(up.file, { reject })).toMatchObject({ updated: 1, open: 1 })
    expect(await phoneOf(province)).toBe('1')
    expect(await phoneOf(province, 'Công ty Hai')).toBe('0900 000 001')
    const open = await province.call('exchange.clashes', {})
    expect(open).toMatchObject([{ theirs: '2', ours: '0900 000 001' }])
    await province.call('exchange.decide', { clashes: open.map(({ id }) => id), choice: 'theirs' })
    expect(await phoneOf(province, 'Công ty Hai')).toBe('2')
  })
})
