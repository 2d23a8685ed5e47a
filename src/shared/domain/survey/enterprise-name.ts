import { foldText } from '../text/fold.ts'

/**
 * Names of enterprises compared as people compare them: "Cty TNHH MTV An Phát", "CÔNG TY TNHH 1 THÀNH VIÊN AN
 * PHÁT" and "Công ty trách nhiệm hữu hạn một thành viên An Phát" are one name. Used where there is no MST.
 */

// Each rule works on folded text with signs made spaces. Longer forms stand before what they contain.
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^(?:cdcs|cong doan co so|cong doan|nghiep doan)\s+(?=\S)/, ''],
  [/\b(?:c ty|cty|cong ti|congty)\b/g, 'cong ty'],
  [/\bctcp\b/g, 'cong ty cp'],
  [/\bct(?= (?:tnhh|cp|co phan)\b)/g, 'cong ty'],
  [/\btrach nhiem huu han\b/g, 'tnhh'],
  [/\b(?:cong ty )?tnhh\s?(?:mtv|1tv|1 tv|mot tv|mot thanh vien|1 thanh vien|01 thanh vien)\b/g, 'cong ty tnhh mtv'],
  [/\b(?:mot|1|01) thanh vien\b/g, 'mtv'],
  [/\b(?:hai|2|02) (?:thanh vien|tv)(?: tro len)?\b/g, '2tv'],
  [/\bco phan\b/g, 'cp'],
  [/\b(?:doanh nghiep tu nhan|doanh nghiep tn|dn tu nhan|dn tn)\b/g, 'dntn'],
  [/\blien hiep (?:hop tac xa|htx)\b/g, 'lhhtx'],
  [/\bhop tac xa\b/g, 'htx'],
  [/\bhop danh\b/g, 'hd'],
  [/\bvan phong dai dien\b/g, 'vpdd'],
  [/^(?:cn)\b/, 'chi nhanh'],
  [/\bho kinh doanh\b/g, 'hkd'],
  [/\bsan xuat\b/g, 'sx'],
  [/\bthuong mai\b/g, 'tm'],
  [/\bdich vu\b/g, 'dv'],
  [/\bxay dung\b/g, 'xd'],
  [/\bxuat nhap khau\b/g, 'xnk'],
  [/\bdau tu\b/g, 'dt'],
  [/\bviet nam\b/g, 'vn'],
  [/ (?:va|and) /g, ' '],
]

/** The key two spellings of one name share; '' only for a name without a letter or digit. */
export function nameKey(name: string): string {
  let key = foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  for (const [pattern, replacement] of RULES) key = key.replace(pattern, replacement)
  return key.replace(/\s+/g, ' ').trim()
}

/**
 * Code of the legal form a name states ("Công ty TNHH MTV …" → TNHH1TV), null when it states none. A branch is
 * a branch whatever its company is. A plain "TNHH" is the form of two members or more: one with a single member
 * carries MTV in its name.
 */
export function legalFormOfName(name: string): string | null {
  const key = nameKey(name)
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
  return legalFormOfName(text)
}
