import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Input } from '#shared/contract/index.ts'
import type { CommitteeRow } from '#shared/contract/organisation-rows.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readDate, readOptionalDate } from '../dates.ts'
import { findCommittee, splitParts } from '../find-rows.ts'
import { ACTIVE_WORDS, DECISION_WORDS, ISSUER_WORDS, STEERING_TEXT } from '../text/steering.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalChoice, requireOptions } from '../values.ts'

const { day } = STEERING_TEXT

export const committeesListCommand: Command = {
  name: ['committees', 'list'],
  usage: '--db TỆP [--as-of NGÀY] [--unit MÃ] [--state active|ended] [--all-members]',
  summary: 'Các Ban Chỉ đạo ở mọi cấp với quyết định, thành viên, nhiệm vụ, địa bàn vào ngày đã cho (mặc định hôm nay)',
  options: { values: ['as-of', 'unit', 'state'], flags: ['all-members'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const state = readOptionalChoice(args, 'state', ACTIVE_WORDS)
    if (!state.ok) return state
    const listed = await backend.call('committees.list', {
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      state: state.value,
      everyMember: args.flag('all-members'),
    })
    if (!listed.ok) return listed
    return ok({
      value: listed.value,
      text: [
        writeTable(
          STEERING_TEXT.committeeHeads,
          listed.value.map((row) => [row.unitName, row.name, day(row.validFrom), day(row.validTo), row.members.length]),
        ),
        ...listed.value.flatMap((row) => ['', ...describeCommittee(row), memberTable(row)]),
      ].join('\n'),
    })
  },
}

function describeCommittee({ name, duties, regime, decisions }: CommitteeRow): string[] {
  return [
    name,
    ...decisions.map(({ kind, number, decidedOn }) =>
      STEERING_TEXT.committeeDecision(STEERING_TEXT.decisionKinds[kind], number, decidedOn),
    ),
    ...(duties === null ? [] : [STEERING_TEXT.committeeDuties(duties)]),
    ...(regime === null ? [] : [STEERING_TEXT.committeeRegime(regime)]),
  ]
}

function memberTable(committee: CommitteeRow): string {
  return writeTable(
    STEERING_TEXT.memberHeads,
    committee.members.map((member, index) => [
      index + 1,
      member.person,
      member.roleName,
      member.position,
      member.areas.map(({ name }) => name).join(', '),
      day(member.validFrom),
      day(member.validTo),
      member.duties,
    ]),
  )
}

export const committeesSaveCommand: Command = {
  name: ['committees', 'save'],
  usage:
    '--db TỆP (--unit MÃ --name TÊN | --id MÃ DÒNG [--unit MÃ] [--name TÊN]) [--issuer-kind union|government|party] [--issuer NƠI] [--period CHỮ] [--duties CHỮ] [--regime CHỮ] [--from NGÀY] [--to NGÀY] [--kind found|restaff|end --on NGÀY [--decision SỐ]] [--note CHỮ]',
  summary:
    'Lập hoặc sửa một Ban Chỉ đạo, kèm quyết định thành lập, kiện toàn hoặc kết thúc; khi sửa, điều không nêu giữ nguyên, dấu “-” bỏ điều đã ghi',
  options: {
    values: 'unit name id issuer-kind issuer period duties regime from to kind on decision note'.split(' '),
  },
  db: 'required',
  async run(backend, args) {
    const known = await findKnown(backend, args.value('id'))
    if (!known.ok) return known
    const before = known.value
    const needed = before === null ? requireOptions(args, ['unit', 'name']) : ok(null)
    if (!needed.ok) return needed
    const from = readKeptDate(args, 'from', before?.validFrom)
    if (!from.ok) return from
    const to = readKeptDate(args, 'to', before?.validTo)
    if (!to.ok) return to
    const issuerKind = readOptionalChoice(args, 'issuer-kind', ISSUER_WORDS)
    if (!issuerKind.ok) return issuerKind
    const decision = readDecision(args)
    if (!decision.ok) return decision
    const text = (name: 'issuer' | 'period' | 'duties' | 'regime' | 'note'): string | null =>
      keptText(args, name, before?.[name])
    const kind = issuerKind.value ?? before?.issuerKind ?? null
    const saved = await backend.call('committees.save', {
      id: before?.id ?? null,
      unit: args.value('unit') ?? before?.unit ?? '',
      name: args.value('name') ?? before?.name ?? '',
      ...(kind === null ? {} : { issuerKind: kind }),
      issuer: text('issuer'),
      period: text('period'),
      duties: text('duties'),
      regime: text('regime'),
      validFrom: from.value,
      validTo: to.value,
      note: text('note'),
      decision: decision.value,
    })
    return saved.ok ? ok({ value: saved.value, text: saved.value.name }) : saved
  },
}

async function findKnown(backend: Backend, id: string | undefined): Promise<AppResult<CommitteeRow | null>> {
  if (id === undefined) return ok(null)
  const listed = await backend.call('committees.list', {})
  if (!listed.ok) return listed
  const row = listed.value.find((one) => one.id === id)
  return row === undefined ? fail('COMMITTEE_UNKNOWN', { text: id }) : ok(row)
}

/** What is not named stays as it was; "-" clears it. */
function keptText(args: Arguments, name: string, before: string | null | undefined): string | null {
  const given = args.value(name)
  return given === undefined ? (before ?? null) : given === '-' ? null : given
}

function readKeptDate(args: Arguments, name: string, before: string | null | undefined): AppResult<string | null> {
  const given = args.value(name)
  if (given === undefined) return ok(before ?? null)
  return given === '-' ? ok(null) : readDate(given)
}

/** `--decision` alone founds; a decision always has its day. */
function readDecision(args: Arguments): AppResult<(Input<'committees.save'>['decision'] & object) | null> {
  const kind = readOptionalChoice(args, 'kind', DECISION_WORDS)
  if (!kind.ok) return kind
  const on = readOptionalDate(args.value('on'))
  if (!on.ok) return on
  const number = args.value('decision') ?? null
  if (kind.value === null && number === null && on.value === null) return ok(null)
  if (on.value === null) return fail('OPTION_MISSING', { name: 'on' })
  return ok({ kind: kind.value ?? 'found', number, decidedOn: on.value, issuer: args.value('issuer') ?? null })
}

export const committeesMembersCommand: Command = {
  name: ['committees', 'members'],
  usage:
    '--db TỆP --committee TÊN|MÃ ĐƠN VỊ|MÃ DÒNG [--as-of NGÀY] [--on NGÀY --member "HỌ TÊN; CHỨC DANH; CHỨC VỤ; NHIỆM VỤ; MÃ ĐƠN VỊ, MÃ ĐƠN VỊ"… [--kind found|restaff] [--decision SỐ]]',
  summary: 'Thành viên của một Ban Chỉ đạo; có --member thì lập hoặc kiện toàn cả danh sách từ ngày --on',
  options: { values: ['committee', 'as-of', 'on', 'decision', 'kind'], lists: ['member'] },
  db: 'required',
  async run(backend, args) {
    const needed = requireOptions(args, ['committee'])
    if (!needed.ok) return needed
    const id = await findCommittee(backend, args.value('committee') ?? '')
    if (!id.ok) return id
    const members = args.list('member').map(readMember)
    const on = readOptionalDate(args.value('on'))
    if (!on.ok) return on
    if (members.length > 0) {
      if (on.value === null) return fail('OPTION_MISSING', { name: 'on' })
      const kind = readOptionalChoice(args, 'kind', DECISION_WORDS)
      if (!kind.ok) return kind
      const number = args.value('decision') ?? null
      const decided = number !== null || kind.value !== null
      const changed = await backend.call('committees.restaff', {
        committee: id.value,
        on: on.value,
        decision: decided ? { kind: kind.value ?? 'restaff', number, issuer: null } : null,
        members,
      })
      return changed.ok ? ok({ value: changed.value.members, text: memberTable(changed.value) }) : changed
    }
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const listed = await backend.call('committees.list', { asOf: asOf.value ?? on.value })
    if (!listed.ok) return listed
    const row = listed.value.find((one) => one.id === id.value)
    return row === undefined ? fail('ROW_UNKNOWN') : ok({ value: row.members, text: memberTable(row) })
  },
}

function readMember(text: string): Input<'committees.restaff'>['members'][number] {
  const [name = '', role = '', position = '', duties = '', areas] = splitParts(text)
  return {
    name,
    role: role === '' ? 'UY_VIEN' : role,
    position: position === '' ? null : position,
    duties: duties === '' ? null : duties,
    ...(areas === undefined
      ? {}
      : {
          areas: areas
            .split(',')
            .map((code) => code.trim())
            .filter((code) => code !== ''),
        }),
  }
}
