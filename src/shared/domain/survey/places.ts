import { foldText, normalizeText } from '../text/fold.ts'

/**
 * Places as foreign files name them: "TP. Hạ Long", "H.Gio Linh", "I. THÀNH PHỐ ĐÔNG HÀ (34 DN)", "LĐLĐ thị xã
 * Quảng Trị". A place is a kind and a core name, and the kind counts: the thị xã Quảng Trị is never the province.
 */
export type PlaceKind =
  | 'province'
  | 'city'
  | 'town'
  | 'district'
  | 'urbanDistrict'
  | 'ward'
  | 'commune'
  | 'township'
  | 'specialZone'
  | 'industrialZone'
  | 'sector'
  | 'civilServants'

export interface Place {
  /** As the file writes it, tidied of numbering, counts and stray signs. */
  readonly text: string
  readonly kind: PlaceKind | null
  /** Core name as written, without prefixes: "Hạ Long". */
  readonly core: string
  /** Core name in the form names are compared in. */
  readonly coreKey: string
}

export type PlaceLevel = 'province' | 'district' | 'commune' | 'zone' | 'sector'

const LEVELS: Readonly<Record<PlaceKind, PlaceLevel>> = {
  province: 'province',
  city: 'district',
  town: 'district',
  district: 'district',
  urbanDistrict: 'district',
  ward: 'commune',
  commune: 'commune',
  township: 'commune',
  specialZone: 'commune',
  industrialZone: 'zone',
  sector: 'sector',
  civilServants: 'sector',
}

export function levelOf(kind: PlaceKind): PlaceLevel {
  return LEVELS[kind]
}

// Whole words are compared with their accents: "Tịnh Biên" is not the province of "Biên", "Quan Hóa" no quận.
// Text without any accent at all is compared folded.
const WORDS: readonly (readonly [string, PlaceKind])[] = [
  ['thành phố trực thuộc tỉnh', 'city'],
  ['thành phố', 'city'],
  ['thị xã', 'town'],
  ['thị trấn', 'township'],
  ['huyện đảo', 'district'],
  ['đảo', 'district'],
  ['huyện', 'district'],
  ['quận', 'urbanDistrict'],
  ['phường', 'ward'],
  ['xã đảo', 'commune'],
  ['xã', 'commune'],
  ['đặc khu', 'specialZone'],
  ['tỉnh', 'province'],
  ['ngành', 'sector'],
  ['viên chức tỉnh', 'civilServants'],
  ['viên chức', 'civilServants'],
]
// Abbreviations, folded. A one-letter prefix must carry a dot or stand before a number ("H. Gio Linh", "Q1").
const ABBREVIATIONS: readonly (readonly [RegExp, PlaceKind])[] = [
  [/^(?:t\.\s?pho(?=\s)|t\.\s?p(?:\.|(?=\s))|tp\.|tp(?=\s))\s*/, 'city'],
  [/^(?:t\.\s?xa(?=\s)|t\.\s?x(?:\.|(?=\s))|tx\.|tx(?=\s))\s*/, 'town'],
  [/^(?:tt\.|tt(?=\s))\s*/, 'township'],
  [/^(?:h\.\s?dao(?=\s)|h\.|h(?=\s[a-z]))\s*/, 'district'],
  [/^(?:q\.|q(?=\s?\d)|q(?=\s[a-z]))\s*/, 'urbanDistrict'],
  [/^(?:p\.|p(?=\s?\d)|p(?=\s[a-z])|f\.?(?=\d))\s*/, 'ward'],
  [/^(?:x\.)\s*/, 'commune'],
  [/^(?:dk\.|dk(?=\s)|d\.\s?khu(?=\s))\s*/, 'specialZone'],
  [/^(?:t\.)\s*/, 'province'],
  [/^cdn\s+/, 'sector'],
  [/^cdvc(?=\s|$)\s*/, 'civilServants'],
  [
    /^(?:cac |ban quan ly |bql )*(?:khu cong nghiep|khu kinh te|khu che xuat|cum cong nghiep|khu cn|cum cn|kcn|kkt|kcx|ccn)(?:\s+tinh)?(?![a-z])\.?\s*/,
    'industrialZone',
  ],
]

