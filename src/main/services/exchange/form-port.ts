import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PackageContent, PackageKind } from '#shared/domain/exchange/content.ts'
import { ANSWER_KINDS, KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import type { ForeignWorkbook } from '#shared/domain/exchange/foreign-sheet.ts'
import type { QueryContext } from '../service.ts'

/**
 * The other carrier: an .xlsx form for offices without the program. It stands between content and workbook; this file
 * is where the two meet, so that neither of them knows the other.
 */
export interface FormCarrier {
  encode(context: QueryContext, content: PackageContent): Promise<AppResult<Buffer>>
  /** Null: the workbook is no form of ours. */
  decode(context: QueryContext, workbook: ForeignWorkbook, file: string): AppResult<PackageContent> | null
}

let carrier: FormCarrier | null = null

export function setFormCarrier(given: FormCarrier): void {
  carrier = given
}

/** Kinds somebody without the program can fill in. */
export function isFormKind(kind: PackageKind): boolean {
  return ANSWER_KINDS[kind] !== undefined
}

export function encodeForm(context: QueryContext, content: PackageContent): Promise<AppResult<Buffer>> {
  return carrier === null
    ? Promise.resolve(fail('PACKAGE_FORM_KIND', { kind: KIND_RULES[content.head.kind].title }))
    : carrier.encode(context, content)
}

export function decodeForm(
  context: QueryContext,
  workbook: ForeignWorkbook,
  file: string,
): AppResult<PackageContent> | null {
  return carrier?.decode(context, workbook, file) ?? null
}
