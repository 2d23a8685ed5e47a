/**
 * The walls of the house as a table: what each room may import. The lint bans say the same by the words of an
 * import; here every import is followed to the file it means, so that no relative path leads around a wall.
 */
import path from 'node:path'

export interface Room {
  readonly name: string
  /** Matches the files of the room, seen from the project's root with forward slashes. */
  readonly files: RegExp
  /** Rooms it may import besides itself. */
  readonly rooms: readonly string[]
  /** Packages, `name/*` covering whatever lies below. */
  readonly packages: readonly string[]
  readonly node: boolean
}

const SHARED = ['kit', 'domain', 'contract'] as const
/** Where a row's id is made: a leaf that every room of the backend may use. */
const IDS = 'ids'
const BACKEND = ['backend', IDS, 'services', 'db', 'documents', 'exchange'] as const
const REACT = ['react', 'react/*', 'react-dom', 'react-dom/*', '@fluentui/*'] as const
const STATE = ['@tanstack/react-query', 'zustand', 'zustand/*'] as const
const ZOD = ['zod', 'zod/*'] as const

/** The first that matches a file is its room, so the narrower ones come first. */
export const ROOMS: readonly Room[] = [
  room('kit', 'src/shared/kit/', [], []),
  room('domain', 'src/shared/domain/', ['kit'], []),
  room('contract', 'src/shared/contract/', ['kit', 'domain'], ZOD),
  backendRoom(IDS, 'src/main/ids.ts', [], []),
  backendRoom('db', 'src/main/db/', [...SHARED, IDS], [...ZOD, 'better-sqlite3', 'drizzle-orm', 'drizzle-orm/*']),
  backendRoom('documents', 'src/main/documents/', [...SHARED], [...ZOD, 'docx', 'pdfkit', 'fontkit']),
  backendRoom(
    'exchange',
    'src/main/exchange/',
    [...SHARED],
    [...ZOD, 'hucre', '@e965/xlsx', '@e965/xlsx/*', 'yauzl', 'yazl', 'saxes'],
  ),
  backendRoom('services', 'src/main/services/', [...SHARED, ...BACKEND], ZOD),
  backendRoom('host of the command line', 'src/main/hosts/cli/', [...SHARED, ...BACKEND], []),
  backendRoom('host of Electron', 'src/main/hosts/electron/', [...SHARED, ...BACKEND], ['electron', 'electron/*']),
  backendRoom('backend', 'src/main/', [...SHARED, ...BACKEND], ZOD),
  room('preload', 'src/preload/', ['contract'], ['electron', 'electron/*']),
  room(
    'grid',
    'src/renderer/ui/DataGrid/',
    [...SHARED, 'ui', 'text'],
    [...REACT, 'ag-grid-community', 'ag-grid-community/*', '@ag-grid-community/*'],
  ),
  room('ui', 'src/renderer/ui/', [...SHARED, 'grid', 'api', 'text'], [...REACT, 'zustand', 'zustand/*']),
  room('text', 'src/renderer/text/', SHARED, []),
  room('api', 'src/renderer/api/', [...SHARED, 'text'], [...REACT, ...STATE]),
  room('features', 'src/renderer/features/', [...SHARED, 'ui', 'grid', 'api', 'text'], [...REACT, ...STATE]),
  room('app', 'src/renderer/', [...SHARED, 'ui', 'grid', 'api', 'text', 'features'], [...REACT, ...STATE]),
]

function room(name: string, folder: string, rooms: readonly string[], packages: readonly string[], node = false): Room {
  return { name, files: new RegExp(`^${folder.replaceAll('.', String.raw`\.`)}`), rooms, packages, node }
}

function backendRoom(name: string, folder: string, rooms: readonly string[], packages: readonly string[]): Room {
  return room(name, folder, rooms, packages, true)
}

/** The room a file lies in; undefined outside src/. */
export function roomOf(file: string): Room | undefined {
  return ROOMS.find((candidate) => candidate.files.test(file))
}

/**
 * Why a file may not hold this import; undefined when it may.
 *
 * `judgeImport('src/shared/kit/result.ts', '#shared/domain/text/fold.ts')` → "kit may not import domain"
 */
export function judgeImport(file: string, specifier: string): string | undefined {
  const from = roomOf(file)
  if (from === undefined) return undefined
  if (specifier.startsWith('node:')) return from.node ? undefined : `${from.name} may not import Node (${specifier})`

  const target = resolveInProject(file, specifier)
  if (target === undefined) {
    return from.packages.some((allowed) => covers(allowed, specifier))
      ? undefined
      : `${from.name} may not import the package ${specifier}`
  }
  const to = roomOf(target)
  if (to === undefined) return `${from.name} may not import ${target}, which lies outside src/`
  if (from.name === 'features' && to.name === 'features' && featureOf(file) !== featureOf(target)) {
    return `the feature ${featureOf(file)} may not import the feature ${featureOf(target)}`
  }
  return to === from || from.rooms.includes(to.name) ? undefined : `${from.name} may not import ${to.name} (${target})`
}

/** A file of the project, from the root with forward slashes; undefined for a package. */
export function resolveInProject(file: string, specifier: string): string | undefined {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('.')) return path.posix.join(path.posix.dirname(file), plain)
  const inside = /^#(shared|main|renderer|tests)\/(.+)$/.exec(plain)
  if (inside === null) return undefined
  return inside[1] === 'tests' ? `tests/${inside[2]}` : `src/${inside[1]}/${inside[2]}`
}

function covers(allowed: string, specifier: string): boolean {
  return allowed.endsWith('/*') ? specifier.startsWith(allowed.slice(0, -1)) : specifier === allowed
}

function featureOf(file: string): string {
  return file.split('/')[3] ?? ''
}
