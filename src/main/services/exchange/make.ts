import path from 'node:path'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import {
  PACKAGE_KINDS,
  type ContentCells,
  type PackageContent,
  type PackageHead,
  type PackageKind,
} from '#shared/domain/exchange/content.ts'
import { ANSWER_KINDS, KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import { TABLE_WORDS } from '#shared/domain/history/words.ts'
import { ok } from '#shared/kit/result.ts'
import type { Store, Transaction } from '../../db/store.ts'
import { fingerprintOf } from '../../exchange/package/keys.ts'
import { sha256Of, writePackage } from '../../exchange/package/write-package.ts'
import { checkWritable, placeStaged, stageFile } from '../documents/write-file.ts'
import type { JobContext } from '../service.ts'
import { readUserName } from '../settings.ts'
import { collectRows, type CollectedRows, type NewShadow } from './collect-rows.ts'
import { encodeForm, isFormKind } from './form-port.ts'
import {
  listPackages,
  NO_COUNTS,
  readStream,
  sitesOf,
  tellHead,
  wasHeardFrom,
  writeLedger,
  type KnownPackage,
} from './ledger.ts'
import { settleParties, type MakeParties } from './make-parties.ts'
import { prepareKind, synthesise } from './make-kinds.ts'
import { collectScope } from './scope.ts'
import { prepareOwnSite, readOwnSite, rootUnit, type OwnSite } from './site.ts'
import { EMPTY_WHY, EXCHANGE_LABELS, EXCHANGE_STEPS } from './text.ts'

type MakeInput = ParsedInput<'exchange.make'>
type Made = Output<'exchange.make'>

/** As often a package is gathered anew when somebody wrote while its bytes were made. */
const MOST_TRIES = 5

/** Makes a file for another office: gathers, signs, writes it beside and gives it its name with the log's line. */
export async function makePackage(context: JobContext, wanted: MakeInput): Promise<AppResult<Made>> {
  const { store } = context
  const input = {
    ...wanted,
    kind: kindFor(wanted.kind, (readOwnSite(store)?.unit ?? rootUnit(store).code) === rootUnit(store).code),
  }
  const file = path.resolve(input.file)
  const isForm = path.extname(file).toLowerCase() === '.xlsx'
  if (!isForm && path.extname(file).toLowerCase() !== '.chitieu')
    return fail('PACKAGE_FILE_NAME', { file: path.basename(file) })
  if (isForm && !isFormKind(input.kind)) return fail('PACKAGE_FORM_KIND', { kind: KIND_RULES[input.kind].title })
  const writable = checkWritable(file)
  if (!writable.ok) return writable
  const own = prepareOwnSite(store, context.newId)
  const parties = settleParties(store, own, input)
  if (!parties.ok) return parties
  const prepared = prepareKind(context, parties.value, input)
  if (!prepared.ok) return prepared
  for (let tries = 1; ; tries++) {
    store.look()
    const seen = store.written()
    const gathered = gather(context, parties.value, input, { ...prepared.value, isForm })
    if (!gathered.ok) return gathered
    context.progress({ step: EXCHANGE_STEPS.writing, done: 0, total: null })
    const { content, collected, site } = gathered.value
    const encoded = isForm
      ? await encodeForm(context, content)
      : ok(
          await writePackage({
            content,
            province: provinceOf(store),
            keys: site,
            passphrase: input.passphrase,
            made: context.clock(),
          }),
        )
    if (!encoded.ok) return encoded
    if (context.signal.aborted) return fail('CANCELLED')
    if (store.written() !== seen && tries < MOST_TRIES) continue
    const bytes = encoded.value
    const staged = stageFile(file, bytes)
    if (!staged.ok) return staged
    const sha256 = sha256Of(bytes)
    const placed = placeStaged(staged.value, () => {
      const label = EXCHANGE_LABELS.make(KIND_RULES[input.kind].title.toLocaleLowerCase('vi'), content.head.to.name)
      store.write({ kind: 'packages.make', label }, (tx) => {
        saveShadows(tx, collected.shadows, site.count)
        writeLedger(tx.sqlite, {
          head: content.head,
          direction: 'out',
          carrier: isForm ? 'form' : 'package',
          fileName: path.basename(file),
          sha256,
          state: 'made',
          at: tx.at,
          who: content.head.madeBy,
          count: site.count,
          rows: collected.count,
          counts: NO_COUNTS,
          operationId: collected.shadows.length === 0 ? null : tx.operationId,
        })
        tx.sqlite.prepare('UPDATE own_site SET sequence = ?').run(content.head.sequence)
        staged.value.place()
        return null
      })
    })
    return placed.ok ? ok(tellMade(file, content, collected, site, sha256)) : placed
  }
}

/** The report, said by the province, is the form that asks for it; the opinions are the draft they are about. */
function kindFor(kind: PackageKind, isProvince: boolean): PackageKind {
  if (!isProvince || KIND_RULES[kind].sender !== 'unit') return kind
  return PACKAGE_KINDS.find((asking) => asking !== 'return' && ANSWER_KINDS[asking] === kind) ?? kind
}

interface Gathered {
  readonly content: PackageContent
  readonly collected: CollectedRows
  readonly site: OwnSite
}

function gather(
  context: JobContext,
  parties: MakeParties,
  input: MakeInput,
  chosen: { readonly enterprises: readonly string[]; readonly unions: readonly string[]; readonly isForm: boolean },
): AppResult<Gathered> {
  const { store } = context
  context.progress({ step: EXCHANGE_STEPS.gathering, done: 0, total: null })
  // A count of its own for every look at the data: two edits on either side of a package never share a name.
  store.sqlite.prepare('UPDATE own_site SET count = count + 1').run()
  const site = prepareOwnSite(store, context.newId)
  const about = { kind: input.kind, period: parties.period, plan: parties.plan?.code ?? null }
  const sent = readStream(store, about, parties.to.unit, 'out')
  // Another PC of the same office begins with all this one has, the province's catalogues too.
  const isSameOffice = input.kind === 'handover' && parties.to.unit === site.unit
  const withCatalogues = (parties.isProvince && input.kind !== 'return') || isSameOffice
  const scope = collectScope(store.sqlite, {
    kind: input.kind,
    units: parties.units,
    planId: parties.plan?.id ?? null,
    period: parties.period,
    withCatalogues,
    withWork: !chosen.isForm,
    enterprises: chosen.enterprises,
    unions: chosen.unions,
  })
  const sites = sitesOf(store, parties.to.unit)
  const collect = (since: number | null): CollectedRows =>
    collectRows(store.sqlite, {
      scope,
      unitCodes: parties.unitCodes,
      withGone: input.kind !== 'transfer',
      withCatalogues,
      now: { site: site.id, count: site.count },
      since,
      skipSource: since !== null && sites.length === 1 ? (sites[0] ?? null) : null,
    })
  // Whoever never answered may not have had what was sent before; a form shows all its rows.
  const isFull = input.full || chosen.isForm || input.kind === 'transfer' || !wasHeardFrom(store, parties.to.unit)
  const { collected, base } = isFull ? { collected: collect(null), base: null } : collectNews(collect, sent)
  const notes: Record<string, string> =
    base === null ? {} : { baseSequence: String(base.sequence), baseDay: base.at.slice(0, 10) }
  const answers = findAsked(store, parties, input)
  const head: PackageHead = {
    id: context.newId(),
    kind: input.kind,
    from: parties.from,
    to: parties.to,
    period: parties.period,
    plan: parties.plan?.code ?? null,
    sequence: site.sequence + 1,
    base: base?.id ?? null,
    answers,
    madeAt: context.clock().toISOString(),
    madeBy: readUserName(store),
    notes,
  }
  const completed = synthesise(context, parties, { head, tables: collected.tables, missing: [], problems: [] }, site)
  const rows = Object.values(completed.tables).reduce((sum, part) => sum + part.length, 0)
  const why = emptyReason(completed, input.kind)
  if (why !== null) return fail('PACKAGE_EMPTY', { why })
  return ok({ content: completed, collected: { ...collected, count: rows }, site })
}

/** Since the last package of the same thing; when nothing is new since then, what that one said is said again. */
function collectNews(
  collect: (since: number | null) => CollectedRows,
  sent: readonly KnownPackage[],
): { readonly collected: CollectedRows; readonly base: KnownPackage | null } {
  for (const last of sent) {
    const collected = collect(last.count)
    if (collected.count > 0) return { collected, base: last }
  }
  return { collected: collect(null), base: null }
}

const NEEDED: Readonly<Partial<Record<string, readonly [table: string, why: string]>>> = {
  report: ['report_values', EMPTY_WHY.report],
  opinions: ['target_opinions', EMPTY_WHY.opinions],
  'commitment-signed': ['commitments', EMPTY_WHY.commitment],
  return: ['returned_cells', EMPTY_WHY.questions],
}

function emptyReason(content: PackageContent, kind: string): string | null {
  const rows = Object.values(content.tables).reduce((sum, part) => sum + part.length, 0)
  if (rows === 0) return EMPTY_WHY.nothing
  const needed = NEEDED[kind]
  // A later package of the kind may carry only what else is new.
  if (needed === undefined || content.head.base !== null) return null
  const [table, why] = needed
  const said = (content.tables[table] ?? []).filter(({ cells }) => kind !== 'commitment-signed' || isSigned(cells))
  return said.length > 0 ? null : why
}

/** A commitment that was only asked for is not signed yet. */
function isSigned(cells: ContentCells): boolean {
  return (cells['signed_by'] ?? null) !== null || (cells['signed_on'] ?? null) !== null
}

/** The package this one replies to: the newest that asked for it. */
function findAsked(store: Store, parties: MakeParties, { kind }: MakeInput): string | null {
  const period = parties.period
  const plan = parties.plan?.code ?? null
  const asked = listPackages(store, { unit: parties.to.unit, kind: null, limit: 1000 }).find(
    (row) =>
      row.direction === 'in' &&
      row.state === 'applied' &&
      ANSWER_KINDS[row.kind] === kind &&
      (plan === null || row.plan === null || row.plan === plan) &&
      (period === null || row.period === null || (row.period.from === period.from && row.period.to === period.to)),
  )
  return asked?.id ?? null
}

export function saveShadows(
  tx: Pick<Transaction, 'sqlite' | 'insertMany'>,
  shadows: readonly NewShadow[],
  count: number,
): void {
  const statement = tx.sqlite.prepare(
    `INSERT INTO exchange_rows (id, cells, stamp, count, source) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET cells = excluded.cells, stamp = excluded.stamp, count = excluded.count,
       source = excluded.source`,
  )
  const save = (): void => {
    for (const { id, cells, stamp, source } of shadows) statement.run(id, cells, stamp, count, source)
  }
  // Births of so many are recorded together.
  if (shadows.length >= 500) tx.insertMany(['exchange_rows'], save)
  else save()
}

function provinceOf(store: Store): { readonly id: string; readonly name: string } {
  const { id, name } = rootUnit(store)
  return { id, name }
}

function tellMade(
  file: string,
  content: PackageContent,
  collected: CollectedRows,
  site: OwnSite,
  sha256: string,
): Made {
  const { head } = content
  return {
    ...tellHead(head),
    file,
    answers: head.answers,
    rows: collected.count,
    tables: tellTables(content),
    fingerprint: fingerprintOf(site.publicKey),
    sha256,
  }
}

export function tellTables(content: PackageContent): { table: string; title: string; rows: number }[] {
  return Object.entries(content.tables).map(([table, rows]) => ({ table, title: tableTitle(table), rows: rows.length }))
}

export function tableTitle(table: string): string {
  const one = Object.hasOwn(TABLE_WORDS, table) ? (TABLE_WORDS[table]?.one ?? table) : table
  return `${one.charAt(0).toLocaleUpperCase('vi')}${one.slice(1)}`
}
