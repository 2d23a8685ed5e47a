import { fail } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDate, readDates, readOptionalDate } from '../dates.ts'
import { findEnterprise, findOptionalPerson, findUnion, splitParts } from '../find-rows.ts'
import { REMEDY_STATE_WORDS, REMEDY_WORDS, STEERING_TEXT } from '../text/steering.ts'
import { writeTable } from '../text/table.ts'
import { readOptionalChoice, readOptionalNumber } from '../values.ts'

const { day } = STEERING_TEXT
/** As many as a screen of a terminal shows; --json gives them all. */
const MOST_SHOWN = 20

export const funnelCommand: Command = {
  name: ['funnel'],
  usage:
    '--db TỆP [--as-of NGÀY] [--unit MÃ] [--stuck SỐ NGÀY] [--min-workers SỐ] [--funnel-min-workers SỐ] [--round MÃ DÒNG] [--all-of-round] [--limit SỐ]',
  summary:
    'Doanh nghiệp cần vận động: phễu giai đoạn, nơi dừng lâu, nơi khó khăn với kế hoạch và cán bộ, nơi từ N lao động chưa có CĐCS',
  options: {
    values: ['as-of', 'unit', 'stuck', 'min-workers', 'funnel-min-workers', 'round', 'limit'],
    flags: ['all-of-round'],
  },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const numbers = ['stuck', 'min-workers', 'funnel-min-workers', 'limit'].map((name) =>
      readOptionalNumber(args.value(name)),
    )
    const wrong = numbers.find((number) => !number.ok)
    if (wrong !== undefined && !wrong.ok) return wrong
    const [stuckDays, minWorkers, funnelMinWorkers, limit] = numbers.map((number) => (number.ok ? number.value : null))
    const funnel = await backend.call('funnel.get', {
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      stuckDays: stuckDays ?? null,
      minWorkers: minWorkers ?? null,
      funnelMinWorkers: funnelMinWorkers ?? null,
      round: args.value('round') ?? null,
      allOfRound: args.flag('all-of-round'),
      limit: limit ?? 100_000,
    })
    if (!funnel.ok) return funnel
    const { stages, withoutStage, total, stuck, withoutUnion, ...counts } = funnel.value
    const lines = [
      { name: STEERING_TEXT.withoutStage, reached: '' as string | number, stuck: 0, ...withoutStage },
      ...stages,
      { name: STEERING_TEXT.funnelTotal, reached: '' as string | number, stuck: counts.stuckCount, ...total },
    ]
    return ok({
      value: funnel.value,
      text: [
        writeTable(
          STEERING_TEXT.funnelHeads,
          lines.map((line) => [line.name, line.enterprises, line.reached, line.workers, line.stuck]),
        ),
        '',
        STEERING_TEXT.stuck(counts.stuckCount, counts.stuckDays),
        writeTable(
          STEERING_TEXT.stuckHeads,
          stuck
            .slice(0, MOST_SHOWN)
            .map((row) => [row.taxCode, row.name, row.unitName, row.stageName, row.daysInStage, row.officer]),
        ),
        '',
        STEERING_TEXT.difficult(counts.difficultCount, counts.difficultWithoutPlan, counts.difficultWithoutOfficer),
        withoutUnion === null
          ? STEERING_TEXT.nothingSurveyed
          : STEERING_TEXT.withoutUnion(
              withoutUnion.count,
              counts.minWorkers,
              withoutUnion.round,
              withoutUnion.stillWithout,
            ),
      ].join('\n'),
    })
  },
}

/** `funnel limits`: shows them; `--stage` and `--days` add one from a day, in the place of one that begins that day. */
export const funnelLimitsCommand: Command = {
  name: ['funnel', 'limits'],
  usage: '--db TỆP [--days SỐ NGÀY [--stage GIAI ĐOẠN] [--from NGÀY] [--to NGÀY]]',
  summary: 'Số ngày ở một giai đoạn thì coi là dừng lâu, chung hoặc riêng từng giai đoạn, theo thời gian',
  options: { values: ['days', 'stage', 'from', 'to'] },
  db: 'required',
  async run(backend, args) {
    const days = readOptionalNumber(args.value('days'))
    if (!days.ok) return days
    const dates = readDates(args, ['from', 'to'])
    if (!dates.ok) return dates
    const now = await backend.call('stuckLimits.get', {})
    if (!now.ok) return now
    const stage = args.value('stage') ?? null
    if (days.value === null && (stage !== null || dates.value.from !== null || dates.value.to !== null))
      return fail('OPTION_MISSING', { name: 'days' })
    const added = { stage, days: days.value ?? 0, validFrom: dates.value.from, validTo: dates.value.to }
    const answer =
      days.value === null
        ? now
        : await backend.call('stuckLimits.set', {
            limits: [
              ...now.value.limits.filter((limit) => limit.stage !== stage || limit.validFrom !== dates.value.from),
              added,
            ],
          })
    if (!answer.ok) return answer
    const stages = await backend.call('stages.list', {})
    if (!stages.ok) return stages
    const names = new Map(stages.value.map(({ code, name }) => [code, name]))
    return ok({
      value: answer.value,
      text: writeTable(
        STEERING_TEXT.limitHeads,
        answer.value.limits.map((limit) => [
          limit.stage === null ? STEERING_TEXT.everyStage : (names.get(limit.stage) ?? limit.stage),
          limit.days,
          day(limit.validFrom),
          day(limit.validTo),
        ]),
      ),
    })
  },
}

