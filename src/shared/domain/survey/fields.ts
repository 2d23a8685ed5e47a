import { foldText } from '../text/fold.ts'
import type { PlaceLevel } from './places.ts'

/** What a column of a survey can say of an enterprise. Columns of no such meaning are kept under their header. */
export const SURVEY_FIELDS = [
  'index',
  'name',
  'taxCode',
  'placeDistrict',
  'placeCommune',
  'placeZone',
  'placeUnit',
  'address',
  'industry',
  'legalForm',
  'legalFormMark',
  'workers',
  'men',
  'women',
  'insured',
  'hasUnion',
  'noUnion',
  'members',
  'phone',
  'foundedOn',
  'difficulty',
  'note',
] as const
export type SurveyField = (typeof SURVEY_FIELDS)[number]

export const PLACE_FIELDS: Readonly<Partial<Record<SurveyField, PlaceLevel | undefined>>> = {
  placeUnit: undefined,
  placeDistrict: 'district',
  placeCommune: 'commune',
  placeZone: 'zone',
}

/** A header's meaning; `weight` tells a sure wording ("Tên doanh nghiệp") from a bare one ("Đơn vị"). */
export interface FieldGuess {
  readonly field: SurveyField
  readonly weight: number
  /** Wording of the sub-column under "Loại hình" whose mark says the form. */
  readonly option?: string
}

const WORKERS = /\b(?:lao dong|ld|cnvcld|cnvc|cnvc ld|cnld|nld|cong nhan|cong nhan lao dong|cbcnv|cnv)\b/
const MEMBERS = /\b(?:doan vien|dvcd|dv|dv cd)\b/
const UNION = /\b(?:cong doan|cdcs|tccd|cd|cdcs)\b/
/** "Có/Chưa có", "Đã có hay chưa" ask whether there is one; "Chưa có" alone marks those that have none. */
const ASKED =
  /^(?:da )?(?:co|thanh lap)(?: cdcs| cong doan)?(?: hay| hoac)? (?:chua|khong)(?: co| thanh lap)?(?: cdcs| cong doan)?$/
const TOTAL_WORD = /^(?:tong|tong so|tong cong|ts|so luong|sl|so nguoi|chung)$/
const WOMEN = /\bnu\b/
const MEN = /^(?:trong do )?nam$/
/** Columns about something near: future, missing, foreign, part-time… They are kept, not counted. */
const SIDE_COUNT =
  /\b(?:chua|du kien|kha nang|nuoc ngoai|nguoi nuoc ngoai|thoi vu|hop dong|hdld|uu tu|tang|giam|ket nap|phat trien|nam truoc|dau ky|cuoi ky|thu nhap|(?<!so )luong|qua|duoi|khuyet tat|nghi viec|thoa uoc|tap the|can tuyen|tuyen dung|lien he|trinh do|quan ly|nu cong|(?:tu|tren) \d+|ten|ho ten)\b/
/** Units of measure under a header say nothing of their own. */
const UNIT_ONLY =
  /^(?:nguoi|lao dong nguoi|dvt|trieu dong|ty dong|dong|%|x|danh dau x|co khong|co hoac khong|ngay thang nam|dd mm yyyy)$/

/** Header words in the form rules look at: folded, signs made spaces, what stands in brackets kept apart. */
export function foldHeader(text: string): string {
  return foldText(text.replace(/\s*[([][^)\]]*[)\]]\s*$/u, (brackets, at: number) => (at === 0 ? brackets : '')))
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

/**
 * The meaning of a column from its header, top line first: ["Số lao động", "Trong đó nữ"] → women.
 * Null for a header we know no meaning of.
 */
export function guessField(parts: readonly string[]): FieldGuess | null {
  return guessFolded(parts, parts.map(foldHeader)) ?? guessFolded(parts, parts.map(foldWhole))
}

