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
import { ANNEX, PROGRESS } from './wording.ts'

/**
 * Results unit by unit: for every indicator with targets what was asked, done, the percent for each assigner
 * and the rank; results without targets (losses, net, stock) as single columns behind.
 */
export function progressAnnexSection(facts: DocumentFacts): Section {
  return {
    id: 'phu-luc-ket-qua',
    orientation: 'landscape',
    blocks: [
      {
        kind: 'annex-title',
        label: ANNEX.label,
        title: [PROGRESS.annexTitle(periodLabel(facts.plan))],
        reference: [
          ...line`(Số liệu ${untilDay(facts.asOf)}; kèm theo Báo cáo số`,
          { blank: 'number', width: 7 },
          dataText(`/BC-${facts.office.codeSuffix} `),
          ...blankDate(facts),
          ...line` của Ban Thường vụ ${facts.scope.organisation})`,
        ],
      },
      progressTable(facts),
      ...untargetedNote(facts),
    ],
  }
}

export function hasProgressAnnex(facts: DocumentFacts): boolean {
  return allUnits(facts).length > 0 && columnGroups(facts).length > 0
}

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

function progressTable(facts: DocumentFacts): TableBlock {
  const groups = columnGroups(facts)
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

function columnGroups(facts: DocumentFacts): ColumnGroup[] {
  const targeted: ColumnGroup[] = []
  const plain: ColumnGroup[] = []
  for (const indicator of facts.indicators.filter(isMain)) {
    const assigners = assignersOfUnits(facts, indicator.code)
    if (assigners.length > 0) targeted.push(targetedGroup(facts, indicator, assigners))
    else if (isReportedByUnits(facts, indicator)) {
      plain.push({
        heading: ANNEX.indicator(indicator),
        columns: [{ id: `result-${indicator.code}`, heading: [], kind: 'result', indicator, assigner: null }],
      })
    }
  }
  return [...targeted, ...plain]
}

function targetedGroup(facts: DocumentFacts, indicator: IndicatorFact, assigners: readonly string[]): ColumnGroup {
  const telling = tellingOf(facts)
  const several = assigners.length > 1
  const whose = (assigner: string): Inline =>
    several ? [text(' ('), dataText(telling.assignerShortName(assigner)), text(')')] : []
  const column = (kind: CellKind, heading: Inline, assigner: string): Column => ({
    id: `${kind}-${indicator.code}-${assigner}`,
    heading,
    kind,
    indicator,
    assigner,
  })
  const [first = ''] = assigners
  return {
    heading: ANNEX.indicator(indicator),
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
function untargetedNote(facts: DocumentFacts): Block[] {
  const telling = tellingOf(facts)
  const phrases = facts.indicators.filter(isMain).flatMap((indicator): Inline[] => {
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
