import { parsePeriodCode, type ReportingPeriod } from '#shared/domain/report-files/calendar.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from './command.ts'

/**
 * The period a code names ("2025-6T") in the calendar that holds for it: the row of its kind in force on its last day,
 * else the office's reporting year. Null for what is no code.
 */
export async function readPeriodCode(
  backend: Parameters<Command['run']>[0],
  code: string,
): Promise<AppResult<ReportingPeriod | null>> {
  const settings = await backend.call('settings.get', {})
  if (!settings.ok) return settings
  const calendar = await backend.call('calendar.list', {})
  if (!calendar.ok) return calendar
  const ofRow = calendar.value.usual
    ? []
    : calendar.value.rows.flatMap(({ kind, yearStart, validFrom, validTo }) => {
        const period = parsePeriodCode(code, yearStart)
        const holds =
          period?.kind === kind &&
          (validFrom === null || validFrom <= period.to) &&
          (validTo === null || period.to <= validTo)
        return holds ? [period] : []
      })
  const { yearStart } = settings.value.values
  return ok(ofRow[0] ?? parsePeriodCode(code, isIsoDate(`2023-${yearStart}`) ? yearStart : '01-01'))
}
