import { createHash } from 'node:crypto'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PackageContent, ReadContent } from '#shared/domain/exchange/content.ts'
import type { FormFacts } from '#shared/domain/exchange/form/form-kind.ts'
import type { FormStamp } from '#shared/domain/exchange/form/form-book.ts'
import { findHidden, type HiddenPart } from '#shared/domain/exchange/form/form-hidden.ts'
import { wordTableFailure } from '#shared/domain/exchange/form/form-words.ts'
import { contentOfForm, makeForm } from '#shared/domain/exchange/form/make-form.ts'
import { findVisibleStamp, readForm } from '#shared/domain/exchange/form/read-form.ts'
import type { ForeignWorkbook } from '#shared/domain/exchange/foreign-sheet.ts'
import { ok } from '#shared/kit/result.ts'
import { packHidden, unpackHidden } from './hidden-part.ts'
import type { HiddenForm } from './hidden-schema.ts'
import { writeForm } from './write-form.ts'

export interface WrittenForm {
  /** The .xlsx. */
  readonly bytes: Buffer
  readonly stamp: FormStamp
  /** What the hidden sheet holds; kept by the sender, it makes up for one that is lost on the way. */
  readonly hidden: HiddenPart
}

/**
 * Writes a content as the form of its kind. `sealed` is the package itself where the sender wants it to travel along,
 * signature and all. Fails where the kind has no form.
 */
export async function writeFormFile(
  content: PackageContent,
  facts: FormFacts,
  options: { readonly made: Date; readonly sealed?: string },
): Promise<AppResult<WrittenForm>> {
  const form = makeForm(content, facts)
  if (form === null) return fail('FORM_KIND_WITHOUT')
  const hidden = packHidden({ ...form, content }, options.sealed ?? null)
  return ok({ bytes: await writeForm(form.book, hidden, options.made), stamp: form.book.stamp, hidden })
}

export interface ReadFormOptions {
  /** ISO time. */
  readonly readAt: string
  /** The hidden part of a form this office sent, by its id: for a file that lost its own. */
  readonly findSent?: (id: string) => HiddenPart | null
}

export interface FormFile extends ReadContent {
  readonly carrier: 'form'
  readonly stamp: FormStamp
  /** The package the form was made from, as its sender sealed it; null when it sealed none. */
  readonly sealed: string | null
  /** What was sent out, base of everything the form says. */
  readonly sent: PackageContent
}

/** Whether a workbook is a form of ours, whatever was done to it: by its hidden part, or by its stamp. */
export function isFormWorkbook({ sheets }: Pick<ForeignWorkbook, 'sheets'>): boolean {
  return findHidden(sheets).kind !== 'lost' || findVisibleStamp(sheets) !== null
}

/**
 * Reads a form that came back, from any of the formats spreadsheets are read from. Null: the workbook is no form. Each
 * way a form can be spoilt beyond reading has its own answer; what is spoilt in single cells is told in `problems`.
 */
export function readFormFile(workbook: ForeignWorkbook, options: ReadFormOptions): AppResult<FormFile> | null {
  const { sheets } = workbook
  const stamp = findVisibleStamp(sheets)
  const found = findHidden(sheets)
  if (found.kind === 'lost' && stamp === null) return null
  const own = found.kind === 'whole' ? unpackHidden(found.part) : null
  const hidden = own?.ok === true ? own : recover(stamp, own, options)
  if (!hidden.ok) return hidden
  const form = hidden.value
  const tables = form.book.tables
  const reading = readForm(
    tables,
    sheets.filter(({ name }) => found.kind === 'lost' || name !== found.sheet),
  )
  if (reading.failures.length > 0)
    return fail('FORM_TABLE_UNREADABLE', { what: reading.failures.map(wordTableFailure).join(' ') })
  const makeId = (words: string): string => idOf(`${form.content.head.id}\n${words}`)
  const changed = JSON.stringify(reading.tables.map(({ key, rows }) => [key, rows.map(({ number: _, ...row }) => row)]))
  const content = contentOfForm({
    sent: form,
    reading,
    id: idOf(`${form.content.head.id}\nanswer\n${changed}`),
    readAt: options.readAt,
    idOf: makeId,
  })
  const lost = own?.ok === true ? [] : [{ table: '', id: '', column: '', message: HIDDEN_RECOVERED }]
  return ok({
    content: { ...content, problems: [...lost, ...content.problems] },
    carrier: 'form',
    sha256: workbook.sha256,
    signature: null,
    stamp: form.book.stamp,
    sealed: form.sealed,
    sent: form.content,
  })
}

const HIDDEN_RECOVERED =
  'Phần ẩn của biểu mẫu không còn nguyên; chương trình đã dùng bản lưu lúc gửi biểu mẫu đi. Hãy xem kỹ trước khi nhận.'

/** What was sent under the visible stamp stands in for a hidden part that is lost or was changed. */
function recover(
  stamp: FormStamp | null,
  own: AppResult<HiddenForm> | null,
  { findSent }: ReadFormOptions,
): AppResult<HiddenForm> {
  if (own?.ok === false && own.error.code === 'FORM_NEWER') return own
  const kept = stamp === null ? null : (findSent?.(stamp.id) ?? null)
  if (kept !== null) return unpackHidden(kept)
  if (own !== null) return own
  return fail('FORM_HIDDEN_LOST', { code: stamp?.id ?? '' })
}

/** An id in the form of a UUID, of version 8 (RFC 9562: by a rule of one's own), made from words. */
function idOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
