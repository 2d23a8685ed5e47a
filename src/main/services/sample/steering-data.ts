import { z } from 'zod'
import {
  DECISION_KINDS,
  ISSUER_KINDS,
  REMEDY_KINDS,
  UNION_BODIES,
  VISIT_STATES,
} from '#shared/domain/organisation/words.ts'

const text = z.string().nullable().default(null)
const person = z.string()

/** resources/sample/steering.json: committees, visits, plans for what is difficult; people and units by name and code. */
export const steering = z.strictObject({
  people: z.array(z.strictObject({ fullName: z.string(), position: z.string(), unit: text, from: text })),
  committees: z.array(
    z.strictObject({
      unit: z.string(),
      name: z.string(),
      period: text,
      issuerKind: z.enum(ISSUER_KINDS),
      issuer: text,
      duties: text,
      regime: text,
      decisions: z.array(z.strictObject({ kind: z.enum(DECISION_KINDS), number: z.string(), on: z.string() })),
      members: z.array(
        z.strictObject({
          person,
          role: z.string(),
          position: text,
          duties: text,
          from: z.string(),
          areas: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
  collaborators: z.array(
    z.strictObject({
      fullName: z.string(),
      kind: z.enum(['collaborator', 'volunteer', 'core']),
      unit: text,
      taxCode: text,
      position: text,
      from: text,
    }),
  ),
  visits: z.array(
    z.strictObject({
      on: z.string(),
      unit: text,
      taxCode: text,
      leader: person,
      people: z.array(person).default([]),
      /** A visit of the provincial committee; false: of an officer alone. */
      committee: z.boolean().default(true),
      title: text,
      hosts: text,
      state: z.enum(VISIT_STATES),
      situation: text,
      strengths: text,
      difficulties: text,
      causes: text,
      solutions: text,
      conclusion: text,
      followUps: z
        .array(
          z.strictObject({
            content: z.string(),
            person: text,
            unit: text,
            dueOn: text,
            doneOn: text,
            result: text,
          }),
        )
        .default([]),
    }),
  ),
  remedies: z.array(
    z.strictObject({
      kind: z.enum(REMEDY_KINDS),
      /** MST of the enterprise, or of the enterprise whose union it is about. */
      taxCode: text,
      union: text,
      openedOn: z.string(),
      causes: text,
      plan: text,
      officer: person,
      dueOn: text,
      reportedOn: text,
      steps: z.array(z.strictObject({ content: z.string(), dueOn: text, doneOn: text, result: text })).default([]),
    }),
  ),
  memberCounts: z.array(z.strictObject({ taxCode: z.string(), on: z.string(), members: z.number() })),
  unionOfficers: z.array(
    z.strictObject({
      union: z.string(),
      members: z.array(
        z.strictObject({
          body: z.enum(UNION_BODIES),
          fullName: z.string(),
          role: z.string(),
          position: text,
          born: text,
        }),
      ),
    }),
  ),
})
export type SampleSteering = z.output<typeof steering>
