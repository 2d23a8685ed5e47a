import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { OUT_OF_MEMORY_SIGNAL } from '../../exchange/parse/watch-memory.ts'
import type { ParserChannel } from '../../services/ports.ts'

const ENTRY = fileURLToPath(new URL('../../exchange/parse/parse-process.ts', import.meta.url))
const HEAP_LIMIT_MB = 1024

const running = new Set<Promise<void>>()

/** Waits until every parser that was started is gone, so that none outlives the command that started it. */
export async function waitForParsers(): Promise<void> {
  await Promise.all(running)
}

/** Starts the parser of foreign files as a child process; it is killed rather than asked. */
export function forkParser(): ParserChannel {
  const child = fork(ENTRY, [], {
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_LIMIT_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  running.add(ended)
  void ended.then(() => running.delete(ended))
  // A process that could not be started (no memory, no more processes) or is gone says so here, else it is thrown.
  const failed = new Promise<void>((resolve) => child.on('error', () => resolve()))
  return {
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', (code, signal) => listener(isOutOfMemory(code, signal)))
      void failed.then(() => listener(false))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Our own bound on the process, or V8's on its heap, which ends in an abort. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === OUT_OF_MEMORY_SIGNAL || signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134
}
