import { z } from 'zod'
import { PACKAGE_KINDS } from '../domain/exchange/content.ts'
import { isoDate } from './fields.ts'

// What the exchange answers: sites and keys, packages, comparisons cell by cell, what came of a file, a round.

export const period = z.object({ from: isoDate, to: isoDate })

/** One data file: who it is, and the fingerprint another office reads back over the telephone. */
export const siteRow = z.object({
  /** Null until the file first sends or receives. */
  id: z.string().nullable(),
  unit: z.string(),
  unitName: z.string(),
  /** The PC, as the office calls it. */
  name: z.string(),
  /** What the file sees: the whole province, or one unit. */
  mode: z.enum(['province', 'unit']),
  fingerprint: z.string().nullable(),
})
export type SiteRow = z.output<typeof siteRow>

/** Keys of others. seen: taken at first use; verified: read back over the telephone; changed: refused until decided. */
export const senderKey = z.object({
  site: z.string(),
  unit: z.string(),
  unitName: z.string(),
  fingerprint: z.string(),
  state: z.enum(['seen', 'verified']),
  firstSeen: z.string(),
  verifiedAt: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  /** A key that was refused because it is not the known one. */
  refused: z.string().nullable(),
})
export type SenderKey = z.output<typeof senderKey>

export const party = z.object({ unit: z.string(), name: z.string(), site: z.string().nullable() })

/** From whom to whom, about what, and where it stands among those sent before. */
export const packageEnds = {
  from: party,
  to: party,
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  plan: z.string().nullable(),
  sequence: z.number(),
  base: z.string().nullable(),
  answers: z.string().nullable(),
}

export const packageRow = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  kind: z.enum(PACKAGE_KINDS),
  carrier: z.enum(['package', 'form']),
  ...packageEnds,
  file: z.string(),
  /** made: sent out; applied, undone: taken over, and taken back; waiting: what it goes on from is not there yet. */
  state: z.enum(['made', 'applied', 'undone', 'waiting']),
  /** When it was made, or came in. */
  at: z.string(),
  who: z.string(),
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  deleted: z.number(),
  unchanged: z.number(),
  clashes: z.number(),
  /** Clashes of it that are still open. */
  open: z.number(),
  /** Step of the history, for undo. */
  operationId: z.string().nullable(),
})
export type PackageRow = z.output<typeof packageRow>

/** One cell, or with column '' a whole row, of a comparison. */
export const cellChange = z.object({
  table: z.string(),
  tableTitle: z.string(),
  /** Id in this data file; of a row to be made, as it came. */
  row: z.string(),
  rowTitle: z.string(),
  unit: z.string().nullable(),
  column: z.string(),
  columnTitle: z.string(),
  /**
   * take: theirs is written; create, delete: a whole row; clash: changed on both sides; keep: rejected by the clerk.
   */
  what: z.enum(['take', 'create', 'delete', 'clash', 'keep']),
  /** As both last had it, as it came, as it stands here. Texts as people read them; null: empty. */
  old: z.string().nullable(),
  theirs: z.string().nullable(),
  ours: z.string().nullable(),
  theirsBy: z.string().nullable(),
  theirsAt: z.string().nullable(),
  oursBy: z.string().nullable(),
  oursAt: z.string().nullable(),
  /** Whether this side may decide a clash; if not, taking theirs is the way, or leaving it. */
  decides: z.boolean(),
})
export type CellChange = z.output<typeof cellChange>

export const counts = {
  created: z.number(),
  updated: z.number(),
  deleted: z.number(),
  unchanged: z.number(),
  clashes: z.number(),
}

const trust = z.object({
  /** own-office: another site of this very unit; form: no key; new: first use, read the fingerprint back. */
  state: z.enum(['unsigned', 'new', 'seen', 'verified', 'changed']),
  fingerprint: z.string().nullable(),
  knownFingerprint: z.string().nullable(),
})

const gap = z.object({
  id: z.string(),
  /** Null where nothing is known of it but its id. */
  sequence: z.number().nullable(),
  sentence: z.string(),
})

const placedProblem = z.object({
  table: z.string(),
  row: z.string(),
  column: z.string(),
  place: z.string().nullable(),
  message: z.string(),
})

/** What a file holds and what taking it over would do; nothing was written. */
export const packagePreview = z.object({
  file: z.string(),
  id: z.string(),
  kind: z.enum(PACKAGE_KINDS),
  carrier: z.enum(['package', 'form']),
  from: party,
  to: party,
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  plan: z.string().nullable(),
  sequence: z.number(),
  base: z.string().nullable(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** new: can be taken over; applied: was, see `appliedAt`; waiting: see `gaps`. */
  state: z.enum(['new', 'applied', 'undone', 'waiting']),
  appliedAt: z.string().nullable(),
  trust,
  ...counts,
  /** Rows the file holds, by table. */
  tables: z.array(z.object({ table: z.string(), title: z.string(), rows: z.number() })),
  /** The first some thousands of them. */
  changes: z.array(cellChange),
  changeCount: z.number(),
  /** Those of them that both sides changed, which `clashes` counts. */
  clashCells: z.array(cellChange),
  problems: z.array(placedProblem),
  /** The package it replies to, as this file knows it; null when it replies to none, or to one unknown here. */
  answers: packageRow.nullable(),
  /** Rows of that package the file no longer has; nothing happens to them. */
  missing: z.array(z.object({ table: z.string(), row: z.string(), title: z.string() })),
  gaps: z.array(gap),
})
export type PackagePreview = z.output<typeof packagePreview>

export const applyOutcome = z.object({
  file: z.string(),
  /** again: it was taken over before, at `appliedAt`; refused: `error` says why; waiting: taken over once `gaps` came. */
  status: z.enum(['applied', 'again', 'waiting', 'refused']),
  id: z.string().nullable(),
  kind: z.enum(PACKAGE_KINDS).nullable(),
  from: party.nullable(),
  sequence: z.number().nullable(),
  appliedAt: z.string().nullable(),
  ...counts,
  /** Cells left open; those the other side has to decide are among them. */
  open: z.number(),
  missing: z.number(),
  problems: z.array(placedProblem),
  trust: trust.nullable(),
  gaps: z.array(gap),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type ApplyOutcome = z.output<typeof applyOutcome>

export const clashRow = z.object({
  id: z.string(),
  package: z.string(),
  table: z.string(),
  tableTitle: z.string(),
  row: z.string(),
  rowTitle: z.string(),
  column: z.string(),
  columnTitle: z.string(),
  old: z.string().nullable(),
  theirs: z.string().nullable(),
  ours: z.string().nullable(),
  theirUnit: z.string(),
  by: z.string().nullable(),
  at: z.string().nullable(),
  /** False: the other side decides; this one may only take theirs. */
  decides: z.boolean(),
})
export type ClashRow = z.output<typeof clashRow>

export const roundRow = z.object({
  unit: z.string(),
  unitName: z.string(),
  indicator: z.string(),
  indicatorName: z.string(),
  assigner: z.string(),
  kind: z.string(),
  draft: z.number().nullable(),
  /** Null: no opinion yet. */
  agreed: z.boolean().nullable(),
  proposed: z.number().nullable(),
  note: z.string().nullable(),
  givenBy: z.string().nullable(),
  givenOn: z.string().nullable(),
  issued: z.number().nullable(),
})
export type RoundRow = z.output<typeof roundRow>
