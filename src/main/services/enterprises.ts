import type { enterprisesContract } from '#shared/contract/enterprises.ts'
import type { Output } from '#shared/contract/index.ts'
import { fail } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import { findEnterpriseId, readContacts, readObservations, readStageEntries } from '../db/queries/enterprise-rows.ts'
import { addEnterprise, updateEnterprise, updateMany } from './enterprises/edit.ts'
import { findInRegistry, previewReplace, replaceInRegistry } from './enterprises/find.ts'
import { assignOfficer, removeContact, removeStage, saveContact, saveStage, setStage } from './enterprises/follow-up.ts'
import { readFunnel } from './enterprises/funnel.ts'
import { judgePair } from './enterprises/join.ts'
import { countColumnValues, getEnterprise, listEnterprises, locateEnterprise } from './enterprises/list.ts'
import { listDuplicates } from './enterprises/pairs.ts'
import { removeEnterprises } from './enterprises/remove.ts'
import { listRounds, updateRound } from './enterprises/rounds.ts'
import { countSizeBands, getSizeBands, setSizeBands } from './enterprises/size-bands.ts'
import { exportPage, previewSpan, readSpan, summarizeSpan, writeSpan } from './enterprises/spans.ts'
import type { QueryContext, Service } from './service.ts'

/** What hangs on one enterprise, by its id or one it had before. */
function ofOne<T>(read: (sqlite: QueryContext['store']['sqlite'], id: string) => T[]) {
  return ({ store }: QueryContext, { id }: { readonly id: string }) => {
    const found = findEnterpriseId(store.sqlite, id)
    return found === null ? fail('ROW_UNKNOWN') : ok(read(store.sqlite, found))
  }
}

export const enterprisesService: Service<keyof typeof enterprisesContract> = {
  'enterprises.list': listEnterprises,
  'enterprises.get': getEnterprise,
  'enterprises.locate': locateEnterprise,
  'enterprises.valuesOf': countColumnValues,
  'enterprises.readSpan': readSpan,
  'enterprises.exportPage': exportPage,
  'enterprises.summarizeSpan': summarizeSpan,
  'enterprises.previewSpan': previewSpan,
  'enterprises.writeSpan': writeSpan,
  'enterprises.find': findInRegistry,
  'enterprises.previewReplace': previewReplace,
  'enterprises.replace': replaceInRegistry,
  'enterprises.updateMany': updateMany,
  'enterprises.add': addEnterprise,
  'enterprises.remove': removeEnterprises,
  'enterprises.update': updateEnterprise,
  'enterprises.funnel': readFunnel,
  'enterprises.setStage': setStage,
  'enterprises.stages': ofOne(readStageEntries),
  'enterprises.saveStage': saveStage,
  'enterprises.removeStage': removeStage,
  'enterprises.contacts': ofOne(readContacts),
  'enterprises.saveContact': saveContact,
  'enterprises.removeContact': removeContact,
  'enterprises.assignOfficer': assignOfficer,
  'enterprises.observations': ofOne(readObservations),
  'surveyRounds.list': listRounds,
  'surveyRounds.update': updateRound,
  'sizeBands.get': getSizeBands,
  'sizeBands.set': setSizeBands,
  'sizeBands.counts': countSizeBands,
  'enterprises.duplicates': listDuplicates,
  'enterprises.judgePair': judgePair,
  'legalForms.list': ({ store }) =>
    ok(
      store.sqlite
        .prepare<[], Output<'legalForms.list'>[number]>(
          'SELECT code, name, short_name AS shortName, sector FROM legal_forms ORDER BY sort_order',
        )
        .all(),
    ),
}
