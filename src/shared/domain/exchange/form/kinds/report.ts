import { parseQualifier } from '../../../results/qualifier.ts'
import { formatDate } from '../../../text/format.ts'
import type { ContentRow, PackageContent } from '../../content.ts'
import type { FormRow, FormTable } from '../form-book.ts'
import { FORM_WORDS } from '../form-words.ts'
import {
  changedRow,
  filledTable,
  numberOf,
  textOf,
  type FormFacts,
  type FormKind,
  type FormIndicator,
} from '../form-kind.ts'

/** The period's report of one unit: a line an indicator, with its target and what it reported before. */
export const reportForm: FormKind = {
  answer: 'report',
  compose(content, facts) {
    const asOf = content.head.period?.to ?? content.head.notes['asOf'] ?? ''
    const basis = content.head.notes['basis'] ?? 'cumulative'
    const from =
      basis === 'cumulative' ? (facts.yearFrom ?? content.head.period?.from ?? '') : (content.head.period?.from ?? '')
    const report = reportRow(content, asOf, basis)
    return {
      title: `BIỂU BÁO CÁO KẾT QUẢ ${(facts.period?.name ?? `ĐẾN NGÀY ${formatDate(asOf)}`).toLocaleUpperCase('vi')}`,
      steps: [
        basis === 'cumulative'
          ? `Ở cột “Lũy kế đến ${formatDate(asOf)}”, ghi số cộng dồn từ ngày ${formatDate(from)} đến hết ngày ${formatDate(asOf)}.`
          : `Ở cột “Trong kỳ”, ghi số phát sinh từ ngày ${formatDate(from)} đến hết ngày ${formatDate(asOf)}.`,
        'Số chưa chính xác thì chọn thêm ở cột “Mức độ” (hơn, gần, khoảng). Không có kết quả thì ghi 0.',
      ],
      tables: [composeTable(content, facts, { asOf, basis, report })],
      memory: { asOf, basis, from, report: report?.id ?? '' },
    }
  },
  read({ content, memory }, filled, { idOf, day }) {
    const { asOf = '', basis = 'cumulative', from = '' } = memory
    const sentReport = reportRow(content, asOf, basis)
    const reportId = sentReport?.id ?? idOf('reports')
    const sent = new Map((content.tables['report_values'] ?? []).map((row) => [row.id, row]))
    const values: ContentRow[] = []
    for (const row of filledTable(filled, 'report')?.rows ?? []) {
      const known = row.id === null ? undefined : sent.get(row.id)
      const { value, word } = row.changes
      const told = { ...(value === undefined ? {} : { value }), ...(word === undefined ? {} : qualify(word)) }
      if (known !== undefined) {
        // A figure cannot be empty: clearing it takes it out of the report.
        if (value === null) values.push({ ...changedRow(known, {}), deleted: true })
        else values.push(changedRow(known, told))
        continue
      }
      const indicator = row.id?.startsWith(NEW) === true ? row.id.slice(NEW.length) : ''
      if (indicator === '' || typeof value !== 'number') continue
      values.push({
        id: idOf(`report_values ${indicator}`),
        title: indicator,
        cells: { report: reportId, indicator, value, ...qualify(word ?? null) },
      })
    }
    // A form nobody filled in is no report.
    if (values.length === 0) {
      const nothing = { table: 'reports', id: reportId, column: '', message: FORM_WORDS.nothingFilled }
      return { tables: {}, problems: [nothing] }
    }
    const cells = { unit: content.head.to.unit, from_date: from, as_of: asOf, basis }
    const report: ContentRow =
      sentReport === undefined
        ? { id: reportId, title: asOf, cells: { ...cells, status: 'received', received_on: day } }
        : changedRow(
            sentReport,
            // A draft only asked for the report: what comes back is counted from where the form said.
            sentReport.cells['status'] === 'draft' ? { status: 'received', from_date: from, received_on: day } : {},
          )
    return { tables: { reports: [report], report_values: values }, problems: [] }
  },
}

/** Marks a line whose figure the sender has no row for yet. */
const NEW = 'new:'

/** Offered in the list; a report may say others ("trên 7.000"). */
const USUAL_WORDS = ['hơn', 'gần', 'khoảng']

