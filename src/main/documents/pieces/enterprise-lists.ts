import { allUnits, type DocumentFacts, type EnterpriseFact, type PersonFact } from '#shared/domain/documents/facts.ts'
import type { DocumentProblem } from '#shared/domain/documents/problems.ts'
import type { HeaderCell, TableBlock, TableCell, TableColumn, TableRow } from '#shared/domain/documents/tree.ts'
import { formatCountInProse, formatNumber } from '#shared/domain/text/format.ts'
import { dataText, figure, type Inline, line, type Part, reference, text } from '#shared/domain/wording/parts.ts'
import { NOTHING, numberCell } from './cells.ts'
import { roman } from './telling.ts'

/** The size the plan speaks of; national targets since 2021 speak of 25. */
export function thresholdOf(facts: DocumentFacts): number {
  return facts.registry?.counts.threshold ?? 25
}

/** Enterprises of the threshold's size or larger without a union: those a plan sets out to reach. */
export function toReach(facts: DocumentFacts): readonly EnterpriseFact[] {
  const threshold = thresholdOf(facts)
  return facts.lists.enterprises.filter((enterprise) => !enterprise.hasUnion && enterprise.workers >= threshold)
}

/** Those of the difficult branch, and those without a union whose survey names a difficulty. */
export function difficultOnes(facts: DocumentFacts): readonly EnterpriseFact[] {
  const threshold = thresholdOf(facts)
  return facts.lists.enterprises.filter(
    (enterprise) =>
      !enterprise.hasUnion &&
      (enterprise.isDifficult || (enterprise.workers >= threshold && (enterprise.difficulty ?? '') !== '')),
  )
}

/** A number counted from the registry, traceable to what was counted. */
export function registryCount(facts: DocumentFacts, value: number, what: string): Part {
  return figure(value, formatCountInProse(value), countSource(facts, what))
}

function countSource(facts: DocumentFacts, what: string) {
  return {
    kind: 'count' as const,
    plan: facts.plan.code,
    unit: facts.scope.unit.code,
    indicator: null,
    assigner: null,
    asOf: facts.asOf,
    what,
  }
}

export type EnterpriseColumn = 'taxCode' | 'address' | 'industry' | 'workers' | 'nonMembers' | 'difficulty' | 'officer'

const HEADINGS: Readonly<Record<EnterpriseColumn, Inline>> = {
  taxCode: line`Mã số thuế`,
  address: line`Địa chỉ`,
  industry: line`Ngành nghề`,
  workers: line`Lao động`,
  nonMembers: line`Chưa là đoàn viên`,
  difficulty: line`Khó khăn, vướng mắc`,
  officer: line`Cán bộ phụ trách`,
}

const GROWS: ReadonlySet<EnterpriseColumn> = new Set(['address', 'difficulty', 'officer', 'industry'])
const NUMBERS: ReadonlySet<EnterpriseColumn> = new Set(['workers', 'nonMembers'])

