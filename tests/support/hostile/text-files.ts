import { type HostileFile, MB, TOO_LARGE, many } from './hostile-file.ts'

export const TEXT_FILES: readonly HostileFile[] = [
  {
    name: '30 MB.csv',
    make: () => `Tên doanh nghiệp;Số lao động\n${'Công ty A;5\n'.repeat(2_500_000)}`,
    ends: TOO_LARGE,
  },
  {
    name: '20 MB of rows.csv',
    make: () => `Tên doanh nghiệp;Số lao động\n${many(1_000_000, (at) => `Công ty ${at};5\n`)}`,
    ends: TOO_LARGE,
    heavy: true,
  },
  { name: 'one endless line.csv', make: () => 'a,'.repeat(3 * MB), ends: ['HEADER_NOT_FOUND', 'FILE_TOO_LARGE'] },
  { name: 'one endless word.csv', make: () => 'a'.repeat(8 * MB), ends: ['FILE_NOT_TABLE'] },
  {
    name: 'endless line below the table.csv',
    make: () => `Tên doanh nghiệp,Số lao động\nCông ty A,5\n${'x,'.repeat(2 * MB)}`,
    ends: 'ok',
  },
  {
    name: 'quotes that never close.csv',
    make: () => `Tên doanh nghiệp,Số lao động\nCông ty A,5\n${',"a'.repeat(MB)}`,
    ends: 'ok',
  },
  { name: 'nothing but quotes.csv', make: () => '"'.repeat(8 * MB), ends: ['FILE_NOT_TABLE', 'HEADER_NOT_FOUND'] },
  {
    name: 'a quote left open.csv',
    make: () => 'Tên doanh nghiệp,Số lao động\nCông ty "An Phát,5\n"Công ty B,6\nCông ty C",7\n"Công ty ""D""",8\n',
    ends: 'ok',
  },
  {
    name: 'line ends of every kind.csv',
    make: () => 'Tên doanh nghiệp;Số lao động\rCông ty A;5\n\r\r\nCông ty B;6\r\n\u2028',
    ends: 'ok',
  },
  {
    name: 'only separators.csv',
    make: () => ';'.repeat(MB),
    ends: ['HEADER_NOT_FOUND', 'FILE_NOT_TABLE', 'FILE_EMPTY'],
  },
  {
    name: 'NUL between letters.csv',
    make: () => 'Tên doanh nghiệp;Số lao động\nCông ty A\u0000B;5\nCông ty \u0007C;6\n',
    ends: 'ok',
  },
  {
    name: 'half of UTF-16.csv',
    make: () => Buffer.from('\ufeffTên doanh nghiệp;Số lao động\nA;5\n', 'utf16le').subarray(0, -1),
    ends: 'ok',
  },
  {
    name: 'half letters in UTF-16.csv',
    make: () => Buffer.from('\ufeffTên doanh nghiệp;Số lao động\nCông ty \ud800A;5\nCông ty \udc00;6\n', 'utf16le'),
    ends: 'ok',
  },
  {
    name: 'binary.csv',
    make: () => Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256)),
    ends: ['FILE_NOT_TABLE'],
  },
  {
    name: 'broken UTF-8.csv',
    make: () =>
      Buffer.concat([
        Buffer.from('Tên doanh nghiệp;Số lao động\nCông ty '),
        Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
        Buffer.from(';5\n'),
      ]),
    ends: 'ok',
  },
  { name: 'sep of nothing.csv', make: () => 'sep=\nTên doanh nghiệp;Số lao động\nCông ty A;5\n', ends: 'ok' },
  { name: 'sep of a quote.csv', make: () => 'sep="\nTên doanh nghiệp"Số lao động\nCông ty A"5\n', ends: 'ok' },
]
