import {
  allUnits,
  type DocumentFacts,
  findMeasure,
  type IndicatorFact,
  type Measure,
} from '#shared/domain/documents/facts.ts'
import { assignersOfUnits } from '#shared/domain/documents/sums.ts'
import type {
  Block,
  HeaderCell,
  Section,
  TableBlock,
  TableCell,
  TableColumn,
  TableRow,
} from '#shared/domain/documents/tree.ts'
import { formatCountInProse } from '#shared/domain/text/format.ts'
import { dataText, figure, type Inline, joinInline, line, reference, text } from '#shared/domain/wording/parts.ts'
import { periodLabel, untilDay } from '#shared/domain/wording/period.ts'
import { indicatorWords, shortNoun } from '#shared/domain/wording/indicator-words.ts'
import { sourceOf } from '#shared/domain/wording/results.ts'
import { type CellKind, numberCell, valueCell } from './cells.ts'
import { blankDate } from './office.ts'
import { isMain, roman, tellingOf } from './telling.ts'
import { annexLabel, splitColumns } from './annex-pages.ts'
import { ANNEX, PROGRESS } from './wording.ts'

/**
 * Results unit by unit: for every indicator with targets what was asked, done, the percent for each assigner
 * and the rank; behind them the usual results without targets. More columns than a page holds go into a
 * second annex with the same rows.
 */
export function progressAnnexSections(facts: DocumentFacts): Section[] {
  if (allUnits(facts).length === 0) return []
  const pages = splitColumns(columnGroups(facts), (group) => group.columns.length, MOST_COLUMNS)
  return pages.map((groups, index) => ({
    id: index === 0 ? 'phu-luc-ket-qua' : `phu-luc-ket-qua-${index + 1}`,
    orientation: 'landscape',
    blocks: [
      {
        kind: 'annex-title',
        label: annexLabel(index, pages.length),
        title: [PROGRESS.annexTitle(periodLabel(facts.plan))],
        reference: [
          ...line`(Số liệu ${untilDay(facts.asOf)}; kèm theo Báo cáo số`,
          { blank: 'number', width: 7 },
          dataText(`/BC-${facts.office.codeSuffix} `),
          ...blankDate(facts),
          ...line` của ${facts.scope.body} ${facts.scope.organisation})`,
        ],
      },
      progressTable(facts, groups),
      ...untargetedNote(facts, groups),
    ],
  }))
}

/** Columns of numbers a landscape page holds in readable size. */
const MOST_COLUMNS = 15

interface Column {
  readonly id: string
  readonly heading: Inline
  readonly kind: CellKind
  readonly indicator: IndicatorFact
  readonly assigner: string | null
}

interface ColumnGroup {
  readonly heading: Inline
  readonly columns: readonly Column[]
}

function progressTable(facts: DocumentFacts, groups: readonly ColumnGroup[]): TableBlock {
  const columns = groups.flatMap((group) => group.columns)
  return {
    kind: 'table',
    id: 'phu-luc-ket-qua',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'unit', align: 'left', grows: true },
      ...columns.map((column): TableColumn => ({ id: column.id, align: column.kind === 'rank' ? 'center' : 'right' })),
    ],
    header: header(groups),
    rows: rows(facts, columns),
  }
}

function header(groups: readonly ColumnGroup[]): HeaderCell[][] {
  const top: HeaderCell[] = [
    { text: line`TT`, rows: 2 },
    { text: line`Đơn vị`, rows: 2 },
  ]
  const below: HeaderCell[] = []
  for (const group of groups) {
    if (group.columns.length === 1) top.push({ text: group.heading, rows: 2 })
    else {
      top.push({ text: group.heading, columns: group.columns.length })
      below.push(...group.columns.map((column) => ({ text: column.heading })))
    }
  }
  // Without a group of several columns there is no second line to reach down to.
  return below.length === 0 ? [top.map(({ text: heading }) => ({ text: heading }))] : [top, below]
}

/** Results that stand in the annex of every report once units report them, with or without targets; in this order. */
const USUAL = ['DVUT_KN', 'DV_GIAM', 'DV_TANG_THUC', 'DV_TONG', 'CDCS_TONG'] as const

