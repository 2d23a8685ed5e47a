import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBackend, type Backend } from '#main/backend.ts'
import { openSafeZip } from '#main/exchange/zip-gate.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { PROJECT, RESOURCES } from '#tests/support/resources.ts'

// A program at work is killed at any moment, as by a power cut or an impatient clerk. Afterwards the file is whole,
// everything that was called saved is in it, an import is there whole or not at all, and the next start is not
// troubled by what was left lying about. CHITIEU_KILLS=1000 makes a torture of it.

const KILLS = Number(process.env['CHITIEU_KILLS'] ?? 5)
const LISTED = 400
const WRITER = path.join(PROJECT, 'tests/support/crash/restless-writer.ts')

let home: TestBackend
beforeAll(async () => {
  home = await openTestBackend({ province: 'sample', untilClosed: true })
  // Only the writer has the file open.
  home.backend.close()
})
afterAll(() => home.close())

/** Lets the writer work and kills it some time after its first line. */
function writeAndKill(round: number, afterMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, home.file, home.folder, String(round)], { cwd: PROJECT })
    let said = ''
    let complaint = ''
    let isKilled = false
    child.stdout.on('data', (data: Buffer) => {
      if (said === '')
        setTimeout(() => {
          isKilled = true
          child.kill('SIGKILL')
        }, afterMs)
      said += data.toString('utf8')
    })
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString('utf8')))
    // Only whole lines were said.
    child.on('close', () => {
      if (isKilled) resolve(said.split('\n').slice(0, -1))
      else reject(new Error(complaint))
    })
  })
}

function reopen(): Backend {
  const made = createBackend({
    dbFile: home.file,
    resources: RESOURCES,
    foreign: { start: forkParser },
    origin: 'test',
  })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

const lastOf = (lines: readonly string[], word: string): string | undefined =>
  lines.findLast((line) => line.startsWith(`${word} `))?.slice(word.length + 1)

describe('a writer that is killed', () => {
  test.for(Array.from({ length: KILLS }, (_, round) => [round + 1] as const))('kill %i', async ([round]) => {
    const said = await writeAndKill(round, Math.random() * 1200)
    const backend = reopen()
    try {
      const verified = await backend.call('file.verify', {})
      expect(verified.ok && verified.value.checks.filter(({ ok }) => !ok)).toEqual([])

      const reports = await backend.call('reports.list', { unit: 'TP-HAISON', indicator: 'TAPHUAN' })
      if (!reports.ok) throw new Error(reports.error.message)
      const stands = reports.value.find(({ asOf }) => asOf === '2024-03-31')?.value ?? 0
      // The next one may have been written before it could be said.
      expect(stands).toBeGreaterThanOrEqual(Number(lastOf(said, 'result') ?? 0))

      const targets = await backend.call('targets.list', { plan: '2024' })
      if (!targets.ok) throw new Error(targets.error.message)
      const shared = targets.value.filter(
        ({ indicator, assigner, unit }) => indicator === 'MAIAM' && assigner === 'Nơi giao thử' && unit !== 'TINH',
      )
      const sum = shared.reduce((total, { value }) => total + (value ?? 0), 0)
      expect(shared.length === 0 || sum > 1000).toBe(true)
      expect(sum).toBeGreaterThanOrEqual(Number(lastOf(said, 'allocated') ?? 0))

      for (const begun of said.filter((line) => line.startsWith('importing '))) {
        const name = begun.slice('importing '.length)
        const found = await backend.call('enterprises.list', { search: name, limit: 1 })
        const count = found.ok ? found.value.rows.length && found.value.count : -1
        expect(said.includes(`imported ${name}`) ? [LISTED] : [0, LISTED]).toContain(count)
      }
      expect(await findBrokenFiles(backend)).toEqual([])
    } finally {
      backend.close()
    }
  })

  test('leaves nothing behind that the next start does not clear away', async () => {
    const backend = reopen()
    const out = path.join(home.folder, 'kế hoạch.docx')
    expect(await backend.call('documents.make', { type: 'ke-hoach-nam', plan: '2024', out })).toMatchObject({
      ok: true,
    })
    expect(await backend.call('file.backup', {})).toMatchObject({ ok: true })
    backend.close()
    const names = [home.folder, path.join(home.folder, 'Sao lưu')].flatMap((folder) => fs.readdirSync(folder))
    expect(names.filter((name) => /dang-ghi|-wal|-shm|-journal|khong-khop|\.tmp/.test(name))).toEqual([])
  })
})

/** Files that have their final name and are not whole: the document as a zip, the newest backup as a data file. */
async function findBrokenFiles(backend: Backend): Promise<readonly string[]> {
  const broken: string[] = []
  const out = path.join(home.folder, 'kế hoạch.docx')
  if (fs.existsSync(out)) {
    const zip = await openSafeZip(fs.readFileSync(out))
    if ((await zip.text('word/document.xml'))?.endsWith('</w:document>') !== true) broken.push(out)
    zip.close()
  }
  const backups = await backend.call('file.listBackups', {})
  const newest = backups.ok ? backups.value[0] : undefined
  if (newest === undefined) return broken
  const opened = createBackend({
    dbFile: newest.file,
    resources: RESOURCES,
    foreign: { start: forkParser },
    origin: 'test',
  })
  if (!opened.ok) return [...broken, newest.file]
  const verified = await opened.value.call('file.verify', {})
  opened.value.close()
  return verified.ok && verified.value.ok ? broken : [...broken, newest.file]
}
