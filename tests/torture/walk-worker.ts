// Does one thing after another to a data file until it is killed, and says each on a line once it is done.
//
//   node walk-worker.ts DATA_FILE SEED
import fs from 'node:fs'
import process from 'node:process'
import { createBackend } from '#main/backend.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { openForReading } from '#main/db/open.ts'
import { STEP_NAMES } from '#tests/support/history/every-step.ts'
import { createPicker } from '#tests/support/history/picker.ts'
import { takeStep } from '#tests/support/history/walk.ts'
import { RESOURCES } from '#tests/support/resources.ts'

const [file = '', seed = '1'] = process.argv.slice(2)
const made = createBackend({ dbFile: file, resources: RESOURCES, foreign: { start: forkParser }, origin: 'test' })
if (!made.ok) throw new Error(made.error.message)
const reader = openForReading(file, RESOURCES)
if (!reader.ok) throw new Error(reader.error.message)
const pick = createPicker(reader.value.sqlite, Number(seed))
const names = STEP_NAMES.filter((name) => name !== 'plans.issue')
const say = (what: string): void => void fs.writeSync(1, `${what}\n`)

say('ready')
for (;;) {
  const name = await takeStep(made.value, pick, names)
  if (name !== null) say(name)
  // Now and then a clerk who changes their mind: undone and done again in between.
  if (pick.chance(0.1)) {
    const undone = await made.value.call('history.undo', {})
    if (undone.ok && pick.chance(0.7)) await made.value.call('history.redo', {})
    say('changed their mind')
  }
}
