import { foldText } from '../text/fold.ts'

/** One of a fixed list: its code in data and on the command line, its words, and what lists also call it. */
export interface FixedChoice {
  readonly code: string
  readonly label: string
  /** Folded. */
  readonly words: readonly string[]
}

/** Kind of place a row is (domain: trụ sở/chi nhánh/VPĐD/địa điểm). */
export const PLACE_KINDS: readonly FixedChoice[] = [
  { code: 'head', label: 'Trụ sở', words: ['tru so chinh', 'cong ty', 'cong ty me', 'hoi so'] },
  { code: 'branch', label: 'Chi nhánh', words: ['cn'] },
  { code: 'office', label: 'Văn phòng đại diện', words: ['vpdd', 'van phong dd', 'vp dai dien'] },
  { code: 'site', label: 'Địa điểm kinh doanh', words: ['dia diem', 'ddkd', 'nha may', 'xuong'] },
]

export const OPERATING_STATUSES: readonly FixedChoice[] = [
  {
    code: 'active',
    label: 'Đang hoạt động',
    words: ['hoat dong', 'dang hd', 'dang hoat dong sxkd', 'nnt dang hoat dong', 'binh thuong', 'con hoat dong'],
  },
  {
    code: 'suspended',
    label: 'Tạm ngừng',
    words: [
      'tam ngung hoat dong',
      'tam ngung kinh doanh',
      'ngung hoat dong',
      'tam nghi',
      'tam dung',
      'tam dung hoat dong',
    ],
  },
  {
    code: 'dissolving',
    label: 'Chờ giải thể',
    words: [
      'giai the',
      'cho giai the',
      'dang giai the',
      'lam thu tuc giai the',
      'da giai the',
      'pha san',
      'dong ma so thue',
    ],
  },
  {
    code: 'not_found',
    label: 'Không tìm thấy',
    words: [
      'khong hoat dong tai dia chi',
      'khong hoat dong tai dia chi da dang ky',
      'bo dia chi',
      'khong lien lac duoc',
      'bo tron',
    ],
  },
]

export const FEASIBILITIES: readonly FixedChoice[] = [
  { code: 'high', label: 'Cao', words: ['kha nang cao', 'tot', 'thuan loi', 'co kha nang'] },
  { code: 'medium', label: 'Trung bình', words: ['tb', 'vua', 'kha'] },
  { code: 'low', label: 'Thấp', words: ['it', 'kho', 'kem'] },
  { code: 'none', label: 'Không', words: ['khong co', 'khong co kha nang', 'chua co kha nang', 'ko'] },
]

/** How the MST reads; only ever a note beside the cell (semantics: a failed check is a warning). */
export const TAX_CHECKS: readonly FixedChoice[] = [
  { code: 'valid', label: 'Đúng', words: [] },
  { code: 'check_failed', label: 'Sai số kiểm tra', words: [] },
  { code: 'uncheckable', label: 'Không kiểm tra được', words: [] },
  { code: 'missing', label: 'Chưa có', words: [] },
]

/** The choice a text means: its code, its label or a word of its own, accents and case aside; null for none. */
export function matchFixedChoice(choices: readonly FixedChoice[], text: string): FixedChoice | null {
  const folded = foldText(text).replace(/[.,;]+$/, '')
  return (
    choices.find(({ code, label }) => code === folded || foldText(label) === folded) ??
    choices.find(({ words }) => words.includes(folded)) ??
    null
  )
}
