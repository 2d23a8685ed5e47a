import { foldText } from '../text/fold.ts'
import type { IsoDate } from '../../kit/dates.ts'
import { ownValue } from '../../kit/own-value.ts'
import type { Findings } from './findings.ts'
import type { PlacedRecord, UnitRef } from './settle-places.ts'

/** An enterprise as the registry has it. */
export interface RegistryEntry {
  readonly id: string
  readonly taxCode: string | null
  /** MSTs of rows that were joined into it; lists may still carry them. */
  readonly formerTaxCodes?: readonly string[]
  readonly name: string
  readonly nameKey: string
  readonly unitId: string | null
  readonly legalForm: string | null
  readonly address: string | null
  readonly industry: string | null
  readonly phone: string | null
  readonly foundedOn: IsoDate | null
  readonly foundedText: string | null
  readonly note: string | null
  readonly extra: Readonly<Record<string, string>>
  /** Day of its newest observation. */
  readonly latestOn: IsoDate | null
  /** Column by column the newest observation that says something. */
  readonly current: Figures
  /** What surveys of the very day of this file said; null when there was none. */
  readonly sameDay: Figures | null
  /** What surveys after the day of this file said; null when there was none. */
  readonly newer: Figures | null
  /** The row of this very file was applied before. */
  readonly fromThisFile: boolean
}

export interface Figures {
  readonly workers: number | null
  readonly women: number | null
  readonly insured: number | null
  readonly hasUnion: boolean | null
  readonly members: number | null
  readonly difficulty: string | null
}

/** Columns of the registry row that change; `unit` is a reference because it may have to be made first. */
export interface EnterprisePatch {
  taxCode?: string
  name?: string
  unit?: UnitRef
  legalForm?: string
  address?: string
  industry?: string
  phone?: string
  foundedOn?: IsoDate
  foundedText?: string | null
  note?: string
  extra?: Readonly<Record<string, string>>
  /** What of `extra` is new; an older survey only fills with it what nobody filled. */
  further?: { readonly texts: Readonly<Record<string, string>>; readonly fillsOnly: boolean }
}

export interface RowDecision {
  readonly placed: PlacedRecord
  readonly unit: UnitRef
  readonly outcome: 'created' | 'updated' | 'unchanged'
  /** Null for one to be created. */
  readonly entry: RegistryEntry | null
  readonly patch: EnterprisePatch
  /** Whether the row is worth an observation of its own: not when the same was said for the same day before. */
  readonly observe: boolean
}

export interface ImportDecision {
  readonly rows: readonly RowDecision[]
  readonly leftOut: readonly PlacedRecord[]
  readonly isNothing: boolean
}

export const FIGURE_NAMES = ['workers', 'women', 'insured', 'hasUnion', 'members', 'difficulty'] as const

/**
 * Compares rows with the registry. An enterprise is met by its MST, else by name and unit. A blank never wipes;
 * a survey older than what is known only fills what is blank and adds to the history.
 */
export function decideImport(
  records: readonly PlacedRecord[],
  registry: Iterable<RegistryEntry>,
  date: IsoDate,
  findings: Findings,
): ImportDecision {
  const entries = meetEntries(records, registry)
  const rows: RowDecision[] = []
  const leftOut: PlacedRecord[] = []
  for (const placed of records) {
    const entry = entries.get(placed)
    if (placed.unit === null) leftOut.push(placed)
    else
      rows.push(
        entry === undefined ? decideNew(placed, placed.unit) : decideKnown(placed, placed.unit, entry, date, findings),
      )
  }
  return { rows, leftOut, isNothing: rows.every((row) => row.outcome === 'unchanged' && !row.observe) }
}

/**
 * Which row is which enterprise: first all that share an MST, then by name and unit among what is left. Two rows of
 * a file are two enterprises, so no entry is met twice.
 */
