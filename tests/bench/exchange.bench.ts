import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { createBackend, type Backend } from '#main/backend.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { openDataFile } from '#main/db/open.ts'
import { createIds } from '#main/ids.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { taxCode } from '#tests/support/tax-codes.ts'

// The exchange at the size of a province: two hundred units' packages in one go, and one unit's 50,000 enterprises.

export const name = 'exchange'

const RESOURCES = path.join(process.cwd(), 'resources')
const UNITS = 200
const LARGE = 50_000

function openBackend(): Backend {
  const made = createBackend({
    dbFile: null,
    resources: RESOURCES,
    foreign: { start: forkParser },
    origin: 'test',
    log: (_incident, thrown) => console.error(thrown),
  })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

async function must<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** Enterprises with a figure each, straight into the file: what is measured is the exchange, not typing. */
function insertEnterprises(file: string, unitCode: string, count: number, from = 0): void {
  const newId = createIds()
  const opened = openDataFile(file, {
    resources: RESOURCES,
    identity: { origin: 'test', who: () => '', clock: () => new Date(), newId },
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  store.write({ kind: 'test.fill', label: 'Số liệu đo' }, (tx) => {
    const unit = tx.sqlite.prepare('SELECT id FROM units WHERE code = ?').pluck().get(unitCode)
    const round = tx.newId()
    tx.sqlite
      .prepare('INSERT INTO survey_rounds (id, name, surveyed_on) VALUES (?, ?, ?)')
      .run(round, `Khảo sát ${unitCode}`, '2024-06-30')
    const enterprise = tx.sqlite.prepare(
      `INSERT INTO enterprises (id, tax_code, name, name_folded, sort_key, match_key, unit_id, address, industry, phone)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const observation = tx.sqlite.prepare(
      `INSERT INTO observations (id, round_id, enterprise_id, unit_id, observed_on, workers, women, insured, members)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    tx.insertMany(['enterprises', 'observations'], () => {
      for (let at = from; at < from + count; at++) {
        const id = tx.newId()
        const title = `Công ty TNHH Thương mại số ${at}`
        const folded = foldText(title)
        enterprise.run(
          id,
          taxCode(at + 1),
          title,
          folded,
          sortKey(title),
          folded,
          unit,
          `Số ${at} đường Mới`,
          'May mặc',
          '0900',
        )
        observation.run(tx.newId(), round, id, unit, '2024-06-30', 20 + (at % 300), 10, 15, at % 20)
      }
    })
    return null
  })
  store.close()
}

export async function run({ log }: { log: (line: string) => void }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-bench-exchange-'))
  const rows: { what: string; ours: number; peer: number | null; ratio: number | null; unit: string }[] = []
  try {
    const provinceFile = path.join(folder, 'tinh.chitieu-db')
    const province = openBackend()
    await must(province.call('file.create', { file: provinceFile, setup: { name: 'LĐLĐ tỉnh Đo' } }))
    for (let at = 0; at < UNITS; at++)
      await must(
        province.call('units.add', { code: `X${at}`, name: `Công đoàn xã ${at}`, type: 'CD_XA', parent: 'TINH' }),
      )
    const catalogue = path.join(folder, 'danh-muc.chitieu')
    log(`${UNITS} đơn vị, mỗi đơn vị một tệp dữ liệu và một tệp gửi`)
    // Every unit's file begins as a copy of one, which then is a site of its own.
    const template = path.join(folder, 'mau.chitieu-db')
    const unit = openBackend()
    await must(unit.call('file.create', { file: template, setup: { name: 'Tệp mới' } }))
    await must(province.call('exchange.make', { kind: 'catalogue', unit: 'X0', file: catalogue }))
    await must(unit.call('exchange.apply', { files: [catalogue] }))
    unit.close()
    const sent: string[] = []
    for (let at = 0; at < UNITS; at++) {
      const file = path.join(folder, `x${at}.chitieu-db`)
      fs.copyFileSync(template, file)
      insertEnterprises(file, `X${at}`, 50, at * 50)
      const office = openBackend()
      await must(office.call('file.open', { file }))
      await must(office.call('exchange.setSite', { unit: `X${at}` }))
      await must(office.call('exchange.renewSite', {}))
      const out = path.join(folder, `x${at}.chitieu`)
      await must(office.call('exchange.make', { kind: 'survey', file: out }))
      office.close()
      fs.rmSync(file)
      sent.push(out)
    }
    for (const count of [50, UNITS]) {
      const copy = path.join(folder, `tinh-${count}.chitieu-db`)
      await must(province.call('file.copy', { file: copy }))
      const receiver = openBackend()
      await must(receiver.call('file.open', { file: copy }))
      const start = performance.now()
      const applied = await must(receiver.call('exchange.apply', { files: sent.slice(0, count) }))
      const ms = performance.now() - start
      if (applied.files.some(({ status }) => status !== 'applied')) throw new Error(JSON.stringify(applied.files[0]))
      rows.push({
        what: `${count} tệp của ${count} đơn vị (50 DN mỗi đơn vị)`,
        ours: Math.round(ms),
        peer: null,
        ratio: null,
        unit: 'ms',
      })
      receiver.close()
    }

    log(JSON.stringify(rows.map(({ what, ours }) => [what, ours])))
    log(`${LARGE} doanh nghiệp của một đơn vị`)
    const large = openBackend()
    const largeFile = path.join(folder, 'lon.chitieu-db')
    await must(large.call('file.create', { file: largeFile, setup: { name: 'Tệp mới' } }))
    await must(province.call('exchange.make', { kind: 'catalogue', unit: 'X0', file: catalogue }))
    await must(large.call('exchange.apply', { files: [catalogue] }))
    large.close()
    insertEnterprises(largeFile, 'X0', LARGE)
    const maker = openBackend()
    await must(maker.call('file.open', { file: largeFile }))
    const out = path.join(folder, 'lon.chitieu')
    let start = performance.now()
    const made = await must(maker.call('exchange.make', { kind: 'survey', file: out }))
    rows.push({
      what: `lập tệp ${made.rows} dòng`,
      ours: Math.round(performance.now() - start),
      peer: null,
      ratio: null,
      unit: 'ms',
    })
    rows.push({
      what: 'cỡ tệp',
      ours: Math.round(fs.statSync(out).size / 104857.6) / 10,
      peer: null,
      ratio: null,
      unit: 'MB',
    })
    start = performance.now()
    const preview = await must(province.call('exchange.read', { file: out }))
    rows.push({
      what: `xem trước ${preview.created} dòng mới`,
      ours: Math.round(performance.now() - start),
      peer: null,
      ratio: null,
      unit: 'ms',
    })
    start = performance.now()
    const applied = await must(province.call('exchange.apply', { files: [out] }))
    rows.push({
      what: `nhận ${applied.created} dòng`,
      ours: Math.round(performance.now() - start),
      peer: null,
      ratio: null,
      unit: 'ms',
    })
    start = performance.now()
    await must(province.call('exchange.undo', { package: applied.files[0]?.id ?? '' }))
    rows.push({
      what: 'hoàn tác việc nhận',
      ours: Math.round(performance.now() - start),
      peer: null,
      ratio: null,
      unit: 'ms',
    })
    maker.close()
    province.close()
    return { rows }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
