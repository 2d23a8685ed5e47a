import { describe, expect, it } from 'vitest'
import { buildPreview } from '#main/documents/preview/build-preview.ts'
import { assembleDraft } from '#shared/domain/documents/draft-assemble.ts'
import { type SectionEdit, viewDraft } from '#shared/domain/documents/draft-compose.ts'
import { createFieldBook, type DocumentDays } from '#shared/domain/documents/draft-fields.ts'
import { inlinesForFields, linesOfPicture } from '#shared/domain/documents/draft-sections.ts'
import { availablePictures, picturesOf } from '#shared/domain/documents/pictures.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { haiAnFacts } from '../../documents/support/hai-an.ts'
import { makeDocx, unionRules } from '../../documents/support/made.ts'

// A picture in a draft: its line may be taken out, put elsewhere and described in other words; drawn it is by the data.

const KEY = 'ket-qua-thuc-hien.ket-qua-cua-cac-don-vi'

async function composeOn(asOf: string, more: Partial<Parameters<typeof haiAnFacts>[0]> = {}) {
  const document = (await makeDocx('bao-cao-tien-do', haiAnFacts({ asOf, ...more }))).tree
  const days: DocumentDays = { asOf, surveyedOn: '2024-02-28', previous: '2023-12-31' }
  return { document, book: createFieldBook(inlinesForFields(document), days, () => null) }
}

type Composed = Awaited<ReturnType<typeof composeOn>>

function textOf({ document, book }: Composed): string {
  return viewDraft(document, book, { order: null, sections: [] }).find(({ key }) => key === KEY)?.text ?? ''
}

function draftWith(composed: Composed, text: string, base: Composed = composed) {
  const section = viewDraft(base.document, base.book, { order: null, sections: [] }).find(({ key }) => key === KEY)
  if (section === undefined) throw new Error(KEY)
  const { part, level, heading } = section
  const edit: SectionEdit = {
    key: KEY,
    part,
    level,
    isAdded: false,
    isDropped: false,
    heading,
    text,
    baseHeading: heading,
    baseText: section.text,
  }
  const views = viewDraft(composed.document, composed.book, { order: null, sections: [edit] })
  return assembleDraft(composed.document, views, composed.book)
}

function captionsOf(document: OfficialDocument): string[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role === 'picture-caption' ? [inlineText(block.text)] : [],
    ),
  )
}

const PICTURE = /^\[hình\] don-vi-DV_MOI \| .*$/mu
const CAPTION = /^\[tên hình\] .*$/mu

describe('the picture of a draft', () => {
  it('is a line with its description, the day and its figures as fields, and a caption without its number', async () => {
    const text = textOf(await composeOn('2024-06-30'))
    expect(PICTURE.exec(text)?.[0]).toContain('đến ngày {{ngay}}; cao nhất là LĐLĐ thị xã Bình Sơn ({{percent:DV_MOI')
    expect(CAPTION.exec(text)?.[0]).toBe(
      '[tên hình] Tỷ lệ đạt chỉ tiêu kết nạp mới đoàn viên của các đơn vị đến ngày {{ngay}}',
    )
  })

  it('is the composed one, untouched', async () => {
    const composed = await composeOn('2024-06-30')
    const draft = draftWith(composed, textOf(composed))
    const drawn = (document: OfficialDocument) =>
      picturesOf(document).map(({ id, drawing, alt }) => ({ id, drawing, alt: inlineText(alt) }))
    expect(drawn(draft.document)).toEqual(drawn(composed.document))
    expect(captionsOf(draft.document)).toEqual(captionsOf(composed.document))
    expect([...draft.unknown]).toEqual([])
  })

  it('is taken out with its two lines and leaves nothing behind', async () => {
    const composed = await composeOn('2024-06-30')
    const draft = draftWith(composed, textOf(composed).replace(PICTURE, '').replace(CAPTION, ''))
    expect(picturesOf(draft.document)).toEqual([])
    expect(captionsOf(draft.document)).toEqual([])
  })

  it('goes where its lines are put, and says what the clerk wrote', async () => {
    const composed = await composeOn('2024-06-30')
    const text = textOf(composed)
    const caption = CAPTION.exec(text)?.[0] ?? ''
    const moved = `[hình] don-vi-DV_MOI | Biểu đồ so sánh các đơn vị\n${caption}\n${text.replace(PICTURE, '').replace(CAPTION, '')}`
    const draft = draftWith(composed, moved)
    const blocks = draft.document.sections[0]?.blocks ?? []
    const at = blocks.findIndex(({ kind }) => kind === 'picture')
    expect(blocks[at - 1]).toMatchObject({ kind: 'heading' })
    expect(captionsOf(draft.document)).toEqual([
      'Hình 1. Tỷ lệ đạt chỉ tiêu kết nạp mới đoàn viên của các đơn vị đến ngày 30/6/2024',
    ])
    const pictures = buildPreview(draft.document, unionRules()).sections.flatMap((section) =>
      section.blocks.flatMap((block) => (block.kind === 'picture' ? [block] : [])),
    )
    expect(pictures.map(({ alt }) => alt)).toEqual(['Biểu đồ so sánh các đơn vị'])
    expect(pictures[0]?.drawing).toEqual(picturesOf(composed.document)[0]?.drawing)
  })

  it('is drawn anew for another day, under the words the clerk changed', async () => {
    const june = await composeOn('2024-06-30')
    const later = await composeOn('2024-09-30', {
      results: [
        { unit: 'AL', indicator: 'DV_MOI', value: 700 },
        { unit: 'DT', indicator: 'DV_MOI', value: 400 },
      ],
    })
    const text = textOf(june).replace('Biểu đồ thanh ngang: ', 'Hình vẽ: ')
    const [picture] = picturesOf(draftWith(later, text, june).document)
    expect(picture?.drawing).toEqual(picturesOf(later.document)[0]?.drawing)
    expect(picture?.drawing).not.toEqual(picturesOf(june.document)[0]?.drawing)
    expect(captionsOf(draftWith(later, text, june).document)[0]).toContain('đến ngày 30/9/2024')
    expect(inlineText(picture?.alt ?? [])).toMatch(/^Hình vẽ: .*30\/9\/2024/u)
  })

  it('is put in where the document only offers it', async () => {
    const composed = await composeOn('2024-06-30')
    const [offered] = availablePictures(composed.document).filter(({ picture }) => picture.id === 'don-vi-CDCS_MOI')
    if (offered === undefined) throw new Error('offered')
    const draft = draftWith(composed, `${textOf(composed)}\n${linesOfPicture(offered, composed.book)}`)
    expect(picturesOf(draft.document).map(({ id }) => id)).toEqual(['don-vi-DV_MOI', 'don-vi-CDCS_MOI'])
    expect(captionsOf(draft.document)[1]).toBe(
      'Hình 2. Tỷ lệ đạt chỉ tiêu thành lập mới CĐCS của các đơn vị đến ngày 30/6/2024',
    )
    expect([...draft.unknown]).toEqual([])
  })

  it('is told of where there is nothing to draw on that day, and its caption goes with it', async () => {
    const june = await composeOn('2024-06-30')
    const draft = draftWith(june, `${textOf(june)}\n[hình] khong-co | Hình đã bỏ\n[tên hình] Hình nào đó`)
    expect(draft.unknown.get(KEY)).toEqual(['khong-co'])
    expect(captionsOf(draft.document)).toHaveLength(1)
  })
})
