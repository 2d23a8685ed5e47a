import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, type OperationName } from '#shared/contract/index.ts'
import { FIELD_WORDS } from '#shared/contract/input-words.ts'
import { REGISTRY_COLUMNS } from '#shared/domain/enterprises/columns.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { oddInput, ODD_TEXTS, type Pools } from '#tests/support/hostile/odd-input.ts'
import { parseHere } from '#tests/support/hostile/parse-here.ts'

// Every operation is asked with inputs nobody thought of. Whatever comes back is an answer or a sentence, never an
// incident; and the data file stays in order. CHITIEU_FUZZ=2000 asks longer, CHITIEU_SEED names another beginning.

const ROUNDS = Number(process.env['CHITIEU_FUZZ'] ?? 25)
const SEED = Number(process.env['CHITIEU_SEED'] ?? 20240630)

function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return ((state ^ (state >>> 15)) >>> 0) / 4294967296
  }
}

let opened: TestBackend
const incidents: unknown[] = []
beforeAll(async () => {
  opened = await openTestBackend({
    province: 'sample',
    untilClosed: true,
    options: { foreign: { start: parseHere }, log: (_incident, thrown) => void incidents.push(thrown) },
  })
})
afterAll(() => opened.close())

/** What stands in the file, by the fields it fits. */
async function gatherPools(): Promise<Pools> {
  const { call, folder } = opened
  const units = await call('units.list', { asOf: null })
  const plans = await call('plans.list', {})
  const indicators = await call('indicators.list', {})
  const assigners = await call('assigners.list', {})
  const types = await call('unitTypes.list', {})
  const documents = await call('documents.types', {})
  const made = await call('documents.list', {})
  const targets = await call('targets.list', { plan: plans[0]?.code ?? null })
  const reports = await call('reports.list', {})
  const enterprises = await call('enterprises.list', { limit: 20 })
  const settings = await call('settings.get', {})
  const unions = await call('unions.list', {})
  const people = await call('people.list', {})
  const stages = await call('stages.list', {})
  const rounds = await call('surveyRounds.list', {})
  const firms = enterprises.rows.slice(0, 6).map(({ id }) => id)
  const columns = REGISTRY_COLUMNS.map(({ id }) => id)
  const operations = await call('history.list', { limit: 20 })
  const codes = (rows: readonly { readonly code: string }[]): string[] => rows.map(({ code }) => code)
  const ids = [
    ...[units, plans, indicators, assigners, made, operations, unions.rows, people].flatMap((rows) =>
      rows.slice(-4).map(({ id }) => id),
    ),
    ...[targets, reports, enterprises.rows].flatMap((rows) => rows.slice(0, 4).map(({ id }) => id)),
    ...[settings.letterheads, settings.signers, settings.recipients, settings.legalBases].flatMap((rows) =>
      rows.slice(0, 2).flatMap(({ id }) => id ?? []),
    ),
  ]
  const names = ['danh sách.csv', 'không có.xlsx', '.', 'thư mục', 'a  b.docx', 'gói.chitieu', ...ODD_TEXTS].filter(
    (name) => !name.includes('..'),
  )
  const files = names.map((name) => (name.trim() === '' ? name : path.join(folder, name)))
  return {
    unit: codes(units),
    parent: [...codes(units), ...codes(plans), ...codes(indicators)],
    owner: codes(units),
    code: [...codes(units).slice(0, 3), ...codes(plans), ...codes(indicators).slice(0, 3), 'MOI-1', 'MOI-2'],
    plan: codes(plans),
    version: ['1', '2', '3', 'A', 'B', 'Phương án C'],
    a: ['A', 'B', '1'],
    b: ['B', 'A', '3'],
    effectiveOn: ['2024-07-01', '2024-12-31'],
    indicator: codes(indicators),
    numerator: codes(indicators),
    denominator: codes(indicators),
    plus: codes(indicators),
    minus: codes(indicators),
    parts: codes(indicators),
    assigner: [...codes(assigners), 'Nơi giao mới'],
    type: [...codes(types), ...documents.map(({ type }) => type)],
    documentType: documents.map(({ type }) => type),
    legalForm: ['TNHH', 'CP', 'DNTN'],
    column: columns,
    where: [
      'workers>=25',
      'union=no',
      'name~ha',
      'phone empty',
      'foundedOn<2015',
      'stage=KHAO_SAT',
      '>=',
      'x=1',
      'workers=',
    ],
    columns,
    take: columns,
    stage: codes(stages),
    officerId: people.slice(0, 3).map(({ id }) => id),
    round: rounds.map(({ id }) => id),
    enterpriseId: firms,
    first: firms,
    second: firms,
    taxCode: ['0100109106', '0100109107', '0100109106-001', '012345678901', 'MST'],
    qualifier: ['hơn', 'gần', 'khoảng', '≥', '~'],
    yearStart: ['01-01', '12-01', '02-30', '13-99'],
    sheet: ['Sheet1', 'csv'],
    operationId: operations.map(({ id }) => id),
    id: ids,
    ids,
    file: files,
    files,
    out: files,
    folder: files,
    merged: files,
    sent: files,
    search: ['', 'cong ty', 'Đ', '0100109106', '%', '_', '"', "'", '*'],
    name: ['Công đoàn xã Mới', 'Liên đoàn Lao động huyện Cũ'],
  }
}

