import { z } from 'zod'
import { BOARD_STATES } from '../domain/exchange/board/board.ts'
import { SURVEY_FIELDS } from '../domain/survey/fields.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, figure, filledText, isoDate, looseText, nothing, rowIdText } from './fields.ts'

/** "2024-06", "2024-Q2", "2024-6T", "2024", "2024-W25", "6/2024" or a day, which means its month. */
const periodText = filledText

const state = z.enum(BOARD_STATES)

export const boardPeriod = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  dueOn: z.string(),
  counts: z.object({
    'not-sent': z.number(),
    late: z.number(),
    received: z.number(),
    accepted: z.number(),
    returned: z.number(),
  }),
})
export type BoardPeriod = z.output<typeof boardPeriod>

export const boardEntry = z.object({
  period: z.string(),
  state,
  /** "chưa gửi", "quá hạn 3 ngày", … as a list shows it. */
  stateText: z.string(),
  dueOn: z.string(),
  receivedOn: z.string().nullable(),
  /** Days behind the due day: of what came late, or of what has not come yet. */
  daysLate: z.number(),
  /** Last day of the figures, and the report they stand in. */
  asOf: z.string().nullable(),
  report: z.string().nullable(),
  source: z.string().nullable(),
  /** When the period's form or questions were last sent to the unit; null when never. */
  sentOn: z.string().nullable(),
  questions: z.number(),
  openQuestions: z.number(),
})
export type BoardEntry = z.output<typeof boardEntry>

export const boardRow = z.object({
  unit: z.string(),
  name: z.string(),
  type: z.string(),
  cells: z.array(boardEntry),
})
export type BoardRow = z.output<typeof boardRow>

export const question = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  period: z.string().nullable(),
  asOf: z.string(),
  indicator: z.string().nullable(),
  title: z.string(),
  said: z.string().nullable(),
  reason: z.string(),
  askedBy: z.string(),
  askedOn: z.string(),
  answer: z.string().nullable(),
  corrected: z.number().nullable(),
  answeredOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  open: z.boolean(),
})
export type Question = z.output<typeof question>

export const senderMapping = z.object({
  id: z.string(),
  sender: z.string(),
  /** Titles of the list as they stood, in order. */
  titles: z.array(z.string()),
  /** Field by column letter; null: kept under its title. */
  fields: z.record(z.string(), z.string().nullable()),
  usedOn: z.string(),
})
export type SenderMapping = z.output<typeof senderMapping>

export const exchangeBoardContract = {
  /** Units that report to this office, each with the periods asked for. */
  'board.get': defineQuery(
    z.object({
      /** Codes; empty: the last periods of `kind` up to the day. */
      periods: z.array(periodText).max(60).default([]),
      kind: z.enum(['week', 'month', 'quarter', 'half', 'nine', 'year']).default('month'),
      last: z.number().int().min(1).max(24).default(6),
      unit: codeText.nullable().default(null),
      asOf: isoDate.nullable().default(null),
    }),
    z.object({ asOf: z.string(), periods: z.array(boardPeriod), rows: z.array(boardRow) }),
  ),
  /** Takes the reports of these units for the period as right, or takes that back. */
  'board.accept': defineCommand(
    z.object({ units: z.array(codeText).min(1).max(2000), period: periodText, accepted: z.boolean().default(true) }),
    z.object({ changed: z.number() }),
    ['results', 'exchange', 'history'],
  ),
  /** Asks about figures of a unit's report; they travel to the unit with the next return file. */
  'board.ask': defineCommand(
    z.object({
      unit: codeText,
      period: periodText,
      questions: z
        .array(z.object({ indicator: codeText, reason: filledText }))
        .min(1)
        .max(500),
    }),
    z.array(question),
    ['exchange', 'history'],
  ),
  'board.questions': defineQuery(
    z.object({
      unit: codeText.nullable().default(null),
      period: periodText.nullable().default(null),
      open: z.boolean().default(false),
    }),
    z.array(question),
  ),
  /** Closes questions without an answer. */
  'board.close': defineCommand(
    z.object({ ids: z.array(rowIdText).min(1).max(2000) }),
    z.object({ closed: z.number() }),
    ['exchange', 'history'],
  ),
  /** What the unit says to a question, and the right figure where the first was wrong. */
  'board.answer': defineCommand(
    z.object({ id: rowIdText, answer: looseText.nullable().default(null), corrected: figure.nullable().default(null) }),
    question,
    ['results', 'exchange', 'history'],
  ),
  /** How the columns of senders' lists are read, newest first. */
  'senders.list': defineQuery(nothing, z.array(senderMapping)),
  /** Sets how the columns of this sender's lists with these titles are read from now on. */
  'senders.save': defineCommand(
    z.object({
      sender: filledText,
      titles: z.array(looseText).min(1).max(300),
      /** Field by column letter; null: kept under its title. Columns left out are guessed as always. */
      fields: z.record(z.string(), z.enum(SURVEY_FIELDS).nullable()),
    }),
    senderMapping,
    ['exchange', 'history'],
  ),
  'senders.forget': defineCommand(z.object({ id: rowIdText }), nothing, ['exchange', 'history']),
}
