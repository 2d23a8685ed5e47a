import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ApplyOutcome } from '#shared/contract/exchange-rows.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppError, type AppResult } from '#shared/contract/errors.ts'
import type { ContentProblem } from '#shared/domain/exchange/content.ts'
import { ok } from '#shared/kit/result.ts'
import { openPackageReader, type PackageReader } from '../../exchange/parse/read-packages.ts'
import { backUpBeforeImport } from '../backup.ts'
import type { JobContext } from '../service.ts'
import { readArrival } from './arrivals.ts'
import type { Arrival } from './check-sender.ts'
import { NO_COUNTS } from './ledger.ts'
import { findGaps, judgeArrival, keepWaiting, takeOver, type Standing } from './take-over.ts'
import { EXCHANGE_STEPS } from './text.ts'

type ApplyInput = ParsedInput<'exchange.apply'>

interface Waiting {
  /** Its place in the answer. */
  readonly key: number | string
  readonly file: string
  readonly arrival: Arrival
  readonly bytes: () => Buffer
}

/**
 * Takes files over one by one, each all or nothing. One that goes on from another of them waits for it, whatever the
 * order they are given in; what is still waiting at the end is kept and taken over when the missing one comes.
 */
export async function applyPackages(
  context: JobContext,
  input: ApplyInput,
  /** A file that is being made has nothing yet to keep a copy of. */
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<AppResult<Output<'exchange.apply'>>> {
  const reader = openPackageReader(context.foreign.start, context.signal)
  const run = new ApplyRun(context, reader, input, isNew)
  try {
    return await run.all()
  } finally {
    reader.close()
  }
}

class ApplyRun {
  private readonly context: JobContext
  private readonly reader: PackageReader
  private readonly input: ApplyInput
  private readonly outcomes = new Map<number | string, ApplyOutcome>()
  private waiting: Waiting[] = []
  private isBackedUp: boolean

  constructor(context: JobContext, reader: PackageReader, input: ApplyInput, isNew: boolean) {
    this.context = context
    this.reader = reader
    this.input = input
    this.isBackedUp = isNew
  }

  async all(): Promise<AppResult<Output<'exchange.apply'>>> {
    const { files, passphrase } = this.input
    const { signal, progress } = this.context
    for (const [done, file] of files.entries()) {
      progress({ step: EXCHANGE_STEPS.reading, done, total: files.length })
      const read = await readArrival(this.context, this.reader, file, passphrase)
      // What was taken over before it was stopped stays.
      if (signal.aborted) return fail('CANCELLED')
      if (!read.ok) this.refuse({ key: done, file }, read.error)
      else {
        const given = await this.take({ key: done, file, arrival: read.value, bytes: () => fs.readFileSync(file) })
        if (!given.ok) return given
      }
    }
    for (const one of this.waiting) {
      const gaps = findGaps(this.context.store, one.arrival)
      keepWaiting(this.context, one.arrival, one.bytes())
      this.outcomes.set(one.key, { ...outcomeOf(one), status: 'waiting', gaps })
    }
    const list = [...this.outcomes.values()]
    const sum = (pick: (outcome: ApplyOutcome) => number): number => list.reduce((total, one) => total + pick(one), 0)
    return ok({
      files: list,
      created: sum((one) => one.created),
      updated: sum((one) => one.updated),
      deleted: sum((one) => one.deleted),
      unchanged: sum((one) => one.unchanged),
      clashes: sum((one) => one.clashes),
    })
  }

  private async take(one: Waiting): Promise<AppResult<null>> {
    const { store } = this.context
    store.look()
    const standing = judgeArrival(store, one.arrival)
    if (!standing.ok) {
      this.refuse(one, standing.error)
      return ok(null)
    }
    const { known, gaps } = standing.value
    if (known?.state === 'applied') {
      this.outcomes.set(one.key, { ...outcomeOf(one), status: 'again', appliedAt: known.at, unchanged: known.rows })
      return ok(null)
    }
    if (gaps.length > 0 && !this.input.review) {
      this.waiting.push(one)
      return ok(null)
    }
    const given = this.write(one, standing.value)
    if (!given.ok) return given
    return await this.takeFollowers(one.arrival.content.head.id)
  }

  private write(one: Waiting, standing: Standing): AppResult<null> {
    if (!this.isBackedUp) {
      const saved = backUpBeforeImport(this.context.store, this.context)
      if (!saved.ok) return saved
      this.isBackedUp = true
    }
    const taken = takeOver(this.context, one.arrival, standing, this.input)
    if (!taken.ok) this.refuse(one, taken.error)
    else {
      const { counts, open, problems, at } = taken.value
      this.outcomes.set(one.key, {
        ...outcomeOf(one),
        ...counts,
        status: 'applied',
        appliedAt: at,
        open,
        problems: problems.map(placeProblem),
        trust: { ...standing.sender.trust },
      })
    }
    return ok(null)
  }

  /** What waited for this package: of this very call, and of earlier ones. */
  private async takeFollowers(id: string): Promise<AppResult<null>> {
    const next = this.waiting.filter(({ arrival }) => arrival.content.head.base === id)
    this.waiting = this.waiting.filter((one) => !next.includes(one))
    next.push(...(await this.readKept(id)))
    for (const one of next) {
      const given = await this.take(one)
      if (!given.ok) return given
    }
    return ok(null)
  }

  private async readKept(base: string): Promise<Waiting[]> {
    const { sqlite } = this.context.store
    const kept = sqlite
      .prepare<[string], { id: string; name: string; bytes: Buffer }>(
        `SELECT f.id, p.file_name AS name, f.bytes FROM package_files f JOIN packages p ON p.id = f.id
         WHERE p.base = ? AND p.state = 'waiting'`,
      )
      .all(base)
    const found: Waiting[] = []
    for (const { id, name, bytes } of kept) {
      // Read again as any file that comes in: it was only looked at, not taken over.
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-'))
      try {
        const file = path.join(folder, `${id}.chitieu`)
        fs.writeFileSync(file, bytes)
        const read = await readArrival(this.context, this.reader, file, this.input.passphrase)
        if (read.ok) found.push({ key: id, file: name, arrival: { ...read.value, file: name }, bytes: () => bytes })
        else this.refuse({ key: id, file: name }, read.error)
      } finally {
        fs.rmSync(folder, { recursive: true, force: true })
      }
    }
    return found
  }

  private refuse(one: Pick<Waiting, 'key' | 'file'> & Partial<Waiting>, { code, message }: AppError): void {
    this.outcomes.set(one.key, { ...outcomeOf(one), status: 'refused', error: { code, message } })
  }
}

function outcomeOf({ file, arrival }: Pick<Waiting, 'file'> & Partial<Waiting>): ApplyOutcome {
  const head = arrival?.content.head
  return {
    file: path.basename(file),
    status: 'refused',
    id: head?.id ?? null,
    kind: head?.kind ?? null,
    from: head === undefined ? null : { ...head.from },
    sequence: head?.sequence ?? null,
    appliedAt: null,
    ...NO_COUNTS,
    open: 0,
    missing: arrival?.content.missing.length ?? 0,
    problems: [],
    trust: null,
    gaps: [],
    error: null,
  }
}

export function placeProblem({ table, id, column, place, message }: ContentProblem): ApplyOutcome['problems'][number] {
  return { table, row: id, column, place: place ?? null, message }
}
