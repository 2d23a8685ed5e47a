/** Reads the project's own files, as they stand, for the tests of the house's order. */
import fs from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

export const PROJECT = path.resolve(import.meta.dirname, '..', '..')

export interface SourceImport {
  readonly specifier: string
  /** 1-based. */
  readonly line: number
}

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly file: string
  readonly text: string
  readonly imports: readonly SourceImport[]
  readonly hasDefaultExport: boolean
  /** Every text in the code: strings, the fixed parts of templates, text between JSX tags; no comments. */
  readonly strings: readonly string[]
}

const LEFT_OUT = new Set(['node_modules', 'out', 'ket-qua', 'coverage', 'test-results', 'release', '.git', '.cache'])

/** Every file under a folder of the project (or the project itself for ''), in a stable order. */
export function listFiles(folder: string): readonly string[] {
  const entries = fs.readdirSync(path.join(PROJECT, folder), { withFileTypes: true })
  return entries
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? listFiles(name) : [name]
    })
    .toSorted()
}

/** Every TypeScript file under a folder, with what it imports and exports. */
export function readSources(folder: string): readonly SourceFile[] {
  return listFiles(folder)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readSource(file, fs.readFileSync(path.join(PROJECT, file), 'utf8')))
}

export function readSource(file: string, text: string): SourceFile {
  const { module, program, errors } = parseSync(file, text)
  const broken = errors[0]
  if (broken !== undefined) throw new Error(`${file}: ${broken.message}`)
  const requests = [
    ...module.staticImports.map((found) => found.moduleRequest),
    ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest ?? [])),
  ].map((request) => ({ specifier: request.value, at: request.start }))
  // import('…') is known by its place only; one whose argument is worked out at run time names no file here.
  const dynamic = module.dynamicImports.map((found) => ({
    specifier: text.slice(found.moduleRequest.start, found.moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    at: found.moduleRequest.start,
  }))
  const required = [...text.matchAll(/\brequire\(\s*['"]([^'"]+)['"]/g)].map((found) => ({
    specifier: found[1] ?? '',
    at: found.index,
  }))
  return {
    file,
    text,
    imports: [...requests, ...dynamic, ...required].map(({ specifier, at }) => ({
      specifier,
      line: text.slice(0, at).split('\n').length,
    })),
    hasDefaultExport: module.staticExports.some((found) =>
      found.entries.some((entry) => entry.exportName.kind === 'Default' || entry.exportName.name === 'default'),
    ),
    strings: collectStrings(program),
  }
}

/** Walks the syntax tree as plain data: its nodes are objects with a `type`. */
function collectStrings(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(collectStrings)
  const { type, value } = node as { type?: unknown; value?: unknown }
  if (type === 'TemplateElement') return [(value as { raw: string }).raw]
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return [value]
  return Object.values(node).flatMap(collectStrings)
}
