import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { flagRegister, nextNumber, numberValue, type Numbered } from '#shared/domain/documents/register.ts'
import { err, ok } from '#shared/kit/result.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { eq } from '../../db/orm.ts'
import { readDocuments, readLetterheadOn, type StoredDocument } from '../../db/queries/document-rows.ts'
import { documents, units } from '../../db/schema/index.ts'
import type { ReadStore } from '../../db/store.ts'
import { findDocumentType } from '../../documents/catalogue.ts'
import { loadRuleSets, type RuleSet } from '../../documents/rules/rule-set.ts'
import { fillBlanks } from '../../exchange/fill-word.ts'
import type { CommandContext, JobContext } from '../service.ts'
import { checkWritable, PlacingFailure, resolveWordFile, stageFile } from './write-file.ts'

/**
 * Gives a draft its number and day and keeps it as it leaves the office. The file on disk is what is issued: what the
 * clerk changed in it by hand stays; only blanks that still stand are filled.
 */
export async function issueDocument(
  { store, resources }: CommandContext,
  { id, number: asked, on, corrects }: ParsedInput<'documents.issue'>,
): Promise<AppResult<Output<'documents.issue'>>> {
  const all = readDocuments(store)
  const row = all.find((document) => document.id === id)
  if (row === undefined) return fail('ROW_UNKNOWN')
  if (row.status === 'issued') return fail('DOCUMENT_ISSUED', { title: row.title })
  const corrected = corrects === null ? null : (all.find((document) => document.id === corrects) ?? null)
  if (corrects !== null && corrected === null) return fail('ROW_UNKNOWN')
  const rules = loadRuleSets(resources).find((set) => set.id === row.ruleSet)
  const series = findDocumentType(row.type)?.series ?? ''
  const year = yearKey(rules, on)
  const taken = all.flatMap((document) => numberedOf(document, rules))
  const number = asked === null || asked.trim() === '' ? nextNumber(taken, series, year) : asked.trim()
  const value = numberValue(number)
  if (value === null) return fail('DOCUMENT_NUMBER_INVALID', { text: number })
  const written = number.length === 1 ? `0${number}` : number
  const code = codeOf(store, row, rules, series, written, on)
  const double = all.find(
    (document) =>
      document.status === 'issued' &&
      numberedOf(document, rules).some(
        (other) => other.series === series && other.year === year && same(other, written),
      ),
  )
  if (double !== undefined) return fail('DOCUMENT_NUMBER_TAKEN', { code, title: double.title })

  const before = readBytes(row.path)
  if (before === null) return fail('DOCUMENT_FILE_GONE', { file: path.basename(row.path) })
  const writable = checkWritable(row.path)
  if (!writable.ok) return writable
  const filled = await fillBlanks(before, { number: written, on })
  if (!filled.ok) return filled
  const { bytes, complete } = filled.value
  const staged = stageFile(row.path, bytes)
  if (!staged.ok) return staged
  try {
    store.write({ kind: 'documents.issue', label: `Phát hành ${code}: ${row.title}` }, (tx) => {
      tx.db
        .update(documents)
        .set({
          status: 'issued',
          number: written,
          series,
          issuedOn: on,
          content: Buffer.from(bytes).toString('base64'),
          sha256: createHash('sha256').update(bytes).digest('hex'),
          ...(corrected === null ? {} : { correctsId: corrected.id }),
        })
        .where(eq(documents.id, id))
        .run()
      staged.value.place()
      return null
    })
  } catch (thrown) {
    if (thrown instanceof PlacingFailure) return err(thrown.reason)
    throw thrown
  } finally {
    staged.value.discard()
  }
  return ok({ id, number: written, code, issuedOn: on, filled: complete })
}

function same(other: Numbered, number: string): boolean {
  const plain = (text: string): string => text.toLocaleLowerCase('vi').replace(/^0+(?=\d)/u, '')
  return plain(other.number) === plain(number)
}

function readBytes(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null
  }
}

/** The union counts anew every year; a Party committee counts on through its term. */
function yearKey(rules: Pick<RuleSet, 'issuedBy'> | undefined, on: string): string {
  return rules?.issuedBy === 'party' ? '' : String(yearOf(on))
}

