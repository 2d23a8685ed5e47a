/** Choices that are stored by code; their words stand in history/words-steering.ts. */
export const FORM_KINDS = ['group', 'person', 'both'] as const
export const ISSUER_KINDS = ['union', 'government', 'party'] as const
export const DECISION_KINDS = ['found', 'restaff', 'end'] as const
export const ASSIGNMENT_ROLES = ['lead', 'support'] as const
export const COLLABORATOR_KINDS = ['collaborator', 'volunteer', 'core'] as const
export const VISIT_STATES = ['planned', 'done', 'cancelled'] as const
export const FOLLOW_UP_STATES = ['open', 'done', 'dropped'] as const
export const COMMENDATION_KINDS = ['group', 'person'] as const
export const COMMENDATION_STATES = ['proposed', 'excluded', 'submitted', 'awarded', 'refused'] as const
export const COMMENDATION_SOURCES = ['ranking', 'hand'] as const
export const REMEDY_KINDS = ['difficult', 'weak', 'memberless'] as const
export const OUTCOMES = ['resolved', 'restaffed', 'merged', 'ended', 'given_up'] as const
export const UNION_BODIES = ['executive', 'inspection'] as const

export type IssuerKind = (typeof ISSUER_KINDS)[number]
export type DecisionKind = (typeof DECISION_KINDS)[number]
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number]
export type VisitState = (typeof VISIT_STATES)[number]
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number]
export type CommendationState = (typeof COMMENDATION_STATES)[number]
export type RemedyKind = (typeof REMEDY_KINDS)[number]
export type Outcome = (typeof OUTCOMES)[number]
