import { createHash } from 'node:crypto'
import type { MadeDocument } from '#shared/contract/documents.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { figuresOf, printedTexts } from '#shared/domain/documents/snapshot.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../../db/orm.ts'
import { documents, plans, units } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import type { JobContext } from '../service.ts'
import { type DocumentChoice, prepare, type Prepared } from './prepare.ts'
import { checkWritable, placeStaged, resolveWordFile, stageFile } from './write-file.ts'

type MakeContext = Pick<JobContext, 'store' | 'resources' | 'today' | 'signal' | 'progress' | 'newId'>

/** Gathers, composes, lays out and writes one document, and records it with its figures; all or nothing. */
export async function makeDocument(
  { store, resources, today, signal, progress, newId }: MakeContext,
  input: DocumentChoice & { readonly out: string },
): Promise<AppResult<MadeDocument>> {
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
  // The Word writer is large; loaded here it costs nothing at start.
  const [{ renderDocx }, { applyForm }] = await Promise.all([
    import('../../documents/layout/render.ts'),
    import('../../documents/layout/apply-form.ts'),
  ])
  const tree = type.compose(facts)
  const id = newId()
  const bytes = await renderDocx(tree, rules, fileProperties(id, prepared.value))
  if (signal.aborted) return fail('CANCELLED')
  progress({ step: 'Đang ghi tệp', done: 2, total: 3 })
  const staged = stageFile(file.value, bytes)
  if (!staged.ok) return staged

  const figures = figuresOf(tree)
  const placed = placeStaged(staged.value, () =>
    store.write({ kind: 'documents.make', label: `Tạo ${tree.title}` }, (tx) => {
      tx.db
        .insert(documents)
        .values({
          id,
          type: type.id,
          title: tree.title,
          planId: idOfPlan(tx, facts.plan.code),
          unitId: idOfUnit(tx, facts.scope.unit.code),
          asOf: facts.asOf,
          path: file.value,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          ruleSet: rules.id,
          snapshot: {
            ruleSet: rules.id,
            problems: problems.map((problem) => problem.message),
            // The id of a figure names its source whole: kind, indicator, assigner, unit and day.
            figures: figures.map(({ id: figure, value, text }) => ({ id: figure, value, text })),
            // As printed, in the form of the rule set: what an edited file is held against.
            texts: printedTexts(applyForm(tree, rules)),
          },
          status: 'draft',
          madeAt: tx.at,
        })
        .run()
      // Last of all: a document that cannot be recorded is not left lying about, nor a record without its document.
      staged.value.place()
      return null
    }),
  )
  if (!placed.ok) return placed
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
}

function idOfPlan(tx: Transaction, code: string): string | null {
  return tx.db.select({ id: plans.id }).from(plans).where(eq(plans.code, code)).get()?.id ?? null
}

function idOfUnit(tx: Transaction, code: string): string | null {
  return tx.db.select({ id: units.id }).from(units).where(eq(units.code, code)).get()?.id ?? null
}

/** The property by which a file that comes back from Word is known again. */
export const DOCUMENT_ID_PROPERTY = 'Mã văn bản'

function fileProperties(id: string, { type, facts, rules }: Prepared): Readonly<Record<string, string>> {
  return {
    [DOCUMENT_ID_PROPERTY]: id,
    'Loại văn bản': type.id,
    'Kế hoạch': facts.plan.code,
    'Đơn vị': facts.scope.unit.code,
    'Số liệu đến ngày': facts.asOf,
    'Thể thức': rules.id,
  }
}
