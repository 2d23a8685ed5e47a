import { execFile } from 'node:child_process'
import path from 'node:path'
import { PROJECT } from '#tests/support/resources.ts'

export interface CliRun {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs `bin/chitieu` as a process of its own, by default from a folder that is not the project's. */
export function runProcess(args: readonly string[], cwd: string): Promise<CliRun> {
  return new Promise((resolve) => {
    const entry = path.join(PROJECT, 'bin', 'chitieu')
    execFile(process.execPath, [entry, ...args], { cwd, maxBuffer: 1 << 26 }, (failed, out, error) => {
      resolve({ code: failed === null ? 0 : Number(failed.code ?? 1), out, error })
    })
  })
}
