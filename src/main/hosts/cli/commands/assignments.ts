import { fail } from '#shared/contract/errors.ts'
import type { AssignmentRow } from '#shared/contract/organisation-rows.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDate, readDates, readOptionalDate } from '../dates.ts'
import {
  findCommittee,
  findEach,
  findEnterprise,
  findOptional,
  findOptionalPerson,
  findPerson,
  findUnion,
} from '../find-rows.ts'
import {
  ACTIVE_WORDS,
  ASSIGNMENT_ROLE_WORDS,
  CHARGE_WORDS,
  COLLABORATOR_WORDS,
  STEERING_TEXT,
  SUBJECT_WORDS,
} from '../text/steering.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalChoice, requireOptions } from '../values.ts'
import { writeRecords } from '../write-records.ts'

const { day } = STEERING_TEXT

function assignmentTable(rows: readonly AssignmentRow[]): string {
  return writeTable(
    STEERING_TEXT.assignmentHeads,
    rows.map((row) => [
      row.person,
      row.roleName,
      row.subjectName,
      row.unitName,
      day(row.validFrom),
      day(row.validTo),
      day(row.dueOn),
    ]),
  )
}

export const assignmentsListCommand: Command = {
  name: ['assignments', 'list'],
  usage:
    '--db TỆP [--as-of NGÀY] [--unit MÃ] [--person TÊN] [--enterprise MST|TÊN] [--committee TÊN] [--subject unit|enterprise|union] [--state current|ended|future]',
  summary: 'Ai phụ trách đơn vị, doanh nghiệp, công đoàn cơ sở nào, từ ngày nào đến ngày nào',
  options: { values: ['as-of', 'unit', 'person', 'enterprise', 'committee', 'subject', 'state'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const subject = readOptionalChoice(args, 'subject', SUBJECT_WORDS)
    if (!subject.ok) return subject
    const state = readOptionalChoice(args, 'state', CHARGE_WORDS)
    if (!state.ok) return state
    const person = await findOptionalPerson(backend, args.value('person'))
    if (!person.ok) return person
    const enterprise = await findOptional(args.value('enterprise'), (text) => findEnterprise(backend, text))
    if (!enterprise.ok) return enterprise
    const committee = await findOptional(args.value('committee'), (text) => findCommittee(backend, text))
    if (!committee.ok) return committee
    const listed = await backend.call('assignments.list', {
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      person: person.value,
      enterprise: enterprise.value,
      committee: committee.value,
      subject: subject.value,
      state: state.value,
    })
    return listed.ok ? ok({ value: listed.value, text: assignmentTable(listed.value) }) : listed
  },
}

export const assignmentsAssignCommand: Command = {
  name: ['assignments', 'assign'],
  usage:
    '--db TỆP --person TÊN (--unit MÃ | --enterprise MST|TÊN | --union TÊN)… [--role lead|support] [--from NGÀY] [--to NGÀY] [--due NGÀY] [--duties CHỮ] [--committee TÊN] [--decision SỐ] [--decision-on NGÀY] [--note CHỮ] [--keep-lead]',
  summary: 'Phân công cán bộ phụ trách; người phụ trách chính trước đó kết thúc từ hôm trước (--keep-lead: không thay)',
  options: {
    values: ['person', 'role', 'from', 'to', 'due', 'duties', 'committee', 'decision', 'decision-on', 'note'],
    lists: ['unit', 'enterprise', 'union'],
    flags: ['keep-lead'],
  },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['person'])
    if (!needed.ok) return needed
    const dates = readDates(args, ['from', 'to', 'due', 'decision-on'])
    if (!dates.ok) return dates
    const { from, to, due } = dates.value
    const role = readOptionalChoice(args, 'role', ASSIGNMENT_ROLE_WORDS)
    if (!role.ok) return role
    const person = await findPerson(backend, args.value('person') ?? '')
    if (!person.ok) return person
    const enterprises = await findEach(args.list('enterprise'), (text) => findEnterprise(backend, text))
    if (!enterprises.ok) return enterprises
    const unions = await findEach(args.list('union'), (text) => findUnion(backend, text))
    if (!unions.ok) return unions
    const committee = await findOptional(args.value('committee'), (text) => findCommittee(backend, text))
    if (!committee.ok) return committee
    const assigned = await backend.call('assignments.assign', {
      personId: person.value,
      units: [...args.list('unit')],
      enterprises: enterprises.value,
      unions: unions.value,
      ...(role.value === null ? {} : { role: role.value }),
      ...(from === null ? {} : { validFrom: from }),
      validTo: to,
      dueOn: due,
      duties: args.value('duties') ?? null,
      committee: committee.value,
      decisionNumber: args.value('decision') ?? null,
      decisionOn: dates.value['decision-on'],
      note: args.value('note') ?? null,
      relieve: !args.flag('keep-lead'),
    })
    if (!assigned.ok) return assigned
    const { assigned: many, relieved, unchanged } = assigned.value
    return ok({ value: assigned.value, text: STEERING_TEXT.assigned(many, relieved, unchanged) })
  },
}

