import type { DocumentFacts, IndicatorFact, Measure } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument, TableRow } from '#shared/domain/documents/tree.ts'
import { targetHeading } from '#shared/domain/wording/assigners.ts'
import { capitalize, dataText, figure, type Inline, line, reference, text } from '#shared/domain/wording/parts.ts'
import { formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { sourceOf } from '#shared/domain/wording/results.ts'
import { goalClause } from '#shared/domain/wording/targets.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { NOTHING, numberCell } from '../../pieces/cells.ts'
import { bases } from '../../pieces/office.ts'
import { registrySentence } from '../../pieces/registry.ts'
import { body, createNumbering, isMain, item, type Numbering, sentence, tellingOf } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Kế hoạch of several years: the goals of the whole and the targets year by year. */
export function composeKeHoachGiaiDoan(facts: DocumentFacts): OfficialDocument {
  const numbering = createNumbering()
  const subject = words.subject(facts)
  const survey = registrySentence(facts)
  return officialDocument(facts, {
    type: 'ke-hoach-giai-doan',
    words,
    subject,
    keywords: ['kế hoạch', 'giai đoạn', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code],
    content: [
      ...bases(facts),
      body(words.opening(facts)),
      numbering.first('MỤC ĐÍCH, YÊU CẦU'),
      ...words.purpose(facts).map(item),
      ...goals(facts, numbering),
      numbering.first('NHIỆM VỤ, GIẢI PHÁP'),
      ...(survey.length > 0 ? [item(survey)] : []),
      ...words.tasks(facts).map(item),
      numbering.first('KINH PHÍ THỰC HIỆN'),
      body(words.FUNDING),
      numbering.first('TỔ CHỨC THỰC HIỆN'),
      ...words.organising(facts).map(item),
      body(words.closing(facts)),
    ],
  })
}

function goals(facts: DocumentFacts, numbering: Numbering): Block[] {
  const telling = tellingOf(facts)
  const scope = { plan: facts.plan, whole: facts.scope.whole }
  const source = facts.own.filter((measure) => measure.target !== null && measure.kind !== null)
  const blocks: Block[] = [numbering.first('MỤC TIÊU, CHỈ TIÊU'), numbering.second('Chỉ tiêu của cả giai đoạn')]
  const givers = new Map(source.map((measure) => [`${measure.assigner} ${measure.kind}`, measure]))
  for (const { assigner, kind } of givers.values()) {
    if (assigner === null || kind === null) continue
    blocks.push(body([...targetHeading(kind, telling.assignerName(assigner)), text(':')]))
    for (const indicator of facts.indicators) {
      const measure = source.find(
        (entry) => entry.indicator === indicator.code && entry.assigner === assigner && entry.kind === kind,
      )
      const goal = measure === undefined ? null : goalClause(measure, indicator, telling, scope)
      if (goal !== null) blocks.push(item(sentence(capitalize(goal))))
    }
  }
  const table = yearTable(facts)
  return [...blocks, numbering.second('Chỉ tiêu từng năm'), ...(table.length === 0 ? [body(words.YEARS_NONE)] : table)]
}

interface Line {
  readonly indicator: IndicatorFact
  readonly assigner: string
  readonly byYear: readonly (Measure | null)[]
}

/** TT | Chỉ tiêu | ĐVT | one column a year; a line an indicator and assigner; a dash where the year has none yet. */
function yearTable(facts: DocumentFacts): Block[] {
  const lines = facts.indicators.filter(isMain).flatMap((indicator): Line[] =>
    facts.assigners.flatMap((assigner): Line[] => {
      const byYear = facts.years.map(
        (year) =>
          year.targets.find(
            (target) =>
              target.indicator === indicator.code && target.assigner === assigner.code && target.target !== null,
          ) ?? null,
      )
      return byYear.some((measure) => measure !== null) ? [{ indicator, assigner: assigner.code, byYear }] : []
    }),
  )
  if (lines.length === 0) return []
  const telling = tellingOf(facts)
  const rows = lines.map(({ indicator, assigner, byYear }, index): TableRow => ({
    kind: 'row',
    cells: [
      numberCell(index + 1),
      { text: [dataText(indicator.name), text(' ('), dataText(telling.assignerShortName(assigner)), text(')')] },
      { text: [dataText(indicator.unitLabel)] },
      ...byYear.map((measure, year) => ({ text: yearCell(measure, indicator, facts.years[year]?.code ?? '', facts) })),
    ],
  }))
  return [
    { kind: 'paragraph', role: 'caption', text: words.YEARS_TITLE },
    {
      kind: 'table',
      id: 'tung-nam',
      columns: [
        { id: 'tt', align: 'center' },
        { id: 'indicator', align: 'left', grows: true },
        { id: 'unit', align: 'center' },
        ...facts.years.map((year) => ({ id: year.code, align: 'right' as const })),
      ],
      header: [
        [
          { text: line`TT` },
          { text: line`Chỉ tiêu` },
          { text: line`ĐVT` },
          ...facts.years.map((year) => ({ text: [text('Năm '), reference(String(yearOf(year.to)), 'year')] })),
        ],
      ],
      rows,
    },
  ]
}

function yearCell(measure: Measure | null, indicator: IndicatorFact, plan: string, facts: DocumentFacts): Inline {
  const value = measure?.target ?? null
  if (measure === null || value === null) return NOTHING
  const printed = indicator.kind === 'ratio' ? formatPercent(value) : formatNumber(value)
  return [figure(value, printed, { ...sourceOf(measure, 'target', { plan, asOf: facts.asOf }) })]
}
