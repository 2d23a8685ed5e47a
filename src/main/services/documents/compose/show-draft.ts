import type { DraftAnswer, DraftRow, DraftSectionRow } from '#shared/contract/document-drafts.ts'
import type { DraftView } from '#shared/domain/documents/draft-compose.ts'
import { bindTemplate, type FieldBook } from '#shared/domain/documents/draft-fields.ts'
import { readCellLine, readLines, readPictureLine } from '#shared/domain/documents/draft-lines.ts'
import { linesOfPicture } from '#shared/domain/documents/draft-sections.ts'
import { availablePictures } from '#shared/domain/documents/pictures.ts'
import { canDrop, canMove } from '#shared/domain/documents/draft-order.ts'
import { describeFigure, namesOf } from '#shared/domain/documents/figure-words.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import type { NamedDraft } from '../../../db/queries/draft-rows.ts'
import { phrasesFor } from '../../../documents/pieces/phrases.ts'
import { fileNameOf, listDocumentTypes } from '../prepare.ts'
import type { LoadedDraft } from './load-draft.ts'

export function publishDraft(row: NamedDraft): DraftRow {
  const { id, type, title, plan, unit, asOf, changed, documentId, openedAt, ruleSet } = row
  return { id, type, title, plan, unit, asOf, rules: ruleSet, changed, document: documentId, openedAt }
}

/** A draft as the window and the command line show it. */
export function showDraft(draft: LoadedDraft, resources: string): DraftAnswer {
  const { row, prepared, views, assembled, book } = draft
  const { type, facts, rules, problems } = prepared
  const known = listDocumentTypes(resources).find((candidate) => candidate.type === type.id)
  return {
    ...publishDraft(row),
    title: assembled.document.title,
    typeTitle: type.title,
    boundTo: facts.asOf,
    ruleSet: rules.id,
    ruleSets: known?.ruleSets ?? [rules.id],
    fileName: fileNameOf(type, facts),
    sections: views.map((view) => showSection(view, book, assembled.unknown.get(view.key) ?? [])),
    fields: fieldsOfDraft(draft),
    offered: views.flatMap(({ key }) => phrasesFor(type.id, key).map((phrase) => ({ section: key, ...phrase }))),
    pictures: picturesToPutIn(draft),
    problems,
  }
}

function picturesToPutIn({ composed, views, book }: LoadedDraft): DraftAnswer['pictures'] {
  const standing = new Set(
    views
      .filter(({ state }) => state !== 'dropped')
      .flatMap(({ text }) => readLines(text).filter(({ kind }) => kind === 'picture'))
      .map(({ text }) => readPictureLine(text).id),
  )
  return availablePictures(composed)
    .filter(({ picture }) => !standing.has(picture.id))
    .map((one) => ({
      id: one.picture.id,
      title: inlineText(one.caption),
      text: linesOfPicture(one, book),
    }))
}

function showSection(view: DraftView, book: FieldBook, unknown: readonly string[]): DraftSectionRow {
  const { key, part, level, heading, text, state, newer, clash, phrases } = view
  const print = (words: string): string => inlineText(bindTemplate(words, book).inline)
  return {
    key,
    part,
    level,
    heading,
    name: print(view.name),
    text,
    printed: readLines(text)
      .map((line) => {
        if (line.kind === 'table') return `[bảng] ${line.text}`
        if (line.kind === 'cell') return `[ô] ${print(readCellLine(line.text)?.text ?? line.text)}`
        return line.kind === 'picture' ? `[hình] ${print(line.text)}` : print(line.text)
      })
      .join('\n'),
    state,
    newer,
    clash,
    phrases: [...phrases],
    unknown: [...unknown],
    canMove: canMove(view),
    canDrop: canDrop(view),
  }
}

function fieldsOfDraft({ book, prepared }: LoadedDraft): DraftAnswer['fields'] {
  const names = namesOf(prepared.facts)
  const day = (key: string, on: string | null, label: string) =>
    on === null ? [] : [{ key, text: formatDate(on), figure: null, label }]
  return [
    ...day('ngay', book.days.asOf, 'Ngày chốt số liệu'),
    ...day('ngay-khao-sat', book.days.surveyedOn, 'Ngày khảo sát doanh nghiệp'),
    ...day('ngay-ky-truoc', book.days.previous, 'Ngày cuối kỳ trước'),
    ...[...book.figures].map(([key, figure]) => ({
      key,
      text: figure.text,
      figure: figure.id,
      label: describeFigure(figure.id, names),
    })),
  ]
}
