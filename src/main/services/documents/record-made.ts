import { createHash } from 'node:crypto'
import { figuresOf, printedTexts } from '#shared/domain/documents/snapshot.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { eq } from '../../db/orm.ts'
import { documents, plans, units } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { applyForm } from '../../documents/layout/apply-form.ts'
import type { Prepared } from './prepare.ts'

/** A document whose bytes stand ready to be given their name. */
export interface MadeFile {
  readonly id: string
  readonly prepared: Prepared
  readonly tree: OfficialDocument
  readonly bytes: Uint8Array
  /** Absolute. */
  readonly file: string
}

/** Records a document with its figures, as a draft. */
export function recordMade(tx: Transaction, { id, prepared, tree, bytes, file }: MadeFile): void {
  const { type, facts, problems, rules } = prepared
  tx.db
    .insert(documents)
    .values({
      id,
      type: type.id,
      title: tree.title,
      planId: idOfPlan(tx, facts.plan.code),
      unitId: idOfUnit(tx, (facts.extractOf ?? facts.scope.unit).code),
      asOf: facts.asOf,
      path: file,
      sha256: hashOf(bytes),
      ruleSet: rules.id,
      snapshot: {
        ruleSet: rules.id,
        problems: problems.map((problem) => problem.message),
        // The id of a figure names its source whole: kind, indicator, assigner, unit and day.
        figures: figuresOf(tree).map(({ id: figure, value, text }) => ({ id: figure, value, text })),
        // As printed, in the form of the rule set: what an edited file is held against.
        texts: printedTexts(applyForm(tree, rules)),
        composed: hashOfComposed(prepared, tree),
      },
      status: 'draft',
      madeAt: tx.at,
    })
    .run()
}

/** Takes back what `recordMade` wrote in the same step, of a file that could not take its name. */
export function unrecordMade(tx: Transaction, id: string): void {
  tx.db.delete(documents).where(eq(documents.id, id)).run()
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Tells whether a document made now would say and look the same. */
export function hashOfComposed({ rules }: Pick<Prepared, 'rules'>, tree: OfficialDocument): string {
  return hashOf(JSON.stringify([rules, tree]))
}

function idOfPlan(tx: Transaction, code: string): string | null {
  return tx.db.select({ id: plans.id }).from(plans).where(eq(plans.code, code)).get()?.id ?? null
}

function idOfUnit(tx: Transaction, code: string): string | null {
  return tx.db.select({ id: units.id }).from(units).where(eq(units.code, code)).get()?.id ?? null
}
