import { z } from 'zod'
import { PACKAGE_KINDS } from '../domain/exchange/content.ts'
import { defineCommand, defineJob, defineQuery, type Area } from './core.ts'
import {
  applyOutcome,
  clashRow,
  counts,
  packagePreview,
  packageEnds,
  packageRow,
  period,
  roundRow,
  senderKey,
  siteRow,
} from './exchange-rows.ts'
import { codeText, figure, filledText, isoDate, looseText, nothing, pathText, rowIdText } from './fields.ts'
import { keptChange } from './history.ts'

/** Names what is left out or decided: a file (nothing filled in), a table, a row, a column of a table, or a cell. */
const selector = z.object({
  table: z.string().nullable().default(null),
  row: z.string().nullable().default(null),
  column: z.string().nullable().default(null),
})

const clashMode = z.enum(['ours', 'theirs', 'leave'])

const EVERYTHING: readonly Area[] = [
  'units',
  'indicators',
  'plans',
  'targets',
  'catalogues',
  'enterprises',
  'unions',
  'results',
  'exchange',
  'history',
]

export const exchangeContract = {
  'exchange.site': defineQuery(nothing, siteRow),
  /** Whose file this is. `unit`: the unit whose view it keeps; null leaves it. */
  'exchange.setSite': defineCommand(
    z.object({ unit: codeText.nullable().default(null), name: looseText.nullable().default(null) }),
    siteRow,
    ['exchange'],
  ),
  /** A copied data file becomes a site of its own, with a new id and key. */
  'exchange.renewSite': defineCommand(nothing, siteRow, ['exchange']),
  'exchange.keys': defineQuery(nothing, z.array(senderKey)),
  /** The fingerprint was read back. With the new `fingerprint` a changed key is taken from now on. */
  'exchange.trust': defineCommand(
    z.object({ site: rowIdText, fingerprint: z.string().nullable().default(null) }),
    senderKey,
    ['exchange', 'history'],
  ),

  'exchange.make': defineJob(
    z.object({
      kind: z.enum(PACKAGE_KINDS),
      /** The other side; in a file of a unit also its own code, and null, meaning the province. */
      unit: codeText.nullable().default(null),
      /** .chitieu or .xlsx. */
      file: pathText,
      period: period.nullable().default(null),
      plan: codeText.nullable().default(null),
      /** Everything again, also what was sent before. */
      full: z.boolean().default(false),
      passphrase: z.string().nullable().default(null),
      /** What a transfer moves: MST or ids of enterprises, ids of unions; the day it counts from. */
      enterprises: z.array(filledText).default([]),
      unions: z.array(filledText).default([]),
      on: isoDate.nullable().default(null),
    }),
    z.object({
      id: z.string(),
      file: z.string(),
      kind: z.enum(PACKAGE_KINDS),
      ...packageEnds,
      rows: z.number(),
      tables: z.array(z.object({ table: z.string(), title: z.string(), rows: z.number() })),
      fingerprint: z.string(),
      sha256: z.string(),
    }),
    ['enterprises', 'unions', 'exchange', 'history'],
  ),
  'exchange.read': defineJob(
    z.object({
      file: pathText,
      passphrase: z.string().nullable().default(null),
      /** Compare although what it goes on from is missing: each difference is then asked. */
      review: z.boolean().default(false),
    }),
    packagePreview,
    [],
  ),
  /** Each file all or nothing, in an order in which what is gone on from comes first. */
  'exchange.apply': defineJob(
    z.object({
      files: z.array(pathText).min(1).max(2000),
      clashes: clashMode.default('leave'),
      /** Not taken over. */
      reject: z.array(selector).max(10_000).default([]),
      /** Clashes decided one by one; the first that fits counts, then `clashes`. */
      decide: z
        .array(selector.extend({ choice: clashMode }))
        .max(10_000)
        .default([]),
      passphrase: z.string().nullable().default(null),
      review: z.boolean().default(false),
    }),
    z.object({ files: z.array(applyOutcome), ...counts }),
    EVERYTHING,
  ),
  'exchange.undo': defineCommand(
    z.object({ package: rowIdText, preview: z.boolean().default(false) }),
    z.object({
      id: z.string(),
      label: z.string(),
      preview: z.boolean(),
      /** What the import did: rows it brought, which go; removed, which come back; cells it changed, of so many rows. */
      removed: z.number(),
      restored: z.number(),
      rows: z.number(),
      cells: z.number(),
      kept: z.array(keptChange),
      keptCount: z.number(),
    }),
    EVERYTHING,
  ),
  /** Newest first. */
  'exchange.list': defineQuery(
    z.object({
      unit: codeText.nullable().default(null),
      kind: z.enum(PACKAGE_KINDS).nullable().default(null),
      limit: z.number().int().min(1).max(10_000).default(1000),
    }),
    z.array(packageRow),
  ),
  'exchange.clashes': defineQuery(z.object({ package: rowIdText.nullable().default(null) }), z.array(clashRow)),
  'exchange.decide': defineCommand(
    z.object({
      clashes: z.array(rowIdText).min(1).max(10_000),
      choice: z.enum(['ours', 'theirs']),
    }),
    z.object({ decided: z.number(), open: z.number() }),
    EVERYTHING,
  ),

  /** Draft, opinions and what was issued, side by side. In a file of a unit: its own rows. */
  'exchange.round': defineQuery(
    z.object({ plan: codeText.nullable().default(null), unit: codeText.nullable().default(null) }),
    z.array(roundRow),
  ),
  /** What the unit says to the draft of one of its targets. */
  'exchange.setOpinion': defineCommand(
    z.object({
      plan: codeText.nullable().default(null),
      unit: codeText.nullable().default(null),
      indicator: codeText,
      assigner: codeText.nullable().default(null),
      agreed: z.boolean().default(false),
      proposed: figure.nullable().default(null),
      note: looseText.nullable().default(null),
    }),
    roundRow,
    ['targets', 'exchange', 'history'],
  ),
  'exchange.signCommitment': defineCommand(
    z.object({
      plan: codeText.nullable().default(null),
      unit: codeText.nullable().default(null),
      by: filledText,
      position: looseText.nullable().default(null),
      number: looseText.nullable().default(null),
      on: isoDate.nullable().default(null),
      note: looseText.nullable().default(null),
    }),
    z.object({ plan: z.string(), unit: z.string(), signedBy: z.string(), signedOn: z.string() }),
    ['targets', 'exchange', 'history'],
  ),
}
