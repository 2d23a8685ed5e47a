import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createBackend, type Backend } from '#main/backend.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { runProcess } from '#tests/support/cli.ts'
import { biff } from '#tests/support/hostile/raw-ole.ts'
import { PROJECT, RESOURCES } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

// The command line as a process, killed at any moment. CHITIEU_KILLS=200 makes a torture of it.

const KILLS = Number(process.env['CHITIEU_KILLS'] ?? 2)
const ENTRY = path.join(PROJECT, 'bin/chitieu')
const ROWS = 3000

/** Ends by itself or by the kill, whichever is first; true when it had ended well before. */
function runAndKill(args: readonly string[], cwd: string, afterMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { cwd, stdio: 'ignore' })
    const clock = setTimeout(() => child.kill('SIGKILL'), afterMs)
    child.on('exit', (code) => {
      clearTimeout(clock)
      resolve(code === 0)
    })
  })
}

describe('a command that is killed', () => {
  test('imports the whole list or nothing of it', { timeout: 60_000 + KILLS * 10_000 }, async () => {
    const folder = makeTempFolder()
    const db = path.join(folder, 'tỉnh.chitieu-db')
    expect((await runProcess(['init', '--db', db], folder)).code).toBe(0)
    for (let kill = 1; kill <= KILLS; kill++) {
      const name = `Hợp tác xã lần ${kill} số`
      const rows = Array.from({ length: ROWS }, (_, at) => `${name} ${at};${at % 300}`)
      fs.writeFileSync(path.join(folder, 'danh sách.csv'), ['Tên doanh nghiệp;Số lao động', ...rows].join('\n'))
      const before = await countEnterprises(db)
      const isDone = await runAndKill(['import', 'danh sách.csv', '--db', db], folder, 200 + Math.random() * 1500)
      const after = await countEnterprises(db)
      expect(isDone ? [ROWS] : [0, ROWS]).toContain(after - before)
    }
    expect(await inOrder(db)).toBe(true)
  })

  test(
    'makes a province whole or not at all, and the next try succeeds',
    { timeout: 60_000 + KILLS * 10_000 },
    async () => {
      const folder = makeTempFolder()
      for (let kill = 1; kill <= KILLS; kill++) {
        const db = path.join(folder, `tỉnh ${kill}.chitieu-db`)
        await runAndKill(['init', '--sample', '--db', db], folder, 200 + Math.random() * 1500)
        const again = fs.existsSync(db) ? 0 : (await runProcess(['init', '--sample', '--db', db], folder)).code
        expect(again).toBe(0)
        expect(await inOrder(db)).toBe(true)
      }
      expect(fs.readdirSync(folder).filter((name) => !name.endsWith('.chitieu-db'))).toEqual([])
    },
  )

  test('takes its parser along, even one that hears nothing', { timeout: 30_000 }, async () => {
    // An old workbook of three million records that say nothing keeps the parser busy for seconds.
    const file = path.join(makeTempFolder(), 'bận.xls')
    const start = biff([0x809, [0, 6, 0x10, 0, 0, 0, 0, 0]])
    fs.writeFileSync(file, Buffer.concat([start, Buffer.alloc(24_000_000, biff([0x42, [0, 0]]))]))
    const owner = spawn(process.execPath, [path.join(PROJECT, 'tests/support/crash/parser-owner.ts'), file], {
      cwd: PROJECT,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const parser = Number(await new Promise<Buffer>((resolve) => owner.stdout.once('data', resolve)))
    expect(isRunning(parser)).toBe(true)
    owner.kill('SIGKILL')
    const until = Date.now() + 20_000
    while (isRunning(parser) && Date.now() < until) await wait(50)
    expect(isRunning(parser)).toBe(false)
  })
})

async function ask<T>(db: string, question: (backend: Backend) => Promise<T>): Promise<T> {
  const made = createBackend({ dbFile: db, resources: RESOURCES, foreign: { start: forkParser }, origin: 'test' })
  if (!made.ok) throw new Error(made.error.message)
  try {
    return await question(made.value)
  } finally {
    made.value.close()
  }
}

async function countEnterprises(db: string): Promise<number> {
  const listed = await ask(db, (backend) => backend.call('enterprises.list', { limit: 1 }))
  if (!listed.ok) throw new Error(listed.error.message)
  return listed.value.count
}

async function inOrder(db: string): Promise<boolean> {
  const verified = await ask(db, (backend) => backend.call('file.verify', {}))
  return verified.ok && verified.value.ok
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // Where nobody collects the dead of a killed parent, they are still listed.
  const status = `/proc/${pid}/stat`
  return !(fs.existsSync(status) && /\) Z /.test(fs.readFileSync(status, 'utf8')))
}
