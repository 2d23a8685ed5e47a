import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type DocumentFacts,
  type ListFacts,
  NO_LISTS,
  type OfficeFact,
  type PhaseFact,
  type RegistryCounts,
} from '#shared/domain/documents/facts.ts'
import { factsFromProgress, type NamedUnit } from '#shared/domain/documents/from-progress.ts'
import type { Indicator } from '#shared/domain/indicators/indicator.ts'
import { createFigures } from '#shared/domain/results/figures.ts'
import { buildProgress } from '#shared/domain/results/progress.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { Target, TargetKind } from '#shared/domain/targets/target.ts'
import { buildUnitTree, type TreeUnitType } from '#shared/domain/units/tree.ts'
import { describeScope, partyCommitteeOf } from '#shared/domain/wording/scope.ts'

// Facts of an invented office, computed by the same domain functions the services use, from rows as short as
// a table: unit code, type, names; targets; reports.

export interface UnitLine {
  readonly code: string
  readonly type: string
  readonly name: string
  readonly shortName: string
}

export interface TargetLine {
  readonly unit: string
  readonly indicator: string
  readonly assigner: string
  readonly value: number | null
  readonly kind?: TargetKind
}

export interface ResultLine {
  readonly unit: string
  readonly indicator: string
  readonly value: number
  readonly word?: string
  readonly qualifier?: '≥' | '≈' | '≤'
  readonly statedPercent?: number
}

export interface FactLines {
  readonly root: UnitLine
  readonly children?: readonly UnitLine[]
  readonly plan?: Partial<DocumentFacts['plan']>
  readonly asOf: string
  readonly targets?: readonly TargetLine[]
  readonly results?: readonly ResultLine[]
  readonly previous?: readonly ResultLine[]
  readonly registry?: Readonly<Record<string, RegistryCounts>>
  readonly surveyedOn?: string
  readonly assigners?: readonly { readonly code: string; readonly name: string }[]
  readonly office?: Partial<OfficeFact>
  readonly legalBases?: readonly string[]
  readonly recipients?: readonly string[]
  readonly phases?: readonly PhaseFact[]
  readonly documentDate?: string
  readonly lists?: ListFacts
  readonly curves?: DocumentFacts['curves']
}

const RESOURCES = fileURLToPath(new URL('../../../resources/', import.meta.url))

function readCatalogue<T>(folder: string, file: string): T[] {
  return JSON.parse(readFileSync(`${RESOURCES}${folder}/${file}`, 'utf8')) as T[]
}

type IndicatorEntry = Omit<Indicator, 'sortOrder' | 'parent' | 'cut' | 'formula'> & Partial<Indicator>

export function catalogueIndicators(): Indicator[] {
  return readdirSync(`${RESOURCES}indicators`)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => readCatalogue<IndicatorEntry>('indicators', name))
    .map((entry, index) => ({ formula: null, parent: null, cut: null, ...entry, sortOrder: index }))
}

export function catalogueUnitTypes(): TreeUnitType[] {
  return readCatalogue<{ code: string; groupTitle: string }>('catalogues', 'unit-types.json').map((type, index) => ({
    id: type.code,
    code: type.code,
    groupTitle: type.groupTitle,
    sortOrder: index,
  }))
}

const ASSIGNERS = [
  { code: 'BCH', name: 'Ban Chấp hành Liên đoàn Lao động tỉnh' },
  { code: 'TLD', name: 'Tổng Liên đoàn Lao động Việt Nam' },
  { code: 'TU', name: 'Ban Thường vụ Tỉnh ủy' },
]

const SHORT: Readonly<Record<string, string>> = { BCH: 'BCH LĐLĐ tỉnh', TLD: 'TLĐ', TU: 'BTV Tỉnh ủy' }

