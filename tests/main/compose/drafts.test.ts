import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftAnswer, DraftSectionRow } from '#shared/contract/document-drafts.ts'
import { moveSection } from '#shared/domain/documents/draft-order.ts'
import { paragraphsOf, previewText } from '#shared/domain/documents/preview.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { readPart } from '#tests/support/zip-part.ts'
import { textOfFile } from '../../documents/support/text-of-file.ts'
import { TYPE_IDS } from '../../documents/support/made.ts'

let sample: TestBackend

beforeAll(async () => {
  sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
})
afterAll(() => sample.close())

async function open(type = 'bao-cao-tien-do', asOf: string | null = '2024-06-30'): Promise<DraftAnswer> {
  const { id } = await sample.call('drafts.open', { type, asOf })
  return sample.call('drafts.get', { id })
}

function sectionOf(draft: DraftAnswer, key: string): DraftSectionRow {
  const section = draft.sections.find((candidate) => candidate.key === key)
  if (section === undefined) throw new Error(`no section ${key} in ${draft.sections.map((one) => one.key).join(', ')}`)
  return section
}

/** As the pure function that moves sections reads them. */
function placed(draft: DraftAnswer) {
  return draft.sections.map(
    ({ key, part, level }) => ({ key, part, level: level === 1 || level === 2 ? level : 0 }) as const,
  )
}

const RESULT = 'ket-qua-thuc-hien.phat-trien-doan-vien'

describe('a draft', () => {
  it.each(TYPE_IDS)('of %s can be opened from the sample and made as it is', async (type) => {
    const { id } = await sample.call('drafts.open', { type })
    const draft = await sample.call('drafts.get', { id })
    expect(draft.sections.length).toBeGreaterThan(0)
    expect(draft.sections.filter((section) => section.state !== 'composed' || section.unknown.length > 0)).toEqual([])
    const { preview } = await sample.call('drafts.preview', { id })
    const direct = await sample.call('documents.preview', {
      type,
      plan: draft.plan,
      unit: draft.unit,
      asOf: draft.asOf,
      ...(type === 'bao-cao-dinh-ky' ? { period: 'month' } : {}),
    })
    const linesOf = (pages: typeof preview): string[] => paragraphsOf(pages).map(previewText)
    expect(linesOf(preview)).toEqual(linesOf(direct.preview))
    if (draft.problems.some((problem) => problem.severity === 'error')) return
    const out = path.join(sample.folder, `${type}.docx`)
    const made = await sample.call('drafts.make', { id, out })
    expect(made).toMatchObject({ type, title: draft.title, plan: draft.plan })
    expect(fs.existsSync(out)).toBe(true)
  })

  it('speaks of the same day, plan and unit tomorrow as when it was opened', async () => {
    const { id } = await sample.call('drafts.open', { type: 'bao-cao-tien-do' })
    expect(await sample.call('drafts.get', { id })).toMatchObject({ asOf: '2024-10-05', boundTo: '2024-10-05' })
  })

  it('is listed, and goes with what was changed in it', async () => {
    const draft = await open()
    await sample.call('drafts.saveSection', { id: draft.id, section: RESULT, heading: 'Đoàn viên', text: 'Lời mới.' })
    const [first] = await sample.call('drafts.list', {})
    expect(first).toMatchObject({ id: draft.id, type: 'bao-cao-tien-do', changed: 1, document: null })
    await sample.call('drafts.remove', { id: draft.id })
    expect(await sample.refuse('drafts.get', { id: draft.id })).toBe('DRAFT_UNKNOWN')
    expect((await sample.call('drafts.list', {})).some((row) => row.id === draft.id)).toBe(false)
  })

  it('refuses what is not there', async () => {
    const draft = await open()
    expect(await sample.refuse('drafts.open', { type: 'thu-moi' })).toBe('DOCUMENT_TYPE_UNKNOWN')
    expect(await sample.refuse('drafts.saveSection', { id: draft.id, section: 'khong-co', text: 'a' })).toBe(
      'DRAFT_SECTION_UNKNOWN',
    )
    expect(await sample.refuse('drafts.dropSection', { id: draft.id, section: 'noi-nhan' })).toBe('DRAFT_SECTION_FIXED')
    expect(await sample.refuse('drafts.reorder', { id: draft.id, sections: [RESULT] })).toBe('DRAFT_ORDER_WRONG')
    expect(await sample.refuse('drafts.setRules', { id: draft.id, rules: 'khong-co' })).toBe('RULE_SET_UNKNOWN')
  })
})

