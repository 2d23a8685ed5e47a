import type { DocumentFacts, PlanFact } from './facts.ts'

/**
 * What came of one phase of a campaign, as its closing report tells it. Its figures are of its own plan and of its own
 * last day once it is over; a target of the year's total is marked `isCumulative`.
 */
export interface PhaseResultFact extends Pick<DocumentFacts, 'asOf' | 'own' | 'groups' | 'total'> {
  readonly plan: PlanFact
  /** Units the office left out of its ranking. */
  readonly unranked: readonly UnrankedFact[]
  /** Sentences on openings that no report of the day before stands behind. */
  readonly openings: readonly string[]
}

export interface UnrankedFact {
  readonly name: string
  readonly reason: string
}

/** The facts of the campaign as one of its phases has them: what is composed from them speaks of the phase. */
export function asPhase(facts: DocumentFacts, { plan, asOf, own, groups, total }: PhaseResultFact): DocumentFacts {
  return { ...facts, plan, asOf, own, groups, total, withinPhase: plan.code }
}

/**
 * What a figure's name says of the phase it is counted in, for the same day and unit have another number in the campaign
 * and, up to the year's total, in the year: "phase 2024-CD-2 of year".
 */
export function phaseWord(phase: string, isOfYear: boolean): string {
  return isOfYear ? `phase ${phase} of year` : `phase ${phase}`
}

export interface NamedPhase {
  readonly phase: string
  readonly isOfYear: boolean
}

/** Reads it back; null for what names no phase. */
export function readPhaseWord(what: string | null): NamedPhase | null {
  const match = /^phase (.+?)( of year)?$/u.exec(what ?? '')
  return match === null ? null : { phase: match[1] ?? '', isOfYear: match[2] !== undefined }
}
