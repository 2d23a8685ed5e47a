import {
  FEASIBILITIES,
  matchFixedChoice,
  OPERATING_STATUSES,
  PLACE_KINDS,
  type FixedChoice,
} from '../enterprises/choices.ts'
import { foldText } from '../text/fold.ts'
import { parseDateText } from '../text/parse-date.ts'
import { isBlankText, parseCountText } from '../text/parse-number.ts'
import { readMark } from './marks.ts'
import type { PlaceCandidate } from './read-record.ts'

/** Columns of the registry that lists fill besides what an import counts and compares. */
export interface FurtherRegistry {
  shortName?: string
  foreignName?: string
  surveyCode?: string
  placeKind?: string
  operatingStatus?: string
  feasibility?: string
  ward?: string
  district?: string
  zone?: string
  director?: string
  contactPerson?: string
  country?: string
  attitude?: string
  expectedOn?: string
  expectedMembers?: number
  source?: string
  /** Name of a person; it becomes an officer where the catalogue has one of that name. */
  officer?: string
}

/** Columns of an observation that lists fill besides. */
export interface FurtherFigures {
  foreignWorkers?: number
  withContracts?: number
  womenMembers?: number
  unionDecisionNumber?: string
  unionDecisionOn?: string
  partyOrganisation?: boolean
  youthOrganisation?: boolean
}

export interface FurtherFields {
  readonly registry: FurtherRegistry
  readonly figures: FurtherFigures
}

type Taker = (into: { registry: FurtherRegistry; figures: FurtherFigures }, text: string) => void

/** By the folded label, the first that fits. The texts themselves stay under their labels whatever is read from them. */
const TAKERS: readonly (readonly [RegExp, Taker])[] = [
  [/^ten (?:viet tat|tat|giao dich)/, text('shortName')],
  [/^ten (?:nuoc ngoai|tieng (?:nuoc ngoai|anh))/, text('foreignName')],
  [/^ma (?:khao sat|phieu|so khao sat|so phieu)/, text('surveyCode')],
  [
    /^(?:loai )?(?:dia diem|tru so)(?: tru so| chi nhanh| hoat dong)*$|^loai (?:don vi|co so)$/,
    choice('placeKind', PLACE_KINDS),
  ],
  [
    /^(?:tinh trang|trang thai|hien trang)(?: hoat dong| doanh nghiep| dn| nnt| hd| mst)?$/,
    choice('operatingStatus', OPERATING_STATUSES),
  ],
  [/\bkha nang (?:thanh lap|tl|van dong|phat trien|ket nap)\b|^kha nang$/, choice('feasibility', FEASIBILITIES)],
  [/\bthai do\b/, text('attitude')],
  [
    /^(?:(?:ten|ho ten|ho va ten) )?(?:chu (?:doanh nghiep|dn|so huu|co so|ho)|giam doc|tong giam doc|nguoi dai dien(?: phap luat| theo phap luat)?|dai dien phap luat|lanh dao|nguoi dung dau)(?: doanh nghiep| dn| cong ty)?$/,
    text('director'),
  ],
  [
    /^(?:(?:ten|ho ten|ho va ten) )?(?:nguoi (?:lien he|lien lac|dau moi)|dau moi(?: lien he)?|can bo dau moi|ke toan|nhan su)$/,
    text('contactPerson'),
  ],
  [/^(?:quoc gia|quoc tich|nuoc dau tu|nuoc|quoc gia dau tu|nha dau tu nuoc)$/, text('country')],
  [/\bcan bo (?:phu trach|theo doi)\b|^(?:nguoi )?phu trach$/, text('officer')],
  [/^(?:nguon|nguon (?:so lieu|du lieu|cung cap|tin))$/, text('source')],
  [
    /\b(?:so )?(?:dv|doan vien|dvcd)\b.*\bdu kien\b|\bdu kien\b.*\b(?:dv|doan vien|dvcd)\b/,
    registryCount('expectedMembers'),
  ],
  [
    /\bdu kien\b.*\b(?:thanh lap|tl|ngay|thoi gian)\b|\b(?:thoi gian|ngay)\b.*\bdu kien\b/,
    day((into, on) => void (into.registry.expectedOn = on)),
  ],
  [
    /\b(?:lao dong|ld|nguoi|nld|cnvcld) (?:la )?(?:nguoi )?nuoc ngoai\b|^nuoc ngoai$|^nguoi nuoc ngoai$/,
    figureCount('foreignWorkers'),
  ],
  [/\b(?:hdld|hop dong lao dong|hop dong ld|co hop dong|ky hop dong)\b/, figureCount('withContracts')],
  [/\b(?:dvcd|doan vien|dv)\b.*\bnu\b/, figureCount('womenMembers')],
  [
    /^(?:ngay|thoi gian|ngay thang)(?: ban hanh| ky)? (?:qd|quyet dinh)\b|\b(?:qd|quyet dinh)\b.* ngay$|^ngay (?:thanh lap|tl) (?:cdcs|cong doan)/,
    day((into, on) => void (into.figures.unionDecisionOn = on)),
  ],
  [
    /^(?:so )?(?:qd|quyet dinh)(?: so)?(?: (?:thanh lap|tl|cong nhan)(?: (?:cdcs|cong doan|cd).*)?)?$|^so qd\b|^so quyet dinh\b/,
    figureText('unionDecisionNumber'),
  ],
  [/\b(?:to chuc|chi bo|co|dang bo|tc) ?dang\b|^chi bo$|^dang$/, flag('partyOrganisation')],
  [/\bdoan (?:thanh nien|tn|tncs)\b/, flag('youthOrganisation')],
]

