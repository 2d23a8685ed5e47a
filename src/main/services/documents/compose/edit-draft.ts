import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { DraftView } from '#shared/domain/documents/draft-compose.ts'
import { printLines, readLines } from '#shared/domain/documents/draft-lines.ts'
import { canDrop, withUnder } from '#shared/domain/documents/draft-order.ts'
import { splitDocument } from '#shared/domain/documents/draft-sections.ts'
import { ok } from '#shared/kit/result.ts'
import { and, eq } from '../../../db/orm.ts'
import { documentDrafts, draftSections } from '../../../db/schema/index.ts'
import type { Transaction } from '../../../db/store.ts'
import type { CommandContext } from '../../service.ts'
import { loadDraft, type LoadedDraft } from './load-draft.ts'

type Context = Pick<CommandContext, 'store' | 'resources' | 'today'>
type Changed = Output<'drafts.saveSection'>

interface Asked {
  readonly draft: LoadedDraft
  readonly view: DraftView
}

function ask({ store, resources, today }: Context, id: string, section: string): AppResult<Asked> {
  const draft = loadDraft(store, resources, id, today())
  if (!draft.ok) return draft
  const view = draft.value.views.find((candidate) => candidate.key === section)
  return view === undefined ? fail('DRAFT_SECTION_UNKNOWN', { name: section }) : ok({ draft: draft.value, view })
}

/** As the program writes the section now; null for one of the clerk's own, or one that is gone. */
function composedOf({ composed, book }: LoadedDraft, key: string) {
  return splitDocument(composed, book).find((section) => section.key === key) ?? null
}

export function saveSection(
  context: Context,
  { id, section, heading: typed, text: asked }: ParsedInput<'drafts.saveSection'>,
): AppResult<Changed> {
  const found = ask(context, id, section)
  if (!found.ok) return found
  const { draft, view } = found.value
  const text = printLines(readLines(asked))
  // A section without a heading keeps none; one with a heading cannot lose it.
  const given = typed === null ? '' : typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const heading = view.heading === null ? null : given === '' ? view.heading : given
  const composed = composedOf(draft, section)
  const isAsComposed =
    composed !== null && composed.text === text && composed.heading === heading && view.state !== 'dropped'
  context.store.write({ kind: 'drafts.saveSection', label: `Sửa phần “${view.name}” của ${draft.row.title}` }, (tx) => {
    if (isAsComposed) forget(tx, id, section)
    else
      put(tx, id, view, {
        heading,
        content: text,
        baseHeading: composed?.heading ?? null,
        baseContent: composed?.text ?? null,
      })
    if (view.part === 'subject') rename(tx, context, draft)
    return null
  })
  return ok({ id, section })
}

export function addSection(
  context: Context & Pick<CommandContext, 'newId'>,
  { id, after, heading, level, text }: ParsedInput<'drafts.addSection'>,
): AppResult<Changed> {
  const { store, resources, today, newId } = context
  const loaded = loadDraft(store, resources, id, today())
  if (!loaded.ok) return loaded
  const { views, row } = loaded.value
  if (after !== null && !views.some((view) => view.key === after)) return fail('DRAFT_SECTION_UNKNOWN', { name: after })
  const key = `them-${newId().slice(-8)}`
  const keys = views.map((view) => view.key)
  // Behind all that stands under the section it follows, unless it is to stand under it itself.
  const follows = after === null ? '' : level === 2 ? after : (withUnder(views, after).at(-1) ?? after)
  const at = after === null ? views.findIndex((view) => canDrop(view)) : keys.indexOf(follows) + 1
  const order = keys.toSpliced(at < 0 ? keys.length : at, 0, key)
  store.write({ kind: 'drafts.addSection', label: `Thêm phần “${heading}” vào ${row.title}` }, (tx) => {
    tx.db
      .insert(draftSections)
      .values({
        id: tx.newId(),
        draftId: id,
        sectionKey: key,
        part: 'heading',
        level,
        isAdded: true,
        isDropped: false,
        heading,
        content: printLines(readLines(text)),
        baseHeading: null,
        baseContent: null,
      })
      .run()
    setOrder(tx, id, order)
    return null
  })
  return ok({ id, section: key })
}

export function dropSection(context: Context, { id, section }: ParsedInput<'drafts.dropSection'>): AppResult<Changed> {
  const found = ask(context, id, section)
  if (!found.ok) return found
  const { draft, view } = found.value
  if (!canDrop(view)) return fail('DRAFT_SECTION_FIXED', { name: view.name })
  const going = withUnder(draft.views, section)
  context.store.write({ kind: 'drafts.dropSection', label: `Bỏ phần “${view.name}” khỏi ${draft.row.title}` }, (tx) => {
    for (const one of draft.views.filter(({ key }) => going.includes(key))) put(tx, id, one, { isDropped: true })
    return null
  })
  return ok({ id, section })
}

