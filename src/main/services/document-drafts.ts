import { bindTemplate } from '#shared/domain/documents/draft-fields.ts'
import { wordCells } from '#shared/domain/documents/table-cells.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import type { documentDraftsContract } from '#shared/contract/document-drafts.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { figuresOf } from '#shared/domain/documents/snapshot.ts'
import { fieldKey } from '#shared/domain/documents/draft-fields.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { readDocument, readDocuments } from '../db/queries/document-rows.ts'
import { readDraft, readDrafts } from '../db/queries/draft-rows.ts'
import { eq } from '../db/orm.ts'
import { remember } from '../db/remembered.ts'
import { documentDrafts, draftSections, plans, units } from '../db/schema/index.ts'
import { buildPreview } from '../documents/preview/build-preview.ts'
import { loadRuleSets } from '../documents/rules/rule-set.ts'
import {
  addSection,
  dropSection,
  reorderSections,
  restoreSection,
  saveSection,
  settleSection,
} from './documents/compose/edit-draft.ts'
import { loadDraft, type LoadedDraft } from './documents/compose/load-draft.ts'
import { makeDraft } from './documents/compose/make-draft.ts'
import { publishDraft, showDraft } from './documents/compose/show-draft.ts'
import { mendFile } from './documents/mend-file.ts'
import { findFigureRows } from './documents/figure-rows.ts'
import { prepare, storedSnapshot } from './documents/prepare.ts'
import type { CommandContext, Service } from './service.ts'

/** Papers whose facts are held while their figures are looked through. */
const MOST_PAPERS = 1

export const documentDraftsService: Service<keyof typeof documentDraftsContract> = {
  'documents.preview': ({ store, resources, today }, input) => {
    const prepared = prepare(store, resources, input, today())
    if (!prepared.ok) return prepared
    const { type, facts, rules, problems } = prepared.value
    return ok({ preview: buildPreview(type.compose(facts), rules), problems })
  },

  'documents.problems': ({ store, resources, today }, input) => {
    const prepared = prepare(store, resources, input, today())
    if (!prepared.ok) return prepared
    const { type, facts, problems } = prepared.value
    return ok({
      type: type.id,
      plan: facts.plan.code,
      unit: facts.scope.unit.code,
      asOf: facts.asOf,
      blocking: problems.filter((problem) => problem.severity === 'error').length,
      problems,
    })
  },

  'documents.mendFile': mendFile,

  'documents.figureRows': (context, { id, figure }) => {
    const { store, resources, today } = context
    const row = readDocuments(store).find((document) => document.id === id)
    const stored = readDocument(store, id)
    if (row === undefined || stored === null) return fail('ROW_UNKNOWN')
    const asked = storedSnapshot.parse(stored.snapshot).figures.find((known) => known.id === figure)
    if (asked === undefined) return fail('FIGURE_UNKNOWN', { name: figure })
    const { type, plan, unit, asOf } = row
    const choice = { type, plan, unit, asOf, rules: null, period: null, union: null }
    // One figure after another of the same paper is clicked: its facts are gathered once.
    const prepared = remember(
      store.sqlite,
      `paper ${id} ${today()}`,
      () => prepare(store, resources, choice, today()),
      MOST_PAPERS,
    )
    return prepared.ok ? findFigureRows(store, prepared.value.facts, asked) : prepared
  },

  'drafts.figureRows': ({ store, resources, today }, { id, figure }) => {
    const draft = remember(
      store.sqlite,
      `draft ${id} ${today()}`,
      () => loadDraft(store, resources, id, today()),
      MOST_PAPERS,
    )
    if (!draft.ok) return draft
    const { assembled, book, prepared } = draft.value
    // Also of a figure or chart that is only offered to be put in.
    const known = [...figuresOf(assembled.document), ...book.figures.values()]
    const asked = known.find(({ id: own }) => own === figure)
    return asked === undefined ? fail('FIGURE_UNKNOWN', { name: figure }) : findFigureRows(store, prepared.facts, asked)
  },

  'drafts.list': ({ store }) => ok(readDrafts(store).map(publishDraft)),
  'drafts.open': openDraft,

  'drafts.get': ({ store, resources, today }, { id }) => {
    const draft = loadDraft(store, resources, id, today())
    return draft.ok ? ok(showDraft(draft.value, resources)) : draft
  },

  'drafts.cells': ({ store, resources, today }, { id, section }) => {
    const draft = loadDraft(store, resources, id, today())
    if (!draft.ok) return draft
    const { views, book } = draft.value
    const view = views.find(({ key }) => key === section)
    if (view === undefined) return fail('DRAFT_SECTION_UNKNOWN', { name: section })
    return ok(
      wordCells(view.tables, book).map((cell) => ({
        ...cell,
        printed: inlineText(bindTemplate(cell.text, book).inline),
      })),
    )
  },

  'drafts.preview': ({ store, resources, today }, { id }) => {
    const draft = loadDraft(store, resources, id, today())
    if (!draft.ok) return draft
    const { assembled, prepared } = draft.value
    return ok({
      preview: buildPreview(assembled.document, prepared.rules),
      origins: assembled.origins.map((keys) => [...keys]),
    })
  },

  'drafts.saveSection': saveSection,
  'drafts.addSection': addSection,
  'drafts.dropSection': dropSection,
  'drafts.restoreSection': restoreSection,
  'drafts.settleSection': settleSection,
  'drafts.reorder': reorderSections,
  'drafts.rebind': rebindDraft,

  'drafts.setRules': ({ store, resources }, { id, rules }) => {
    const row = readDraft(store, id)
    if (row === undefined) return fail('DRAFT_UNKNOWN')
    const sets = loadRuleSets(resources)
    if (rules !== null && !sets.some((set) => set.id === rules))
      return fail('RULE_SET_UNKNOWN', { name: rules, names: sets.map((set) => set.id).join(', ') })
    store.write({ kind: 'drafts.setRules', label: `Đổi bộ quy tắc thể thức của ${row.title}` }, (tx) => {
      tx.db.update(documentDrafts).set({ ruleSet: rules }).where(eq(documentDrafts.id, id)).run()
      return null
    })
    return ok({ id })
  },

  'drafts.remove': ({ store }, { id }) => {
    const row = readDraft(store, id)
    if (row === undefined) return fail('DRAFT_UNKNOWN')
    store.write({ kind: 'drafts.remove', label: `Xóa bản thảo ${row.title}` }, (tx) => {
      tx.db.delete(draftSections).where(eq(draftSections.draftId, id)).run()
      tx.db.delete(documentDrafts).where(eq(documentDrafts.id, id)).run()
      return null
    })
    return ok({})
  },

  'drafts.make': makeDraft,
}

