import type { AppResult } from '#shared/contract/errors.ts'
import type { UndoReport } from '#shared/contract/history.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { frameText } from '#renderer/text/frame.ts'
import { notify } from '#renderer/ui/state/notices.ts'

/** Ctrl+Z: takes back the newest step. What later work rests on stays, and is said. */
export async function undoLast(): Promise<void> {
  await step('history.undo', {}, frameText.undone)
}

/** Ctrl+Y: does the step that was taken back again. */
export async function redoLast(): Promise<void> {
  await step('history.redo', {}, frameText.redone)
}

/** One step out of the list. */
export function undoStep(operationId: string): Promise<AppResult<unknown>> {
  return step('history.undo', { operationId }, frameText.undone)
}

export function redoStep(operationId: string): Promise<AppResult<unknown>> {
  return step('history.redo', { operationId }, frameText.redone)
}

let running: Promise<AppResult<UndoReport>> | null = null

async function step(
  name: 'history.undo' | 'history.redo',
  input: { readonly operationId?: string },
  say: (label: string) => string,
): Promise<AppResult<unknown>> {
  // A held key repeats: the next step waits for this one instead of piling up behind it.
  if (running !== null) return running
  try {
    running = runCommand(name, input)
    const answer = await running
    if (!answer.ok) notify('info', answer.error.message)
    else if (answer.value.keptCount > 0)
      notify('warning', `${say(answer.value.label)} ${frameText.keptCells(answer.value.keptCount)}`)
    else notify('success', say(answer.value.label))
    return answer
  } finally {
    running = null
  }
}

/** Whether a key belongs to what is being typed: there Ctrl+Z takes back letters, never rows. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A table's field waits over its active cell also while nothing is typed in it.
  if (target.dataset['typing'] === 'false') return false
  return target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
