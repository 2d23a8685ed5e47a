// The peer of import-50000.bench.ts, in a fresh process: exceljs reads the workbook given as argument, nothing more,
// and says on the last line how many milliseconds that took.
import process from 'node:process'
import ExcelJS from 'exceljs'

const began = performance.now()
const workbook = new ExcelJS.Workbook()
await workbook.xlsx.readFile(process.argv[2] ?? '')
const rows = workbook.worksheets[0]?.rowCount ?? 0
const took = performance.now() - began
if (rows < 50_000) throw new Error(`${rows} rows were read`)
console.log(Math.round(took))
