import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { TextEdit } from '#shared/domain/documents/word-edits.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import { ok } from '#shared/kit/result.ts'
import { checkDocument } from '../../documents/check/check-document.ts'
import type { FormatFinding } from '../../documents/check/finding.ts'
import { figureEdits, planMending } from '../../documents/check/mending.ts'
import { loadRuleSets, type RuleSet } from '../../documents/rules/rule-set.ts'
import { readForeignWord } from '../../exchange/parse/read-word.ts'
import { mendWord } from '../../exchange/word-edits/mend-word.ts'
import type { JobContext } from '../service.ts'
import { publishFindings, ruleSetOf } from './check-file.ts'
import { compareWithSnapshot } from './compare.ts'
import { checkWritable, placeStaged, resolveWordFile, stageFile } from './write-file.ts'

interface Wrong {
  readonly word: WordFile
  readonly rules: RuleSet
  readonly findings: readonly FormatFinding[]
  readonly texts: readonly TextEdit[]
  /** Figures whose sentence is gone. */
  readonly missing: number
}

/** Writes a copy with what can be put right put right, and reads it again to say what is left. */
export async function mendFile(
  context: JobContext,
  { file, rules, out }: ParsedInput<'documents.mendFile'>,
): Promise<AppResult<Output<'documents.mendFile'>>> {
  const target = resolveWordFile(out)
  if (!target.ok) return target
  if (isSame(file, target.value)) return fail('MEND_SAME_FILE', { file: path.basename(file) })
  const writable = checkWritable(target.value)
  if (!writable.ok) return writable
  context.progress({ step: 'Đang đọc tệp', done: 0, total: 3 })
  const wrong = await findWrong(context, file, rules)
  if (!wrong.ok) return wrong
  const { word, rules: set, findings, texts, missing } = wrong.value
  context.progress({ step: 'Đang sửa', done: 1, total: 3 })
  const broken = new Set(findings.map((finding) => finding.rule))
  const mended = await mendWord(fs.readFileSync(file), word, planMending(word, set, broken, texts))
  if (!mended.ok) return mended
  if (context.signal.aborted) return fail('CANCELLED')
  const staged = stageFile(target.value, mended.value)
  if (!staged.ok) return staged
  const placed = placeStaged(staged.value, () => staged.value.place())
  if (!placed.ok) return placed
  context.progress({ step: 'Đang kiểm tra lại', done: 2, total: 3 })
  const again = await readForeignWord(context.foreign.start, target.value)
  if (!again.ok) return again
  const left = checkDocument(again.value, set)
  context.progress({ step: 'Đã xong', done: 3, total: 3 })
  return ok({
    file: target.value,
    figures: texts.length,
    format: Math.max(0, findings.length - left.length),
    left: publishFindings(left),
    leftFigures: missing,
  })
}

/** A file this data made is held against its snapshot; any other only against the rules. */
async function findWrong(context: JobContext, file: string, named: string | null): Promise<AppResult<Wrong>> {
  const compared = await compareWithSnapshot(context, file)
  if (compared.ok) {
    const { word, rules, findings, changes, texts } = compared.value
    const missing = changes.filter(({ kind }) => kind === 'missing').length
    return ok({ word, rules, findings, texts: figureEdits(changes, texts), missing })
  }
  if (compared.error.code !== 'DOCUMENT_UNKNOWN_FILE') return compared
  const read = await readForeignWord(context.foreign.start, file)
  if (!read.ok) return read
  const sets = loadRuleSets(context.resources)
  const chosen = named === null ? ruleSetOf(read.value, sets, context.today()) : sets.find(({ id }) => id === named)
  if (chosen === undefined)
    return fail('RULE_SET_UNKNOWN', { name: named ?? '', names: sets.map(({ id }) => id).join(', ') })
  return ok({ word: read.value, rules: chosen, findings: checkDocument(read.value, chosen), texts: [], missing: 0 })
}

/** Also where one of the names leads round a corner. */
function isSame(one: string, other: string): boolean {
  const real = (file: string): string => {
    try {
      return fs.realpathSync.native(file)
    } catch {
      return path.resolve(file)
    }
  }
  return real(one) === real(other)
}
