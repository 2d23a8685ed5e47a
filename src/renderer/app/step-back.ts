import { runCommand } from '#renderer/api/commands.ts'
import { frameText } from '#renderer/text/frame.ts'
import { notify } from '#renderer/ui/state/notices.ts'

/** Ctrl+Z: takes back the newest step. What later work rests on stays, and is said. */
export function undoLast(): Promise<void> {
  return step('history.undo', frameText.undone)
}

/** Ctrl+Y: does the step that was taken back again. */
export function redoLast(): Promise<void> {
  return step('history.redo', frameText.redone)
}

let running = false

async function step(name: 'history.undo' | 'history.redo', say: (label: string) => string): Promise<void> {
  // A held key repeats: the next step waits for this one instead of piling up behind it.
  if (running) return
  running = true
  try {
    const answer = await runCommand(name, {})
    if (!answer.ok) notify('info', answer.error.message)
    else if (answer.value.kept.length > 0)
      notify('warning', `${say(answer.value.label)} ${frameText.keptCells(answer.value.kept.length)}`)
    else notify('success', say(answer.value.label))
  } finally {
    running = false
  }
}

/** Whether a key belongs to what is being typed: there Ctrl+Z takes back letters, never rows. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
