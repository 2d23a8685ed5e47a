import { parsePlace, type PlaceDirectory, type PlaceUnit } from '../survey/places.ts'
import { foldText } from '../text/fold.ts'
import { createLetterDirectory, initialsOf, spellOut } from './unit-letters.ts'

/** Where a report says whose it is. */
export type UnitSource = 'asked' | 'learned' | 'title' | 'sheet' | 'file' | 'row' | 'column'

export type UnitFinding =
  | { readonly kind: 'unit'; readonly unit: PlaceUnit; readonly text: string; readonly isRoot: boolean }
  | { readonly kind: 'several'; readonly units: readonly PlaceUnit[]; readonly text: string }
  | { readonly kind: 'none' }

export interface UnitFinder {
  /** A line of a title or letterhead. */
  inLine(line: string): UnitFinding
  /** A file's or sheet's name: "TxQT_T6_2024", "bao cao 6T huyện hải lăng (sua)". */
  inName(name: string): UnitFinding
  /** A cell that holds a unit's name and nothing else. */
  inCell(text: string): UnitFinding
  readonly units: readonly PlaceUnit[]
}

const LONGEST_NAME = 9
const NONE: UnitFinding = { kind: 'none' }
const NOT_A_SENDER = /^(?:cong hoa xa hoi|doc lap|kinh gui|noi nhan|can cu|so ?:)|ngay .{1,4}thang .{1,4}nam/

/**
 * Builds the look-up of units in titles, names of files and cells. `learned`: wordings the clerk matched before,
 * folded → code.
 */
export function createUnitFinder(
  units: readonly PlaceUnit[],
  rootId: string,
  directory: PlaceDirectory,
  learned: ReadonlyMap<string, string> = new Map(),
): UnitFinder {
  const byCode = new Map(units.map((unit) => [foldText(unit.code), unit]))
  const found = (unit: PlaceUnit, text: string): UnitFinding => ({
    kind: 'unit',
    unit,
    text,
    isRoot: unit.id === rootId,
  })
  const cells = new Map<string, UnitFinding>()
  const names = units.flatMap((unit) =>
    [unit.name, unit.shortName, ...unit.aliases].map((name) => ({ unit, key: plainKey(name) })),
  )

  function recall(text: string): UnitFinding | null {
    const code = learned.get(plainKey(text))
    const unit = code === undefined ? undefined : byCode.get(foldText(code))
    return unit === undefined ? null : found(unit, text)
  }

  function matchPlace(text: string, needsKind: boolean): UnitFinding {
    const place = parsePlace(text)
    if (place === null || (needsKind && place.kind === null)) return NONE
    const match = directory.match(place)
    if (match.kind === 'unit' && !(needsKind && match.byBareName)) return found(match.unit, text)
    return match.kind === 'ambiguous' ? { kind: 'several', units: match.units, text } : NONE
  }

  const letters = createLetterDirectory(units.filter((unit) => unit.id !== rootId))

  function matchAbbreviated(text: string): UnitFinding {
    const fitting = letters.match(text)
    const [only] = fitting
    if (only === undefined) return NONE
    return fitting.length === 1 ? found(only, text) : { kind: 'several', units: fitting, text }
  }

  /** The unit named by some words of a longer text; a part of the province is meant before the province. */
  function within(text: string): UnitFinding {
    const key = ` ${plainKey(text)} `
    const whole = names
      .filter((name) => name.key.includes(' ') && key.includes(` ${name.key} `))
      .toSorted((a, b) => b.key.length - a.key.length)
    const part = whole.find(({ unit }) => unit.id !== rootId)
    if (part !== undefined) return found(part.unit, part.unit.name)
    const words = text
      .replace(/[()[\]:;–]+/g, ' ')
      .split(/\s+/)
      .filter((word) => word !== '')
    let root: UnitFinding = NONE
    let several: UnitFinding = NONE
    for (let first = 0; first < words.length; first++) {
      for (let length = Math.min(LONGEST_NAME, words.length - first); length >= 2; length--) {
        const match = matchPlace(
          words
            .slice(first, first + length)
            .join(' ')
            .replace(/[,.]+$/, ''),
          true,
        )
        if (match.kind === 'unit' && !match.isRoot) return match
        if (match.kind === 'unit' && root.kind === 'none') root = match
        if (match.kind === 'several' && several.kind === 'none') several = match
      }
    }
    if (several.kind !== 'none') return several
    const named = whole[0]
    return root.kind === 'none' && named !== undefined ? found(named.unit, named.unit.name) : root
  }

  return {
    units,
    inLine(text) {
      if (NOT_A_SENDER.test(foldText(text))) return NONE
      const line = spellOut(text)
      // "Đơn vị báo cáo: Sông Hậu" names it without its kind.
      const named = /^(?:tên )?(?:đơn vị|cơ quan|nơi)(?: (?:báo cáo|gửi))?(?: báo cáo)?\s*:\s*(.+)$/iu.exec(
        line.trim(),
      )?.[1]
      const cell = named === undefined ? NONE : matchCell(named)
      if (cell.kind === 'unit') return cell
      const whole = recall(line) ?? matchPlace(line, true)
      if (whole.kind === 'unit' && !whole.isRoot) return whole
      const abbreviated = matchAbbreviated(line)
      return abbreviated.kind === 'unit' ? abbreviated : within(line)
    },
    inName(name) {
      const plain = name.replace(/\.[a-z]{3,4}$/i, '').replace(/[_\s]+/g, ' ')
      const remembered = recall(plain)
      if (remembered !== null) return remembered
      const named = within(plain.replace(/-/g, ' '))
      if (named.kind === 'unit' && !named.isRoot) return named
      const tokens = plain.split(/[\s\-.()]+/).filter((token) => token !== '')
      const byToken = matchTokens(tokens, units, rootId)
      if (byToken !== null) return found(byToken, name)
      return named
    },
    inCell(text) {
      const before = cells.get(text) ?? matchCell(text)
      cells.set(text, before)
      return before
    },
  }

  function matchCell(written: string): UnitFinding {
    const text = spellOut(written)
    const remembered = recall(text)
    if (remembered !== null) return remembered
    const match = matchPlace(text, false)
    if (match.kind === 'unit') return match
    // "Quảng Trị" among the rows of the province Quảng Trị is its town.
    if (match.kind === 'several') {
      const [own, ...others] = match.units.filter(({ id }) => id !== rootId)
      if (own !== undefined && others.length === 0) return found(own, text)
    }
    const coded = byCode.get(foldText(text))
    if (coded !== undefined) return found(coded, text)
    return match.kind === 'none' ? matchAbbreviated(text) : match
  }
}

