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
  /** "tỉnh Hải An", for a sector's union the place it bears in its name; '' where it bears none. */
  readonly territory: string
  /** "tỉnh"; '' where its name bears no place. */
  readonly level: string
  /** Who speaks for it between its congresses: a grassroots union has no standing committee of its own as a rule. */
  readonly body: 'Ban Thường vụ' | 'Ban Chấp hành'
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

/**
 * Words for a unit from its name; kinds of units are not assumed, only read from what they are called. A sector's union
 * or that of the industrial zones speaks of its sector, not of the province whose name it bears.
 */
export function describeScope(name: string): ScopeWords {
  const organisation = fullOrganisationName(name)
  const { territory, level } = territoryIn(organisation)
  const place: Place = { organisation, territory, level, body: 'Ban Thường vụ' }
  const folded = foldText(organisation)
  if (folded.startsWith('cong doan nganh')) {
    return { ...place, short: 'Công đoàn ngành', whole: 'toàn ngành', within: 'trong ngành' }
  }
  if (/^(cong doan co so|nghiep doan)(?= |$)/u.test(folded)) {
    return { ...place, short: organisation, whole: 'toàn đơn vị', within: 'trong đơn vị', body: 'Ban Chấp hành' }
  }
  const zones = /(?:các )?khu (?:công nghiệp|chế xuất|kinh tế|công nghệ cao)(?=[\s,]|$)/iu.exec(organisation)
  if (zones !== null) {
    const end = territory === '' ? organisation.length : organisation.length - territory.length
    const named = organisation.slice(zones.index, end).trim()
    return { ...place, short: shortOf(place), whole: MANAGED, within: `trong ${named}` }
  }
  if (level !== '' && /^(lien doan lao dong|cong doan|ban cong doan) (?!vien chuc)/u.test(folded) && isOfPlace(place)) {
    const federation = folded.startsWith('lien doan lao dong') ? 'LĐLĐ' : 'Công đoàn'
    return { ...place, short: `${federation} ${level}`, whole: `toàn ${level}`, within: `trên địa bàn ${territory}` }
  }
  return { ...place, short: shortOf(place), whole: MANAGED, within: 'trong phạm vi quản lý' }
}

/** Reads as the one who did something: "các công đoàn cơ sở trực thuộc kết nạp mới 151 đoàn viên". */
const MANAGED = 'các công đoàn cơ sở trực thuộc'

type Place = Pick<ScopeWords, 'organisation' | 'territory' | 'level' | 'body'>

/**
 * The first territory a name speaks of, to its end or to the next one: "thành phố Hạ Long" of "Liên đoàn Lao động
 * thành phố Hạ Long, tỉnh Quảng Ninh". "Công đoàn các xã, phường vùng cao" speaks of no one place.
 */
function territoryIn(organisation: string): Pick<Place, 'territory' | 'level'> {
  const none = { territory: '', level: '' }
  const [first, next] = [...organisation.matchAll(new RegExp(`(?<=\\s)(?:${TERRITORIES.join('|')})(?=\\s)`, 'gu'))].map(
    ({ 0: word, index }) => ({ word, at: index }),
  )
  if (first === undefined) return none
  const territory = organisation
    .slice(first.at, next?.at ?? organisation.length)
    .replace(/[\s,;(–-]+$/u, '')
    .trim()
  return properNameIn(territory, first.word) === '' ? none : { territory, level: first.word }
}

/** "Hạ Long" of "thành phố Hạ Long", "Nhạn Sơn" of "huyện đảo Nhạn Sơn"; '' where no proper name follows. */
export function properNameIn(territory: string, level: string): string {
  return /[\p{Lu}\p{N}].*$/u.exec(territory.slice(level.length))?.[0].trim() ?? ''
}

/** Its name is the territory and nothing else: "Công đoàn phường Hải Sơn", not "Công đoàn Y tế tỉnh Hải Sơn". */
function isOfPlace({ organisation, territory }: Place): boolean {
  const before = foldText(organisation.slice(0, organisation.indexOf(territory)))
  return before === 'lien doan lao dong' || before === 'cong doan' || before === 'ban cong doan'
}

/** "Công đoàn Viên chức tỉnh": all of it but the proper name of its place. */
function shortOf({ organisation, territory, level }: Place): string {
  if (territory === '') return organisation
  return `${organisation.slice(0, organisation.indexOf(territory))}${level}`
}

/** What a heading puts behind its noun: "toàn tỉnh", "của các công đoàn cơ sở trực thuộc". */
export function ofWhole(whole: string): string {
  return whole.startsWith('toàn ') ? whole : `của ${whole}`
}

/** The Party committee of the same level: "Tỉnh ủy Hải An", "Quận ủy Hà Đông". */
export function partyCommitteeOf(name: string, provincial: string): string {
  const { territory, level } = describeScope(name)
  const proper = properNameIn(territory, level)
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
