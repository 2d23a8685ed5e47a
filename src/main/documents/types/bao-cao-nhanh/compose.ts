import type { DocumentFacts, Measure } from '#shared/domain/documents/facts.ts'
import type { Block, OfficialDocument } from '#shared/domain/documents/tree.ts'
import { joinInline, text } from '#shared/domain/wording/parts.ts'
import { reportingSentence, standingOf, unitNamesWithPercent } from '#shared/domain/wording/unit-lists.ts'
import { ofWhole } from '#shared/domain/wording/scope.ts'
import { growthCharts } from '../../pieces/growth-chart.ts'
import { urgedIndicators } from '../../pieces/late-units.ts'
import { officialDocument } from '../../pieces/official.ts'
import { ownChart } from '../../pieces/own-chart.ts'
import { type ResultLine, resultTable } from '../../pieces/result-table.ts'
import { unitCharts } from '../../pieces/unit-chart.ts'
import { body, isMain, item, tellingOf } from '../../pieces/telling.ts'
import { PROGRESS } from '../../pieces/wording.ts'
import * as words from './wording.ts'

// What fits on the one page beside letterhead and signature.
const MOST_LINES = 5
const MOST_TOLD = 2
const MOST_NAMES = 2

/** Báo cáo nhanh: one page of key figures, pace, and units ahead and behind, for whoever has a minute. */
export function composeBaoCaoNhanh(facts: DocumentFacts): OfficialDocument {
  const lines = keyLines(facts)
  const told = [
    ...reporting(facts),
    ...urgedIndicators(facts)
      .slice(0, MOST_TOLD)
      .flatMap((urged) => firstAndLast(facts, urged)),
  ]
  return officialDocument(facts, {
    type: 'bao-cao-nhanh',
    words,
    subject: words.subject(facts),
    keywords: ['báo cáo nhanh', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code],
    content: [
      body(words.opening(facts)),
      ...resultTable(facts, lines, {
        title: `${PROGRESS.tableTitle} ${ofWhole(facts.scope.whole)}`,
        target: 'Chỉ tiêu',
        nameAssigners: false,
      }),
      // A province that reports for itself alone has no unit to tell of; the paper still ends with a sentence.
      ...(told.length === 0 ? [body(words.closing(facts))] : told),
    ],
    // Beside the table it would fill a second page.
    offered: [...ownChart(facts, lines), ...growthCharts(facts), ...unitCharts(facts)],
  })
}

/** One line an indicator of its own: against the target units are held to, else the first body's that set one. */
function keyLines(facts: DocumentFacts): ResultLine[] {
  const urged = new Map(urgedIndicators(facts).map(({ indicator, assigner }) => [indicator.code, assigner]))
  return facts.indicators
    .filter(isMain)
    .flatMap((indicator): ResultLine[] => {
      const targeted = facts.own.filter((measure) => measure.indicator === indicator.code && measure.target !== null)
      const measure: Measure | undefined =
        targeted.find(({ assigner }) => assigner === urged.get(indicator.code)) ?? targeted[0]
      return measure === undefined ? [] : [{ indicator, measure }]
    })
    .slice(0, MOST_LINES)
}

function reporting(facts: DocumentFacts): Block[] {
  const sentence = reportingSentence(facts, tellingOf(facts))
  return sentence.length === 0 ? [] : [item(sentence)]
}

/** The two furthest and the two last, each with its percent. */
function firstAndLast(
  facts: DocumentFacts,
  { indicator, assigner }: ReturnType<typeof urgedIndicators>[number],
): Block[] {
  const telling = tellingOf(facts)
  const { reached, onPace, behind } = standingOf(facts, indicator, assigner)
  const leading = [...reached, ...onPace].slice(0, MOST_NAMES)
  const late = behind.slice(-MOST_NAMES)
  const clauses = [
    ...(leading.length === 0 ? [] : [[text('dẫn đầu là '), ...unitNamesWithPercent(leading, telling)]]),
    ...(late.length === 0 ? [] : [[text('chậm nhất là '), ...unitNamesWithPercent(late, telling)]]),
  ]
  if (clauses.length === 0) return []
  return [item([...words.lead(indicator), ...joinInline(clauses, '; ', '; '), text('.')])]
}
