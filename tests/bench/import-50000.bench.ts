import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { taxCode } from '../support/tax-codes.ts'
import { writeWorkbook, type Cell } from '../support/workbook-file.ts'

export const name = 'import-50000'

const ROWS = 50_000
const RUNS = 3

/**
 * A list of 50,000 enterprises × 15 columns: the whole import (its parse process started, reading, understanding,
 * comparing, a backup, one transaction with its history) beside exceljs only reading the same file. Each in a fresh
 * process that has loaded its code, in turns; medians are compared, and the CPU-bound noise of a busy machine hits both.
 */
export async function run({ log }: { log: (line: string) => void }): Promise<{ rows: BenchRow[] }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-import-'))
  try {
    const file = path.join(folder, 'danh-sach.xlsx')
    await writeList(file)
    log(`${ROWS} dòng × 15 cột, ${(fs.statSync(file).size / 1024 / 1024).toFixed(1)} MB`)
    const ours: number[] = []
    const peer: number[] = []
    for (let i = 0; i < RUNS; i++) {
      peer.push(await timeOf('exceljs-read.mjs', [file]))
      ours.push(await timeOf('import-once.mjs', [file, path.join(folder, `${i}.chitieu-db`)]))
      log(`nhập ${i + 1}/${RUNS}: ${ours.at(-1)} ms, exceljs chỉ đọc ${peer.at(-1)} ms`)
    }
    const [our, their] = [median(ours), median(peer)]
    const what = 'import of 50.000 × 15, all of it, beside exceljs reading'
    return { rows: [{ what, ours: our, peer: their, ratio: Math.round((our / their) * 100) / 100, unit: 'ms' }] }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

interface BenchRow {
  readonly what: string
  readonly ours: number
  readonly peer: number
  readonly ratio: number
  readonly unit: string
}

/** Milliseconds that a script beside this one measured in a fresh process and wrote on its last line. */
function timeOf(script: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, script), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let written = ''
    child.stdout.on('data', (chunk: Buffer) => {
      written += chunk.toString()
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      const took = Number(written.trim().split('\n').at(-1))
      if (code === 0 && took > 0) resolve(took)
      else reject(new Error(`${script} ended with ${code}`))
    })
  })
}

const PLACES = [
  'Thành phố Đông Hà',
  'Thị xã Quảng Trị',
  'Huyện Vĩnh Linh',
  'Huyện Gio Linh',
  'Huyện Cam Lộ',
  'Huyện Hải Lăng',
  'Huyện Đakrông',
]
const TRADES = ['May mặc', 'Xây dựng', 'Chế biến gỗ', 'Vận tải', 'Thương mại', 'Nông nghiệp', 'Giáo dục']
const FORMS = ['Công ty TNHH', 'Công ty Cổ phần', 'Doanh nghiệp tư nhân', 'Hợp tác xã', 'Công ty TNHH MTV']
const WORDS = [
  'Đức Thịnh',
  'Hoàng Gia',
  'Sao Mai',
  'Tân Tiến',
  'Phú Quý',
  'Trường Sơn',
  'Cửu Long',
  'Bình Minh',
  'An Phát',
  'Lộc Phát',
  'Hải Đăng',
]

async function writeList(file: string): Promise<void> {
  const header: Cell[] = [
    'STT',
    'Tên doanh nghiệp',
    'Mã số thuế',
    'Huyện/TP',
    'Địa chỉ',
    'Ngành nghề',
    'Số lao động',
    'Lao động nữ',
    'Đóng BHXH',
    'Có CĐ',
    'Đoàn viên',
    'Ngày thành lập',
    'Điện thoại',
    'Ghi chú',
    'Người liên hệ',
  ]
  const rows: Cell[][] = [['(Số liệu tính đến ngày 31/12/2023)'], header]
  for (let i = 1; i <= ROWS; i++) {
    const pick = (list: readonly string[], step: number): string => list[Math.floor(i / step) % list.length] ?? ''
    const workers = (i * 7919) % 300
    const hasUnion = i % 3 === 0
    rows.push([
      i,
      `${pick(FORMS, 1)} ${pick(TRADES, 5)} ${pick(WORDS, 35)} ${i}`,
      i % 5 === 0 ? Number(taxCode(i)) : taxCode(i),
      pick(PLACES, 1),
      `Số ${i % 400} đường Lê Duẩn, ${pick(PLACES, 1)}`,
      pick(TRADES, 2),
      workers,
      Math.floor(workers / 2),
      Math.floor(workers * 0.8),
      hasUnion ? 'x' : '',
      hasUnion ? Math.floor(workers * 0.6) : 0,
      i % 2 === 0
        ? { v: 36_000 + (i % 9000), format: 'dd/mm/yyyy' }
        : `${(i % 28) + 1}/${(i % 12) + 1}/${2000 + (i % 23)}`,
      `09${String(10_000_000 + i)}`,
      i % 4 === 0 ? 'Chưa có cán bộ nòng cốt' : '',
      i % 6 === 0 ? 'Nguyễn Văn An' : '',
    ])
  }
  await writeWorkbook(file, { sheets: [{ name: 'DS DN', rows }] })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
