import { checkTaxCode } from '../enterprises/tax-check.ts'
import { formatNumber } from '../text/format.ts'
import type { CheckRuleId } from './finding.ts'

/** What is known of one enterprise on a day. */
export interface EnterpriseToCheck {
  readonly taxCode: string | null
  readonly unit: string | null
  readonly workers: number | null
  readonly women: number | null
  readonly insured: number | null
  readonly members: number | null
  readonly hasUnion: boolean
  /** Null where no book of unions is kept. */
  readonly isRecorded: boolean | null
}

/** Figures of one enterprise against each other. */
export function checkEnterprise(
  enterprise: EnterpriseToCheck,
): readonly { readonly rule: CheckRuleId; readonly message: string }[] {
  const { taxCode, unit, workers, women, insured, members, hasUnion, isRecorded } = enterprise
  const found: { rule: CheckRuleId; message: string }[] = []
  const against = (rule: CheckRuleId, name: string, value: number | null): void => {
    if (workers === null || value === null || value <= workers) return
    found.push({ rule, message: `${name} ${formatNumber(value)}, lao động ${formatNumber(workers)}.` })
  }
  against('members-over-workers', 'Đoàn viên', members)
  against('women-over-workers', 'Lao động nữ', women)
  against('insured-over-workers', 'Đóng bảo hiểm', insured)
  if (checkTaxCode(taxCode) === 'check_failed')
    found.push({ rule: 'tax-code', message: `Mã số thuế ${taxCode ?? ''} sai số kiểm tra.` })
  if (unit === null) found.push({ rule: 'enterprise-without-unit', message: 'Chưa rõ đơn vị phụ trách.' })
  if (hasUnion && isRecorded === false)
    found.push({ rule: 'union-not-recorded', message: 'Khảo sát ghi đã có công đoàn, sổ CĐCS chưa có.' })
  return found
}
