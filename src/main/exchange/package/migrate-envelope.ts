import { isPackageKind, type ContentPeriod, type PackageHead, type Party } from '#shared/domain/exchange/content.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { ForeignFailure, refuseDamaged } from '../foreign-failure.ts'
import { ENVELOPE_VERSION, FORMAT, type Envelope } from './envelope.ts'
import { isRecord, isRowId } from './pack-rows.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Each step brings an envelope from its version to the next, as the data file's migrations do. Version 0 is that of the
 * trial run: one flat object, one part with all rows.
 */
const STEPS: readonly ((envelope: Fields) => Fields)[] = [fromTrial, keepAsIs]

/** An envelope of any version up to ours as ours. Throws `ForeignFailure`: foreign, newer, or not what it says. */
export function migrateEnvelope(read: unknown): Envelope {
  if (!isRecord(read) || read['format'] !== FORMAT)
    throw new ForeignFailure('PACKAGE_FOREIGN', { what: 'tệp nén khác' })
  const { version } = read
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) return refuseDamaged()
  if (version > ENVELOPE_VERSION) throw new ForeignFailure('PACKAGE_NEWER')
  let envelope: Fields = read
  for (let at = version; at < ENVELOPE_VERSION; at++) envelope = { ...STEPS[at]?.(envelope), version: at + 1 }
  return checkEnvelope(envelope)
}

function fromTrial(envelope: Fields): Fields {
  const { id, kind, from, to, period, plan, sequence, base, made, checksum, province } = envelope
  const { at, by } = isRecord(made) ? made : {}
  return {
    format: FORMAT,
    head: {
      id,
      kind,
      from,
      to,
      period: period ?? null,
      plan: plan ?? null,
      sequence,
      base: base ?? null,
      answers: null,
      madeAt: at,
      madeBy: by ?? '',
      notes: {},
    },
    province,
    parts: [{ name: 'payload.json', table: '*', sha256: checksum }],
  }
}

/** From 1 to 2 only stamps of rows changed, and `readStamp` reads both. */
function keepAsIs(envelope: Fields): Fields {
  return envelope
}

function checkEnvelope(envelope: Fields): Envelope {
  const { version, province, parts } = envelope
  if (!isRecord(province) || !Array.isArray(parts)) return refuseDamaged()
  const seen = new Set<string>()
  return {
    format: FORMAT,
    version: Number(version),
    head: checkHead(envelope['head']),
    province: { id: idText(province['id']), name: shortText(province['name']) },
    parts: parts.map((part: unknown) => {
      if (!isRecord(part)) return refuseDamaged()
      const name = shortText(part['name'])
      if (seen.has(name)) return refuseDamaged()
      seen.add(name)
      return { name, table: shortText(part['table']), sha256: shortText(part['sha256']) }
    }),
  }
}

function checkHead(head: unknown): PackageHead {
  if (!isRecord(head)) return refuseDamaged()
  const { kind, sequence, notes } = head
  // A kind this version does not know can only come from a newer one.
  if (typeof kind !== 'string') return refuseDamaged()
  if (!isPackageKind(kind)) throw new ForeignFailure('PACKAGE_NEWER')
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence) || sequence < 0) return refuseDamaged()
  if (!isRecord(notes) || !Object.values(notes).every((note) => typeof note === 'string')) return refuseDamaged()
  const madeAt = shortText(head['madeAt'])
  if (Number.isNaN(Date.parse(madeAt))) return refuseDamaged()
  return {
    id: idText(head['id']),
    kind,
    from: checkParty(head['from']),
    to: checkParty(head['to']),
    period: checkPeriod(head['period']),
    plan: head['plan'] === null ? null : shortText(head['plan']),
    sequence,
    base: head['base'] === null ? null : idText(head['base']),
    answers: head['answers'] === null ? null : idText(head['answers']),
    madeAt,
    madeBy: shortText(head['madeBy']),
    notes: notes as Readonly<Record<string, string>>,
  }
}

function checkParty(party: unknown): Party {
  if (!isRecord(party)) return refuseDamaged()
  return {
    unit: shortText(party['unit']),
    name: shortText(party['name']),
    site: party['site'] === null ? null : idText(party['site']),
  }
}

function checkPeriod(period: unknown): ContentPeriod | null {
  if (period === null) return null
  if (!isRecord(period)) return refuseDamaged()
  const from = shortText(period['from'])
  const to = shortText(period['to'])
  return isIsoDate(from) && isIsoDate(to) && from <= to ? { from, to } : refuseDamaged()
}

function idText(value: unknown): string {
  return isRowId(value) ? value : refuseDamaged()
}

function shortText(value: unknown): string {
  return typeof value === 'string' && value.length <= 500 ? value : refuseDamaged()
}
