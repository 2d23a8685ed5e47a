import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { periodLabel } from '#shared/domain/wording/period.ts'
import { targetAnnexSections } from '../../pieces/target-annex.ts'
import { TITLE } from './wording.ts'

/** The annex by itself, to be put behind a plan already written elsewhere. */
export function composePhuLucChiTieu(facts: DocumentFacts): OfficialDocument {
  return {
    type: 'phu-luc-chi-tieu',
    title: `${TITLE} ${inlineText(periodLabel(facts.plan))}`,
    issuer: facts.scope.organisation,
    keywords: ['phụ lục', 'giao chỉ tiêu', 'phát triển đoàn viên', facts.plan.code],
    sections: targetAnnexSections(facts),
  }
}