describe('what the clerk changes', () => {
  it('is in the pages and in the file, with its figures bound and kept', async () => {
    const draft = await open()
    const value = draft.fields.find((field) => field.key === 'result:DV_MOI::TINH@ngay')?.text
    expect(value).toMatch(/\d/)
    await sample.call('drafts.saveSection', {
      id: draft.id,
      section: RESULT,
      heading: 'Phát triển đoàn viên mới',
      text: '- Đến {{ngay}}, toàn tỉnh có thêm {{result:DV_MOI::TINH@ngay}} đoàn viên.',
    })
    const sentence = `Đến 30/6/2024, toàn tỉnh có thêm ${value} đoàn viên.`
    const { preview, origins } = await sample.call('drafts.preview', { id: draft.id })
    const shown = paragraphsOf(preview).find((paragraph) => previewText(paragraph) === sentence)
    expect(shown?.mark).toBe('-')
    expect(shown?.runs.some((run) => run.figure === 'result:DV_MOI::TINH@2024-06-30')).toBe(true)
    expect(origins[shown?.origin?.section ?? -1]?.[shown?.origin?.block ?? -1]).toBe(RESULT)
    const out = path.join(sample.folder, 'soạn.docx')
    const made = await sample.call('drafts.make', { id: draft.id, out })
    const text = await textOfFile(out)
    expect(text).toContain(sentence)
    expect(text).toContain('1. Phát triển đoàn viên mới')
    expect((await sample.call('documents.figures', { id: made.document ?? '' })).map((figure) => figure.id)).toContain(
      'result:DV_MOI::TINH@2024-06-30',
    )
    // The file is held against what it printed like any other.
    const compared = await sample.call('documents.compareFile', { file: out })
    expect(compared).toMatchObject({ figures: [], format: [] })
    expect(await sample.call('drafts.list', {})).toContainEqual(
      expect.objectContaining({ id: draft.id, document: made.document }),
    )
  })

  it('added, dropped and moved sections number themselves anew', async () => {
    const draft = await open()
    const added = await sample.call('drafts.addSection', {
      id: draft.id,
      after: 'danh-gia-chung',
      heading: 'BÀI HỌC KINH NGHIỆM',
      text: '- Bài học thứ nhất.',
    })
    await sample.call('drafts.dropSection', { id: draft.id, section: 'ket-qua-thuc-hien' })
    let now = await sample.call('drafts.get', { id: draft.id })
    expect(sectionOf(now, RESULT).state).toBe('dropped')
    const moved = moveSection(placed(now), added.section, 'up')
    await sample.call('drafts.reorder', { id: draft.id, sections: [...(moved ?? [])] })
    now = await sample.call('drafts.get', { id: draft.id })
    const { preview } = await sample.call('drafts.preview', { id: draft.id })
    const headings = paragraphsOf(preview)
      .filter((paragraph) => paragraph.headingLevel === 1)
      .map(previewText)
    expect(headings.slice(0, 3)).toEqual([
      'I. TÌNH HÌNH GIAO CHỈ TIÊU VÀ BÁO CÁO',
      'II. BÀI HỌC KINH NGHIỆM',
      'III. ĐÁNH GIÁ CHUNG',
    ])
    await sample.call('drafts.restoreSection', { id: draft.id, section: 'ket-qua-thuc-hien' })
    expect(sectionOf(await sample.call('drafts.get', { id: draft.id }), RESULT).state).toBe('composed')
  })

  it('is undone step by step and found in the history', async () => {
    const draft = await open()
    const before = sectionOf(draft, RESULT).text
    await sample.call('drafts.saveSection', { id: draft.id, section: RESULT, text: 'Lời một.' })
    await sample.call('drafts.saveSection', { id: draft.id, section: RESULT, text: 'Lời hai.' })
    await sample.call('drafts.dropSection', { id: draft.id, section: RESULT })
    const text = async (): Promise<string> => sectionOf(await sample.call('drafts.get', { id: draft.id }), RESULT).text
    expect(JSON.stringify(await sample.call('history.list', {}))).toContain('Bỏ phần “Phát triển đoàn viên” khỏi')
    await sample.call('history.undo', {})
    expect(sectionOf(await sample.call('drafts.get', { id: draft.id }), RESULT).state).toBe('edited')
    await sample.call('history.undo', {})
    expect(await text()).toBe('Lời một.')
    await sample.call('history.undo', {})
    expect(await text()).toBe(before)
    await sample.call('history.redo', {})
    expect(await text()).toBe('Lời một.')
  })

  it('typed back to what the program writes is no change', async () => {
    const draft = await open()
    const { text, heading } = sectionOf(draft, RESULT)
    await sample.call('drafts.saveSection', { id: draft.id, section: RESULT, heading, text: 'Khác.' })
    await sample.call('drafts.saveSection', { id: draft.id, section: RESULT, heading, text })
    const now = await sample.call('drafts.get', { id: draft.id })
    expect(sectionOf(now, RESULT).state).toBe('composed')
    expect(now.changed).toBe(0)
  })

  it('a reworded subject is told in the lists', async () => {
    const draft = await open()
    await sample.call('drafts.saveSection', { id: draft.id, section: 'trich-yeu', text: 'Kết quả công tác đoàn viên' })
    const [row] = await sample.call('drafts.list', {})
    expect(row?.title).toBe('Báo cáo kết quả công tác đoàn viên')
  })
})

