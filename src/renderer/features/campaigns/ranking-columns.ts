import type { CampaignRanking } from '#shared/contract/campaigns.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import type { GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'

const text = campaignsText.columns

export type RankedRow = CampaignRanking['rows'][number]

export const RANKING_COLUMNS: GridColumns<RankedRow> = [
  column('rank', text.rank, 120, 'text', (row) => (row.tied ? campaignsText.tied(row.rank) : String(row.rank)), {
    pinned: true,
  }),
  column('name', text.unit, 320, 'text', (row) => row.name, { flex: 1, minWidth: 220 }),
  column('target', text.target, 90, 'count', (row) => row.target),
  column('result', text.result, 100, 'count', (row) => row.result),
  column('percent', text.percent, 96, 'text', (row) => row.percentText),
  column('remaining', text.remaining, 90, 'count', (row) => row.remaining),
  column('needed', text.needed, 100, 'count', (row) => row.neededPerMonth),
  column('band', text.band, 130, 'text', (row) => row.band?.name ?? null, {
    tone: (row) => (row.band?.tone === 'behind' || row.band?.tone === 'slow' ? 'warning' : null),
  }),
]

function column(
  id: string,
  title: string,
  width: number,
  kind: 'text' | 'count',
  value: (row: RankedRow) => string | number | null,
  look: Partial<GridColumn<RankedRow>> = {},
): GridColumn<RankedRow> {
  return { id, title, kind, width, value, ...look }
}
