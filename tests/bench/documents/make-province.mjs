// Makes a data file of a province with many communes, each with targets and reports of the year, through the program's
// own operations: node make-province.mjs FILE UNITS [ENTERPRISES]. In a process of its own, so that the bench stays small.
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [file = '', unitText = '200', enterpriseText = '0'] = process.argv.slice(2)
const UNITS = Number(unitText)
const ENTERPRISES = Number(enterpriseText)
const root = path.join(import.meta.dirname, '../../..')
const main = (name) => import(pathToFileURL(path.join(root, 'src/main', name)).href)
const { createBackend } = await main('backend.ts')
const { forkParser } = await main('hosts/cli/fork-parser.ts')

const NAMES = ['Tân Lập', 'Đông Hưng', 'Phú Nghĩa', 'Quảng Vinh', 'Thượng Lâm', 'Yên Định', 'Mỹ Thành', 'Hòa Sơn']
const INDICATORS = ['DV_MOI', 'CDCS_MOI', 'DVUT_GT', 'DVUT_KN']

const made = createBackend({
  dbFile: null,
  resources: path.join(root, 'resources'),
  foreign: { start: forkParser },
  origin: 'test',
})
if (!made.ok) throw new Error(made.error.message)
const backend = made.value
await take('file.create', { file, setup: { name: 'Liên đoàn Lao động tỉnh Đo Lường' } })
const codes = Array.from({ length: UNITS }, (_, at) => `X${String(at + 1).padStart(3, '0')}`)
for (const [at, code] of codes.entries())
  await take('units.add', { code, name: `Công đoàn xã ${nameOf(at)}`, type: 'CD_XA', parent: 'TINH' })
await take('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
const assigner = (await take('assigners.list', {}))[0]?.code ?? ''
const cells = ['TINH', ...codes].flatMap((unit, at) =>
  INDICATORS.map((indicator, order) => ({
    unit,
    indicator,
    assigner,
    value: at === 0 ? 40_000 / 10 ** order : 20 + ((at * 37) % 180) + order,
  })),
)
for (let from = 0; from < cells.length; from += 200)
  await take('targets.setMany', { plan: '2024', cells: cells.slice(from, from + 200), label: 'Giao chỉ tiêu' })
for (const asOf of ['2024-03-31', '2024-06-30', '2024-09-30'])
  await take('reports.addMany', {
    entries: codes.flatMap((unit, at) =>
      INDICATORS.map((indicator, order) => ({
        unit,
        indicator,
        asOf,
        value: Math.round(((20 + ((at * 31) % 150)) * Number(asOf.slice(5, 7))) / 12) + order,
      })),
    ),
  })
const added = Array.from({ length: ENTERPRISES }, (_, at) => ({
  cells: Object.entries({
    name: `Công ty trách nhiệm hữu hạn Sản xuất và Thương mại ${nameOf(at)} số ${at + 1}`,
    unit: codes[at % codes.length],
    address: `Thôn ${1 + (at % 9)}, xã ${nameOf(at)}`,
    workers: 25 + ((at * 53) % 900),
  }).map(([column, value]) => ({ column, value: String(value) })),
}))
if (added.length > 0) {
  const answer = await take('enterprises.updateMany', { added, observedOn: '2023-12-01' })
  if (answer.refusedCount > 0) throw new Error(JSON.stringify(answer.refused[0]))
}
backend.close()

function nameOf(at) {
  const round = Math.floor(at / NAMES.length)
  return round === 0 ? NAMES[at % NAMES.length] : `${NAMES[at % NAMES.length]} ${round + 1}`
}

async function take(name, input) {
  const answer = await backend.call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value
}
