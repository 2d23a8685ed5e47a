import type { Command } from './command.ts'
import { initCommand } from './commands/init.ts'
import { historyCommand, verifyCommand } from './commands/history.ts'
import { redoCommand, undoCommand } from './commands/undo.ts'
import { unitsAddCommand, unitsListCommand } from './commands/units.ts'

/** Every command, in the order of the help. A new one is one file and one line here. */
export const COMMANDS: readonly Command[] = [
  initCommand,
  unitsListCommand,
  unitsAddCommand,
  historyCommand,
  undoCommand,
  redoCommand,
  verifyCommand,
]