function numberedOf(document: StoredDocument, rules: RuleSet | undefined): Numbered[] {
  if (document.status !== 'issued' || document.number === null || document.issuedOn === null) return []
  // Documents of another kind of issuer count in a series of their own.
  const isParty = document.ruleSet !== null && document.ruleSet.endsWith('vptw')
  if ((rules?.issuedBy === 'party') !== isParty) return []
  return [
    { series: document.series ?? '', year: isParty ? '' : document.issuedOn.slice(0, 4), number: document.number },
  ]
}

/** "15/KH-LĐLĐ", "15/LĐLĐ-ToC" for a letter, "15-BC/TU" of the Party. */
function codeOf(
  store: Pick<ReadStore, 'db'>,
  row: StoredDocument,
  rules: RuleSet | undefined,
  series: string,
  number: string,
  on: string,
): string {
  const unit = store.db
    .select()
    .from(units)
    .all()
    .find((candidate) => candidate.code === row.unit)
  const suffix = (unit === undefined ? null : readLetterheadOn(store, unit.id, on)?.codeSuffix) ?? 'LĐLĐ'
  if (rules?.issuedBy === 'party') return `${number}-${series === '' ? 'CV' : series}`
  return series === '' ? `${number}/${suffix}` : `${number}/${series}-${suffix}`
}

export function listRegister(store: ReadStore): Output<'register.list'> {
  const all = readDocuments(store)
  const titles = new Map(all.map((document) => [document.id, document.title]))
  const rows = all.flatMap((document) => {
    if (document.status !== 'issued' || document.number === null || document.issuedOn === null) return []
    const rules = { issuedBy: document.ruleSet?.endsWith('vptw') === true ? ('party' as const) : ('union' as const) }
    const series = document.series ?? ''
    return [
      {
        id: document.id,
        type: document.type,
        title: document.title,
        series,
        year: yearKey(rules, document.issuedOn),
        number: document.number,
        code: series === '' ? document.number : `${document.number}/${series}`,
        issuedOn: document.issuedOn,
        sha256: document.sha256,
        corrects: document.correctsId === null ? null : (titles.get(document.correctsId) ?? null),
      },
    ]
  })
  const byNumber = rows.toSorted(
    (a, b) =>
      (a.series < b.series ? -1 : a.series > b.series ? 1 : 0) ||
      (a.year < b.year ? -1 : a.year > b.year ? 1 : 0) ||
      (numberValue(a.number) ?? 0) - (numberValue(b.number) ?? 0) ||
      (a.number < b.number ? -1 : 1),
  )
  return {
    rows: byNumber,
    flags: flagRegister(byNumber).map((flag) => ({ ...flag, message: sayFlag(flag) })),
  }
}

function sayFlag({ kind, series, year, number }: ReturnType<typeof flagRegister>[number]): string {
  const name = `${number}${series === '' ? '' : `/${series}`}${year === '' ? '' : ` năm ${year}`}`
  return kind === 'gap'
    ? `Sổ văn bản còn trống số ${name}. Hãy kiểm tra văn bản giấy hoặc ghi lý do bỏ số.`
    : `Số ${name} được cấp hai lần. Hãy đính chính một văn bản.`
}

/** The issued bytes, not the file that may lie about. */
export async function saveIssued(
  { store }: JobContext,
  { id, out }: ParsedInput<'documents.saveIssued'>,
): Promise<AppResult<Output<'documents.saveIssued'>>> {
  const row = readDocuments(store).find((document) => document.id === id)
  if (row === undefined) return fail('ROW_UNKNOWN')
  if (row.content === null) return fail('DOCUMENT_NOT_ISSUED', { title: row.title })
  const file = resolveWordFile(out)
  if (!file.ok) return file
  const writable = checkWritable(file.value)
  if (!writable.ok) return writable
  const staged = stageFile(file.value, Buffer.from(row.content, 'base64'))
  if (!staged.ok) return staged
  try {
    staged.value.place()
    return ok({ file: file.value })
  } catch (thrown) {
    if (thrown instanceof PlacingFailure) return err(thrown.reason)
    throw thrown
  } finally {
    staged.value.discard()
  }
}