export const unionsWeakCommand: Command = {
  name: ['unions', 'weak'],
  usage: '--db TỆP [--as-of NGÀY] [--unit MÃ]',
  summary: 'Công đoàn cơ sở yếu hoặc không còn đoàn viên và việc củng cố',
  options: { values: ['as-of', 'unit'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const listed = await backend.call('remedies.weakUnions', { asOf: asOf.value, unit: args.value('unit') ?? null })
    if (!listed.ok) return listed
    return ok({
      value: listed.value,
      text: writeTable(
        STEERING_TEXT.weakHeads,
        listed.value.map((row) => [
          row.unitName,
          row.name,
          row.members,
          row.reasons.map(({ message }) => message).join(' '),
          row.officer,
          day(row.dueOn),
        ]),
      ),
    })
  },
}

export const remediesListCommand: Command = {
  name: ['remedies', 'list'],
  usage: '--db TỆP [--as-of NGÀY] [--unit MÃ] [--kind difficult|weak|memberless] [--state open|closed]',
  summary: 'Kế hoạch riêng cho doanh nghiệp khó khăn, củng cố công đoàn cơ sở yếu, với các bước và kết quả',
  options: { values: ['as-of', 'unit', 'kind', 'state'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const kind = readOptionalChoice(args, 'kind', REMEDY_WORDS)
    if (!kind.ok) return kind
    const state = readOptionalChoice(args, 'state', REMEDY_STATE_WORDS)
    if (!state.ok) return state
    const listed = await backend.call('remedies.list', {
      asOf: asOf.value,
      unit: args.value('unit') ?? null,
      kind: kind.value,
      state: state.value,
    })
    if (!listed.ok) return listed
    return ok({
      value: listed.value,
      text: writeTable(
        STEERING_TEXT.remedyHeads,
        listed.value.map((row) => [
          row.unitName,
          row.subjectName,
          STEERING_TEXT.remedyKinds[row.kind],
          row.officer,
          day(row.dueOn),
          `${row.stepsDone}/${row.steps.length}`,
          row.outcome === null ? '' : STEERING_TEXT.outcomes[row.outcome],
        ]),
      ),
    })
  },
}

export const remediesAddCommand: Command = {
  name: ['remedies', 'add'],
  usage:
    '--db TỆP (--enterprise MST|TÊN | --union TÊN [--kind weak|memberless]) --on NGÀY [--causes CHỮ] [--plan CHỮ] [--officer TÊN] [--due NGÀY] [--step "VIỆC; HẠN"]…',
  summary: 'Lập kế hoạch riêng cho một doanh nghiệp khó khăn hoặc củng cố một công đoàn cơ sở',
  options: { values: ['enterprise', 'union', 'kind', 'on', 'causes', 'plan', 'officer', 'due'], lists: ['step'] },
  db: 'required',
  async run(backend, args) {
    const on = readDate(args.value('on') ?? '')
    if (!on.ok) return args.value('on') === undefined ? fail('OPTION_MISSING', { name: 'on' }) : on
    const due = readOptionalDate(args.value('due'))
    if (!due.ok) return due
    const kind = readOptionalChoice(args, 'kind', REMEDY_WORDS)
    if (!kind.ok) return kind
    const officer = await findOptionalPerson(backend, args.value('officer'))
    if (!officer.ok) return officer
    const [named, union] = [args.value('enterprise'), args.value('union')]
    if (named === undefined && union === undefined) return fail('OPTION_MISSING', { name: 'enterprise' })
    const subject = named === undefined ? await findUnion(backend, union ?? '') : await findEnterprise(backend, named)
    if (!subject.ok) return subject
    const cells: { column: string; value: string }[] = [
      { column: 'kind', value: kind.value ?? (named === undefined ? 'weak' : 'difficult') },
      { column: named === undefined ? 'union' : 'enterprise', value: subject.value },
      { column: 'openedOn', value: on.value },
    ]
    const given = { causes: args.value('causes'), plan: args.value('plan'), officer: officer.value, dueOn: due.value }
    for (const [column, value] of Object.entries(given))
      if (value !== undefined && value !== null) cells.push({ column, value })
    const steps = args.list('step').map((text) => {
      const [content = '', dueOn = ''] = splitParts(text)
      return [
        { column: 'content', value: content },
        { column: 'dueOn', value: dueOn },
      ]
    })
    const made = await backend.call('remedies.add', { cells, steps })
    if (!made.ok) return made
    const listed = await backend.call('remedies.list', {})
    if (!listed.ok) return listed
    const row = listed.value.find((one) => one.id === made.value.id) ?? null
    return ok({ value: row, text: row?.subjectName ?? '' })
  },
}
