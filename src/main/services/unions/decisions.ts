import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { UnionRow } from '#shared/contract/unions.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { stateOn, type UnionFacts } from '#shared/domain/unions/union.ts'
import { addDays } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { and, eq } from '../../db/orm.ts'
import { readUnion } from '../../db/queries/unions.ts'
import { enterprises, grassrootsUnions, stages, unionMembers } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { enterStage, tellRegistry } from './enterprise-link.ts'
import { readUnionSurroundings } from './known-things.ts'
import { readUnionCell, type UnionPatch } from './read-cell.ts'
import { answerUnion, insertUnion } from './write.ts'

/** "Công đoàn cơ sở Công ty TNHH …": what a union is called when nobody named it. */
const NAME_PREFIX: Readonly<Record<string, string>> = { CDCS: 'Công đoàn cơ sở', NGHIEP_DOAN: 'Nghiệp đoàn cơ sở' }

/** The recognition decision of a union. */
export function foundUnion(context: CommandContext, input: ParsedInput<'unions.found'>): AppResult<UnionRow> {
  const { store } = context
  const enterprise =
    input.enterpriseId === null
      ? null
      : store.db.select().from(enterprises).where(eq(enterprises.id, input.enterpriseId)).get()
  if (enterprise === undefined) return fail('ENTERPRISE_NOT_FOUND', { text: input.enterpriseId ?? '' })
  const name =
    input.name ?? (enterprise === null ? null : `${NAME_PREFIX[input.type] ?? NAME_PREFIX['CDCS']} ${enterprise.name}`)
  if (name === null) return fail('UNION_NAME_MISSING')
  const stage =
    input.stage === null || enterprise === null
      ? null
      : store.db.select().from(stages).where(eq(stages.code, input.stage)).get()
  if (stage === undefined) return fail('STAGE_UNKNOWN', { code: input.stage ?? '' })

  const known = readUnionSurroundings(store)
  let patch: UnionPatch = {}
  const cells = {
    name,
    type: input.type,
    unit: input.unit ?? enterprise?.unitId ?? null,
    enterprise: input.enterpriseId,
    ward: enterprise?.ward ?? null,
    zone: enterprise?.zone ?? null,
    decisionNumber: input.decisionNumber,
    decisionOn: input.decisionOn,
    decisionIssuer: input.decisionIssuer,
    foundedOn: input.foundedOn ?? input.decisionOn,
    membersAtFounding: input.members,
    chair: input.chair,
    phone: input.phone,
    previous: input.previousId,
    note: input.note,
  }
  for (const [column, value] of Object.entries(cells)) {
    const read = readUnionCell(column, value, known)
    if (!read.ok) return read
    patch = { ...patch, ...read.value }
  }
  const id = context.newId()
  store.write({ kind: 'unions.found', label: `Thành lập ${name}` }, (tx) => {
    insertUnion(tx, id, patch)
    if (input.women !== null && input.members !== null)
      countMembers(tx, id, input.decisionOn, { members: input.members, women: input.women, source: null })
    if (enterprise !== null) {
      tellRegistry(tx, enterprise.id, input.decisionOn, {
        hasUnion: true,
        members: input.members,
        womenMembers: input.women,
        decisionNumber: patch.decisionNumber ?? null,
        decisionOn: input.decisionOn,
      })
      if (stage !== null) enterStage(tx, enterprise.id, stage.id, input.decisionOn, patch.decisionNumber ?? null)
    }
    return null
  })
  return answerUnion(store, id, context.today())
}

/** Ends unions on a day; what becomes of their members is counted at the union that takes them over. */
export function endUnions(context: CommandContext, input: ParsedInput<'unions.end'>): AppResult<Output<'unions.end'>> {
  const { store } = context
  const ids = [...new Set(input.ids)]
  const before = addDays(input.on, -1)
  const unions = ids.map((id) => readUnion(store, id, before))
  if (unions.some((union) => union === null)) return fail('ROW_UNKNOWN')
  const ending = unions.filter((union) => union !== null)
  const successor = input.successorId === null ? null : readUnion(store, input.successorId, before)
  if (input.successorId !== null && successor === null) return fail('UNION_UNKNOWN', { text: input.successorId })
  if (successor !== null && ids.includes(successor.id)) return fail('UNION_OF_ITSELF')
  for (const union of ending)
    if (union.endedOn !== null && union.endedOn < input.on) return fail('UNION_ALREADY_ENDED', { name: union.name })
  if (successor !== null && stateOn(successor, input.on) === 'ended')
    return fail('UNION_ALREADY_ENDED', { name: successor.name })
  const known = readUnionSurroundings(store)
  const reason = readUnionCell('endReason', input.reason, known)
  if (!reason.ok) return reason

  const members = ending.reduce((sum, union) => sum + (union.members ?? 0), 0)
  const moved = successor === null ? 0 : (input.membersMoved ?? members)
  store.write({ kind: 'unions.end', label: labelOf(ending) }, (tx) => {
    for (const union of ending) {
      const note = input.note === null || input.note === '' ? {} : { note: joinNotes(union.note, input.note) }
      tx.db
        .update(grassrootsUnions)
        .set({
          ...reason.value,
          endedOn: input.on,
          endDecisionNumber: input.decisionNumber === '' ? null : input.decisionNumber,
          endDecisionOn: input.decisionOn,
          successorId: successor?.id ?? null,
          ...note,
        })
        .where(eq(grassrootsUnions.id, union.id))
        .run()
      tellOfEnding(tx, union, input.on)
    }
    if (successor !== null && moved > 0)
      countMembers(tx, successor.id, input.on, {
        members: (successor.members ?? 0) + moved,
        women: null,
        source: `Nhận ${formatNumber(moved)} đoàn viên từ ${ending.map((union) => union.name).join('; ')}`.slice(
          0,
          1000,
        ),
      })
    return null
  })
  return ok({ ended: ending.length, membersMoved: moved })
}

function labelOf(ending: readonly UnionFacts[]): string {
  const [only] = ending
  return ending.length === 1 && only !== undefined
    ? `Kết thúc hoạt động ${only.name}`
    : `Kết thúc hoạt động ${formatNumber(ending.length)} công đoàn cơ sở`
}

function joinNotes(note: string | null, more: string): string {
  return note === null || note === more ? more : `${note}; ${more}`
}

/** Where no other union of the enterprise goes on, it is one without a union from that day. */
function tellOfEnding(tx: Transaction, union: UnionFacts, day: string): void {
  if (union.enterpriseId === null) return
  const others = tx.db
    .select()
    .from(grassrootsUnions)
    .where(eq(grassrootsUnions.enterpriseId, union.enterpriseId))
    .all()
    .filter((other) => other.id !== union.id && stateOn(other, day) === 'active')
  if (others.length === 0) tellRegistry(tx, union.enterpriseId, day, { hasUnion: false, members: 0 })
}

export interface Count {
  readonly members: number
  readonly women: number | null
  readonly source: string | null
}

/** The count of a day; a second one of the same day is a correction. Answers its id. */
export function countMembers(tx: Transaction, unionId: string, countedOn: string, count: Count): string {
  const isThatDay = and(eq(unionMembers.unionId, unionId), eq(unionMembers.countedOn, countedOn))
  const known = tx.db.select().from(unionMembers).where(isThatDay).get()
  if (known !== undefined) {
    tx.db.update(unionMembers).set(count).where(eq(unionMembers.id, known.id)).run()
    return known.id
  }
  const id = tx.newId()
  tx.db
    .insert(unionMembers)
    .values({ ...count, id, unionId, countedOn })
    .run()
  return id
}
