import { foldText } from '../text/fold.ts'
import { levelOf, type Place, type PlaceKind, type PlaceLevel } from './places.ts'
import type { IsoDate } from '../../kit/dates.ts'

/**
 * The unit an unknown place becomes when the clerk lets the import create units: its type comes from the
 * place's prefix, its name is the body that stands there ("Huyện Cam Lộ" → "Liên đoàn Lao động huyện Cam Lộ").
 */
export interface NewUnit {
  readonly name: string
  readonly shortName: string
  readonly type: string
  /** Wished code; the writer makes it unique. */
  readonly code: string
  /** The place itself, so that the unit is met again under it: "Huyện Cam Lộ". */
  readonly alias: string
}

/** From this day there are no districts: the level under the province is the commune (Luật 97/2025/QH15). */
const REFORM: IsoDate = '2025-07-01'

interface KindWords {
  readonly type: string
  readonly body: 'federation' | 'union'
  /** Stands between the body and the core name, and in front of the alias. */
  readonly place: string
  readonly code: string
}

const WORDS: Readonly<Record<PlaceKind, KindWords>> = {
  province: { type: 'LDLD_TINH', body: 'federation', place: 'tỉnh', code: 'TINH' },
  city: { type: 'LDLD_HUYEN', body: 'federation', place: 'thành phố', code: 'TP' },
  town: { type: 'LDLD_HUYEN', body: 'federation', place: 'thị xã', code: 'TX' },
  district: { type: 'LDLD_HUYEN', body: 'federation', place: 'huyện', code: 'H' },
  urbanDistrict: { type: 'LDLD_HUYEN', body: 'federation', place: 'quận', code: 'Q' },
  ward: { type: 'CD_PHUONG', body: 'union', place: 'phường', code: 'P' },
  commune: { type: 'CD_XA', body: 'union', place: 'xã', code: 'X' },
  township: { type: 'CD_XA', body: 'union', place: 'thị trấn', code: 'TT' },
  specialZone: { type: 'CD_DACKHU', body: 'union', place: 'đặc khu', code: 'DK' },
  industrialZone: { type: 'CD_KCN', body: 'union', place: 'khu công nghiệp', code: 'KCN' },
  sector: { type: 'CD_NGANH', body: 'union', place: 'ngành', code: 'CDN' },
  civilServants: { type: 'CD_VIENCHUC', body: 'union', place: 'Viên chức', code: 'CDVC' },
}
const BODIES = { federation: ['Liên đoàn Lao động', 'LĐLĐ'], union: ['Công đoàn', 'CĐ'] } as const

/** `level`: what the column or group the place stood in is of, for a place that says no kind itself. */
export function unitFromPlace(place: Place, level: PlaceLevel | undefined, on: IsoDate): NewUnit {
  const core = titleCase(place.core)
  if (place.kind !== null) {
    const words = WORDS[place.kind]
    const isIsland = place.kind === 'district' && /^(?:.* )?huyen dao\b/.test(foldText(place.text))
    return make(words, `${words.place}${isIsland ? ' đảo' : ''} ${core}`.trim(), core)
  }
  const wanted = level ?? (on < REFORM ? 'district' : 'commune')
  if (wanted === 'zone') return make(WORDS.industrialZone, core, core)
  if (wanted === 'sector') return make(WORDS.sector, core, core)
  return make(wanted === 'commune' ? WORDS.commune : WORDS.district, core, core)
}

function make(words: KindWords, place: string, core: string): NewUnit {
  const [body, short] = BODIES[words.body]
  return {
    type: words.type,
    name: `${body} ${place}`,
    shortName: `${short} ${place}`,
    code: codeOf(words.code, core),
    alias: capitalise(place),
  }
}

/** Which of a row's places is the union's own level on that day. */
export function isUnionLevel(kind: PlaceKind | null, level: PlaceLevel | undefined, on: IsoDate): boolean {
  const of = kind === null ? level : levelOf(kind)
  if (of === 'zone' || of === 'sector') return true
  return of === (on < REFORM ? 'district' : 'commune')
}

/** "ĐÔNG HÀ", "sóc trăng" → "Đông Hà", "Sóc Trăng"; mixed case is the writer's own and stays. */
export function titleCase(text: string): string {
  const isMixed = text !== text.toUpperCase() && text !== text.toLowerCase()
  return isMixed
    ? text
    : text
        .toLowerCase()
        .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function codeOf(prefix: string, core: string): string {
  const words = foldText(core)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '')
  return words === '' ? prefix : `${prefix}-${words}`.slice(0, 36)
}
