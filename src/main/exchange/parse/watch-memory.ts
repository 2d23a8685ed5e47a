import { Worker } from 'node:worker_threads'

/**
 * Bound on the whole process. The heap limit it was started with does not count Buffers, which is where a zip
 * bomb would grow; and a parser deep in a synchronous loop cannot look at itself, so a second thread does.
 */
export const RESIDENT_LIMIT_MB = 900
const EVERY_MS = 100

/** Kills this process once its resident memory passes the bound. Never keeps it alive. */
export function watchMemory(limitMb = RESIDENT_LIMIT_MB): void {
  // Code as text: a worker file of its own would have to be found by every host and bundler.
  const watcher = new Worker(
    `setInterval(() => {
      if (process.memoryUsage.rss() > ${limitMb} * 1048576) process.kill(process.pid, 'SIGKILL')
    }, ${EVERY_MS})`,
    { eval: true, stdout: false, stderr: false },
  )
  watcher.unref()
  // Without the watcher the heap limit and the time limit still hold.
  watcher.on('error', () => undefined)
}
