import type { ErrorCode } from '#shared/contract/errors.ts'
import type { RecordColumnKind } from '#shared/domain/organisation/records.ts'
import type { ReadStore } from '../../db/store.ts'
import { KnownThings, readUnionSurroundings, type Match } from '../unions/known-things.ts'

type Store = Pick<ReadStore, 'sqlite'>
type ReferredKind = Extract<
  RecordColumnKind,
  'person' | 'unit' | 'enterprise' | 'union' | 'committee' | 'role' | 'form' | 'plan' | 'visit' | 'remedy'
>

interface Named {
  readonly id: string
  readonly code: string | null
  readonly name: string
  readonly other: string | null
}

/** Where the rows a column of that kind names are, by id, code or what they are called. */
const SOURCES: Readonly<Record<Exclude<ReferredKind, 'enterprise' | 'union' | 'unit'>, string>> = {
  // Two of one name are told apart by their office: "Trần Văn An (Chủ tịch)".
  person: `SELECT id, NULL AS code, full_name AS name, full_name || ' (' || position || ')' AS other FROM people`,
  committee: 'SELECT id, NULL AS code, name, NULL AS other FROM committees',
  role: 'SELECT id, code, name, NULL AS other FROM committee_roles',
  form: 'SELECT id, code, name, NULL AS other FROM commendation_forms',
  plan: 'SELECT id, code, name, NULL AS other FROM plans',
  visit: 'SELECT id, NULL AS code, id AS name, NULL AS other FROM visits',
  remedy: 'SELECT id, NULL AS code, id AS name, NULL AS other FROM remedies',
}

export const UNKNOWN_THING: Readonly<Record<ReferredKind, ErrorCode>> = {
  person: 'RECORD_UNKNOWN',
  unit: 'UNIT_UNKNOWN',
  enterprise: 'ENTERPRISE_NOT_FOUND',
  union: 'UNION_UNKNOWN',
  committee: 'COMMITTEE_UNKNOWN',
  role: 'RECORD_UNKNOWN',
  form: 'RECORD_UNKNOWN',
  plan: 'PLAN_UNKNOWN',
  visit: 'ROW_UNKNOWN',
  remedy: 'ROW_UNKNOWN',
}

export const THING_WORDS: Readonly<Partial<Record<ReferredKind, string>>> = {
  person: 'cán bộ',
  role: 'chức danh',
  form: 'hình thức khen thưởng',
}

export interface Things {
  readonly find: (kind: ReferredKind, text: string) => Match
}

export function isReferred(kind: RecordColumnKind): kind is ReferredKind {
  return Object.hasOwn(UNKNOWN_THING, kind)
}

/** Finds rows that cells name; each kind is read when it is first asked for. */
export function readThings(store: Store): Things {
  const around = readUnionSurroundings(store)
  const read = new Map<ReferredKind, KnownThings>()
  return {
    find: (kind, text) => {
      if (kind === 'enterprise') return around.enterprises().find(text)
      if (kind === 'union') return around.unions().find(text)
      if (kind === 'unit') return around.units.find(text)
      let known = read.get(kind)
      if (known === undefined) {
        known = new KnownThings(
          store.sqlite
            .prepare<[], Named>(SOURCES[kind])
            .all()
            .map(({ id, code, name, other }) => ({ id, code, names: other === null ? [name] : [name, other] })),
        )
        read.set(kind, known)
      }
      return known.find(text)
    },
  }
}
