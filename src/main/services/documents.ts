import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { eq } from '../db/orm.ts'
import { z } from 'zod'
import { documentFigure, type documentsContract, type DocumentTypeRow } from '#shared/contract/documents.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { pledgeOf, unnumbered } from '#shared/domain/documents/pledge.ts'
import { type DocumentProblem, findProblems } from '#shared/domain/documents/problems.ts'
import { figuresOf } from '#shared/domain/documents/snapshot.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { err, ok } from '#shared/kit/result.ts'
import { readDocuments } from '../db/queries/document-rows.ts'
import { documents, plans, units } from '../db/schema/index.ts'
import type { ReadStore } from '../db/store.ts'
import { type DocumentType, documentTypes, findDocumentType } from '../documents/catalogue.ts'
import { chooseRuleSet, loadRuleSets, type RuleSet } from '../documents/rules/rule-set.ts'
import { gatherFacts } from './documents/gather.ts'
import { checkDocumentFile } from './documents/check-file.ts'
import { checkWritable, PlacingFailure, resolveWordFile, stageFile } from './documents/write-file.ts'
import type { Service } from './service.ts'

export const documentsService: Service<keyof typeof documentsContract> = {
  'documents.types': ({ resources }) => ok(listDocumentTypes(resources)),

  'documents.check': ({ store, resources, today }, input) => {
    const prepared = prepare(store, resources, input, today())
    if (!prepared.ok) return prepared
    const { type, facts, problems } = prepared.value
    return ok({
      type: type.id,
      title: type.compose(facts).title,
      plan: facts.plan.code,
      unit: facts.scope.unit.code,
      asOf: facts.asOf,
      fileName: fileNameOf(type, facts),
      problems,
    })
  },

  'documents.make': async ({ store, resources, today, signal, progress }, input) => {
    const file = resolveWordFile(input.out)
    if (!file.ok) return file
    const writable = checkWritable(file.value)
    if (!writable.ok) return writable
    progress({ step: 'Đang lấy số liệu', done: 0, total: 3 })
    const prepared = prepare(store, resources, input, today())
    if (!prepared.ok) return prepared
    const { type, facts, problems, rules } = prepared.value
    const blocking = problems.filter((problem) => problem.severity === 'error')
    if (blocking.length > 0) {
      const what = blocking.map((problem) => problem.message).join(' ')
      return fail('DOCUMENT_INCOMPLETE', { title: type.title, what }, { problems })
    }
    progress({ step: 'Đang soạn văn bản', done: 1, total: 3 })
    const tree = type.compose(facts)
    // The Word writer is large; loaded here it costs nothing at start.
    const { renderDocx } = await import('../documents/layout/render.ts')
    const bytes = await renderDocx(tree, rules, fileProperties(type, facts, rules))
    if (signal.aborted) return fail('CANCELLED')
    progress({ step: 'Đang ghi tệp', done: 2, total: 3 })
    const staged = stageFile(file.value, bytes)
    if (!staged.ok) return staged

    const figures = figuresOf(tree)
    try {
      store.write({ kind: 'documents.make', label: `Tạo ${tree.title}` }, (tx) => {
        const planId =
          tx.db.select({ id: plans.id }).from(plans).where(eq(plans.code, facts.plan.code)).get()?.id ?? null
        const unitId =
          tx.db.select({ id: units.id }).from(units).where(eq(units.code, facts.scope.unit.code)).get()?.id ?? null
        tx.db
          .insert(documents)
          .values({
            id: tx.newId(),
            type: type.id,
            title: tree.title,
            planId,
            unitId,
            asOf: facts.asOf,
            path: file.value,
            sha256: createHash('sha256').update(bytes).digest('hex'),
            snapshot: {
              ruleSet: rules.id,
              problems: problems.map((problem) => problem.message),
              // The id of a figure names its source whole: kind, indicator, assigner, unit and day.
              figures: figures.map(({ id, value, text }) => ({ id, value, text })),
            },
            status: 'draft',
            madeAt: tx.at,
          })
          .run()
        // Last of all: a document that cannot be recorded is not left lying about, nor a record without its document.
        staged.value.place()
        return null
      })
    } catch (thrown) {
      if (thrown instanceof PlacingFailure) return err(thrown.reason)
      throw thrown
    } finally {
      staged.value.discard()
    }
    progress({ step: 'Đã xong', done: 3, total: 3 })
    return ok({
      type: type.id,
      file: file.value,
      title: tree.title,
      plan: facts.plan.code,
      unit: facts.scope.unit.code,
      asOf: facts.asOf,
      figures: figures.length,
      problems,
    })
  },

  'documents.checkFile': ({ foreign, resources, today }, input) =>
    checkDocumentFile({ foreign, resources, today: today() }, input.file, input.rules),

  'documents.list': ({ store }) =>
    ok(
      readDocuments(store).map(({ path, snapshot: _, ...row }) => ({
        ...row,
        file: path,
        fileExists: fs.existsSync(path),
      })),
    ),

  'documents.figures': ({ store }, { id }) => {
    const row = readDocuments(store).find((document) => document.id === id)
    if (row === undefined) return fail('ROW_UNKNOWN')
    return ok(storedSnapshot.parse(row.snapshot).figures)
  },
}

