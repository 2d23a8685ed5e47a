import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useMemo, useState, type ReactNode } from 'react'
import type { CatalogueTableRow } from '#shared/contract/catalogue-tables.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { catalogueOf, type CatalogueId } from '#shared/domain/catalogues/catalogues.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { cataloguesText } from '#renderer/text/catalogues.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import { useDocumentTypeNames } from '../document-type-names.ts'
import { IndicatorDialog } from '../indicator/IndicatorDialog.tsx'
import { LetterheadDialog, newLetterhead } from '../LetterheadDialog.tsx'
import { ReviseIndicatorDialog } from '../indicator/ReviseIndicatorDialog.tsx'
import { makeCatalogueColumns } from './catalogue-columns.ts'
import { makeWriteCells, removeCatalogueRows } from './write-catalogue-cells.ts'

/** One list of the office as a table: edited in place, added to by its last row, ended by dates. */
export function CatalogueSection({ id }: { readonly id: CatalogueId }) {
  const asOf = useWorkingContext((context) => context.asOf)
  const table = useData('catalogues.table', { catalogue: id }).data
  const units = useData('units.list', { asOf: null }, { enabled: id === 'people' }).data
  const indicators = useData('indicators.list', {}, { enabled: id === 'indicators' }).data ?? NO_INDICATORS
  const documentTypes = useDocumentTypeNames()
  const [form, setForm] = useState<{ readonly rowId: string | null } | null>(null)
  const [revising, setRevising] = useState<string | null>(null)
  const columns = useMemo(
    () => makeCatalogueColumns(id, { units: units ?? [], documentTypes, indicators, asOf }),
    [id, units, documentTypes, indicators, asOf],
  )
  const write = useMemo(() => makeWriteCells(id), [id])
  const tryWrite = useMemo(() => makeWriteCells(id, true), [id])
  const hasForm = id === 'letterheads' || id === 'indicators'
  return (
    <>
      <p className="settings-intro">{cataloguesText.lists[id].intro}</p>
      <p className="settings-hint">{cataloguesText.hint}</p>
      {hasForm ? (
        <div className="settings-actions">
          <Button size="small" icon={<AddRegular />} onClick={() => setForm({ rowId: null })}>
            {id === 'letterheads' ? settingsText.letterheads.add : settingsText.indicators.add}
          </Button>
        </div>
      ) : null}
      {(table?.warnings ?? []).map(({ sentence }) => (
        <MessageBar key={sentence} intent="warning" layout="multiline" className="settings-warning">
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      ))}
      <div className="settings-grid">
        <DataGrid<CatalogueTableRow>
          key={id}
          name={id}
          label={cataloguesText.lists[id].title}
          columns={columns}
          rows={table?.rows ?? NO_ROWS}
          rowId={rowIdOf}
          write={write}
          tryWrite={tryWrite}
          canAddRows
          removeRows={(rows) => removeCatalogueRows(id, rows)}
          historyOf={(row) => ({ table: catalogueOf(id).table, row: row.id })}
          menu={(row) => [
            ...(hasForm ? [{ label: formLabel(id), run: () => setForm({ rowId: row.id }) }] : []),
            ...(id === 'indicators'
              ? [{ label: settingsText.reviseIndicator.menu, run: () => setRevising(row.id) }]
              : []),
          ]}
        />
      </div>
      {form === null ? null : <RowForm id={id} rowId={form.rowId} onClose={() => setForm(null)} />}
      {revising === null ? null : <Revision rowId={revising} onClose={() => setRevising(null)} />}
    </>
  )
}

const NO_ROWS: readonly CatalogueTableRow[] = []
const NO_INDICATORS: readonly IndicatorRow[] = []

function rowIdOf(row: CatalogueTableRow): string {
  return row.id
}

function formLabel(id: CatalogueId): string {
  return id === 'letterheads' ? cataloguesText.editWithPreview : cataloguesText.editIndicator
}

/** The dialog for a new version of an indicator, once the catalogue is read. */
function Revision({ rowId, onClose }: { readonly rowId: string; readonly onClose: () => void }): ReactNode {
  const row = useData('indicators.list', {}).data?.find((indicator) => indicator.id === rowId)
  return row === undefined ? null : <ReviseIndicatorDialog row={row} onClose={onClose} />
}

interface RowFormProps {
  readonly id: CatalogueId
  /** Null: a new row. */
  readonly rowId: string | null
  readonly onClose: () => void
}

/** What a table cannot show: a letterhead as it is printed, the formula of an indicator. */
function RowForm({ id, rowId, onClose }: RowFormProps): ReactNode {
  const settings = useData('settings.get', {}, { enabled: id === 'letterheads' }).data
  const indicators = useData('indicators.list', {}, { enabled: id === 'indicators' }).data
  if (id === 'indicators' && indicators !== undefined) {
    const row = indicators.find((indicator) => indicator.id === rowId) ?? null
    return <IndicatorDialog row={row} catalogue={indicators} onClose={onClose} />
  }
  if (id === 'letterheads' && settings !== undefined) {
    const row = settings.letterheads.find((letterhead) => letterhead.id === rowId)
    return <LetterheadDialog row={row ?? newLetterhead(settings.letterheads)} onClose={onClose} />
  }
  return null
}
