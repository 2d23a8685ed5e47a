import { z } from 'zod'
import { normalizeText } from '../domain/text/fold.ts'
import { isIsoDate } from '../kit/dates.ts'

// Field schemas that several areas share. Their messages follow the field's word: "ngày tính đến không có trong lịch".

/** Where something begins or ends; "9999-12-31" is how other programs say that it goes on. */
export const validityDate = z.string().refine(isIsoDate, { error: 'không có trong lịch' })
export const optionalDate = validityDate.nullable().default(null)
/** A day figures are of. The union was founded in 1929; a plan to the year 9999 is a slip of the finger. */
export const isoDate = validityDate.refine((day) => day >= '1900-01-01' && day < '2200-01-01', {
  error: 'phải trong khoảng từ năm 1900 đến năm 2199',
})
/** Text of at least one visible character, stored NFC without stray spaces and control signs. */
export const filledText = z
  .string()
  .transform(normalizeText)
  .refine((text) => text.length > 0, { error: 'chưa có nội dung' })
/** The same where nothing may stand. */
export const looseText = z.string().transform(normalizeText)
/** Where a file is. Taken to the letter: a name may hold two spaces, or letters in two parts as a Mac writes them. */
export const pathText = z
  .string()
  .refine((text) => text.trim().length > 0, { error: 'chưa có nội dung' })
  .refine((text) => !text.includes('\u0000'), { error: 'không dùng được' })
export const rowIdText = z.string().min(1)
/** Codes are typed by people and stand in file names: letters, digits, dot, dash, underscore. */
export const codeText = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, {
    error: 'chỉ gồm chữ, số, dấu chấm, gạch nối, gạch dưới và không dài quá 40 chữ',
  })
/** Above any figure of a province, in people or in đồng (ten thousand tỷ); 500 units of it still add up to the last đồng. */
export const LARGEST_FIGURE = 9_999_999_999_999
/** A target, a result. */
export const figure = z.number().min(-LARGEST_FIGURE).max(LARGEST_FIGURE)
/** A count that is shared out, a bound of it. */
export const wholeNumber = z.number().max(LARGEST_FIGURE).min(0).int()
export const nothing = z.object({}).default({})