/** Enterprises by unit in official order, numbered through, with the sum of workers; a unit without any is left out. */
export function enterpriseTable(
  facts: DocumentFacts,
  enterprises: readonly EnterpriseFact[],
  columns: readonly EnterpriseColumn[],
): TableBlock {
  const units = allUnits(facts)
  const groups = [
    ...units.map(({ unit }) => ({
      title: unit.shortName,
      members: enterprises.filter((enterprise) => enterprise.unit === unit.code),
    })),
    {
      title: `${facts.scope.short} trực tiếp quản lý`,
      members: enterprises.filter(
        (enterprise) => enterprise.unit === null || !units.some(({ unit }) => unit.code === enterprise.unit),
      ),
    },
  ].filter((group) => group.members.length > 0)
  let order = 0
  const rows = groups.flatMap(({ title, members }, index): TableRow[] => [
    ...(groups.length === 1
      ? []
      : [
          {
            kind: 'group' as const,
            cells: [
              { text: [reference(roman(index + 1), 'label')] },
              { text: [dataText(title)] },
              ...columns.map((column) => sumCell(facts, members, column, `of ${title}`)),
            ],
          },
        ]),
    ...members.map((enterprise): TableRow => ({
      kind: 'row',
      cells: [
        numberCell((order += 1)),
        { text: [dataText(enterprise.name)] },
        ...columns.map((column) => enterpriseCell(facts, enterprise, column)),
      ],
    })),
  ])
  return {
    kind: 'table',
    id: 'doanh-nghiep',
    columns: [
      { id: 'tt', align: 'center' },
      { id: 'name', align: 'left', grows: true },
      ...columns.map((column): TableColumn => ({
        id: column,
        align: NUMBERS.has(column) ? 'right' : column === 'taxCode' ? 'center' : 'left',
        ...(GROWS.has(column) ? { grows: true } : {}),
      })),
    ],
    header: [
      [
        { text: line`TT` },
        { text: line`Tên doanh nghiệp` },
        ...columns.map((column): HeaderCell => ({ text: HEADINGS[column] })),
      ],
    ],
    rows: [
      ...rows,
      {
        kind: 'total',
        cells: [
          { text: [] },
          { text: line`TỔNG CỘNG`, align: 'center' },
          ...columns.map((column) => sumCell(facts, enterprises, column, 'listed')),
        ],
      },
    ],
  }
}

function enterpriseCell(facts: DocumentFacts, enterprise: EnterpriseFact, column: EnterpriseColumn): TableCell {
  switch (column) {
    case 'workers':
    case 'nonMembers': {
      const value = numberOf(enterprise, column)
      return { text: [figure(value, formatNumber(value), countSource(facts, `${column} ${enterprise.id}`))] }
    }
    case 'officer':
      return { text: enterprise.officer === null ? NOTHING : [dataText(enterprise.officer.fullName)] }
    default: {
      const value = enterprise[column]
      return { text: value === null || value === '' ? NOTHING : [dataText(value, 'custom')] }
    }
  }
}

function numberOf(enterprise: EnterpriseFact, column: 'workers' | 'nonMembers'): number {
  return column === 'workers' ? enterprise.workers : Math.max(0, enterprise.workers - enterprise.members)
}

function sumCell(
  facts: DocumentFacts,
  members: readonly EnterpriseFact[],
  column: EnterpriseColumn,
  what: string,
): TableCell {
  if (column !== 'workers' && column !== 'nonMembers') return { text: [] }
  const sum = members.reduce((all, enterprise) => all + numberOf(enterprise, column), 0)
  return { text: [figure(sum, formatNumber(sum), countSource(facts, `${column} ${what}`))] }
}

/** "Vũ Đức Thắng, Chuyên viên Ban Tổ chức (LĐLĐ huyện A)" */
export function personLine(person: PersonFact): Inline {
  return [
    dataText(person.fullName),
    ...(person.position === '' ? [] : [text(', '), dataText(person.position)]),
    ...(person.unit === null || person.isOwn ? [] : [text(' '), dataText(person.unit)]),
  ]
}

export function findReachProblems(facts: DocumentFacts): readonly DocumentProblem[] {
  if (toReach(facts).length > 0) return []
  return [noneToList(`có từ ${formatNumber(thresholdOf(facts))} lao động trở lên chưa có công đoàn cơ sở`)]
}

export function findDifficultyProblems(facts: DocumentFacts): readonly DocumentProblem[] {
  if (difficultOnes(facts).length > 0) return []
  return [noneToList('được ghi là khó khăn')]
}

function noneToList(which: string): DocumentProblem {
  return {
    code: 'ENTERPRISES_NONE',
    severity: 'warning',
    mend: 'enterprises',
    message: `Không có doanh nghiệp nào ${which} nên văn bản chưa có danh sách. Hãy kiểm tra ở màn hình Doanh nghiệp.`,
  }
}
