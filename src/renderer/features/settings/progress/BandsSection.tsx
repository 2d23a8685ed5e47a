import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { BandRow } from '#shared/contract/campaigns.ts'
import { DEFAULT_BANDS, hiddenBands } from '#shared/domain/results/bands.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { bandsText } from '#renderer/text/bands.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import { type CellRefusal, newRowId, type WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { notifyError } from '#renderer/ui/state/notices.ts'
import { BAND_COLUMNS, changeBand, newBand, type PlacedBand } from './band-columns.ts'

/** What is called behind, on pace and reached, as dated rows in the order they are tried. */
export function BandsSection() {
  const bands = useData('bands.list', {}).data
  const [isRestoring, setIsRestoring] = useState(false)
  const rows = useMemo(() => (bands ?? []).map((band, at): PlacedBand => ({ ...band, id: String(at) })), [bands])
  const write = useMemo(() => makeWrite(rows), [rows])
  const isUsual = useMemo(() => isSame(rows), [rows])
  const put = async (next: readonly BandRow[]): Promise<void> => {
    const answer = await setBands(next)
    if (!answer.ok) notifyError(answer.error)
  }
  const move = (at: number, by: number): void => {
    const next = [...rows]
    const [moved] = next.splice(at, 1)
    if (moved === undefined) return
    next.splice(at + by, 0, moved)
    void put(next)
  }
  return (
    <>
      <p className="settings-intro">{bandsText.intro}</p>
      {isUsual ? (
        <p className="settings-hint">{bandsText.usual}</p>
      ) : (
        <div className="settings-actions">
          <Button size="small" icon={<ArrowResetRegular />} onClick={() => setIsRestoring(true)}>
            {bandsText.restore}
          </Button>
        </div>
      )}
      {hiddenBands(rows).map(({ id, name }) => (
        <MessageBar key={id} intent="warning" layout="multiline" className="settings-warning">
          <MessageBarBody>{bandsText.hidden(name)}</MessageBarBody>
        </MessageBar>
      ))}
      <div className="settings-grid">
        <DataGrid<PlacedBand>
          name="bands"
          label={bandsText.title}
          columns={BAND_COLUMNS}
          rows={rows}
          rowId={idOf}
          write={write}
          canAddRows
          removeRows={(gone) => put(rows.filter(({ id }) => !gone.some((row) => row.id === id)))}
          menu={({ id }) => {
            const at = Number(id)
            return [
              { label: bandsText.up, disabled: at === 0, run: () => move(at, -1) },
              { label: bandsText.down, disabled: at === rows.length - 1, run: () => move(at, 1) },
            ]
          }}
        />
      </div>
      {isRestoring ? (
        <ConfirmDialog
          title={bandsText.restore}
          text={bandsText.restoreText}
          confirmLabel={bandsText.restore}
          onClose={() => setIsRestoring(false)}
          onConfirm={() => runCommand('bands.set', { bands: [] })}
        />
      ) : null}
    </>
  )
}

function idOf(row: PlacedBand): string {
  return row.id
}

function setBands(bands: readonly BandRow[]) {
  return runCommand('bands.set', {
    bands: bands.map(({ code, name, measure, bound, above, tone, validFrom, validTo }) => ({
      code,
      name,
      measure,
      bound,
      above,
      tone,
      validFrom,
      validTo,
    })),
  })
}

/** The whole list is written at once: their order is a part of what they say. */
function makeWrite(rows: readonly PlacedBand[]): WriteCells<PlacedBand> {
  return async (edits, _origin, added) => {
    const next: BandRow[] = rows.map((row) =>
      edits
        .filter(({ rowId }) => rowId === row.id)
        .reduce<BandRow>((band, { column, value }) => changeBand(band, column, value), row),
    )
    for (const { cells } of added)
      next.push(cells.reduce((band, { column, value }) => changeBand(band, column, value), newBand(next)))
    const lacking = next.findIndex(({ name }) => name.trim() === '')
    const refuseAll = (reason: string): CellRefusal[] => [
      ...edits.map(({ rowId, column }) => ({ rowId, column, reason })),
      ...added.flatMap(({ cells }, index) => cells.map(({ column }) => ({ rowId: newRowId(index), column, reason }))),
    ]
    if (lacking >= 0) return refuseAll(bandsText.incomplete)
    const answer = await setBands(next)
    return answer.ok ? [] : refuseAll(answer.error.message)
  }
}

function isSame(rows: readonly BandRow[]): boolean {
  return (
    rows.length === DEFAULT_BANDS.length &&
    DEFAULT_BANDS.every(({ code, name, bound, above, measure, tone }, at) => {
      const row = rows[at]
      return (
        row?.code === code &&
        row.name === name &&
        row.bound === bound &&
        row.above === above &&
        row.measure === measure &&
        row.tone === tone &&
        row.validFrom === null &&
        row.validTo === null
      )
    })
  )
}
