import { z } from 'zod'
import { QUALIFIERS } from '../domain/results/qualifier.ts'
import { RECONCILE_KINDS } from '../domain/results/reconcile-pair.ts'
import { defineQuery } from './core.ts'
import { codeText, isoDate } from './fields.ts'
import { fileCell, reportedRow } from './results.ts'
import { planCode } from './target-fields.ts'

/** A figure one of the two numbers rests on, with the file and the cell it came in. */
const reconcileReport = reportedRow
  .pick({ id: true, unit: true, unitName: true, indicator: true, from: true, asOf: true, basis: true, value: true })
  .extend({ word: z.string().nullable(), file: fileCell.nullable() })
export type ReconcileReport = z.output<typeof reconcileReport>

/** A union that was counted, by its decision. */
const reconcileUnion = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  foundedOn: z.string().nullable(),
  decision: z.string().nullable(),
  endedOn: z.string().nullable(),
})
export type ReconcileUnion = z.output<typeof reconcileUnion>

const side = z.object({
  /** "Báo cáo của đơn vị", "Đếm theo quyết định". */
  label: z.string(),
  value: z.number().nullable(),
  qualifier: z.enum(QUALIFIERS).nullable(),
  indicators: z.array(z.string()),
  /** With `trace`: the rows behind the number; else empty. */
  reports: z.array(reconcileReport),
  unions: z.array(reconcileUnion),
})

export const reconcileRow = z.object({
  kind: z.enum(RECONCILE_KINDS),
  unit: z.string(),
  name: z.string(),
  indicator: z.string(),
  indicatorName: z.string(),
  /** Of targets: who set them. */
  assigner: z.string().nullable(),
  from: z.string().nullable(),
  asOf: z.string().nullable(),
  left: side,
  right: side,
  /** left − right; null where one of them is not known. */
  difference: z.number().nullable(),
  agrees: z.boolean(),
  /** Codes of what nobody told and was taken for 0. */
  untold: z.array(z.string()),
  sentence: z.string(),
})
export type ReconcileRow = z.output<typeof reconcileRow>

export const reconcileAnswer = z.object({
  plan: z.string(),
  asOf: z.string(),
  /** How many pairs of numbers were held against each other, and how many of them agree. */
  checked: z.number(),
  agreed: z.number(),
  /** Those that do not agree; with `all` every pair. */
  rows: z.array(reconcileRow),
})
export type ReconcileAnswer = z.output<typeof reconcileAnswer>

export const reconcileContract = {
  /** Flow, loss, net, stock and ratio against each other, own against children, decisions against reports. */
  'results.reconcile': defineQuery(
    z.object({
      plan: planCode,
      asOf: isoDate.nullable().default(null),
      /** Only this unit and those below it. */
      unit: codeText.nullable().default(null),
      all: z.boolean().default(false),
      /** Names the rows behind both numbers of each pair. */
      trace: z.boolean().default(false),
    }),
    reconcileAnswer,
  ),
}
