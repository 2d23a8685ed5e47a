import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { type Backend, createBackend } from '#main/backend.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'

export const name = 'documents'

const UNITS = 200
const ROUNDS = 3
const TYPE = 'cam-ket-don-vi'
const ROWS = 2000
const ROOT = path.resolve(import.meta.dirname, '../..')

interface BenchRow {
  readonly what: string
  readonly ours: number
  readonly peer: number | null
  readonly ratio: number | null
  readonly unit: string
}

/**
 * 200 documents, one a unit, from figures in the data file to files on the disk, beside docxtemplater filling a template
 * with the same words and writing the same pages. Runs alternate; medians are compared. Then the memory an annex of
 * 2,000 rows takes, in a process of its own.
 */
export async function run({ log }: { log: (line: string) => void }): Promise<{ rows: BenchRow[] }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-documents-'))
  try {
    const file = path.join(folder, 'tỉnh.chitieu-db')
    runScript(path.join(import.meta.dirname, 'documents', 'make-province.mjs'), [file, String(UNITS), String(ROWS)])
    const backend = openBackend(file)
    // Both have their libraries and templates loaded before the clock starts.
    const first = await makeBatch(backend, path.join(folder, 'mẫu'))
    const template = makeTemplate(path.join(folder, 'mẫu'))
    fillAll(template, path.join(folder, 'thử'), 20)
    const ours: number[] = []
    const peer: number[] = []
    let wait = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      fillAll(template, path.join(folder, `bạn ${round}`), UNITS)
      peer.push(performance.now() - began)
      const batch = await makeBatch(backend, path.join(folder, `ta ${round}`))
      ours.push(batch.took)
      wait = Math.max(wait, batch.longestWait)
      log(
        `round ${round + 1}/${ROUNDS}: ${Math.round(batch.took)} ms, docxtemplater ${Math.round(peer.at(-1) ?? 0)} ms`,
      )
    }
    const merged = await makeBatch(backend, path.join(folder, 'mẫu'), path.join(folder, 'gộp.docx'))
    const pdf = await makeBatch(backend, path.join(folder, 'mẫu'), path.join(folder, 'gộp.pdf'))
    backend.close()
    log(
      `${first.documents} documents; merged into ${Math.round(fs.statSync(path.join(folder, 'gộp.docx')).size / 1024)} KB`,
    )
    const memory = ['docx', 'pdf', 'xlsx'].map((kind) => {
      const out = runScript(path.join(import.meta.dirname, 'documents', 'make-annex.mjs'), [
        file,
        path.join(folder, `phụ lục.${kind}`),
      ])
      const { peakMb, ms } = JSON.parse(out) as { peakMb: number; ms: number }
      log(`annex of ${ROWS} rows as ${kind}: ${peakMb} MB, ${ms} ms`)
      return alone(`phụ lục ${ROWS} dòng dạng .${kind}: bộ nhớ cao nhất (phải dưới 400)`, peakMb, 'MB')
    })
    return {
      rows: [
        compare(`${UNITS} văn bản, mỗi đơn vị một (phải ≤ 2 lần)`, median(ours), median(peer), 'ms'),
        alone('câu hỏi khác trong lúc tạo hàng loạt: chờ lâu nhất', wait, 'ms'),
        alone(`chạy lại và gộp ${UNITS} văn bản thành một tệp Word`, merged.took, 'ms'),
        alone(`chạy lại và gộp ${UNITS} văn bản thành một tệp PDF`, pdf.took, 'ms'),
        ...memory,
      ],
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function openBackend(dbFile: string): Backend {
  const made = createBackend({
    dbFile,
    resources: path.join(ROOT, 'resources'),
    foreign: { start: forkParser },
    origin: 'test',
  })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

interface Timed {
  readonly took: number
  readonly documents: number
  /** How long the longest of the questions asked meanwhile waited for its answer. */
  readonly longestWait: number
}

async function makeBatch(backend: Backend, folder: string, merged: string | null = null): Promise<Timed> {
  let longestWait = 0
  const asking = setInterval(() => {
    const asked = performance.now()
    void backend.call('documents.types', {}).then(() => {
      longestWait = Math.max(longestWait, performance.now() - asked)
    })
  }, 50)
  const began = performance.now()
  const answer = await backend.call('documents.batch', { type: TYPE, folder, merged })
  const took = performance.now() - began
  clearInterval(asking)
  if (!answer.ok) throw new Error(answer.error.message)
  if (answer.value.failed > 0)
    throw new Error(answer.value.items.find(({ message }) => message !== null)?.message ?? '')
  return { took, documents: answer.value.items.length, longestWait }
}

interface Template {
  readonly content: Buffer
  /** Words of each document, by tag. */
  readonly data: readonly Readonly<Record<string, string>>[]
}

const TEXT = /(<w:t[^>]*>)([^<]*)(<\/w:t>)/gu

/** The first document with a tag wherever the others say something else, and what they say there. */
function makeTemplate(folder: string): Template {
  const files = fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file)))
  const bodies = files.map((bytes) => new PizZip(bytes).file('word/document.xml')?.asText() ?? '')
  const texts = bodies.map((xml) => [...xml.matchAll(TEXT)].map(([, , text = '']) => text))
  const [first = []] = texts
  if (texts.some((own) => own.length !== first.length)) throw new Error('documents of one type have the same pieces')
  const differs = first.map((text, at) => texts.some((own) => own[at] !== text))
  let at = -1
  const tagged = (bodies[0] ?? '').replace(TEXT, (whole, open: string, _text: string, close: string) => {
    at += 1
    return differs[at] === true ? `${open}{t${at}}${close}` : whole
  })
  const zip = new PizZip(files[0] ?? Buffer.alloc(0))
  zip.file('word/document.xml', tagged)
  return {
    content: zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }),
    data: texts.map((own) => Object.fromEntries(own.map((text, index) => [`t${index}`, text]))),
  }
}

function fillAll({ content, data }: Template, folder: string, count: number): void {
  fs.mkdirSync(folder, { recursive: true })
  data.slice(0, count).forEach((words, index) => {
    const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true })
    document.render(words)
    const bytes = document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
    fs.writeFileSync(path.join(folder, `${index}.docx`), bytes)
  })
}

function runScript(script: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: ROOT })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

function compare(what: string, ours: number, peer: number, unit: string): BenchRow {
  return { what, ours: Math.round(ours), peer: Math.round(peer), ratio: Math.round((ours / peer) * 100) / 100, unit }
}

function alone(what: string, ours: number, unit: string): BenchRow {
  return { what, ours: Math.round(ours * 10) / 10, peer: null, ratio: null, unit }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
