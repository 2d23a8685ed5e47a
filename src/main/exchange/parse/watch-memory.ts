import { Worker } from 'node:worker_threads'

/**
 * Bound on the whole process. The heap limit it was started with does not count Buffers, which is where a zip
 * bomb would grow; and a parser deep in a synchronous loop cannot look at itself, so a second thread does.
 */
export const RESIDENT_LIMIT_MB = 900
/** The caller kills a parser long before this; it is for a caller that is gone. */
const LONGEST_LIFE_MS = 10 * 60_000
const EVERY_MS = 100

/** With this the process ends itself for want of memory, so that it is told from a kill by somebody else. */
export const OUT_OF_MEMORY_SIGNAL = 'SIGUSR2'

/**
 * Ends this process once its resident memory passes the bound, or when the process that started it is gone: killed,
 * that one cannot ask, and a parser deep in a loop would not hear it. Never keeps the process alive.
 */
export function watchMemory(limitMb = RESIDENT_LIMIT_MB): void {
  // Code as text: a worker file of its own would have to be found by every host and bundler. Windows knows no such
  // signal and does not give a process another parent, so there the parent is asked whether it is still there.
  const watcher = new Worker(
    `const parent = process.ppid, until = Date.now() + ${LONGEST_LIFE_MS}
    const isAlone = () => {
      if (process.ppid !== parent || Date.now() > until) return true
      try { return process.platform === 'win32' && !process.kill(parent, 0) } catch (thrown) { return thrown.code === 'ESRCH' }
    }
    const end = (signal) => process.kill(process.pid, process.platform === 'win32' ? 'SIGKILL' : signal)
    setInterval(() => {
      if (process.memoryUsage.rss() > ${limitMb} * 1048576) end('${OUT_OF_MEMORY_SIGNAL}')
      else if (isAlone()) end('SIGKILL')
    }, ${EVERY_MS})`,
    { eval: true, stdout: false, stderr: false },
  )
  watcher.unref()
  // Without the watcher the heap limit and the time limit still hold.
  watcher.on('error', () => undefined)
}
