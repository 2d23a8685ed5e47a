import { foldText } from '../text/fold.ts'
import { levelOf, type Place, type PlaceKind, type PlaceLevel } from './places.ts'
import type { IsoDate } from '../../kit/dates.ts'

/**
 * The unit an unknown place becomes when the clerk lets the import create units: its type comes from the
 * place's prefix, its name is the body that stands there ("Huyện Cam Lộ" → "LĐLĐ huyện Cam Lộ").
 */
export interface NewUnit {
  readonly name: string
  readonly shortName: string
  readonly type: string
  /** Wished code; the writer makes it unique. */
  readonly code: string
}

/** From this day there are no districts: the level under the province is the commune (Luật 97/2025/QH15). */
const REFORM: IsoDate = '2025-07-01'

const WORDS: Readonly<Record<PlaceKind, { readonly type: string; readonly prefix: string; readonly code: string }>> = {
  province: { type: 'LDLD_TINH', prefix: 'LĐLĐ tỉnh', code: 'TINH' },
  city: { type: 'LDLD_HUYEN', prefix: 'LĐLĐ thành phố', code: 'TP' },
  town: { type: 'LDLD_HUYEN', prefix: 'LĐLĐ thị xã', code: 'TX' },
  district: { type: 'LDLD_HUYEN', prefix: 'LĐLĐ huyện', code: 'H' },
  urbanDistrict: { type: 'LDLD_HUYEN', prefix: 'LĐLĐ quận', code: 'Q' },
  ward: { type: 'CD_PHUONG', prefix: 'Công đoàn phường', code: 'P' },
  commune: { type: 'CD_XA', prefix: 'Công đoàn xã', code: 'X' },
  township: { type: 'CD_XA', prefix: 'Công đoàn thị trấn', code: 'TT' },
  specialZone: { type: 'CD_DACKHU', prefix: 'Công đoàn đặc khu', code: 'DK' },
  industrialZone: { type: 'CD_KCN', prefix: 'Công đoàn KCN', code: 'KCN' },
  sector: { type: 'CD_NGANH', prefix: 'Công đoàn ngành', code: 'CDN' },
  civilServants: { type: 'CD_VIENCHUC', prefix: 'Công đoàn Viên chức', code: 'CDVC' },
}

/** `level`: what the column or group the place stood in is of, for a place that says no kind itself. */
export function unitFromPlace(place: Place, level: PlaceLevel | undefined, on: IsoDate): NewUnit {
  const core = titleCase(place.core)
  if (place.kind !== null) {
    const words = WORDS[place.kind]
    const island = place.kind === 'district' && /^huyen dao\b/.test(foldText(place.text)) ? ' đảo' : ''
    const shortPrefix = words.prefix.replace(/^LĐLĐ |^Công đoàn /, '') + island
    const short = capitalise(`${shortPrefix} ${core}`.trim())
    return {
      type: words.type,
      name: `${words.prefix}${island} ${core}`.trim(),
      shortName: short,
      code: codeOf(words.code, core),
    }
  }
  const wanted = level ?? (on < REFORM ? 'district' : 'commune')
  if (wanted === 'zone')
    return { type: 'CD_KCN', name: `Công đoàn ${core}`, shortName: core, code: codeOf('KCN', core) }
  if (wanted === 'sector')
    return { type: 'CD_NGANH', name: `Công đoàn ${core}`, shortName: core, code: codeOf('CDN', core) }
  return wanted === 'commune'
    ? { type: 'CD_XA', name: `Công đoàn ${core}`, shortName: core, code: codeOf('X', core) }
    : { type: 'LDLD_HUYEN', name: `LĐLĐ ${core}`, shortName: core, code: codeOf('H', core) }
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
