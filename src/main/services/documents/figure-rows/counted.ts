import type { FigureRow } from '#shared/contract/document-drafts.ts'
import { allUnits, type DocumentFacts, type EnterpriseFact, type UnitFact } from '#shared/domain/documents/facts.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { silentUnits, standingOf } from '#shared/domain/wording/unit-lists.ts'
import { subtreeOf } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import {
  type ListedEnterprise,
  readFoundedUnion,
  readListedEnterprises,
  readPeopleOn,
} from '../../../db/queries/document-lists.ts'
import { commended } from '../../../documents/pieces/commendation.ts'
import { difficultOnes, toReach } from '../../../documents/pieces/enterprise-lists.ts'
import { membersOf, type RowContext, type Rows } from './context.ts'

function unitRow(unit: UnitFact, detail: string, text = ''): FigureRow {
  const { code, shortName } = unit
  return {
    kind: 'unit',
    id: '',
    name: shortName,
    detail,
    text,
    value: null,
    source: null,
    screen: 'units',
    focus: code,
  }
}

/** Units a number counts, by the word its source carries: "units reported", "behind DV_MOI". */
export function countedUnits(facts: DocumentFacts, what: string, value: number | null): Rows {
  const units = allUnits(facts)
  const rows = (list: readonly UnitFact[], detail: string): Rows => list.map((unit) => unitRow(unit, detail))
  const given = units.filter((unit) => unit.measures.some((measure) => measure.target !== null))
  const group = /^units of (.+)$/u.exec(what)?.[1]
  if (group !== undefined) {
    const found = facts.groups.find((one) => one.code === group)
    const all = found?.units ?? []
    const counted = all.length === value ? all : all.filter((unit) => given.includes(unit))
    return rows(
      counted.map((unit) => unit.unit),
      found?.title ?? '',
    )
  }
  const expected = units.filter((unit) => unit.hasReport || given.includes(unit))
  const silent = silentUnits(facts).map((unit) => unit.unit)
  if (what === 'units with targets')
    return rows(
      given.map((unit) => unit.unit),
      'Được giao chỉ tiêu',
    )
  if (what === 'units without report') return rows(silent, 'Chưa có báo cáo')
  if (what === 'units expected to report')
    return rows(
      expected.map((unit) => unit.unit),
      'Phải báo cáo',
    )
  if (what === 'units reported')
    return rows(
      expected.map((unit) => unit.unit).filter((unit) => !silent.includes(unit)),
      'Đã có báo cáo',
    )
  return standingRows(facts, what, value)
}

/** Units a decision commends or a proposal names, with the share of what they were held to. */
export function commendedUnits(facts: DocumentFacts): Rows {
  return commended(facts).flatMap(({ unit, merits }) =>
    unit === null ? [] : [unitRow(unit.unit, merits || 'Hoàn thành mọi chỉ tiêu được giao')],
  )
}

const STANDINGS = { reached: 'reached', 'on pace': 'onPace', behind: 'behind', silent: 'silent' } as const

/** "behind DV_MOI": of several who set targets the one whose count it is. */
function standingRows(facts: DocumentFacts, what: string, value: number | null): Rows {
  const match = /^(reached|on pace|behind|silent) (\S+)$/u.exec(what)
  const indicator = facts.indicators.find(({ code }) => code === match?.[2])
  if (match === null || indicator === undefined) return []
  const field = STANDINGS[match[1] as keyof typeof STANDINGS]
  const lists = facts.assigners.map((assigner) => {
    const standing = standingOf(facts, indicator, assigner.code)
    if (field === 'silent') return standing.silent.map((unit) => unitRow(unit, `Chưa báo cáo ${indicator.shortName}`))
    return standing[field].map(({ unit, measure }) =>
      unitRow(
        unit,
        `${indicator.shortName}, ${assigner.shortName} giao`,
        measure.percent === null ? '' : `${formatNumber(measure.percent)}%`,
      ),
    )
  })
  return lists.find((list) => list.length === value) ?? lists.find((list) => list.length > 0) ?? []
}

/** Enterprises a number counts, newest word of each not later than the day. */
export function countedEnterprises(
  context: RowContext,
  what: string,
  unit: string,
  day: IsoDate,
  threshold: number,
): Rows {
  const { planTree, store } = context
  const members = membersOf(context, unit)
  const within = new Set(members.flatMap((one) => subtreeOf(planTree.tree, one.id).map(({ id }) => id)))
  const isRoot = members.some((one) => one.parentId === null)
  const belongs = ({ unitId }: ListedEnterprise): boolean =>
    unitId !== null && planTree.tree.byId.has(unitId) ? within.has(unitId) : isRoot
  const keep = predicateOf(what, threshold)
  if (keep === null) return []
  const people = new Map(readPeopleOn(store, day).map((person) => [person.id, person.fullName]))
  const officer = /^enterprises of (.+)$/u.exec(what)?.[1]
  return readListedEnterprises(store, day)
    .filter((one) => belongs(one) && keep(one))
    .filter(({ officerId }) => {
      const name = officerId === null ? undefined : people.get(officerId)
      return officer === undefined || (name !== undefined && officer.startsWith(name))
    })
    .map((one) => enterpriseRow(one, what))
}

