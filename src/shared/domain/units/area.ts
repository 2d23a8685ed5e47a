import { foldText, normalizeText } from '../text/fold.ts'

export interface Area {
  /** As it stands in running text: "tỉnh Quảng Trị", "thành phố Hải Phòng"; "tỉnh" while its name is not known. */
  readonly text: string
  /** "toàn tỉnh" or "toàn thành phố". */
  readonly whole: string
  /** "Quảng Trị"; empty while it is not known. */
  readonly properName: string
  readonly isCity: boolean
}

const FEDERATION = /^(lien doan lao dong|ldld)( |$)/
const PREFIXES: readonly (readonly [pattern: RegExp, text: string, isCity: boolean])[] = [
  [/^(thanh pho|tp\.?)( |$)/, 'thành phố', true],
  [/^(tinh)( |$)/, 'tỉnh', false],
]

/**
 * The province from what people write: "Liên đoàn Lao động tỉnh Quảng Trị", "LĐLĐ tỉnh Quảng Trị",
 * "tỉnh Quảng Trị" and "Quảng Trị" all give "tỉnh Quảng Trị". Without a prefix a province is meant.
 */
export function describeArea(name: string): Area {
  const place = dropPrefix(normalizeText(name), FEDERATION)
  // A federation of a district, kept in a file of its own. A numbered one keeps its word: "Quận 1".
  const district = /^(quận|huyện|thị xã) +(\S.*)$/iu.exec(place)
  if (district !== null) {
    const [, level = '', proper = ''] = district
    const area = makeArea(level.toLocaleLowerCase('vi'), proper, false)
    return /^\d/u.test(proper)
      ? { ...area, properName: `${level.charAt(0).toLocaleUpperCase('vi')}${level.slice(1)} ${proper}` }
      : area
  }
  const prefix = PREFIXES.find(([pattern]) => pattern.test(foldText(place)))
  if (prefix === undefined) return makeArea('tỉnh', place, false)
  return makeArea(prefix[1], dropPrefix(place, prefix[0]), prefix[2])
}

/** Folding keeps the number of words, so as many words go as the folded prefix has. */
function dropPrefix(text: string, pattern: RegExp): string {
  const prefix = pattern.exec(foldText(text))?.[0].trim()
  return prefix === undefined ? text : text.split(' ').slice(prefix.split(' ').length).join(' ')
}

function makeArea(prefix: string, properName: string, isCity: boolean): Area {
  return { text: `${prefix} ${properName}`.trim(), whole: `toàn ${prefix}`, properName, isCity }
}

/**
 * A name of the catalogue as an office of this area says it: in a city under the centre "Ban Chấp hành Liên đoàn Lao
 * động tỉnh" is "… thành phố", "Ban Thường vụ Tỉnh ủy" is "… Thành ủy".
 */
export function wordedFor({ isCity }: Pick<Area, 'isCity'>, name: string): string {
  if (!isCity) return name
  return name.replace(/(?<=\s)tỉnh$/u, 'thành phố').replaceAll('Tỉnh ủy', 'Thành ủy')
}
