import { appError, type AppError } from '#shared/contract/errors.ts'
import { LARGEST_FIGURE } from '#shared/contract/fields.ts'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { findUnionColumn, type UnionColumnId } from '#shared/domain/unions/columns.ts'
import { foldText, normalizeText } from '#shared/domain/text/fold.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { assertNever } from '#shared/kit/assert-never.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { err, ok, type Result } from '#shared/kit/result.ts'
import type { grassrootsUnions } from '../../db/schema/index.ts'
import type { KnownThings, Match, UnionSurroundings } from './known-things.ts'

/** Columns of the table one cell sets. */
export type UnionPatch = Partial<Omit<typeof grassrootsUnions.$inferInsert, 'id'>>
type Value = string | number | boolean | null
type Answer = Result<UnionPatch, AppError>

const LONGEST_NAME = 500
const LONGEST_TEXT = 1000

/** A cell's value, or the text somebody typed into it, as columns of the row; or why it is not taken. */
export function readUnionCell(id: string, value: Value, known: UnionSurroundings): Answer {
  const column = findUnionColumn(id)
  if (column === null) return err(appError('COLUMN_UNKNOWN', { name: id }))
  if (!column.editable) return err(appError('COLUMN_READ_ONLY', { name: column.title }))
  return readEditable(column.id, value, known)
}

function readEditable(id: UnionColumnId, value: Value, known: UnionSurroundings): Answer {
  const text = value === null ? '' : normalizeText(String(value))
  switch (id) {
    case 'name':
      if (text === '') return err(appError('UNION_NAME_MISSING'))
      if (text.length > LONGEST_NAME) return err(appError('TEXT_TOO_LONG', { limit: LONGEST_NAME }))
      return ok({ name: text, nameFolded: foldText(text), sortKey: sortKey(text) })
    case 'type':
      return link('typeId', known.types, text, 'UNION_TYPE_UNKNOWN')
    case 'unit':
      return text === '' ? ok({ unitId: null }) : link('unitId', known.units, text, 'UNIT_UNKNOWN')
    case 'enterprise':
      return text === ''
        ? ok({ enterpriseId: null })
        : link('enterpriseId', known.enterprises(), text, 'ENTERPRISE_NOT_FOUND')
    case 'endReason':
      return text === '' ? ok({ endReasonId: null }) : link('endReasonId', known.endReasons, text, 'REASON_UNKNOWN')
    case 'successor':
      return text === '' ? ok({ successorId: null }) : link('successorId', known.unions(), text, 'UNION_UNKNOWN')
    case 'previous':
      return text === '' ? ok({ previousId: null }) : link('previousId', known.unions(), text, 'UNION_UNKNOWN')
    case 'foundedOn':
    case 'decisionOn':
    case 'endedOn':
    case 'endDecisionOn':
      return readDay(id, text)
    case 'membersAtFounding':
      return readCount(id, value, text)
    case 'decisionNumber':
    case 'decisionIssuer':
    case 'chair':
    case 'phone':
    case 'ward':
    case 'zone':
    case 'endDecisionNumber':
    case 'note':
      return text.length > LONGEST_TEXT
        ? err(appError('TEXT_TOO_LONG', { limit: LONGEST_TEXT }))
        : ok({ [id]: text === '' ? null : text })
    case 'state':
    case 'members':
    case 'womenMembers':
    case 'membersOn':
    case 'workers':
      return err(appError('COLUMN_READ_ONLY', { name: findUnionColumn(id)?.title ?? id }))
    default:
      return assertNever(id)
  }
}

type LinkRefusal = 'UNION_TYPE_UNKNOWN' | 'UNIT_UNKNOWN' | 'ENTERPRISE_NOT_FOUND' | 'REASON_UNKNOWN' | 'UNION_UNKNOWN'

function link(
  column: keyof UnionPatch,
  things: KnownThings | { readonly find: (text: string) => Match },
  text: string,
  refusal: LinkRefusal,
): Answer {
  const match = things.find(text)
  if (match === 'several') return err(appError('NAME_AMBIGUOUS', { text }))
  if (match === 'unknown') return err(appError(refusal, { code: text, text }))
  return ok({ [column]: match.id })
}

function readDay(id: 'foundedOn' | 'decisionOn' | 'endedOn' | 'endDecisionOn', text: string): Answer {
  if (text === '') return ok({ [id]: null })
  const parsed = isIsoDate(text) ? { kind: 'day' as const, date: text } : parseDateText(text)
  if (parsed.kind !== 'day' || parsed.date < '1900-01-01' || parsed.date >= '2200-01-01')
    return err(appError('DATE_INVALID', { text }))
  return ok({ [id]: parsed.date })
}

function readCount(id: 'membersAtFounding', value: Value, text: string): Answer {
  if (text === '') return ok({ [id]: null })
  const count = typeof value === 'number' ? value : parseDecimal(text)
  if (count === null || !Number.isInteger(count) || count < 0 || count > LARGEST_FIGURE)
    return err(appError('COUNT_INVALID', { text }))
  return ok({ [id]: count })
}