/** "Quy mô (lao động)": where the words before the brackets say nothing, those in them may. */
function foldWhole(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

function guessFolded(parts: readonly string[], lines: readonly string[]): FieldGuess | null {
  const whole = foldText(parts.join(' '))
  const folded = lines.filter((part) => part !== '' && !UNIT_ONLY.test(part))
  const leaf = folded.at(-1)
  if (leaf === undefined) return null
  const parent = folded.slice(0, -1).join(' ')
  return (
    guessIdentity(leaf, whole) ??
    guessForm(leaf, parent, parts) ??
    guessPlace(leaf) ??
    guessDate(leaf, parent) ??
    guessUnion(leaf, parent) ??
    guessCount(leaf, parent) ??
    guessRest(leaf, whole)
  )
}

function guessIdentity(leaf: string, whole: string): FieldGuess | null {
  if (/^(?:stt|tt|so tt|so thu tu|s tt|thu tu|no)$/.test(leaf)) return sure('index')
  if (
    /^(?:mst|msdn|ms thue|m s t|ma st)\b|\b(?:ma so thue|ma thue|ma so dn|ma so doanh nghiep|ma so nnt)\b|\bmst$/.test(
      leaf,
    )
  )
    return sure('taxCode')
  // Since 2010 the number of business registration is the MST.
  if (
    /^(?:ma|so|ma so|so gcn|so giay|so giay chung nhan) (?:dn|dkkd|dkdn|dang ky kinh doanh|dang ky doanh nghiep)$/.test(
      leaf,
    )
  )
    return { field: 'taxCode', weight: 1 }
  if (
    /^ten (?:viet tat|giao dich|tieng|nuoc ngoai|chu|giam doc|nguoi (?!nop|su dung)|lanh dao|dai dien|huyen|xa|phuong|khu|kcn|nganh)/.test(
      leaf,
    )
  )
    return null
  if (
    /^ten (?:don vi|doanh nghiep|dn|cong ty|cty|co quan|to chuc|cdcs|cong doan|co so|nnt|nguoi nop thue|nguoi su dung|hop tac xa|htx|day du|chi nhanh|ho kinh doanh|hkd|nha may|xi nghiep)/.test(
      leaf,
    )
  )
    return sure('name')
  if (
    /^(?:ten|ho ten|danh sach doanh nghiep|danh sach don vi|don vi tham gia(?: bhxh)?|doanh nghiep|dn|cong ty|ten goi|don vi su dung lao dong|don vi sdld|don vi doanh nghiep|doanh nghiep don vi|co quan don vi|co quan don vi doanh nghiep|nguoi nop thue)$/.test(
      leaf,
    )
  )
    return { field: 'name', weight: 2 }
  if (/^don vi$/.test(leaf)) return { field: 'name', weight: 1 }
  if (/\b(?:dien thoai|sdt|so dt|di dong)\b|^dt$/.test(leaf)) return sure('phone')
  return /\b(?:kho khan|vuong mac|ly do chua)\b/.test(whole) ? sure('difficulty') : null
}

function guessForm(leaf: string, parent: string, parts: readonly string[]): FieldGuess | null {
  const form = /\b(?:loai hinh|loai cong ty|loai dn|loai doanh nghiep|thanh phan kinh te|hinh thuc so huu)\b/
  if (form.test(parent)) return { field: 'legalFormMark', weight: 3, option: parts.at(-1) ?? '' }
  return form.test(leaf) && !/kinh doanh/.test(leaf) ? sure('legalForm') : null
}

function guessPlace(leaf: string): FieldGuess | null {
  if (
    /^(?:don vi|cong doan|cd|cap) (?:quan ly|cap tren|chu quan|truc thuoc)\b|^(?:truc thuoc|thuoc) (?:ldld|cong doan|don vi|cd)\b|^(?:ldld|truc thuoc|cap tren truc tiep|don vi cap tren)\b|^(?:cong doan|cd) (?:xa|phuong|huyen)\b/.test(
      leaf,
    )
  )
    return sure('placeUnit')
  if (
    /^(?:thuoc |ten |dia ban |cap |don vi |don vi hanh chinh )*(?:xa|phuong|xp)(?: (?:phuong|xa|thi tran|tt|dac khu|p|moi))*$/.test(
      leaf,
    )
  )
    return sure('placeCommune')
  if (
    /^(?:thuoc |ten |dia ban |cap |don vi |don vi hanh chinh )*(?:huyen|quan|thi xa|thanh pho|tp|tx|q|h)(?: (?:quan|huyen|thi xa|thi|thanh pho|thanh|tp|tx|thi tran|tx tp|cu|q|h))*$/.test(
      leaf,
    )
  )
    return sure('placeDistrict')
  if (/^(?:dia ban|don vi hanh chinh|khu vuc dia ban|dia ban hoat dong|noi hoat dong|dia phuong)$/.test(leaf))
    return { field: 'placeDistrict', weight: 2 }
  return /^(?:thuoc |trong |ten |cum )*(?:kcn|kkt|ccn|khu cong nghiep|khu kinh te|khu cn|cum cong nghiep|cum cn)\b/.test(
    leaf,
  )
    ? sure('placeZone')
    : null
}

function guessDate(leaf: string, parent: string): FieldGuess | null {
  const isDate =
    /\b(?:ngay|nam|thoi gian|thoi diem|ngay nam|ngay thang nam|ngay thang)\b.*\b(?:thanh lap|tl|hoat dong|bat dau|dang ky|dkkd|cap)\b|^(?:thanh lap(?: ngay| nam)?|ngay tl|nam tl)$/
  if (!isDate.test(leaf)) return null
  // "Ngày thành lập CĐCS" is the union's day, not the enterprise's.
  return UNION.test(leaf) || UNION.test(parent) || /\b(?:qd|quyet dinh|cap nhat|khao sat|mst|bhxh)\b/.test(leaf)
    ? null
    : sure('foundedOn')
}

function guessUnion(label: string, parent: string): FieldGuess | null {
  // "cơ sở" folds to a word for number, which would make a count of it.
  const leaf = label.replaceAll('cong doan co so', 'cong doan')
  const whole = `${parent} ${leaf}`.trim()
  if (MEMBERS.test(leaf)) return null
  if (
    /\bchua (?:co|thanh lap)\b/.test(leaf) &&
    !ASKED.test(leaf) &&
    UNION.test(whole) &&
    !/\b(?:so|ly do)\b/.test(leaf)
  )
    return sure('noUnion')
  if (
    /\b(?:da co|co|da thanh lap|thanh lap|da tl|tl|tinh trang|hien trang)(?: hay chua)?(?: to chuc)? (?:cdcs|cong doan|cd|tccd|to chuc cong doan)\b/.test(
      leaf,
    ) &&
    !/\b(?:ngay|nam|so|du kien|kha nang)\b/.test(leaf)
  )
    return sure('hasUnion')
  if (
    /^(?:to chuc )?(?:cdcs|cong doan|tccd|cd|cong doan co so)(?: co so)?(?: co khong| chua co| da co| co chua)?$/.test(
      leaf,
    )
  )
    return { field: 'hasUnion', weight: 2 }
  if (!UNION.test(parent)) return null
  if (/^(?:khong|chua|khong co|chua co|chua thanh lap)$/.test(leaf)) return sure('noUnion')
  return /^(?:co|da co|da thanh lap|tinh trang|hien trang)$/.test(leaf) || ASKED.test(leaf) ? sure('hasUnion') : null
}

function guessCount(leaf: string, parent: string): FieldGuess | null {
  const about = TOTAL_WORD.test(leaf) || WOMEN.test(leaf) || MEN.test(leaf) ? `${parent} ${leaf}` : leaf
  if (SIDE_COUNT.test(leaf) && !/^so lao dong (?:tham gia|dong)/.test(leaf)) return null
  if (/\b(?:bhxh|bao hiem xa hoi|dong bh|tham gia bh|bao hiem)\b/.test(leaf))
    return WOMEN.test(leaf) || /\b(?:no|ma|so tien|thang|ngay|so so|the)\b/.test(leaf) ? null : sure('insured')
  if (MEMBERS.test(about)) return WOMEN.test(leaf) || MEN.test(leaf) ? null : sure('members')
  if (/\b(?:bhxh|bao hiem)\b/.test(parent)) return null
  if (WOMEN.test(leaf)) return UNION.test(about) ? null : { field: 'women', weight: WORKERS.test(about) ? 3 : 2 }
  if (MEN.test(leaf)) return WORKERS.test(about) ? sure('men') : null
  if (!WORKERS.test(about)) return null
  return /^(?:tong )?(?:so )?(?:lao dong|ld|cnvcld|cnld|nld|nguoi lao dong)/.test(leaf) || TOTAL_WORD.test(leaf)
    ? sure('workers')
    : { field: 'workers', weight: 2 }
}

function guessRest(leaf: string, whole: string): FieldGuess | null {
  if (
    /\b(?:dia chi|dia diem|tru so|noi dong)\b|^d c$/.test(leaf) &&
    !/\b(?:email|thu dien tu|web|website)\b/.test(leaf)
  )
    return sure('address')
  if (/\b(?:nganh|linh vuc|sxkd|nganh nghe|hoat dong chinh|loai hinh kinh doanh)\b/.test(leaf)) return sure('industry')
  return /\b(?:ghi chu|chu thich|luu y)\b|^gc$/.test(whole) ? sure('note') : null
}

function sure(field: SurveyField): FieldGuess {
  return { field, weight: 3 }
}
