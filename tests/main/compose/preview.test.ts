import { describe, expect, it } from 'vitest'
import { buildPreview } from '#main/documents/preview/build-preview.ts'
import { figuresOf } from '#shared/domain/documents/snapshot.ts'
import {
  type PreviewDocument,
  type PreviewParagraph,
  type PreviewRun,
  type PreviewTable,
  previewText,
} from '#shared/domain/documents/preview.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { haiAnFacts } from '../../documents/support/hai-an.ts'
import { makeDocx, RULE_SET_IDS, rulesNamed, TYPE_IDS } from '../../documents/support/made.ts'
import { readAsWord } from '../../documents/support/spoil.ts'

// What the clerk sees before making is what the file says: every paragraph and cell of every type by every rule set is
// held against the Word file read back, with the look it prints in.

interface Seen {
  readonly section: number
  /** "table row cell", counted as the file counts them; null outside tables. */
  readonly place: string | null
  readonly mark: string | null
  readonly text: string
  readonly look: string
}

function previewLines(preview: PreviewDocument): Seen[] {
  const seen: Seen[] = []
  let tables = -1
  preview.sections.forEach((section, at) => {
    for (const block of section.blocks) {
      if (block.kind === 'rule' || block.kind === 'picture') continue
      if (block.kind === 'paragraph') {
        if (block.runs.length > 0) seen.push(line(block, at, null))
        continue
      }
      tables += 1
      const table = tables
      block.rows.forEach((row, rowAt) => {
        row.cells.forEach((cell, cellAt) => {
          const before = cellAt + reachingDown(block, rowAt, cell.column)
          for (const content of cell.content)
            if (content.kind === 'paragraph' && content.runs.length > 0)
              seen.push(line(content, at, `${table} ${rowAt} ${before}`))
        })
      })
    }
  })
  return seen
}

/** In the file a cell that reaches down has an empty cell in the rows it reaches; so many stand left of a column. */
function reachingDown(table: PreviewTable, row: number, column: number): number {
  return table.rows
    .slice(0, row)
    .flatMap((above, at) => above.cells.filter((cell) => cell.column < column && at + cell.rows > row)).length
}

function line(paragraph: PreviewParagraph, section: number, place: string | null): Seen {
  return {
    section,
    place,
    mark: paragraph.mark,
    text: plain(previewText(paragraph)),
    look: [
      paragraph.align,
      paragraph.leftMm.toFixed(0),
      paragraph.firstLineMm.toFixed(0),
      paragraph.beforePt,
      paragraph.afterPt,
      `${paragraph.line.kind} ${paragraph.line.value.toFixed(2)}`,
      ...looksOf(paragraph.runs),
    ].join(' | '),
  }
}

/** Neighbouring runs of one look count as one. */
function looksOf(runs: readonly Pick<PreviewRun, 'size' | 'bold' | 'italic' | 'underlined'>[]): string[] {
  const looks = runs.map(
    ({ size, bold, italic, underlined }) => `${size}${bold ? 'b' : ''}${italic ? 'i' : ''}${underlined ? 'u' : ''}`,
  )
  return looks.filter((look, index) => look !== looks[index - 1])
}

function wordLines(file: WordFile): Seen[] {
  return file.paragraphs
    .filter((paragraph) => paragraph.text.trim() !== '' || paragraph.runs.some((run) => run.text.trim() !== ''))
    .map((paragraph): Seen => ({
      section: paragraph.section,
      place:
        paragraph.place === null ? null : `${paragraph.place.table} ${paragraph.place.row} ${paragraph.place.cell}`,
      mark: paragraph.mark,
      text: plain(paragraph.text),
      look: [
        paragraph.align,
        paragraph.leftMm.toFixed(0),
        paragraph.firstLineMm.toFixed(0),
        paragraph.beforePt,
        paragraph.afterPt,
        `${paragraph.line.kind} ${paragraph.line.value.toFixed(2)}`,
        ...looksOf(paragraph.runs),
      ].join(' | '),
    }))
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trimEnd()
}

describe.each(RULE_SET_IDS)('by %s', (rulesId) => {
  const rules = rulesNamed(rulesId)

  it.each(TYPE_IDS)('the preview of %s says what the file says, in its order and look', async (typeId) => {
    const made = await makeDocx(typeId, haiAnFacts(), rules)
    const file = await readAsWord(made.bytes)
    const preview = buildPreview(made.tree, rules)
    expect(previewLines(preview)).toEqual(wordLines(file))

    const tables = preview.sections.flatMap((section) =>
      section.blocks.filter((block): block is PreviewTable => block.kind === 'table'),
    )
    expect(tables.map((table) => [table.rows.length, table.headerRows, table.columnsMm.length])).toEqual(
      file.tables.map((table) => [table.rows, table.headerRows, table.columns]),
    )
    for (const table of tables) expect(wronglyCovered(table)).toEqual([])
    expect(preview.sections.map(({ page }) => [page.widthMm, page.heightMm, page.topMm, page.leftMm])).toEqual(
      file.sections.map((section) =>
        [section.widthMm, section.heightMm, section.topMm, section.leftMm].map((length) => Math.round(length)),
      ),
    )

    const shown = new Set(
      preview.sections.flatMap((section) =>
        section.blocks.flatMap((block) => runsIn(block).flatMap((run) => (run.figure === null ? [] : [run.figure]))),
      ),
    )
    const printed = figuresOf(made.tree).map((figure) => figure.id)
    expect(printed.filter((id) => !shown.has(id))).toEqual([])
  })
})

function runsIn(block: PreviewDocument['sections'][number]['blocks'][number]): readonly PreviewRun[] {
  if (block.kind === 'rule' || block.kind === 'picture') return []
  if (block.kind === 'paragraph') return block.runs
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.flatMap(runsIn)))
}

/** Places of a table that two cells claim, or none. */
function wronglyCovered(table: PreviewTable): string[] {
  const covered = new Map<string, number>()
  table.rows.forEach((row, at) => {
    for (const cell of row.cells)
      for (let down = 0; down < cell.rows; down += 1)
        for (let across = 0; across < cell.columns; across += 1) {
          const place = `${at + down} ${cell.column + across}`
          covered.set(place, (covered.get(place) ?? 0) + 1)
        }
  })
  const wrong: string[] = []
  for (let row = 0; row < table.rows.length; row += 1)
    for (let column = 0; column < table.columnsMm.length; column += 1)
      if (covered.get(`${row} ${column}`) !== 1) wrong.push(`${row} ${column}`)
  return wrong
}
