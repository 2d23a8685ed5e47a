import { z } from 'zod'
import { isIsoDate } from '../kit/dates.ts'
import { defineCommand, defineQuery } from './core.ts'
import { filledText, looseText, nothing, optionalDate, rowIdText } from './fields.ts'

const newRow = z.string().nullable().default(null)
const dated = { validFrom: optionalDate, validTo: optionalDate }

export const letterheadRow = z.object({
  id: newRow,
  superiorLines: z.array(looseText),
  issuerLines: z.array(looseText).min(1),
  /** What stands after the type code in "Số:       /KH-LĐLĐ". */
  codeSuffix: filledText,
  /** Địa danh before the date of a document. */
  place: filledText,
  ...dated,
})
export const signerRow = z.object({
  id: newRow,
  fullName: filledText,
  /** "TM. BAN THƯỜNG VỤ"; a deputy of a collective signs without KT. (domain: documents). */
  authority: looseText,
  position: filledText,
  ...dated,
})
/** A line of Nơi nhận, or a Căn cứ; `documentType` '' means every type. */
export const documentLineRow = z.object({
  id: newRow,
  documentType: z.string().default(''),
  text: filledText,
  sortOrder: z.number().int(),
  ...dated,
})
export type LetterheadRow = z.output<typeof letterheadRow>
export type DocumentLineRow = z.output<typeof documentLineRow>

/** Settings that are one value each. Keys are stable; the window names them in its own words. */
export const settingsValues = z.object({
  /** "tỉnh Hải An", "thành phố …": as it stands in running text. */
  area: looseText,
  /** "Tỉnh ủy" or "Thành ủy". */
  partyCommittee: looseText,
  /** First day of the reporting year, MM-DD: "01-01" or "12-01". */
  yearStart: z
    .string()
    .refine((day) => isIsoDate(`2023-${day}`), { error: 'phải là một ngày năm nào cũng có, ví dụ 01-01' }),
  /** Numbers of the union's documents count on within each type, or through all types: the house's own practice. */
  registerSeries: z.enum(['type', 'one']),
  /** First day of the term of the Party committee, from which its numbers count anew; '' where it is not known. */
  partyTermFrom: z.string().refine((day) => day === '' || isIsoDate(day), { error: 'phải là một ngày' }),
  /** Whom the history names; asked once per site. */
  userName: looseText,
})
export type SettingsValues = z.output<typeof settingsValues>

export const settingsContract = {
  'settings.get': defineQuery(
    nothing,
    z.object({
      root: z.object({ code: z.string(), name: z.string() }),
      values: settingsValues,
      letterheads: z.array(letterheadRow),
      signers: z.array(signerRow),
      recipients: z.array(documentLineRow),
      legalBases: z.array(documentLineRow),
    }),
  ),
  'settings.set': defineCommand(settingsValues.partial(), settingsValues, ['settings']),
  'letterheads.save': defineCommand(letterheadRow, letterheadRow, ['settings']),
  'letterheads.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['settings']),
  'signers.save': defineCommand(signerRow, signerRow, ['settings']),
  'signers.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['settings']),
  'recipients.save': defineCommand(documentLineRow, documentLineRow, ['settings']),
  'recipients.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['settings']),
  'legalBases.save': defineCommand(documentLineRow, documentLineRow, ['settings']),
  'legalBases.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['settings']),
}
