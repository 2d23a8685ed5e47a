/** What stands in the way of a document, listed before anything is made. */
export interface DocumentProblem {
  readonly code: ProblemCode
  /** error = it is not made; warning = it is made, and this is said. */
  readonly severity: 'error' | 'warning'
  /** A whole sentence with what to do. */
  readonly message: string
  /** The screen where it is mended. */
  readonly mend: MendScreen
  /** What that screen is to show first: the code of a unit, a section of the settings, a draft's section. */
  readonly focus?: string | null
  /** The rows it is about, each with what the screen is to show of it; left out: none by name. */
  readonly rows?: ProblemRow[]
}

export interface ProblemRow {
  readonly name: string
  readonly focus: string
}

export type MendScreen = 'settings' | 'targets' | 'results' | 'units' | 'enterprises' | 'unions' | 'documents'

export type ProblemCode =
  | 'TARGETS_MISSING'
  | 'UNIT_TARGETS_MISSING'
  | 'UNIT_TARGETS_BLANK'
  | 'PLEDGE_MISSING'
  | 'PLEDGE_WITHOUT_NUMBER'
  | 'LETTERHEAD_MISSING'
  | 'SIGNER_MISSING'
  | 'SIGNER_TERM'
  | 'RECIPIENTS_MISSING'
  | 'LEGAL_BASES_MISSING'
  | 'RESULTS_MISSING'
  | 'RESULTS_PARTLY'
  | 'REPORTS_MISSING'
  | 'NOBODY_COMMENDED'
  | 'ENTERPRISES_NONE'
  | 'OFFICERS_NONE'
  | 'UNION_NONE'
  | 'UNION_MEMBERS_FEW'
  | 'UNION_MEMBERS_UNKNOWN'
  | 'UNION_DATES'
  | 'COMMITTEE_EMPTY'
  | 'ISSUED_BY_OTHERS'
  | 'UNION_OFFICER_TWICE'
  | 'UNION_CHAIR'
  | 'DRAFT_PHRASES'
  | 'DRAFT_FIELD_UNKNOWN'
  | 'DRAFT_CLASH'
  | 'DRAFT_EMPTY'

/** What a type of document cannot do without, or would look wrong without. */
export interface DocumentNeeds {
  readonly targets: boolean
  readonly unitTargets: 'required' | 'expected' | 'not'
  readonly pledge: boolean
  readonly results: boolean
  readonly legalBases: boolean
  /** Stands by itself: has a letterhead, recipients and a signature. */
  readonly signed: boolean
  /** The unit and the office above it sign beside each other. */
  readonly bothSign?: boolean
}

/** More names than a sentence bears; the rows name all of them. */
export const NAMES_SHOWN = 5

export function problem(
  code: ProblemCode,
  severity: DocumentProblem['severity'],
  mend: DocumentProblem['mend'],
  message: string,
  place: Pick<DocumentProblem, 'focus' | 'rows'> = {},
): DocumentProblem {
  return { code, severity, message, mend, ...place }
}
