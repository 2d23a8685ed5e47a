import fs from 'node:fs'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readTable } from '#tests/support/read-survey.ts'
import { PROJECT } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { writeWorkbook, zipParts } from '#tests/support/workbook-file.ts'

const GOOD = path.join(PROJECT, 'tests/fixtures/survey/thue-quang-ninh.xlsx')
const OLD = path.join(PROJECT, 'tests/fixtures/survey/bhxh-quang-tri-excel97.xls')
const ROWS = [
  ['STT', 'Tên', 'MST', 'Số LĐ'],
  [1, 'A', '0100109106', 5],
]

async function refusal(name: string, bytes: Buffer | string): Promise<{ code: string; message: string }> {
  const file = path.join(makeTempFolder(), name)
  fs.writeFileSync(file, bytes)
  const table = await readTable(file)
  if (!('code' in table)) throw new Error(`${name} was read`)
  return table
}

describe('files that are not what their names say', () => {
  const zip = (parts: Readonly<Record<string, string>>): Promise<Buffer> => zipParts(new Map(Object.entries(parts)))
  const aliens: readonly (readonly [string, () => Buffer | string | Promise<Buffer>, string, string])[] = [
    [
      'word.xlsx',
      () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      'FILE_NOT_TABLE',
      'Word',
    ],
    [
      'slides.xlsx',
      () => zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
      'FILE_NOT_TABLE',
      'PowerPoint',
    ],
    [
      'văn bản.xlsx',
      () => zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'FILE_NOT_TABLE',
      '.odt',
    ],
    [
      'nhị phân.xlsx',
      () =>
        zip({
          '[Content_Types].xml': '<Types/>',
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
          'xl/workbook.bin': 'x',
        }),
      'FILE_NOT_TABLE',
      '.xlsb',
    ],
    ['ảnh.zip.xlsx', () => zip({ 'anh.png': 'x' }), 'FILE_NOT_TABLE', 'ZIP'],
    ['trang.xls', () => '<html><body><table><tr><td>STT</td></tr></table></body></html>', 'FILE_NOT_TABLE', 'HTML'],
    ['cổng.xls', () => '\ufeff<!DOCTYPE html><table></table>', 'FILE_NOT_TABLE', 'HTML'],
    [
      'xml.xls',
      () =>
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'FILE_NOT_TABLE',
      'XML 2003',
    ],
    ['in.xlsx', () => '%PDF-1.7\n', 'FILE_NOT_TABLE', 'PDF'],
    ['ảnh.csv', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'FILE_NOT_TABLE', 'PNG'],
    ['chạy.xlsx', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'FILE_NOT_TABLE', 'chương trình'],
    [
      'lạ.xlsx',
      () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)),
      'FILE_NOT_TABLE',
      'không rõ loại',
    ],
    ['chữ.xlsx', () => 'Kính gửi các đơn vị\nĐề nghị báo cáo\n', 'FILE_NOT_TABLE', 'văn bản thường'],
    ['rỗng.xlsx', () => '', 'FILE_EMPTY', 'không có nội dung'],
    ['trắng.csv', () => ' \r\n \r\n', 'FILE_EMPTY', 'không có nội dung'],
    ['cụt.xlsx', () => fs.readFileSync(GOOD).subarray(0, 40_000), 'FILE_DAMAGED', 'bị hỏng'],
    ['cụt.xls', () => fs.readFileSync(OLD).subarray(0, 700), 'FILE_DAMAGED', 'bị hỏng'],
  ]
  test.each(aliens)('%s', async (name, bytes, code, word) => {
    const refused = await refusal(name, await bytes())
    expect(refused.code).toBe(code)
    expect(refused.message).toContain(word)
    expect(refused.message).toContain(name)
  })

  test('a password: new and old workbooks', async () => {
    expect(await refusal('khóa.xlsx', oleWith('EncryptedPackage'))).toMatchObject({ code: 'FILE_ENCRYPTED' })
    expect(
      await refusal(
        'khóa.xls',
        oleWith(
          'Workbook',
          Buffer.from([0x09, 0x08, 8, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0x2f, 0, 2, 0, 1, 0, 0x0a, 0, 0, 0]),
        ),
      ),
    ).toMatchObject({ code: 'FILE_ENCRYPTED' })
    expect(await refusal('văn bản.xls', oleWith('WordDocument'))).toMatchObject({ code: 'FILE_NOT_TABLE' })
  })

  test('a workbook under another workbook name is read and said', async () => {
    const folder = makeTempFolder()
    const cases = [
      [OLD, 'mới.xlsx', 'nameSaysXlsx'],
      [GOOD, 'cũ.xls', 'nameSaysXls'],
      [path.join(PROJECT, 'tests/fixtures/survey/thue-soc-trang.csv'), 'bảng.xlsx', 'nameSaysXlsx'],
    ] as const
    for (const [source, name, note] of cases) {
      fs.copyFileSync(source, path.join(folder, name))
      expect(await readTable(path.join(folder, name))).toMatchObject({ notes: [note] })
    }
  })

  test('missing files, folders, files too large', async () => {
    const folder = makeTempFolder()
    expect(await readTable(path.join(folder, 'không có.xlsx'))).toMatchObject({ code: 'FILE_MISSING' })
    expect(await readTable(folder)).toMatchObject({ code: 'FILE_IS_FOLDER' })
    const large = path.join(folder, 'lớn.xlsx')
    fs.writeFileSync(large, 'PK')
    fs.truncateSync(large, 26 * 1024 * 1024)
    expect(await readTable(large)).toMatchObject({ code: 'FILE_TOO_LARGE' })
  })
})

