import type { CommendationRow } from '#shared/contract/organisation-rows.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { COMMENDATION_WORDS, STEERING_TEXT } from '../text/steering.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalChoice, readOptionalNumber } from '../values.ts'

function commendationTable(rows: readonly CommendationRow[]): string {
  return writeTable(
    STEERING_TEXT.commendationHeads,
    rows.map((row) => [
      row.rank,
      row.name,
      row.formName,
      STEERING_TEXT.commendationStates[row.state],
      row.exclusion ?? row.reason,
    ]),
  )
}

export const commendationsListCommand: Command = {
  name: ['commendations', 'list'],
  usage: '--db TỆP [--plan MÃ] [--state proposed|excluded|submitted|awarded|refused]',
  summary: 'Tập thể, cá nhân đề nghị khen thưởng và không đề nghị, kèm lý do',
  options: { values: ['plan', 'state'] },
  db: 'required',
  async run(backend, args) {
    const state = readOptionalChoice(args, 'state', COMMENDATION_WORDS)
    if (!state.ok) return state
    const listed = await backend.call('commendations.list', {
      plan: args.value('plan') ?? null,
      state: state.value,
    })
    return listed.ok ? ok({ value: listed.value, text: commendationTable(listed.value) }) : listed
  },
}

export const commendationsProposeCommand: Command = {
  name: ['commendations', 'propose'],
  usage:
    '--db TỆP [--plan MÃ] [--as-of NGÀY] [--indicator MÃ]… [--assigner MÃ] [--at-least %] [--top SỐ] [--form MÃ] [--people [--person-form MÃ]] [--dry-run]',
  summary: 'Đề nghị khen thưởng theo xếp thứ: nơi đạt mọi chỉ tiêu được giao; nơi khác nêu rõ lý do không đề nghị',
  options: {
    values: ['plan', 'as-of', 'assigner', 'at-least', 'top', 'form', 'person-form'],
    lists: ['indicator'],
    flags: ['people', 'dry-run'],
  },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const atLeast = readOptionalNumber(args.value('at-least'))
    if (!atLeast.ok) return atLeast
    const top = readOptionalNumber(args.value('top'))
    if (!top.ok) return top
    const made = await backend.call('commendations.propose', {
      plan: args.value('plan') ?? null,
      asOf: asOf.value,
      assigner: args.value('assigner') ?? null,
      indicators: [...args.list('indicator')],
      ...(atLeast.value === null ? {} : { atLeast: atLeast.value }),
      top: top.value,
      form: args.value('form') ?? null,
      personForm: args.value('person-form') ?? null,
      people: args.flag('people'),
      dryRun: args.flag('dry-run'),
    })
    if (!made.ok) return made
    const { rows, proposed, excluded } = made.value
    return ok({
      value: made.value,
      text: [commendationTable(rows), STEERING_TEXT.proposed(proposed, excluded)].join('\n'),
    })
  },
}