function qualify(word: string | number | null): Record<'qualifier' | 'qualifier_word', string | null> {
  const read = word === null ? null : parseQualifier(String(word))
  return { qualifier: read?.qualifier ?? null, qualifier_word: read?.word ?? null }
}

function reportRow(content: PackageContent, asOf: string, basis: string): ContentRow | undefined {
  return (content.tables['reports'] ?? []).find(
    ({ cells }) => cells['as_of'] === asOf && (cells['basis'] ?? 'cumulative') === basis,
  )
}

interface About {
  readonly asOf: string
  readonly basis: string
  readonly report: ContentRow | undefined
}

function composeTable(content: PackageContent, facts: FormFacts, { asOf, basis, report }: About): FormTable {
  const values = (content.tables['report_values'] ?? []).filter(
    ({ cells }) => report === undefined || cells['report'] === report.id,
  )
  const byIndicator = new Map(values.map((row) => [textOf(row.cells, 'indicator'), row]))
  const asked = facts.indicators.filter(({ code, isAsked }) => isAsked || byIndicator.has(code))
  const isWhole = asked.every((indicator) => indicator.isWhole)
  const earlierDays = [...new Set(Object.values(facts.earlier).map((one) => one.asOf))]
  const earlier = earlierDays.length === 1 ? `Lũy kế đến ${formatDate(earlierDays[0] ?? '')}` : 'Lũy kế kỳ trước'
  return {
    key: 'report',
    sheet: 'Báo cáo',
    title: `KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU ${basis === 'cumulative' ? 'ĐẾN NGÀY' : 'KỲ ĐẾN NGÀY'} ${formatDate(asOf)}`,
    notes: [content.head.to.name, 'Chỉ nhập vào các ô nền vàng'],
    columns: [
      { key: 'tt', title: 'TT', kind: 'count', isOpen: false, width: 5 },
      { key: 'indicator', title: 'Mã chỉ tiêu', also: ['Mã'], kind: 'text', isOpen: false, width: 16 },
      { key: 'name', title: 'Chỉ tiêu', also: ['Tên chỉ tiêu', 'Nội dung'], kind: 'text', isOpen: false, width: 44 },
      { key: 'label', title: 'Đơn vị tính', also: ['ĐVT'], kind: 'text', isOpen: false, width: 9 },
      {
        key: 'target',
        title: 'Chỉ tiêu năm',
        also: ['Kế hoạch năm', 'CT giao'],
        kind: 'number',
        isOpen: false,
        least: null,
        width: 12,
      },
      {
        key: 'earlier',
        title: earlier,
        also: ['Lũy kế kỳ trước'],
        kind: 'number',
        isOpen: false,
        least: null,
        width: 14,
      },
      {
        key: 'value',
        title: basis === 'cumulative' ? `Lũy kế đến ${formatDate(asOf)}` : 'Trong kỳ',
        also: ['Lũy kế', 'Lũy kế kỳ này', 'Kết quả', 'Thực hiện'],
        kind: isWhole ? 'count' : 'number',
        isOpen: true,
        wordKey: 'word',
        least: asked.some(({ mayBeNegative }) => mayBeNegative) ? null : 0,
        width: 15,
      },
      {
        key: 'word',
        title: 'Mức độ',
        kind: 'choice',
        isOpen: true,
        choices: USUAL_WORDS.map((word) => ({ value: word, label: word })),
        width: 10,
      },
    ],
    rows: asked.map((indicator, index) => composeRow(indicator, index, byIndicator.get(indicator.code), facts)),
    spareRows: 0,
    isDeletable: false,
    knownBy: ['indicator', 'name'],
  }
}

function composeRow(
  { code, name, unitLabel }: FormIndicator,
  index: number,
  row: ContentRow | undefined,
  facts: FormFacts,
): FormRow {
  return {
    id: row?.id ?? `${NEW}${code}`,
    cells: {
      tt: index + 1,
      indicator: code,
      name,
      label: unitLabel,
      target: facts.targets[code] ?? null,
      earlier: facts.earlier[code]?.value ?? null,
      value: row === undefined ? null : numberOf(row.cells, 'value'),
      word: row === undefined ? null : textOf(row.cells, 'qualifier_word') || null,
    },
  }
}