function columnGroups(facts: DocumentFacts): ColumnGroup[] {
  const main: ColumnGroup[] = []
  const parts: ColumnGroup[] = []
  for (const indicator of facts.indicators) {
    const assigners = assignersOfUnits(facts, indicator.code)
    if (assigners.length === 0) continue
    if (isMain(indicator)) main.push(targetedGroup(facts, indicator, ANNEX.indicator(indicator), assigners))
    // A "trong đó" target nobody reports on would be a column of dashes. Away from its parent it needs its full name.
    else if (isReportedByUnits(facts, indicator)) {
      parts.push(targetedGroup(facts, indicator, [dataText(indicator.shortName)], assigners))
    }
  }
  const plain = USUAL.flatMap((code): ColumnGroup[] => {
    const indicator = facts.indicators.find((candidate) => candidate.code === code)
    if (indicator === undefined || assignersOfUnits(facts, code).length > 0 || !isReportedByUnits(facts, indicator))
      return []
    const column: Column = { id: `result-${code}`, heading: [], kind: 'result', indicator, assigner: null }
    return [{ heading: ANNEX.indicator(indicator), columns: [column] }]
  })
  return [...main, ...plain, ...parts]
}

function targetedGroup(
  facts: DocumentFacts,
  indicator: IndicatorFact,
  heading: Inline,
  assigners: readonly string[],
): ColumnGroup {
  const telling = tellingOf(facts)
  const several = assigners.length > 1
  const whose = (assigner: string): Inline =>
    several ? [text(' ('), dataText(telling.assignerShortName(assigner)), text(')')] : []
  const column = (kind: CellKind, below: Inline, assigner: string): Column => ({
    id: `${kind}-${indicator.code}-${assigner}`,
    heading: below,
    kind,
    indicator,
    assigner,
  })
  const [first = ''] = assigners
  return {
    heading,
    columns: [
      ...assigners.map((assigner) => column('target', [text('CT'), ...whose(assigner)], assigner)),
      column('result', line`TH`, first),
      ...assigners.map((assigner) => column('percent', [text('%'), ...whose(assigner)], assigner)),
      column('rank', line`Xếp thứ`, first),
    ],
  }
}

function isReportedByUnits(facts: DocumentFacts, indicator: IndicatorFact): boolean {
  return allUnits(facts).some(({ measures }) =>
    measures.some((measure) => measure.indicator === indicator.code && measure.result !== null),
  )
}

function rows(facts: DocumentFacts, columns: readonly Column[]): TableRow[] {
  const telling = tellingOf(facts)
  const cells = (measures: readonly Measure[], ranked = false): TableCell[] =>
    columns.map((column) => ({
      // Kinds of units are not ranked against each other.
      text:
        column.kind === 'rank' && !ranked
          ? []
          : valueCell(pick(measures, column), column.kind, column.indicator, telling),
    }))
  const body = facts.groups.flatMap((group, order): TableRow[] => [
    {
      kind: 'group',
      cells: [
        { text: [reference(roman(order + 1), 'label')] },
        { text: [dataText(group.title)] },
        ...cells(group.measures),
      ],
    },
    ...group.units.map((unit, index): TableRow => ({
      kind: 'row',
      cells: [numberCell(index + 1), { text: [dataText(unit.unit.shortName)] }, ...cells(unit.measures, true)],
    })),
  ])
  return [
    ...body,
    { kind: 'total', cells: [{ text: [] }, { text: line`TỔNG CỘNG`, align: 'center' }, ...cells(facts.total)] },
  ]
}

/** TỔNG CỘNG leaves out who has no target, or its percent would be of something else; what they did is said here. */
function untargetedNote(facts: DocumentFacts, groups: readonly ColumnGroup[]): Block[] {
  const telling = tellingOf(facts)
  const shown = new Set(groups.flatMap((group) => group.columns.map((column) => column.indicator)))
  const phrases = [...shown].flatMap((indicator): Inline[] => {
    const apart = facts.total.find(
      (measure) =>
        measure.indicator === indicator.code && measure.assigner !== null && (measure.resultWithoutTarget ?? 0) !== 0,
    )
    if (apart === undefined || apart.resultWithoutTarget === null || indicator.kind === 'ratio') return []
    const value = figure(apart.resultWithoutTarget, formatCountInProse(apart.resultWithoutTarget), {
      ...sourceOf(apart, 'result', telling),
      assigner: apart.assigner,
      what: 'units without target',
    })
    return [[text(`${indicatorWords(indicator).did} `), value, text(` ${shortNoun(indicator)}`)]]
  })
  if (phrases.length === 0) return []
  const note = line`Ghi chú: Nhóm và TỔNG CỘNG tính trên các đơn vị được giao chỉ tiêu; ngoài ra các đơn vị không được giao chỉ tiêu đã `
  return [{ kind: 'paragraph', role: 'note', text: [...note, ...joinInline(phrases, '; ', '; '), text('.')] }]
}

/** The measure of the column's assigner; a result stands also where the unit got its target from another one. */
function pick(measures: readonly Measure[], column: Column): Measure | undefined {
  const same = findMeasure(measures, column.indicator.code, column.assigner)
  if (same !== undefined || column.kind !== 'result') return same
  return findMeasure(measures, column.indicator.code)
}