/** Bodies that stand before the place they are of: "LĐLĐ huyện Cam Lộ" is the place "huyện Cam Lộ". */
const BODIES =
  /^(?:lien doan lao dong|ldld|cong doan|cd|bao hiem xa hoi|bhxh|chi cuc thue|ubnd|uy ban nhan dan|tren dia ban|dia ban|khu vuc(?!\s*\d))\s+(?=\S)/
const NUMBERING = /^(?:\(?\d{1,3}(?:\.\d{1,2})+[.)]?\s+|\(?(?:[ivxlc]+|[a-g]|\d{1,3})\s*[.)/:-]\s*|[-+*•–]\s*)/i
const COUNT_BEHIND = /\s*[:–-]\s*\d+\s*(?:dn|đv|đơn vị|doanh nghiệp)(?![\p{L}]).*$/iu
// Accents tell "tỉnh" from "Tịnh Biên"; the cities named are those that are provinces themselves.
const PROVINCE_BEHIND =
  /\s*,\s*(?:tỉnh\s.+|(?:thành phố|tp\.?)\s*(?:hà nội|hải phòng|huế|đà nẵng|hồ chí minh|hcm|cần thơ))$|\s+tỉnh(?:\s.+)?$/iu
const COUNT_IN_BRACKETS = /\s*[([][^)\]]*(?:\d|dn|đơn vị|doanh nghiệp)[^)\]]*[)\]]\s*$/iu

/** No place has a longer name; a cell with a whole letter in it is an unknown place by its beginning. */
const LONGEST_PLACE = 300

/** Reads a place from a cell or a group row; null for a blank one. */
export function parsePlace(text: string): Place | null {
  const tidy = stripNumbering(
    normalizeText(text.slice(0, LONGEST_PLACE)).replace(COUNT_IN_BRACKETS, '').replace(COUNT_BEHIND, ''),
  )
    .replace(/[\s:;,.-]+$/, '')
    .trim()
  if (tidy === '') return null
  const found = readPrefix(withoutBodies(tidy))
  if (found === null) {
    const core = withoutBodies(tidy)
    return { text: tidy, kind: null, core, coreKey: coreKey(core) }
  }
  const isNamed = found.core !== '' || LEVELS[found.kind] === 'zone' || LEVELS[found.kind] === 'sector'
  if (!isNamed) return { text: tidy, kind: null, core: tidy, coreKey: coreKey(tidy) }
  return { text: tidy, kind: found.kind, core: found.core, coreKey: coreKey(found.core) }
}

/** "I. Huyện Cam Lộ", "K. Huyện Cam Lộ" → "Huyện Cam Lộ"; but "X. Cam Thủy" is a commune, not number ten. */
function stripNumbering(text: string): string {
  const lettered = /^\(?(?!t\.\s?[xp]|h\.\s?đ[aả]o)[h-zđ]\s*[.)]\s*/iu.exec(text)?.[0]
  if (lettered !== undefined && readPrefix(withoutBodies(text.slice(lettered.length))) !== null)
    return text.slice(lettered.length)
  const match = NUMBERING.exec(text)
  if (match === null) return text
  const rest = text.slice(match[0].length)
  const isLoneX = /^x\s*\./i.test(text)
  return isLoneX && readPrefix(withoutBodies(rest)) === null ? text : rest
}

function withoutBodies(text: string): string {
  let rest = text
  // Folding keeps one letter for one letter of NFC text, so the length of a folded prefix cuts the text itself.
  for (let match = BODIES.exec(foldText(rest)); match !== null; match = BODIES.exec(foldText(rest)))
    rest = rest.slice(match[0].length).trim()
  return rest
}

/** "Thành phố Đông Hà, tỉnh Quảng Trị", "ngành Y tế tỉnh": the province it lies in is no part of a place's name. */
function readPrefix(text: string): { readonly kind: PlaceKind; readonly core: string } | null {
  const found = readKind(text)
  if (found === null || found.kind === 'province') return found
  return { kind: found.kind, core: found.core.toLowerCase() === 'tỉnh' ? '' : found.core.replace(PROVINCE_BEHIND, '') }
}

