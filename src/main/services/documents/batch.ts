import fs from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, type AppError, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { extractFacts } from '#shared/domain/documents/extract.ts'
import { allUnits } from '#shared/domain/documents/facts.ts'
import { createFileNames } from '#shared/domain/documents/file-names.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { ok } from '#shared/kit/result.ts'
import type { JobContext } from '../service.ts'
import { batchWords } from './batch-words.ts'
import { resolveMerged, writeMerged } from './merge.ts'
import { prepare, prepareFrom, type Prepared } from './prepare.ts'
import { hashOfComposed, type MadeFile, recordMade, unrecordMade } from './record-made.ts'
import { refuseIncomplete, renderMade } from './render-made.ts'
import { createSharedReads, type SharedReads } from './shared-reads.ts'
import { readBody, standingOf } from './standing-file.ts'
import { checkWritable, placeStaged, stageFile, type StagedFile } from './write-file.ts'

type Item = Output<'documents.batch'>['items'][number]
type Input = ParsedInput<'documents.batch'>
type Unit = Pick<Item, 'unit' | 'name'>

/** Documents recorded in one step, and how long one waits for it: a run that is killed loses no more than these. */
const STEP = { documents: 20, milliseconds: 1000 } as const

/**
 * One document per direct child of the province that has targets of the plan. Figures are read once for all of them.
 * What fails for one unit does not stop the others; a run that was stopped goes on where it ended.
 */
export async function makeBatch(context: JobContext, input: Input): Promise<AppResult<Output<'documents.batch'>>> {
  const { folder: asked, again, merged, ...choice } = input
  const folder = path.resolve(asked)
  const share = createSharedReads()
  const { store, resources } = context
  const today = context.today()
  const whole = prepare(store, resources, { ...choice, unit: rootCode(context), union: null }, today, share)
  if (!whole.ok) return whole
  const target = merged === null ? ok(null) : resolveMerged(merged)
  if (!target.ok) return target
  try {
    fs.mkdirSync(folder, { recursive: true })
  } catch {
    return fail('FOLDER_READ_ONLY', { folder })
  }
  const { type, facts } = whole.value
  const units = allUnits(facts).filter(({ measures }) => measures.some((measure) => measure.target !== null))
  const batch = new Batch(context, type.title)
  const nameFile = createFileNames()
  for (const [index, { unit }] of units.entries()) {
    if (context.signal.aborted) break
    context.progress({ step: unit.shortName, done: index, total: units.length })
    const name = nameFile(`${unit.code} - ${unit.shortName} - ${type.fileName} ${facts.plan.code}`, '.docx')
    const prepared = prepareUnit(context, whole.value, unit.code, { ...choice, union: null }, share)
    const place = { unit: unit.code, name: unit.name, file: path.join(folder, name) }
    if (prepared.ok) await batch.add(place, prepared.value, again)
    else batch.refuse(place, prepared.error)
    // Between two documents others get their turn: a cancellation, a question of the window.
    await nextTurn()
  }
  batch.finish()
  if (context.signal.aborted) return fail('CANCELLED')
  const mergedFile = batch.papers.length === 0 ? null : target.value
  if (mergedFile !== null) {
    context.progress({ step: batchWords.merging, done: units.length, total: units.length })
    const written = await writeMerged(context, mergedFile, batch.papers, whole.value)
    if (!written.ok) return written
    if (mergedFile.kind === 'docx') batch.tellUnmerged()
  }
  context.progress({ step: batchWords.done, done: units.length, total: units.length })
  const count = (outcome: Item['outcome']): number => batch.items.filter((item) => item.outcome === outcome).length
  return ok({
    folder,
    made: count('made'),
    kept: count('kept'),
    failed: count('failed'),
    merged: mergedFile?.file ?? null,
    items: batch.items,
  })
}

/** The unit's own document, or its rows of the province's. */
function prepareUnit(
  { store, resources, today }: JobContext,
  { type, facts, rules }: Prepared,
  unit: string,
  choice: Omit<Parameters<typeof prepare>[2], 'unit'>,
  share: SharedReads,
): AppResult<Prepared> {
  if (type.extracts !== true) return prepare(store, resources, { ...choice, unit }, today(), share)
  const extract = extractFacts(facts, unit)
  if (extract === null) throw new Error('a unit of the batch stands in the facts it was taken from')
  return ok(prepareFrom(type, extract, rules))
}

