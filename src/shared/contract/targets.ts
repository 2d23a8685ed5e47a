import { z } from 'zod'
import { ALLOCATION_WEIGHTS } from '../domain/targets/why.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, filledText, isoDate, LARGEST_FIGURE, nothing, rowIdText, wholeNumber } from './fields.ts'
import { planVersionRow } from './plan-versions.ts'
import { targetOrigin, whyAllocated } from './target-origin.ts'
import { anyVersion, assignerName, basis, planCode, stepLabel, targetCell, targetKind } from './target-fields.ts'

export { basis, planCode, targetKind }

export const assignerRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  aliases: z.array(z.string()),
  sortOrder: z.number(),
})
export type AssignerRow = z.output<typeof assignerRow>

export const targetRow = z.object({
  id: z.string(),
  plan: z.string(),
  unit: z.string(),
  unitName: z.string(),
  indicator: z.string(),
  /** Short name and code of the assigner. */
  assigner: z.string(),
  assignerCode: z.string(),
  kind: targetKind,
  basis,
  /** Null: there is a target, its number was not given. */
  value: z.number().nullable(),
  /** Number of the plan's version it belongs to. */
  version: z.number(),
  locked: z.boolean(),
  decision: z.string().nullable(),
  note: z.string().nullable(),
})
export type TargetRow = z.output<typeof targetRow>

/** A row of the grid unit × indicator for one assigner: a unit, a group of units, or TỔNG CỘNG. */
export const targetTableRow = z.object({
  level: z.enum(['unit', 'group', 'total']),
  unit: z.string().nullable(),
  name: z.string(),
  depth: z.number(),
  /** By indicator code; an indicator without a target there is left out. */
  cells: z.record(
    z.string(),
    z.object({
      /** Own entry if there is one, else the sum of the children. */
      value: z.number().nullable(),
      own: z.number().nullable(),
      ofChildren: z.number().nullable(),
      /** Row id of the own entry. */
      id: z.string().nullable(),
      locked: z.boolean(),
    }),
  ),
})

/** A cell of the sheet; `before` is what the version it was copied from has there. */
const sheetCell = z.object({
  value: z.number().nullable(),
  own: z.number().nullable(),
  ofChildren: z.number().nullable(),
  id: z.string().nullable(),
  locked: z.boolean(),
  note: z.string().nullable(),
  before: z.number().nullable(),
  changed: z.boolean(),
})
export type SheetCell = z.output<typeof sheetCell>

/** Whose targets, of which kind. */
const targetSet = z.object({ assigner: assignerName, kind: targetKind.default('assigned') })

export const sheetRow = targetTableRow.omit({ cells: true }).extend({
  parent: z.string().nullable(),
  /** One per set asked for, each by indicator code. */
  sets: z.array(z.record(z.string(), sheetCell)),
})
export type SheetRow = z.output<typeof sheetRow>

export const allocationInput = z.object({
  plan: planCode,
  version: anyVersion,
  indicator: codeText,
  assigner: assignerName,
  kind: targetKind.default('assigned'),
  /** Whose direct children share the total; null: the root. */
  owner: codeText.nullable().default(null),
  /** Only these of its children share the total, the others keep what they have; null: all of them. */
  units: z.array(codeText).min(1).nullable().default(null),
  total: wholeNumber,
  by: z.enum(ALLOCATION_WEIGHTS),
  /** Enterprises count from so many workers, when spread by enterprises. */
  threshold: z.number().positive().max(LARGEST_FIGURE).int().default(20),
  /** By unit code, when spread by hand. */
  weights: z.record(z.string(), z.number().min(0).max(LARGEST_FIGURE)).default({}),
  /** Units (by code) that keep a number; cells locked in the grid keep theirs without being named. */
  locks: z.record(z.string(), wholeNumber).default({}),
  floor: wholeNumber.default(0),
  floors: z.record(z.string(), wholeNumber).default({}),
  cap: wholeNumber.nullable().default(null),
  caps: z.record(z.string(), wholeNumber).default({}),
})
export type AllocationInput = z.output<typeof allocationInput>

export const allocationAnswer = z.object({
  plan: z.string(),
  indicator: z.string(),
  assigner: z.string(),
  owner: z.string(),
  total: z.number(),
  by: z.enum(ALLOCATION_WEIGHTS),
  units: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      value: z.number(),
      weight: z.number(),
      /** "Vì sao số này", one sentence. */
      why: z.string(),
      floor: z.number(),
      cap: z.number().nullable(),
      locked: z.boolean(),
      /** What stands there now, before the allocation is written. */
      before: z.number().nullable(),
    }),
  ),
  /** The owner's own target by this assigner after the allocation; it may differ from the total. */
  ownerTarget: z.number().nullable(),
})
export type AllocationAnswer = z.output<typeof allocationAnswer>

