import { describe, expect, test } from 'vitest'
import { parseArguments } from '#main/hosts/cli/arguments.ts'
import { readDate } from '#main/hosts/cli/dates.ts'
import { writeTable } from '#main/hosts/cli/text/table.ts'

const SPEC = { values: ['plan'], lists: ['lock'], flags: ['dry-run'], words: [0, 2] as const }

describe('the words of a command line', () => {
  const parse = (line: readonly string[]): unknown => {
    const parsed = parseArguments(line, SPEC)
    if (!parsed.ok) return parsed.error.code
    const { words } = parsed.value
    return {
      words,
      plan: parsed.value.value('plan'),
      locks: parsed.value.list('lock'),
      dry: parsed.value.flag('dry-run'),
    }
  }

  test.for([
    [[], { words: [], plan: undefined, locks: [], dry: false }],
    [['tệp.xlsx', '--plan', '2024'], { words: ['tệp.xlsx'], plan: '2024', locks: [], dry: false }],
    [['--plan=2024', 'tệp.xlsx'], { words: ['tệp.xlsx'], plan: '2024', locks: [], dry: false }],
    [['--plan=a=b'], { words: [], plan: 'a=b', locks: [], dry: false }],
    [['--lock', 'A=1', '--lock', 'B=2'], { words: [], plan: undefined, locks: ['A=1', 'B=2'], dry: false }],
    [['--plan', '1', '--plan', '2'], 'OPTION_TWICE'],
    [['--dry-run', '--dry-run'], { words: [], plan: undefined, locks: [], dry: true }],
    [['--dry-run', '-5'], { words: ['-5'], plan: undefined, locks: [], dry: true }],
    [['--', '--plan'], { words: ['--plan'], plan: undefined, locks: [], dry: false }],
    [['--plan', ''], 'OPTION_WITHOUT_VALUE'],
    [['--plan= '], 'OPTION_WITHOUT_VALUE'],
    [['--plan', '--dry-run'], 'OPTION_WITHOUT_VALUE'],
    [['--plan=--dry-run'], { words: [], plan: '--dry-run', locks: [], dry: false }],
    [['a', ' '], 'ARGUMENT_MISSING'],
    [['--plan'], 'OPTION_WITHOUT_VALUE'],
    [['--lien'], 'OPTION_UNKNOWN'],
    [['--dry-run=no'], 'OPTION_UNKNOWN'],
    [['a', 'b', 'c'], 'ARGUMENT_EXTRA'],
  ] as const)('%o', ([line, understood]) => expect(parse(line)).toEqual(understood))

  test('too few words', () => {
    const parsed = parseArguments([], { words: [1, 1] })
    expect(parsed.ok ? null : parsed.error.code).toBe('ARGUMENT_MISSING')
  })

  test('--db and --json are everybody’s', () => {
    const parsed = parseArguments(['--db', 'a.chitieu-db', '--json'], {})
    expect(parsed.ok && parsed.value.value('db') === 'a.chitieu-db' && parsed.value.flag('json')).toBe(true)
  })
})

test.for([
  ['2024-06-30', '2024-06-30'],
  ['30/6/2024', '2024-06-30'],
  ['05-09-2021', '2021-09-05'],
  ['15.8.2019', '2019-08-15'],
  [' 1/1/2024 ', '2024-01-01'],
  ['31/6/2024', null],
  ['6/30/2024', null],
  ['5.2.24', '2024-02-05'],
  ['05-02-2024', '2024-02-05'],
  ['2024', null],
  ['hôm nay', null],
] as const)('a date typed as %s is %s', ([text, day]) => {
  const read = readDate(text)
  expect(read.ok ? read.value : null).toBe(day)
})

test('a table lines up names left and numbers right', () => {
  const table = writeTable(
    ['Đơn vị', 'Chỉ tiêu'],
    [
      ['LĐLĐ huyện A', 5],
      ['CĐ ngành', 1200],
      ['Chưa giao', null],
    ],
  )
  expect(table.split('\n')).toEqual([
    'Đơn vị        Chỉ tiêu',
    '------------  --------',
    'LĐLĐ huyện A         5',
    'CĐ ngành         1.200',
    'Chưa giao',
  ])
})
