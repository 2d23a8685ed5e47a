import { type HostileFile, TOO_LARGE, withRows, many, noise } from './hostile-file.ts'
import { GOOD_ROWS, HEADER_CELLS, rowXml, sheetOf, sheetXml, workbookOf } from './workbook-parts.ts'

export const CELL_FILES: readonly HostileFile[] = [
  {
    name: 'last cell of the world.xlsx',
    make: () => workbookOf({ sheet: withRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }),
    ends: 'ok',
  },
  {
    name: 'merged all over.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf(GOOD_ROWS).replace(
          '</worksheet>',
          '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
        ),
      }),
    ends: ['HEADER_NOT_FOUND'],
  },
  {
    name: 'merged below the table.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf(GOOD_ROWS).replace(
          '</worksheet>',
          '<mergeCells><mergeCell ref="A10:XFD1048576"/><mergeCell ref="Z9:A1"/><mergeCell ref="A0:B0"/></mergeCells></worksheet>',
        ),
      }),
    ends: 'ok',
  },
  {
    name: 'columns to two thousand million.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf(GOOD_ROWS).replace('<sheetData>', '<cols><col min="1" max="2000000000"/></cols><sheetData>'),
      }),
    ends: 'ok',
  },
  {
    name: 'cell addresses from nowhere.xlsx',
    make: () =>
      workbookOf({
        sheet: withRows(
          '<row r="-5"><c r="a3"><v>1</v></c><c r=""><v>1</v></c><c r="ZZZZZZZZZZZZ9"><v>1</v></c></row><row r="1e99"><c r="B"><v>2</v></c></row><row r="abc"><c r="A1" t="s" s="-1"><v>-1</v></c><c r="B1" t="n"><v>1e999</v></c></row>',
        ),
      }),
    ends: 'ok',
  },
  {
    name: 'million empty formatted rows.xlsx',
    make: () => workbookOf({ sheet: withRows(many(1_048_573, (at) => `<row r="${at + 3}" s="1" customFormat="1"/>`)) }),
    ends: 'ok',
  },
  {
    name: 'million formatted cells.xlsx',
    make: () =>
      workbookOf({ sheet: withRows(many(200_000, (at) => `<row r="${at + 3}">${'<c s="1"/>'.repeat(10)}</row>`)) }),
    ends: 'ok',
    heavy: true,
  },
  {
    name: 'columns to XFD.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetXml(
          `<sheetData>${rowXml(1, [...HEADER_CELLS, ...Array.from({ length: 16_378 }, (_, at) => `Cột ${at}`)])}${rowXml(2, [1, 'Công ty A', '', '', 5, ...Array.from({ length: 16_379 }, (_, at) => at)])}</sheetData>`,
        ),
      }),
    ends: 'ok',
  },
  {
    name: 'three hundred thousand rows.xlsx',
    make: () => workbookOf({ sheet: withRows(many(300_000, (at) => `<row><c><v>${at}</v></c></row>`)) }),
    ends: TOO_LARGE,
  },
  {
    name: 'one text in two hundred thousand cells.xlsx',
    make: () =>
      workbookOf({
        strings: `<sst><si><t>${noise(32_000)}</t></si></sst>`,
        sheet: withRows(many(190_000, () => '<row><c><v>1</v></c><c t="s"><v>0</v></c></row>')),
      }),
    ends: ['FILE_UNSAFE', 'FILE_TOO_LARGE'],
  },
  {
    name: 'shared strings of 50 MB.xlsx',
    make: () => workbookOf({ strings: `<sst>${many(500, (at) => `<si><t>${noise(100_000, at + 1)}</t></si>`)}</sst>` }),
    ends: ['FILE_TOO_LARGE'],
    heavy: true,
  },
  {
    name: 'shared strings of 30 MB nobody uses.xlsx',
    make: () =>
      workbookOf({
        strings: `<sst>${many(300_000, (at) => `<si><t>Công ty trách nhiệm hữu hạn số ${at} ${at * 7919} đường Hùng Vương</t></si>`)}</sst>`,
      }),
    ends: 'ok',
    heavy: true,
  },
  {
    name: 'ten million empty strings.xlsx',
    make: () => workbookOf({ strings: `<sst>${many(800_000, (at) => `<si a="${at}"/><si/>`)}</sst>` }),
    ends: 'ok',
    heavy: true,
  },
  {
    name: 'cells longer than Excel allows.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          ...GOOD_ROWS,
          [3, `Công ty ${noise(40_000)}`, noise(40_000), noise(40_000), '5'.repeat(40_000), noise(500_000)],
        ]),
      }),
    ends: 'ok',
  },
  {
    name: 'control signs and half letters.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          ...GOOD_ROWS,
          [3, 'A&#0;B_x0000__x0001_&#1;&#xD800;C_xDC00_&#xFFFF;\u0007', '', 'Xã &#2;Mới_xD83D_', 5, '&#11;_x000B_'],
          [4, '_xD800_', '', '', 5, ''],
        ]),
      }),
    ends: 'ok',
  },
  {
    name: 'formulas as text.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          ...GOOD_ROWS,
          [3, "=cmd|' /C calc'!A0", '+84', '@SUM(1)', 5, '-2+3'],
          [4, '=HYPERLINK(&quot;http://x&quot;)', '', '\t=1', 5, '＝1'],
        ]),
      }),
    ends: 'ok',
  },
  {
    name: 'names of objects.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          [...HEADER_CELLS, '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
          [1, '__proto__', 'constructor', 'toString', 5, '', 'a', 'b', 'c', 'd'],
          [2, 'constructor', '__proto__', '__proto__', 5, '', 'a', 'b', 'c', 'd'],
          [3, 'Công ty A', '', 'constructor', 5, 'valueOf', 'a', 'b', 'c', 'd'],
        ]),
      }),
    ends: 'ok',
  },
  {
    name: 'numbers beyond reason.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          ...GOOD_ROWS,
          [3, 'Công ty A', 1e300, '', 1e308, ''],
          [4, 'Công ty B', -1, '', -5, ''],
          [5, 'Công ty C', 0.1, '', 9007199254740992, ''],
          [6, 'Công ty D', '99999999999999999999', '', '99999999999999999999', ''],
          [7, 'Công ty Đ', '', '', 'NaN', ''],
          [8, 'Công ty E', '', '', 'Infinity', ''],
          [9, 'Công ty G', '', '', '1e5', ''],
          [10, 'Công ty H', '', '', '٣٤', ''],
        ]),
      }),
    ends: 'ok',
  },
]
