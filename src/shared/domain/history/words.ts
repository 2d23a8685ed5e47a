import { BOARD_WORDS } from './words-board.ts'
import { CAMPAIGN_WORDS } from './words-campaigns.ts'
import { DRAFT_WORDS } from './words-drafts.ts'
import { ENTERPRISE_WORDS } from './words-enterprises.ts'
import { EXCHANGE_WORDS } from './words-exchange.ts'
import { ORGANISATION_WORDS } from './words-organisation.ts'
import { STEERING_WORDS } from './words-steering.ts'
import { REPORT_WORDS } from './words-reports.ts'
import { TARGET_WORDS } from './words-targets.ts'

/** How a clerk calls a column, and what its stored values mean. */
export interface ColumnWords {
  readonly title: string
  /** Words for stored codes: `merge` is "sáp nhập". */
  readonly values?: Readonly<Record<string, string>>
  /** 0 and 1. */
  readonly yesNo?: true
}

export interface TableWords {
  /** One row of it, within a sentence: "doanh nghiệp". */
  readonly one: string
  /** Columns that together name a row. */
  readonly name: readonly string[]
  /** Null: shown to nobody, as are the columns of UNSEEN_COLUMNS. */
  readonly columns: Readonly<Record<string, string | ColumnWords | null>>
  /** Tables whose rows belong to a row of this one, by the column that says to which: their history is its too. */
  readonly parts?: readonly (readonly [table: string, column: string])[]
}

/** Words for the history of rows. A test holds that every table and column of a data file is here or is left out on purpose. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  ...BOARD_WORDS,
  ...CAMPAIGN_WORDS,
  ...DRAFT_WORDS,
  ...ORGANISATION_WORDS,
  ...STEERING_WORDS,
  ...ENTERPRISE_WORDS,
  ...EXCHANGE_WORDS,
  ...TARGET_WORDS,
  ...REPORT_WORDS,
}

/** Columns nobody needs to see: what they say follows from others, or is for the program alone. */
export const UNSEEN_COLUMNS: ReadonlySet<string> = new Set([
  'id',
  'name_folded',
  'alias_folded',
  'sort_key',
  'match_key',
  'file_hash',
  'sha256',
  'snapshot',
  'record',
  'qualifier',
])

export function columnWords(table: string, column: string): ColumnWords | null {
  const words = Object.hasOwn(TABLE_WORDS, table) ? TABLE_WORDS[table]?.columns[column] : undefined
  if (words === undefined || words === null) return null
  return typeof words === 'string' ? { title: words } : words
}

/** A kept change, as a sentence to the clerk. */
export const KEPT_WORDS = {
  'changed-later': 'đã được sửa sau việc này nên giữ nguyên',
  'row-gone': 'dòng không còn nên không có gì để trả lại',
  'in-use': 'đang có số liệu khác gắn với dòng này nên giữ nguyên',
  issued: 'thuộc kế hoạch đã ban hành nên giữ nguyên; hãy lập quyết định điều chỉnh',
  closed: 'thuộc kỳ báo cáo đã khóa nên giữ nguyên; hãy điều chỉnh có lý do hoặc mở lại kỳ',
} as const

/** Why a step cannot be undone, and how it is put right instead. */
export const FIXED_WORDS = {
  file: 'Việc lập, nâng cấp hoặc khôi phục tệp dữ liệu không hoàn tác được. Hãy mở bản sao lưu nếu cần trở lại như trước.',
  document: 'Văn bản đã lập không hoàn tác được. Hãy lập lại văn bản từ số liệu đúng, hoặc ban hành văn bản thay thế.',
  package: 'Tệp đã gửi hoặc đã nhận không hoàn tác được. Hãy sửa số liệu rồi gửi lại tệp mới.',
  issue: 'Việc ban hành không hoàn tác được. Hãy lập quyết định điều chỉnh chỉ tiêu.',
} as const
