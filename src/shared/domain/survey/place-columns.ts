import type { ForeignRow, MergedArea } from '../exchange/foreign-sheet.ts'
import { PLACE_FIELDS, type SurveyField } from './fields.ts'
import type { Findings } from './findings.ts'
import { parsePlace, type PlaceLevel } from './places.ts'
import type { PlaceCandidate, SurveyRecord } from './read-record.ts'
import type { RowReader } from './row-kinds.ts'

/**
 * Reads the places a row's own columns name. A place merged over the rows of its enterprises stands in the first of
 * them only and counts for all. Places repeat by the thousand, so each text is parsed once.
 */
export function createPlaceReader(
  reader: RowReader,
  merges: readonly MergedArea[],
): (row: ForeignRow) => PlaceCandidate[] {
  const columns = (Object.entries(PLACE_FIELDS) as [SurveyField, PlaceLevel | undefined][]).flatMap(
    ([field, level]) => {
      const column = reader.columns.get(field)
      if (column === undefined) return []
      const tall = merges.filter((merge) => merge.left <= column && merge.right >= column && merge.bottom > merge.top)
      return [{ column, level, known: new Map<string, PlaceCandidate | null>(), spans: createSpans(tall) }]
    },
  )
  return (row) => {
    const found: PlaceCandidate[] = []
    for (const { column, level, known, spans } of columns) {
      const text = spans.textOf(row.number, reader.text.read(row, column))
      let candidate = known.get(text)
      if (candidate === undefined) {
        const place = parsePlace(text)
        candidate = place === null ? null : { place, level, from: 'column' }
        known.set(text, candidate)
      }
      if (candidate !== null) found.push(candidate)
    }
    return found
  }
}

/** Rows come in order, so the area a row lies in is the last one begun. */
function createSpans(merges: readonly MergedArea[]): { textOf(row: number, own: string): string } {
  const areas = merges.toSorted((a, b) => a.top - b.top)
  let next = 0
  let current: { readonly bottom: number; text: string } | null = null
  return {
    textOf(row, own) {
      for (let area = areas[next]; area !== undefined && area.top <= row; area = areas[++next])
        current = { bottom: area.bottom, text: '' }
      if (current === null || row > current.bottom) return own
      if (own !== '') current.text = own
      return own === '' ? current.text : own
    },
  }
}

/**
 * A column that names each place once, over the first of its rows, with the cells below left empty: the eye reads on
 * down, and so do we. Recognised by most rows being blank and no place coming twice.
 */
export function fillDownPlaces(records: readonly SurveyRecord[], findings: Findings): readonly SurveyRecord[] {
  const named = records.filter((record) => record.places.some(({ from }) => from === 'column'))
  const texts = new Set(named.map((record) => record.places.map(({ place }) => place.coreKey).join('|')))
  const startsNamed = records[0] !== undefined && named[0] === records[0]
  if (!startsNamed || named.length * 2 >= records.length || texts.size < named.length) return records
  let last: readonly PlaceCandidate[] = []
  return records.map((record) => {
    if (record.places.length > 0) {
      last = record.places
      return record
    }
    findings.hint('placeFilledDown', record.row, null, last[0]?.place.text ?? '')
    return { ...record, places: last }
  })
}
