import type { IsoDate } from '../../kit/dates.ts'
import { decimalDigits } from './write-decimal.ts'

/** 10800 → "10.800"; -1234 → "-1.234". Counts are integers; a fraction is kept with a comma: 83.5 → "83,5". */
export function formatNumber(value: number): string {
  const digits = decimalDigits(Math.abs(value))
  const point = digits.indexOf('.')
  const whole = point < 0 ? digits : digits.slice(0, point)
  const fraction = point < 0 ? undefined : digits.slice(point + 1)
  const grouped = whole.length <= 3 ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return (value < 0 ? '-' : '') + grouped + (fraction === undefined ? '' : `,${fraction}`)
}

/** Counts in running text: below ten with a leading zero, as offices print ("09 CĐCS"); 0 stays "0". */
export function formatCountInProse(value: number): string {
  return Number.isInteger(value) && value > 0 && value < 10 ? `0${value}` : formatNumber(value)
}

/** A percent already rounded to one decimal: 65.7 → "65,7%", 80 → "80%" (no ",0", no space). */
export function formatPercent(percent: number): string {
  return `${formatNumber(percent)}%`
}

/** "2024-06-30" → "30/6/2024", the form used in prose. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)}/${Number(month)}/${year}`
}

/** Number of digits fixed, for table columns: "2024-06-05" → "05/06/2024". */
export function formatDatePadded(date: IsoDate): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

/**
 * The date of a document: days below 10 and months 1 and 2 take a leading zero, other months do not
 * (NĐ 30/2020, Phụ lục I, mục II.4). "2019-06-29" → "ngày 29 tháng 6 năm 2019".
 */
export function formatDateOfficial(date: IsoDate): string {
  const [year, month = '', day = ''] = date.split('-')
  const monthText = Number(month) <= 2 ? month : String(Number(month))
  return `ngày ${day} tháng ${monthText} năm ${year}`
}
