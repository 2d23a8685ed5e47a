import type { UndoPreview, UndoReport } from '#shared/contract/history.ts'
import { formatDatePadded, formatNumber } from '#shared/domain/text/format.ts'

/** Words of the commands history, undo, redo. */
export const HISTORY_TEXT = {
  stepColumns: ['Số', 'Lúc', 'Ai', 'Việc', 'Dòng', 'Tình trạng', 'Mã việc'],
  rowColumns: ['Lúc', 'Ai', 'Việc', 'Ở', 'Mục', 'Trước', 'Sau'],
  states: { done: '', undone: 'đã hoàn tác', fixed: 'không hoàn tác', reversal: '' },
} as const

const LINES_SHOWN = 30

/** The clock of this computer: 30/06/2024 10:32. */
export function localTime(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const pad = (value: number): string => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  return `${formatDatePadded(day)} ${pad(at.getHours())}:${pad(at.getMinutes())}`
}

export function tellReversal(words: string, { label, kept, keptCount }: UndoReport): string {
  return [`${words}: ${label}`, ...tellKept(kept, keptCount)].join('\n')
}

export function tellPreview({ steps, stepCount, kept, keptCount }: UndoPreview): string {
  const lines = steps.slice(0, LINES_SHOWN).map(({ label, rows }) => `  ${label} (${formatNumber(rows)} dòng)`)
  const rest = stepCount - lines.length
  return [
    `Sẽ hoàn tác ${formatNumber(stepCount)} việc:`,
    ...lines,
    ...(rest > 0 ? [`  … và ${formatNumber(rest)} việc khác`] : []),
    ...tellKept(kept, keptCount),
    'Chưa có gì thay đổi.',
  ].join('\n')
}

function tellKept(kept: UndoReport['kept'], keptCount: number): string[] {
  if (keptCount === 0) return []
  const lines = kept.slice(0, LINES_SHOWN).map(({ sentence }) => `  ${sentence}`)
  const rest = keptCount - lines.length
  return [
    `Giữ nguyên ${formatNumber(keptCount)} chỗ:`,
    ...lines,
    ...(rest > 0 ? [`  … và ${formatNumber(rest)} chỗ khác`] : []),
  ]
}
