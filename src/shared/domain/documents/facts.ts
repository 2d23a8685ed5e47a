import type { IsoDate } from '../../kit/dates.ts'
import type { Amount } from '../results/amount.ts'
import type { ImpliedTarget } from '../results/implied-target.ts'
import type { SpokenIndicator } from '../wording/indicator-words.ts'
import type { IssuerFact } from './issuer.ts'
import type { OrganisationFact } from './organisation-facts.ts'
import type { PhaseResultFact, UnrankedFact } from './phase-results.ts'

/**
 * Everything a document is composed from, gathered before composing begins. Composing reads these facts and
 * nothing else: no database, no clock, no file. Sums, percents and ranks are in them already.
 */
export interface DocumentFacts {
  readonly plan: PlanFact
  /** Figures are as of the end of this day. */
  readonly asOf: IsoDate
  /** The day by which letterhead, signer, legal bases, recipients and kinds of units were picked. */
  readonly documentDate: IsoDate
  readonly office: OfficeFact
  readonly scope: ScopeFact
  readonly indicators: readonly IndicatorFact[]
  readonly assigners: readonly AssignerFact[]
  /** The issuing unit's own figures. */
  readonly own: readonly Measure[]
  /** Its direct children valid on the day, by kind of unit, in official order. */
  readonly groups: readonly GroupFact[]
  /** Σ over those children, as TỔNG CỘNG prints it. */
  readonly total: readonly Measure[]
  readonly previous: PreviousFact | null
  readonly registry: RegistryFact | null
  /** Campaigns and phases inside the plan, by date. */
  readonly phases: readonly PhaseFact[]
  /** Year plans inside a term, by date, with the issuing unit's targets. */
  readonly years: readonly PhaseFact[]
  /** The reporting period a periodic report speaks of; null for every other document. */
  readonly period: PeriodFact | null
  /** Rows some types list beside figures; empty for every other type. */
  readonly lists: ListFacts
  /** What came of each phase of a campaign; left out: the document does not tell it. */
  readonly phaseResults?: readonly PhaseResultFact[]
  /** Units the office left out of the plan's ranking; left out: the document does not rank. */
  readonly unranked?: readonly UnrankedFact[]
  /** Code of the phase these facts are narrowed to, see `asPhase`; left out: those of the plan. */
  readonly withinPhase?: string
  /** Committees, charges, commendations; left out: the document does not speak of them. */
  readonly organisation?: OrganisationFact
  /** How the issuing unit's results grew, for a chart; left out: the document draws none. */
  readonly curves?: readonly CurveFact[]
  readonly legalBases: readonly string[]
  readonly recipients: readonly string[]
  /** Another body than the union decides, on a draft of the union; left out: the union itself. */
  readonly issuer?: IssuerFact
  /** Set where only one unit's rows of the document are printed, to be handed to it. */
  readonly extractOf?: UnitFact
}

export interface PlanFact {
  readonly code: string
  readonly kind: 'term' | 'year' | 'campaign' | 'phase'
  readonly name: string
  readonly from: IsoDate
  readonly to: IsoDate
}

export interface OfficeFact {
  readonly superiorLines: readonly string[]
  readonly issuerLines: readonly string[]
  /** What stands after the type code: "LĐLĐ" in "/KH-LĐLĐ". */
  readonly codeSuffix: string
  readonly place: string
  /** Null when nobody may sign on the document's day. */
  readonly signer: SignerFact | null
  /** Who has signed for it on other days, where nobody may on the document's day; left out: not looked for. */
  readonly otherSigners?: readonly SignerTerm[]
  /** The office above it, for documents both sign; '' and null where there is none in the data. */
  readonly superiorName: string
  readonly superiorSigner: SignerFact | null
  /** False when no letterhead is entered for the day and one was made from the unit's name. */
  readonly hasLetterhead: boolean
  /** "Tỉnh ủy" or "Thành ủy" with its place: "Tỉnh ủy Hải An". */
  readonly partyCommittee: string
}

