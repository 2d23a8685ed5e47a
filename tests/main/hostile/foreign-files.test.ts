import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { HOSTILE_FILES } from '#tests/support/hostile/hostile-files.ts'
import { parseHere } from '#tests/support/hostile/parse-here.ts'
import { workbookOf } from '#tests/support/hostile/workbook-parts.ts'

// Files made to do harm, and files that bad luck made. Each ends in an import or in a sentence of its own, soon, and
// one that is refused changes nothing. Memory is measured in the torture, with the parse process.

const SOON_MS = 15_000

let opened: TestBackend
beforeAll(async () => {
  opened = await openTestBackend({ province: 'sample', untilClosed: true, options: { foreign: { start: parseHere } } })
})
afterAll(() => opened.close())

describe('hostile files', () => {
  test.for(HOSTILE_FILES.filter(({ heavy }) => heavy !== true).map((file) => [file.name, file] as const))(
    '%s',
    async ([name, { make, ends }]) => {
      const { backend, call, folder } = opened
      const file = path.join(folder, name)
      fs.writeFileSync(file, make())
      const before = await call('history.list', { limit: 1 })
      const began = performance.now()
      const result = await backend.call('survey.import', { file, createUnits: true })
      expect(performance.now() - began).toBeLessThan(SOON_MS)
      fs.rmSync(file)
      const wanted: readonly string[] = ends === 'ok' ? ['ok'] : ends
      expect(wanted, result.ok ? '' : result.error.message).toContain(result.ok ? 'ok' : result.error.code)
      if (result.ok) return
      expect(result.error.message).toMatch(/^[“\p{Lu}].*\.$/u)
      expect(await call('history.list', { limit: 1 })).toEqual(before)
    },
  )

  test('leave the data file whole, and texts in it that Word can hold', async () => {
    const { call } = opened
    expect((await call('file.verify', {})).checks.filter(({ ok }) => !ok)).toEqual([])
    const { rows } = await call('enterprises.list', { limit: 100_000 })
    const texts = rows.flatMap((row) => [row.name, row.address ?? '', row.note ?? '', ...Object.values(row.extra)])
    const units = await call('units.list', { asOf: null })
    const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/u
    expect([...texts, ...units.map(({ name }) => name)].filter((text) => unprintable.test(text))).toEqual([])
  })
})

describe('what is kept of an odd file', () => {
  test('signs that print, names of objects as names, numbers of people that can be', async () => {
    const fresh = await openTestBackend({ options: { foreign: { start: parseHere } } })
    const find = (name: string): (typeof HOSTILE_FILES)[number] => {
      const found = HOSTILE_FILES.find((file) => file.name === name)
      if (found === undefined) throw new Error(`there is no file ${name}`)
      return found
    }
    const importOf = async (name: string): ReturnType<typeof fresh.call<'survey.import'>> => {
      const file = path.join(fresh.folder, name)
      fs.writeFileSync(file, find(name).make())
      return fresh.call('survey.import', { file, createUnits: true })
    }
    const controls = await importOf('control signs and half letters.xlsx')
    expect(controls.perUnit.map(({ name }) => name).join()).toMatch(/Mới/)
    const objects = await importOf('names of objects.xlsx')
    expect(objects).toMatchObject({ created: 3 })
    const numbers = await importOf('numbers beyond reason.xlsx')
    expect(numbers.problems.filter(({ severity }) => severity === 'error').map(({ row }) => row)).toEqual([
      4, 5, 6, 7, 8, 9, 10, 11,
    ])
    const { rows } = await fresh.call('enterprises.list', { limit: 1000 })
    expect(rows.find(({ name }) => name === 'constructor')?.extra).toMatchObject({ constructor: 'b', toString: 'c' })
    expect(rows.find(({ name }) => name.startsWith('A'))?.name).toBe('A B C')
  })

  test('formulas stay text', async () => {
    const fresh = await openTestBackend({ options: { foreign: { start: parseHere } } })
    const file = path.join(fresh.folder, 'công thức.xlsx')
    const made = HOSTILE_FILES.find(({ name }) => name === 'formulas as text.xlsx')
    fs.writeFileSync(file, made?.make() ?? workbookOf())
    await fresh.call('survey.import', { file, createUnits: true })
    const { rows } = await fresh.call('enterprises.list', {})
    expect(rows.map(({ name }) => name)).toContain("=cmd|' /C calc'!A0")
  })
})
