// npm run pictures: draws the pages of the golden documents, every type by every rule set, into docs/van-ban/ and lists
// them in docs/van-ban.md, to be looked at whenever wording or layout changed. The pages are those of the PDF the
// program writes. Needs pdftoppm (poppler-utils).
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { projectRoot, removeFolder } from './cache-folder.mjs'
import { runCommand } from './run-command.mjs'
import { runScript } from './run-script.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { pngOfPgm } from './write-png.mjs'

/** Enough to see where lines, tables and signatures stand; small enough to keep. */
const DOTS_PER_INCH = 60
const DAY = new Date('2024-10-05T12:00:00Z')

await runScript(async () => {
  await ensureSystemPackages('pages')
  const [{ documentTypes }, { loadRuleSets }, { buildPreview }, { writePdf }, { findFonts }, { factsFor }] =
    await Promise.all([
      import('#main/documents/catalogue.ts'),
      import('#main/documents/rules/rule-set.ts'),
      import('#main/documents/preview/build-preview.ts'),
      import('#main/documents/pdf/write-pdf.ts'),
      import('#main/documents/pdf/fonts.ts'),
      import('#tests/documents/support/made.ts'),
    ])
  const only = process.argv[2]
  const resources = path.join(projectRoot, 'resources')
  const folder = path.join(projectRoot, 'docs', 'van-ban')
  if (only === undefined) removeFolder(folder)
  const fonts = findFonts(resources, null)
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-pictures-'))
  const chapters = []
  try {
    // The union's own rules first.
    const sets = loadRuleSets(resources).toSorted((a, b) =>
      a.issuedBy === 'union' ? -1 : b.issuedBy === 'union' ? 1 : 0,
    )
    for (const rules of sets) {
      const entries = []
      fs.mkdirSync(path.join(folder, rules.id), { recursive: true })
      for (const type of documentTypes) {
        const name = `${rules.id}/${type.id}`
        if (only === undefined || name.includes(only)) {
          const pdf = path.join(work, 'trang.pdf')
          fs.writeFileSync(pdf, await writePdf(buildPreview(type.compose(factsFor(rules, type.id)), rules), fonts, DAY))
          await runCommand('pdftoppm', ['-gray', '-r', String(DOTS_PER_INCH), pdf, path.join(folder, name)])
          for (const page of fs.readdirSync(path.dirname(path.join(folder, name)))) {
            if (!page.endsWith('.pgm')) continue
            const raw = path.join(folder, rules.id, page)
            fs.writeFileSync(raw.replace(/pgm$/, 'png'), pngOfPgm(fs.readFileSync(raw)))
            fs.rmSync(raw)
          }
        }
        entries.push({ type, pages: picturesOf(folder, rules.id, type.id) })
      }
      chapters.push({ rules, entries })
      console.log(`  ${rules.id}: ${entries.reduce((sum, { pages }) => sum + pages.length, 0)} trang`)
    }
  } finally {
    removeFolder(work)
  }
  fs.writeFileSync(path.join(projectRoot, 'docs', 'van-ban.md'), describe(chapters))
})

/**
 * @param {string} folder
 * @param {string} rules
 * @param {string} type
 * @returns {string[]} in order of pages
 */
function picturesOf(folder, rules, type) {
  return fs
    .readdirSync(path.join(folder, rules))
    .filter((name) => new RegExp(`^${type}-\\d+\\.png$`).test(name))
    .toSorted((a, b) => Number(/(\d+)\.png$/.exec(a)?.[1]) - Number(/(\d+)\.png$/.exec(b)?.[1]))
    .map((name) => `van-ban/${rules}/${name}`)
}

/**
 * @param {{ rules: { id: string, name: string }, entries: { type: { id: string, title: string }, pages: string[] }[] }[]} chapters
 * @returns {string}
 */
function describe(chapters) {
  const lines = [
    '# Văn bản mẫu, từng trang',
    '',
    'Mỗi loại văn bản theo mỗi bộ quy tắc, từ một bộ số liệu cố định (`tests/documents/support/hai-an.ts`), vẽ từ tệp PDF do',
    'chương trình tạo. Vẽ lại bằng `npm run pictures` khi đổi lời hoặc thể thức; cấu trúc từng văn bản được giữ ở',
    '`tests/golden/documents`, quy tắc và phép thử ở [the-thuc.md](the-thuc.md).',
  ]
  for (const { rules, entries } of chapters) {
    lines.push('', `## ${rules.name}`)
    for (const { type, pages } of entries) {
      const pictures = pages.map((page, index) => `<img src="${page}" alt="Trang ${index + 1}" width="240">`)
      lines.push('', `### ${type.title} (\`${type.id}\`)`, '', ...pictures)
    }
  }
  return `${lines.join('\n')}\n`
}
