import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Input } from '#shared/contract/index.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { Command } from '../command.ts'
import { readDate, readDates, readOptionalDate } from '../dates.ts'
import {
  findCommittee,
  findEach,
  findEnterprise,
  findOptional,
  findOptionalPerson,
  findPerson,
  splitParts,
} from '../find-rows.ts'
import { FOLLOW_UP_WORDS, STEERING_TEXT, VISIT_WORDS } from '../text/steering.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalChoice, readOptionalNumber, requireOptions } from '../values.ts'
import { writeRecords } from '../write-records.ts'

const { day } = STEERING_TEXT

export const visitsListCommand: Command = {
  name: ['visits', 'list'],
  usage: '--db TỆP [--from NGÀY] [--to NGÀY] [--unit MÃ] [--state planned|done|cancelled] [--as-of NGÀY]',
  summary: 'Các buổi làm việc với thực trạng, khó khăn, nguyên nhân, giải pháp và việc còn lại',
  options: { values: ['from', 'to', 'unit', 'state', 'as-of'] },
  db: 'required',
  async run(backend, args) {
    const dates = readDates(args, ['from', 'to', 'as-of'])
    if (!dates.ok) return dates
    const state = readOptionalChoice(args, 'state', VISIT_WORDS)
    if (!state.ok) return state
    const listed = await backend.call('visits.list', {
      from: dates.value.from,
      to: dates.value.to,
      asOf: dates.value['as-of'],
      unit: args.value('unit') ?? null,
      state: state.value,
    })
    if (!listed.ok) return listed
    return ok({
      value: listed.value,
      text: writeTable(
        STEERING_TEXT.visitHeads,
        listed.value.map((row) => [
          day(row.onDate),
          row.subjectName,
          row.leader,
          STEERING_TEXT.visitStates[row.state],
          row.openFollowUps,
          row.overdueFollowUps,
        ]),
      ),
    })
  },
}

const TEXTS = [
  'title',
  'hosts',
  'situation',
  'strengths',
  'difficulties',
  'causes',
  'solutions',
  'conclusion',
  'note',
] as const

export const visitsAddCommand: Command = {
  name: ['visits', 'add'],
  usage:
    '--db TỆP --on NGÀY (--unit MÃ | --enterprise MST|TÊN) [--leader TÊN] [--person TÊN]… [--committee TÊN] [--title CHỮ] [--hosts CHỮ] [--situation CHỮ] [--strengths CHỮ] [--difficulties CHỮ] [--causes CHỮ] [--solutions CHỮ] [--conclusion CHỮ] [--note CHỮ] [--state planned|done|cancelled] [--follow-up "VIỆC; NGƯỜI; HẠN; MÃ ĐƠN VỊ"]…',
  summary: 'Ghi một buổi làm việc: thực trạng, khó khăn, nguyên nhân, giải pháp, việc phải làm sau đó',
  options: {
    values: ['on', 'unit', 'enterprise', 'leader', 'committee', 'state', ...TEXTS],
    lists: ['person', 'follow-up'],
  },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['on'])
    if (!needed.ok) return needed
    const on = readDate(args.value('on') ?? '')
    if (!on.ok) return on
    const state = readOptionalChoice(args, 'state', VISIT_WORDS)
    if (!state.ok) return state
    const leader = await findOptionalPerson(backend, args.value('leader'))
    if (!leader.ok) return leader
    const people = await findEach(args.list('person'), (text) => findPerson(backend, text))
    if (!people.ok) return people
    const enterprise = await findOptional(args.value('enterprise'), (text) => findEnterprise(backend, text))
    if (!enterprise.ok) return enterprise
    const committee = await findOptional(args.value('committee'), (text) => findCommittee(backend, text))
    if (!committee.ok) return committee
    const followUps = await readFollowUps(backend, args.list('follow-up'))
    if (!followUps.ok) return followUps
    const saved = await backend.call('visits.save', {
      onDate: on.value,
      unit: args.value('unit') ?? null,
      enterpriseId: enterprise.value,
      committeeId: committee.value,
      leaderId: leader.value,
      people: people.value,
      ...(state.value === null ? {} : { state: state.value }),
      ...Object.fromEntries(TEXTS.map((name) => [name, args.value(name) ?? null])),
      followUps: followUps.value,
    })
    return saved.ok
      ? ok({ value: saved.value, text: STEERING_TEXT.visited(saved.value.subjectName, saved.value.onDate) })
      : saved
  },
}

async function readFollowUps(
  backend: Backend,
  texts: readonly string[],
): Promise<AppResult<NonNullable<Input<'visits.save'>['followUps']>>> {
  const rows: NonNullable<Input<'visits.save'>['followUps']> = []
  for (const text of texts) {
    const [content = '', name = '', due = '', unit = ''] = splitParts(text)
    const person = await findOptionalPerson(backend, name)
    if (!person.ok) return person
    const dueOn = readOptionalDate(due === '' ? undefined : due)
    if (!dueOn.ok) return dueOn
    rows.push({ content, personId: person.value, dueOn: dueOn.value, unit: unit === '' ? null : unit })
  }
  return ok(rows)
}

export const visitsFollowUpsCommand: Command = {
  name: ['visits', 'followups'],
  usage:
    '--db TỆP [--as-of NGÀY] [--unit MÃ] [--person TÊN] [--which open|overdue|soon|all] [--within SỐ NGÀY] [--done MÃ DÒNG… --on NGÀY [--result CHỮ]]',
  summary: 'Việc phải làm sau các buổi làm việc, quá hạn đứng trước; --done ghi việc đã xong',
  options: { values: ['as-of', 'unit', 'person', 'which', 'within', 'on', 'result'], lists: ['done'] },
  db: 'required',
  async run(backend, args) {
    const done = args.list('done')
    if (done.length > 0) {
      const on = readOptionalDate(args.value('on'))
      if (!on.ok) return on
      if (on.value === null) return fail('OPTION_MISSING', { name: 'on' })
      const result = args.value('result')
      const day = on.value
      const written = await writeRecords(backend, {
        table: 'followUps',
        edits: done.flatMap((id) => [
          { id, column: 'doneOn', value: day },
          ...(result === undefined ? [] : [{ id, column: 'result', value: result }]),
        ]),
      })
      if (!written.ok) return written
    }
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const which = readOptionalChoice(args, 'which', FOLLOW_UP_WORDS)
    if (!which.ok) return which
    const within = readOptionalNumber(args.value('within'))
    if (!within.ok) return within
    const person = await findOptionalPerson(backend, args.value('person'))
    if (!person.ok) return person
    const listed = await backend.call('visits.followUps', {
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      person: person.value,
      ...(which.value === null ? {} : { which: which.value }),
      ...(within.value === null ? {} : { within: within.value }),
    })
    if (!listed.ok) return listed
    return ok({
      value: listed.value,
      text: writeTable(
        STEERING_TEXT.followUpHeads,
        listed.value.map((row) => [
          day(row.dueOn),
          row.daysLeft,
          row.content,
          row.person ?? row.unitName,
          `${row.visitName}, ${day(row.visitOn)}`,
          STEERING_TEXT.followUpStates[row.state],
        ]),
      ),
    })
  },
}
