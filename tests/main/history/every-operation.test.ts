import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OperationName } from '#shared/contract/index.ts'
import { openForReading } from '#main/db/open.ts'
import type { SqliteDatabase } from '#main/db/load-sqlite.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { MAKERS, STEP_NAMES } from '#tests/support/history/every-step.ts'
import { createPicker } from '#tests/support/history/picker.ts'
import { checkUndo, markTables, takeStep } from '#tests/support/history/walk.ts'
import { RESOURCES } from '#tests/support/resources.ts'

// Sequences of everything a clerk can do, chosen at random over the sample province, taken back in order and out of
// order. CHITIEU_STEPS=10000 walks longer, CHITIEU_SEED another way.

const STEPS = Number(process.env['CHITIEU_STEPS'] ?? 160)
const SEED = Number(process.env['CHITIEU_SEED'] ?? 7)

let opened: TestBackend
let sqlite: SqliteDatabase
let closeReader: () => void

beforeAll(async () => {
  opened = await openTestBackend({ province: 'sample', untilClosed: true })
  const reader = openForReading(opened.file, RESOURCES)
  if (!reader.ok) throw new Error(reader.error.message)
  sqlite = reader.value.sqlite
  closeReader = () => reader.value.close()
})
afterAll(() => {
  closeReader()
  opened.close()
})

test('every operation that writes has a way to be asked here', () => {
  // Reading files and making papers have tests of their own; their steps are held below by name.
  const elsewhere = new Set<OperationName>(['survey.import', 'reportFiles.import', 'documents.make'])
  expect(STEP_NAMES.filter((name) => MAKERS[name] === undefined && !elsewhere.has(name))).toEqual([])
})

// Issuing is not undone (semantics "Undo and history"): walked by itself below.
const UNDONE = STEP_NAMES.filter((name) => name !== 'plans.issue' && MAKERS[name] !== undefined)

describe('random sequences of all operations', () => {
  test(`${STEPS} steps undone from the newest to the oldest leave the same data`, { timeout: 600_000 }, async () => {
    const { backend, call } = opened
    const pick = createPicker(sqlite, SEED)
    const before = markTables(sqlite)
    const taken = new Map<OperationName, number>()
    const [start] = await call('history.list', { limit: 1 })
    for (let done = 0, tries = 0; done < STEPS && tries < STEPS * 6; tries++) {
      const name = await takeStep(backend, pick, UNDONE)
      if (name === null) continue
      done++
      taken.set(name, (taken.get(name) ?? 0) + 1)
    }
    const answer = await call('history.undoAbove', { operationId: start?.id ?? '' })
    expect(answer.kept.map(({ sentence }) => sentence)).toEqual([])
    expect(answer.steps).toBeGreaterThanOrEqual(Math.min(STEPS, 100))
    expect(markTables(sqlite)).toEqual(before)
    // The walk went most ways: it would prove little if everything had been refused.
    expect(taken.size).toBeGreaterThan(UNDONE.length * (STEPS >= 1000 ? 0.85 : 0.5))
    expect((await call('file.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([])
  })

  test(
    `${Math.ceil(STEPS / 3)} steps undone out of order: each puts back its own and nothing else`,
    {
      timeout: 600_000,
    },
    async () => {
      const { backend, call } = opened
      const pick = createPicker(sqlite, SEED + 1)
      const wrong: string[] = []
      for (let round = 0; round < Math.ceil(STEPS / 40); round++) {
        const [start] = await call('history.list', { limit: 1 })
        for (let done = 0, tries = 0; done < 14 && tries < 100; tries++)
          if ((await takeStep(backend, pick, UNDONE)) !== null) done++
        const since = (await call('history.list', { limit: 100 })).filter(
          ({ sequence, state }) => sequence > (start?.sequence ?? 0) && state === 'done',
        )
        const left = [...since]
        while (left.length > 0) {
          const [step] = left.splice(pick.number(left.length), 1)
          if (step === undefined) break
          const preview = await call('history.preview', { operationId: step.id })
          const undone = await call('history.undo', { operationId: step.id })
          const [undo] = await call('history.list', { limit: 1 })
          // What the preview promised is what came.
          expect(undone.kept).toEqual(preview.kept)
          wrong.push(...checkUndo(sqlite, step.id, undo?.id ?? '', undone.kept).map((what) => `${step.label}: ${what}`))
        }
      }
      expect(wrong).toEqual([])
      expect((await call('file.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([])
    },
  )

  test('what was issued stays, whatever is undone before it', { timeout: 120_000 }, async () => {
    const { call } = opened
    await call('plans.add', { code: 'BAN-HANH', kind: 'year', from: '2031-01-01', to: '2031-12-31' })
    const cell = { unit: 'TINH', indicator: 'DV_MOI', assigner: 'BCH', value: 500 }
    await call('targets.set', { plan: 'BAN-HANH', ...cell })
    const [given] = await call('history.list', { limit: 1 })
    await call('plans.issue', { plan: 'BAN-HANH', decisionNumber: '1/QĐ', decidedOn: '2031-01-02' })
    const [issued] = await call('history.list', { limit: 1 })
    expect(issued).toMatchObject({ state: 'fixed' })
    expect(issued?.hint).toContain('quyết định điều chỉnh')
    const undone = await call('history.undo', { operationId: given?.id ?? '' })
    expect(undone.kept[0]).toMatchObject({ table: 'targets', reason: 'issued' })
    expect(undone.kept[0]?.sentence).toContain('kế hoạch đã ban hành')
    expect((await call('targets.list', { plan: 'BAN-HANH' }))[0]?.value).toBe(500)
  })
})
