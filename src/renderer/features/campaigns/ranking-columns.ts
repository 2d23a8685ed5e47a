import type { CampaignRanking } from '#shared/contract/campaigns.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import { resultsText } from '#renderer/text/results.ts'
import { showAmount } from '#renderer/ui/sources/source-lines.ts'
import type { GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'

const text = campaignsText.columns

export type RankedRow = CampaignRanking['rows'][number]

export const RANKING_COLUMNS: GridColumns<RankedRow> = [
  column('rank', text.rank, 120, 'text', (row) => (row.tied ? campaignsText.tied(row.rank) : String(row.rank)), {
    pinned: true,
  }),
  column('name', text.unit, 320, 'text', (row) => row.name, { flex: 1, minWidth: 220, hint: (row) => row.name }),
  column('target', text.target, 90, 'count', (row) => row.target),
  column('result', text.result, 110, 'number', (row) => row.result, {
    display: (row) =>
      row.result === null
        ? null
        : row.reported
          ? showAmount(row.result, row.qualifierWord, row.qualifier)
          : resultsText.missing,
    tone: (row) => (row.reported ? null : 'warning'),
  }),
  column('percent', text.percent, 96, 'percent', (row) => row.percent, { display: (row) => row.percentText }),
  column('remaining', text.remaining, 90, 'count', (row) => row.remaining),
  column('needed', text.needed, 100, 'count', (row) => row.neededPerMonth),
  column(
    'band',
    text.band,
    150,
    'text',
    ({ band }) => (band === null ? null : `${resultsText.bandSigns[band.tone]}${band.name}`),
    { tone: ({ band }) => (band === null ? null : band.tone === 'slow' ? 'warning' : band.tone) },
  ),
]

function column(
  id: string,
  title: string,
  width: number,
  kind: GridColumn<RankedRow>['kind'],
  value: (row: RankedRow) => string | number | null,
  look: Partial<GridColumn<RankedRow>> = {},
): GridColumn<RankedRow> {
  return { id, title, kind, width, value, ...look }
}
