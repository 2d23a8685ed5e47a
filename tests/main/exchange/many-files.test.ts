import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { beginUnit, openOffice, openOffices, type Office } from '#tests/support/exchange/offices.ts'

async function add(office: Office, unit: string, name: string) {
  const cells = { name, unit, workers: '120' }
  return office.call('enterprises.add', {
    cells: Object.entries(cells).map(([column, value]) => ({ column: column as 'name', value })),
  })
}

/** What a folder of a month holds: newest first, twice, renamed, cut off, other people's, and no files of ours at all. */
test('a heap of files is taken over in one go, each with its own answer', { timeout: 240_000 }, async () => {
  const { province, a, b } = await openOffices()
  const mill = await add(a, 'XA-A', 'Công ty Một')
  const first = await a.make({ kind: 'survey' })
  await a.call('enterprises.update', { id: mill.id, patch: { phone: '0911' } })
  const second = await a.make({ kind: 'survey', full: true })
  await a.call('enterprises.update', { id: mill.id, patch: { phone: '0922' } })
  const third = await a.make({ kind: 'survey', full: true })
  await add(b, 'XA-B', 'Công ty Hai')
  const other = await b.make({ kind: 'survey' })
  const own = await province.make({ kind: 'catalogue', unit: 'XA-A' })
  const elsewhere = await openOffice({ name: 'Liên đoàn Lao động tỉnh Khác' })
  await elsewhere.call('units.add', { code: 'XA-A', name: 'Công đoàn xã Xa', type: 'CD_XA', parent: 'TINH' })
  const stranger = await beginUnit(elsewhere, 'XA-A')
  await add(stranger, 'XA-A', 'Công ty Khác')
  const foreign = await stranger.make({ kind: 'survey' })

  const bytes = fs.readFileSync(third.file)
  const put = (name: string, data: Buffer | string): string => {
    const file = path.join(province.folder, name)
    fs.writeFileSync(file, data)
    return file
  }
  const flipped = Buffer.from(bytes)
  flipped[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff
  const heap: readonly (readonly [string, string])[] = [
    [third.file, 'applied 3'],
    [second.file, 'applied 0'],
    [first.file, 'applied 0'],
    [first.file, 'again'],
    [put('bản sao (1).chitieu', bytes), 'again'],
    [put('đổi đuôi.xlsx', bytes), 'again'],
    [other.file, 'applied 2'],
    [own.file, 'PACKAGE_OWN'],
    [foreign.file, 'PACKAGE_OTHER_PROVINCE'],
    [put('cụt.chitieu', bytes.subarray(0, bytes.length - 200)), 'PACKAGE_DAMAGED'],
    [put('nửa.chitieu', bytes.subarray(0, Math.floor(bytes.length / 2))), 'PACKAGE_DAMAGED'],
    [put('thêm đuôi.chitieu', Buffer.concat([bytes, Buffer.alloc(100, 65)])), 'PACKAGE_DAMAGED'],
    [put('lật.chitieu', flipped), 'PACKAGE_DAMAGED'],
    [put('rỗng.chitieu', ''), 'FILE_EMPTY'],
    [put('không.chitieu', Buffer.alloc(5000)), 'PACKAGE_FOREIGN'],
    [put('chữ.chitieu', 'xin chào'), 'PACKAGE_FOREIGN'],
    [put('giấy.xlsx', '%PDF-1.4 xx'), 'PACKAGE_FOREIGN'],
    [put('bảng.csv', 'a,b\n1,2\n'), 'PACKAGE_FOREIGN'],
    [put('~$khóa.xlsx', 'x'), 'PACKAGE_FOREIGN'],
    [province.file, 'PACKAGE_FOREIGN'],
    [province.folder, 'FILE_IS_FOLDER'],
    [path.join(province.folder, 'không có.chitieu'), 'FILE_MISSING'],
  ]
  const { files, created, clashes } = await province.call('exchange.apply', { files: heap.map(([file]) => file) })
  expect(
    files.map(({ status, error, ...one }) => error?.code ?? (status === 'applied' ? `applied ${one.created}` : status)),
  ).toEqual(heap.map(([, what]) => what))
  // Each refusal speaks of its own file.
  expect(files.filter(({ file, error }) => error?.message.includes(file) === false)).toEqual([])
  expect([created, clashes]).toEqual([5, 0])
  const { rows } = await province.call('enterprises.list', {})
  expect(rows.map(({ name, phone }) => [name, phone])).toEqual([
    ['Công ty Hai', null],
    ['Công ty Một', '0922'],
  ])
  expect((await province.call('file.verify', {})).ok).toBe(true)
})