export function restoreSection(
  context: Context,
  { id, section }: ParsedInput<'drafts.restoreSection'>,
): AppResult<Changed> {
  const found = ask(context, id, section)
  if (!found.ok) return found
  const { draft, view } = found.value
  const coming = withUnder(draft.views, section)
  context.store.write(
    { kind: 'drafts.restoreSection', label: `Lấy lại phần “${view.name}” của ${draft.row.title}` },
    (tx) => {
      for (const edit of draft.edits.filter((one) => coming.includes(one.sectionKey) && one.isDropped)) {
        if (edit.content === null) forget(tx, id, edit.sectionKey)
        else tx.db.update(draftSections).set({ isDropped: false }).where(eq(draftSections.id, edit.id)).run()
      }
      return null
    },
  )
  return ok({ id, section })
}

export function settleSection(
  context: Context,
  { id, section, take }: ParsedInput<'drafts.settleSection'>,
): AppResult<Changed> {
  const found = ask(context, id, section)
  if (!found.ok) return found
  const { draft, view } = found.value
  const composed = composedOf(draft, section)
  const label =
    take === 'mine' ? `Giữ lời đã sửa của phần “${view.name}”` : `Lấy lời chương trình soạn cho phần “${view.name}”`
  context.store.write({ kind: 'drafts.settleSection', label: `${label} của ${draft.row.title}` }, (tx) => {
    if (take === 'composed') forget(tx, id, section)
    else if (view.state === 'edited')
      put(tx, id, view, {
        heading: view.heading,
        content: view.text,
        baseHeading: composed?.heading ?? null,
        baseContent: composed?.text ?? null,
      })
    if (view.part === 'subject') rename(tx, context, draft)
    return null
  })
  return ok({ id, section })
}

export function reorderSections(
  { store, resources, today }: Context,
  { id, sections }: ParsedInput<'drafts.reorder'>,
): AppResult<{ id: string }> {
  const loaded = loadDraft(store, resources, id, today())
  if (!loaded.ok) return loaded
  const { views, row } = loaded.value
  const wanted = new Set(sections)
  if (
    wanted.size !== sections.length ||
    views.length !== sections.length ||
    views.some((view) => !wanted.has(view.key))
  )
    return fail('DRAFT_ORDER_WRONG')
  store.write({ kind: 'drafts.reorder', label: `Sắp xếp lại các phần của ${row.title}` }, (tx) => {
    setOrder(tx, id, sections)
    return null
  })
  return ok({ id })
}

type SectionPatch = Partial<
  Pick<typeof draftSections.$inferInsert, 'heading' | 'content' | 'baseHeading' | 'baseContent' | 'isDropped'>
>

function put(tx: Transaction, draftId: string, view: DraftView, patch: SectionPatch): void {
  const where = and(eq(draftSections.draftId, draftId), eq(draftSections.sectionKey, view.key))
  const known = tx.db.select({ id: draftSections.id }).from(draftSections).where(where).get()
  if (known !== undefined) {
    tx.db.update(draftSections).set(patch).where(eq(draftSections.id, known.id)).run()
    return
  }
  tx.db
    .insert(draftSections)
    .values({
      id: tx.newId(),
      draftId,
      sectionKey: view.key,
      part: view.part,
      level: view.level,
      isAdded: false,
      isDropped: false,
      ...patch,
    })
    .run()
}

function forget(tx: Transaction, draftId: string, key: string): void {
  tx.db
    .delete(draftSections)
    .where(and(eq(draftSections.draftId, draftId), eq(draftSections.sectionKey, key)))
    .run()
}

function setOrder(tx: Transaction, id: string, keys: readonly string[]): void {
  tx.db
    .update(documentDrafts)
    .set({ sectionOrder: keys.join(' ') })
    .where(eq(documentDrafts.id, id))
    .run()
}

/** The list of drafts names a draft by its subject, which may just have been reworded. */
function rename(tx: Transaction, { resources, today, store }: Context, { row }: LoadedDraft): void {
  const now = loadDraft(store, resources, row.id, today())
  if (!now.ok || now.value.assembled.document.title === row.title) return
  tx.db
    .update(documentDrafts)
    .set({ title: now.value.assembled.document.title })
    .where(eq(documentDrafts.id, row.id))
    .run()
}
