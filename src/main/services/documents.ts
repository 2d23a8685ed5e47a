import fs from 'node:fs'
import type { documentsContract } from '#shared/contract/documents.ts'
import { fail } from '#shared/contract/errors.ts'
import { listedCode } from '#shared/domain/documents/register.ts'
import { describeFigure } from '#shared/domain/documents/figure-words.ts'
import { ok } from '#shared/kit/result.ts'
import { readDocument, readDocuments } from '../db/queries/document-rows.ts'
import { makeBatch } from './documents/batch.ts'
import { checkDocumentFile } from './documents/check-file.ts'
import { compareDocumentFile } from './documents/compare.ts'
import { issueDocument, listRegister } from './documents/issue.ts'
import { readFigureNames } from './documents/figure-rows/names.ts'
import { makeDocument } from './documents/make.ts'
import { saveIssued, savePdf } from './documents/save-copy.ts'
import { fileNameOf, listDocumentTypes, prepare, storedSnapshot } from './documents/prepare.ts'
import type { Service } from './service.ts'

export { listDocumentTypes } from './documents/prepare.ts'

export const documentsService: Service<keyof typeof documentsContract> = {
  'documents.types': ({ resources }) => ok(listDocumentTypes(resources)),

  'documents.check': ({ store, resources, today }, input) => {
    const prepared = prepare(store, resources, input, today())
    if (!prepared.ok) return prepared
    const { type, facts, problems } = prepared.value
    return ok({
      type: type.id,
      title: type.compose(facts).title,
      plan: facts.plan.code,
      unit: facts.scope.unit.code,
      asOf: facts.asOf,
      fileName: fileNameOf(type, facts),
      problems,
    })
  },

  'documents.make': makeDocument,
  'documents.batch': makeBatch,
  'documents.issue': issueDocument,
  'documents.saveIssued': saveIssued,
  'documents.savePdf': savePdf,
  'register.list': (context) => ok(listRegister(context)),

  'documents.checkFile': ({ foreign, resources, today }, input) =>
    checkDocumentFile({ foreign, resources, today: today() }, input.file, input.rules),

  'documents.compareFile': (context, { file }) => compareDocumentFile(context, file),

  'documents.list': ({ store }) => {
    const all = readDocuments(store)
    const titles = new Map(all.map((document) => [document.id, document.title]))
    return ok(
      all.map(({ path, ruleSet: _, series, correctsId, ...row }) => ({
        ...row,
        code: row.number === null ? null : listedCode({ series: series ?? '', number: row.number }),
        corrects: correctsId === null ? null : (titles.get(correctsId) ?? null),
        file: path,
        fileExists: fs.existsSync(path),
      })),
    )
  },

  'documents.figures': ({ store }, { id }) => {
    const row = readDocument(store, id)
    if (row === null) return fail('ROW_UNKNOWN')
    const names = readFigureNames(store)
    return ok(
      storedSnapshot
        .parse(row.snapshot)
        .figures.map((figure) => ({ ...figure, label: describeFigure(figure.id, names) })),
    )
  },
}
