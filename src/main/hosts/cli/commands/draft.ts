import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { DraftAnswer } from '#shared/contract/document-drafts.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { draftsText } from '../text/drafts.ts'
import { writeTable } from '../text/table.ts'
import { readPeriod } from './document.ts'

export const draftNewCommand: Command = {
  name: ['draft', 'new'],
  usage: '--db TỆP LOẠI [--plan MÃ] [--unit MÃ] [--as-of NGÀY] [--period KỲ] [--rules BỘ-QUY-TẮC]',
  summary: 'Mở một bản thảo để soạn trong chương trình',
  options: { values: ['plan', 'unit', 'as-of', 'period', 'rules'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [type] = args.words
    if (type === undefined) return fail('ARGUMENT_MISSING')
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const period = readPeriod(args.value('period'))
    if (!period.ok) return period
    const opened = await backend.call('drafts.open', {
      type,
      plan: args.value('plan') ?? null,
      unit: args.value('unit') ?? null,
      asOf: asOf.value,
      rules: args.value('rules') ?? null,
      period: period.value,
    })
    if (!opened.ok) return opened
    return ok({ value: opened.value, text: draftsText.opened(opened.value.title, opened.value.id) })
  },
}

export const draftListCommand: Command = {
  name: ['draft', 'list'],
  usage: '--db TỆP',
  summary: 'Các bản thảo đang soạn',
  options: {},
  db: 'required',
  async run(backend) {
    const listed = await backend.call('drafts.list', {})
    if (!listed.ok) return listed
    const rows = listed.value.map((row) => [
      row.id,
      row.type,
      row.plan,
      row.asOf === null ? '' : formatDate(row.asOf),
      row.changed,
      row.title,
    ])
    const text = rows.length === 0 ? draftsText.listEmpty : writeTable([...draftsText.listColumns], rows)
    return ok({ value: listed.value, text })
  },
}

export const draftShowCommand: Command = {
  name: ['draft', 'show'],
  usage: '--db TỆP MÃ-BẢN-THẢO [PHẦN]',
  summary: 'Các phần của bản thảo và chỗ cần xem lại; nêu tên phần thì in lời của phần đó',
  options: { words: [1, 2] },
  db: 'required',
  async run(backend, args) {
    const [id = '', key] = args.words
    const draft = await backend.call('drafts.get', { id })
    if (!draft.ok) return draft
    if (key === undefined) return ok({ value: draft.value, text: writeSections(draft.value) })
    const section = draft.value.sections.find((candidate) => candidate.key === key)
    if (section === undefined) return fail('DRAFT_SECTION_UNKNOWN', { name: key })
    return ok({ value: section, text: [section.heading ?? section.name, section.text].join('\n') })
  },
}

function writeSections(draft: DraftAnswer): string {
  const rows = draft.sections.map((section) => {
    const state = [
      draftsText.state[section.state],
      ...(section.clash ? [draftsText.clash] : section.newer === null ? [] : [draftsText.newer]),
    ].join('; ')
    return [section.key, `${'  '.repeat(Math.max(0, section.level - 1))}${section.name}`, state]
  })
  return [
    `${draft.title} (${formatDate(draft.boundTo)})`,
    writeTable([...draftsText.sectionColumns], rows),
    ...draft.problems.map((problem) => draftsText.note(problem.message)),
  ].join('\n')
}

export const draftRebindCommand: Command = {
  name: ['draft', 'rebind'],
  usage: '--db TỆP MÃ-BẢN-THẢO --as-of NGÀY',
  summary: 'Lấy số liệu đến ngày khác; lời đã sửa tay giữ nguyên',
  options: { values: ['as-of'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [id = ''] = args.words
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    if (asOf.value === null) return fail('OPTION_MISSING', { name: 'as-of' })
    const rebound = await backend.call('drafts.rebind', { id, asOf: asOf.value })
    if (!rebound.ok) return rebound
    const { changedFigures, clashes } = rebound.value
    const text = [
      draftsText.rebound(formatDate(asOf.value), changedFigures),
      ...(clashes.length === 0 ? [] : [draftsText.clashes(clashes)]),
    ].join('\n')
    return ok({ value: rebound.value, text })
  },
}

export const draftMakeCommand: Command = {
  name: ['draft', 'make'],
  usage: '--db TỆP MÃ-BẢN-THẢO --out TỆP',
  summary: 'Tạo tệp Word từ bản thảo',
  options: { values: ['out'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [id = ''] = args.words
    const out = args.value('out')
    if (out === undefined) return fail('OPTION_MISSING', { name: 'out' })
    const made = await backend.call('drafts.make', { id, out })
    if (!made.ok) return made
    const { title, file, figures, problems } = made.value
    const notes = problems.map((problem) => draftsText.note(problem.message))
    return ok({ value: made.value, text: [draftsText.made(title, file, figures), ...notes].join('\n') })
  },
}

export const draftRemoveCommand: Command = {
  name: ['draft', 'remove'],
  usage: '--db TỆP MÃ-BẢN-THẢO',
  summary: 'Xóa bản thảo; tệp đã tạo vẫn còn',
  options: { words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const removed = await backend.call('drafts.remove', { id: args.words[0] ?? '' })
    return answerDone(removed, draftsText.removed)
  },
}

export function answerDone(result: AppResult<unknown>, text: string) {
  return result.ok ? ok({ value: result.value, text }) : result
}
