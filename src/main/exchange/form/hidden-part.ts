import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { FORM_VERSION } from '#shared/domain/exchange/form/form-book.ts'
import type { HiddenPart } from '#shared/domain/exchange/form/form-hidden.ts'
import type { CarriedForm } from '#shared/domain/exchange/form/make-form.ts'
import { ok } from '#shared/kit/result.ts'
import { carriedForm, type HiddenForm } from './hidden-schema.ts'

/** The text unpacked; a form of 50,000 rows has a tenth of it. */
const MOST_BYTES = 96 * 1024 * 1024

/** What the hidden sheet is filled with: packed text, and the rows it is cut into. */
export function packHidden(form: CarriedForm, sealed: string | null): HiddenPart {
  const text = deflateRawSync(Buffer.from(JSON.stringify({ ...form, sealed }))).toString('base64')
  return { version: FORM_VERSION, sha256: hashOf(text), text }
}

/** Unpacks and checks; a part that was cut, changed or made by a later version has its own answer. */
export function unpackHidden(part: HiddenPart): AppResult<HiddenForm> {
  if (part.version > FORM_VERSION) return fail('FORM_NEWER')
  if (hashOf(part.text) !== part.sha256) return fail('FORM_HIDDEN_CHANGED')
  try {
    const json = inflateRawSync(Buffer.from(part.text, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8')
    // No name of ours; only somebody who means harm writes it.
    if (json.includes('"__proto__"')) return fail('FORM_HIDDEN_CHANGED')
    const read = carriedForm.safeParse(JSON.parse(json))
    return read.success ? ok(read.data) : fail('FORM_HIDDEN_CHANGED')
  } catch {
    return fail('FORM_HIDDEN_CHANGED')
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
