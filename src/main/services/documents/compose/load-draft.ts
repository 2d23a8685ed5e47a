import { fail, type AppResult } from '#shared/contract/errors.ts'
import { type AssembledDraft, assembleDraft } from '#shared/domain/documents/draft-assemble.ts'
import { type DraftEdits, type DraftView, viewDraft } from '#shared/domain/documents/draft-compose.ts'
import { createFieldBook, type FieldBook } from '#shared/domain/documents/draft-fields.ts'
import { figureFromFacts } from '#shared/domain/documents/figure-from-facts.ts'
import { type DocumentFacts, REPORT_PERIODS } from '#shared/domain/documents/facts.ts'
import { inlinesForFields } from '#shared/domain/documents/draft-sections.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { type NamedDraft, readDraft, readDraftSections, type StoredSection } from '../../../db/queries/draft-rows.ts'
import type { ReadStore } from '../../../db/store.ts'
import { tellingOf } from '../../../documents/pieces/telling.ts'
import { type DocumentChoice, prepare, type Prepared } from '../prepare.ts'
import { findDraftProblems } from './draft-problems.ts'

export interface LoadedDraft {
  readonly row: NamedDraft
  readonly edits: readonly StoredSection[]
  readonly prepared: Prepared
  /** As the program composes it, without what the clerk changed. */
  readonly composed: OfficialDocument
  readonly book: FieldBook
  readonly views: readonly DraftView[]
  readonly assembled: AssembledDraft
}

/** A draft put together anew from the figures of its day. Fails where plan or unit are no longer there that day. */
export function loadDraft(
  store: ReadStore,
  resources: string,
  id: string,
  today: IsoDate,
  asOf?: IsoDate,
): AppResult<LoadedDraft> {
  const row = readDraft(store, id)
  if (row === undefined) return fail('DRAFT_UNKNOWN')
  const choice = choiceOf(row)
  const prepared = prepare(store, resources, asOf === undefined ? choice : { ...choice, asOf }, today)
  if (!prepared.ok) return prepared
  const { type, facts } = prepared.value
  const composed = type.compose(facts)
  const book = bookOf(composed, facts)
  const edits = readDraftSections(store, id)
  const views = viewDraft(composed, book, editsOf(row, edits))
  const assembled = assembleDraft(composed, views, book)
  const problems = [...prepared.value.problems, ...findDraftProblems(row.id, views, assembled.unknown)]
  return ok({ row, edits, prepared: { ...prepared.value, problems }, composed, book, views, assembled })
}

export function choiceOf(row: NamedDraft): DocumentChoice {
  return {
    type: row.type,
    plan: row.plan,
    unit: row.unit,
    asOf: row.asOf,
    rules: row.ruleSet,
    period: REPORT_PERIODS.find((period) => period === row.period) ?? null,
    union: row.unionId,
  }
}

export function bookOf(composed: OfficialDocument, facts: DocumentFacts): FieldBook {
  const days = {
    asOf: facts.asOf,
    surveyedOn: facts.registry?.surveyedOn ?? null,
    previous: facts.previous?.asOf ?? null,
  }
  const telling = tellingOf(facts)
  return createFieldBook(inlinesForFields(composed), days, (key) => figureFromFacts(facts, telling, key))
}

function editsOf(row: NamedDraft, edits: readonly StoredSection[]): DraftEdits {
  return {
    order: row.sectionOrder === null ? null : row.sectionOrder.split(' '),
    sections: edits.map((edit) => ({
      key: edit.sectionKey,
      part: edit.part,
      level: edit.level === 1 || edit.level === 2 || edit.level === 3 ? edit.level : 0,
      isAdded: edit.isAdded,
      isDropped: edit.isDropped,
      heading: edit.heading,
      text: edit.content,
      baseHeading: edit.baseHeading,
      baseText: edit.baseContent,
    })),
  }
}
