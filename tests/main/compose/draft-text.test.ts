import { describe, expect, it } from 'vitest'
import { documentTypes } from '#main/documents/catalogue.ts'
import { buildPreview } from '#main/documents/preview/build-preview.ts'
import { assembleDraft } from '#shared/domain/documents/draft-assemble.ts'
import { type DraftEdits, type SectionEdit, viewDraft } from '#shared/domain/documents/draft-compose.ts'
import { createFieldBook, type FieldBook } from '#shared/domain/documents/draft-fields.ts'
import { moveSection } from '#shared/domain/documents/draft-order.ts'
import { splitDocument } from '#shared/domain/documents/draft-sections.ts'
import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type PreviewDocument, paragraphsOf, previewText } from '#shared/domain/documents/preview.ts'
import { figuresOf, inlinesOf } from '#shared/domain/documents/snapshot.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { haiAnFacts } from '../../documents/support/hai-an.ts'
import { TYPE_IDS, unionRules } from '../../documents/support/made.ts'

const NOTHING: DraftEdits = { order: null, sections: [] }

function compose(typeId: string, facts: DocumentFacts = haiAnFacts()): OfficialDocument {
  const type = documentTypes.find((candidate) => candidate.id === typeId)
  if (type === undefined) throw new Error(`no type ${typeId}`)
  return type.compose(facts)
}

function bookOf(document: OfficialDocument, facts: DocumentFacts = haiAnFacts()): FieldBook {
  const days = {
    asOf: facts.asOf,
    surveyedOn: facts.registry?.surveyedOn ?? null,
    previous: facts.previous?.asOf ?? null,
  }
  return createFieldBook(inlinesOf(document), days, () => null)
}

function edit(document: OfficialDocument, key: string, changes: Partial<SectionEdit>): SectionEdit {
  const section = splitDocument(document, bookOf(document)).find((candidate) => candidate.key === key)
  if (section === undefined) throw new Error(`no section ${key}`)
  const { part, level, heading, text } = section
  return {
    key,
    part,
    level,
    isAdded: false,
    isDropped: false,
    heading,
    text,
    baseHeading: heading,
    baseText: text,
    ...changes,
  }
}

function draftOf(document: OfficialDocument, edits: DraftEdits, book = bookOf(document)) {
  const views = viewDraft(document, book, edits)
  return { views, ...assembleDraft(document, views, book) }
}

function linesOf(preview: PreviewDocument): string[] {
  return paragraphsOf(preview).map(
    (paragraph) => `${paragraph.mark ?? ''} ${previewText(paragraph)} ${paragraph.style} ${paragraph.runs[0]?.size}`,
  )
}

describe.each(TYPE_IDS)('a draft of %s', (typeId) => {
  const document = compose(typeId)

  it('that nobody touched is the document itself, figure by figure', () => {
    const draft = draftOf(document, NOTHING)
    expect(linesOf(buildPreview(draft.document, unionRules()))).toEqual(linesOf(buildPreview(document, unionRules())))
    expect(figuresOf(draft.document)).toEqual(figuresOf(document))
    expect([...draft.unknown]).toEqual([])
    expect(draft.document.title).toBe(document.title)
  })

  it('has sections with keys of their own', () => {
    const keys = splitDocument(document, bookOf(document)).map((section) => section.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => !/^[a-z0-9.-]+$/u.test(key))).toEqual([])
  })
})

