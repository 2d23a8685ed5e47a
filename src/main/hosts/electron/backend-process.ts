import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { contract, isOperationName } from '#shared/contract/index.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { isFileOperation } from '../../services/files.ts'
import type { FromBackend, ThreadSetup, ToBackend } from './messages.ts'

// The backend's own process (an Electron utilityProcess). This thread only routes: queries to the reader,
// everything else to the writer, so that neither a long write nor a long computation delays a page.

const resources = process.argv[2] ?? ''
const threadFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'backend-thread.js')
const startThread = (role: ThreadSetup['role']): Worker =>
  new Worker(threadFile, { workerData: { role, resources } satisfies ThreadSetup })

const main = process.parentPort
const writer = startThread('writer')
const reader = startThread('reader')
/** Calls that may change which file is open; the reader must follow before the window hears of it. */
const fileCalls = new Set<number>()

main.on('message', ({ data }) => {
  const message = data as ToBackend
  if (message.type === 'call' && isPageQuery(message.name)) reader.postMessage(message)
  else {
    if (message.type === 'call' && isFileOperation(message.name)) fileCalls.add(message.id)
    writer.postMessage(message)
  }
})

writer.on('message', (message: FromBackend) => {
  if (message.type === 'answer' && fileCalls.delete(message.id)) followFile(message.result)
  main.postMessage(message)
})
reader.on('message', (message: FromBackend) => main.postMessage(message))
// A thread that dies takes the process along: the main process starts a new one and reopens the file.
for (const thread of [writer, reader])
  thread.on('error', (thrown) => {
    throw thrown
  })

function isPageQuery(name: string): boolean {
  return isOperationName(name) && contract[name].kind === 'query' && !isFileOperation(name)
}

function followFile(result: AppResult<unknown>): void {
  if (!result.ok || typeof result.value !== 'object' || result.value === null) return
  if ('provinceName' in result.value && 'file' in result.value)
    reader.postMessage({ type: 'use', file: result.value.file as string | null } satisfies ToBackend)
}
