import { isIsoDate, makeIsoDate } from '../../kit/dates.ts'
import { foldText } from '../text/fold.ts'
import { toRoman } from '../text/roman.ts'
import { dateSeries } from './fill-dates.ts'
import { readListWord } from './fill-lists.ts'
import type { Series } from './fill-numbers.ts'

/** A text read as one of a row of texts: its place in it and how any other place is written. */
export interface ReadWord {
  /** Texts of one series agree in it: what stands around the number. */
  readonly key: string
  readonly index: number
  /** Begins again after so many; null goes on for ever. */
  readonly cycle: number | null
  readonly write: (index: number) => string
  /** False: one such text alone is no series ("C" may be a letter). */
  readonly alone?: boolean
}

type WordReader = (text: string) => ReadWord | null

/** The more special first: "Quý IV/2024" also ends in a number. */
const READERS: readonly WordReader[] = [
  readListWord,
  readPeriod,
  readTerm,
  readRoman,
  readEndingNumber,
  readLeadingNumber,
]

/** Series of texts; null when they are none and are to be repeated. */
export function wordSeries(given: readonly string[]): Series | null {
  const texts = given.map((text) => text.normalize('NFC').trim())
  const days = daysOf(texts)
  if (days !== null) return days
  for (const read of READERS) {
    const words = texts.map(read)
    const series = words.every((word) => word !== null) ? seriesOf(words) : null
    if (series !== null) return series
    if (read === readPeriod) {
      const numbered = numberedInYear(texts)
      if (numbered !== null) return numbered
    }
  }
  return null
}

function seriesOf(words: readonly ReadWord[]): Series | null {
  const [first, second] = words
  if (first === undefined || words.some(({ key }) => key !== first.key)) return null
  if (second === undefined) return first.alone === false ? null : (place) => writeAt(first, first.index + place)
  const step = wrap(second.index - first.index, first.cycle)
  // The same text over and over is no series.
  if (step === 0) return null
  const isEven = words.every(({ index }, at) => wrap(index - first.index - step * at, first.cycle) === 0)
  return isEven ? (place) => writeAt(first, first.index + step * place) : null
}

function writeAt({ write, cycle }: ReadWord, index: number): string {
  return write(wrap(index, cycle))
}

function wrap(index: number, cycle: number | null): number {
  return cycle === null ? index : ((index % cycle) + cycle) % cycle
}

/** How many a year has of them. */
const PER_YEAR: Readonly<Record<string, number>> = { quy: 4, q: 4, thang: 12, t: 12, 'hoc ky': 2, '': 12 }
const PERIOD = /^(.*?)(quý|q|tháng|t|học kỳ|học kì)?( *)([IVX]+|\d{1,2})(?:( *[/-] *| năm )(\d{4}))?$/iu

/** "Quý I", "Quý 4/2024", "Báo cáo tháng 12 năm 2024", "T1", "12/2024". */
function readPeriod(text: string): ReadWord | null {
  const match = PERIOD.exec(text)
  if (match === null) return null
  const [, lead = '', word = '', space = '', number = '', between = '', year] = match
  // "Nhà máy q 1" is one, "Bát1" is not; without a word only month and year are a period.
  if (lead !== '' && (!lead.endsWith(' ') || word === '')) return null
  if (word === '' && (year === undefined || !between.includes('/'))) return null
  if (/^[qt]$/i.test(word) ? space !== '' || lead !== '' : word !== '' && space === '') return null
  const cycle = PER_YEAR[foldText(word).replace('hoc ki', 'hoc ky')]
  const place = placeOf(number)
  if (cycle === undefined || place === null || place < 1 || place > cycle) return null
  const writeNumber = numberWriter(number)
  const around = `${lead}${word}${space}`
  const key = `${foldText(around)}|${foldText(between)}|${/\d/.test(number) ? '1' : 'I'}|${year === undefined}`
  if (year === undefined)
    return { key, index: place - 1, cycle, write: (index) => `${around}${writeNumber(index + 1)}` }
  return {
    key,
    index: Number(year) * cycle + place - 1,
    cycle: null,
    write: (index) =>
      `${around}${writeNumber(wrap(index, cycle) + 1)}${between}${String(Math.floor(index / cycle)).padStart(4, '0')}`,
  }
}

const NUMBERED = /^(\D*\p{L}[\s.:-]*)(\d{1,3})( *[/-] *| năm )(\d{4})$/u

/**
 * "Đợt 1/2024", "Kỳ 2 năm 2024": how many a year has of them is not known from the word. Alone they count on in
 * their year; where given ones pass into another year, they tell it: Kỳ 2/2024, Kỳ 1/2025 → Kỳ 2/2025.
 */
function numberedInYear(texts: readonly string[]): Series | null {
  const read = texts.map((text) => NUMBERED.exec(text))
  const [first] = read
  if (first === null || first === undefined) return null
  const [, lead = '', firstNumber = '', between = ''] = first
  const numbers: number[] = []
  const years: number[] = []
  for (const match of read) {
    if (match === null || foldText(match[1] ?? '') !== foldText(lead) || match[3] !== between) return null
    numbers.push(Number(match[2]))
    years.push(Number(match[4]))
  }
  const writeNumber = numberWriter(firstNumber)
  const isOneYear = years.every((year) => year === years[0])
  const most = Math.max(...numbers)
  if (numbers.includes(0)) return null
  const cycles = isOneYear ? [null] : Array.from({ length: 12 }, (_, more) => most + more)
  for (const cycle of cycles) {
    const indices = numbers.map((number, at) => (cycle === null ? number : (years[at] ?? 0) * cycle + number - 1))
    const step = indices.length === 1 ? 1 : (indices[1] ?? 0) - (indices[0] ?? 0)
    if (step === 0 || indices.some((index, at) => index !== (indices[0] ?? 0) + step * at)) continue
    const start = indices[0] ?? 0
    return (place) => {
      const index = start + step * place
      const number = cycle === null ? Math.abs(index) : wrap(index, cycle) + 1
      const year = cycle === null ? (years[0] ?? 0) : Math.floor(index / cycle)
      return `${lead}${writeNumber(number)}${between}${String(year).padStart(4, '0')}`
    }
  }
  return null
}

