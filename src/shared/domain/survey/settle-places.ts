import { foldText } from '../text/fold.ts'
import type { IsoDate } from '../../kit/dates.ts'
import type { Findings } from './findings.ts'
import { isUnionLevel, unitFromPlace, type NewUnit } from './new-units.ts'
import { parsePlace, type Place, type PlaceDirectory, type PlaceMatch, type PlaceUnit } from './places.ts'
import type { PlaceCandidate, SurveyRecord } from './read-record.ts'
import { FILE_HINTS } from './sentences.ts'

/** The unit a row belongs to: one there is, or one to be made from its place. */
export type UnitRef =
  | { readonly kind: 'existing'; readonly key: string; readonly unit: PlaceUnit; readonly nameInFile: string }
  | { readonly kind: 'new'; readonly key: string; readonly unit: NewUnit; readonly nameInFile: string }

export interface PlacedRecord {
  readonly record: SurveyRecord
  /** Null: the place is unknown and no unit may be made of it. */
  readonly unit: UnitRef | null
  /** The place as the file writes it, '' when it writes none. */
  readonly nameInFile: string
  /** What place names are compared by, for rows without a tax code. */
  readonly placeKey: string
}

export interface PlacingOptions {
  readonly directory: PlaceDirectory
  readonly date: IsoDate
  /** The province itself: where rows without any place go. */
  readonly root: PlaceUnit
  readonly createUnits: boolean
  readonly titlePlaces: readonly Place[]
}

/** Finds each row's unit. Places repeat by the thousand, so every distinct one is settled once. */
export function placeRecords(
  records: readonly SurveyRecord[],
  options: PlacingOptions,
  findings: Findings,
): PlacedRecord[] {
  const ofTitle = matchTitle(options)
  const unknownTitle = hasPlaceOf(records) || ofTitle !== null ? null : unknownPlaceOfTitle(options)
  const hasAnyPlace = hasPlaceOf(records)
  const known = new Map<string, Settled>()
  if (!hasAnyPlace && ofTitle !== null) findings.say(FILE_HINTS.placeOfTitle(ofTitle.nameInFile))
  return records.map((record) => {
    const candidates = record.places
    const key = candidates
      .map((candidate) => `${candidate.from}${candidate.level ?? ''}${candidate.place.text}`)
      .join('|')
    let settled = known.get(key)
    if (settled === undefined) {
      settled = settleCandidates(candidates, options)
      known.set(key, settled)
    }
    if (settled.kind === 'ambiguous') findings.hint('placeAmbiguous', record.row, null, settled.nameInFile)
    if (settled.kind === 'unit' && settled.byBareName)
      findings.hint('placeBareName', record.row, null, settled.nameInFile)
    if (settled.kind === 'unit') return placed(record, settled.unit, settled.nameInFile)
    if (settled.kind !== 'none')
      return { record, unit: null, nameInFile: settled.nameInFile, placeKey: settled.placeKey }
    const byAddress = matchAddress(record, options.directory)
    if (byAddress !== null) {
      findings.hint('placeFromAddress', record.row, null, byAddress.nameInFile)
      return placed(record, byAddress, byAddress.nameInFile)
    }
    if (!hasAnyPlace && ofTitle !== null) return placed(record, ofTitle, ofTitle.nameInFile)
    if (unknownTitle !== null) return { record, unit: null, ...unknownTitle }
    if (hasAnyPlace) findings.hint('placeAtProvince', record.row, null, options.root.name)
    else findings.say(FILE_HINTS.noPlace(options.root.name))
    return placed(record, existing(options.root, ''), '')
  })
}

function placed(record: SurveyRecord, unit: UnitRef, nameInFile: string): PlacedRecord {
  return { record, unit, nameInFile, placeKey: unit.key }
}

function existing(unit: PlaceUnit, nameInFile: string): UnitRef {
  return { kind: 'existing', key: unit.id, unit, nameInFile }
}

type Settled =
  | { readonly kind: 'unit'; readonly unit: UnitRef; readonly nameInFile: string; readonly byBareName: boolean }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly nameInFile: string; readonly placeKey: string }
  | { readonly kind: 'none' }

// A row may name several places. The one that says whose it is comes first: the managing unit, the industrial
// zone, the commune, the district; a unit that exists for a smaller place is meant before the larger one's.
const RANK: Readonly<Record<string, number>> = { zone: 1, commune: 2, sector: 3, district: 4, province: 5 }

