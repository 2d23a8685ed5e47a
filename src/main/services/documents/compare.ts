import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output } from '#shared/contract/index.ts'
import { compareFigures, type FigureChange } from '#shared/domain/documents/compare-figures.ts'
import { ROW_MARK } from '#shared/domain/documents/snapshot.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { ok } from '#shared/kit/result.ts'
import { readDocument } from '../../db/queries/document-rows.ts'
import { checkDocument } from '../../documents/check/check-document.ts'
import type { FormatFinding } from '../../documents/check/finding.ts'
import type { ComparedText } from '../../documents/check/mending.ts'
import { loadRuleSets, type RuleSet } from '../../documents/rules/rule-set.ts'
import { readForeignWord } from '../../exchange/parse/read-word.ts'
import type { JobContext } from '../service.ts'
import { publishFindings } from './check-file.ts'
import { DOCUMENT_ID_PROPERTY } from './render-made.ts'
import { storedSnapshot } from './prepare.ts'

/** Holds an edited file against the figures it was made with and the rules it was laid out by. */
export async function compareDocumentFile(
  { store, resources, foreign }: Pick<JobContext, 'store' | 'resources' | 'foreign'>,
  file: string,
): Promise<AppResult<Output<'documents.compareFile'>>> {
  const compared = await compareWithSnapshot({ store, resources, foreign }, file)
  if (!compared.ok) return compared
  const { id, changes, unchanged, findings } = compared.value
  return ok({
    file: path.resolve(file),
    document: id,
    unchanged,
    figures: changes.map(({ place: _, ...change }) => ({ ...change, fix: fixOf(change.kind, change.expected) })),
    format: publishFindings(findings),
  })
}

interface Compared {
  /** The document the file was made as. */
  readonly id: string
  readonly word: WordFile
  readonly rules: RuleSet
  readonly texts: readonly ComparedText[]
  readonly changes: readonly FigureChange[]
  readonly unchanged: number
  readonly findings: readonly FormatFinding[]
}

/** Reads an edited file and holds it against its snapshot; fails for a file no document of this data was made as. */
export async function compareWithSnapshot(
  { store, resources, foreign }: Pick<JobContext, 'store' | 'resources' | 'foreign'>,
  file: string,
): Promise<AppResult<Compared>> {
  const read = await readForeignWord(foreign.start, file)
  if (!read.ok) return read
  const word = read.value
  const id = word.properties[DOCUMENT_ID_PROPERTY]
  const row = id === undefined ? null : readDocument(store, id)
  if (row === null) return fail('DOCUMENT_UNKNOWN_FILE', { file: path.basename(file) })
  const snapshot = storedSnapshot.parse(row.snapshot)
  const sets = loadRuleSets(resources)
  const rules = sets.find((set) => set.id === snapshot.ruleSet) ?? sets[0]
  if (rules === undefined) throw new Error('no format rule set')
  const texts = textsOfFile(word)
  const { changes: found, unchanged } = compareFigures(
    snapshot.texts,
    texts.map(({ text }) => text),
  )
  const changes = withoutRepeats(found)
  return ok({ id: row.id, word, rules, texts, changes, unchanged, findings: checkDocument(word, rules) })
}

/** A picture taken out is told once, not once for each figure its description holds. */
export function withoutRepeats(changes: readonly FigureChange[]): readonly FigureChange[] {
  const told = new Set<string>()
  return changes.filter(({ kind, where }) => {
    if (kind !== 'missing' || !where.startsWith('Biểu đồ')) return true
    if (told.has(where)) return false
    told.add(where)
    return true
  })
}

/** Paragraphs as they are, rows of tables as one text each; at the end what pictures say to who does not see them. */
export function textsOfFile(file: WordFile): ComparedText[] {
  const texts: { text: string; parts: { paragraph: number; at: number; length: number }[] }[] = []
  let row = ''
  let cell = -1
  file.paragraphs.forEach(({ place, text }, paragraph) => {
    const key = place === null ? '' : `${place.table} ${place.row}`
    const last = texts.at(-1)
    if (place === null || key !== row || last === undefined)
      texts.push({ text, parts: [{ paragraph, at: 0, length: text.length }] })
    else {
      last.text += cell === place.cell ? ' ' : ROW_MARK
      last.parts.push({ paragraph, at: last.text.length, length: text.length })
      last.text += text
    }
    row = key
    cell = place?.cell ?? -1
  })
  return [...texts, ...file.pictures.map(({ alt }) => ({ text: alt, parts: [] }))]
}

function fixOf(kind: 'changed' | 'missing', expected: string): string {
  return kind === 'changed'
    ? `Hãy sửa lại thành “${expected}”, hoặc cập nhật số liệu trong chương trình rồi tạo lại văn bản.`
    : `Câu hoặc dòng chứa “${expected}” đã bị sửa lời hoặc xóa. Hãy kiểm tra lại, hoặc tạo lại văn bản.`
}
