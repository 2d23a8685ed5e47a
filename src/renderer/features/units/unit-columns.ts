import type { Output } from '#shared/contract/index.ts'
import type { ProgressAnswer } from '#shared/contract/results.ts'
import type { UnitRow, UnitTypeRow } from '#shared/contract/units.ts'
import { isValidOn } from '#shared/kit/dates.ts'
import { unitsText } from '#renderer/text/units.ts'
import type { CellTone, GridColumn } from '#renderer/ui/DataGrid/column.ts'
import type { GridTree } from '#renderer/ui/DataGrid/grid-model.ts'

const always = (): boolean => true

/** Codes of the catalogue: how many unions and members a unit has on the day. */
const UNIONS = 'CDCS_TONG'
const MEMBERS = 'DV_TONG'

type Counts = Output<'units.counts'>[number]

export interface UnitFigures {
  readonly unions: ReadonlyMap<string, number>
  readonly members: ReadonlyMap<string, number>
  /** As the registries have it, by unit code. */
  readonly counts: ReadonlyMap<string, Counts>
}

/** Levels as reported up to the day, by unit code. */
export function figuresOf(progress: ProgressAnswer | undefined, counts: readonly Counts[]): UnitFigures {
  const pick = (indicator: string): ReadonlyMap<string, number> =>
    new Map(
      (progress?.rows ?? []).flatMap((row) =>
        row.level === 'unit' && row.unit !== null && row.indicator === indicator && row.result !== null
          ? [[row.unit, row.result] as const]
          : [],
      ),
    )
  return { unions: pick(UNIONS), members: pick(MEMBERS), counts: new Map(counts.map((row) => [row.unit, row])) }
}

interface UnitColumnsInput {
  readonly units: readonly UnitRow[]
  readonly types: readonly UnitTypeRow[]
  readonly figures: UnitFigures
  readonly asOf: string
}

export function makeUnitColumns({ units, types, figures, asOf }: UnitColumnsInput): readonly GridColumn<UnitRow>[] {
  const text = unitsText.columns
  /** Units that are not there on the day are shown in grey; their dates say why. */
  const tone = (unit: UnitRow): CellTone | null => (isValidOn(asOf, unit.validFrom, unit.validTo) ? null : 'muted')
  const level = (reported: ReadonlyMap<string, number>, counted: 'unions' | 'members') => ({
    value: (unit: UnitRow) => reported.get(unit.code) ?? (figures.counts.get(unit.code)?.[counted] || null),
    hint: (unit: UnitRow) =>
      !reported.has(unit.code) && (figures.counts.get(unit.code)?.[counted] ?? 0) > 0 ? text.counted : null,
  })
  return [
    {
      id: 'name',
      title: text.name,
      kind: 'text',
      value: (unit) => unit.name,
      tree: true,
      pinned: true,
      width: 350,
      tone,
      edit: { allowed: always },
    },
    {
      id: 'code',
      title: text.code,
      kind: 'text',
      value: (unit) => unit.code,
      width: 120,
      tone,
      edit: { allowed: always },
    },
    {
      id: 'type',
      title: text.type,
      kind: 'choice',
      choices: types.map((type) => ({ id: type.code, label: type.shortName })),
      value: (unit) => unit.type,
      hint: (unit) => unit.typeName,
      width: 140,
      tone,
      edit: {},
    },
    {
      id: 'parent',
      title: text.parent,
      kind: 'choice',
      choices: units.map((unit) => ({ id: unit.code, label: unit.shortName })),
      value: (unit) => unit.parent,
      width: 180,
      aside: true,
      tone,
      edit: {},
    },
    {
      id: 'enterprises',
      title: text.enterprises,
      titleHint: text.enterprisesHint,
      kind: 'count',
      width: 68,
      value: (unit) => figures.counts.get(unit.code)?.enterprises || null,
    },
    {
      id: 'unions',
      title: text.unions,
      titleHint: text.unionsHint,
      kind: 'count',
      width: 76,
      ...level(figures.unions, 'unions'),
    },
    {
      id: 'members',
      title: text.members,
      titleHint: text.membersHint,
      kind: 'count',
      width: 92,
      ...level(figures.members, 'members'),
    },
    {
      id: 'validFrom',
      title: text.from,
      kind: 'date',
      value: (unit) => unit.validFrom,
      width: 104,
      tone,
      edit: { allowed: always },
    },
    { id: 'validTo', title: text.to, kind: 'date', value: (unit) => unit.validTo, width: 104, tone, edit: {} },
    {
      id: 'fate',
      title: text.fate,
      kind: 'text',
      value: (unit) => unit.fate.join('; '),
      hint: (unit) => (unit.fate.length === 0 ? null : unit.fate.join('; ')),
      minWidth: 160,
      flex: 3,
      tone,
    },
    {
      id: 'aliases',
      title: text.aliases,
      kind: 'text',
      value: (unit) => (unit.aliases.length === 0 ? null : unit.aliases.join('; ')),
      hint: (unit) => (unit.aliases.length === 0 ? null : unit.aliases.join('; ')),
      minWidth: 120,
      flex: 2,
      tone,
      edit: { allowed: always },
    },
    {
      id: 'note',
      title: text.note,
      kind: 'text',
      value: (unit) => unit.note,
      minWidth: 120,
      flex: 2,
      tone,
      edit: { allowed: always },
    },
  ]
}

/** Nesting by code: a unit whose parent is not shown (ended, filtered) stands at the top. */
export function unitTree(units: readonly UnitRow[]): GridTree<UnitRow> {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const depths = new Map<string, number>()
  for (const unit of units) {
    const parent = byCode.get(unit.parent ?? '')
    depths.set(unit.id, parent === undefined ? 0 : (depths.get(parent.id) ?? 0) + 1)
  }
  return {
    depthOf: (unit) => depths.get(unit.id) ?? 0,
    parentOf: (unit) => byCode.get(unit.parent ?? '')?.id ?? null,
  }
}
