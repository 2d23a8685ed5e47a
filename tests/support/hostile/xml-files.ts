import { type HostileFile, MB, UNSAFE, DAMAGED, NO_HEADER, withRows, many, noise } from './hostile-file.ts'
import { relations, rowXml, sheetXml, workbookOf, workbookXml } from './workbook-parts.ts'

export const XML_FILES: readonly HostileFile[] = [
  {
    name: 'billion laughs.xlsx',
    make: () =>
      workbookOf({
        sheet: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${many(9, (at) => `<!ENTITY b${at} "${'&a;'.repeat(10)}">`)}]><worksheet/>`,
      }),
    ends: UNSAFE,
  },
  {
    name: 'entity of a file.xlsx',
    make: () => workbookOf({ strings: '<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>' }),
    ends: UNSAFE,
  },
  {
    name: 'entity nobody knows.xlsx',
    make: () => workbookOf({ sheet: withRows(rowXml(3, [2, '&constructor;'])) }),
    ends: DAMAGED,
  },
  {
    name: 'nested 100000 deep.xlsx',
    make: () => workbookOf({ sheet: sheetXml('<a>'.repeat(100_000) + '</a>'.repeat(100_000)) }),
    ends: DAMAGED,
  },
  {
    name: 'million attributes.xlsx',
    make: () =>
      workbookOf({ sheet: sheetXml(`<sheetData><row ${many(1_000_000, (at) => `a${at}="" `)}/></sheetData>`) }),
    ends: ['HEADER_NOT_FOUND', 'FILE_DAMAGED', 'FILE_UNSAFE'],
  },
  {
    name: 'attribute without an end.xlsx',
    make: () => workbookOf({ sheet: sheetXml(`<sheetData><row a="${noise(6 * MB)}`).replace('</worksheet>', '') }),
    ends: DAMAGED,
  },
  {
    name: 'comment without an end.xlsx',
    make: () => workbookOf({ sheet: sheetXml(`<!-- ${noise(6 * MB)}`).replace('</worksheet>', '') }),
    ends: DAMAGED,
  },
  {
    name: 'entities in their millions.xlsx',
    make: () => workbookOf({ sheet: withRows(rowXml(3, [2, '&amp;'.repeat(1_000_000), '', '', 5])) }),
    ends: 'ok',
  },
  {
    name: 'sheet named in circles.xlsx',
    make: () => workbookOf({ relations: relations([['rId1', 'worksheet', 'workbook.xml']]) }),
    ends: ['HEADER_NOT_FOUND', 'FILE_DAMAGED'],
  },
  {
    name: 'sheet outside the zip.xlsx',
    make: () => workbookOf({ relations: relations([['rId1', 'worksheet', '../../../../etc/passwd']]) }),
    ends: DAMAGED,
  },
  {
    name: 'five hundred sheets.xlsx',
    make: () => workbookOf({ workbook: workbookXml(Array.from({ length: 500 }, (_, at) => `S${at}`)) }),
    ends: UNSAFE,
  },
  {
    name: 'sheet called __proto__.xlsx',
    make: () => workbookOf({ workbook: workbookXml(['__proto__']) }),
    ends: 'ok',
  },
  {
    name: 'sheet name of a million signs.xlsx',
    make: () => workbookOf({ workbook: workbookXml([noise(MB)]), sheet: sheetXml('<sheetData/>') }),
    ends: NO_HEADER,
  },
  {
    name: 'hundred thousand styles.xlsx',
    make: () =>
      workbookOf({
        styles: `<styleSheet><cellXfs>${'<xf numFmtId="0" fontId="0"/>'.repeat(100_000)}</cellXfs></styleSheet>`,
      }),
    ends: UNSAFE,
  },
  {
    name: 'number format of a million signs.xlsx',
    make: () =>
      workbookOf({
        styles: `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(200_000)}${'&quot;'.repeat(100_001)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
      }),
    ends: 'ok',
  },
]
