// The sample's own CSV: commas, quotes only where needed, LF. (Offices' CSV is another matter: see tep-nhan.)
import fs from 'node:fs'

/**
 * @param {string} file
 * @param {readonly string[]} columns
 * @param {readonly Readonly<Record<string, string | number | null | undefined>>[]} rows
 */
export function writeCsv(file, columns, rows) {
  const line = (/** @type {readonly (string | number | null | undefined)[]} */ cells) =>
    cells
      .map((cell) => {
        const text = `${cell ?? ''}`
        return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
      })
      .join(',')
  const lines = [line(columns), ...rows.map((row) => line(columns.map((column) => row[column])))]
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
}

/**
 * @param {string} file
 * @returns {Record<string, string>[]}
 */
export function readCsv(file) {
  const [header = [], ...rows] = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
        match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'),
      ),
    )
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])))
}