describe('another day', () => {
  it('binds every figure and keeps the words changed by hand', async () => {
    const draft = await open()
    const text = 'Văn thư viết: có {{result:DV_MOI::TINH@ngay}} đoàn viên tính đến {{ngay}}.'
    await sample.call('drafts.saveSection', { id: draft.id, section: RESULT, text })
    const before = sectionOf(await sample.call('drafts.get', { id: draft.id }), RESULT)
    const rebound = await sample.call('drafts.rebind', { id: draft.id, asOf: '2024-09-30' })
    expect(rebound.asOf).toBe('2024-09-30')
    expect(rebound.changedFigures).toBeGreaterThan(5)
    const now = await sample.call('drafts.get', { id: draft.id })
    const after = sectionOf(now, RESULT)
    expect(after.text).toBe(text)
    expect(after.printed).toContain('tính đến 30/9/2024')
    expect(after.printed.replace('30/9/2024', '30/6/2024')).not.toBe(before.printed)
    const { preview } = await sample.call('drafts.preview', { id: draft.id })
    const stale = paragraphsOf(preview).flatMap((paragraph) =>
      paragraph.runs.filter((run) => run.figure?.includes('@2024-06-30')),
    )
    expect(stale).toEqual([])
    // Undone like any other step: the day of before, the figures of before.
    await sample.call('history.undo', {})
    expect(sectionOf(await sample.call('drafts.get', { id: draft.id }), RESULT).printed).toBe(before.printed)
  })

  it('shows both where the program writes otherwise for that day, until one is taken', async () => {
    const draft = await open()
    const key = 'ket-qua-thuc-hien.ket-qua-cua-cac-don-vi'
    const composed = sectionOf(draft, key)
    const mine = composed.text
      .split('\n')
      .map((line, index) => (index === 0 ? `${line} (Văn thư thêm lời.)` : line))
      .join('\n')
    await sample.call('drafts.saveSection', { id: draft.id, section: key, heading: composed.heading, text: mine })
    await sample.call('drafts.rebind', { id: draft.id, asOf: '2024-09-30' })
    const clash = sectionOf(await sample.call('drafts.get', { id: draft.id }), key)
    expect(clash.newer).not.toBeNull()
    expect(clash.text.split('\n')[0]).toContain('(Văn thư thêm lời.)')
    await sample.call('drafts.settleSection', { id: draft.id, section: key, take: 'mine' })
    const settled = sectionOf(await sample.call('drafts.get', { id: draft.id }), key)
    expect(settled).toMatchObject({ newer: null, clash: false, text: clash.text })
    await sample.call('drafts.settleSection', { id: draft.id, section: key, take: 'composed' })
    expect(sectionOf(await sample.call('drafts.get', { id: draft.id }), key)).toMatchObject({
      state: 'composed',
      text: clash.newer?.text,
    })
  })
})

