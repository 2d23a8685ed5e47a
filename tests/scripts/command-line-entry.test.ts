import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'bin', 'chitieu')

function runEntry(
  entry: string,
  args: readonly string[],
  cwd: string,
): { code: number | null; out: string; error: string } {
  const result = spawnSync(process.execPath, [entry, ...args], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return { code: result.status, out: result.stdout, error: result.stderr }
}

describe('bin/chitieu', () => {
  test('runs from any folder and says nothing of experiments', () => {
    const { code, out, error } = runEntry(ENTRY, ['--help'], makeTempFolder())
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain('Cách dùng')
  })

  test('runs through a link, as from ~/bin', () => {
    const folder = makeTempFolder()
    const link = path.join(folder, 'bin')
    // A linked folder ('junction'), which Windows lets every user make; a link to a file it does not.
    fs.symlinkSync(path.dirname(ENTRY), link, 'junction')
    expect(runEntry(path.join(link, 'chitieu'), ['--version'], folder).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('hands on the exit code and one sentence when it is refused', () => {
    const { code, out, error } = runEntry(ENTRY, ['không-có-lệnh-này'], makeTempFolder())
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error.trim().split('\n')).toHaveLength(1)
  })

  test('writes a long answer whole into a pipe', () => {
    const folder = makeTempFolder()
    const db = path.join(folder, 'mẫu.chitieu-db')
    expect(runEntry(ENTRY, ['init', '--sample', '--db', db], folder).code).toBe(0)
    const { code, out } = runEntry(ENTRY, ['enterprises', 'list', '--db', db, '--json'], folder)
    expect(code).toBe(0)
    const answer: unknown = JSON.parse(out)
    expect(answer).toBeTypeOf('object')
    expect(out.length).toBeGreaterThan(10_000)
  })
})
