import { z } from 'zod'

/** What a survey says of an enterprise. */
const observed = {
  workers: z.number().nullable(),
  women: z.number().nullable(),
  foreignWorkers: z.number().nullable(),
  withContracts: z.number().nullable(),
  insured: z.number().nullable(),
  hasUnion: z.boolean().nullable(),
  members: z.number().nullable(),
  womenMembers: z.number().nullable(),
  unionDecisionNumber: z.string().nullable(),
  unionDecisionOn: z.string().nullable(),
  partyOrganisation: z.boolean().nullable(),
  youthOrganisation: z.boolean().nullable(),
  /** Codes of reasons of kind difficulty. */
  difficultyCodes: z.array(z.string()),
  difficulty: z.string().nullable(),
}

/** One enterprise of the registry: its own columns, its current figures, and what is worked out from them. */
export const enterpriseRow = z.object({
  id: z.string(),
  taxCode: z.string().nullable(),
  /** Code of TAX_CHECKS (domain/enterprises/choices.ts): a note beside the cell, never a refusal. */
  taxCheck: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  foreignName: z.string().nullable(),
  surveyCode: z.string().nullable(),
  /** Codes of the fixed lists in domain/enterprises/choices.ts. */
  placeKind: z.string().nullable(),
  operatingStatus: z.string().nullable(),
  feasibility: z.string().nullable(),
  legalForm: z.string().nullable(),
  legalFormName: z.string().nullable(),
  unitCode: z.string().nullable(),
  unitName: z.string().nullable(),
  unitShortName: z.string().nullable(),
  address: z.string().nullable(),
  ward: z.string().nullable(),
  district: z.string().nullable(),
  zone: z.string().nullable(),
  industry: z.string().nullable(),
  phone: z.string().nullable(),
  director: z.string().nullable(),
  contactPerson: z.string().nullable(),
  country: z.string().nullable(),
  attitude: z.string().nullable(),
  foundedOn: z.string().nullable(),
  foundedText: z.string().nullable(),
  expectedOn: z.string().nullable(),
  expectedMembers: z.number().nullable(),
  source: z.string().nullable(),
  officerId: z.string().nullable(),
  officerName: z.string().nullable(),
  parentEnterpriseId: z.string().nullable(),
  parentEnterpriseName: z.string().nullable(),
  note: z.string().nullable(),
  ...observed,
  /** max(0, workers − members); null where nobody said how many workers there are. */
  nonmembers: z.number().nullable(),
  /** Lower bound of the size band, and its words: 20, "20–24". */
  sizeBand: z.number().nullable(),
  sizeBandText: z.string().nullable(),
  /** Code and name of the stage as of the day asked for. */
  stage: z.string().nullable(),
  stageName: z.string().nullable(),
  stageOn: z.string().nullable(),
  daysInStage: z.number().nullable(),
  contacts: z.number(),
  lastContactOn: z.string().nullable(),
  nextContactOn: z.string().nullable(),
  /** Day of the newest survey that knows the enterprise. */
  surveyedOn: z.string().nullable(),
  extra: z.record(z.string(), z.string()),
})
export type EnterpriseRow = z.output<typeof enterpriseRow>

export const contactRow = z.object({
  id: z.string(),
  enterpriseId: z.string(),
  onDate: z.string(),
  officerId: z.string().nullable(),
  officerName: z.string().nullable(),
  /** How they met: "Gặp trực tiếp", "Điện thoại"… as typed. */
  kind: z.string().nullable(),
  content: z.string().nullable(),
  result: z.string().nullable(),
  nextOn: z.string().nullable(),
})
export type ContactRow = z.output<typeof contactRow>

export const stageEntryRow = z.object({
  id: z.string(),
  enterpriseId: z.string(),
  stage: z.string(),
  stageName: z.string(),
  branch: z.enum(['main', 'difficult']),
  onDate: z.string(),
  note: z.string().nullable(),
  who: z.string(),
})
export type StageEntryRow = z.output<typeof stageEntryRow>

export const observationRow = z.object({
  id: z.string(),
  roundId: z.string(),
  roundName: z.string(),
  source: z.string().nullable(),
  frozen: z.boolean(),
  observedOn: z.string(),
  unitCode: z.string().nullable(),
  /** Row of the file the round was read from. */
  sourceRow: z.number().nullable(),
  ...observed,
})
export type ObservationRow = z.output<typeof observationRow>

export const surveyRoundRow = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string().nullable(),
  surveyedOn: z.string(),
  fileName: z.string().nullable(),
  sheet: z.string().nullable(),
  /** A frozen round is the denominator of ratios: nothing in it moves any more. */
  frozen: z.boolean(),
  enterprises: z.number(),
  workers: z.number(),
})
export type SurveyRoundRow = z.output<typeof surveyRoundRow>

/** A line of the funnel: one stage, or all together. */
export const funnelCounts = z.object({
  enterprises: z.number(),
  workers: z.number(),
  members: z.number(),
  nonmembers: z.number(),
})
