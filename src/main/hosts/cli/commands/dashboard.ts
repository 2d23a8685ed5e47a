import type { OverviewAnswer } from '#shared/contract/overview.ts'
import { formatDate, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { dashboardText } from '../text/dashboard.ts'
import { writeTable } from '../text/table.ts'

export const dashboardCommand: Command = {
  name: ['dashboard'],
  usage: '--db TỆP [--plan MÃ] [--as-of NGÀY]',
  summary: 'Tổng quan đến một ngày: số chính, nhanh chậm, chưa báo cáo, đợt thi đua, việc mới trong tuần',
  options: { values: ['plan', 'as-of'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const answered = await backend.call('overview.get', { plan: args.value('plan') ?? null, asOf: asOf.value })
    if (!answered.ok) return answered
    return ok({ value: answered.value, text: describe(answered.value) })
  },
}

function describe(overview: OverviewAnswer): string {
  const { clock, figures, silent, campaigns, changes } = overview
  const rows = figures.flatMap(({ shortName, qualifierWord, weekBefore, standings }) =>
    standings.map((standing) => [
      shortName,
      standing.assigner,
      standing.target,
      standing.result === null
        ? null
        : `${qualifierWord === null ? '' : `${qualifierWord} `}${formatNumber(standing.result)}`,
      standing.percentText,
      standing.remaining,
      standing.neededPerMonth,
      weekBefore.change,
      standing.pace === null ? null : dashboardText.paces[standing.pace],
    ]),
  )
  const names = (units: readonly { readonly name: string }[]): string => units.map(({ name }) => name).join(', ')
  const [leading] = figures.flatMap(({ standings }) => standings.filter(({ units }) => units.length > 0))
  const behind = leading?.units.filter(({ pace, reported }) => reported && pace === 'behind') ?? []
  return [
    `${overview.planName}, ${dashboardText.asOf(formatDate(overview.asOf))}`,
    dashboardText.clock(formatPercent(clock.elapsed), formatNumber(clock.daysLeft), clock.state),
    writeTable(dashboardText.columns, rows),
    ...(behind.length === 0 ? [] : [dashboardText.behind(names(behind))]),
    ...(silent.length === 0 ? [] : [dashboardText.silent(names(silent))]),
    ...campaigns.map(({ name, clock: left }) => dashboardText.campaign(name, formatNumber(left.daysLeft), left.state)),
    ...describeOverdue(overview.overdue),
    dashboardText.changes(changes.reports.length, changes.founded.length, changes.ended.length),
  ].join('\n')
}

const OVERDUE_TOLD = 5

function describeOverdue({ count, rows }: OverviewAnswer['overdue']): string[] {
  if (count === 0) return []
  return [
    dashboardText.overdue(count),
    ...rows
      .slice(0, OVERDUE_TOLD)
      .map(({ what, about, who, daysLate }) =>
        dashboardText.overdueLine(
          [what ?? dashboardText.charge, about, who].filter((part) => part !== null).join(' · '),
          daysLate,
        ),
      ),
  ]
}
