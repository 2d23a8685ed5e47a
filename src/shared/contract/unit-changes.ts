import { z } from 'zod'
import { TARGET_KINDS } from '../domain/targets/target.ts'
import { defineCommand, defineQuery, type Area } from './core.ts'
import { codeText, figure, filledText, isoDate } from './fields.ts'

const TOUCHES: readonly Area[] = ['units', 'targets', 'results', 'enterprises', 'unions', 'plans', 'history']

/** A unit that begins with the change. What is left out is made from its name and from what it takes over. */
const newUnit = z.object({
  name: filledText,
  code: codeText.optional(),
  shortName: filledText.optional(),
  type: z.string().optional(),
  parent: z.string().optional(),
})

/** Either a unit that is there (its code) or a new one. */
const receiver = z.object({ unit: codeText.nullable().default(null), newUnit: newUnit.nullable().default(null) })
export type ReceiverInput = z.output<typeof receiver>

/** A receiver among several: by its code, its name, or its place in the list (1, 2, …). */
const receiverName = z.string().trim().min(1).max(300)

const decision = {
  /** First day of the new order; what ends has its last day the day before. */
  on: isoDate,
  decisionNumber: filledText.nullable().default(null),
  decidedOn: isoDate.nullable().default(null),
  decidedBy: filledText.nullable().default(null),
}

/** Whether targets and results count for the successor ("cộng") or stay in the ended unit's own closed row. */
const figureFate = z.enum(['follow', 'stay']).default('follow')

const reference = z.string().trim().min(1).max(300)

export const unitChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('merge'),
    from: z.array(codeText).min(1).max(500),
    into: receiver,
    figures: figureFate,
    ...decision,
  }),
  z.object({
    kind: z.literal('split'),
    from: codeText,
    into: z.array(receiver).min(1).max(50),
    /** False: parts are taken out of it and it goes on. */
    ends: z.boolean().default(true),
    /** Who gets what of it: children by code, enterprises by id or MST, unions by id or name. */
    parts: z
      .array(z.object({ what: z.enum(['unit', 'enterprise', 'union']), which: reference, to: receiverName }))
      .max(200_000)
      .default([]),
    /** Who gets everything that is not named. */
    rest: receiverName.nullable().default(null),
    targets: z
      .array(
        z.object({
          plan: codeText,
          indicator: codeText,
          /** Null: the only one who gave the unit a target of it. */
          assigner: z.string().nullable().default(null),
          kind: z.enum(TARGET_KINDS).nullable().default(null),
          to: receiverName,
          value: figure,
        }),
      )
      .max(5000)
      .default([]),
    ...decision,
  }),
  z.object({
    kind: z.literal('transfer'),
    /** The new unit above, or the one that takes over the enterprises and unions. */
    into: codeText,
    units: z.array(codeText).max(5000).default([]),
    enterprises: z.array(reference).max(200_000).default([]),
    unions: z.array(reference).max(200_000).default([]),
    /** All that is in this unit: units right below it, enterprises, unions. */
    allOf: codeText.nullable().default(null),
    ...decision,
  }),
  z.object({
    kind: z.literal('rename'),
    unit: codeText,
    name: filledText,
    shortName: filledText.optional(),
    ...decision,
  }),
  z.object({
    kind: z.literal('end'),
    unit: codeText,
    /** Who takes over; null: nobody. */
    into: codeText.nullable().default(null),
    figures: figureFate,
    ...decision,
  }),
])
export type UnitChangeInput = z.output<typeof unitChange>

export const totalLine = z.object({
  what: z.enum(['enterprises', 'workers', 'members', 'unions', 'union-members', 'target', 'result']),
  /** As people say it: "Lao động trong doanh nghiệp", "Kết quả: ĐV mới". */
  label: z.string(),
  plan: z.string().nullable(),
  indicator: z.string().nullable(),
  assigner: z.string().nullable(),
  before: z.number(),
  after: z.number(),
  difference: z.number(),
})
export type TotalLineRow = z.output<typeof totalLine>

export const changeReport = z.object({
  /** The name of the step: "Sáp nhập 2 đơn vị vào Công đoàn phường A từ 1/7/2025". */
  title: z.string(),
  on: z.string(),
  /** Every total is the same before and after: it may be written. */
  balanced: z.boolean(),
  /** Why it is not, and what to do. */
  problem: z.string().nullable(),
  totals: z.array(totalLine),
  /** What becomes of each unit concerned. */
  units: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      effect: z.enum(['created', 'ended', 'renamed', 'moved', 'received']),
      text: z.string(),
    }),
  ),
  /** The targets of the units concerned by unit, without the change and with it. */
  targets: z.array(
    z.object({
      plan: z.string(),
      indicator: z.string(),
      indicatorName: z.string(),
      assigner: z.string(),
      kind: z.enum(TARGET_KINDS),
      unit: z.string(),
      unitName: z.string(),
      before: z.number().nullable(),
      after: z.number().nullable(),
    }),
  ),
  moved: z.object({ units: z.number(), enterprises: z.number(), unions: z.number() }),
})
export type ChangeReport = z.output<typeof changeReport>

export const unitChangesContract = {
  /** What a change would do, with the totals of its day before and after. Nothing is written. */
  'units.previewChange': defineQuery(z.object({ change: unitChange }), changeReport),
  /** The same, written as one step; refused when a total would not be the same after it. */
  'units.change': defineCommand(z.object({ change: unitChange }), changeReport, TOUCHES),
  /** What is in a unit on a day, to be divided or moved. */
  'units.contents': defineQuery(
    z.object({ unit: codeText, on: isoDate }),
    z.object({
      children: z.array(z.object({ code: z.string(), name: z.string() })),
      enterprises: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          taxCode: z.string().nullable(),
          workers: z.number(),
          members: z.number(),
        }),
      ),
      unions: z.array(z.object({ id: z.string(), name: z.string(), members: z.number() })),
      targets: z.array(
        z.object({
          plan: z.string(),
          indicator: z.string(),
          indicatorName: z.string(),
          assigner: z.string(),
          assignerName: z.string(),
          kind: z.enum(TARGET_KINDS),
          value: z.number(),
        }),
      ),
    }),
  ),
  /** A unit's names, the units above it and what happened to it, by date. */
  'units.history': defineQuery(
    z.object({ unit: codeText }),
    z.object({
      name: z.string(),
      standings: z.array(
        z.object({
          name: z.string(),
          typeName: z.string(),
          parentName: z.string().nullable(),
          from: z.string().nullable(),
          until: z.string().nullable(),
        }),
      ),
      events: z.array(z.object({ on: z.string(), text: z.string() })),
    }),
  ),
}