/** "TxQT", "HTP": a kind and the first letters of a name; "CamLo", "dong ha": a name without its kind; a code. */
function matchTokens(tokens: readonly string[], units: readonly PlaceUnit[], rootId: string): PlaceUnit | null {
  const others = units.filter((unit) => unit.id !== rootId)
  const codes = new Set(tokens.map((token) => foldText(token)))
  const coded = others.filter((unit) => unit.code.length >= 2 && codes.has(foldText(unit.code)))
  if (coded.length === 1) return coded[0] ?? null
  for (let length = 4; length >= 1; length--) {
    for (let first = 0; first + length <= tokens.length; first++) {
      const joined = foldText(tokens.slice(first, first + length).join('')).replaceAll('y', 'i')
      if (joined.length < 4) continue
      const named = others.filter((unit) =>
        [unit.name, unit.shortName, ...unit.aliases].some((name) => parsePlace(name)?.coreKey === joined),
      )
      if (named.length === 1) return named[0] ?? null
    }
  }
  const short = others.filter((unit) => initialsOf(unit).some((initials) => codes.has(initials)))
  return short.length === 1 ? (short[0] ?? null) : null
}

export function plainKey(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** "Liên đoàn Lao động huyện Cam Lộ" → "Huyện Cam Lộ": the place as tables and names of files call it. */
export function placeName(unitName: string): string {
  const bare = unitName.replace(/^(?:liên đoàn lao động|lđlđ|công đoàn(?= (?:xã|phường|thị trấn|đặc khu) ))\s+/iu, '')
  return bare.slice(0, 1).toUpperCase() + bare.slice(1)
}
