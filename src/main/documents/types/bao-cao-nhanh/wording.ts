import type { DocumentFacts, IndicatorFact } from '#shared/domain/documents/facts.ts'
import { dataText, type Inline, line, text } from '#shared/domain/wording/parts.ts'
import { elapsedFigure, periodLabel, untilDay } from '#shared/domain/wording/period.ts'

export const TYPE_NAME = 'BÁO CÁO'
export const TYPE_CODE = 'BC'

export function subject(facts: DocumentFacts): Inline {
  return line`Nhanh kết quả phát triển đoàn viên, thành lập công đoàn cơ sở ${periodLabel(facts.plan)}`
}

export function opening(facts: DocumentFacts): Inline {
  const lead = line`${facts.scope.body} ${facts.scope.organisation} báo cáo nhanh kết quả thực hiện ${untilDay(facts.asOf)}`
  if (facts.asOf >= facts.plan.to) return [...lead, text(':')]
  return [...lead, ...line` (đã qua ${elapsedFigure(facts.plan, facts.asOf)} thời gian của kế hoạch):`]
}

/** "Kết nạp mới đoàn viên công đoàn: " before who leads and who is late. */
export function lead(indicator: IndicatorFact): Inline {
  return [dataText(indicator.name), text(': ')]
}

/** Where nothing stands below the table. */
export function closing(facts: DocumentFacts): Inline {
  return line`Trên đây là báo cáo nhanh kết quả thực hiện ${untilDay(facts.asOf)} của ${facts.scope.organisation}`
}