describe('hostile workbooks', () => {
  async function withPart(name: string, content: string | Buffer): Promise<{ code?: string; message?: string }> {
    const file = path.join(makeTempFolder(), 'x.xlsx')
    await writeWorkbook(file, { sheets: [{ rows: ROWS }], parts: { [name]: content } })
    const table = await readTable(file)
    return 'code' in table ? table : {}
  }
  const sheet = (body: string): string =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${body}</worksheet>`

  test('DOCTYPE, with or without entities', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    expect(await withPart('xl/worksheets/sheet1.xml', `${laughs}${sheet('')}`)).toMatchObject({ code: 'FILE_UNSAFE' })
    expect(await withPart('xl/sharedStrings.xml', '<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>')).toMatchObject({
      code: 'FILE_UNSAFE',
    })
  })

  test('a sheet of spaces that unpacks to hundreds of megabytes', async () => {
    expect(await withPart('xl/worksheets/sheet1.xml', Buffer.alloc(120 * 1024 * 1024, 0x20))).toMatchObject({
      code: 'FILE_UNSAFE',
    })
    expect(await withPart('xl/worksheets/sheet1.xml', Buffer.alloc(20 * 1024 * 1024, 0x20))).toMatchObject({
      code: 'FILE_UNSAFE',
    })
  })

  test('macros, names that climb out, too many parts', async () => {
    expect(await withPart('xl/vbaProject.bin', 'x')).toMatchObject({ code: 'FILE_UNSAFE' })
    const many = new Map(Array.from({ length: 1001 }, (_, at): [string, string] => [`p${at}.xml`, '<x/>']))
    expect(await refusal('nhiều.xlsx', await zipParts(many))).toMatchObject({ code: 'FILE_UNSAFE' })
    expect(await refusal('trèo.xlsx', rawZip([['../a.xml', Buffer.from('<x/>')]]))).toMatchObject({
      code: 'FILE_UNSAFE',
    })
    expect(
      await refusal(
        'trùng.xlsx',
        rawZip([
          ['a.xml', Buffer.from('<x/>')],
          ['a.xml', Buffer.from('<y/>')],
        ]),
      ),
    ).toMatchObject({ code: 'FILE_UNSAFE' })
    expect(
      await refusal('mã hóa.xlsx', rawZip([['xl/workbook.xml', Buffer.from('<x/>')]], { encrypted: true })),
    ).toMatchObject({ code: 'FILE_ENCRYPTED' })
  })

  test('a part larger than it says', async () => {
    expect(
      await refusal('dối.xlsx', rawZip([['xl/workbook.xml', Buffer.alloc(50_000, 0x20)]], { statedSize: 10 })),
    ).toMatchObject({ code: 'FILE_DAMAGED' })
  })

  test('a cell at the end of the world, merges and columns over everything', async () => {
    const far = sheet(
      '<cols><col min="1" max="2000000000"/></cols><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    const began = performance.now()
    expect(await withPart('xl/worksheets/sheet1.xml', far)).toEqual({})
    expect(performance.now() - began).toBeLessThan(2000)
    const merges = '<mergeCell ref="A1:B2"/>'.repeat(60_000)
    expect(
      await withPart('xl/worksheets/sheet1.xml', sheet(`<sheetData/><mergeCells>${merges}</mergeCells>`)),
    ).toMatchObject({ code: 'FILE_UNSAFE' })
  })

  test('broken XML, a missing part, cells that point nowhere', async () => {
    expect(await withPart('xl/worksheets/sheet1.xml', sheet('<sheetData><row><c>'))).toMatchObject({
      code: 'FILE_DAMAGED',
    })
    expect(await withPart('xl/workbook.xml', '<workbook><sheets/></workbook>')).toMatchObject({ code: 'FILE_DAMAGED' })
    const lost = sheet(
      '<sheetData><row r="1"><c r="A1" t="s" s="99"><v>12345</v></c><c r="B1"><v>abc</v></c></row></sheetData>',
    )
    expect(await withPart('xl/worksheets/sheet1.xml', lost)).toEqual({})
  })
})

/** A zip byte by byte, for forms no library writes. */
function rawZip(
  parts: readonly (readonly [string, Buffer])[],
  { encrypted = false, statedSize }: { readonly encrypted?: boolean; readonly statedSize?: number } = {},
): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content)
    const bytes = Buffer.from(name, 'utf8')
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(statedSize ?? content.length, 8)
    const flags = encrypted ? 1 : 0
    const head = Buffer.from([0x50, 0x4b, 3, 4, 20, 0, flags, 0, 8, 0, 0, 0, 0, 0])
    const tail = Buffer.alloc(4)
    tail.writeUInt16LE(bytes.length, 0)
    local.push(head, sizes, tail, bytes, packed)
    const entry = Buffer.alloc(46)
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, flags, 0, 8, 0]).copy(entry)
    sizes.copy(entry, 16)
    entry.writeUInt16LE(bytes.length, 28)
    entry.writeUInt32LE(offset, 42)
    central.push(entry, bytes)
    offset += head.length + sizes.length + tail.length + bytes.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  Buffer.from([0x50, 0x4b, 5, 6]).copy(end)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

/** The smallest OLE container with one stream ([MS-CFB]): header, one FAT sector, one directory sector, the stream. */
function oleWith(stream: string, content: Buffer = Buffer.alloc(16)): Buffer {
  const sector = 512
  const data = Buffer.alloc(4096)
  content.copy(data)
  const sectors = data.length / sector
  const header = Buffer.alloc(sector, 0xff)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.fill(0, 8, 76)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.writeUInt32LE(0, 76)
  const fat = Buffer.alloc(sector, 0xff)
  fat.writeUInt32LE(0xfffffffd, 0)
  fat.writeUInt32LE(0xfffffffe, 4)
  for (let at = 0; at < sectors; at++) fat.writeUInt32LE(at === sectors - 1 ? 0xfffffffe : at + 3, (at + 2) * 4)
  const directory = Buffer.alloc(sector)
  const entry = (at: number, name: string, type: number, child: number, start: number, size: number): void => {
    const base = at * 128
    directory.write(name, base, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, base + 64)
    directory.writeUInt8(type, base + 66)
    directory.writeUInt8(1, base + 67)
    directory.writeUInt32LE(0xffffffff, base + 68)
    directory.writeUInt32LE(0xffffffff, base + 72)
    directory.writeUInt32LE(child, base + 76)
    directory.writeUInt32LE(start, base + 116)
    directory.writeUInt32LE(size, base + 120)
  }
  entry(0, 'Root Entry', 5, 1, 0xfffffffe, 0)
  entry(1, stream, 2, 0xffffffff, 2, data.length)
  return Buffer.concat([header, fat, directory, data])
}
