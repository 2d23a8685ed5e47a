import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { listFiles, PROJECT, readSources } from './source-files.ts'

const MOST_LINES = 400

const sources = readSources('src')
const tests = readSources('tests')

function read(file: string): string {
  return fs.readFileSync(path.join(PROJECT, file), 'utf8')
}

describe('files of the program', () => {
  test(`have at most ${MOST_LINES} lines`, () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > MOST_LINES)
    expect(long.map(({ file }) => file)).toEqual([])
  })

  test('export by name', () => {
    expect(sources.filter((source) => source.hasDefaultExport).map(({ file }) => file)).toEqual([])
  })

  test('are named in kebab-case, components in PascalCase', () => {
    const odd = sources.filter(({ file }) => {
      const name = path.posix.basename(file).replace(/(\.d)?\.tsx?$/, '')
      const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
      return file.endsWith('.tsx') ? !kebab && !/^[A-Z][A-Za-z0-9]*$/.test(name) : !kebab
    })
    expect(odd.map(({ file }) => file)).toEqual([])
  })

  test('say in their name what they are', () => {
    const vague = sources.filter(({ file }) => /(^|[/-])(utils?|helpers?|managers?|misc)([./-]|$)/i.test(file))
    expect(vague.map(({ file }) => file)).toEqual([])
  })

  test('hold their Vietnamese as one code point a letter (NFC)', () => {
    expect(sources.filter(({ text }) => text !== text.normalize('NFC')).map(({ file }) => file)).toEqual([])
  })

  // Words stand in one place, so that they can be read over as a whole and changed without touching a screen.
  test('of the window take every word the clerk sees from src/renderer/text', () => {
    const vietnamese = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/
    const words = sources
      .filter(({ file }) => /^src\/(renderer|preload)\//.test(file))
      .map(({ file, strings }) => ({ file, found: strings.filter((text) => vietnamese.test(text)) }))
    const inText = words.filter(({ file }) => file.startsWith('src/renderer/text/'))
    expect(inText.flatMap(({ found }) => found).length).toBeGreaterThan(100)
    const elsewhere = words.filter(({ file }) => !inText.some((text) => text.file === file))
    expect(elsewhere.flatMap(({ file, found }) => found.map((text) => `${file}: ${text.trim()}`))).toEqual([])
  })

  test('silence no checker without saying why', () => {
    const silenced = sources.flatMap(({ file, text }) =>
      text
        .split('\n')
        .filter(
          (line) => /@ts-(ignore|nocheck|expect-error)|(oxlint|eslint)-disable/.test(line) && !/ -- \S|: \S/.test(line),
        )
        .map((line) => `${file}: ${line.trim()}`),
    )
    expect(silenced).toEqual([])
  })
})

describe('tests', () => {
  const skipping = /\b(test|it|describe|suite)\.(skip|skipIf|runIf|only|todo|fixme|fails?)\b|\bx(it|test|describe)\(/

  test('are there', () => {
    expect(tests.filter(({ file }) => /\.(test|e2e)\.tsx?$/.test(file)).length).toBeGreaterThan(5)
  })

  test('are never skipped or run alone', () => {
    expect(tests.filter(({ text }) => skipping.test(text)).map(({ file }) => file)).toEqual([])
    expect(skipping.test(`${['test', 'skip'].join('.')}('a case', () => {})`)).toBe(true)
  })

  test('all lie where a runner looks for them', () => {
    const lost = listFiles('tests').filter(
      (file) =>
        (/\.test\.tsx?$/.test(file) &&
          !/^tests\/(shared|main|architecture|acceptance|documents|renderer|scripts)\//.test(file)) ||
        (file.endsWith('.e2e.ts') && !file.startsWith('tests/e2e/')) ||
        /\.(spec|test)\.(js|mjs|jsx)$/.test(file),
    )
    expect(lost).toEqual([])
  })
})

describe('packages', () => {
  interface Lock {
    readonly packages: Readonly<Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>>
  }
  const lock = JSON.parse(read('package-lock.json')) as Lock
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>

  test('are pinned to one version each', () => {
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies']
      .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    expect(loose).toEqual([])
  })

  test('only what cannot be bundled is a dependency', () => {
    expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['better-sqlite3'])
  })

  test('the lockfile names no registry', () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([])
  })

  // npm ci refuses a lockfile without them, though they are for other systems; npm install on one system with a
  // registry that lacks some of them leaves them out silently.
  test('the lockfile holds the binaries of every system', () => {
    const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !(`node_modules/${name}` in lock.packages) && !(`${place}/node_modules/${name}` in lock.packages),
      ),
    )
    expect(missing).toEqual([])
  })
})
