import type { ProgressAnswer } from '#shared/contract/results.ts'
import type { UnitRow, UnitTypeRow } from '#shared/contract/units.ts'
import { unitsText } from '#renderer/text/units.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'
import type { GridTree } from '#renderer/ui/DataGrid/grid-model.ts'

const always = (): boolean => true

/** Codes of the catalogue: how many unions and members a unit has on the day. */
const UNIONS = 'CDCS_TONG'
const MEMBERS = 'DV_TONG'

export interface UnitFigures {
  readonly unions: ReadonlyMap<string, number>
  readonly members: ReadonlyMap<string, number>
}

/** Levels as reported up to the day, by unit code. */
export function figuresOf(progress: ProgressAnswer | undefined): UnitFigures {
  const pick = (indicator: string): ReadonlyMap<string, number> =>
    new Map(
      (progress?.rows ?? []).flatMap((row) =>
        row.level === 'unit' && row.unit !== null && row.indicator === indicator && row.result !== null
          ? [[row.unit, row.result] as const]
          : [],
      ),
    )
  return { unions: pick(UNIONS), members: pick(MEMBERS) }
}

export function makeUnitColumns(types: readonly UnitTypeRow[], figures: UnitFigures): readonly GridColumn<UnitRow>[] {
  const text = unitsText.columns
  return [
    {
      id: 'name',
      title: text.name,
      kind: 'text',
      value: (unit) => unit.name,
      tree: true,
      pinned: true,
      width: 350,
      edit: { allowed: always },
    },
    { id: 'code', title: text.code, kind: 'text', value: (unit) => unit.code, width: 120, edit: { allowed: always } },
    {
      id: 'type',
      title: text.type,
      kind: 'choice',
      choices: types.map((type) => ({ id: type.code, label: type.shortName })),
      value: (unit) => unit.type,
      hint: (unit) => unit.typeName,
      width: 140,
      edit: {},
    },
    {
      id: 'unions',
      title: text.unions,
      titleHint: text.unionsHint,
      kind: 'count',
      width: 76,
      value: (unit) => figures.unions.get(unit.code) ?? null,
    },
    {
      id: 'members',
      title: text.members,
      titleHint: text.membersHint,
      kind: 'count',
      width: 92,
      value: (unit) => figures.members.get(unit.code) ?? null,
    },
    {
      id: 'validFrom',
      title: text.from,
      kind: 'date',
      value: (unit) => unit.validFrom,
      width: 104,
      edit: { allowed: always },
    },
    { id: 'validTo', title: text.to, kind: 'date', value: (unit) => unit.validTo, width: 104, edit: {} },
    {
      id: 'fate',
      title: text.fate,
      kind: 'text',
      value: (unit) => unit.fate.join('; '),
      hint: (unit) => (unit.fate.length === 0 ? null : unit.fate.join('; ')),
      minWidth: 160,
      flex: 3,
    },
    {
      id: 'aliases',
      title: text.aliases,
      kind: 'text',
      value: (unit) => (unit.aliases.length === 0 ? null : unit.aliases.join('; ')),
      hint: (unit) => (unit.aliases.length === 0 ? null : unit.aliases.join('; ')),
      minWidth: 120,
      flex: 2,
      edit: { allowed: always },
    },
    {
      id: 'note',
      title: text.note,
      kind: 'text',
      value: (unit) => unit.note,
      minWidth: 120,
      flex: 2,
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
