import { describe, expect, test } from 'vitest'
import { openOffice, openOffices, type Office } from '#tests/support/exchange/offices.ts'

// What names a row was changed while a file about it was under way: the code of a unit, an MST, the unit itself.

async function add(office: Office, unit: string, name: string, taxCode: string | null = null) {
  const cells = { name, unit, workers: '120', ...(taxCode === null ? {} : { taxCode }) }
  return office.call('enterprises.add', {
    cells: Object.entries(cells).map(([column, value]) => ({ column: column as 'name', value })),
  })
}

async function edit(office: Office, name: string, patch: Record<string, string | null>) {
  const row = (await office.call('enterprises.list', { limit: 500 })).rows.find((one) => one.name === name)
  await office.call('enterprises.update', { id: row?.id ?? '', patch })
}

async function registryOf(office: Office) {
  const { rows } = await office.call('enterprises.list', { limit: 500 })
  return rows.map(({ name, taxCode, unitCode }) => [name, taxCode, unitCode].join('|')).toSorted()
}

async function giveCode(office: Office, from: string, to: string) {
  const unit = (await office.call('units.list', { asOf: null })).find(({ code }) => code === from)
  await office.call('units.update', { id: unit?.id ?? '', patch: { code: to } })
}

const codesOf = async (office: Office) => (await office.call('units.list', { asOf: null })).map(({ code }) => code)

describe('the code of a unit', () => {
  test('is told by either code, at either side, and asks nothing of the rows that speak it', async () => {
    const { province, a } = await openOffices()
    await add(province, 'XA-A', 'Công ty Một', '0101243150')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await add(a, 'XA-A', 'Công ty Hai')
    const up = await a.make({ kind: 'survey' })
    await giveCode(province, 'XA-A', '26734')

    const preview = await province.call('exchange.read', { file: up.file })
    expect(preview).toMatchObject({ from: { unit: '26734' }, created: 2, updated: 0, clashes: 0, problems: [] })
    expect(await province.take(up.file)).toMatchObject({ status: 'applied', created: 2, updated: 0, clashes: 0 })
    expect(await registryOf(province)).toEqual(['Công ty Hai||26734', 'Công ty Một|0101243150|26734'])
    expect(await province.call('exchange.keys', {})).toMatchObject([{ unit: '26734' }])
    expect((await province.call('exchange.list', { unit: '26734' })).length).toBe(3)

    // The unit has not heard of it: its own row in the file says so. Nothing that was not edited travels again.
    const down = await province.make({ kind: 'survey', unit: '26734' })
    expect(down.base).not.toBeNull()
    expect(down.tables.map(({ table }) => table)).toEqual(['units'])
    expect(await a.take(down.file)).toMatchObject({ status: 'applied', updated: 1, clashes: 0 })
    expect(await a.call('exchange.site', {})).toMatchObject({ unit: '26734', mode: 'unit' })
    expect(await codesOf(a)).toContain('26734')
    await edit(a, 'Công ty Hai', { phone: '0911' })
    expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({ updated: 1, clashes: 0 })
    // It can still be taken back there, and the old code counts again.
    const taken = (await a.call('exchange.list', {})).find(({ id }) => id === down.id)
    await a.call('exchange.undo', { package: taken?.id ?? '' })
    expect(await a.call('exchange.site', {})).toMatchObject({ unit: 'XA-A', mode: 'unit' })
    for (const office of [province, a]) expect((await office.call('file.verify', {})).ok).toBe(true)
  })

  test('of the province itself, and codes that two units exchange', async () => {
    const { province, a, b } = await openOffices()
    await giveCode(province, 'TINH', '01')
    await giveCode(province, 'XA-A', 'TAM')
    await giveCode(province, 'XA-B', 'XA-A')
    await giveCode(province, 'TAM', 'XA-B')
    expect(await province.call('exchange.site', {})).toMatchObject({ unit: '01', mode: 'province' })
    const down = await province.make({ kind: 'catalogue', unit: 'XA-B' })
    expect(await a.take(down.file)).toMatchObject({ status: 'applied', updated: 3, clashes: 0 })
    expect(await a.call('exchange.site', {})).toMatchObject({ unit: 'XA-B', unitName: 'Công đoàn xã An Bình' })
    expect(await b.refuseFile(down.file)).toBe('PACKAGE_NOT_FOR_US')
  })
})