describe('rewording', () => {
  const document = compose('bao-cao-tien-do')
  const KEY = 'ket-qua-thuc-hien.phat-trien-doan-vien'

  it('keeps the figures of a reworded sentence bound', () => {
    const text =
      'Đến {{ngay}} toàn tỉnh có thêm {{result:DV_MOI::TINH@ngay}} đoàn viên mới.\n- [Dự thảo: nêu cách làm hay] của các đơn vị.'
    const draft = draftOf(document, { order: null, sections: [edit(document, KEY, { text })] })
    const blocks = draft.document.sections[0]?.blocks ?? []
    const reworded = blocks.find((block) => block.kind === 'paragraph' && inlineText(block.text).includes('có thêm'))
    expect(reworded?.kind === 'paragraph' ? inlineText(reworded.text) : '').toBe(
      'Đến 30/6/2024 toàn tỉnh có thêm hơn 6.448 đoàn viên mới.',
    )
    expect(figuresOf(draft.document).some((figure) => figure.id === 'result:DV_MOI::TINH@2024-06-30')).toBe(true)
    const view = draft.views.find((candidate) => candidate.key === KEY)
    expect(view).toMatchObject({ state: 'edited', newer: null, phrases: ['[Dự thảo: nêu cách làm hay]'] })
    const runs = paragraphsOf(buildPreview(draft.document, unionRules())).flatMap((paragraph) => paragraph.runs)
    expect(runs.filter((run) => run.state === 'draft').map((run) => run.text)).toEqual(['[Dự thảo: nêu cách làm hay]'])
  })

  it('says which field nothing stands for', () => {
    const text = 'Có {{result:KHONG_CO::TINH@ngay}} người.'
    const draft = draftOf(document, { order: null, sections: [edit(document, KEY, { text })] })
    expect([...draft.unknown]).toEqual([[KEY, ['result:KHONG_CO::TINH@ngay']]])
  })

  it('numbers headings anew when one is dropped, and moves the end mark', () => {
    const draft = draftOf(document, {
      order: null,
      sections: [
        edit(document, 'danh-gia-chung', { isDropped: true }),
        edit(document, 'danh-gia-chung.ket-qua-dat-duoc', { isDropped: true }),
        edit(document, 'danh-gia-chung.ton-tai-han-che', { isDropped: true }),
        edit(document, 'cau-ket', { isDropped: true }),
      ],
    })
    const blocks = draft.document.sections[0]?.blocks ?? []
    const labels = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.label] : []))
    expect(labels).toEqual(['I.', 'II.', 'III.', 'IV.'])
    const marked = blocks.flatMap((block) => ('text' in block && inlineText(block.text).endsWith('./.') ? [block] : []))
    expect(marked).toHaveLength(1)
    expect(blocks.at(-2)).toBe(marked[0])
  })

  it('a section moves with everything under it and never out of its heading', () => {
    const views = draftOf(document, NOTHING).views
    const moved = moveSection(views, 'danh-gia-chung', 'up') ?? []
    expect(moved.indexOf('danh-gia-chung')).toBeLessThan(moved.indexOf('ket-qua-thuc-hien'))
    expect(moved.indexOf('danh-gia-chung.ton-tai-han-che')).toBeLessThan(moved.indexOf('ket-qua-thuc-hien'))
    const draft = draftOf(document, { order: moved, sections: [] })
    const titles = (draft.document.sections[0]?.blocks ?? []).flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [`${block.label} ${inlineText(block.text)}`] : [],
    )
    expect(titles.slice(0, 3)).toEqual([
      'I. TÌNH HÌNH GIAO CHỈ TIÊU VÀ BÁO CÁO',
      'II. ĐÁNH GIÁ CHUNG',
      'III. KẾT QUẢ THỰC HIỆN',
    ])
    expect(moveSection(views, 'danh-gia-chung.ket-qua-dat-duoc', 'up')).toBeNull()
    expect(moveSection(views, 'trich-yeu', 'down')).toBeNull()
    expect(moveSection(views, 'cau-ket', 'down')).toBeNull()
  })

  it('moving down and up again is the order it was', () => {
    const views = draftOf(document, NOTHING).views
    for (const { key } of views) {
      const down = moveSection(views, key, 'down')
      if (down === null) continue
      const placed = down.map((name) => views.find((view) => view.key === name)).filter((view) => view !== undefined)
      expect(moveSection(placed, key, 'up')).toEqual(views.map((view) => view.key))
    }
  })
})

describe('the figures of another day', () => {
  const before = compose('bao-cao-tien-do')
  const later: DocumentFacts = { ...haiAnFacts(), asOf: '2024-09-30', documentDate: '2024-09-30' }
  const after = compose('bao-cao-tien-do', later)
  const KEY = 'ket-qua-thuc-hien.phat-trien-doan-vien'

  it('change every figure and leave the words the clerk wrote', () => {
    const text = 'Đến {{ngay}} có {{result:DV_MOI::TINH@ngay}} đoàn viên.'
    const edits = { order: null, sections: [edit(before, KEY, { text })] }
    const draft = draftOf(after, edits, bookOf(after, later))
    const words = inlinesOf(draft.document).map(inlineText)
    expect(words.some((line) => line.startsWith('Đến 30/9/2024 có hơn 6.448 đoàn viên.'))).toBe(true)
    expect(figuresOf(draft.document).filter((figure) => figure.id.endsWith('@2024-06-30'))).toEqual([])
    expect(draft.views.find((view) => view.key === KEY)?.clash).toBe(false)
  })

  it('finds every section under the key it had', () => {
    const keys = (document: OfficialDocument, facts: DocumentFacts) =>
      splitDocument(document, bookOf(document, facts)).map((section) => section.key)
    const known = keys(before, haiAnFacts())
    // A heading without anything to say that day is not composed; no other key changes.
    expect(keys(after, later)).toEqual(known.filter((key) => key !== 'danh-gia-chung.ket-qua-dat-duoc'))
  })

  it('show both where the program writes otherwise now and the clerk had changed the same words', () => {
    const [line = '', ...rest] =
      splitDocument(before, bookOf(before))
        .find(({ key }) => key === KEY)
        ?.text.split('\n') ?? []
    const base = [`${line} Lời cũ.`, ...rest].join('\n')
    const mine = [`${line} Lời của văn thư.`, ...rest].join('\n')
    const clash = edit(before, KEY, { text: mine, baseText: base })
    const view = draftOf(after, { order: null, sections: [clash] }, bookOf(after, later)).views.find(
      (candidate) => candidate.key === KEY,
    )
    expect(view?.clash).toBe(true)
    expect(view?.text).toBe(mine)
    expect(view?.newer?.text.split('\n')[0]).toBe(line)
  })

  it('keep a section the clerk changed when it is no longer composed', () => {
    const gone = edit(before, KEY, { key: 'khong-con.nua', text: 'Lời của văn thư.' })
    const draft = draftOf(after, { order: null, sections: [gone] }, bookOf(after, later))
    expect(draft.views.find((view) => view.key === 'khong-con.nua')?.state).toBe('gone')
    expect(inlinesOf(draft.document).map(inlineText).join('\n')).toContain('Lời của văn thư.')
  })
})
