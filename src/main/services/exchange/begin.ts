import path from 'node:path'
import type { ApplyOutcome } from '#shared/contract/exchange-rows.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult, type ErrorCode } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../../db/orm.ts'
import { letterheads } from '../../db/schema/index.ts'
import type { Store } from '../../db/store.ts'
import { openPackageReader } from '../../exchange/parse/read-packages.ts'
import { makeLetterhead } from '../documents/office.ts'
import type { FileEnvironment } from '../files.ts'
import { fillProvince } from '../province.ts'
import { applyPackages } from './apply.ts'
import { nameOfUnit, ownUnit, prepareOwnSite, rootUnit } from './site.ts'

/** Whose file it became, and what was taken over. */
export interface Begun {
  readonly unit: string
  readonly unitName: string
  readonly site: string
  readonly outcome: ApplyOutcome
}

/** Refusals that here mean one thing: the file does not bring what a data file begins with. */
const NO_START: ReadonlySet<string> = new Set([
  'PACKAGE_OTHER_PROVINCE',
  'PACKAGE_NOT_FOR_US',
  'PACKAGE_FORM_UNKNOWN',
  'PACKAGE_SENDER_UNKNOWN',
  'PACKAGE_SENDER_KIND',
])

/** Fills a new data file from what the province sent: the tree comes with the package, and with it whose file it is. */
export async function beginFromPackage(
  store: Store,
  environment: FileEnvironment,
  { sent, passphrase, userName }: Omit<ParsedInput<'file.createFromPackage'>, 'file'>,
): Promise<AppResult<Begun>> {
  const file = path.basename(sent)
  const { signal } = new AbortController()
  const reader = openPackageReader(environment.foreign.start, signal)
  const read = await reader.read(sent, passphrase)
  reader.close()
  if (!read.ok) return read
  if (read.value.carrier !== 'package') return fail('PACKAGE_NO_START', { file })
  const { name } = read.value.province
  const filled = fillProvince(store, environment, { ...NEW_FILE, superiorLines: [NATIONAL], name, userName })
  if (!filled.ok) return filled
  const applied = await applyPackages(
    { ...environment, store, signal, progress: () => undefined },
    { files: [sent], passphrase, clashes: 'leave', reject: [], decide: [], review: false },
    { isNew: true },
  )
  if (!applied.ok) return applied
  const [outcome] = applied.value.files
  if (outcome === undefined || outcome.status === 'waiting') return fail('PACKAGE_NO_START', { file })
  if (outcome.error !== null)
    return NO_START.has(outcome.error.code)
      ? fail('PACKAGE_NO_START', { file })
      : { ok: false, error: { ...outcome.error, code: outcome.error.code as ErrorCode } }
  const { id, unit } = prepareOwnSite(store, environment.newId)
  takeOverLetterhead(store, environment.today())
  return ok({ unit, unitName: nameOfUnit(store, unit), site: id, outcome })
}

/** The file was filled as the province's; a unit's papers have the unit's name on top, and the one above it over that. */
function takeOverLetterhead(store: Store, today: IsoDate): void {
  const root = rootUnit(store)
  const unit = ownUnit(store)
  if (unit.id === root.id) return
  const parent =
    store.sqlite
      .prepare<[string], { id: string; name: string }>(
        'SELECT above.id, above.name FROM units u JOIN units above ON above.id = u.parent_id WHERE u.id = ?',
      )
      .get(unit.id) ?? null
  const { superiorLines, issuerLines, codeSuffix, place } = makeLetterhead(store, { unit, parent }, today)
  const label = `Lập phần đầu văn bản của ${unit.name}`
  store.write({ kind: 'settings.save', label }, (tx) =>
    tx.db
      .update(letterheads)
      .set({ unitId: unit.id, superiorLines, issuerLines, codeSuffix, place })
      .where(eq(letterheads.unitId, root.id))
      .run(),
  )
}

const NATIONAL = 'TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM'
const NEW_FILE = {
  place: '',
  unitScheme: 'since-2025-07',
  codeSuffix: 'LĐLĐ',
  signer: null,
  recipients: null,
} as const