describe('an MST', () => {
  test('changed here while the unit edited other cells, and given to another there later', async () => {
    const { province, a } = await openOffices()
    await add(province, 'XA-A', 'Công ty Một', '0101243150')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await edit(a, 'Công ty Một', { phone: '0911' })
    await edit(province, 'Công ty Một', { taxCode: '0100109106' })
    const up = await a.make({ kind: 'survey' })
    expect(await province.take(up.file)).toMatchObject({ updated: 1, clashes: 0 })
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await add(a, 'XA-A', 'Công ty Ba', '0101243150')
    expect(await province.take((await a.make({ kind: 'survey' })).file)).toMatchObject({ created: 2, clashes: 0 })
    expect(await registryOf(province)).toEqual(['Công ty Ba|0101243150|XA-A', 'Công ty Một|0100109106|XA-A'])
  })

  test('changed on both sides asks, and one that is another’s here is said and left out', async () => {
    const { province, a } = await openOffices()
    await add(province, 'XA-A', 'Công ty Một', '0101243150')
    await add(province, 'XA-B', 'Công ty Khác', '0100109106')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await edit(a, 'Công ty Một', { taxCode: '0100109106', phone: '0911' })
    const up = await a.make({ kind: 'survey' })
    const taken = await province.take(up.file)
    expect(taken).toMatchObject({ status: 'applied', updated: 1, open: 1 })
    expect(taken.problems.map(({ message }) => message)).toEqual([
      '“0100109106” đang thuộc “Công ty Khác” nên chưa nhận ô này.',
    ])
    expect(await registryOf(province)).toEqual(['Công ty Khác|0100109106|XA-B', 'Công ty Một|0101243150|XA-A'])
  })
})

describe('a unit that was merged', () => {
  test('a file of before comes late; its own office and the province hand over to the one that goes on', async () => {
    const { province, a, b } = await openOffices()
    await add(province, 'XA-A', 'Công ty Một', '0101243150')
    await a.take((await province.make({ kind: 'survey', unit: 'XA-A' })).file)
    await add(a, 'XA-A', 'Công ty Hai')
    await add(b, 'XA-B', 'Công ty Ba')
    const late = await a.make({ kind: 'survey' })
    await province.call('units.change', {
      change: {
        kind: 'merge',
        on: '2024-07-01',
        from: ['XA-A', 'XA-B'],
        into: { newUnit: { code: 'XA-C', name: 'Công đoàn xã An Minh' } },
      },
    })
    const taken = await province.take(late.file)
    expect(taken).toMatchObject({ status: 'applied', created: 2, clashes: 0 })
    // It is filed where it says; that this is no unit any more is said.
    expect(taken.problems.map(({ column, message }) => [column, message])).toEqual([
      [
        'unit',
        '“Công ty Hai” thuộc Công đoàn xã An Bình, đã hết hoạt động từ ngày 1/7/2024. Hãy chuyển sang đơn vị mới.',
      ],
    ])
    const c = await openOffice({ name: 'Tệp mới' })
    await c.take((await province.make({ kind: 'handover', unit: 'XA-A' })).file)
    expect(await c.call('exchange.site', {})).toMatchObject({ unit: 'XA-C', unitName: 'Công đoàn xã An Minh' })
    for (const office of [a, b]) {
      await office.take((await province.make({ kind: 'catalogue', unit: office === a ? 'XA-A' : 'XA-B' })).file)
      const over = await office.make({ kind: 'handover' })
      expect(over.to.unit).toBe('XA-C')
      expect(await c.take(over.file)).toMatchObject({ status: 'applied', clashes: 0 })
    }
    expect((await registryOf(c)).map((row) => row.split('|')[0])).toEqual(['Công ty Ba', 'Công ty Hai', 'Công ty Một'])
    expect(await province.take((await c.make({ kind: 'survey' })).file)).toMatchObject({
      status: 'applied',
      clashes: 0,
    })
    for (const office of [province, a, b, c]) expect((await office.call('file.verify', {})).ok).toBe(true)
  })
})
