import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { textOfFile } from '#tests/documents/support/text-of-file.ts'
import { openOffice, openOffices } from '#tests/support/exchange/offices.ts'

// A unit that has nothing but the file the province sent.

/** A backend without a data file, and where it puts one. */
async function openNew() {
  const office = await openOffice({ province: 'none' })
  return { ...office, target: path.join(office.folder, 'đơn vị.chitieu-db') }
}

test('the data file of the unit is made from what was sent, with its name, mode and figures', async () => {
  const { province } = await openOffices()
  await province.call('targets.set', { plan: '2024', unit: 'XA-A', indicator: 'DV_MOI', assigner: 'BCH', value: 90 })
  const { file } = await province.make({ kind: 'targets-draft', unit: 'XA-A', plan: '2024' })
  const unit = await openNew()
  const begun = await unit.call('file.createFromPackage', { file: unit.target, sent: file, userName: 'Lê Thị Hạnh' })
  expect(begun).toMatchObject({
    file: unit.target,
    unit: 'XA-A',
    unitName: 'Công đoàn xã An Bình',
    provinceName: 'Liên đoàn Lao động tỉnh Thử Nghiệm',
    outcome: { status: 'applied', clashes: 0, problems: [], trust: { state: 'new' } },
  })
  expect(await unit.call('exchange.site', {})).toMatchObject({ mode: 'unit', unit: 'XA-A', id: begun.site })
  expect((await unit.call('settings.get', {})).values.userName).toBe('Lê Thị Hạnh')
  expect((await unit.call('targets.list', { plan: '2024' })).map(({ value }) => value)).toEqual([90])
  // It goes on as any other: what it says is taken over by the province.
  await unit.call('exchange.setOpinion', { plan: '2024', indicator: 'DV_MOI', proposed: 70 })
  const opinions = await unit.make({ kind: 'opinions', plan: '2024' })
  expect(await province.take(opinions.file)).toMatchObject({ status: 'applied', clashes: 0 })
  // Nothing lies about: the half-made file is gone, and no copy was made of an empty one.
  expect(fs.readdirSync(unit.folder).filter((name) => !/^(?:đơn vị\.chitieu-db|goi-\d+\.chitieu)/.test(name))).toEqual(
    [],
  )
})

test("the unit's papers carry its own head under the province's, and so does what its clerk says of them later", async () => {
  const { province } = await openOffices()
  await province.call('targets.set', { plan: '2024', unit: 'XA-A', indicator: 'DV_MOI', assigner: 'BCH', value: 100 })
  const { file } = await province.make({ kind: 'targets-draft', unit: 'XA-A', plan: '2024' })
  const unit = await openNew()
  await unit.call('file.createFromPackage', { file: unit.target, sent: file, userName: 'Lê Thị Hạnh' })
  const { letterheads } = await unit.call('settings.get', {})
  expect(letterheads).toMatchObject([
    {
      superiorLines: ['LIÊN ĐOÀN LAO ĐỘNG TỈNH THỬ NGHIỆM'],
      issuerLines: ['CÔNG ĐOÀN XÃ AN BÌNH'],
      codeSuffix: 'CĐ',
      place: 'An Bình',
    },
  ])
  const [made] = letterheads
  if (made === undefined) throw new Error('no letterhead')
  await unit.call('letterheads.save', { ...made, place: 'Bến An' })
  const signer = { fullName: 'Trần Văn Ký', authority: 'TM. BAN THƯỜNG VỤ', position: 'CHỦ TỊCH' }
  await unit.call('signers.save', { id: null, ...signer, validFrom: null, validTo: null })
  const out = path.join(unit.folder, 'báo cáo.docx')
  await unit.call('documents.make', { type: 'bao-cao-tien-do', plan: '2024', asOf: '2024-06-30', out })
  const own = await textOfFile(out)
  expect(own).toMatch(/CÔNG ĐOÀN\s+XÃ AN BÌNH/)
  expect(own).toContain('/BC-CĐ')
  expect(own).toContain('Bến An, ngày')
  expect(own).toContain('Trần Văn Ký')
  expect(own).not.toContain('TỔNG LIÊN ĐOÀN')
  // Who signs for the province, which takes the unit's commitment, stands in the unit's own list.
  const cells = { full_name: 'Lê Thị Tỉnh', authority: 'TM. BAN THƯỜNG VỤ', position: 'CHỦ TỊCH', unit_id: 'TINH' }
  const written = await unit.call('catalogues.write', { catalogue: 'signers', rows: [{ id: null, cells }] })
  expect(written).toMatchObject({ written: 1, refused: [] })
  const { rows, warnings } = await unit.call('catalogues.table', { catalogue: 'signers' })
  expect(rows.map((row) => [row.cells['full_name'], row.cells['unit_id']])).toEqual([
    ['Trần Văn Ký', 'XA-A'],
    ['Lê Thị Tỉnh', 'TINH'],
  ])
  expect(warnings).toEqual([])
  await unit.call('documents.make', { type: 'cam-ket-don-vi', plan: '2024', asOf: '2024-06-30', out })
  expect(await textOfFile(out)).toContain('Lê Thị Tỉnh')
})

