import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { judgeImport, resolveInProject, ROOMS, roomOf } from './rooms.ts'
import { PROJECT, readSource, readSources } from './source-files.ts'

const sources = readSources('src')

describe('the walls between rooms', () => {
  test('are checked on the whole program', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(200)
  })

  test.each(ROOMS.map((room) => room.name))('hold for %s', (name) => {
    const broken = sources
      .filter((source) => roomOf(source.file)?.name === name)
      .flatMap((source) =>
        source.imports.flatMap(({ specifier, line }) => {
          const reason = judgeImport(source.file, specifier)
          return reason === undefined ? [] : [`${source.file}:${line}: ${reason}`]
        }),
      )
    expect(broken).toEqual([])
  })

  test('every file of src lies in a room', () => {
    expect(sources.filter((source) => roomOf(source.file) === undefined).map((source) => source.file)).toEqual([])
  })

  test('every import of a file of ours names one that is there, with its extension', () => {
    const lost = sources.flatMap((source) =>
      source.imports
        .map(({ specifier }) => ({ specifier, target: resolveInProject(source.file, specifier) }))
        .filter(({ target }) => target !== undefined && !fs.existsSync(path.join(PROJECT, target)))
        .map(({ specifier }) => `${source.file}: ${specifier}`),
    )
    expect(lost).toEqual([])
  })

  test('only the Electron host and the preload know Electron', () => {
    const knowing = sources.filter((source) =>
      source.imports.some(({ specifier }) => /^electron(\/|$)/.test(specifier)),
    )
    expect(knowing.length).toBeGreaterThan(0)
    expect(knowing.filter(({ file }) => !/^src\/(main\/hosts\/electron|preload)\//.test(file))).toEqual([])
  })
})

describe('the judge of imports', () => {
  test.each([
    ['src/shared/kit/result.ts', '#shared/domain/text/fold.ts', 'kit may not import domain'],
    ['src/shared/kit/result.ts', '../domain/text/fold.ts', 'kit may not import domain'],
    ['src/shared/domain/a.ts', 'node:fs', 'domain may not import Node'],
    ['src/shared/domain/a.ts', '#shared/contract/a.ts', 'domain may not import contract'],
    ['src/main/db/a.ts', '#main/documents/b.ts', 'db may not import documents'],
    ['src/main/documents/a.ts', '../exchange/b.ts', 'documents may not import exchange'],
    ['src/main/services/a.ts', '#main/hosts/cli/main.ts', 'services may not import host of the command line'],
    ['src/main/services/a.ts', 'electron', 'services may not import the package electron'],
    ['src/main/documents/a.ts', 'hucre', 'documents may not import the package hucre'],
    ['src/renderer/features/targets/A.tsx', '#renderer/features/units/B.tsx', 'the feature targets may not'],
    ['src/renderer/features/targets/A.tsx', '../units/B.tsx', 'the feature targets may not'],
    ['src/renderer/features/targets/A.tsx', '#main/backend.ts', 'features may not import backend'],
    ['src/renderer/features/targets/A.tsx', 'ag-grid-community', 'features may not import the package'],
    ['src/renderer/ui/forms/Form.tsx', 'ag-grid-community', 'ui may not import the package'],
    ['src/renderer/ui/Form.tsx', '#renderer/features/units/A.tsx', 'ui may not import features'],
    ['src/renderer/api/client.ts', '#renderer/ui/Form.tsx', 'api may not import ui'],
    ['src/renderer/ui/DataGrid/DataGrid.tsx', '#renderer/api/client.ts', 'grid may not import api'],
    ['src/preload/index.ts', '#shared/domain/a.ts', 'preload may not import domain'],
    ['src/main/backend.ts', '#tests/support/backend.ts', 'outside src/'],
  ])('refuses %s → %s', (file, specifier, reason) => {
    expect(judgeImport(file, specifier)).toContain(reason)
  })

  test.each([
    ['src/shared/contract/a.ts', 'zod'],
    ['src/main/db/a.ts', 'drizzle-orm/sqlite-core'],
    ['src/main/hosts/electron/index.ts', 'electron'],
    ['src/renderer/ui/DataGrid/DataGrid.tsx', 'ag-grid-community'],
    ['src/renderer/features/targets/A.tsx', './B.tsx'],
    ['src/renderer/app/App.tsx', '#renderer/features/units/B.tsx'],
    ['src/main/services/a.ts', '#main/documents/catalogue.ts'],
  ])('lets %s → %s pass', (file, specifier) => {
    expect(judgeImport(file, specifier)).toBeUndefined()
  })

  test('sees every way of importing', () => {
    const text = `
      import type { A } from './a.ts'
      import './b.css'
      export * from './c.ts'
      export { d } from './d.ts'
      const e = await import('./e.ts')
      const f = require('./f.cjs')
      // import { no } from './comment.ts'
    `
    const found = readSource('src/main/x.ts', text).imports.map(({ specifier }) => specifier)
    expect(found.toSorted()).toEqual(['./a.ts', './b.css', './c.ts', './d.ts', './e.ts', './f.cjs'])
  })
})
