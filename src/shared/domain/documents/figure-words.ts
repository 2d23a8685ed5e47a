import { formatDate } from '../text/format.ts'
import type { DocumentFacts } from './facts.ts'
import { type FigureName, readFigureName } from './figure-from-facts.ts'
import { readPhaseWord } from './phase-results.ts'

/** What a figure is, in words a clerk knows it by. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  target: 'Chỉ tiêu',
  result: 'Kết quả',
  percent: 'Tỷ lệ đạt',
  exceeded: 'Tỷ lệ vượt',
  remaining: 'Còn phải thực hiện',
  difference: 'Chênh lệch',
  rank: 'Xếp thứ',
  count: 'Số đếm được',
  'stated-percent': 'Tỷ lệ đơn vị tự báo cáo',
  'implied-target': 'Chỉ tiêu suy ra',
  elapsed: 'Thời gian đã qua',
}

/** What was counted, by the word its source carries; a word may be followed by a code. */
const COUNT_WORDS: readonly (readonly [begins: string, words: string])[] = [
  ['units with targets', 'Số đơn vị được giao chỉ tiêu'],
  ['units of ', 'Số đơn vị của nhóm'],
  ['units reported', 'Số đơn vị đã có báo cáo'],
  ['units expected to report', 'Số đơn vị phải báo cáo'],
  ['units without report', 'Số đơn vị chưa có báo cáo'],
  ['reached', 'Số đơn vị đã hoàn thành chỉ tiêu'],
  ['on pace', 'Số đơn vị đúng tiến độ'],
  ['behind', 'Số đơn vị chậm tiến độ'],
  ['silent', 'Số đơn vị chưa báo cáo chỉ tiêu này'],
  ['enterprises', 'Số doanh nghiệp đã khảo sát'],
  ['workers of difficult', 'Số lao động ở doanh nghiệp khó khăn'],
  ['workers', 'Số lao động'],
  ['withUnion', 'Số doanh nghiệp đã có CĐCS'],
  ['members at founding', 'Số đoàn viên khi thành lập'],
  ['members of the steering committee', 'Số thành viên Ban Chỉ đạo'],
  ['members', 'Số đoàn viên'],
  ['nonMembers', 'Số lao động chưa là đoàn viên'],
  ['atLeastWithoutUnion', 'Số doanh nghiệp đủ quy mô chưa có CĐCS'],
  ['atLeast', 'Số doanh nghiệp đủ quy mô'],
  ['difficult enterprises with an officer', 'Số doanh nghiệp khó khăn đã phân công cán bộ'],
  ['difficult enterprises', 'Số doanh nghiệp khó khăn'],
]

export function countWords(what: string | null): string {
  if (what === null) return 'Số đếm được'
  return COUNT_WORDS.find(([begins]) => what.startsWith(begins))?.[1] ?? 'Số đếm được'
}

/** Names a document's indicators, assigners and units go by. */
export interface FigureNames {
  readonly indicator: (code: string) => string
  readonly assigner: (code: string) => string
  readonly unit: (code: string) => string
  readonly phase: (code: string) => string
}

/** "Tỷ lệ đạt: Đoàn viên mới, LĐLĐ tỉnh Hải An (BCH LĐLĐ tỉnh giao), đến ngày 30/6/2024" */
export function describeFigure(id: string, names: FigureNames): string {
  const name = readFigureName(id)
  if (name === null) return id
  const what = name.kind === 'count' ? countWords(name.what) : (KIND_WORDS[name.kind] ?? 'Số liệu')
  const indicator = name.indicator === null ? '' : `: ${names.indicator(name.indicator)}`
  const unit = name.unit === '' ? '' : `, ${names.unit(name.unit)}`
  const assigner = name.assigner === null ? '' : ` (${names.assigner(name.assigner)} giao)`
  const phase = readPhaseWord(name.what)
  const within = phase === null ? '' : `, ${names.phase(phase.phase)}${phase.isOfYear ? ' (tính từ đầu năm)' : ''}`
  return `${what}${indicator}${unit}${assigner}${within}${dayWords(name)}`
}

function dayWords({ when, kind }: FigureName): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(when) && kind !== 'target' ? `, đến ngày ${formatDate(when)}` : ''
}

/** The names a document's own facts hold. */
export function namesOf(facts: DocumentFacts): FigureNames {
  const indicators = new Map(facts.indicators.map(({ code, shortName }) => [code, shortName]))
  const assigners = new Map(facts.assigners.map(({ code, shortName }) => [code, shortName]))
  const units = new Map<string, string>([
    ['TOTAL', 'các đơn vị trực thuộc'],
    [facts.scope.unit.code, facts.scope.unit.shortName],
    ...facts.groups.flatMap((group): [string, string][] => [
      [group.code, group.title],
      ...group.units.map(({ unit }): [string, string] => [unit.code, unit.shortName]),
    ]),
  ])
  return {
    indicator: (code) => indicators.get(code) ?? code,
    assigner: (code) => assigners.get(code) ?? code,
    unit: (code) => units.get(code) ?? code,
    phase: (code) => facts.phaseResults?.find(({ plan }) => plan.code === code)?.plan.name ?? code,
  }
}
