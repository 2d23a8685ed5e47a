import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ParserChannel } from '../../services/ports.ts'

const ENTRY = fileURLToPath(new URL('../../exchange/parse/parse-process.ts', import.meta.url))
const HEAP_LIMIT_MB = 1024

/** Starts the parser of foreign files as a child process; it is killed rather than asked. */
export function forkParser(): ParserChannel {
  const child = fork(ENTRY, [], {
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_LIMIT_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    post: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(code)),
    kill: () => void child.kill('SIGKILL'),
  }
}
