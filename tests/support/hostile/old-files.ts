import { type HostileFile, DAMAGED, NO_HEADER } from './hostile-file.ts'
import { biff, oleWith } from './raw-ole.ts'

const BOF = [0, 6, 5, 0, 0, 0, 0, 0] as const
const SHEET_BOF = [0, 6, 0x10, 0, 0, 0, 0, 0] as const
const EOF: readonly [number, readonly number[]] = [0x0a, []]
const workbookStream = (...records: readonly (readonly [number, Buffer | readonly number[]])[]): Buffer => {
  const globals = biff([0x809, BOF], [0x85, [0, 0, 0, 0, 0, 0, 1, 0, 0x53]], EOF)
  globals.writeUInt32LE(globals.length, biff([0x809, BOF]).length + 4)
  return Buffer.concat([globals, biff([0x809, SHEET_BOF], ...records, EOF)])
}

export const OLD_FILES: readonly HostileFile[] = [
  {
    name: 'office file with a password.xlsx',
    make: () => oleWith('EncryptedPackage', Buffer.alloc(4096)),
    ends: ['FILE_ENCRYPTED'],
  },
  { name: 'Word document.xls', make: () => oleWith('WordDocument', Buffer.alloc(4096)), ends: ['FILE_NOT_TABLE'] },
  {
    name: 'old workbook with a password.xls',
    make: () => oleWith('Workbook', biff([0x809, BOF], [0x2f, [0, 0]], EOF)),
    ends: ['FILE_ENCRYPTED'],
  },
  {
    name: 'chain in a circle.xls',
    make: () => oleWith('Workbook', workbookStream(), { next: (sector) => sector }),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND'],
  },
  {
    name: 'chain back to its start.xls',
    make: () => oleWith('Workbook', Buffer.alloc(50_000), { next: (sector, isLast) => (isLast ? 2 : sector + 1) }),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND'],
  },
  {
    name: 'chain beyond the end.xls',
    make: () => oleWith('Workbook', workbookStream(), { next: () => 900_000 }),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND'],
  },
  {
    name: 'sectors of 2 to the 30.xls',
    make: () => oleWith('Workbook', workbookStream(), { sectorShift: 30 }),
    ends: DAMAGED,
  },
  {
    name: 'sectors of nothing.xls',
    make: () => oleWith('Workbook', workbookStream(), { sectorShift: 0 }),
    ends: DAMAGED,
  },
  {
    name: 'thousand million FAT sectors.xls',
    make: () => oleWith('Workbook', workbookStream(), { fatSectors: 0xfffffff0 }),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND'],
  },
  {
    name: 'DIFAT in a circle.xls',
    make: () => oleWith('Workbook', workbookStream(), { firstDifat: 1, difatSectors: 0xffffff }),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND'],
  },
  {
    name: 'directory in a circle.xls',
    make: () => oleWith('Workbook', workbookStream(), { rootChild: 0, sibling: 1 }),
    ends: ['FILE_DAMAGED', 'FILE_NOT_TABLE', 'HEADER_NOT_FOUND'],
  },
  {
    name: 'stream of 4 GB.xls',
    make: () => oleWith('Workbook', workbookStream(), { statedSize: 0xffffffff }),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND'],
  },
  { name: 'empty sheet.xls', make: () => oleWith('Workbook', workbookStream()), ends: NO_HEADER },
  {
    name: 'sheet of 65536 by 256.xls',
    make: () =>
      oleWith(
        'Workbook',
        workbookStream(
          [0x200, [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0]],
          [0x203, [0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
        ),
      ),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND'],
  },
  {
    name: 'records that lie about their length.xls',
    make: () =>
      oleWith('Workbook', Buffer.concat([workbookStream([0xfd, [0, 0]]), Buffer.from([0xbd, 0, 0xff, 0xff, 1, 2, 3])])),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND'],
  },
  {
    name: 'bare stream.xls',
    make: () => workbookStream([0x203, [1, 2, 3]]),
    ends: ['FILE_DAMAGED', 'HEADER_NOT_FOUND', 'FILE_NOT_TABLE'],
  },
]
