import type {
  ApplyOutcome,
  CellChange,
  PackagePreview,
  PackageRow,
  RoundRow,
  SenderKey,
} from '#shared/contract/exchange-rows.ts'
import { KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { localTime } from './history.ts'

const LINES_SHOWN = 40

/** Words of the commands of the file exchange. */
export const EXCHANGE_TEXT = {
  packageColumns: ['Lúc', 'Chiều', 'Loại', 'Số', 'Đơn vị', 'Kỳ', 'Tình trạng', 'Dòng', 'Còn hỏi', 'Tệp', 'Mã'],
  keyColumns: ['Đơn vị', 'Tên', 'Chữ ký', 'Tình trạng', 'Gặp lần đầu', 'Máy'],
  clashColumns: ['Bảng', 'Dòng', 'Mục', 'Trước', 'Nơi gửi', 'Ở đây', 'Ai quyết định', 'Mã'],
  roundColumns: ['Đơn vị', 'Chỉ tiêu', 'Nơi giao', 'Dự thảo', 'Ý kiến', 'Đề nghị', 'Ghi chú', 'Ban hành'],
  directions: { in: 'nhận', out: 'gửi' },
  states: { made: 'đã lập', applied: 'đã nhận', undone: 'đã hoàn tác', waiting: 'đang chờ' },
  keyStates: { seen: 'chưa đối chiếu', verified: 'đã đối chiếu' },
  what: { take: 'nhận', create: 'thêm', delete: 'xóa', clash: 'HAI BÊN CÙNG SỬA', keep: 'không nhận' },
  empty: '(trống)',
  we: 'đơn vị này',
  they: 'nơi gửi',
  none: 'Chưa có tệp trao đổi nào.',
  noKeys: 'Chưa nhận tệp của nơi nào.',
  noClashes: 'Không còn chỗ nào cần quyết định.',
} as const

export function tellPreview(preview: PackagePreview): string {
  const { from, to, sequence, trust, gaps, changes, changeCount, problems, missing, answers } = preview
  const title = KIND_RULES[preview.kind].title
  const shown = changes.slice(0, LINES_SHOWN).map(tellChange)
  return [
    `${title}${sequence > 0 ? ` số ${sequence}` : ''}, ${from.name} gửi ${to.name}, lập ${localTime(preview.madeAt)}${preview.madeBy === '' ? '' : ` (${preview.madeBy})`}`,
    ...(answers === null ? [] : [`Trả lời: ${KIND_RULES[answers.kind].title} số ${answers.sequence}`]),
    ...tellTrust(trust),
    ...(preview.appliedAt === null ? [] : [`Tệp này đã nhận lúc ${localTime(preview.appliedAt)}.`]),
    ...gaps.map((gap) => `Còn phải chờ: ${gap.sentence}`),
    tellCounts(preview),
    ...shown,
    ...(changeCount > shown.length ? [`… và ${formatNumber(changeCount - shown.length)} chỗ khác`] : []),
    ...missing.slice(0, LINES_SHOWN).map((row) => `Không còn trong biểu, giữ nguyên: ${row.title}`),
    ...problems
      .slice(0, LINES_SHOWN)
      .map(({ place, message }) => `Lưu ý${place === null ? '' : ` (ô ${place})`}: ${message}`),
    'Chưa có gì thay đổi.',
  ].join('\n')
}

export function tellCounts(
  counts: Pick<ApplyOutcome, 'created' | 'updated' | 'deleted' | 'unchanged' | 'clashes'>,
): string {
  const { created, updated, deleted, unchanged, clashes } = counts
  return `Thêm ${formatNumber(created)}, sửa ${formatNumber(updated)}, xóa ${formatNumber(deleted)}, giữ nguyên ${formatNumber(unchanged)} dòng; hai bên cùng sửa ${formatNumber(clashes)} chỗ.`
}

function tellChange(change: CellChange): string {
  const { what, tableTitle, rowTitle, columnTitle, old, theirs, ours, theirsBy, theirsAt } = change
  const head = `  [${EXCHANGE_TEXT.what[what]}] ${tableTitle} ${rowTitle}`
  if (change.column === '') return head
  const text = (value: string | null): string => value ?? EXCHANGE_TEXT.empty
  const hand =
    theirsBy === null || theirsBy === '' ? '' : ` – ${theirsBy}${theirsAt === null ? '' : `, ${localTime(theirsAt)}`}`
  return what === 'take'
    ? `${head}, ${columnTitle}: ${text(ours)} → ${text(theirs)}${hand}`
    : `${head}, ${columnTitle}: trước ${text(old)}, nơi gửi ${text(theirs)}${hand}, ở đây ${text(ours)}`
}

function tellTrust({ state, fingerprint, knownFingerprint }: PackagePreview['trust']): string[] {
  switch (state) {
    case 'new':
      return [`Lần đầu nhận tệp của máy này. Hãy gọi điện cho nơi gửi và đọc đối chiếu chữ ký: ${fingerprint ?? ''}`]
    case 'seen':
      return [`Chữ ký như các lần trước, chưa đối chiếu: ${fingerprint ?? ''}`]
    case 'changed':
      return [`CẢNH BÁO: chữ ký đã đổi, từ ${knownFingerprint ?? ''} sang ${fingerprint ?? ''}`]
    case 'unsigned':
      return ['Biểu Excel không có chữ ký.']
    case 'verified':
      return []
  }
}

export function tellOutcome(outcome: ApplyOutcome): string {
  const { file, status, appliedAt, gaps, error, trust, open, problems, missing } = outcome
  switch (status) {
    case 'refused':
      return `${file}: KHÔNG NHẬN. ${error?.message ?? ''}`
    case 'waiting':
      return `${file}: ĐANG CHỜ. ${gaps.map((gap) => gap.sentence).join(' ')}`
    case 'again':
      return `${file}: đã nhận trước đây lúc ${appliedAt === null ? '' : localTime(appliedAt)}, không có gì thay đổi.`
    case 'applied':
      return [
        `${file}: ${tellCounts(outcome)}`,
        ...(trust?.state === 'new' ? tellTrust(trust).map((line) => `  ${line}`) : []),
        ...(open > 0 ? [`  Còn ${formatNumber(open)} chỗ chờ quyết định.`] : []),
        ...(missing > 0 ? [`  ${formatNumber(missing)} dòng không còn trong biểu, giữ nguyên.`] : []),
        ...problems.slice(0, LINES_SHOWN).map(({ message }) => `  Lưu ý: ${message}`),
      ].join('\n')
  }
}

export function packageCells(row: PackageRow): string[] {
  const other = row.direction === 'in' ? row.from : row.to
  return [
    localTime(row.at),
    EXCHANGE_TEXT.directions[row.direction],
    KIND_RULES[row.kind].title,
    row.sequence === 0 ? '' : String(row.sequence),
    other.name,
    row.period === null ? (row.plan ?? '') : `${formatDate(row.period.from)} – ${formatDate(row.period.to)}`,
    EXCHANGE_TEXT.states[row.state],
    formatNumber(row.rows),
    row.open === 0 ? '' : formatNumber(row.open),
    row.file,
    row.id,
  ]
}

export function keyCells(key: SenderKey): string[] {
  const refused = key.refused === null ? '' : `; đã từ chối ${key.refused}`
  return [
    key.unit,
    key.unitName,
    key.fingerprint,
    `${EXCHANGE_TEXT.keyStates[key.state]}${refused}`,
    localTime(key.firstSeen),
    key.site,
  ]
}

export function roundCells(row: RoundRow): string[] {
  const number = (value: number | null): string => (value === null ? '' : formatNumber(value))
  return [
    row.unitName,
    row.indicatorName,
    row.assigner,
    number(row.draft),
    row.agreed === null ? '' : row.agreed ? 'thống nhất' : 'có ý kiến',
    number(row.proposed),
    row.note ?? '',
    number(row.issued),
  ]
}
