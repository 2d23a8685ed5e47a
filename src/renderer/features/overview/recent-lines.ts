import type { OverviewAnswer } from '#shared/contract/overview.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { overviewText as text } from '#renderer/text/overview.ts'
import { resultRowFocus, type ScreenId } from '#renderer/ui/state/navigation.ts'

export interface RecentLine {
  readonly key: string
  readonly text: string
  /** The day of it; '' where nobody wrote it down. */
  readonly note: string
  /** Who stands behind a line of several. */
  readonly hint?: string
  readonly screen: ScreenId
  readonly focus: string | null
}

/** Many units report of one day: a line each would push everything else out of sight. */
const MOST_OF_A_DAY = 3

/** What came in since a week before: decisions and versions first, since they are few. */
export function recentLines({ versions, founded, ended, reports }: OverviewAnswer['changes']): readonly RecentLine[] {
  return [
    ...versions.map(({ plan, name, on }): RecentLine => ({
      key: `v ${plan} ${name}`,
      text: text.newVersion(plan, name),
      note: formatDate(on),
      screen: 'targets',
      focus: null,
    })),
    ...founded.map(({ id, name, on }) => unionLine(`f ${id}`, text.founded(name), on, id)),
    ...ended.map(({ id, name, on }) => unionLine(`e ${id}`, text.ended(name), on, id)),
    ...[...groupBy(reports, ({ asOf }) => asOf)].flatMap(([asOf, told]) => {
      if (told.length <= MOST_OF_A_DAY) return told.map(reportLine)
      const figures = told.reduce((sum, report) => sum + report.figures, 0)
      return [
        {
          key: `r ${asOf}`,
          text: text.newReports(told.length, asOf, figures),
          note: '',
          hint: told.map(({ name }) => name).join(', '),
          screen: 'results' as const,
          focus: null,
        },
      ]
    }),
  ]
}

function unionLine(key: string, words: string, on: string, id: string): RecentLine {
  return { key, text: words, note: formatDate(on), screen: 'unions', focus: id }
}

function reportLine({
  unit,
  name,
  asOf,
  receivedOn,
  figures,
}: OverviewAnswer['changes']['reports'][number]): RecentLine {
  return {
    key: `r ${unit} ${asOf} ${receivedOn ?? ''}`,
    text: text.newReport(name, asOf, figures),
    note: receivedOn === null ? '' : formatDate(receivedOn),
    screen: 'results',
    focus: resultRowFocus(unit),
  }
}
