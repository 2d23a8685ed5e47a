import { z } from 'zod'
import { ALLOCATION_WEIGHTS } from '../domain/targets/why.ts'
import { TARGET_KINDS } from '../domain/targets/target.ts'
import { REPORT_BASES } from '../domain/results/reported-entry.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, figure, filledText, LARGEST_FIGURE, nothing, rowIdText, wholeNumber } from './fields.ts'

/** A plan by its code; null or left out: the newest year plan. */
export const planCode = codeText.nullable().default(null)
/** Who sets the target: a code, name, short name or alias; a name not known yet makes a new row. */
export const assignerName = filledText
export const targetKind = z.enum(TARGET_KINDS)
export const basis = z.enum(REPORT_BASES)

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
  locked: z.boolean(),
  decision: z.string().nullable(),
  note: z.string().nullable(),
})
export type TargetRow = z.output<typeof targetRow>

/** One cell to write. `basis` null: as is usual for the plan's kind. */
export const targetCell = z.object({
  unit: codeText,
  indicator: codeText,
  assigner: assignerName,
  kind: targetKind.default('assigned'),
  basis: basis.nullable().default(null),
  value: figure.nullable(),
  note: z.string().nullable().default(null),
  /** True takes the target away; `value` is then not looked at. */
  remove: z.boolean().default(false),
})

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
export type TargetTableRow = z.output<typeof targetTableRow>

export const allocationInput = z.object({
  plan: planCode,
  indicator: codeText,
  assigner: assignerName,
  kind: targetKind.default('assigned'),
  /** Whose direct children share the total; null: the root. */
  owner: codeText.nullable().default(null),
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
    z.object({ plan: planCode, unit: codeText.nullable().default(null) }),
    z.array(targetRow),
  ),
  /** The grid of one assigner: root first, groups by unit type, TỔNG CỘNG last. */
  'targets.table': defineQuery(
    z.object({ plan: planCode, assigner: assignerName, kind: targetKind.default('assigned') }),
    z.object({ plan: z.string(), rows: z.array(targetTableRow) }),
  ),
  'targets.set': defineCommand(targetCell.omit({ remove: true }).extend({ plan: planCode }), targetRow, ['targets']),
  /** Several cells as one step that is undone as one; all or none. */
  'targets.setMany': defineCommand(
    z.object({ plan: planCode, cells: z.array(targetCell), label: z.string().optional() }),
    z.object({ written: z.number() }),
    ['targets'],
  ),
  'targets.lock': defineCommand(z.object({ ids: z.array(rowIdText), locked: z.boolean() }), nothing, ['targets']),
  'targets.previewAllocation': defineQuery(allocationInput, allocationAnswer),
  'targets.allocate': defineCommand(allocationInput, allocationAnswer, ['targets']),
  /** How a unit's number came about; null when it was not allocated. `changedSince`: it was edited afterwards. */
  'targets.why': defineQuery(
    z.object({ plan: planCode, unit: codeText, indicator: codeText, assigner: assignerName }),
    z
      .object({
        why: z.string(),
        allocated: z.number(),
        total: z.number(),
        by: z.enum(ALLOCATION_WEIGHTS),
        madeAt: z.string(),
        changedSince: z.boolean(),
      })
      .nullable(),
  ),
}
