import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import {
  type Counting,
  countedIn,
  flagRegister,
  isSameNumber,
  listedCode,
  nextNumber,
  numberValue,
  type Numbered,
} from '#shared/domain/documents/register.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../../db/orm.ts'
import { readDocuments, readLetterheadOn, type StoredDocument } from '../../db/queries/document-rows.ts'
import { documents, units } from '../../db/schema/index.ts'
import type { ReadStore } from '../../db/store.ts'
import { findDocumentType } from '../../documents/catalogue.ts'
import { loadRuleSets, type RuleSet } from '../../documents/rules/rule-set.ts'
import { fillBlanks } from '../../exchange/fill-word.ts'
import type { CommandContext, QueryContext } from '../service.ts'
import { readSettings } from '../settings.ts'
import { checkWritable, placeStaged, stageFile } from './write-file.ts'

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
  const sets = loadRuleSets(resources)
  const issuer = issuerOf(sets, row.ruleSet)
  const series = findDocumentType(row.type)?.series ?? ''
  const counting = countingOf(store)
  const counted = countedIn(issuer, series, on, counting)
  // Documents of another kind of issuer count in a series of their own.
  const taken = registered(all, sets, counting).filter((other) => other.issuer === issuer)
  const number = asked === null || asked.trim() === '' ? nextNumber(taken, counted.series, counted.year) : asked.trim()
  const value = numberValue(number)
  if (value === null) return fail('DOCUMENT_NUMBER_INVALID', { text: number })
  const written = number.length === 1 ? `0${number}` : number
  const code = codeOf(store, row, issuer, series, written, on)
  const double = taken.find(
    (other) => other.series === counted.series && other.year === counted.year && isSameNumber(other.number, written),
  )
  if (double !== undefined) return fail('DOCUMENT_NUMBER_TAKEN', { code, title: double.document.title })

  const before = readBytes(row.path)
  if (before === null) return fail('DOCUMENT_FILE_GONE', { file: path.basename(row.path) })
  const writable = checkWritable(row.path)
  if (!writable.ok) return writable
  const filled = await fillBlanks(before, { number: written, on })
  if (!filled.ok) return filled
  const { bytes, complete } = filled.value
  const staged = stageFile(row.path, bytes)
  if (!staged.ok) return staged
  const placed = placeStaged(staged.value, () =>
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
    }),
  )
  if (!placed.ok) return placed
  return ok({ id, number: written, code, issuedOn: on, filled: complete })
}

function readBytes(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null
  }
}

type Issuer = RuleSet['issuedBy']

/** Whose rules a document was laid out by; one made before rule sets were kept follows the union's. */
function issuerOf(sets: readonly RuleSet[], ruleSet: string | null): Issuer {
  return sets.find((set) => set.id === ruleSet)?.issuedBy ?? 'union'
}

function countingOf(store: Pick<ReadStore, 'db'>): Counting {
  const { registerSeries, partyTermFrom } = readSettings(store)
  return { series: registerSeries, partyTermFrom }
}

interface Registered extends Numbered {
  readonly document: StoredDocument
  readonly issuer: Issuer
  readonly issuedOn: string
}

/** The issued ones, each with its place in the register. */
function registered(all: readonly StoredDocument[], sets: readonly RuleSet[], counting: Counting): Registered[] {
  return all.flatMap((document): Registered[] => {
    const { number, issuedOn } = document
    if (document.status !== 'issued' || number === null || issuedOn === null) return []
    const issuer = issuerOf(sets, document.ruleSet)
    const counted = countedIn(issuer, document.series ?? '', issuedOn, counting)
    return [{ document, issuer, issuedOn, number, ...counted }]
  })
}

/** "15/KH-LĐLĐ", "15/LĐLĐ-ToC" for a letter, "15-BC/TU" of the Party. */
function codeOf(
  store: Pick<ReadStore, 'db'>,
  row: StoredDocument,
  issuer: Issuer,
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
  if (issuer === 'party') return `${number}-${series === '' ? 'CV' : series}`
  return series === '' ? `${number}/${suffix}` : `${number}/${series}-${suffix}`
}

export function listRegister({ store, resources }: Pick<QueryContext, 'store' | 'resources'>): Output<'register.list'> {
  const all = readDocuments(store)
  const titles = new Map(all.map((document) => [document.id, document.title]))
  const inOrder = registered(all, loadRuleSets(resources), countingOf(store))
  const rows = inOrder.map(({ document, issuedOn, year, number }) => ({
    id: document.id,
    type: document.type,
    title: document.title,
    series: document.series ?? '',
    year,
    number,
    code: listedCode({ series: document.series ?? '', number }),
    issuedOn,
    sha256: document.sha256,
    corrects: document.correctsId === null ? null : (titles.get(document.correctsId) ?? null),
  }))
  const byNumber = rows.toSorted(
    (a, b) =>
      (a.series < b.series ? -1 : a.series > b.series ? 1 : 0) ||
      (a.year < b.year ? -1 : a.year > b.year ? 1 : 0) ||
      (numberValue(a.number) ?? 0) - (numberValue(b.number) ?? 0) ||
      (a.number < b.number ? -1 : 1),
  )
  return {
    rows: byNumber,
    flags: flagRegister(inOrder).map((flag) => ({ ...flag, message: sayFlag(flag) })),
  }
}

function sayFlag({ kind, series, year, number }: ReturnType<typeof flagRegister>[number]): string {
  const when = /^\d{4}$/u.test(year) ? ` năm ${year}` : ''
  const name = `${listedCode({ series, number })}${when}`
  return kind === 'gap'
    ? `Sổ văn bản còn trống số ${name}. Hãy kiểm tra văn bản giấy hoặc ghi lý do bỏ số.`
    : `Số ${name} được cấp hai lần. Hãy đính chính một văn bản.`
}