export const assignmentsEndCommand: Command = {
  name: ['assignments', 'end'],
  usage: '--db TỆP --on NGÀY (--id MÃ DÒNG | --person TÊN [--unit MÃ | --enterprise MST|TÊN])… [--note CHỮ]',
  summary: 'Kết thúc phân công; ngày --on là ngày cuối cùng còn phụ trách',
  options: { values: ['on', 'person', 'unit', 'enterprise', 'note'], lists: ['id'] },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['on'])
    if (!needed.ok) return needed
    const on = readDate(args.value('on') ?? '')
    if (!on.ok) return on
    const ids = [...args.list('id')]
    const name = args.value('person')
    if (name !== undefined) {
      const person = await findPerson(backend, name)
      if (!person.ok) return person
      const enterprise = await findOptional(args.value('enterprise'), (text) => findEnterprise(backend, text))
      if (!enterprise.ok) return enterprise
      const unit = args.value('unit')
      const listed = await backend.call('assignments.list', {
        asOf: on.value,
        person: person.value,
        enterprise: enterprise.value,
        state: 'current',
      })
      if (!listed.ok) return listed
      ids.push(
        ...listed.value
          .filter((row) => unit === undefined || (row.subject === 'unit' && row.unit === unit))
          .map((row) => row.id),
      )
    } else if (ids.length === 0) return fail('OPTION_MISSING', { name: 'id' })
    if (ids.length === 0) return ok({ value: { ended: 0, unchanged: 0 }, text: STEERING_TEXT.ended(0) })
    const ended = await backend.call('assignments.end', { ids, on: on.value, note: args.value('note') ?? null })
    return ended.ok ? ok({ value: ended.value, text: STEERING_TEXT.ended(ended.value.ended) }) : ended
  },
}

export const collaboratorsListCommand: Command = {
  name: ['collaborators', 'list'],
  usage: '--db TỆP [--as-of NGÀY] [--unit MÃ] [--state active|ended]',
  summary: 'Cộng tác viên, tình nguyện viên, nhóm nòng cốt của các đơn vị, doanh nghiệp',
  options: { values: ['as-of', 'unit', 'state'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const state = readOptionalChoice(args, 'state', ACTIVE_WORDS)
    if (!state.ok) return state
    const listed = await backend.call('collaborators.list', {
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      state: state.value,
    })
    if (!listed.ok) return listed
    return ok({
      value: listed.value,
      text: writeTable(
        STEERING_TEXT.collaboratorHeads,
        listed.value.map((row) => [
          row.fullName,
          STEERING_TEXT.collaboratorKinds[row.kind],
          row.unitName,
          row.enterprise,
          day(row.validFrom),
          day(row.validTo),
        ]),
      ),
    })
  },
}

export const collaboratorsAddCommand: Command = {
  name: ['collaborators', 'add'],
  usage:
    '--db TỆP --name TÊN [--kind collaborator|volunteer|core] [--unit MÃ] [--enterprise MST|TÊN] [--position CHỮ] [--phone SỐ] [--from NGÀY] [--to NGÀY] [--note CHỮ]',
  summary: 'Thêm một cộng tác viên, tình nguyện viên hoặc người nòng cốt',
  options: { values: ['name', 'kind', 'unit', 'enterprise', 'position', 'phone', 'from', 'to', 'note'] },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['name'])
    if (!needed.ok) return needed
    const kind = readOptionalChoice(args, 'kind', COLLABORATOR_WORDS)
    if (!kind.ok) return kind
    const cells = [
      { column: 'fullName', value: args.value('name') ?? '' },
      ...(kind.value === null ? [] : [{ column: 'kind', value: kind.value }]),
      ...(['unit', 'enterprise', 'position', 'phone', 'note'] as const).flatMap((column) => {
        const value = args.value(column)
        return value === undefined ? [] : [{ column, value }]
      }),
    ]
    for (const [option, column] of [
      ['from', 'validFrom'],
      ['to', 'validTo'],
    ] as const) {
      const date = readOptionalDate(args.value(option))
      if (!date.ok) return date
      if (date.value !== null) cells.push({ column, value: date.value })
    }
    const added = await writeRecords(backend, { table: 'collaborators', added: [{ cells }] })
    if (!added.ok) return added
    const listed = await backend.call('collaborators.list', {})
    if (!listed.ok) return listed
    const row = listed.value.find(({ id }) => id === added.value.addedIds[0]) ?? null
    return ok({ value: row, text: row?.fullName ?? '' })
  },
}
