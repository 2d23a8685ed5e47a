import type { MeasuredRow, ProgressAnswer } from '#shared/contract/results.ts'
import { formatDate, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { resultsText } from '#renderer/text/results.ts'
import { sourcesText } from '#renderer/text/sources.ts'
import type { CellTone, GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { showAmount } from '#renderer/ui/sources/source-lines.ts'
import type { ResultView } from './view-choice.ts'

const { columns: text, lines: words } = resultsText

export interface LineScope {
  readonly by: Exclude<ResultView, 'table'>
  readonly names: ReadonlyMap<string, string>
  readonly comparedOn: ProgressAnswer['comparedOn']
  /** The plan the lines are of: among years and phases it stands for itself. */
  readonly planName: string
  /** Also what part of its whole a figure is. */
  readonly isCut: boolean
}

/** A line a figure: whose, against whose target, how far, and how it stands in time. */
export function makeLineColumns({
  by,
  names,
  comparedOn,
  planName,
  isCut,
}: LineScope): readonly GridColumn<MeasuredRow>[] {
  const number = (
    id: string,
    title: string,
    width: number,
    value: (row: MeasuredRow) => number | null,
    look: Partial<GridColumn<MeasuredRow>> = {},
  ): GridColumn<MeasuredRow> => ({ id, title, kind: 'number', width, value, ...look })
  const name: GridColumn<MeasuredRow> = {
    id: 'name',
    title: words.of[by],
    kind: 'text',
    pinned: true,
    width: 250,
    value: (row) => row.period?.name ?? (by === 'period' ? planName : row.name),
    hint: (row) =>
      row.period === null ? row.name : `${row.period.name}. ${words.period(row.period.from, row.period.to)}.`,
  }
  const assigner: GridColumn<MeasuredRow> = {
    id: 'assigner',
    title: words.assigner,
    kind: 'text',
    width: 144,
    value: (row) =>
      row.assigner === null ? '' : `${row.assigner} ${row.kind === null ? '' : sourcesText.kinds[row.kind]}`.trim(),
  }
  return [
    // The whole by who asks it: the province's name on every line would say nothing.
    ...(by === 'assigner' ? [] : [name]),
    {
      id: 'indicator',
      title: words.indicator,
      kind: 'text',
      pinned: by === 'assigner',
      width: by === 'assigner' ? 230 : 148,
      value: (row) => names.get(row.indicator) ?? row.indicator,
    },
    // Elsewhere the list above says whose targets these are.
    ...(by === 'assigner' ? [assigner] : []),
    number('target', text.target, 84, ({ target }) => target),
    number('result', text.result, 104, ({ result }) => result, {
      strong: true,
      display: (row) =>
        row.result === null
          ? null
          : isSilent(row)
            ? resultsText.missing
            : showAmount(row.result, row.qualifierWord, row.qualifier),
      tone: (row) => (isSilent(row) ? 'warning' : null),
    }),
    {
      id: 'percent',
      title: text.percent,
      kind: 'percent',
      width: 84,
      value: (row) => (isSilent(row) ? null : row.percent),
      display: (row) => (isSilent(row) ? null : row.percentText),
    },
    {
      id: 'band',
      title: words.band,
      kind: 'text',
      width: 150,
      value: (row) => (row.band === null ? null : `${resultsText.bandSigns[row.band.tone]}${row.band.name}`),
      tone: ({ band }): CellTone | null => (band === null ? null : band.tone === 'slow' ? 'warning' : band.tone),
    },
    ...(by === 'unit' ? [number('rank', text.rank, 76, (row) => (row.depth === 0 ? null : row.rank))] : []),
    number('remaining', words.remaining, 84, ({ remaining }) => remaining),
    number('needed', words.needed, 92, ({ neededPerMonth }) => neededPerMonth, { titleHint: words.neededHint }),
    {
      id: 'elapsed',
      title: words.elapsed,
      titleHint: words.elapsedHint,
      kind: 'percent',
      width: 92,
      value: (row) => (row.target === null ? null : row.elapsed),
    },
    ...(isCut
      ? [
          {
            id: 'share',
            title: words.share,
            titleHint: words.shareHint,
            kind: 'percent' as const,
            width: 96,
            value: ({ share }: MeasuredRow) => share,
          },
        ]
      : []),
    ...(comparedOn === null ? [] : comparedColumns(comparedOn)),
  ]
}

function comparedColumns(on: string): readonly GridColumn<MeasuredRow>[] {
  return [
    {
      id: 'before',
      title: words.before(on),
      kind: 'number',
      width: 116,
      value: ({ compared }) => compared?.result ?? null,
    },
    {
      id: 'change',
      title: words.change,
      kind: 'number',
      width: 96,
      value: ({ compared }) => compared?.change ?? null,
      display: ({ compared }) => {
        const change = compared?.change ?? null
        return change === null ? null : `${change > 0 ? '+' : ''}${formatNumber(change)}`
      },
      hint: ({ compared }) => {
        const { change = null, changePercent = null } = compared ?? {}
        return change === null || changePercent === null ? null : formatPercent(changePercent)
      },
    },
    {
      id: 'beforePercent',
      title: words.beforePercent(on),
      kind: 'percent',
      width: 116,
      value: ({ compared }) => compared?.percent ?? null,
      display: ({ compared }) => compared?.percentText ?? null,
      hint: ({ compared }) =>
        compared === null || compared.target === null
          ? null
          : words.targetThen(formatNumber(compared.target), formatDate(compared.asOf)),
    },
  ]
}

/** Something counted that nobody reported is 0, yet a 0 would look like a report of nothing done. */
function isSilent(row: MeasuredRow): boolean {
  return row.level === 'unit' && row.depth > 0 && row.target !== null && !row.reported
}
