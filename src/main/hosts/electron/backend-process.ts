import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { AppResult } from '#shared/contract/errors.ts'
import { FILE_OPERATIONS, type FromBackend, type ThreadSetup, type ToBackend } from './messages.ts'
import { operationKinds } from './operation-kinds.ts'

// The backend's own process (an Electron utilityProcess). This thread only routes: queries to the reader,
// everything else to the writer, so that neither a long write nor a long computation delays a page.

const resources = process.argv[2] ?? ''
const threadFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'backend-thread.js')
/**
 * Room for young objects in each thread. V8's own limit (48 MB) fills with the garbage of pages and pastes before any is
 * collected, which an office PC with 4 GB pays for all day; collecting oftener costs little.
 */
const YOUNG_MB = 8
// The same for old ones: V8 would let the heap grow by several times what is in use before it looks.
setFlagsFromString('--heap-growing-percent=30')
// Lets a thread that rests clear up after itself (backend-thread.ts).
setFlagsFromString('--expose-gc')
const startThread = (role: ThreadSetup['role']): Worker =>
  new Worker(threadFile, {
    workerData: { role, resources } satisfies ThreadSetup,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })

const main = process.parentPort
const writer = startThread('writer')
const reader = startThread('reader')
/** Operations that change which file is open; the reader must follow before the window hears of it. */
const TAKES_FILE: ReadonlySet<string> = new Set([
  'file.open',
  'file.create',
  'file.createSample',
  'file.createFromPackage',
])
const takingFile = new Set<number>()
/** Queries that came while a file was being opened wait for it, instead of being told that none is open. */
let held: ToBackend[] = []

main.on('message', ({ data }) => {
  const message = data as ToBackend
  if (message.type === 'call' && isPageQuery(message.name)) {
    if (takingFile.size > 0) held.push(message)
    else reader.postMessage(message)
    return
  }
  if (message.type === 'call' && TAKES_FILE.has(message.name)) takingFile.add(message.id)
  writer.postMessage(message)
})

writer.on('message', (message: FromBackend) => {
  if (message.type === 'answer' && takingFile.delete(message.id)) {
    followFile(JSON.parse(message.text) as AppResult<unknown>)
    if (takingFile.size === 0) releaseHeld()
  }
  main.postMessage(message)
})
reader.on('message', (message: FromBackend) => main.postMessage(message))
// A thread that dies takes the process along: the main process starts a new one and reopens the file.
for (const thread of [writer, reader])
  thread.on('error', (thrown) => {
    throw thrown
  })

function releaseHeld(): void {
  const queries = held
  held = []
  for (const query of queries) reader.postMessage(query)
}

function isPageQuery(name: string): boolean {
  return operationKinds.get(name) === 'query' && !name.startsWith(FILE_OPERATIONS)
}

function followFile(result: AppResult<unknown>): void {
  if (!result.ok || typeof result.value !== 'object' || result.value === null) return
  if ('provinceName' in result.value && 'file' in result.value)
    reader.postMessage({ type: 'use', file: result.value.file as string | null } satisfies ToBackend)
}
