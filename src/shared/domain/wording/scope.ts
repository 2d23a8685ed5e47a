import { foldText, normalizeText } from '../text/fold.ts'

/** How a unit is spoken of in its own documents. */
export interface ScopeWords {
  /** Full name as documents print it: "Liên đoàn Lao động tỉnh Hải An". */
  readonly organisation: string
  /** "LĐLĐ tỉnh", "Công đoàn ngành" */
  readonly short: string
  /** "toàn tỉnh" */
  readonly whole: string
  /** "trên địa bàn tỉnh Hải An" */
  readonly within: string
  /** "tỉnh Hải An"; '' for a union without territory. */
  readonly territory: string
  /** "tỉnh"; '' for a union without territory. */
  readonly level: string
}

const TERRITORIES = ['tỉnh', 'thành phố', 'quận', 'huyện', 'thị xã', 'phường', 'đặc khu', 'xã'] as const

/** Abbreviations offices type, in the order they must be undone. A document prints the full name. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^LĐLĐ(?=\s)/iu, 'Liên đoàn Lao động'],
  [/^CĐ(?=\s)/u, 'Công đoàn'],
  [/(?<=\s)(?:TP\.?)(?=\s)/iu, 'thành phố'],
  [/(?<=\s)TX\.?(?=\s)/iu, 'thị xã'],
  [/(?<=\s)KCN(?=\s|$)/u, 'khu công nghiệp'],
  [/(?<=\s)KKT(?=\s|$)/u, 'khu kinh tế'],
]

/** "LĐLĐ TP Hạ Long" → "Liên đoàn Lao động thành phố Hạ Long"; full names are left as they are. */
export function fullOrganisationName(name: string): string {
  const plain = ABBREVIATIONS.reduce((text, [short, full]) => text.replace(short, full), normalizeText(name))
  // "Tỉnh", "Thành phố" inside a name are written small unless they begin it.
  return TERRITORIES.reduce((text, level) => text.replace(new RegExp(`(?<=\\s)${level}(?=\\s)`, 'iu'), level), plain)
}

/** Words for a unit from its name; kinds of units are not assumed, only read from what they are called. */
export function describeScope(name: string): ScopeWords {
  const organisation = fullOrganisationName(name)
  const folded = foldText(organisation)
  const level = TERRITORIES.find((word) => folded.includes(` ${foldText(word)} `))
  const federation = folded.startsWith('lien doan lao dong') ? 'LĐLĐ' : 'Công đoàn'
  if (level !== undefined) {
    const at = organisation.toLocaleLowerCase('vi').indexOf(` ${level} `)
    const territory = organisation.slice(at + 1)
    return {
      organisation,
      short: `${federation} ${level}`,
      whole: `toàn ${level}`,
      within: `trên địa bàn ${territory}`,
      territory,
      level,
    }
  }
  if (folded.startsWith('cong doan nganh')) {
    return {
      organisation,
      short: 'Công đoàn ngành',
      whole: 'toàn ngành',
      within: 'trong ngành',
      territory: '',
      level: '',
    }
  }
  return {
    organisation,
    short: organisation,
    whole: 'các công đoàn cơ sở trực thuộc',
    within: 'trong phạm vi quản lý',
    territory: '',
    level: '',
  }
}

/** The Party committee of the same level: "Tỉnh ủy Hải An", "Quận ủy Hà Đông". */
export function partyCommitteeOf(name: string, provincial: string): string {
  const { territory, level } = describeScope(name)
  const proper = territory.slice(level.length).trim()
  const committee: Readonly<Record<string, string>> = {
    tỉnh: provincial,
    'thành phố': 'Thành ủy',
    quận: 'Quận ủy',
    huyện: 'Huyện ủy',
    'thị xã': 'Thị ủy',
    phường: 'Đảng ủy phường',
    xã: 'Đảng ủy xã',
    'đặc khu': 'Đảng ủy đặc khu',
  }
  const found = committee[level]
  return found === undefined ? 'cấp ủy cùng cấp' : `${found} ${proper}`
}

/**
 * The name of an office as running text prints it, from the capitals of a letterhead:
 * "LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI" → "Liên đoàn Lao động thành phố Hà Nội".
 */
export function properCaseOrganisation(capitals: string): string {
  const words = normalizeText(capitals)
    .toLocaleLowerCase('vi')
    .split(' ')
    .map((word) => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1))
  const titled = words.join(' ').replace(/^Lđlđ\b/u, 'LĐLĐ')
  const organised = FIXED.reduce((text, [from, to]) => text.replace(from, to), titled)
  return fullOrganisationName(organised)
}

const FIXED: readonly (readonly [RegExp, string])[] = [
  [/Liên Đoàn Lao Động/u, 'Liên đoàn Lao động'],
  [/Công Đoàn Ngành/u, 'Công đoàn ngành'],
  [/Công Đoàn/u, 'Công đoàn'],
  [/Ủy Ban Mttq|Uỷ Ban Mttq/u, 'Ủy ban MTTQ'],
  [/Thành Phố/u, 'thành phố'],
  [/Thị Xã/u, 'thị xã'],
  [/Đặc Khu/u, 'đặc khu'],
]