function meetEntries(
  records: readonly PlacedRecord[],
  registry: Iterable<RegistryEntry>,
): Map<PlacedRecord, RegistryEntry> {
  const byCode = new Map<string, RegistryEntry>()
  const byName = new Map<string, RegistryEntry[]>()
  for (const entry of registry) {
    for (const code of entry.formerTaxCodes ?? []) if (!byCode.has(code)) byCode.set(code, entry)
    if (entry.taxCode !== null) byCode.set(entry.taxCode, entry)
    const key = `${entry.nameKey}|${entry.unitId ?? ''}`
    const twins = byName.get(key)
    if (twins === undefined) byName.set(key, [entry])
    else twins.push(entry)
  }
  const met = new Map<PlacedRecord, RegistryEntry>()
  const taken = new Set<RegistryEntry>()
  const meet = (placed: PlacedRecord, entry: RegistryEntry | undefined): void => {
    if (entry === undefined || taken.has(entry)) return
    taken.add(entry)
    met.set(placed, entry)
  }
  for (const placed of records) if (placed.record.taxCode !== null) meet(placed, byCode.get(placed.record.taxCode))
  for (const placed of records) {
    if (met.has(placed) || placed.unit?.kind !== 'existing') continue
    const twins = (byName.get(`${placed.record.nameKey}|${placed.unit.unit.id}`) ?? []).filter(
      (entry) => !taken.has(entry),
    )
    const nameless = twins.find((entry) => entry.taxCode === null)
    // A row with an MST may give it to an enterprise that had none, never take the place of one with another.
    meet(placed, nameless ?? (placed.record.taxCode === null && twins.length === 1 ? twins[0] : undefined))
  }
  return met
}

function decideNew(placed: PlacedRecord, unit: UnitRef): RowDecision {
  return { placed, unit, outcome: 'created', entry: null, patch: {}, observe: true }
}

function decideKnown(
  placed: PlacedRecord,
  unit: UnitRef,
  entry: RegistryEntry,
  date: IsoDate,
  findings: Findings,
): RowDecision {
  const { record } = placed
  if (entry.fromThisFile) return { placed, unit, outcome: 'unchanged', entry, patch: {}, observe: false }
  const isOlder = entry.latestOn !== null && entry.latestOn > date
  const patch = decidePatch(placed, unit, entry, isOlder)
  const says = FIGURE_NAMES.filter((name) => record[name] !== null)
  const observe = entry.sameDay === null || says.some((name) => entry.sameDay?.[name] !== record[name])
  // A newer survey stands only where it said something: what it left blank this one may still put right.
  const isOverruled = (name: (typeof FIGURE_NAMES)[number]): boolean => (entry.newer?.[name] ?? null) !== null
  const changesFigures = says.some((name) => !isOverruled(name) && entry.current[name] !== record[name])
  if (isOlder && says.some(isOverruled)) findings.hint('olderSurvey', record.row, null)
  if (patch.unit !== undefined) findings.hint('movedUnit', record.row, null, record.name)
  if (patch.name !== undefined) findings.hint('renamed', record.row, null, entry.name)
  const outcome = Object.keys(patch).length > 0 || changesFigures ? 'updated' : 'unchanged'
  return { placed, unit, outcome, entry, patch, observe }
}

function decidePatch(placed: PlacedRecord, unit: UnitRef, entry: RegistryEntry, isOlder: boolean): EnterprisePatch {
  const { record } = placed
  const patch: EnterprisePatch = {}
  const isNews = (theirs: string | null, ours: string | null): theirs is string =>
    theirs !== null &&
    theirs !== '' &&
    (ours === null || ours === '' || (!isOlder && foldText(ours) !== foldText(theirs)))
  if (entry.taxCode === null && record.taxCode !== null) patch.taxCode = record.taxCode
  if (!isOlder && record.nameKey !== entry.nameKey) patch.name = record.name
  const saysWhere = placed.nameInFile !== '' || entry.unitId === null
  if (saysWhere && unit.key !== entry.unitId && (!isOlder || entry.unitId === null)) patch.unit = unit
  // A form only read off the name does not overrule one that was stated.
  const overrules = record.statesLegalForm && !isOlder && entry.legalForm !== record.legalForm
  if (record.legalForm !== null && (entry.legalForm === null || overrules)) patch.legalForm = record.legalForm
  for (const field of ['address', 'industry', 'phone', 'note'] as const) {
    const theirs = record[field]
    if (isNews(theirs, entry[field])) patch[field] = theirs
  }
  if (record.foundedOn !== null && (entry.foundedOn === null || (!isOlder && entry.foundedOn !== record.foundedOn))) {
    patch.foundedOn = record.foundedOn
    if (entry.foundedText !== null) patch.foundedText = null
  } else if (entry.foundedOn === null && isNews(record.foundedText, entry.foundedText))
    patch.foundedText = record.foundedText
  const added = Object.entries(record.extra).filter(([label, text]) =>
    isNews(text, ownValue(entry.extra, label) ?? null),
  )
  if (added.length > 0) {
    patch.extra = { ...entry.extra, ...Object.fromEntries(added) }
    patch.further = { texts: Object.fromEntries(added), fillsOnly: isOlder }
  }
  return patch
}
