import path from 'node:path'
import type { ApplyOutcome } from '#shared/contract/exchange.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult, type ErrorCode } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Store } from '../../db/store.ts'
import { openPackageReader } from '../../exchange/parse/read-packages.ts'
import type { FileEnvironment } from '../files.ts'
import { fillProvince } from '../province.ts'
import { applyPackages } from './apply.ts'
import { nameOfUnit, prepareOwnSite } from './site.ts'

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
  return ok({ unit, unitName: nameOfUnit(store, unit), site: id, outcome })
}

const NATIONAL = 'TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM'
const NEW_FILE = {
  place: '',
  unitScheme: 'since-2025-07',
  codeSuffix: 'LĐLĐ',
  signer: null,
  recipients: null,
} as const