function settleCandidates(candidates: readonly PlaceCandidate[], options: PlacingOptions): Settled {
  if (candidates.length === 0) return { kind: 'none' }
  const ranked = candidates.filter((candidate) => candidate.from === 'column').toSorted((a, b) => rank(a) - rank(b))
  const ordered = [...ranked, ...candidates.filter((candidate) => candidate.from !== 'column')]
  const matches = ordered.map((candidate): { candidate: PlaceCandidate; match: PlaceMatch } => ({
    candidate,
    match: options.directory.match(candidate.place, candidate.level),
  }))
  for (const { candidate, match } of matches) {
    if (match.kind === 'unit')
      return {
        kind: 'unit',
        unit: existing(match.unit, candidate.place.text),
        nameInFile: candidate.place.text,
        byBareName: match.byBareName,
      }
  }
  const wanted =
    ordered.find((candidate) => isUnionLevel(candidate.place.kind, candidate.level, options.date)) ??
    ordered.find((candidate) => candidate.place.kind !== null) ??
    ordered[0]
  if (wanted === undefined) return { kind: 'none' }
  const nameInFile = wanted.place.text
  const unit = unitFromPlace(wanted.place, wanted.level, options.date)
  const placeKey = `new:${unit.type}:${wanted.place.kind ?? ''}:${wanted.place.coreKey}`
  const isAmbiguous = matches.some(({ candidate, match }) => candidate === wanted && match.kind === 'ambiguous')
  if (isAmbiguous) return { kind: 'ambiguous', nameInFile, placeKey }
  if (!options.createUnits) return { kind: 'unknown', nameInFile, placeKey }
  return { kind: 'unit', unit: { kind: 'new', key: placeKey, unit, nameInFile }, nameInFile, byBareName: false }
}

function rank(candidate: PlaceCandidate): number {
  return candidate.level === undefined ? 0 : (RANK[candidate.level] ?? 6)
}

/** "Số 5 đường Lê Duẩn, phường 1, TP. Đông Hà": the parts from the end, only those that say what they are. */
function matchAddress(record: SurveyRecord, directory: PlaceDirectory): UnitRef | null {
  const parts = (record.address ?? '').split(/[,;]| - | – /).toReversed()
  for (const part of parts) {
    const place = parsePlace(part)
    if (place === null || place.kind === null || place.kind === 'province') continue
    const match = directory.match(place)
    if (match.kind === 'unit') return existing(match.unit, place.text)
  }
  return null
}

function hasPlaceOf(records: readonly SurveyRecord[]): boolean {
  return records.some((record) => record.places.length > 0)
}

/** A title runs on after the name ("HUYỆN VĨNH LINH NĂM 2023"): shorter and shorter until a unit is met. */
function matchTitle(options: PlacingOptions): UnitRef | null {
  for (const title of options.titlePlaces) {
    const words = title.text.split(' ')
    for (let length = words.length; length >= 2; length--) {
      const place = parsePlace(words.slice(0, length).join(' '))
      if (place === null || place.kind === null) continue
      const match = options.directory.match(place)
      if (match.kind === 'unit' && match.unit.id !== options.root.id && foldText(place.core) !== '')
        return existing(match.unit, place.text)
    }
  }
  const unknown = unknownPlaceOfTitle(options)
  if (unknown === null || !options.createUnits) return null
  const unit = unitFromPlace(unknown.place, undefined, options.date)
  return { kind: 'new', key: unknown.placeKey, unit, nameInFile: unknown.nameInFile }
}

/** No place name of the country is longer; what is, runs on into the rest of a title. */
const LONGEST_NAME = 4

/**
 * The one district or commune a letterhead names that is no unit yet ("LĐLĐ HUYỆN CAM LỘ"). Its rows must not fall to
 * the province unseen.
 */
function unknownPlaceOfTitle(options: PlacingOptions): { place: Place; nameInFile: string; placeKey: string } | null {
  const named = options.titlePlaces.filter(
    (place) => place.kind !== null && place.kind !== 'province' && place.core.split(' ').length <= LONGEST_NAME,
  )
  const [first] = named
  if (first === undefined || named.some((place) => place.coreKey !== first.coreKey)) return null
  if (!isUnionLevel(first.kind, undefined, options.date)) return null
  const match = options.directory.match(first)
  if (match.kind !== 'unknown') return null
  const { type } = unitFromPlace(first, undefined, options.date)
  return { place: first, nameInFile: first.text, placeKey: `new:${type}:${first.kind ?? ''}:${first.coreKey}` }
}