/** The catalogue as callers see it; it needs no data file. */
export function listDocumentTypes(resources: string): DocumentTypeRow[] {
  const sets = loadRuleSets(resources)
  return documentTypes.map((type) => ({
    type: type.id,
    title: type.title,
    ruleSets: ruleSetsOf(sets, type).map((set) => set.id),
    speaksOf: type.speaksOf,
  }))
}

const storedSnapshot = z.object({ figures: z.array(documentFigure) })

interface Prepared {
  readonly type: DocumentType
  readonly facts: DocumentFacts
  readonly problems: DocumentProblem[]
  readonly rules: RuleSet
}

/** Gathers the facts and lists what is the matter with them; nothing is made yet. */
function prepare(
  store: ReadStore,
  resources: string,
  input: ParsedInput<'documents.check'>,
  today: IsoDate,
): AppResult<Prepared> {
  const type = findDocumentType(input.type)
  if (type === undefined) {
    return fail('DOCUMENT_TYPE_UNKNOWN', { type: input.type, types: documentTypes.map((known) => known.id).join(', ') })
  }
  const sets = loadRuleSets(resources)
  const named = sets.find((set) => set.id === input.rules)
  if (input.rules !== null && named === undefined)
    return fail('RULE_SET_UNKNOWN', { name: input.rules, names: sets.map((set) => set.id).join(', ') })
  const facts = gatherFacts(store, type, { ...input, issuedBy: named?.issuedBy ?? null }, today)
  if (!facts.ok) return facts
  const rules = named ?? chooseRuleSet(sets, type.issuedBy, facts.value.documentDate)
  const pledge = pledgeOf(facts.value)
  const problems = [
    ...findProblems(facts.value, type.needs, { from: pledge.from, unnumbered: unnumbered(pledge).length }),
    ...(type.findProblems?.(facts.value) ?? []),
  ]
  return ok({ type, facts: facts.value, problems, rules })
}

function ruleSetsOf(sets: readonly RuleSet[], type: DocumentType): RuleSet[] {
  const newestFirst = sets.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))
  // Its own issuer's first; the others for a draft written on somebody's behalf.
  return [
    ...newestFirst.filter((set) => set.issuedBy === type.issuedBy),
    ...newestFirst.filter((set) => set.issuedBy !== type.issuedBy),
  ]
}

/** "Báo cáo tiến độ 2024 đến 30-6-2024.docx"; a unit's own document carries the unit's code. */
function fileNameOf(type: DocumentType, facts: DocumentFacts): string {
  const unit = facts.scope.isProvince ? '' : ` ${facts.scope.unit.code}`
  const day = type.speaksOf === 'day' ? ` đến ${formatDate(facts.asOf).replaceAll('/', '-')}` : ''
  return `${type.fileName} ${facts.plan.code}${unit}${day}.docx`
}

/** Kept in the file's own properties, so that a file that comes back from Word can be recognised. */
function fileProperties(type: DocumentType, facts: DocumentFacts, rules: RuleSet): Readonly<Record<string, string>> {
  return {
    'Loại văn bản': type.id,
    'Kế hoạch': facts.plan.code,
    'Đơn vị': facts.scope.unit.code,
    'Số liệu đến ngày': facts.asOf,
    'Thể thức': rules.id,
  }
}
