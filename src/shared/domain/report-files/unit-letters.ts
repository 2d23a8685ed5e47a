import { coreKey, levelOf, parsePlace, type PlaceUnit } from '../survey/places.ts'
import { foldText } from '../text/fold.ts'

/** "CĐX Bình Minh", "CĐP. Tân Hòa": the union's letters and the place's in one. */
export function spellOut(text: string): string {
  return text.replace(
    /^\s*C[ĐD]\s?(X|P|ĐK)\.?\s+(?=\p{L})/iu,
    (_, kind: string) => `Công đoàn ${GLUED_KINDS[kind.toUpperCase()] ?? kind} `,
  )
}
const GLUED_KINDS: Readonly<Record<string, string>> = { X: 'xã', P: 'phường', ĐK: 'đặc khu' }

/** A union of a field by its name alone: "Công đoàn Giáo dục". */
const OF_A_FIELD = /^(?:cong doan|cd) (?!co so)(.{2,40})$/
const LINKING_WORDS: ReadonlySet<string> = new Set(['va', 'cac', 'nganh', 'tinh'])

/** "Giáo dục và Đào tạo" → gvdt, gddt. */
function lettersOf(core: string): readonly string[] {
  const words = foldText(core)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const of = (taken: readonly string[]): string => coreKey(taken.map((word) => word.slice(0, 1)).join(''))
  return [of(words), of(words.filter((word) => !LINKING_WORDS.has(word)))].filter((letters) => letters.length > 1)
}

export interface LetterDirectory {
  /** Units a text may mean by letters of their names, or a union by its field alone. */
  match(text: string): readonly PlaceUnit[]
}

/**
 * Builds the look-up of units by letters: "CĐ NGÀNH GD", "H. VL" by a kind and the letters of a name, "LĐLĐ TPSH" and
 * "CĐKCN" by both in one word, "Công đoàn Giáo dục tỉnh Hải Sơn" by a field without the word "ngành".
 */
export function createLetterDirectory(units: readonly PlaceUnit[]): LetterDirectory {
  const byKind = new Map<string, Set<PlaceUnit>>()
  const glued = new Map<string, Set<PlaceUnit>>()
  const fields = new Map<string, Set<PlaceUnit>>()
  for (const unit of units) {
    for (const word of initialsOf(unit)) add(glued, coreKey(word), unit)
    for (const name of [unit.name, unit.shortName, ...unit.aliases]) {
      const place = parsePlace(name)
      if (place?.kind == null) continue
      for (const letters of lettersOf(place.core)) {
        add(byKind, `${place.kind}|${letters}`, unit)
        if (levelOf(place.kind) === 'sector') add(fields, letters, unit)
      }
      if (levelOf(place.kind) === 'sector' && place.coreKey !== '') add(fields, place.coreKey, unit)
    }
  }
  const matched = new Map<string, readonly PlaceUnit[]>()
  return {
    match(text) {
      const before = matched.get(text) ?? matchText(text)
      matched.set(text, before)
      return before
    },
  }

  function matchText(text: string): readonly PlaceUnit[] {
    const place = parsePlace(text)
    if (place === null) return []
    if (place.kind !== null)
      return (
        found(byKind, `${place.kind}|${place.coreKey}`) ??
        (levelOf(place.kind) === 'sector' ? longer(place.coreKey) : [])
      )
    const word = coreKey(place.core.replace(/\s+tỉnh$/iu, ''))
    const inOne = word.length >= 3 && word.length <= LONGEST_WORD ? found(glued, word) : null
    if (inOne !== null) return inOne
    const field = OF_A_FIELD.exec(foldText(place.text))?.[1]?.replace(/,? (?:tinh|viet nam)(?: .*)?$/, '')
    return field === undefined ? [] : (found(fields, coreKey(field)) ?? longer(coreKey(field)))
  }

  /** "GD&ĐT" is the union of "Giáo dục" where there is no other. */
  function longer(letters: string): readonly PlaceUnit[] {
    if (letters.length < 3 || letters.length > 5) return []
    for (let length = letters.length - 1; length >= 2; length--) {
      const units = found(fields, letters.slice(0, length))
      if (units !== null) return units
    }
    return []
  }
}

const LONGEST_WORD = 12

function found(map: ReadonlyMap<string, ReadonlySet<PlaceUnit>>, key: string): readonly PlaceUnit[] | null {
  const units = map.get(key)
  return units === undefined ? null : [...units]
}

function add(map: Map<string, Set<PlaceUnit>>, key: string, unit: PlaceUnit): void {
  const units = map.get(key)
  if (units === undefined) map.set(key, new Set([unit]))
  else units.add(unit)
}

const KIND_LETTERS: Readonly<Record<string, readonly string[]>> = {
  city: ['tp'],
  town: ['tx'],
  district: ['h', 'hd'],
  urbanDistrict: ['q'],
  ward: ['p'],
  commune: ['x'],
  township: ['tt'],
  specialZone: ['dk'],
  sector: ['cdn', 'n', 'cd'],
  civilServants: ['cdvc'],
  industrialZone: ['kcn', 'cdkcn'],
  province: [],
}

/** "tp" + "sh", "tp" + "songhau": a unit's name in one word of letters. */
export function initialsOf(unit: PlaceUnit): readonly string[] {
  return [unit.name, unit.shortName, ...unit.aliases].flatMap((name) => {
    const place = parsePlace(name)
    if (place === null || place.kind === null) return []
    const letters = foldText(place.core)
      .split(/[^a-z0-9]+/)
      .map((word) => word.slice(0, 1))
      .join('')
    const glued = place.coreKey
    const kinds = KIND_LETTERS[place.kind] ?? []
    return kinds.flatMap((kind) => [
      ...(letters === '' && kind.length < 3 ? [] : [`${kind}${letters}`]),
      `${kind}${glued}`,
    ])
  })
}
