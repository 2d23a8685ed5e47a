import { foldText } from '../text/fold.ts'

/**
 * Names of enterprises compared as people compare them: "Cty TNHH MTV An Phát", "CÔNG TY TNHH 1 THÀNH VIÊN AN
 * PHÁT" and "Công ty trách nhiệm hữu hạn một thành viên An Phát" are one name. Used where there is no MST.
 */

// Folded phrases and what stands for them in a key. Of several that begin alike the longest is taken.
const PHRASES: Readonly<Record<string, string>> = {
  'c ty': 'cong ty',
  cty: 'cong ty',
  congty: 'cong ty',
  'cong ti': 'cong ty',
  ctcp: 'cong ty cp',
  'ct tnhh': 'cong ty tnhh',
  'ct cp': 'cong ty cp',
  'ct co phan': 'cong ty cp',
  'trach nhiem huu han': 'tnhh',
  tnhhmtv: 'tnhh mtv',
  tnhh1tv: 'tnhh mtv',
  'mot thanh vien': 'mtv',
  '1 thanh vien': 'mtv',
  '01 thanh vien': 'mtv',
  'mot tv': 'mtv',
  '1 tv': 'mtv',
  '1tv': 'mtv',
  'hai thanh vien tro len': '2tv',
  'hai thanh vien': '2tv',
  '2 thanh vien tro len': '2tv',
  '2 thanh vien': '2tv',
  '2 tv': '2tv',
  'co phan': 'cp',
  'doanh nghiep tu nhan': 'dntn',
  'doanh nghiep tn': 'dntn',
  'dn tu nhan': 'dntn',
  'dn tn': 'dntn',
  'lien hiep hop tac xa': 'lhhtx',
  'lien hiep htx': 'lhhtx',
  'hop tac xa': 'htx',
  'hop danh': 'hd',
  'van phong dai dien': 'vpdd',
  'ho kinh doanh': 'hkd',
  'san xuat': 'sx',
  'thuong mai': 'tm',
  'dich vu': 'dv',
  'xay dung': 'xd',
  'xuat nhap khau': 'xnk',
  'dau tu': 'dt',
  'viet nam': 'vn',
  va: '',
  and: '',
}

type Phrase = { readonly words: readonly string[]; readonly key: string }
const BY_FIRST_WORD = new Map<string, readonly Phrase[]>()
for (const [phrase, key] of Object.entries(PHRASES)) {
  const words = phrase.split(' ')
  const first = words[0] ?? ''
  const all = [...(BY_FIRST_WORD.get(first) ?? []), { words, key }]
  BY_FIRST_WORD.set(
    first,
    all.toSorted((one, other) => other.words.length - one.words.length),
  )
}

const SIGNS = /[^\p{L}\p{N} ]+/gu

/** The key two spellings of one name share; '' only for a name without a letter or digit. */
export function nameKey(name: string): string {
  const words = foldText(name).replace(SIGNS, ' ').split(' ').filter(Boolean)
  const parts: string[] = []
  for (let at = dropUnion(words); at < words.length;) {
    const word = words[at] ?? ''
    const phrase = BY_FIRST_WORD.get(word)?.find(({ words: wanted }) =>
      wanted.every((one, offset) => words[at + offset] === one),
    )
    if (phrase === undefined) parts.push(word)
    // "Và" joins; a name that is nothing else keeps it.
    else if (phrase.key !== '' || words.length === 1) parts.push(phrase.key || word)
    at += phrase?.words.length ?? 1
  }
  if (parts[0] === 'cn') parts[0] = 'chi nhanh'
  // "TNHH MTV An Phát" leaves off what every company is.
  if (parts[0] === 'tnhh' || parts[0] === 'cp' || parts[0] === 'tnhh mtv') parts.unshift('cong ty')
  return parts.join(' ')
}

/** "CĐCS Công ty …", "Công đoàn Công ty …": the union of the enterprise, not another enterprise. */
function dropUnion(words: readonly string[]): number {
  const [first, second, third, fourth] = words
  if (first === 'cdcs' && second !== undefined) return 1
  if (first === 'cong' && second === 'doan' && third === 'co' && fourth === 'so') return words.length > 4 ? 4 : 0
  return (first === 'cong' || first === 'nghiep') && second === 'doan' && third !== undefined ? 2 : 0
}

/**
 * Code of the legal form a name states ("Công ty TNHH MTV …" → TNHH1TV), null when it states none. A branch is
 * a branch whatever its company is. A plain "TNHH" is the form of two members or more: one with a single member
 * carries MTV in its name.
 */
export function legalFormOfName(name: string): string | null {
  return legalFormOfKey(nameKey(name))
}

/** The same from a name's key. */
export function legalFormOfKey(key: string): string | null {
  if (/^(?:chi nhanh|vpdd|dia diem kinh doanh)\b/.test(key)) return 'CNVP'
  if (/\blhhtx\b|\bhtx\b|^qtdnd\b|^quy tin dung nhan dan\b/.test(key)) return 'HTX'
  if (/\btnhh mtv\b|\bcong ty mtv\b/.test(key)) return 'TNHH1TV'
  if (/\btnhh\b/.test(key)) return 'TNHH2TV'
  if (/^(?:tong )?cong ty cp\b|\bcp$|^ngan hang (?:tmcp|tm cp)\b|^cong ty .*\bcp\b/.test(key)) return 'CTCP'
  if (/^dntn\b|^doanh nghiep tu nhan\b/.test(key)) return 'DNTN'
  if (/^cong ty (?:luat )?hd\b/.test(key)) return 'CTHD'
  if (/^hkd\b|^ho kd\b|^co so (?:kinh doanh|sx)\b/.test(key)) return 'HKD'
  return null
}

/**
 * What a "Loại hình" cell or sub-column says, as a code of the legal forms; null when it is none we know.
 * The columns of the CĐCS list say only whose capital it is: "Nhà nước", "Trong nước", "Ngoài nước".
 */
export function legalFormOfText(text: string): string | null {
  const key = nameKey(text)
  if (
    /100 von nuoc ngoai|^(?:dn )?(?:fdi|von nuoc ngoai|nuoc ngoai|ngoai nuoc|co von (?:dau tu|dt) nuoc ngoai)|\bfdi\b|dt nuoc ngoai/.test(
      key,
    )
  )
    return 'FDI100'
  if (/lien doanh/.test(key)) return 'FDILD'
  if (/^(?:dnnn|doanh nghiep nha nuoc|nha nuoc|100 von nha nuoc|von nha nuoc)\b/.test(key)) return 'DNNN'
  if (/von nha nuoc/.test(key) && /\bcp\b/.test(key)) return 'CTCP_VNN'
  if (/ngoai cong lap/.test(key)) return 'SNNCL'
  if (/su nghiep/.test(key)) return 'SNCL_TC'
  if (/^(?:cp|cong ty cp)\b/.test(key)) return 'CTCP'
  return legalFormOfKey(key)
}
