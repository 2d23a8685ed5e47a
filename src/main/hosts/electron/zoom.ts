import { ok } from '#shared/kit/result.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import type { HostEnvironment } from './host-operations.ts'
import { writeState } from './state.ts'

/** How small and large everything on screen can be; past them nobody can read it, or press anything. */
const LEAST = 0.25
const MOST = 5

/** Sets the size of everything on screen, or only says it: asked at every start, before any schema is loaded. */
export function answerZoom({ window }: HostEnvironment, input: unknown): AppResult<{ factor: number }> {
  const contents = window()?.webContents
  const factor = typeof input === 'object' && input !== null && 'factor' in input ? input.factor : null
  if (typeof factor === 'number' && factor >= LEAST && factor <= MOST) {
    contents?.setZoomFactor(factor)
    writeState({ zoom: factor })
  }
  return ok({ factor: contents?.getZoomFactor() ?? 1 })
}