// Making and opening other files is tried last, on its own, for it leaves this one.
const LEAVING = new Set<OperationName>([
  'file.create',
  'file.createSample',
  'file.createFromPackage',
  'file.open',
  'file.backup',
  'file.copy',
])
const NAMES = Object.keys(contract) as OperationName[]
/** What a clerk must not see outside of what was typed. */
const FOREIGN_WORDS = /\b(?:undefined|null|NaN|expected|invalid|Object)\b/

describe('operations asked with odd inputs', () => {
  test(`${ROUNDS} rounds of every operation`, { timeout: 60_000 + ROUNDS * 5_000 }, async () => {
    const { backend, folder, call } = opened
    const random = randomFrom(SEED)
    fs.mkdirSync(path.join(folder, 'thư mục'))
    fs.writeFileSync(path.join(folder, 'danh sách.csv'), 'Tên doanh nghiệp;Số lao động\nCông ty A;5\nCông ty B;x\n')
    const wrong: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const pools = await gatherPools()
      for (const name of NAMES.filter((operation) => !LEAVING.has(operation))) {
        const input = oddInput(contract[name].input, pools, random)
        incidents.length = 0
        const result = await backend.callUnchecked(name, input)
        if (result.ok) continue
        const { code, message } = result.error
        const isSentence =
          /^[“\p{Lu}].*[.!]$/su.test(message) && !FOREIGN_WORDS.test(message.replace(/“[^”]*”?/gsu, ''))
        const incident = incidents[0] instanceof Error ? (incidents[0].stack ?? '').slice(0, 900) : ''
        if (code === 'UNEXPECTED' || !isSentence)
          wrong.push(`${name} ${JSON.stringify(input)?.slice(0, 400)}: ${code} ${message} ${incident}`)
      }
    }
    expect(wrong.slice(0, 5)).toEqual([])
    const verified = await call('file.verify', {})
    expect(verified.checks.filter(({ ok }) => !ok)).toEqual([])
  })

  test('files made, opened and copied under odd names', { timeout: 120_000 }, async () => {
    const { backend, folder } = opened
    const random = randomFrom(SEED + 1)
    const pools = await gatherPools()
    const wrong: string[] = []
    for (let round = 0; round < 40; round++) {
      for (const name of ['file.create', 'file.open', 'file.copy'] as const) {
        const input = oddInput(contract[name].input, pools, random)
        incidents.length = 0
        const result = await backend.callUnchecked(name, input)
        if (!result.ok && result.error.code === 'UNEXPECTED')
          wrong.push(`${name} ${JSON.stringify(input)}: ${incidents[0] instanceof Error ? incidents[0].stack : ''}`)
      }
    }
    expect(wrong.slice(0, 5)).toEqual([])
    const left = fs.readdirSync(folder, { recursive: true }).map(String)
    expect(left.filter((name) => name.includes('dang-ghi'))).toEqual([])
  })
})

test('every field of the contract has a word for the sentence about it', () => {
  const names = new Set<string>()
  const visit = (schema: unknown): void => {
    const def = (schema as { readonly _zod?: { readonly def: Record<string, unknown> } })._zod?.def
    if (def === undefined) return
    for (const [key, field] of Object.entries((def['shape'] as Record<string, unknown> | undefined) ?? {})) {
      names.add(key)
      visit(field)
    }
    for (const key of ['innerType', 'in', 'element', 'valueType']) visit(def[key] ?? {})
    for (const option of (def['options'] as readonly unknown[] | undefined) ?? []) visit(option)
  }
  for (const operation of Object.values(contract)) visit(operation.input)
  expect([...names].filter((name) => !Object.hasOwn(FIELD_WORDS, name)).toSorted()).toEqual([])
})