test('a sealed file asks for its password; a second PC of the province begins the same way', async () => {
  const { province } = await openOffices()
  const { file } = await province.make({ kind: 'catalogue', unit: 'XA-B', passphrase: 'bí mật' })
  const unit = await openNew()
  const begin = { file: unit.target, sent: file }
  expect(await unit.refuse('file.createFromPackage', begin)).toBe('PACKAGE_PASSPHRASE_NEEDED')
  expect(await unit.refuse('file.createFromPackage', { ...begin, passphrase: 'sai' })).toBe('PACKAGE_PASSPHRASE_WRONG')
  expect(await unit.call('file.createFromPackage', { ...begin, passphrase: 'bí mật' })).toMatchObject({ unit: 'XA-B' })
  const second = await openNew()
  const handed = await province.make({ kind: 'handover' })
  const begun = await second.call('file.createFromPackage', { file: second.target, sent: handed.file })
  expect(begun.unit).toBe('TINH')
  expect((await second.call('exchange.site', {})).mode).toBe('province')
  expect((await second.call('units.list', { asOf: null })).map(({ code }) => code).toSorted()).toEqual([
    'TINH',
    'XA-A',
    'XA-B',
  ])
})

test('a second PC of a unit begins with all the first one has, and both speak for the unit', async () => {
  const { province, a } = await openOffices()
  const cells = Object.entries({ name: 'Công ty May Xa', unit: 'XA-A', taxCode: '0101243150', workers: '60' })
  await a.call('enterprises.add', { cells: cells.map(([column, value]) => ({ column: column as 'name', value })) })
  const second = await openNew()
  const handed = await a.make({ kind: 'handover', unit: 'XA-A' })
  const begun = await second.call('file.createFromPackage', { file: second.target, sent: handed.file })
  expect(begun).toMatchObject({ unit: 'XA-A', provinceName: 'Liên đoàn Lao động tỉnh Thử Nghiệm' })
  expect(begun.site).not.toBe((await a.call('exchange.site', {})).id)
  expect((await second.call('exchange.site', {})).mode).toBe('unit')
  const [mill] = (await second.call('enterprises.list', {})).rows
  await second.call('enterprises.updateMany', {
    edits: [{ id: mill?.id ?? '', column: 'phone', value: '02333 111 222' }],
  })
  // Each tells the other what it did, and either tells the province.
  expect(await a.take((await second.make({ kind: 'handover', unit: 'XA-A' })).file)).toMatchObject({ clashes: 0 })
  expect((await a.call('enterprises.list', {})).rows[0]?.phone).toBe('02333 111 222')
  for (const office of [second, a]) {
    const taken = await province.take((await office.make({ kind: 'survey' })).file)
    expect(taken).toMatchObject({ status: 'applied', clashes: 0, problems: [] })
  }
  expect((await province.call('enterprises.list', {})).rows.map(({ phone }) => phone)).toEqual(['02333 111 222'])
})

test('what brings no catalogues is refused by a sentence of its own, and no file is left behind', async () => {
  const { province, a } = await openOffices()
  await a.call('people.save', { fullName: 'Lê Thị Hạnh' })
  const cells = Object.entries({ name: 'Công ty May Xa', unit: 'XA-A', taxCode: '0101243150', workers: '60' })
  await a.call('enterprises.add', { cells: cells.map(([column, value]) => ({ column: column as 'name', value })) })
  const fromUnit = await a.make({ kind: 'survey' })
  const form = path.join(province.folder, 'biểu.xlsx')
  await province.call('exchange.make', { kind: 'survey', unit: 'XA-A', file: form })
  const broken = path.join(province.folder, 'hỏng.chitieu')
  fs.writeFileSync(broken, fs.readFileSync(fromUnit.file).subarray(0, 600))
  const fresh = await openNew()
  for (const [sent, code] of [
    [fromUnit.file, 'PACKAGE_NO_START'],
    [form, 'PACKAGE_NO_START'],
    [broken, 'PACKAGE_DAMAGED'],
    [path.join(province.folder, 'không có.chitieu'), 'FILE_MISSING'],
  ] as const)
    expect([sent, await fresh.refuse('file.createFromPackage', { file: fresh.target, sent })]).toEqual([sent, code])
  expect(fs.readdirSync(fresh.folder)).toEqual([])
  expect((await fresh.call('file.status', {})).file).toBeNull()
})