describe('tables and annexes', () => {
  it('a cell and a title the clerk reworded stay on another day, in pages, Word and Excel alike', async () => {
    const draft = await open()
    const key = 'phu-luc.phu-luc-ket-qua'
    const annex = sectionOf(draft, key)
    expect(annex.heading).toContain('KẾT QUẢ THỰC HIỆN CHỈ TIÊU')
    const cells = await sample.call('drafts.cells', { id: draft.id, section: key })
    const name = cells.find(({ printed }) => printed === 'LĐLĐ huyện Yên Giang')
    const head = cells.find(({ rowName, printed }) => rowName === 'Tiêu đề bảng' && printed === 'Đơn vị')
    if (name === undefined || head === undefined) throw new Error('the annex names its units')
    // Numbers are data.
    expect(cells.filter(({ printed }) => /^[\d.,%–≥ ]+$/u.test(printed))).toEqual([])
    const line = (cell: typeof name, words: string): string =>
      `[ô] ${cell.table} | ${cell.row} | ${cell.column} | ${words}`
    const title = 'KẾT QUẢ CỦA CÁC ĐƠN VỊ DO VĂN THƯ ĐẶT TÊN'
    await sample.call('drafts.saveSection', {
      id: draft.id,
      section: key,
      heading: title,
      text: `${annex.text}\n${line(name, 'Huyện Yên Giang ({{ngay}})')}\n${line(head, 'Đơn vị trực thuộc')}`,
    })
    await sample.call('drafts.rebind', { id: draft.id, asOf: '2024-09-30' })
    const now = await sample.call('drafts.get', { id: draft.id })
    expect(sectionOf(now, key)).toMatchObject({ state: 'edited', clash: false, unknown: [], heading: title })
    const { preview } = await sample.call('drafts.preview', { id: draft.id })
    const pages = paragraphsOf(preview).map(previewText)
    const out = path.join(sample.folder, 'ô bảng')
    await sample.call('drafts.make', { id: draft.id, out: `${out}.docx` })
    await sample.call('drafts.make', { id: draft.id, out: `${out}.xlsx` })
    const word = (await readPart(`${out}.docx`, 'word/document.xml')).replace(/<[^>]+>/gu, ' ')
    const parts = [1, 2, 3].map((sheet) => readPart(`${out}.xlsx`, `xl/worksheets/sheet${sheet}.xml`))
    const sheets = (await Promise.all(parts)).join('\n')
    for (const words of ['Huyện Yên Giang (30/9/2024)', 'Đơn vị trực thuộc'])
      for (const text of [pages.join('\n'), word, sheets]) expect(text).toContain(words)
    for (const text of [pages.join(' '), word.replace(/\s+/gu, ' '), sheets.replace(/\s+/gu, ' ')])
      expect(text).toContain(title)
    // Taking the program's words back takes all of it back.
    await sample.call('drafts.settleSection', { id: draft.id, section: key, take: 'composed' })
    expect(sectionOf(await sample.call('drafts.get', { id: draft.id }), key).heading).toContain(annex.heading ?? '?')
  })

  it('a cell of a row that is not there is told, and nothing is put elsewhere', async () => {
    const draft = await open()
    const key = 'phu-luc.phu-luc-ket-qua'
    const annex = sectionOf(draft, key)
    await sample.call('drafts.saveSection', {
      id: draft.id,
      section: key,
      heading: annex.heading,
      text: `${annex.text}\n[ô] phu-luc-ket-qua | khong-co-dong-nay | unit | Chữ lạc`,
    })
    const now = await sample.call('drafts.get', { id: draft.id })
    expect(sectionOf(now, key).unknown).toEqual(['khong-co-dong-nay unit'])
    expect(now.problems.map(({ code }) => code)).toContain('DRAFT_FIELD_UNKNOWN')
    const { preview } = await sample.call('drafts.preview', { id: draft.id })
    expect(paragraphsOf(preview).map(previewText).join('\n')).not.toContain('Chữ lạc')
  })
})

describe('words to be confirmed', () => {
  it('are offered where judgement is asked, marked, and told before the file is made', async () => {
    const draft = await open()
    const key = 'danh-gia-chung.ton-tai-han-che'
    const offered = draft.offered.filter((phrase) => phrase.section === key)
    expect(offered.length).toBeGreaterThan(0)
    expect(draft.offered.filter((phrase) => !phrase.text.includes('[Dự thảo:'))).toEqual([])
    const section = sectionOf(draft, key)
    await sample.call('drafts.saveSection', {
      id: draft.id,
      section: key,
      heading: section.heading,
      text: `${section.text}\n${offered[0]?.text ?? ''}`,
    })
    const now = await sample.call('drafts.get', { id: draft.id })
    const problem = now.problems.find((candidate) => candidate.code === 'DRAFT_PHRASES')
    expect(problem).toMatchObject({ severity: 'warning', mend: 'documents', focus: `draft ${draft.id} ${key}` })
    const made = await sample.call('drafts.make', { id: draft.id, out: path.join(sample.folder, 'dự thảo.docx') })
    expect(made.problems.map((candidate) => candidate.code)).toContain('DRAFT_PHRASES')
  })

  it('a draft of which nothing is left is not made', async () => {
    const draft = await open('quyet-dinh-khen-thuong', null)
    for (const { key, canDrop } of draft.sections)
      if (canDrop) await sample.call('drafts.dropSection', { id: draft.id, section: key })
    const lead = draft.sections.find((section) => section.part === 'lead')
    expect(lead).toBeDefined()
    const annex = await open('phu-luc-chi-tieu', null)
    const [only] = annex.sections
    await sample.call('drafts.dropSection', { id: annex.id, section: only?.key ?? '' })
    expect(await sample.refuse('drafts.make', { id: annex.id, out: path.join(sample.folder, 'trống.docx') })).toBe(
      'DOCUMENT_INCOMPLETE',
    )
  })
})
