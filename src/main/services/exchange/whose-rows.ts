import type { ContentValue, PackageContent } from '#shared/domain/exchange/content.ts'
import { covers, holdsDot, knowsOf, othersOf, shownDots, type Stamp } from '#shared/domain/exchange/merge/stamp.ts'
import type { LocalSide } from './local-rows.ts'
import type { ResolvedRow } from './resolve.ts'
import type { TableShape } from './shapes.ts'

export interface SenderRights {
  readonly content: PackageContent
  /** Codes of the units whose rows the sender may bring; null: any. */
  readonly senderUnits: ReadonlySet<string> | null
  /** Whether edits under this name are those of somebody else this side has met: who may have given the sender a row. */
  readonly isOtherKnown: (site: string) => boolean
}

/**
 * A unit brings its own rows: those that are its here, or that it has as its own by an edit this side has seen or that
 * somebody else made whom this side knows: a transfer, told by the receiver before the giver. A name nobody here has
 * met may be made up, so such a row waits for the giver's own file. What was born at two sites is joined.
 */
export function belongsToSender(
  shape: TableShape,
  row: ResolvedRow,
  ours: LocalSide | null,
  { senderUnits, isOtherKnown, content }: SenderRights,
  verdicts: Map<string, boolean>,
): boolean {
  const key = `${shape.table}:${row.id}`
  const decide = (): boolean => {
    if (senderUnits === null) return true
    const hasUnit = shape.unit !== undefined && (row.sent.cells[shape.unit] ?? null) !== null
    if (shape.owner === 'province') {
      if (hasUnit && shape.unit !== undefined) return isIn(row.sent.cells[shape.unit])
      return parentIs(true)
    }
    if (row.joined || (shape.companion === true && ours === null)) return true
    if (shape.unit !== undefined && (hasUnit || shape.parents === undefined)) {
      const sent = row.sent.cells[shape.unit] ?? null
      if (ours === null) return sent === null || isIn(sent) || isGivenAway()
      const here = ours.cells[shape.unit] ?? null
      return (
        here === null ||
        isIn(here) ||
        (isIn(sent) && (hasMet(ours.stamp, row.sent.stamp, shape.unit, sent) || isGiven(shape.unit, sent)))
      )
    }
    return !parentIs(false)
  }
  /** Whether the row it is a part of came along and was found to be so. */
  const parentIs = (verdict: boolean): boolean =>
    (shape.parents ?? []).some((name) => {
      const parent = row.sent.cells[name]
      const table = shape.columns.find((column) => column.name === name)?.refers
      return typeof parent === 'string' && verdicts.get(`${table}:${parent}`) === verdict
    })
  const isIn = (unit: unknown): boolean => typeof unit === 'string' && senderUnits?.has(unit) === true
  const isGiven = (column: string, unit: ContentValue): boolean => {
    const dots = shownDots(row.sent.stamp, column, unit)
    return dots.length > 0 && dots.every(({ site }) => isOtherKnown(site))
  }
  /** What a transfer brings is the receiver's already. */
  const isGivenAway = (): boolean => content.head.kind === 'transfer' || content.head.kind === 'handover'
  const verdict = decide()
  verdicts.set(key, verdict)
  return verdict
}

/** Whether all that a cell stands for over there was met here before, and does not wait. */
function hasMet(ours: Stamp, theirs: Stamp, column: string, value: ContentValue): boolean {
  return shownDots(theirs, column, value).every(
    (dot) => covers(knowsOf(ours, column), dot) && !holdsDot(othersOf(ours, column), dot),
  )
}
