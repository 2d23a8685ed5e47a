import { type HostileFile, noise } from './hostile-file.ts'
import { GOOD_ROWS, HEADER_CELLS, sheetOf, workbookOf } from './workbook-parts.ts'

const slowTexts = [
  ' '.repeat(30_000),
  '('.repeat(30_000),
  '1 '.repeat(15_000),
  '1.'.repeat(15_000),
  'tổng cộng '.repeat(3_000),
  'a'.repeat(30_000),
  `${'công ty '.repeat(3_000)}!`,
  'huyện '.repeat(5_000),
  '-'.repeat(30_000),
  'I. '.repeat(10_000),
  `ngày ${'1/'.repeat(10_000)}`,
  'ă'.normalize('NFD').repeat(10_000),
  '¸µ¶·¹'.repeat(6_000),
  'aùaøaûaõaï'.repeat(3_000),
  `${'0'.repeat(30_000)}x`,
  'x, '.repeat(10_000),
]

export const SLOW_FILES: readonly HostileFile[] = [
  {
    name: 'texts that make expressions search for ever.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          ...slowTexts.map((text) => [text]),
          ...GOOD_ROWS,
          ...slowTexts.flatMap((text, at) => [[at, text, text, text, text, text], [text], ['', text]]),
        ]),
      }),
    ends: 'ok',
  },
  {
    name: 'texts that make expressions search for ever below.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          ...GOOD_ROWS,
          ...slowTexts.flatMap((text, at) => [
            [at, `Công ty ${text}`, text, text, text, text],
            [at, 'Công ty A', '', text, 5, text],
            [text],
            ['', text],
          ]),
        ]),
      }),
    ends: 'ok',
  },
  {
    name: 'header cells of thirty thousand signs.xlsx',
    make: () =>
      workbookOf({ sheet: sheetOf([slowTexts, ...slowTexts.map((text) => [...HEADER_CELLS, text]), ...GOOD_ROWS]) }),
    ends: 'ok',
  },
  {
    name: 'twenty thousand places nobody knows.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          HEADER_CELLS,
          ...Array.from({ length: 20_000 }, (_, at) => [at, `Công ty ${at}`, '', `Xã ${noise(12, at + 1)}`, 5, '']),
        ]),
      }),
    ends: 'ok',
    heavy: true,
  },
  {
    name: 'twenty thousand times one name.xlsx',
    make: () =>
      workbookOf({
        sheet: sheetOf([
          HEADER_CELLS,
          ...Array.from({ length: 20_000 }, (_, at) => [at, 'Công ty TNHH An Phát', '', '', at % 90, '']),
        ]),
      }),
    ends: 'ok',
    heavy: true,
  },
]
