import type { SearchKind } from '#shared/contract/search.ts'

const KINDS: Readonly<Record<SearchKind, string>> = {
  unit: 'Đơn vị',
  enterprise: 'Doanh nghiệp',
  union: 'CĐCS',
  person: 'Cán bộ',
  plan: 'Kế hoạch',
  indicator: 'Chỉ tiêu',
  document: 'Văn bản',
}

/** Words of the command search. */
export const SEARCH_TEXT = {
  columns: ['Loại', 'Mã', 'Tên', 'Thuộc'],
  kinds: KINDS,
  /** What `--kind` takes beside the kind's own name. */
  kindWords: {
    unit: ['đơn vị'],
    enterprise: ['doanh nghiệp', 'dn'],
    union: ['cđcs', 'công đoàn cơ sở'],
    person: ['cán bộ', 'người'],
    plan: ['kế hoạch'],
    indicator: ['chỉ tiêu'],
    document: ['văn bản'],
  } satisfies Readonly<Record<SearchKind, readonly string[]>>,
} as const