/** Terms join end to end: "Nhiệm kỳ 2023-2028" → "Nhiệm kỳ 2028-2033"; years of schools: 2024-2025 → 2025-2026. */
function readTerm(text: string): ReadWord | null {
  const match = /^(.*?)(\d{4})( *[-–—] *)(\d{4})$/u.exec(text)
  if (match === null) return null
  const [, lead = '', from = '', dash = ''] = match
  const years = Number(match[4]) - Number(from)
  if (years < 1 || years > 10 || /\d$/.test(lead)) return null
  // Counted in terms, so that the next one begins where this one ends.
  const start = Number(from)
  return {
    key: `${foldText(lead)}|${dash}|${years}|${start % years}`,
    index: Math.floor(start / years),
    cycle: null,
    write: (index) => {
      const begin = index * years + (start % years)
      return `${lead}${begin}${dash}${begin + years}`
    },
  }
}

/** Words that count their parts by Roman numbers, so that one of them alone goes on. */
const ROMAN_WORDS =
  /(?:^|\s)(?:quy|phan|chuong|muc|ky|dot|khoa|nhiem ky|loai|hang|cap|nhom|vung|giai doan|bac|phu luc|bieu|dai hoi|tap|quyen)\s$/

/** "II", "Phần IV", "Đại hội XII". Alone without such a word only I, V and X: "C" is a letter. */
function readRoman(text: string): ReadWord | null {
  const match = /^(.*?)([IVXLC]+)$/u.exec(text)
  if (match === null) return null
  const [, lead = '', roman = ''] = match
  const place = placeOf(roman)
  if (place === null || (lead !== '' && !lead.endsWith(' '))) return null
  const known = lead === '' ? /^[IVX]+$/.test(roman) : ROMAN_WORDS.test(`${foldText(lead)} `)
  return {
    key: foldText(lead),
    index: place,
    cycle: null,
    alone: known,
    // There is no Roman nought: upwards from I it stays empty.
    write: (index) => (index < 1 || index > 399 ? '' : `${lead}${toRoman(index)}`),
  }
}

/** "Công ty 1" → "Công ty 2", "HD-099" → "HD-100", "007" → "008". Below nought as in Excel: 1, 0, 1. */
function readEndingNumber(text: string): ReadWord | null {
  const match = /^(.*?)(\d{1,15})$/u.exec(text)
  if (match === null || /\d$/.test(match[1] ?? '')) return null
  const [, lead = '', digits = ''] = match
  return {
    key: foldText(lead),
    index: Number(digits),
    cycle: null,
    write: (index) => `${lead}${numberWriter(digits)(Math.abs(index))}`,
  }
}

/** "9 tháng" → "10 tháng". */
function readLeadingNumber(text: string): ReadWord | null {
  const match = /^(\d{1,9})( \D+)$/u.exec(text)
  if (match === null) return null
  const [, digits = '', rest = ''] = match
  return {
    key: foldText(rest),
    index: Number(digits),
    cycle: null,
    write: (index) => `${numberWriter(digits)(Math.abs(index))}${rest}`,
  }
}

/** Days kept as text: "30/6/2024" → "1/7/2024"; with the zeros of the first. */
function daysOf(texts: readonly string[]): Series | null {
  const days = texts.map((text) => {
    const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
    return match === null ? null : makeIsoDate(Number(match[3]), Number(match[2]), Number(match[1]))
  })
  if (!days.every((day) => day !== null && isIsoDate(day))) return null
  const padded = texts.some((text) => /^0|\/0/.test(text)) || texts.every((text) => text.length === 10)
  const series = dateSeries(days.filter((day) => day !== null))
  return (place) => {
    const [year, month = '', day = ''] = series(place).split('-')
    return padded ? `${day}/${month}/${year}` : `${Number(day)}/${Number(month)}/${year}`
  }
}

/** 4 of "4" and "IV"; null for what is no Roman number as it is written ("IIX"). */
function placeOf(number: string): number | null {
  if (/^\d+$/.test(number)) return Number(number)
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
  const signs = [...number.toUpperCase()].map((sign) => values[sign] ?? 0)
  const value = signs.reduce((sum, sign, at) => sum + (sign < (signs[at + 1] ?? 0) ? -sign : sign), 0)
  return value > 0 && toRoman(value) === number.toUpperCase() ? value : null
}

/** Writes numbers as this one is written: Roman, or with as many zeros before. */
function numberWriter(sample: string): (number: number) => string {
  if (!/^\d/.test(sample)) return sample === sample.toLowerCase() ? (number) => toRoman(number).toLowerCase() : toRoman
  const width = sample.startsWith('0') ? sample.length : 0
  return (number) => String(number).padStart(width, '0')
}