/** What the program would choose by itself is settled now, so that the draft speaks of the same thing tomorrow. */
function openDraft(
  { store, resources, today }: CommandContext,
  input: ParsedInput<'drafts.open'>,
): AppResult<Output<'drafts.open'>> {
  const prepared = prepare(store, resources, input, today())
  if (!prepared.ok) return prepared
  const { type, facts } = prepared.value
  const plan = store.db.select({ id: plans.id }).from(plans).where(eq(plans.code, facts.plan.code)).get()
  const unit = store.db.select({ id: units.id }).from(units).where(eq(units.code, facts.scope.unit.code)).get()
  if (plan === undefined || unit === undefined) throw new Error('facts speak of a plan or unit that is not there')
  const { title } = type.compose(facts)
  const id = store.write({ kind: 'drafts.open', label: `Soạn ${title}` }, (tx) => {
    const draftId = tx.newId()
    tx.db
      .insert(documentDrafts)
      .values({
        id: draftId,
        type: type.id,
        title,
        planId: plan.id,
        unitId: unit.id,
        // A report's day is part of what it says; a plan goes on speaking of what is known when it is made.
        asOf: input.asOf ?? (type.speaksOf === 'day' ? facts.asOf : null),
        ruleSet: input.rules,
        period: type.periodic === true ? (input.period ?? 'month') : null,
        unionId: facts.lists.union?.id ?? null,
        sectionOrder: null,
        documentId: null,
        openedAt: tx.at,
      })
      .run()
    return draftId
  })
  const row = readDraft(store, id)
  if (row === undefined) throw new Error('a draft was written and is not there')
  return ok(publishDraft(row))
}

function rebindDraft(
  { store, resources, today }: CommandContext,
  { id, asOf }: ParsedInput<'drafts.rebind'>,
): AppResult<Output<'drafts.rebind'>> {
  const before = loadDraft(store, resources, id, today())
  if (!before.ok) return before
  const after = loadDraft(store, resources, id, today(), asOf)
  if (!after.ok) return after
  const { row } = before.value
  store.write({ kind: 'drafts.rebind', label: `Lấy số liệu đến ngày ${formatDate(asOf)} cho ${row.title}` }, (tx) => {
    tx.db
      .update(documentDrafts)
      .set({ asOf, title: after.value.assembled.document.title })
      .where(eq(documentDrafts.id, id))
      .run()
    return null
  })
  const was = printedFigures(before.value)
  const now = printedFigures(after.value)
  return ok({
    id,
    asOf,
    changedFigures: [...now].filter(([key, text]) => was.get(key) !== text).length,
    clashes: after.value.views.filter((view) => view.clash).map((view) => view.name),
  })
}

function printedFigures({ assembled, book }: LoadedDraft): ReadonlyMap<string, string> {
  return new Map(figuresOf(assembled.document).map((figure) => [fieldKey(figure, book.days), figure.text]))
}
