import type { z } from 'zod'

// Inputs for any operation, made from the contract itself: of the right shape nearly always, with values nobody
// thought of. A new operation or field is tried from the day it is in the contract.

export type Random = () => number

/** Values of the data at hand by the name of the field they fit: codes of units, ids of rows, days of plans. */
export type Pools = Readonly<Record<string, readonly unknown[]>>

export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  'x',
  'Công đoàn cơ sở',
  'constructor',
  '__proto__',
  'toString',
  'A\u0000B',
  '\ud800',
  'Đặng\u0301 Thị\u200b',
  'a'.repeat(41),
  'đ'.repeat(2000),
  "'; DROP TABLE units;--",
  '<b>&amp;</b>',
  '{file} $& %s',
  '=1+1',
  '🙂🙂',
  'hơn',
  '2024',
  'TINH',
  '../..',
  '/',
  'CON',
]
const ODD_NUMBERS = [
  0,
  1,
  -1,
  5,
  20,
  1000,
  0.5,
  65.7,
  -0,
  999_999_999_999,
  1e12,
  1e20,
  1e300,
  2 ** 31,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
]
const ODD_DATES = [
  '2024-01-01',
  '2024-06-30',
  '2024-12-31',
  '2025-07-01',
  '0001-01-01',
  '9999-12-31',
  '2024-02-29',
  '2024-02-30',
  '',
  'mai',
]

/** A value for a schema. `name` is the field it stands in. */
export function oddInput(schema: z.core.$ZodType, pools: Pools, random: Random, name = ''): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  // Now and then something of another shape altogether.
  if (random() < 0.01 && !PATHS.has(name)) return pick([null, undefined, 5, 'x', [], {}, true])
  const def = schema._zod.def as unknown as Definition
  const inner = (of: z.core.$ZodType | undefined): unknown =>
    of === undefined ? null : oddInput(of, pools, random, name)
  switch (def.type) {
    case 'object': {
      const filled: Record<string, unknown> = {}
      for (const [key, field] of Object.entries(def.shape ?? {})) {
        const value = oddInput(field, pools, random, key)
        if (value !== undefined) filled[key] = value
      }
      return filled
    }
    case 'optional':
    case 'default':
      return random() < 0.5 ? undefined : inner(def.innerType)
    case 'nullable':
      return random() < 0.3 ? null : inner(def.innerType)
    case 'pipe':
      return inner(def.in)
    case 'union':
      return inner(pick(def.options ?? []))
    case 'array':
      return Array.from({ length: Math.floor(random() * 4) }, () => inner(def.element))
    case 'record':
      return Object.fromEntries(
        Array.from({ length: Math.floor(random() * 4) }, () => [
          String(pick([...(pools['unit'] ?? []), ...ODD_TEXTS])),
          inner(def.valueType),
        ]),
      )
    case 'enum':
      return pick(Object.values(def.entries ?? {}))
    case 'literal':
      return pick(def.values ?? [])
    case 'null':
      return null
    case 'boolean':
      return random() < 0.5
    case 'number':
      return random() < 0.6 ? Math.floor(random() * 300) : pick(ODD_NUMBERS)
    case 'string':
      return oddText(name, pools, random, pick)
    default:
      throw new Error(`no input is known for a schema of type ${def.type}`)
  }
}

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly element?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
}

const DAYS = new Set(['from', 'to', 'asOf', 'validFrom', 'validTo', 'observedOn', 'founded', 'onDate', 'nextOn'])
/** Only ever from the pools, which keep them inside a folder of the test's own. */
const PATHS = new Set(['file', 'files', 'out', 'merged', 'folder', 'sent'])

function oddText(name: string, pools: Pools, random: Random, pick: <T>(list: readonly T[]) => T): unknown {
  if (DAYS.has(name)) return pick(ODD_DATES)
  const known = pools[name] ?? []
  return known.length > 0 && (PATHS.has(name) || random() < 0.75) ? pick(known) : pick(ODD_TEXTS)
}
