import type { AppError, AppResult, ErrorCode } from '#shared/contract/errors.ts'

/** An expected failure on its way through react-query, which knows only thrown errors. */
export class Failure extends Error {
  readonly code: ErrorCode
  readonly details: AppError['details']

  constructor(error: AppError) {
    super(error.message)
    this.name = 'Failure'
    this.code = error.code
    this.details = error.details
  }
}

export function valueOf<T>(result: AppResult<T>): T {
  if (!result.ok) throw new Failure(result.error)
  return result.value
}
