import type { IsoDate } from '../../kit/dates.ts'

/**
 * What a version of a plan's targets is. While the plan is not issued: `draft` (phương án) and `chosen`, the one
 * draft that counts. After: `issued`, and by decision `adjusting` (in preparation), then `adjusted`.
 */
export const VERSION_STATES = ['draft', 'chosen', 'issued', 'adjusting', 'adjusted'] as const
export type VersionState = (typeof VERSION_STATES)[number]

export interface PlanVersion {
  /** 1, 2, … within its plan. */
  readonly number: number
  readonly name: string
  readonly state: VersionState
  /** Number of the version it was copied from. */
  readonly basedOn: number | null
  /** Counts from this day; null: since the plan begins. */
  readonly effectiveOn: IsoDate | null
}

export type PlanStatus = 'draft' | 'consulting' | 'issued' | 'closed'

/** The first version of every plan, also of files that are older than versions. */
export const FIRST_VERSION = 1
export const FIRST_VERSION_NAME = 'Phương án A'
const DRAFT_WORD = 'Phương án '

export function isPublished({ state }: Pick<PlanVersion, 'state'>): boolean {
  return state === 'issued' || state === 'adjusted'
}

/** Made by a decision on an issued plan, whether issued itself yet or not. */
export function isAdjustment({ state }: Pick<PlanVersion, 'state'>): boolean {
  return state === 'adjusting' || state === 'adjusted'
}

/** What was issued is never edited; drafts only while the plan is one, adjustments while they are prepared. */
export function isEditable({ state }: Pick<PlanVersion, 'state'>, status: PlanStatus): boolean {
  if (status === 'draft' || status === 'consulting') return state === 'draft' || state === 'chosen'
  return status === 'issued' && state === 'adjusting'
}

/**
 * The version a day's figures are held against: of the published ones the newest that is in effect by then. Before
 * the first takes effect there is nothing older to hold to, so it counts itself; without any, the chosen draft.
 */
export function versionInForce<V extends PlanVersion>(versions: readonly V[], day: IsoDate): V | null {
  const published = versions.filter(isPublished).toSorted(byEffect)
  const inEffect = published.filter(({ effectiveOn }) => effectiveOn === null || effectiveOn <= day)
  return (
    inEffect.at(-1) ??
    published[0] ??
    versions.find(({ state }) => state === 'chosen') ??
    versions.toSorted((a, b) => a.number - b.number)[0] ??
    null
  )
}

/** The published version decided last: what the next decision changes. */
export function latestPublished<V extends PlanVersion>(versions: readonly V[]): V | null {
  return versions.filter(isPublished).toSorted(byEffect).at(-1) ?? null
}

function byEffect(a: PlanVersion, b: PlanVersion): number {
  const from = a.effectiveOn ?? ''
  const other = b.effectiveOn ?? ''
  if (from !== other) return from < other ? -1 : 1
  return a.number - b.number
}

/** "Phương án A", "Phương án B", … "Phương án AA": the first name nobody has. */
export function nextDraftName(taken: readonly string[]): string {
  for (let at = 0; ; at += 1) {
    const name = `${DRAFT_WORD}${lettersOf(at)}`
    if (!taken.includes(name)) return name
  }
}

/** 0 → A, 25 → Z, 26 → AA, as columns of a table are lettered. */
function lettersOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}

/** "Điều chỉnh lần 2": the second adjustment of the plan. */
export function nextAdjustmentName(versions: readonly Pick<PlanVersion, 'state' | 'name'>[]): string {
  const taken = new Set(versions.map(({ name }) => name))
  for (let at = versions.filter(isAdjustment).length + 1; ; at += 1) {
    const name = `Điều chỉnh lần ${at}`
    if (!taken.has(name)) return name
  }
}
