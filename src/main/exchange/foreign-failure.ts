import type { ErrorCode } from '#shared/contract/errors.ts'

/**
 * A foreign file refused for a known reason. Parsers are deep and event-driven, so inside this room the refusal
 * travels as an exception; `readForeignFile` turns it into a value, and nothing else leaves the room.
 */
export class ForeignFailure extends Error {
  readonly code: ErrorCode
  /** Places of the code's sentence beside `file`. */
  readonly places: Readonly<Record<string, string | number>>
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(
    code: ErrorCode,
    places: Readonly<Record<string, string | number>> = {},
    details?: Readonly<Record<string, unknown>>,
  ) {
    super(code)
    this.code = code
    this.places = places
    this.details = details
  }
}

/** Refuses a file for its make-up: `why` is a short Vietnamese phrase. */
export function refuseUnsafe(why: string): never {
  throw new ForeignFailure('FILE_UNSAFE', { why })
}

export function refuseDamaged(): never {
  throw new ForeignFailure('FILE_DAMAGED')
}

/** The content is no table: `what` names what it is. */
export function refuseNoTable(what: string): never {
  throw new ForeignFailure('FILE_NOT_TABLE', { what })
}