function readKind(text: string): { readonly kind: PlaceKind; readonly core: string } | null {
  const lower = text.toLowerCase()
  const folded = foldText(text)
  const isBare = lower === folded
  for (const [word, kind] of WORDS) {
    const wanted = isBare ? foldText(word) : word
    if (!lower.startsWith(wanted)) continue
    const after = lower.slice(wanted.length)
    if (after === '' || /^[\s.:]/.test(after)) return { kind, core: text.slice(wanted.length).replace(/^[\s.:]+/, '') }
  }
  for (const [pattern, kind] of ABBREVIATIONS) {
    const match = pattern.exec(folded)
    if (match !== null) return { kind, core: text.slice(match[0].length).trim() }
  }
  return null
}

/** "Đa Krông" = "Đakrông", "Mỹ Lộc" = "Mĩ Lộc", "Quận 01" = "Quận 1": signs, spaces, y/i and leading zeros do not count. */
export function coreKey(core: string): string {
  return foldText(core)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('y', 'i')
    .replace(/^0+(?=\d)/, '')
}

/** A unit that a place may mean. */
export interface PlaceUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly typeCode: string
  readonly aliases: readonly string[]
}

export type PlaceMatch =
  | { readonly kind: 'unit'; readonly unit: PlaceUnit; readonly byBareName: boolean }
  | { readonly kind: 'ambiguous'; readonly units: readonly PlaceUnit[] }
  | { readonly kind: 'unknown' }

export interface PlaceDirectory {
  match(place: Place, level?: PlaceLevel): PlaceMatch
}

/**
 * Builds the look-up over the units valid on the survey date. A place meets a unit by its whole folded name or
 * alias, then by kind and core, and only when the file gives no kind by the bare core name, if that is unique
 * among units of the column's level (a province is never met by its bare name when the column is of districts).
 */
export function createPlaceDirectory(units: readonly PlaceUnit[]): PlaceDirectory {
  const byName = new Map<string, Set<PlaceUnit>>()
  const byKind = new Map<string, Set<PlaceUnit>>()
  const byCore = new Map<string, Set<{ unit: PlaceUnit; kind: PlaceKind | null }>>()
  for (const unit of units) {
    for (const name of [unit.name, unit.shortName, ...unit.aliases]) {
      const place = parsePlace(name)
      if (place === null) continue
      const kind = place.kind ?? kindOfType(unit.typeCode)
      add(byName, wholeKey(name), unit)
      add(byKind, `${kind}|${place.coreKey}`, unit)
      const entries = byCore.get(place.coreKey) ?? new Set()
      if (![...entries].some((entry) => entry.unit === unit && entry.kind === kind)) entries.add({ unit, kind })
      byCore.set(place.coreKey, entries)
    }
  }
  return {
    match(place, level) {
      const exact = pick([...(byName.get(wholeKey(place.text)) ?? [])], false)
      if (exact.kind === 'unit') return exact
      if (place.kind !== null) return pick([...(byKind.get(`${place.kind}|${place.coreKey}`) ?? [])], false)
      const bare = [...(byCore.get(place.coreKey) ?? [])]
      const fitting =
        level === undefined ? bare : bare.filter((entry) => entry.kind === null || LEVELS[entry.kind] === level)
      return pick([...new Set((fitting.length > 0 ? fitting : bare).map((entry) => entry.unit))], true)
    },
  }
}

function wholeKey(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function pick(units: readonly PlaceUnit[], byBareName: boolean): PlaceMatch {
  const [first] = units
  if (first === undefined) return { kind: 'unknown' }
  return units.length === 1 ? { kind: 'unit', unit: first, byBareName } : { kind: 'ambiguous', units }
}

function add(map: Map<string, Set<PlaceUnit>>, key: string, unit: PlaceUnit): void {
  const units = map.get(key)
  if (units === undefined) map.set(key, new Set([unit]))
  else units.add(unit)
}

/** What kind of place a unit's own type says, where its name says none ("Công đoàn các KCN" of type CD_KCN). */
function kindOfType(typeCode: string): PlaceKind | null {
  if (typeCode === 'LDLD_TINH') return 'province'
  if (typeCode === 'CD_XA') return 'commune'
  if (typeCode === 'CD_PHUONG') return 'ward'
  if (typeCode === 'CD_DACKHU') return 'specialZone'
  if (typeCode === 'CD_KCN') return 'industrialZone'
  if (typeCode === 'CD_NGANH') return 'sector'
  if (typeCode === 'CD_VIENCHUC') return 'civilServants'
  return null
}
