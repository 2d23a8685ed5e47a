import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output } from '#shared/contract/index.ts'
import { compareFigures } from '#shared/domain/documents/compare-figures.ts'
import { ROW_MARK } from '#shared/domain/documents/snapshot.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { ok } from '#shared/kit/result.ts'
import { readDocument } from '../../db/queries/document-rows.ts'
import { checkDocument } from '../../documents/check/check-document.ts'
import { RULES } from '../../documents/check/wording.ts'
import { loadRuleSets } from '../../documents/rules/rule-set.ts'
import { readForeignWord } from '../../exchange/parse/read-word.ts'
import type { JobContext } from '../service.ts'
import { DOCUMENT_ID_PROPERTY } from './render-made.ts'
import { storedSnapshot } from './prepare.ts'

/** Holds an edited file against the figures it was made with and the rules it was laid out by. */
export async function compareDocumentFile(
  { store, resources, foreign }: Pick<JobContext, 'store' | 'resources' | 'foreign'>,
  file: string,
): Promise<AppResult<Output<'documents.compareFile'>>> {
  const read = await readForeignWord(foreign.start, file)
  if (!read.ok) return read
  const id = read.value.properties[DOCUMENT_ID_PROPERTY]
  const row = id === undefined ? null : readDocument(store, id)
  if (row === null) return fail('DOCUMENT_UNKNOWN_FILE', { file: path.basename(file) })
  const snapshot = storedSnapshot.parse(row.snapshot)
  const sets = loadRuleSets(resources)
  const rules = sets.find((set) => set.id === snapshot.ruleSet) ?? sets[0]
  if (rules === undefined) throw new Error('no format rule set')
  const { changes, unchanged } = compareFigures(snapshot.texts, textsOf(read.value))
  return ok({
    file: path.resolve(file),
    document: row.id,
    unchanged,
    figures: changes.map((change) => ({ ...change, fix: fixOf(change.kind, change.expected) })),
    format: checkDocument(read.value, rules).map((finding) => ({ ...finding, title: RULES[finding.rule] })),
  })
}

/** Paragraphs as they are, rows of tables as one text each. */
function textsOf(file: WordFile): string[] {
  const texts: string[] = []
  let row: { readonly key: string; readonly cells: string[]; cell: number } | null = null
  const flush = (): void => {
    if (row !== null) texts.push(row.cells.join(ROW_MARK))
    row = null
  }
  for (const { place, text } of file.paragraphs) {
    if (place === null) {
      flush()
      texts.push(text)
      continue
    }
    const key = `${place.table} ${place.row}`
    if (row === null || row.key !== key) {
      flush()
      row = { key, cells: [text], cell: place.cell }
    } else if (row.cell === place.cell) row.cells[row.cells.length - 1] = `${row.cells.at(-1) ?? ''} ${text}`
    else {
      row.cells.push(text)
      row.cell = place.cell
    }
  }
  flush()
  return texts
}

function fixOf(kind: 'changed' | 'missing', expected: string): string {
  return kind === 'changed'
    ? `Hãy sửa lại thành “${expected}”, hoặc cập nhật số liệu trong chương trình rồi tạo lại văn bản.`
    : `Câu hoặc dòng chứa “${expected}” đã bị sửa lời hoặc xóa. Hãy kiểm tra lại, hoặc tạo lại văn bản.`
}