interface Place extends Unit {
  readonly file: string
}

interface Pending extends MadeFile {
  readonly staged: StagedFile
  readonly item: Item
}

/** A document of the merged file; `stands` where the file itself counts: changed by hand, or issued. */
export interface Paper {
  readonly tree: OfficialDocument
  readonly item: Item
  readonly stands: string | null
}

/** The documents of one run: written beside at once, recorded and named some at a time. */
class Batch {
  readonly items: Item[] = []
  /** In order, for the merged file. */
  readonly papers: Paper[] = []
  private readonly context: JobContext
  private readonly title: string
  private pending: Pending[] = []
  private recordedAt = performance.now()

  constructor(context: JobContext, title: string) {
    this.context = context
    this.title = title
  }

  refuse({ unit, name }: Unit, error: AppError): void {
    this.items.push({ unit, name, file: null, outcome: 'failed', message: error.message })
  }

  async add(place: Place, prepared: Prepared, again: boolean): Promise<void> {
    const complete = refuseIncomplete(prepared)
    if (!complete.ok) {
      this.refuse(place, complete.error)
      return
    }
    const tree = prepared.type.compose(prepared.facts)
    const id = this.context.newId()
    const render = once(() => renderMade(this.context.resources, id, prepared, tree))
    const standing = again
      ? 'absent'
      : await standingOf(this.context.store, place.file, hashOfComposed(prepared, tree), async () =>
          readBody(await render()),
        )
    if (standing === 'same' || standing === 'edited' || standing === 'issued') {
      const item: Item = { ...place, outcome: 'kept', message: batchWords.kept[standing] }
      this.items.push(item)
      this.papers.push({ tree, item, stands: standing === 'same' ? null : place.file })
      return
    }
    const writable = checkWritable(place.file)
    const staged = writable.ok ? stageFile(place.file, await render()) : writable
    if (!staged.ok) {
      this.refuse(place, staged.error)
      return
    }
    const message = standing === 'outdated' ? batchWords.outdated : null
    const item: Item = { ...place, outcome: standing === 'unrecorded' ? 'kept' : 'made', message }
    this.items.push(item)
    this.papers.push({ tree, item, stands: null })
    this.pending.push({ id, prepared, tree, bytes: await render(), file: place.file, staged: staged.value, item })
    const waited = performance.now() - this.recordedAt
    if (this.pending.length >= STEP.documents || waited >= STEP.milliseconds) this.finish()
  }

  /** A merged Word file is written from what is composed; a paper changed by hand is in it without those changes. */
  tellUnmerged(): void {
    for (const { item, stands } of this.papers)
      if (stands !== null)
        this.items[this.items.indexOf(item)] = {
          ...item,
          message: `${item.message ?? ''} ${batchWords.notMerged}`.trim(),
        }
  }

  /** Records what stands ready and gives it its names. */
  finish(): void {
    const pending = this.pending
    this.pending = []
    this.recordedAt = performance.now()
    if (pending.length === 0) return
    const label = batchWords.step(this.title, pending.length)
    this.context.store.write({ kind: 'documents.make', label }, (tx) => {
      for (const made of pending) recordMade(tx, made)
      for (const made of pending) {
        const placed = placeStaged(made.staged, () => made.staged.place())
        if (placed.ok) continue
        unrecordMade(tx, made.id)
        const { unit, name } = made.item
        this.items[this.items.indexOf(made.item)] = {
          unit,
          name,
          file: null,
          outcome: 'failed',
          message: placed.error.message,
        }
        this.papers.splice(
          this.papers.findIndex(({ item }) => item === made.item),
          1,
        )
      }
      return null
    })
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}

/** The province's own unit, also for types a unit itself issues. */
function rootCode({ store }: JobContext): string {
  const row = store.sqlite
    .prepare<[], { code: string }>('SELECT code FROM units WHERE parent_id IS NULL ORDER BY sort_order LIMIT 1')
    .get()
  if (row === undefined) throw new Error('a data file always has a root unit')
  return row.code
}
