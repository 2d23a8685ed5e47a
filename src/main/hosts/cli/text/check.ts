import { writeTable } from './table.ts'

export const checkText = {
  columns: ['Mức', 'Quy tắc', 'Đang là', 'Phải là', 'Chỗ'],
  severity: { error: 'Sai', warning: 'Xem lại' },
  clean: (rules: string): string => `Văn bản đúng thể thức (${rules}).`,
} as const

/** Where a file departs from its rules, a line each. */
export function findingTable(
  findings: readonly {
    readonly severity: keyof typeof checkText.severity
    readonly title: string
    readonly found: string
    readonly expected: string
    readonly where: string
  }[],
): string {
  return writeTable(
    checkText.columns,
    findings.map(({ severity, title, found, expected, where }) => [
      checkText.severity[severity],
      title,
      found,
      expected,
      where,
    ]),
  )
}