/** Days somebody may sign; null: without end. */
export interface SignerTerm {
  readonly fullName: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

export interface SignerFact {
  readonly fullName: string
  readonly authority: string
  readonly position: string
}

export interface UnitFact {
  readonly code: string
  readonly name: string
  readonly shortName: string
}

/** The unit a document speaks for, in the words it is spoken of. */
export interface ScopeFact {
  readonly unit: UnitFact
  /** "Liên đoàn Lao động tỉnh Hải An" */
  readonly organisation: string
  /** "LĐLĐ tỉnh" */
  readonly short: string
  /** "toàn tỉnh", "toàn quận", "toàn ngành" */
  readonly whole: string
  /** "trên địa bàn tỉnh Hải An"; for a sector union "trong ngành" */
  readonly within: string
  /** Who speaks for it: "Ban Thường vụ"; of a grassroots union "Ban Chấp hành" */
  readonly body: string
  /** Whom it reports to in the union: "Tổng Liên đoàn Lao động Việt Nam" or the unit above. */
  readonly superior: string
  readonly isProvince: boolean
}

export interface GroupFact {
  /** Code of the unit type. */
  readonly code: string
  /** "Liên đoàn Lao động huyện, thị xã, thành phố" */
  readonly title: string
  readonly units: readonly UnitMeasures[]
  readonly measures: readonly Measure[]
}

export interface UnitMeasures {
  readonly unit: UnitFact
  /** False when nothing was reported for the plan's period by the day asked for. */
  readonly hasReport: boolean
  readonly measures: readonly Measure[]
  readonly registry: RegistryCounts | null
  readonly previous: readonly Measure[]
  /** What the clerk noted at its targets, for the annex's column "Ghi chú"; left out: nothing. */
  readonly notes?: readonly TargetNote[]
}

export interface TargetNote {
  readonly indicator: string
  readonly assigner: string
  readonly text: string
}

/** As the sentences need to know it. */
export type IndicatorFact = SpokenIndicator

export interface AssignerFact {
  readonly code: string
  readonly name: string
  /** For narrow columns: "TLĐ", "BCH LĐLĐ tỉnh". */
  readonly shortName: string
}

export type TargetKind = 'assigned' | 'striving' | 'registered' | 'pledged'

/** Target and result of one unit (or group, or total) for one indicator and one assigner. */
export interface Measure {
  /** Code of the unit, code of the group's unit type, or "TOTAL". */
  readonly unit: string
  readonly indicator: string
  /** Null for a result nobody set a target for. */
  readonly assigner: string | null
  /** Of a phase's target: counted from the start of the year, not from the phase's first day; left out: not asked. */
  readonly isCumulative?: boolean
  readonly kind: TargetKind | null
  /** Null without a target, or where it is known that there is one but not its number. */
  readonly target: number | null
  /** Null where nothing was reported. */
  readonly result: Amount | null
  readonly percent: number | null
  readonly exceeded: number | null
  readonly remaining: number | null
  readonly rank: number | null
  /** Of a group or the total: what units without a target did, left out of `result`. */
  readonly resultWithoutTarget: number | null
  /** Percent the unit itself stated in its report, kept beside ours. */
  readonly statedPercent: number | null
  /** Targets a stated percent implies where none is known; "suy ra", never used as a target. */
  readonly implied: ImpliedTarget | null
}

export interface PreviousFact {
  /** "2023" or the name of the earlier period. */
  readonly label: string
  readonly asOf: IsoDate
  readonly own: readonly Measure[]
}

/** What the survey knows of enterprises, newest observation of each not later than the day. */
export interface RegistryFact {
  readonly surveyedOn: IsoDate
  readonly counts: RegistryCounts
}

export interface RegistryCounts {
  readonly enterprises: number
  readonly workers: number
  readonly members: number
  readonly nonMembers: number
  readonly withUnion: number
  /** N the two counts below use. */
  readonly threshold: number
  readonly atLeast: number
  readonly atLeastWithoutUnion: number
}

export interface ListFacts {
  /** Enterprises of the issuing unit and everything below it, by name. */
  readonly enterprises: readonly EnterpriseFact[]
  /** People in office in the issuing unit and below on the day, by given name. */
  readonly people: readonly PersonFact[]
  readonly union: UnionFact | null
}

export const NO_LISTS: ListFacts = { enterprises: [], people: [], union: null }

export interface EnterpriseFact {
  readonly id: string
  readonly name: string
  readonly taxCode: string | null
  readonly address: string | null
  readonly industry: string | null
  /** Code of the direct child of the issuing unit it belongs to; null where it is placed in none. */
  readonly unit: string | null
  readonly workers: number
  readonly members: number
  readonly hasUnion: boolean
  readonly difficulty: string | null
  readonly isDifficult: boolean
  readonly officer: PersonFact | null
  readonly surveyedOn: IsoDate
}

export interface PersonFact {
  readonly fullName: string
  readonly position: string
  /** Name of the unit, short; null for people of no unit. */
  readonly unit: string | null
  /** Belongs to the issuing unit itself. */
  readonly isOwn: boolean
}

export interface UnionFact {
  readonly id: string
  readonly name: string
  /** The unit that manages it. */
  readonly unit: string | null
  readonly enterprise: string | null
  readonly foundedOn: IsoDate | null
  readonly decisionOn: IsoDate | null
  readonly members: number | null
  readonly chair: string | null
  readonly endedOn: IsoDate | null
}

export const REPORT_PERIODS = ['week', 'month', 'quarter', 'half', 'nine', 'year'] as const
export type ReportPeriod = (typeof REPORT_PERIODS)[number]

/** What was done from one day to another, beside the cumulative figures of the same report. */
export interface PeriodFact {
  readonly kind: ReportPeriod
  readonly from: IsoDate
  readonly to: IsoDate
  /** Results inside the period of flows and losses; by unit code, the issuing unit among them. */
  readonly within: ReadonlyMap<string, readonly Measure[]>
  /** Cumulative results of the issuing unit on the same day a year before; empty where nothing is known. */
  readonly yearBefore: readonly Measure[]
}

/** Cumulative results of the issuing unit by days, the last of them the document's own. */
export interface CurveFact {
  readonly indicator: string
  readonly now: readonly CurvePoint[]
  /** The same days of the year before; empty where the plan has no year before. */
  readonly before: readonly CurvePoint[]
}

export interface CurvePoint {
  readonly day: IsoDate
  /** Null where nothing was reported by that day. */
  readonly value: number | null
}

export interface PhaseFact {
  readonly code: string
  readonly name: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly targets: readonly Measure[]
}

/** The measure of a list for one indicator and, if given, one assigner. */
export function findMeasure(
  measures: readonly Measure[],
  indicator: string,
  assigner?: string | null,
): Measure | undefined {
  return measures.find(
    (measure) => measure.indicator === indicator && (assigner === undefined || measure.assigner === assigner),
  )
}

export function allUnits(facts: Pick<DocumentFacts, 'groups'>): UnitMeasures[] {
  return facts.groups.flatMap((group) => group.units)
}
