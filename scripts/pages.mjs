// npm run pages: turns Word and Excel files into pictures of their pages, to be looked at.
//
//   npm run pages -- [folder]     default ket-qua/; the PDF and PNG files go to <folder>/trang/
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { removeFolder } from './cache-folder.mjs'
import { runCommand } from './run-command.mjs'
import { runScript, SetupError } from './run-script.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/** Enough to read 13-point text on the picture. */
const DOTS_PER_INCH = 80

await runScript(async () => {
  const folder = path.resolve(process.argv[2] ?? 'ket-qua')
  const files = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => /^(?!~\$).*\.(docx|xlsx)$/i.test(name))
    : []
  if (files.length === 0)
    throw new SetupError(`Không có tệp .docx hoặc .xlsx trong ${folder}. Hãy chạy "npm run demo" trước.`)
  await ensureSystemPackages('pages')

  const pages = path.join(folder, 'trang')
  removeFolder(pages)
  fs.mkdirSync(pages)
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-pages-'))
  try {
    for (const extension of ['.docx', '.xlsx']) {
      // By kind, because ke-hoach.docx and ke-hoach.xlsx would both become ke-hoach.pdf.
      const ofKind = files.filter((name) => path.extname(name).toLowerCase() === extension)
      if (ofKind.length === 0) continue
      const converted = path.join(work, extension)
      await convertToPdf(
        path.join(work, 'profile'),
        converted,
        ofKind.map((name) => path.join(folder, name)),
      )
      for (const name of ofKind) {
        const pdf = path.join(converted, `${path.basename(name, path.extname(name))}.pdf`)
        console.log(`  ${name}: ${await drawPages(pdf, path.join(pages, name))} trang`)
      }
    }
  } finally {
    removeFolder(work)
  }
  console.log(`Đã ghi vào ${pages}`)
})

/**
 * Keeps the PDF as `<target>.pdf` and draws `<target>-1.png`, `<target>-2.png`…
 * @param {string} pdf
 * @param {string} target
 * @returns {Promise<number>} how many pages
 */
async function drawPages(pdf, target) {
  if (!fs.existsSync(pdf)) throw new SetupError(`LibreOffice không chuyển được ${path.basename(target)} sang PDF.`)
  fs.copyFileSync(pdf, `${target}.pdf`)
  await run('pdftoppm', ['-r', String(DOTS_PER_INCH), '-png', pdf, target])
  const stem = path.basename(target)
  return fs.readdirSync(path.dirname(target)).filter((name) => name.startsWith(`${stem}-`) && name.endsWith('.png'))
    .length
}

/**
 * @param {string} profile LibreOffice's settings: our own, for one that is open already would take the work over
 * @param {string} into
 * @param {string[]} files
 */
async function convertToPdf(profile, into, files) {
  const installation = `-env:UserInstallation=${pathToFileURL(profile).href}`
  await run('soffice', [installation, '--headless', '--convert-to', 'pdf', '--outdir', into, ...files])
}

/**
 * @param {string} program
 * @param {string[]} args
 */
async function run(program, args) {
  const result = await runCommand(program, args)
  if (result.missing)
    throw new SetupError(`Không tìm thấy chương trình ${program}: hãy cài LibreOffice và poppler-utils.`)
  if (result.code !== 0) throw new SetupError(`${program} không làm được: ${result.stderr.trim()}`)
}
