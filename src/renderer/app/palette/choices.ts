import type { PlanRow } from '#shared/contract/plans.ts'
import type { SearchHit, SearchKind } from '#shared/contract/search.ts'
import { findDateInText } from '#shared/domain/text/parse-date.ts'
import { RANK, rankMatch, searchText } from '#shared/domain/text/search.ts'
import { paletteText } from '#renderer/text/palette.ts'
import type { RecentChoice } from './recent.ts'

export type ChoiceGroup = keyof typeof paletteText.groups

/** One line of the list. */
export interface Choice {
  /** Stable: the same thing chosen again is the same choice. */
  readonly key: string
  readonly group: ChoiceGroup
  readonly title: string
  readonly subtitle: string
  readonly rank: number
}

/** In this order where nothing says otherwise. */
const GROUPS: readonly ChoiceGroup[] = [
  'recent',
  'unit',
  'enterprise',
  'union',
  'person',
  'document',
  'plan',
  'indicator',
  'action',
  'screen',
]
const RECENT_SHOWN = 8
const PER_GROUP = 6
/** Before anything is typed: the screens themselves. */
const SCREENS_SHOWN = 8

export interface KnownAction {
  readonly key: string
  readonly title: string
  readonly subtitle: string
}

export interface Sources {
  readonly hits: readonly SearchHit[]
  readonly actions: readonly KnownAction[]
  readonly screens: readonly KnownAction[]
  readonly plans: readonly PlanRow[]
  readonly recent: readonly RecentChoice[]
}

/** What the list shows for a text, group by group; the group with the best find first, what was used lately first in it. */
export function listChoices(text: string, sources: Sources): readonly Choice[] {
  const query = searchText(text)
  if (query === '') return whenEmpty(sources)
  const used = new Map(sources.recent.map(({ key }, at) => [key, at]))
  const day = chosenDay(text)
  const choices = [
    ...(day === null ? [] : [day]),
    ...sources.hits.map((hit): Choice => choiceOfHit(hit, rankOfHit(query, hit))),
    ...sources.plans.flatMap((plan) => ranked(query, choiceOfPlan(plan), [plan.code, plan.name])),
    ...sources.actions.flatMap((action) => ranked(query, { ...action, group: 'action' as const })),
    ...sources.screens.flatMap((screen) => ranked(query, { ...screen, group: 'screen' as const })),
  ]
  const before = ({ key }: Choice): number => used.get(key) ?? Number.MAX_SAFE_INTEGER
  const grouped = GROUPS.map((group) =>
    choices
      .filter((choice) => choice.group === group)
      .toSorted((a, b) => before(a) - before(b) || a.rank - b.rank)
      .slice(0, PER_GROUP),
  ).filter((group) => group.length > 0)
  // Stable: groups whose best finds are equally good keep the order of GROUPS.
  return grouped.toSorted((a, b) => best(a) - best(b)).flat()
}

function best(group: readonly Choice[]): number {
  return Math.min(...group.map(({ rank }) => rank))
}

function whenEmpty({ recent, screens, actions }: Sources): readonly Choice[] {
  const lately = recent.slice(0, RECENT_SHOWN).map((choice): Choice => ({ ...choice, group: 'recent', rank: 0 }))
  const shown = new Set(lately.map(({ key }) => key))
  const rest = (list: readonly KnownAction[], group: ChoiceGroup): readonly Choice[] =>
    list.filter(({ key }) => !shown.has(key)).map((one) => ({ ...one, group, rank: 0 }))
  return [...lately, ...rest(actions.slice(0, PER_GROUP), 'action'), ...rest(screens.slice(0, SCREENS_SHOWN), 'screen')]
}

function ranked(query: string, choice: Omit<Choice, 'rank'>, names: readonly string[] = []): Choice[] {
  const rank = rankMatch(query, { title: choice.title, names, others: [choice.subtitle] })
  return rank === null ? [] : [{ ...choice, rank }]
}

const GROUP_OF: Readonly<Record<SearchKind, ChoiceGroup>> = {
  unit: 'unit',
  enterprise: 'enterprise',
  union: 'union',
  person: 'person',
  document: 'document',
  plan: 'plan',
  indicator: 'indicator',
}

function choiceOfHit(hit: SearchHit, rank: number): Choice {
  const code = hit.code === hit.id || hit.kind === 'document' ? [] : [hit.code]
  const subtitle = [...code, hit.subtitle].filter((part) => part !== '').join(' · ')
  return { key: `${hit.kind}:${hit.id}:${hit.code}`, group: GROUP_OF[hit.kind], title: hit.title, subtitle, rank }
}

/** The backend has ranked within a kind; here kinds are held against each other and against actions. */
function rankOfHit(query: string, hit: SearchHit): number {
  return rankMatch(query, { title: hit.title, names: [hit.code], others: [hit.subtitle] }) ?? RANK.elsewhere
}

function choiceOfPlan({ code, name }: PlanRow): Omit<Choice, 'rank'> {
  return { key: `view-plan:${code}`, group: 'action', title: paletteText.choosePlan(name), subtitle: code }
}

/** "đến ngày 30/6/2024", "30.6.24", "ngày 15 tháng 7 năm 2024": the day figures are shown for. */
function chosenDay(text: string): Choice | null {
  const date = findDateInText(text)
  return date === null
    ? null
    : { key: `as-of:${date}`, group: 'action', title: paletteText.chooseAsOf(date), subtitle: '', rank: RANK.exact }
}
