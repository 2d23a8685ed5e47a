import { z } from 'zod'
import { isIsoDate } from '../kit/dates.ts'

// Field schemas that several areas share.

export const isoDate = z.string().refine(isIsoDate, { error: 'ngày không có trong lịch' })
export const optionalDate = isoDate.nullable().default(null)
/** Text of at least one visible character, stored NFC without stray spaces. */
export const filledText = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .refine((text) => text.length > 0, { error: 'chưa có nội dung' })
export const rowIdText = z.string().min(1)
/** Codes are typed by people and stand in file names: letters, digits, dot, dash, underscore. */
export const codeText = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, { error: 'mã chỉ gồm chữ, số, dấu chấm, gạch nối, gạch dưới' })
export const nothing = z.object({}).default({})
