import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { OfficialDocument, Section } from '#shared/domain/documents/tree.ts'
import { unitCount } from '#shared/domain/wording/unit-lists.ts'
import { commendationTable, commended } from '../../pieces/commendation.ts'
import { annexReference } from '../../pieces/office.ts'
import { tellingOf } from '../../pieces/telling.ts'
import { ANNEX } from '../../pieces/wording.ts'
import { decision } from '../../pieces/official.ts'
import * as words from './wording.ts'

/** Quyết định khen thưởng with the list of the commended as its annex. */
export function composeQuyetDinhKhenThuong(facts: DocumentFacts): OfficialDocument {
  const units = commended(facts)
  const subject = words.subject(facts)
  const count = unitCount(units.length, 'units commended', tellingOf(facts))
  return decision(facts, {
    type: 'quyet-dinh-khen-thuong',
    words,
    subject,
    keywords: ['quyết định', 'khen thưởng', 'phát triển đoàn viên', facts.plan.code],
    authority: words.authority(facts),
    grounds: words.grounds(facts),
    articles: [
      units.length === 0 ? words.rewardedNobody(facts) : words.rewarded(facts, count),
      words.MONEY,
      words.executed(facts),
    ],
    annexes: units.length === 0 ? [] : [list(facts)],
  })
}

function list(facts: DocumentFacts): Section {
  return {
    id: 'danh-sach',
    orientation: 'portrait',
    blocks: [
      {
        kind: 'annex-title',
        label: ANNEX.label,
        title: [words.ANNEX_TITLE],
        reference: annexReference(facts, 'Quyết định', words.TYPE_CODE),
      },
      ...commendationTable(facts, commended(facts), words.FORM),
    ],
  }
}