export function buildFacts(lines: FactLines): DocumentFacts {
  const unitTypes = catalogueUnitTypes()
  const indicators = catalogueIndicators()
  const plan = {
    code: '2024',
    kind: 'year',
    name: 'Năm 2024',
    from: '2024-01-01',
    to: '2024-12-31',
    ...lines.plan,
  } as DocumentFacts['plan']
  const units = [lines.root, ...(lines.children ?? [])].map((unit, index): NamedUnit => ({
    id: unit.code,
    code: unit.code,
    name: unit.name,
    shortName: unit.shortName,
    typeId: unit.type,
    parentId: index === 0 ? null : lines.root.code,
    sortOrder: index,
    validFrom: null,
    validTo: null,
  }))
  const tree = buildUnitTree(units, unitTypes, lines.asOf)
  const assigners = (lines.assigners ?? ASSIGNERS).map((assigner, index) => ({ ...assigner, sortOrder: index }))
  const entries = entriesBy(lines.results ?? [], plan.from, lines.asOf)
  const window = { from: plan.from, to: plan.to, basis: 'cumulative' as const }
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const rowsOn = (entriesOf: typeof entries, targets: readonly Target[]) =>
    buildProgress({
      tree,
      unitTypes,
      indicators,
      assigners,
      targets,
      figures: createFigures({
        tree,
        indicators: byCode,
        entriesOf,
        enterprisesOf: () => null,
        window,
        day: lines.asOf,
      }),
      entriesOf,
      window,
      day: lines.asOf,
      basisMatters: false,
    }).rows
  const targets = (lines.targets ?? []).map((target): Target => ({
    unitId: target.unit,
    indicator: target.indicator,
    assigner: target.assigner,
    kind: target.kind ?? 'assigned',
    basis: 'cumulative',
    value: target.value,
  }))
  const previous = factsFromProgress(
    rowsOn(entriesBy(lines.previous ?? [], plan.from, lines.asOf), []),
    tree,
    unitTypes,
    {
      planFrom: plan.from,
      registryOf: () => null,
      previousOf: () => [],
    },
  )
  const previousOfUnit = new Map(
    previous.groups.flatMap((group) => group.units.map((unit) => [unit.unit.code, unit.measures])),
  )
  const progress = factsFromProgress(rowsOn(entries, targets), tree, unitTypes, {
    planFrom: plan.from,
    registryOf: (id) => lines.registry?.[id] ?? null,
    previousOf: (code) => previousOfUnit.get(code) ?? [],
  })
  const scope = describeScope(lines.root.name)
  const party = partyCommitteeOf(lines.root.name, 'Tỉnh ủy')
  return {
    plan,
    asOf: lines.asOf,
    documentDate: lines.documentDate ?? lines.asOf,
    office: {
      superiorLines: ['TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM'],
      issuerLines: [scope.organisation.toLocaleUpperCase('vi')],
      codeSuffix: 'LĐLĐ',
      place: scope.territory.slice(scope.level.length).trim(),
      superiorName: '',
      superiorSigner: null,
      signer: { fullName: 'Nguyễn Thị Minh Hà', authority: 'TM. BAN THƯỜNG VỤ', position: 'CHỦ TỊCH' },
      hasLetterhead: true,
      partyCommittee: party,
      ...lines.office,
    },
    scope: {
      unit: lines.root,
      organisation: scope.organisation,
      body: scope.body,
      short: scope.short,
      whole: scope.whole,
      within: scope.within,
      superior: 'Tổng Liên đoàn Lao động Việt Nam',
      isProvince: true,
    },
    indicators: indicators.map((indicator) => ({
      code: indicator.code,
      name: indicator.name,
      shortName: indicator.shortName,
      unitLabel: indicator.unitLabel,
      kind: indicator.kind,
      parent: indicator.parent,
      cut: indicator.cut,
      minWorkers:
        indicator.formula !== null && 'enterprises' in indicator.formula
          ? indicator.formula.enterprises.minWorkers
          : (indicator.cut?.minWorkers ?? null),
    })),
    assigners: assigners.map(({ code, name }) => ({ code, name, shortName: SHORT[code] ?? name })),
    ...(lines.curves === undefined ? {} : { curves: lines.curves }),
    ...progress,
    previous:
      previous.own.length === 0
        ? null
        : { label: String(Number(plan.from.slice(0, 4)) - 1), asOf: plan.from, own: previous.own },
    registry: registryTotal(lines),
    phases: lines.phases ?? [],
    years: [],
    period: null,
    lists: lines.lists ?? NO_LISTS,
    legalBases: lines.legalBases ?? [],
    recipients: lines.recipients ?? [],
  }
}

function entriesBy(results: readonly ResultLine[], from: string, asOf: string) {
  const byIndicator = new Map<string, Map<string, ReportedEntry[]>>()
  for (const result of results) {
    const units = byIndicator.get(result.indicator) ?? new Map<string, ReportedEntry[]>()
    byIndicator.set(result.indicator, units)
    units.set(result.unit, [
      {
        from,
        asOf,
        basis: 'cumulative',
        value: result.value,
        qualifier: result.qualifier ?? null,
        word: result.word ?? null,
        statedPercent: result.statedPercent ?? null,
      },
    ])
  }
  return (code: string): ReadonlyMap<string, readonly ReportedEntry[]> => byIndicator.get(code) ?? new Map()
}

function registryTotal(lines: FactLines): DocumentFacts['registry'] {
  const counts = Object.values(lines.registry ?? {})
  const [first] = counts
  if (first === undefined) return null
  const sum = (field: keyof RegistryCounts): number => counts.reduce((total, entry) => total + entry[field], 0)
  return {
    surveyedOn: lines.surveyedOn ?? lines.asOf,
    counts: {
      enterprises: sum('enterprises'),
      workers: sum('workers'),
      members: sum('members'),
      nonMembers: sum('nonMembers'),
      withUnion: sum('withUnion'),
      threshold: first.threshold,
      atLeast: sum('atLeast'),
      atLeastWithoutUnion: sum('atLeastWithoutUnion'),
    },
  }
}
