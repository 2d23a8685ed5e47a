import type { IsoDate } from '../../kit/dates.ts'
import type { TargetKind } from '../targets/target.ts'
import type { FigureFate } from './organisation.ts'

/** A unit that begins on the day of the change. */
export interface FreshUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly typeId: string
  readonly parentId: string
  readonly aliases: readonly string[]
}

export type Receiver = { readonly id: string } | FreshUnit

export function isFresh(receiver: Receiver): receiver is FreshUnit {
  return 'name' in receiver
}

export interface Merge {
  readonly kind: 'merge'
  readonly on: IsoDate
  readonly fromIds: readonly string[]
  readonly into: Receiver
  readonly figures: FigureFate
}

/** What each receiver of a split gets; whatever is not named goes to `restId`, or stays while the unit goes on. */
export interface Division {
  /** Direct child → receiver. */
  readonly children: ReadonlyMap<string, string>
  /** Enterprise or union → receiver. */
  readonly holdings: ReadonlyMap<string, string>
  readonly restId: string | null
  readonly targets: readonly DividedTarget[]
}

/** A part of a target that goes to one receiver; the parts of one target have to add up to it. */
export interface DividedTarget {
  readonly planId: string
  readonly indicatorId: string
  readonly assignerId: string
  readonly kind: TargetKind
  readonly receiverId: string
  readonly value: number
}

export interface Split {
  readonly kind: 'split'
  readonly on: IsoDate
  readonly fromId: string
  readonly receivers: readonly Receiver[]
  /** False: parts are taken out of it and it goes on. */
  readonly ends: boolean
  readonly division: Division
}

export interface Transfer {
  readonly kind: 'transfer'
  readonly on: IsoDate
  readonly toId: string
  readonly unitIds: readonly string[]
  /** Enterprises and unions. */
  readonly holdingIds: readonly string[]
}

export interface Rename {
  readonly kind: 'rename'
  readonly on: IsoDate
  readonly unitId: string
  readonly name: string
  readonly shortName: string
}

/** With a successor it is a merger in another word; without one nothing may be left in it. */
export interface End {
  readonly kind: 'end'
  readonly on: IsoDate
  readonly unitId: string
  readonly toId: string | null
  readonly figures: FigureFate
}

export type UnitChange = Merge | Split | Transfer | Rename | End

/** Why a change cannot be: a code of the contract's errors with what fills its sentence. */
export interface ChangeRefusal {
  readonly code:
    | 'UNIT_CHANGE_ROOT'
    | 'UNIT_CHANGE_TOO_EARLY'
    | 'UNIT_CHANGE_ENDED'
    | 'UNIT_CHANGE_RECEIVER'
    | 'UNIT_CHANGE_INTO_ITSELF'
    | 'UNIT_CHANGE_INTO_BELOW'
    | 'UNIT_CHANGE_SAME_DAY'
    | 'UNIT_CHANGE_LATER'
    | 'UNIT_CHANGE_NOTHING'
    | 'UNIT_CHANGE_ALREADY_THERE'
    | 'UNIT_CHANGE_NOT_ITS_OWN'
    | 'UNIT_CHANGE_REST'
    | 'UNIT_CHANGE_LEFT'
    | 'UNIT_CHANGE_DETACHED'
    | 'UNIT_CHANGE_TARGET_PARTS'
    | 'UNIT_CHANGE_NAME_SAME'
  readonly places: Readonly<Record<string, string | number>>
}
