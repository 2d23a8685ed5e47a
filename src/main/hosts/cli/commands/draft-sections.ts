import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { moveSection } from '#shared/domain/documents/draft-order.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { draftsText } from '../text/drafts.ts'
import { answerDone } from './draft.ts'

/** The words of a section: typed, or read from a text file in UTF-8; null where neither is given. */
function readText(args: Arguments): AppResult<string | null> {
  const typed = args.value('text')
  const file = args.value('file')
  if (file === undefined) return ok(typed === undefined ? null : typed.replaceAll('\\n', '\n'))
  try {
    return ok(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''))
  } catch {
    return fail('FILE_MISSING', { file: path.basename(file) })
  }
}

export const draftSetCommand: Command = {
  name: ['draft', 'set'],
  usage: '--db TỆP MÃ-BẢN-THẢO PHẦN (--text LỜI | --file TỆP) [--heading TIÊU-ĐỀ]',
  summary: 'Sửa lời một phần; số liệu viết dạng {{…}} như khi xem phần đó',
  options: { values: ['text', 'file', 'heading'], words: [2, 2] },
  db: 'required',
  async run(backend, args) {
    const [id = '', section = ''] = args.words
    const text = readText(args)
    if (!text.ok) return text
    const heading = args.value('heading')
    if (text.value === null && heading === undefined) return fail('OPTION_MISSING', { name: 'text' })
    const draft = await backend.call('drafts.get', { id })
    if (!draft.ok) return draft
    const before = draft.value.sections.find((candidate) => candidate.key === section)
    const saved = await backend.call('drafts.saveSection', {
      id,
      section,
      heading: heading ?? before?.heading ?? null,
      text: text.value ?? before?.text ?? '',
    })
    return answerDone(saved, draftsText.saved)
  },
}

export const draftAddCommand: Command = {
  name: ['draft', 'add'],
  usage: '--db TỆP MÃ-BẢN-THẢO --heading TIÊU-ĐỀ [--after PHẦN] [--level 1|2] [--text LỜI | --file TỆP]',
  summary: 'Thêm một phần vào bản thảo',
  options: { values: ['heading', 'after', 'level', 'text', 'file'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [id = ''] = args.words
    const heading = args.value('heading')
    if (heading === undefined) return fail('OPTION_MISSING', { name: 'heading' })
    const level = args.value('level') ?? '1'
    if (level !== '1' && level !== '2') return fail('OPTION_CHOICE', { name: 'level', text: level, values: '1, 2' })
    const text = readText(args)
    if (!text.ok) return text
    const added = await backend.call('drafts.addSection', {
      id,
      after: args.value('after') ?? null,
      heading,
      level: Number(level),
      text: text.value ?? '',
    })
    return answerDone(added, draftsText.saved)
  },
}

export const draftDropCommand: Command = {
  name: ['draft', 'drop'],
  usage: '--db TỆP MÃ-BẢN-THẢO PHẦN',
  summary: 'Bỏ một phần khỏi văn bản; có thể lấy lại',
  options: { words: [2, 2] },
  db: 'required',
  async run(backend, args) {
    const [id = '', section = ''] = args.words
    return answerDone(await backend.call('drafts.dropSection', { id, section }), draftsText.saved)
  },
}

export const draftRestoreCommand: Command = {
  name: ['draft', 'restore'],
  usage: '--db TỆP MÃ-BẢN-THẢO PHẦN',
  summary: 'Lấy lại phần đã bỏ',
  options: { words: [2, 2] },
  db: 'required',
  async run(backend, args) {
    const [id = '', section = ''] = args.words
    return answerDone(await backend.call('drafts.restoreSection', { id, section }), draftsText.saved)
  },
}

export const draftSettleCommand: Command = {
  name: ['draft', 'settle'],
  usage: '--db TỆP MÃ-BẢN-THẢO PHẦN mine|composed',
  summary: 'Khi hai bên cùng sửa: giữ lời đã sửa tay (mine) hoặc lấy lời soạn mới (composed)',
  options: { words: [3, 3] },
  db: 'required',
  async run(backend, args) {
    const [id = '', section = '', take = ''] = args.words
    if (take !== 'mine' && take !== 'composed')
      return fail('OPTION_CHOICE', { name: 'settle', text: take, values: 'mine, composed' })
    return answerDone(await backend.call('drafts.settleSection', { id, section, take }), draftsText.saved)
  },
}

export const draftMoveCommand: Command = {
  name: ['draft', 'move'],
  usage: '--db TỆP MÃ-BẢN-THẢO PHẦN up|down',
  summary: 'Chuyển một phần lên trước hoặc xuống sau phần cùng cấp bên cạnh',
  options: { words: [3, 3] },
  db: 'required',
  async run(backend, args) {
    const [id = '', section = '', direction = ''] = args.words
    if (direction !== 'up' && direction !== 'down')
      return fail('OPTION_CHOICE', { name: 'move', text: direction, values: 'up, down' })
    const draft = await backend.call('drafts.get', { id })
    if (!draft.ok) return draft
    const { sections } = draft.value
    if (!sections.some((candidate) => candidate.key === section))
      return fail('DRAFT_SECTION_UNKNOWN', { name: section })
    const order = moveSection(sections, section, direction)
    if (order === null) return ok({ value: { id, moved: false }, text: draftsText.notMoved })
    const moved = await backend.call('drafts.reorder', { id, sections: [...order] })
    return moved.ok ? ok({ value: { id, moved: true }, text: draftsText.saved }) : moved
  },
}

export const draftOrderCommand: Command = {
  name: ['draft', 'order'],
  usage: '--db TỆP MÃ-BẢN-THẢO --sections PHẦN,PHẦN,…',
  summary: 'Xếp các phần theo thứ tự nêu ra; phần không nêu giữ chỗ sau phần nó đang đứng sau',
  options: { values: ['sections'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [id = ''] = args.words
    const asked = args.value('sections')
    if (asked === undefined) return fail('OPTION_MISSING', { name: 'sections' })
    const draft = await backend.call('drafts.get', { id })
    if (!draft.ok) return draft
    const keys = draft.value.sections.map((section) => section.key)
    const named = asked
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== '')
    const unknown = named.find((key) => !keys.includes(key))
    if (unknown !== undefined) return fail('DRAFT_SECTION_UNKNOWN', { name: unknown })
    const order = [...named]
    keys.forEach((key, index) => {
      if (order.includes(key)) return
      const before = keys[index - 1]
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
    })
    return answerDone(await backend.call('drafts.reorder', { id, sections: order }), draftsText.saved)
  },
}
