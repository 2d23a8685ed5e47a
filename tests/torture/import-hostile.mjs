// Imports every hostile file, the heavy ones too, with the command line as a process, and measures on the way: how
// long, how much memory the program and its parser took (Linux), whether anything was left running or changed.
//
//   node tests/torture/import-hostile.mjs [PART OF A NAME]
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { HOSTILE_FILES } from '../support/hostile/hostile-files.ts'

const LONGEST_MS = 15_000
const MOST_MB = { program: 600, parser: 950 }
const only = process.argv[2] ?? ''
const entry = path.resolve(import.meta.dirname, '../../bin/chitieu')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-hostile-'))
const fresh = path.join(folder, 'mẫu.chitieu-db')
const db = path.join(folder, 'dữ liệu.chitieu-db')
await run(['init', '--sample', '--db', fresh])
let findings = 0

for (const { name, make, ends } of HOSTILE_FILES.filter((file) => file.name.includes(only))) {
  const file = path.join(folder, name)
  const bytes = make()
  fs.writeFileSync(file, bytes)
  fs.copyFileSync(fresh, db)
  const before = hashOf(db)
  const { code, out, ms, program, parser, left } = await run(['import', file, '--db', db, '--create-units', '--json'])
  const end = code === 0 ? 'ok' : (readJson(out)?.error?.code ?? `exit ${code}`)
  const wrong = [
    (ends === 'ok' ? end === 'ok' : ends.includes(end)) ? '' : `should end in ${String(ends)}`,
    end !== 'ok' && hashOf(db) !== before ? 'data changed' : '',
    left ? 'the parser outlived it' : '',
    ms > LONGEST_MS ? 'slow' : '',
    program > MOST_MB.program || parser > MOST_MB.parser ? 'memory' : '',
  ].filter(Boolean)
  findings += wrong.length
  const size = `${(bytes.length / 1e6).toFixed(1)} MB`
  console.log(
    `${end.padEnd(18)} ${String(ms).padStart(6)} ms ${program}+${parser} MB  ${name} (${size}) ${wrong.join(', ')}`,
  )
  fs.rmSync(file)
}
fs.rmSync(folder, { recursive: true, force: true })
console.log(`${findings} findings`)
process.exitCode = findings === 0 ? 0 : 1

function run(args) {
  return new Promise((resolve) => {
    const began = Date.now()
    const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
    const most = { program: 0, parser: 0 }
    let parserId = 0
    let out = ''
    child.stdout.on('data', (data) => (out += data))
    const clock = setInterval(() => {
      most.program = Math.max(most.program, residentMb(child.pid))
      for (const id of childrenOf(child.pid)) {
        parserId = id
        most.parser = Math.max(most.parser, residentMb(id))
      }
    }, 15)
    child.on('close', (code) => {
      clearInterval(clock)
      resolve({ code, out, ms: Date.now() - began, ...most, left: parserId !== 0 && residentMb(parserId) > 0 })
    })
  })
}

/** The most memory a process held so far; 0 where the system does not tell, or the process is gone. */
function residentMb(id) {
  const status = readText(`/proc/${id}/status`)
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

function childrenOf(id) {
  return readText(`/proc/${id}/task/${id}/children`).split(' ').filter(Boolean).map(Number)
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function readJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function hashOf(file) {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex')
}
