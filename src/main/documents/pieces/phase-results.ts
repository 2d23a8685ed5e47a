import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { asPhase, type PhaseResultFact, type UnrankedFact } from '#shared/domain/documents/phase-results.ts'
import type { Block, TableRow } from '#shared/domain/documents/tree.ts'
import { assignerInProse } from '#shared/domain/wording/assigners.ts'
import { dataText, dateRef, type Inline, joinInline, line, reference, text } from '#shared/domain/wording/parts.ts'
import { untilDay } from '#shared/domain/wording/period.ts'
import { rankingTable } from './ranking.ts'
import { RESULT_COLUMNS, resultHeader, type ResultLine, resultRow } from './result-table.ts'
import { isMain, roman, tellingOf } from './telling.ts'

/** "Giai đoạn 1 (1/7/2024 – 31/7/2024, số liệu tính đến ngày 31/7/2024)" */
function phaseTitle({ plan, asOf }: PhaseResultFact): Inline {
  return [
    dataText(plan.name),
    text(' ('),
    dateRef(plan.from),
    text(' – '),
    dateRef(plan.to),
    ...line`, số liệu ${untilDay(asOf)})`,
  ]
}

/** Figures of a phase that somebody set a target for; of parts ("trong đó") only those with one of their own. */
function linesOf(facts: DocumentFacts, { own }: PhaseResultFact): ResultLine[] {
  return facts.indicators.flatMap((indicator) =>
    own
      .filter((measure) => measure.indicator === indicator.code && measure.target !== null)
      .map((measure) => ({ indicator, measure })),
  )
}

/**
 * TT | Giai đoạn, chỉ tiêu | ĐVT | Chỉ tiêu | Thực hiện | Tỷ lệ | Còn lại: a bold row for each phase and a line for each
 * target of it. A target of the year's total is marked, for its result counts what stood before the phase as well.
 */
export function phaseResultTable(facts: DocumentFacts, title: Inline): Block[] {
  const phases = (facts.phaseResults ?? []).map((phase) => ({ phase, lines: linesOf(facts, phase) }))
  const held = phases.filter(({ lines }) => lines.length > 0)
  if (held.length === 0) return []
  const severalAssigners = new Set(held.flatMap(({ lines }) => lines.map(({ measure }) => measure.assigner))).size > 1
  const rows = held.flatMap(({ phase, lines }, order): TableRow[] => {
    const telling = tellingOf(asPhase(facts, phase))
    return [
      {
        kind: 'group',
        cells: [
          { text: [reference(roman(order + 1), 'label')] },
          { text: phaseTitle(phase), columns: 6, align: 'left' },
        ],
      },
      ...lines.map((held, index) => {
        const { measure } = held
        const more: Inline = [
          ...(severalAssigners && measure.assigner !== null
            ? [text(' ('), dataText(assignerInProse(telling.assignerName(measure.assigner))), text(')')]
            : []),
          ...(measure.isCumulative === true ? [text(' (*)')] : []),
        ]
        return resultRow(held, { index, more, telling })
      }),
    ]
  })
  const hasYear = held.some(({ lines }) => lines.some(({ measure }) => measure.isCumulative === true))
  const notes: Inline[] = [
    ...(hasYear ? [line`Ghi chú: (*) Chỉ tiêu và kết quả lũy kế từ đầu năm.`] : []),
    ...held.flatMap(({ phase }) => phase.openings.map((sentence) => line`${sentence}`)),
  ]
  return [
    { kind: 'paragraph', role: 'caption', text: title },
    {
      kind: 'table',
      id: 'ket-qua-giai-doan',
      columns: RESULT_COLUMNS,
      header: resultHeader(line`Giai đoạn, chỉ tiêu`, line`Chỉ tiêu`),
      rows,
    },
    ...notes.map((note) => ({ kind: 'paragraph' as const, role: 'note' as const, text: note })),
  ]
}

/** The ranking of the campaign and of each phase its units have targets of. */
export function campaignRankings(
  facts: DocumentFacts,
  words: { readonly title: Inline; readonly titleOf: (phase: Inline) => Inline; readonly note: Inline },
): Block[] {
  const ofPhases = (facts.phaseResults ?? []).flatMap((phase, order) =>
    rankingTable(
      asPhase(facts, phase),
      words.titleOf([dataText(phase.plan.name)]),
      [...words.note, ...unrankedNote(phase.unranked)],
      `xep-thu-${order + 1}`,
    ),
  )
  return [...rankingTable(facts, words.title, [...words.note, ...unrankedNote(facts.unranked ?? [])]), ...ofPhases]
}

/** " Không xếp thứ theo quyết định: LĐLĐ huyện A (mới thành lập)." */
function unrankedNote(unranked: readonly UnrankedFact[]): Inline {
  if (unranked.length === 0) return []
  const names = unranked.map(({ name, reason }): Inline => [dataText(name), text(' ('), dataText(reason), text(')')])
  return [text(' Không xếp thứ theo quyết định: '), ...joinInline(names, ', ', ', '), text('.')]
}

/** The facts of the phase that is told of what is left to do: the one that runs, else the next, else the last. */
export function phaseAhead(facts: DocumentFacts): DocumentFacts | null {
  const phases = (facts.phaseResults ?? []).filter((phase) =>
    linesOf(facts, phase).some(({ indicator }) => isMain(indicator)),
  )
  const ahead = phases.find(({ plan }) => facts.asOf < plan.to) ?? phases.at(-1)
  return ahead === undefined ? null : asPhase(facts, ahead)
}
