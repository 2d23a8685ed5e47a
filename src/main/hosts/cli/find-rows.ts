import { fail, type AppResult, type ErrorCode } from '#shared/contract/errors.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../backend.ts'

// Rows without a code are named on the line by their id, their number or their whole name, accents and case aside.

interface Candidate {
  readonly id: string
  readonly names: readonly (string | null)[]
}

function choose(rows: readonly Candidate[], text: string, unknown: ErrorCode, word = ''): AppResult<string> {
  const folded = foldText(text)
  const same = rows.filter(
    ({ id, names }) => id === text || names.some((name) => name !== null && foldText(name) === folded),
  )
  const [only] = same
  if (only === undefined) return fail(unknown, { text, word })
  return same.length > 1 ? fail('NAME_AMBIGUOUS', { text }) : ok(only.id)
}

/** A person by name; two of one name by name and office: "Trần Văn An (Chủ tịch)". */
export async function findPerson(backend: Backend, text: string): Promise<AppResult<string>> {
  const listed = await backend.call('people.list', {})
  if (!listed.ok) return listed
  const rows = listed.value.map(({ id, fullName, position }) => ({
    id,
    names: [fullName, position === null ? null : `${fullName} (${position})`],
  }))
  return choose(rows, text, 'RECORD_UNKNOWN', 'cán bộ')
}

export async function findOptionalPerson(
  backend: Backend,
  text: string | undefined,
): Promise<AppResult<string | null>> {
  return findOptional(text === '' ? undefined : text, (name) => findPerson(backend, name))
}

export async function findCommittee(backend: Backend, text: string): Promise<AppResult<string>> {
  const listed = await backend.call('committees.list', {})
  if (!listed.ok) return listed
  // A unit with one committee names it as well.
  const byUnit = listed.value.filter(({ unit, active }) => unit === text && active)
  const [only] = byUnit
  if (only !== undefined && byUnit.length === 1) return ok(only.id)
  return choose(
    listed.value.map(({ id, name }) => ({ id, names: [name] })),
    text,
    'COMMITTEE_UNKNOWN',
  )
}

/** An enterprise by MST or whole name. */
export async function findEnterprise(backend: Backend, text: string): Promise<AppResult<string>> {
  const listed = await backend.call('enterprises.list', { search: text, limit: 1000 })
  if (!listed.ok) return listed
  return choose(
    listed.value.rows.map(({ id, taxCode, name }) => ({ id, names: [taxCode, name] })),
    text,
    'ENTERPRISE_NOT_FOUND',
  )
}

export async function findUnion(backend: Backend, text: string): Promise<AppResult<string>> {
  const listed = await backend.call('unions.list', {})
  if (!listed.ok) return listed
  return choose(
    listed.value.rows.map(({ id, name }) => ({ id, names: [name] })),
    text,
    'UNION_UNKNOWN',
  )
}

/** The same for an option that may be left out. */
export async function findOptional(
  text: string | undefined,
  find: (text: string) => Promise<AppResult<string>>,
): Promise<AppResult<string | null>> {
  return text === undefined ? ok(null) : find(text)
}

/** The same for each of several, in their order; the first that is not found refuses. */
export async function findEach(
  texts: readonly string[],
  find: (text: string) => Promise<AppResult<string>>,
): Promise<AppResult<string[]>> {
  const ids: string[] = []
  for (const text of texts) {
    const found = await find(text)
    if (!found.ok) return found
    ids.push(found.value)
  }
  return ok(ids)
}

/** "việc; người; 30/9/2024": parts of one option, tidied; what is left out is ''. */
export function splitParts(text: string): readonly string[] {
  return text.split(';').map((part) => part.trim())
}

/** What an indicator is counted in, so that money may be given in any unit of it; '' for a code nobody knows. */
export async function unitLabelOf(backend: Backend, indicator: string): Promise<string> {
  const listed = await backend.call('indicators.list', {})
  return (listed.ok ? listed.value.find(({ code }) => code === indicator)?.unitLabel : undefined) ?? ''
}