/**
 * Enterprises a list in the document sums or prints: "workers of LĐLĐ huyện A", "nonMembers listed", "workers <id>".
 * Which list it is, is told by its sum: that of enterprises to reach or that of the difficult ones.
 */
export function listedEnterprises(facts: DocumentFacts, what: string, value: number | null): Rows {
  const match = /^(workers|nonMembers) (.+)$/u.exec(what)
  const column = match?.[1]
  if (match === null || (column !== 'workers' && column !== 'nonMembers')) return []
  const number = (one: EnterpriseFact): number =>
    column === 'workers' ? one.workers : Math.max(0, one.workers - one.members)
  const which = match[2] ?? ''
  const keep = (one: EnterpriseFact): boolean => {
    if (which === 'listed') return true
    if (!which.startsWith('of ')) return one.id === which
    if (which === 'of difficult enterprises') return true
    const unit = allUnits(facts).find((entry) => entry.unit.code === one.unit)
    return which === `of ${unit?.unit.shortName ?? `${facts.scope.short} trực tiếp quản lý`}`
  }
  const lists = [toReach(facts), difficultOnes(facts), facts.lists.enterprises].map((list) => list.filter(keep))
  const sum = (list: readonly EnterpriseFact[]): number => list.reduce((all, one) => all + number(one), 0)
  const found = lists.find((list) => sum(list) === value) ?? lists.find((list) => list.length > 0) ?? []
  return found.map((one) => ({
    ...enterpriseRow(
      { ...one, unitId: null, officerId: null, hasUnion: one.hasUnion ? 1 : 0, isDifficult: one.isDifficult ? 1 : 0 },
      column,
    ),
  }))
}

/** Difficult enterprises as the documents count them: those of the branch and those whose survey names a difficulty. */
export function difficultEnterprises(facts: DocumentFacts, what: string): Rows {
  return difficultOnes(facts)
    .filter((one) => !what.endsWith('with an officer') || one.officer !== null)
    .map((one) =>
      enterpriseRow(
        { ...one, unitId: null, officerId: null, hasUnion: one.hasUnion ? 1 : 0, isDifficult: one.isDifficult ? 1 : 0 },
        'workers',
      ),
    )
}

function predicateOf(what: string, threshold: number): ((one: ListedEnterprise) => boolean) | null {
  // An officer is given those that have no union yet.
  if (what.startsWith('enterprises of ')) return (one) => one.hasUnion === 0
  switch (what) {
    case 'enterprises':
    case 'workers':
      return () => true
    case 'members':
      return (one) => one.members > 0
    case 'nonMembers':
      return (one) => one.workers > one.members
    case 'withUnion':
      return (one) => one.hasUnion === 1
    case 'atLeast':
      return (one) => one.workers >= threshold
    case 'atLeastWithoutUnion':
      return (one) => one.workers >= threshold && one.hasUnion === 0
    default:
      return null
  }
}

function enterpriseRow(one: ListedEnterprise, what: string): FigureRow {
  const value =
    what === 'members' ? one.members : what === 'nonMembers' ? Math.max(0, one.workers - one.members) : one.workers
  const union = one.hasUnion === 1 ? 'đã có CĐCS' : 'chưa có CĐCS'
  return {
    kind: 'enterprise',
    id: one.id,
    name: one.name,
    detail: `${formatNumber(one.workers)} lao động, ${formatNumber(one.members)} đoàn viên, ${union}, khảo sát ngày ${formatDate(one.surveyedOn)}`,
    text: formatNumber(value),
    value,
    source: one.taxCode,
    screen: 'enterprises',
    focus: one.id,
  }
}

/** The union whose founding members were counted. */
export function countedUnion({ store, day }: RowContext, id: string): Rows {
  const union = readFoundedUnion(store, day, id)
  if (union === null) return []
  return [
    {
      kind: 'union',
      id: union.id,
      name: union.name,
      detail: union.foundedOn === null ? 'Chưa ghi ngày thành lập' : `Thành lập ngày ${formatDate(union.foundedOn)}`,
      text: union.members === null ? '' : formatNumber(union.members),
      value: union.members,
      source: union.decisionNumber,
      screen: 'unions',
      focus: union.id,
    },
  ]
}

/** People in office in the unit and below it. */
export function countedPeople({ store, day, planTree, scope, shortName }: RowContext): Rows {
  const below = new Map(subtreeOf(planTree.tree, scope.id).map((unit) => [unit.id, unit]))
  return readPeopleOn(store, day).flatMap((person): FigureRow[] => {
    const unit = person.unitId === null ? undefined : below.get(person.unitId)
    if (unit === undefined) return []
    return [
      {
        kind: 'person',
        id: person.id,
        name: person.fullName,
        detail: [person.position ?? '', shortName(unit)].filter((words) => words !== '').join(', '),
        text: '',
        value: null,
        source: null,
        screen: 'settings',
        focus: 'people',
      },
    ]
  })
}
