// Imports thousands of broken files and looks for anything but an import or a sentence.
//
//   node tests/torture/mutate-imports.mjs [COUNT] [--from SEED] [--keep FOLDER]
//
// A finding is named by its seed; `COUNT` 1 `--from SEED` does it again, `--keep` keeps the file.
import { fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'

const LONGEST_MS = 10_000
const LARGEST_MB = 900
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string', default: '1' }, keep: { type: 'string' } },
})
const count = Number(positionals[0] ?? 2000)
const first = Number(values.from)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-broken-'))
const ends = new Map()
const findings = []
let next = first
let largest = 0
let slowest = 0

async function work(number) {
  const own = path.join(folder, String(number))
  fs.mkdirSync(own)
  while (next < first + count) await runProcess(own)
}

/** One process until it is done, dies or hangs; another takes over after it. */
function runProcess(own) {
  return new Promise((resolve) => {
    const child = fork(path.join(import.meta.dirname, 'mutate-worker.mjs'), [own], { silent: true })
    let seed = 0
    let clock
    let said = ''
    child.stderr?.on('data', (data) => (said += data))
    const give = () => {
      if (next >= first + count) {
        child.disconnect()
        return
      }
      seed = next++
      clock = setTimeout(() => {
        find(seed, own, `no answer after ${LONGEST_MS * 3} ms`)
        child.kill('SIGKILL')
      }, LONGEST_MS * 3)
      child.send(seed)
    }
    child.on('message', (message) => {
      clearTimeout(clock)
      if (message !== 'ready') judge(message, own)
      give()
    })
    child.on('exit', (code, signal) => {
      clearTimeout(clock)
      if (code !== 0 && signal !== 'SIGKILL')
        find(seed, own, `process ended with ${code ?? signal}: ${said.slice(-800)}`)
      resolve(undefined)
    })
  })
}

function judge({ seed, code, message, ms, rss, thrown, whole }, own) {
  ends.set(code, (ends.get(code) ?? 0) + 1)
  largest = Math.max(largest, rss)
  slowest = Math.max(slowest, ms)
  if (code === 'UNEXPECTED' || thrown !== '') find(seed, own, `${code}: ${thrown}`)
  else if (code !== 'ok' && !/^[“\p{Lu}].*\.$/su.test(message)) find(seed, own, `no sentence: ${message}`)
  if (ms > LONGEST_MS && code !== 'FILE_TOO_SLOW') find(seed, own, `took ${Math.round(ms)} ms`)
  if (rss > LARGEST_MB) find(seed, own, `${Math.round(rss)} MB`)
  if (!whole) find(seed, own, 'the data file is not whole')
  if ((seed - first + 1) % 500 === 0) console.log(`${seed - first + 1}: ${findings.length} findings`)
}

function find(seed, own, what) {
  findings.push({ seed, what })
  console.log(`seed ${seed}: ${what}`)
  if (values.keep === undefined) return
  fs.mkdirSync(values.keep, { recursive: true })
  for (const name of fs.readdirSync(own).filter((entry) => entry.startsWith('hỏng.')))
    fs.copyFileSync(path.join(own, name), path.join(values.keep, `${seed}${path.extname(name)}`))
}

await Promise.all(Array.from({ length: Math.min(2, count) }, (_, number) => work(number)))
fs.rmSync(folder, { recursive: true, force: true })
console.log(Object.fromEntries([...ends].toSorted((a, b) => b[1] - a[1])))
console.log(
  `${count} files, ${findings.length} findings, slowest ${Math.round(slowest)} ms, most memory ${Math.round(largest)} MB`,
)
process.exitCode = findings.length === 0 ? 0 : 1
