import type { ReasonRow } from '#shared/contract/catalogues.ts'
import type { WeakUnionRow } from '#shared/contract/funnel.ts'
import type { UnionRow } from '#shared/contract/unions.ts'
import type { UnitRow, UnitTypeRow } from '#shared/contract/units.ts'
import { findUnionColumn, unionValue, UNION_STATE_WORDS, type UnionColumnId } from '#shared/domain/unions/columns.ts'
import { remediesText } from '#renderer/text/remedies.ts'
import { unionsText } from '#renderer/text/unions.ts'
import type { Choice, GridColumn, GridColumnGroup, GridColumns } from '#renderer/ui/DataGrid/column.ts'

export interface UnionCatalogues {
  readonly units: readonly UnitRow[]
  readonly types: readonly UnitTypeRow[]
  readonly endReasons: readonly ReasonRow[]
  readonly asOf: string
  /** Those that are weak or without members, by id. */
  readonly weak: ReadonlyMap<string, WeakUnionRow>
}

type Look = Pick<GridColumn<UnionRow>, 'width' | 'pinned' | 'aside' | 'flex' | 'minWidth'>

const EMPTY_CHOICE: Choice = { id: null, label: '' }

/** Columns in groups; what a clerk looks at every day is shown, the rest waits in the list of columns. */
export function makeUnionColumns(catalogues: UnionCatalogues): GridColumns<UnionRow> {
  const { units, types, endReasons, asOf, weak } = catalogues
  const choices: Partial<Record<UnionColumnId, readonly Choice[]>> = {
    type: types
      .filter(({ level }) => level === 'grassroots')
      .map(({ code, shortName }) => ({ id: code, label: shortName })),
    unit: [EMPTY_CHOICE, ...units.map(({ code, shortName }) => ({ id: code, label: shortName }))],
    state: (['active', 'ended', 'future'] as const).map((id) => ({ id, label: UNION_STATE_WORDS[id] })),
    endReason: [EMPTY_CHOICE, ...endReasons.map(({ code, name }) => ({ id: code, label: name }))],
  }
  const make = (id: UnionColumnId, look: Look): GridColumn<UnionRow> => {
    const known = findUnionColumn(id)
    if (known === null) throw new Error(`unions have no column ${id}`)
    const own = choices[id]
    return {
      ...look,
      id,
      title: known.title,
      kind: known.kind,
      ...(own === undefined ? {} : { choices: own }),
      ...(known.order === 'person' ? { sortAs: 'person' as const } : {}),
      ...(known.editable ? { edit: {} } : {}),
      ...(id === 'members' ? { strong: true } : {}),
      value: (row) => unionValue(row, id, asOf),
      tone: (row) => (warningOf(row, id) === null ? (row.state === 'active' ? null : 'muted') : 'warning'),
      hint: (row) => warningOf(row, id) ?? hintOf(row, id),
    }
  }
  const group = (title: string, columns: readonly GridColumn<UnionRow>[]): GridColumnGroup<UnionRow> => ({
    title,
    columns,
  })
  const text = unionsText.groups
  return [
    make('name', { width: 300, pinned: true }),
    group(text.union, [
      make('type', { width: 84, aside: true }),
      make('unit', { width: 170 }),
      make('enterprise', { width: 200, aside: true }),
      make('ward', { width: 120, aside: true }),
      make('zone', { width: 140, aside: true }),
      make('state', { width: 116 }),
    ]),
    group(text.founding, [
      make('decisionNumber', { width: 118 }),
      make('decisionOn', { width: 112 }),
      make('foundedOn', { width: 112, aside: true }),
      make('decisionIssuer', { width: 190, aside: true }),
      make('membersAtFounding', { width: 120, aside: true }),
      make('previous', { width: 180, aside: true }),
    ]),
    group(text.members, [
      make('members', { width: 90 }),
      make('womenMembers', { width: 100, aside: true }),
      make('membersOn', { width: 112, aside: true }),
      make('workers', { width: 90 }),
      {
        id: 'consolidation',
        title: remediesText.consolidation,
        kind: 'text',
        width: 170,
        aside: true,
        value: (row) => {
          const found = weak.get(row.id)
          if (found === undefined) return null
          return found.remedyId === null
            ? remediesText.consolidated.none
            : remediesText.consolidated.open(found.stepsDone, found.steps)
        },
        tone: (row) => {
          const found = weak.get(row.id)
          return found !== undefined && (found.remedyId === null || found.overdue) ? 'warning' : null
        },
        hint: (row) =>
          weak
            .get(row.id)
            ?.reasons.map(({ message }) => message)
            .join(' ') || null,
      },
    ]),
    group(text.people, [make('chair', { width: 150 }), make('phone', { width: 110, aside: true })]),
    group(text.ending, [
      make('endedOn', { width: 140 }),
      make('endReason', { width: 170, aside: true }),
      make('endDecisionNumber', { width: 116, aside: true }),
      make('endDecisionOn', { width: 116, aside: true }),
      make('successor', { width: 180, aside: true }),
    ]),
    make('note', { width: 150, flex: 1, minWidth: 120 }),
  ]
}

/** What is worth a look about a cell; its sentence is the cell's hint, its mark the tone. */
function warningOf(row: UnionRow, column: string): string | null {
  const own = row.warnings.filter((warning) => warning.column === column)
  return own.length === 0 ? null : own.map(({ message }) => message).join(' ')
}

function hintOf(row: UnionRow, id: UnionColumnId): string | null {
  if (id === 'unit') return row.unitName
  if (id === 'members') return row.membersSource
  const value = unionValue(row, id, '')
  return id === 'name' || id === 'enterprise' || id === 'note' || id === 'decisionIssuer' ? String(value ?? '') : null
}
