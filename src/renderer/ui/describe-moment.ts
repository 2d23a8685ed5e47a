import { formatDatePadded } from '#shared/domain/text/format.ts'

/** A moment as the office's clock shows it: "10:32 21/11/2024". */
export function describeMoment(iso: string): string {
  const at = new Date(iso)
  const pad = (value: number): string => String(value).padStart(2, '0')
  const day = formatDatePadded(`${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`)
  return `${at.getHours()}:${pad(at.getMinutes())} ${day}`
}
