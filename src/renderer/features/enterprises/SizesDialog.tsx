import { useState } from 'react'
import { formatNumber } from '#shared/domain/text/format.ts'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { registryText } from '#renderer/text/registry.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'

const text = registryText.sizesForm

interface BandRow {
  readonly name: string
  readonly enterprises: number
  readonly workers: number
  readonly withoutUnion: number
}

const COLUMNS: readonly SimpleColumn<BandRow>[] = [
  { title: text.band, cell: (row) => row.name },
  { title: text.enterprises, align: 'right', cell: (row) => formatNumber(row.enterprises) },
  { title: text.workers, align: 'right', cell: (row) => formatNumber(row.workers) },
  { title: text.withoutUnion, align: 'right', cell: (row) => formatNumber(row.withoutUnion) },
]

/** Bands enterprises are counted in and the sizes of the lists, as parameters of the office. */
export function SizesDialog({ unit, onClose }: { readonly unit: string | null; readonly onClose: () => void }) {
  const asOf = useWorkingContext((context) => context.asOf)
  const sizes = useData('sizeBands.get', {}).data
  const counts = useData('sizeBands.counts', { unit, asOf }).data
  const [typedBands, setBands] = useState<string | null>(null)
  const [typedThresholds, setThresholds] = useState<string | null>(null)
  const bands = typedBands ?? writeNumbers(sizes?.bands)
  const thresholds = typedThresholds ?? writeNumbers(sizes?.thresholds)
  const wrong = [...readNumbers(bands), ...readNumbers(thresholds)].find(({ value }) => value === null)
  const rows: BandRow[] = [
    ...(counts?.bands.map((band) => ({ ...band, name: band.text })) ?? []),
    ...(counts === undefined ? [] : [{ ...counts.unknown, name: text.unknown }]),
  ]
  return (
    <FormDialog
      title={text.title}
      missing={wrong === undefined ? (readNumbers(bands).length === 0 ? text.missing : null) : text.wrong(wrong.typed)}
      waiting={sizes === undefined}
      onClose={onClose}
      width={620}
      onSubmit={() => runCommand('sizeBands.set', { bands: valuesOf(bands), thresholds: valuesOf(thresholds) })}
    >
      <SimpleTable<BandRow> label={text.table} columns={COLUMNS} rows={rows} rowKey={(row) => row.name} />
      <TextField label={text.bands} hint={text.bandsHint} value={bands} onChange={setBands} />
      <TextField label={text.thresholds} hint={text.thresholdsHint} value={thresholds} onChange={setThresholds} />
    </FormDialog>
  )
}

function writeNumbers(numbers: readonly number[] | undefined): string {
  return (numbers ?? []).map(formatNumber).join('; ')
}

function readNumbers(text: string): readonly { readonly typed: string; readonly value: number | null }[] {
  return text
    .split(';')
    .map((typed) => typed.trim())
    .filter((typed) => typed !== '')
    .map((typed) => {
      const value = parseDecimal(typed)
      return { typed, value: value !== null && Number.isInteger(value) && value >= 0 ? value : null }
    })
}

function valuesOf(text: string): number[] {
  return readNumbers(text).flatMap(({ value }) => (value === null ? [] : [value]))
}
