import { foldText } from '../text/fold.ts'
import { describeScope } from '../wording/scope.ts'
import type { DocumentFacts, OfficeFact } from './facts.ts'

/**
 * A body outside the union that signs what the union drafts: the Party committee or the people's committee that founds
 * a steering committee. The union asks for it in a tờ trình.
 */
export interface IssuerFact {
  readonly kind: 'party' | 'government'
  /** Who decides: "Ban Thường vụ Tỉnh ủy Hải Sơn", "Ủy ban nhân dân tỉnh Hải Sơn". */
  readonly organ: string
  /** Whose office and departments carry it out: "Tỉnh ủy Hải Sơn". */
  readonly office: string
}

/** Who speaks in a document: "Ban Thường vụ Liên đoàn Lao động tỉnh Hải Sơn" unless another body issues it. */
export function organOf(facts: Pick<DocumentFacts, 'issuer' | 'scope'>): string {
  return facts.issuer?.organ ?? `${facts.scope.body} ${facts.scope.organisation}`
}

/**
 * The same facts spoken by the union's own Party committee, for a document in the Party's form: its heading, its code
 * ("-BC/ĐU"), its secretary, whose name its office fills in; it reports to the Party committee of the place.
 */
export function asOwnPartyCommittee(facts: DocumentFacts): DocumentFacts {
  const { scope, office } = facts
  const organisation = `Đảng ủy ${scope.organisation}`
  const { territory } = describeScope(scope.organisation)
  return {
    ...facts,
    scope: {
      ...scope,
      organisation,
      superior: scope.isProvince ? `Ban Thường vụ ${office.partyCommittee}` : scope.superior,
    },
    office: {
      ...partyOffice(office),
      superiorLines: [capitals(`Đảng bộ ${territory === '' ? office.place : territory}`)],
      issuerLines: [capitals(organisation)],
      codeSuffix: 'ĐU',
    },
  }
}

/** The same facts, decided by the body that founds a committee instead of the union. */
export function asFoundedBy(facts: DocumentFacts, kind: IssuerFact['kind']): DocumentFacts {
  const issuer = founderOf(facts, kind)
  const { office } = facts
  if (kind === 'government')
    return {
      ...facts,
      issuer,
      recipients: withArchive(facts.recipients, 'Lưu: VT'),
      office: {
        ...office,
        superiorLines: [],
        issuerLines: [capitals('Ủy ban nhân dân'), capitals(issuer.office.replace(/^Ủy ban nhân dân\s+/iu, ''))],
        codeSuffix: 'UBND',
        signer: { fullName: '', authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH' },
        hasLetterhead: true,
      },
    }
  return {
    ...facts,
    issuer,
    legalBases: [PARTY_STATUTE, ...facts.legalBases],
    office: {
      ...partyOffice(office),
      superiorLines: facts.scope.isProvince ? [] : [capitals(`Đảng bộ ${office.place}`)],
      issuerLines: [capitals(issuer.office)],
      codeSuffix: partyCodeOf(issuer.office),
    },
  }
}

const PARTY_STATUTE = 'Điều lệ Đảng Cộng sản Việt Nam'

/** Its secretary signs for the standing committee; who that is, is not the union's to know. */
function partyOffice(office: OfficeFact): OfficeFact {
  return {
    ...office,
    signer: { fullName: '', authority: 'TM. BAN THƯỜNG VỤ', position: 'BÍ THƯ' },
    hasLetterhead: true,
  }
}

/**
 * The founder by the name the clerk wrote down ("UBND quận Hà Đông", "Ban Thường vụ Quận ủy Hà Đông"); where he wrote
 * none, or only its kind, that of the issuing unit's territory.
 */
export function founderOf(facts: DocumentFacts, kind: IssuerFact['kind']): IssuerFact {
  const committee = facts.organisation?.committee ?? null
  const written = committee?.issuerKind === kind ? (committee.issuer ?? '').replace(/\s+/gu, ' ').trim() : ''
  if (kind === 'government') {
    const named = written.replace(/^(UBND|Uỷ ban nhân dân)(?=\s|$)/iu, 'Ủy ban nhân dân')
    const { territory } = describeScope(facts.scope.organisation)
    const usual = `Ủy ban nhân dân ${territory === '' ? facts.office.place : territory}`
    const office = /^Ủy ban nhân dân \S/iu.test(named) ? named : usual
    return { kind, organ: office, office }
  }
  const named = written.replace(/^(Ban Thường vụ|BTV|Thường trực|Ban Chấp hành|BCH)\s+/iu, '')
  const office = named.split(' ').length > 2 ? named : facts.office.partyCommittee.trim()
  return { kind, organ: `Ban Thường vụ ${office}`, office }
}

/** TU for a province or a city under the centre, HU, QU, ThU below it, ĐU for every other committee. */
function partyCodeOf(committee: string): string {
  const folded = foldText(committee)
  if (/^(tinh|thanh) uy/u.test(folded)) return 'TU'
  if (folded.startsWith('huyen uy')) return 'HU'
  if (folded.startsWith('quan uy')) return 'QU'
  return folded.startsWith('thi uy') ? 'ThU' : 'ĐU'
}

function withArchive(recipients: readonly string[], archive: string): readonly string[] {
  return [...recipients.filter((line) => !foldText(line).startsWith('luu')), archive]
}

function capitals(line: string): string {
  return line.toLocaleUpperCase('vi')
}
