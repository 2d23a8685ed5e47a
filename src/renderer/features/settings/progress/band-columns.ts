import type { BandRow } from '#shared/contract/campaigns.ts'
import { BAND_MEASURES, BAND_TONES } from '#shared/domain/results/bands.ts'
import { bandsText } from '#renderer/text/bands.ts'
import type { CellTone, CellValue, GridColumn } from '#renderer/ui/DataGrid/column.ts'

/** A band by its place: bands of one code may follow each other in time. */
export interface PlacedBand extends BandRow {
  readonly id: string
}

const text = bandsText.columns

export const BAND_COLUMNS: readonly GridColumn<PlacedBand>[] = [
  { id: 'name', title: text.name, kind: 'text', minWidth: 140, flex: 1, value: ({ name }) => name, edit: {} },
  {
    id: 'measure',
    title: text.measure,
    kind: 'choice',
    width: 168,
    value: ({ measure }) => measure,
    choices: BAND_MEASURES.map((id) => ({ id, label: bandsText.measures[id] })),
    edit: {},
  },
  {
    id: 'above',
    title: text.above,
    kind: 'choice',
    width: 146,
    value: ({ above }) => above,
    choices: [
      { id: false, label: bandsText.above.from },
      { id: true, label: bandsText.above.over },
    ],
    edit: {},
  },
  {
    id: 'bound',
    title: text.bound,
    titleHint: bandsText.boundHint,
    kind: 'number',
    width: 100,
    value: ({ bound }) => bound,
    edit: {},
  },
  {
    id: 'tone',
    title: text.tone,
    kind: 'choice',
    width: 118,
    value: ({ tone }) => tone,
    choices: BAND_TONES.map((id) => ({ id, label: bandsText.tones[id] })),
    tone: ({ tone }): CellTone => (tone === 'slow' ? 'warning' : tone),
    edit: {},
  },
  { id: 'validFrom', title: text.validFrom, kind: 'date', width: 100, value: ({ validFrom }) => validFrom, edit: {} },
  { id: 'validTo', title: text.validTo, kind: 'date', width: 100, value: ({ validTo }) => validTo, edit: {} },
  // New rows get a code of their own; few clerks will want another.
  { id: 'code', title: text.code, kind: 'text', width: 110, aside: true, value: ({ code }) => code, edit: {} },
]

/** The band with one cell as typed; a cell that was emptied keeps what every band has to have. */
export function changeBand(band: BandRow, column: string, value: CellValue): BandRow {
  switch (column) {
    case 'code':
    case 'name':
      return typeof value === 'string' ? { ...band, [column]: value } : band
    case 'measure':
      return { ...band, measure: BAND_MEASURES.find((one) => one === value) ?? band.measure }
    case 'tone':
      return { ...band, tone: BAND_TONES.find((one) => one === value) ?? band.tone }
    case 'above':
      return { ...band, above: value === true }
    case 'bound':
      return typeof value === 'number' ? { ...band, bound: value } : band
    case 'validFrom':
    case 'validTo':
      return { ...band, [column]: typeof value === 'string' ? value : null }
    default:
      return band
  }
}

/** What a new row starts with. */
export function newBand(bands: readonly BandRow[]): BandRow {
  const taken = new Set(bands.map(({ code }) => code))
  let number = bands.length + 1
  while (taken.has(`MUC${number}`)) number += 1
  return {
    code: `MUC${number}`,
    name: '',
    measure: 'percent',
    bound: 0,
    above: false,
    tone: 'pace',
    validFrom: null,
    validTo: null,
  }
}
