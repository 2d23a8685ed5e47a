import { formatDatePadded } from '#shared/domain/text/format.ts'
import { settingsText } from '#renderer/text/settings.ts'

interface Dated {
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** "01/07/2025 – nay", "không thời hạn": when a row of the settings applies. */
export function describeDates({ validFrom, validTo }: Dated): string {
  if (validFrom === null && validTo === null) return settingsText.always
  const from = validFrom === null ? '…' : formatDatePadded(validFrom)
  return `${from} – ${validTo === null ? settingsText.forever : formatDatePadded(validTo)}`
}
