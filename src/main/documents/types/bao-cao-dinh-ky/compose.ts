import type { DocumentFacts, PeriodFact } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { periodRange } from '#shared/domain/wording/report-period.ts'
import { annexReference } from '../../pieces/office.ts'
import { periodTable, unitPeriodTable } from '../../pieces/period-tables.ts'
import { assessmentSection, remainingLead, situationItems, tasksHeading } from '../../pieces/report.ts'
import { headline, topicItems, unitStandings } from '../../pieces/results.ts'
import { body, createNumbering, item } from '../../pieces/telling.ts'
import { officialDocument } from '../../pieces/official.ts'
import { firstGrowthChart, growthCharts } from '../../pieces/growth-chart.ts'
import { unitCharts, withChart } from '../../pieces/unit-chart.ts'
import { ANNEX } from '../../pieces/wording.ts'
import * as words from './wording.ts'

/** A quick report is its tables and one sentence; from a quarter on the office also judges and plans. */
const QUICK: ReadonlySet<PeriodFact['kind']> = new Set(['week', 'month'])
/** Of a quarter three dots say little; half a year shows how the results grew. */
const LONG: ReadonlySet<PeriodFact['kind']> = new Set(['half', 'nine', 'year'])

/** Báo cáo định kỳ of a week, month, quarter, six or nine months or a year: in the period, cumulative, and a year ago. */
export function composeBaoCaoDinhKy(facts: DocumentFacts): OfficialDocument {
  const period = facts.period ?? monthOf(facts)
  const numbering = createNumbering()
  const subject = words.subject(facts, period)
  const situation = situationItems(facts)
  const standings = unitStandings(facts)
  const units = unitPeriodTable(facts, period)
  const isQuick = QUICK.has(period.kind)
  return officialDocument(facts, {
    type: 'bao-cao-dinh-ky',
    words,
    subject,
    keywords: ['báo cáo', 'định kỳ', 'phát triển đoàn viên', 'công đoàn cơ sở', facts.plan.code],
    addressee: facts.scope.superior,
    content: [
      body(words.opening(facts, period)),
      ...(isQuick || situation.length === 0 ? [] : [numbering.first('CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI'), ...situation]),
      numbering.first('KẾT QUẢ THỰC HIỆN'),
      body(headline(facts)),
      ...periodTable(facts, period, words.TABLE_TITLE),
      ...(isQuick
        ? []
        : (['members', 'unions', 'coverage', 'party', 'other'] as const).flatMap((topic) => topicItems(facts, topic))),
      ...(LONG.has(period.kind) ? firstGrowthChart(facts) : []),
      ...(standings.length === 0
        ? []
        : [numbering.second('Kết quả của các đơn vị'), ...(isQuick ? standings : withChart(facts, standings))]),
      ...(units.length === 0 ? [] : [body(words.UNITS_ANNEX)]),
      ...(isQuick ? [] : assessmentSection(facts, facts.own, numbering)),
      numbering.first(tasksHeading(facts)),
      ...remainingLead(facts, facts.own),
      ...words.tasks(facts).map(item),
      body(words.closing(facts, period)),
    ],
    offered: [...growthCharts(facts), ...unitCharts(facts)],
    annexes:
      units.length === 0
        ? []
        : [
            {
              id: 'phu-luc-don-vi',
              orientation: 'landscape',
              blocks: [
                {
                  kind: 'annex-title',
                  label: ANNEX.label,
                  title: [words.annexTitle(facts, period)],
                  reference: annexReference(facts, 'Báo cáo', words.TYPE_CODE),
                },
                ...units,
              ],
            },
          ],
  })
}

/** Facts gathered for another document carry no period; the month up to their day is meant. */
function monthOf(facts: DocumentFacts): PeriodFact {
  return { kind: 'month', ...periodRange('month', facts.plan, facts.asOf), within: new Map(), yearBefore: [] }
}