/** What the columns an import keeps under their labels say of an enterprise, where we know what they are. */
export function readFurtherFields(
  extra: Readonly<Record<string, string>>,
  places: readonly PlaceCandidate[] = [],
): FurtherFields {
  const fields = { registry: {} as FurtherRegistry, figures: {} as FurtherFigures }
  for (const [label, said] of Object.entries(extra)) {
    if (isBlankText(said)) continue
    takerOf(label)?.(fields, said)
  }
  for (const { place, level, from } of places) {
    if (from !== 'column' || place.text === '') continue
    if (level === 'commune') fields.registry.ward ??= place.text
    if (level === 'district') fields.registry.district ??= place.text
    if (level === 'zone') fields.registry.zone ??= place.text
  }
  return fields
}

/** Labels met before: a list has a dozen of them and tens of thousands of rows. */
const MET = new Map<string, Taker | null>()
const MOST_MET = 1000

function takerOf(label: string): Taker | null {
  const known = MET.get(label)
  if (known !== undefined) return known
  const folded = foldText(label)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const taker = TAKERS.find(([name]) => name.test(folded))?.[1] ?? null
  if (MET.size < MOST_MET) MET.set(label, taker)
  return taker
}

type TextColumn =
  | 'shortName'
  | 'foreignName'
  | 'surveyCode'
  | 'attitude'
  | 'director'
  | 'contactPerson'
  | 'country'
  | 'officer'
  | 'source'

function text(column: TextColumn): Taker {
  return ({ registry }, said) => {
    registry[column] ??= said
  }
}

/** A word the list does not know is left where it stands: under its label. */
function choice(column: 'placeKind' | 'operatingStatus' | 'feasibility', choices: readonly FixedChoice[]): Taker {
  return ({ registry }, said) => {
    const found = matchFixedChoice(choices, said)
    if (found !== null) registry[column] ??= found.code
  }
}

function registryCount(column: 'expectedMembers'): Taker {
  return ({ registry }, said) => {
    const count = parseCountText(said)
    if (count !== null) registry[column] ??= count.value
  }
}

function figureCount(column: 'foreignWorkers' | 'withContracts' | 'womenMembers'): Taker {
  return ({ figures }, said) => {
    const count = parseCountText(said)
    if (count !== null) figures[column] ??= count.value
  }
}

function figureText(column: 'unionDecisionNumber'): Taker {
  return ({ figures }, said) => {
    figures[column] ??= said
  }
}

function flag(column: 'partyOrganisation' | 'youthOrganisation'): Taker {
  return ({ figures }, said) => {
    const mark = readMark(said, said, null)
    if (mark.value !== null) figures[column] ??= mark.value
  }
}

function day(take: (into: { registry: FurtherRegistry; figures: FurtherFigures }, on: string) => void): Taker {
  return (into, said) => {
    const parsed = parseDateText(said)
    if (parsed.kind === 'day') take(into, parsed.date)
  }
}