export const targetsContract = {
  'assigners.list': defineQuery(nothing, z.array(assignerRow)),
  'assigners.save': defineCommand(
    z.object({
      id: z.string().nullable().default(null),
      code: codeText,
      name: filledText,
      shortName: filledText.optional(),
      aliases: z.array(filledText).default([]),
    }),
    assignerRow,
    ['targets'],
  ),
  /** Own entries only; what is summed from children is in `targets.table` and in progress. */
  'targets.list': defineQuery(
    z.object({
      plan: planCode,
      version: anyVersion,
      /** The day whose version in force is listed when none is named; null: today. */
      asOf: isoDate.nullable().default(null),
      unit: codeText.nullable().default(null),
    }),
    z.array(targetRow),
  ),
  /** The grid of one assigner: root first, groups by unit type, TỔNG CỘNG last. */
  'targets.table': defineQuery(
    z.object({
      plan: planCode,
      version: anyVersion,
      assigner: assignerName,
      kind: targetKind.default('assigned'),
    }),
    z.object({ plan: z.string(), rows: z.array(targetTableRow) }),
  ),
  /**
   * The same for one version and several assigners side by side, with notes, and what a decision changed against
   * the version before it.
   */
  'targets.sheet': defineQuery(
    z.object({ plan: planCode, version: anyVersion, sets: z.array(targetSet).min(1).max(12) }),
    z.object({ plan: z.string(), version: planVersionRow, rows: z.array(sheetRow) }),
  ),
  /**
   * Target and final result of the year before, by unit, group and TỔNG CỘNG of today's plan: what a new target is
   * weighed against. `plan` null: no plan was made for that time; results may be there all the same.
   */
  'targets.references': defineQuery(
    z.object({ plan: planCode, assigner: assignerName, kind: targetKind.default('assigned') }),
    z.object({
      plan: z.string().nullable(),
      label: z.string(),
      asOf: z.string(),
      rows: z.array(
        z.object({
          level: z.enum(['unit', 'group', 'total']),
          unit: z.string().nullable(),
          cells: z.record(z.string(), z.object({ target: z.number().nullable(), result: z.number().nullable() })),
        }),
      ),
    }),
  ),
  /** Without a version into the chosen draft; a plan that was issued takes targets only into an adjustment. */
  'targets.set': defineCommand(
    targetCell.omit({ remove: true }).extend({ plan: planCode, version: anyVersion }),
    targetRow,
    ['targets'],
  ),
  /**
   * Several cells as one step that is undone as one; all or none. With `dryRun` nothing is written, and each cell that
   * cannot be is named by its place among them.
   */
  'targets.setMany': defineCommand(
    z.object({
      plan: planCode,
      version: anyVersion,
      cells: z.array(targetCell),
      label: stepLabel,
      dryRun: z.boolean().default(false),
    }),
    z.object({
      written: z.number(),
      refused: z.array(z.object({ cell: z.number(), reason: z.string() })).exactOptional(),
    }),
    ['targets'],
  ),
  'targets.lock': defineCommand(z.object({ ids: z.array(rowIdText), locked: z.boolean() }), nothing, ['targets']),
  /** Locks or unlocks what stands in rows and columns: a cell, a unit, an indicator, a range. Null: all of them. */
  'targets.lockArea': defineCommand(
    z.object({
      plan: planCode,
      version: anyVersion,
      sets: z.array(targetSet).min(1).max(12).nullable().default(null),
      units: z.array(codeText).min(1).nullable().default(null),
      indicators: z.array(codeText).min(1).nullable().default(null),
      locked: z.boolean(),
      label: stepLabel,
    }),
    z.object({ changed: z.number() }),
    ['targets'],
  ),
  'targets.previewAllocation': defineQuery(allocationInput, allocationAnswer),
  'targets.allocate': defineCommand(allocationInput, allocationAnswer, ['targets']),
  /** How a unit's number came about; null when it was not allocated. `changedSince`: it was edited afterwards. */
  'targets.why': defineQuery(
    z.object({
      plan: planCode,
      version: anyVersion,
      unit: codeText,
      indicator: codeText,
      assigner: assignerName,
      kind: targetKind.nullable().default(null),
    }),
    whyAllocated.nullable(),
  ),
  /** "Vì sao số này" of any figure of the sheet: typed, allocated, summed, changed by a decision. */
  'targets.origin': defineQuery(
    z.object({
      plan: planCode,
      version: anyVersion,
      level: z.enum(['unit', 'group', 'total']).default('unit'),
      /** Code of the unit, or of a group's unit type; null for TỔNG CỘNG. */
      unit: codeText.nullable(),
      indicator: codeText,
      assigner: assignerName,
      kind: targetKind.default('assigned'),
    }),
    targetOrigin,
  ),
}
