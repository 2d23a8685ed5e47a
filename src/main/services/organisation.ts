import type { organisationContract } from '#shared/contract/organisation.ts'
import { isValidOn } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { asc } from '../db/orm.ts'
import { readUnionOfficers } from '../db/queries/remedies.ts'
import { commendationForms, committeeRoles } from '../db/schema/index.ts'
import { addRemedy } from './organisation/add-remedy.ts'
import { assign, endAssignments } from './organisation/assign.ts'
import { listAssignments, listCollaborators } from './organisation/assignments.ts'
import { listCommendations, propose } from './organisation/commendations.ts'
import { listCommittees } from './organisation/committees.ts'
import { getFunnel } from './organisation/funnel.ts'
import { listRemedies, listWeakUnions } from './organisation/remedies.ts'
import { restaffCommittee, saveCommittee } from './organisation/save-committee.ts'
import { readStuckLimits, setStuckLimits } from './organisation/stuck-limits.ts'
import { listFollowUps, listVisits, saveVisit } from './organisation/visits.ts'
import { removeRecords, writeRecords } from './organisation/write-records.ts'
import type { Service } from './service.ts'

/** Who steers the work, who is in charge of what, what visits found, who is commended, what is done where it is hard. */
export const organisationService: Service<keyof typeof organisationContract> = {
  'committees.list': ({ store, today }, input) => listCommittees(store, input, input.asOf ?? today()),
  'committees.save': (context, input) => saveCommittee(context, input),
  'committees.restaff': (context, input) => restaffCommittee(context, input),
  'assignments.list': ({ store, today }, input) => listAssignments(store, input, input.asOf ?? today()),
  'assignments.assign': (context, input) => assign(context, input),
  'assignments.end': (context, input) => endAssignments(context, input),
  'collaborators.list': ({ store, today }, input) => listCollaborators(store, input, input.asOf ?? today()),
  'visits.list': ({ store, today }, input) => listVisits(store, input, input.asOf ?? today()),
  'visits.save': (context, input) => saveVisit(context, input),
  'visits.followUps': ({ store, today }, input) => listFollowUps(store, input, input.asOf ?? today()),
  'commendations.list': ({ store }, input) => listCommendations(store, input),
  'commendations.propose': (context, input) => propose(context, input),
  'remedies.list': ({ store, today }, input) => listRemedies(store, input, input.asOf ?? today()),
  'remedies.add': (context, input) => addRemedy(context, input),
  'remedies.weakUnions': ({ store, today }, { unit, asOf }) => listWeakUnions(store, unit, asOf ?? today()),
  'funnel.get': (context, input) => getFunnel(context, input),
  'stuckLimits.get': ({ store }) => ok({ limits: [...readStuckLimits(store)] }),
  'stuckLimits.set': (context, input) => setStuckLimits(context, input),
  'unionOfficers.list': ({ store, today }, { union, asOf }) => {
    const day = asOf ?? today()
    return ok(readUnionOfficers(store, union).filter(({ validFrom, validTo }) => isValidOn(day, validFrom, validTo)))
  },
  'committeeRoles.list': ({ store }) =>
    ok(
      store.db
        .select()
        .from(committeeRoles)
        .orderBy(asc(committeeRoles.sortOrder))
        .all()
        .map(({ code, name, single }) => ({ code, name, single })),
    ),
  'commendationForms.list': ({ store }) =>
    ok(
      store.db
        .select()
        .from(commendationForms)
        .orderBy(asc(commendationForms.sortOrder))
        .all()
        .map(({ code, name, kind }) => ({ code, name, kind })),
    ),
  'organisation.write': (context, input) => writeRecords(context, input),
  'organisation.removeRows': (context, input) => removeRecords(context, input),
}
