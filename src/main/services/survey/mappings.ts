import type { ParsedInput } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ImportReport } from '#shared/contract/survey.ts'
import { columnIndex } from '#shared/domain/exchange/foreign-sheet.ts'
import { titlesOf, withFields } from '#shared/domain/exchange/senders/sender-columns.ts'
import { SURVEY_FIELDS, type SurveyField } from '#shared/domain/survey/fields.ts'
import type { SurveyHeader } from '#shared/domain/survey/header.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import { findMapping, writeMapping } from '../exchange-board/sender-columns.ts'

type Fields = Readonly<Record<string, SurveyField | null>>

export interface KeptMapping {
  readonly sender: string | null
  readonly from: ImportReport['columnsFrom']
  /** Something was asked for that is to be remembered. */
  readonly isNew: boolean
  /** Remembers how the list was read, or that it was read so again. */
  readonly keep: (tx: Transaction, today: string) => void
}

export interface Mappings {
  readonly remap: (header: SurveyHeader) => SurveyHeader
  /** Of the sheet that was chosen; `source` is whom its title names. */
  readonly of: (header: SurveyHeader, source: string | null, fileName: string) => KeptMapping
}

/**
 * How the columns of a list are read: as asked for now, else as was remembered of this sender and these titles, else
 * as their titles say. What is asked is laid over what was remembered.
 */
export function createMappings(
  store: Pick<ReadStore, 'db'>,
  { sender, columns }: Pick<ParsedInput<'survey.import'>, 'sender' | 'columns'>,
): AppResult<Mappings> {
  const asked: Record<string, SurveyField | null> = {}
  for (const [letter, field] of Object.entries(columns ?? {})) {
    const at = columnIndex(letter.toUpperCase())
    if (at < 0) return fail('SENDER_COLUMN_UNKNOWN', { text: letter })
    asked[at] = field
  }
  const isAsked = Object.keys(asked).length > 0
  const named = sender === null || sender === '' ? null : sender
  const rememberedOf = (header: SurveyHeader) => findMapping(store, titlesOf(header), named)
  const fieldsOf = (header: SurveyHeader): Fields => ({ ...checkFields(rememberedOf(header)?.fields ?? {}), ...asked })
  return ok({
    remap: (header) => withFields(header, fieldsOf(header)),
    of: (header, source, fileName) => {
      const remembered = rememberedOf(header)
      const whose = named ?? remembered?.sender ?? source
      return {
        sender: whose,
        from: isAsked ? 'asked' : remembered === null ? 'guessed' : 'remembered',
        isNew: isAsked,
        keep: (tx, today) => {
          if (!isAsked && remembered === null) return
          const said = { ...checkFields(remembered?.fields ?? {}), ...asked }
          writeMapping(tx, { sender: whose ?? fileName, titles: titlesOf(header), fields: said }, today)
        },
      }
    },
  })
}

/** Of a file that was written by another version a field may be unknown here: it is then guessed again. */
function checkFields(fields: Readonly<Record<string, string | null>>): Fields {
  const known: readonly string[] = SURVEY_FIELDS
  return Object.fromEntries(
    Object.entries(fields).filter(([, field]) => field === null || known.includes(field)),
  ) as Fields
}
