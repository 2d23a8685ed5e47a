import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'
import { PROJECT, RESOURCES } from '#tests/support/resources.ts'

interface Truth {
  readonly asOf: string
  readonly units: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly onlyInTable: Truth['units']
  readonly qualifiers: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly total: { readonly indicator: string; readonly stated: number; readonly computed: number }
}

const FOLDER = path.join(RESOURCES, 'sample', 'bao-cao')
const truth = JSON.parse(
  fs.readFileSync(path.join(PROJECT, 'tests/fixtures/sample-files/bao-cao.truth.json'), 'utf8'),
) as Truth

test('the reports of October that come with the sample are read to their figures', { timeout: 240_000 }, async () => {
  const { call } = await openTestBackend({ province: 'sample', today: '2024-11-05' })
  const files = fs.readdirSync(FOLDER).map((name) => path.join(FOLDER, name))
  const answer = await call('reportFiles.import', { files })
  expect(answer.asOf).toBe(truth.asOf)
  const read = Object.values(answer.units)
  expect(Object.fromEntries(read.map(({ code, cumulative }) => [code, cumulative]))).toEqual({
    ...truth.units,
    ...truth.onlyInTable,
  })
  expect(
    Object.fromEntries(
      read.flatMap(({ code, qualifiers }) => (Object.keys(qualifiers).length > 0 ? [[code, qualifiers]] : [])),
    ),
  ).toEqual(truth.qualifiers)
  expect(answer.findings.filter(({ kind }) => kind === 'total')).toEqual([expect.objectContaining(truth.total)])
  // "Trong đó … người" under the unions founded: whose part it is only the clerk can say.
  expect(answer.questions.map(({ kind, choices }) => [kind, choices[0]?.code])).toEqual([['cut', 'DV_MOI_NNN']])
  expect(answer.missing.map(({ code }) => code)).toContain('H-NHANSON')
  expect(answer.missing.map(({ code }) => code)).not.toContain('CDKCN')
})
