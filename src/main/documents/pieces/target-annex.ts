import {
  allUnits,
  type DocumentFacts,
  findMeasure,
  type GroupFact,
  type IndicatorFact,
  type Measure,
  type RegistryCounts,
  type UnitMeasures,
} from '#shared/domain/documents/facts.ts'
import { coverageOf, sumPrevious, sumRegistry } from '#shared/domain/documents/sums.ts'
import type {
  Block,
  HeaderCell,
  Section,
  TableBlock,
  TableCell,
  TableColumn,
  TableRow,
} from '#shared/domain/documents/tree.ts'
import { formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import {
  dataText,
  dateRef,
  figure,
  type FigureSource,
  type Inline,
  joinInline,
  line,
  reference,
  tableFigure,
  text,
} from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'
import { sourceOf } from '#shared/domain/wording/results.ts'
import { addDays } from '#shared/kit/dates.ts'
import { ofWhole } from '#shared/domain/wording/scope.ts'
import { blankDate } from './office.ts'
import { roman, tellingOf, unitTargetColumns } from './telling.ts'
import { notesOnPage, targetColumnId } from './annex-notes.ts'
import { annexLabel, splitColumns } from './annex-pages.ts'
import { differencePhrases } from './differences.ts'
import { ANNEX } from './wording.ts'
import { ownValue } from '#shared/kit/own-value.ts'

/** A column of the annex: its heading and what it shows of a unit, a group or everything. */
interface AnnexColumn {
  readonly id: string
  readonly heading: Inline
  readonly ofUnit: (unit: UnitMeasures) => Inline
  readonly ofGroup: (group: GroupFact) => Inline
  readonly ofAll: () => Inline
  /** What one assigner asks of the whole; columns without it leave the cell empty. */
  readonly ofOwn?: (assigner: string) => Inline
}

const NOTHING: Inline = [text('–')]

/**
 * The annex in a section of its own: landscape, numbered by itself (NĐ 30/2020, Phụ lục I, mục III.1). Targets
 * that do not fit beside the others go into a second annex with the same rows.
 */
export function targetAnnexSections(facts: DocumentFacts): Section[] {
  const before = statusColumns(facts)
  const pages = splitColumns(targetColumns(facts), () => 1, MOST_COLUMNS - before.length)
  return pages.map((targets, index) => ({
    id: index === 0 ? 'phu-luc-chi-tieu' : `phu-luc-chi-tieu-${index + 1}`,
    orientation: 'landscape',
    blocks: [
      {
        kind: 'annex-title',
        label: annexLabel(index, pages.length),
        title: [ANNEX.title(periodLabel(facts.plan)), ...forUnit(facts)],
        reference: [
          ...(facts.extractOf === undefined ? line`(Kèm theo Kế hoạch số` : line`(Trích Phụ lục kèm theo Kế hoạch số`),
          { blank: 'number', width: 7 },
          dataText(`/KH-${facts.office.codeSuffix} `),
          ...blankDate(facts),
          ...line` của ${facts.scope.body} ${facts.scope.organisation})`,
        ],
      },
      targetTable(facts, index === 0 ? before : [], targets, notesOnPage(pages, index)),
      ...(index === pages.length - 1 && facts.extractOf === undefined ? differenceNotes(facts) : []),
    ],
  }))
}

/** "CHO CÔNG ĐOÀN XÃ TÂN LẬP" where the annex is handed to one unit. */
export function forUnit({ extractOf }: DocumentFacts): Inline[] {
  return extractOf === undefined ? [] : [[text('CHO '), dataText(extractOf.name.toLocaleUpperCase('vi'))]]
}

/** Columns of numbers a landscape page holds with headings of several words. */
const MOST_COLUMNS = 13

function targetTable(
  facts: DocumentFacts,
  before: readonly AnnexColumn[],
  targets: readonly AnnexColumn[],
  notesOf: (unit: UnitMeasures) => Inline,
): TableBlock {
  const all = [...before, ...targets]
  const columns: TableColumn[] = [
    { id: 'tt', align: 'center' },
    { id: 'unit', align: 'left', grows: true },
    ...all.map((column): TableColumn => ({ id: column.id, align: 'right' })),
    { id: 'note', align: 'left' },
  ]
  return {
    kind: 'table',
    id: 'phu-luc-chi-tieu',
    columns,
    header: header(facts, before, targets),
    rows: rows(facts, all, notesOf),
  }
}

function header(facts: DocumentFacts, before: readonly AnnexColumn[], targets: readonly AnnexColumn[]): HeaderCell[][] {
  const top: HeaderCell[] = [
    { text: line`TT`, rows: 2 },
    { text: line`Đơn vị`, rows: 2 },
  ]
  // Levels are of the day before the plan, the survey of its own day: each says which.
  const stocks = before.filter((column) => !column.id.startsWith('registry'))
  if (stocks.length > 0) {
    top.push({ text: line`Hiện trạng đến ${dateRef(addDays(facts.plan.from, -1))}`, columns: stocks.length })
  }
  if (before.length > stocks.length && facts.registry !== null) {
    top.push({ text: line`Khảo sát đến ${dateRef(facts.registry.surveyedOn)}`, columns: before.length - stocks.length })
  }
  top.push({ text: line`Chỉ tiêu giao ${periodLabel(facts.plan)}`, columns: targets.length })
  top.push({ text: line`Ghi chú`, rows: 2 })
  return [top, [...before, ...targets].map((column) => ({ text: column.heading }))]
}

function rows(
  facts: DocumentFacts,
  columns: readonly AnnexColumn[],
  notesOf: (unit: UnitMeasures) => Inline,
): TableRow[] {
  const cells = (inlines: readonly Inline[], note: Inline = []): TableCell[] => [
    ...inlines.map((inline) => ({ text: inline })),
    { text: note },
  ]
  const result: TableRow[] = facts.groups.flatMap((group, order) => [
    ...(facts.extractOf === undefined
      ? [
          {
            kind: 'group' as const,
            cells: [
              { text: [reference(roman(order + 1), 'label')] },
              { text: [dataText(group.title)] },
              ...cells(columns.map((column) => column.ofGroup(group))),
            ],
          },
        ]
      : []),
    ...group.units.map((unit, index) => ({
      kind: 'row' as const,
      cells: [
        { text: [reference(String(index + 1), 'label')] },
        { text: [dataText(unit.unit.shortName)] },
        ...cells(
          columns.map((column) => column.ofUnit(unit)),
          notesOf(unit),
        ),
      ],
    })),
  ])
  // One unit's row needs no sum.
  if (facts.extractOf !== undefined) return result
  result.push({
    kind: 'total',
    cells: [
      { text: [] },
      { text: line`TỔNG CỘNG`, align: 'center' },
      ...cells(columns.map((column) => column.ofAll())),
    ],
  })
  for (const asked of askedOfWhole(facts)) {
    result.push({
      kind: 'total',
      cells: [
        { text: [] },
        { text: asked.title, align: 'center' },
        ...cells(columns.map((column) => column.ofOwn?.(asked.assigner) ?? [])),
      ],
    })
  }
  return result
}

/** What stood before the plan began; a column only where something is known. */
function statusColumns(facts: DocumentFacts): AnnexColumn[] {
  return [...stockColumns(facts), ...registryColumns(facts)]
}

function stockColumns(facts: DocumentFacts): AnnexColumn[] {
  const units = allUnits(facts)
  const previousDay = addDays(facts.plan.from, -1)
  return ['CDCS_TONG', 'DV_TONG'].flatMap((code): AnnexColumn[] => {
    if (sumPrevious(units, code) === null) return []
    const source = (unit: string): FigureSource => ({
      kind: 'result',
      plan: facts.plan.code,
      unit,
      indicator: code,
      assigner: null,
      asOf: previousDay,
    })
    const print = (value: number | undefined, unit: string): Inline =>
      value === undefined ? NOTHING : [tableFigure(value, source(unit))]
    return [
      {
        id: `before-${code}`,
        heading: ownValue(ANNEX.status, code) ?? [dataText(code)],
        ofUnit: (unit) => print(findMeasure(unit.previous, code)?.result?.value, unit.unit.code),
        ofGroup: (group) => print(sumPrevious(group.units, code)?.value, group.code),
        ofAll: () => print(sumPrevious(units, code)?.value, 'TOTAL'),
      },
    ]
  })
}

function registryColumns(facts: DocumentFacts): AnnexColumn[] {
  const units = allUnits(facts)
  const all = sumRegistry(units)
  if (all === null || facts.registry === null) return []
  const surveyedOn = facts.registry.surveyedOn
  const column = (field: 'nonMembers' | 'atLeastWithoutUnion', heading: Inline): AnnexColumn => {
    const print = (counts: RegistryCounts | null, unit: string): Inline =>
      counts === null
        ? NOTHING
        : [
            tableFigure(counts[field], {
              kind: 'count',
              plan: facts.plan.code,
              unit,
              indicator: null,
              assigner: null,
              asOf: surveyedOn,
              what: field,
            }),
          ]
    return {
      id: `registry-${field}`,
      heading,
      ofUnit: (unit) => print(unit.registry, unit.unit.code),
      ofGroup: (group) => print(sumRegistry(group.units), group.code),
      ofAll: () => print(all, 'TOTAL'),
    }
  }
  return [
    column('nonMembers', ANNEX.nonMembers),
    column('atLeastWithoutUnion', line`DN từ ${reference(String(all.threshold), 'threshold')} LĐ chưa có CĐCS`),
  ]
}

function targetColumns(facts: DocumentFacts): AnnexColumn[] {
  const told = unitTargetColumns(facts)
  return told.flatMap(({ indicator, assigners }) =>
    assigners.map((assigner): AnnexColumn => {
      const print = (measure: Measure | undefined): Inline => printTarget(facts, indicator, measure)
      return {
        id: targetColumnId(indicator.code, assigner),
        heading: columnHeading(facts, indicator, assigners.length > 1 ? assigner : null),
        ofUnit: (unit) => print(findMeasure(unit.measures, indicator.code, assigner)),
        ofGroup: (group) => print(findMeasure(group.measures, indicator.code, assigner)),
        ofAll: () => print(findMeasure(facts.total, indicator.code, assigner)),
        ofOwn: (asking) => print(findMeasure(facts.own, indicator.code, asking)),
      }
    }),
  )
}

/**
 * Lines under TỔNG CỘNG for targets on the whole that the sum does not meet: "CHỈ TIÊU TOÀN TỈNH" where the one
 * who asks is the one who spread it, "CHỈ TIÊU TLĐ GIAO" where somebody else did.
 */
function askedOfWhole(facts: DocumentFacts): { readonly assigner: string; readonly title: Inline }[] {
  const telling = tellingOf(facts)
  const unmet = coverageOf(facts).filter((entry) => entry.difference !== 0)
  return facts.assigners.flatMap(({ code }) => {
    const [entry] = unmet.filter((candidate) => candidate.assigner === code)
    if (entry === undefined) return []
    if (entry.givenBy === code)
      return [{ assigner: code, title: line`CHỈ TIÊU ${ofWhole(facts.scope.whole).toLocaleUpperCase('vi')}` }]
    const name = telling.assignerShortName(code).toLocaleUpperCase('vi')
    const isPledge = facts.own.some((own) => own.assigner === code && own.kind === 'pledged')
    return [{ assigner: code, title: isPledge ? line`CAM KẾT VỚI ${name}` : line`CHỈ TIÊU ${name} GIAO` }]
  })
}

function printTarget(facts: DocumentFacts, indicator: IndicatorFact, measure: Measure | undefined): Inline {
  if (measure === undefined || measure.target === null) return NOTHING
  const printed = indicator.kind === 'ratio' ? formatPercent(measure.target) : formatNumber(measure.target)
  return [figure(measure.target, printed, sourceOf(measure, 'target', tellingOf(facts)))]
}

function columnHeading(facts: DocumentFacts, indicator: IndicatorFact, assigner: string | null): Inline {
  const name = ANNEX.indicator(indicator)
  if (assigner === null) return name
  return [...name, text(' ('), dataText(tellingOf(facts).assignerShortName(assigner)), text(')')]
}

/** "Ghi chú: Tổng chỉ tiêu giao cho các đơn vị so với chỉ tiêu Tổng Liên đoàn giao: cao hơn 100 đoàn viên, 01 CĐCS." */
function differenceNotes(facts: DocumentFacts): Block[] {
  const differences = differencePhrases(facts)
  if (differences.length === 0) return []
  const said = joinInline(differences, '; ', '; ')
  return [
    {
      kind: 'paragraph',
      role: 'note',
      text: [...line`Ghi chú: Tổng chỉ tiêu giao cho các đơn vị `, ...said, text('.')],
    },
  ]
}
