import { foldText, normalizeText } from '../text/fold.ts'

export interface Area {
  /** As it stands in running text: "tỉnh Quảng Trị", "thành phố Hải Phòng". */
  readonly text: string
  /** "toàn tỉnh" or "toàn thành phố". */
  readonly whole: string
  readonly properName: string
  readonly isCity: boolean
}

const PREFIXES: readonly (readonly [folded: string, text: string, isCity: boolean])[] = [
  ['thanh pho ', 'thành phố', true],
  ['tp. ', 'thành phố', true],
  ['tp ', 'thành phố', true],
  ['tinh ', 'tỉnh', false],
]

/**
 * The province from what people write: "Liên đoàn Lao động tỉnh Quảng Trị", "LĐLĐ tỉnh Quảng Trị",
 * "tỉnh Quảng Trị" and "Quảng Trị" all give "tỉnh Quảng Trị". Without a prefix a province is meant.
 */
export function describeArea(name: string): Area {
  const words = normalizeText(name).split(' ')
  for (let start = 0; start < words.length; start++) {
    const rest = words.slice(start).join(' ')
    const folded = foldText(rest)
    const prefix = PREFIXES.find(([text]) => folded.startsWith(text))
    if (prefix)
      return makeArea(
        prefix[1],
        rest
          .split(' ')
          .slice(prefix[0].split(' ').length - 1)
          .join(' '),
        prefix[2],
      )
  }
  return makeArea('tỉnh', normalizeText(name), false)
}

function makeArea(prefix: string, properName: string, isCity: boolean): Area {
  return { text: `${prefix} ${properName}`, whole: `toàn ${prefix}`, properName, isCity }
}
