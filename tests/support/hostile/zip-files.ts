import { deflateRawSync } from 'node:zlib'
import { type HostileFile, MB, UNSAFE, DAMAGED } from './hostile-file.ts'
import { rawZip } from './raw-zip.ts'
import { GOOD_ROWS, part, sheetOf, workbookOf } from './workbook-parts.ts'

export const ZIP_FILES: readonly HostileFile[] = [
  {
    name: 'lying size 2 GB.xlsx',
    make: () =>
      workbookOf({ lie: (one) => (one.name.endsWith('sheet1.xml') ? { ...one, statedSize: 2 * 1024 * MB } : one) }),
    ends: UNSAFE,
  },
  {
    name: 'lying size small.xlsx',
    make: () => workbookOf({ lie: (one) => (one.name.endsWith('sheet1.xml') ? { ...one, statedSize: 10 } : one) }),
    ends: DAMAGED,
  },
  {
    name: 'wrong check sum.xlsx',
    make: () => workbookOf({ lie: (one) => (one.name.endsWith('sheet1.xml') ? { ...one, statedCrc: 1 } : one) }),
    ends: DAMAGED,
  },
  {
    name: 'sizes differ between head and directory.xlsx',
    make: () => workbookOf({ lie: (one) => ({ ...one, localSize: 0 }) }),
    ends: 'ok',
  },
  {
    name: 'two parts of one name.xlsx',
    make: () => workbookOf({ extra: [part('XL/worksheets/SHEET1.xml', sheetOf(GOOD_ROWS))] }),
    ends: UNSAFE,
  },
  { name: 'climbs out.xlsx', make: () => workbookOf({ extra: [part('../../etc/passwd', 'x')] }), ends: UNSAFE },
  { name: 'climbs out backwards.xlsx', make: () => workbookOf({ extra: [part('..\\..\\a.xml', 'x')] }), ends: UNSAFE },
  { name: 'drive.xlsx', make: () => workbookOf({ extra: [part('C:\\Windows\\a.xml', 'x')] }), ends: UNSAFE },
  {
    name: 'encrypted zip.xlsx',
    make: () => workbookOf({ lie: (one) => ({ ...one, encrypted: true }) }),
    ends: ['FILE_ENCRYPTED'],
  },
  {
    name: 'odd packing.xlsx',
    make: () => workbookOf({ lie: (one) => ({ ...one, method: 12 }) }),
    ends: UNSAFE,
  },
  {
    name: 'parts that share bytes.xlsx',
    make: () => workbookOf({ lie: (one) => ({ ...one, statedOffset: 0 }) }),
    ends: DAMAGED,
  },
  { name: 'directory beyond the end.xlsx', make: () => rawZip([part('a', 'x')], { entries: 9 }), ends: DAMAGED },
  {
    name: 'junk before.xlsx',
    make: () => workbookOf({ zip: { prefix: Buffer.from('MZ rest of a program') } }),
    ends: ['FILE_NOT_TABLE'],
  },
  {
    name: 'second directory in the comment.xlsx',
    make: () => workbookOf({ zip: { comment: rawZip([part('b', 'y')]) } }),
    ends: DAMAGED,
  },
  { name: 'cut in the middle.xlsx', make: () => workbookOf().subarray(0, 900), ends: DAMAGED },
  { name: 'cut before its end.xlsx', make: () => workbookOf().subarray(0, -10), ends: DAMAGED },
  { name: 'only an end.xlsx', make: () => rawZip([]), ends: ['FILE_NOT_TABLE', 'FILE_DAMAGED'] },
  {
    name: 'zip in a zip in a zip.xlsx',
    make: () => {
      let inner: Buffer = Buffer.alloc(8 * MB, 0x20)
      for (let level = 0; level < 4; level++) inner = rawZip([{ name: `${level}.zip`, content: inner }])
      return inner
    },
    ends: ['FILE_NOT_TABLE'],
  },
  {
    name: 'thousand sheets of spaces.xlsx',
    make: () =>
      workbookOf({
        extra: Array.from({ length: 15 }, (_, at) => part(`xl/more${at}.xml`, Buffer.alloc(7.9 * MB, 0x20))),
      }),
    ends: UNSAFE,
  },
  {
    name: 'spaces 300 MB.xlsx',
    make: () => workbookOf({ sheet: Buffer.alloc(300 * MB, 0x20) }),
    ends: UNSAFE,
    heavy: true,
  },
  {
    name: 'deflate that never ends.xlsx',
    make: () => {
      const packed = deflateRawSync(Buffer.alloc(4 * MB, 0x20))
      return workbookOf({
        lie: (one) =>
          one.name.endsWith('sheet1.xml') ? { ...one, content: packed, stored: true, method: 8, statedSize: 100 } : one,
      })
    },
    ends: DAMAGED,
  },
]
