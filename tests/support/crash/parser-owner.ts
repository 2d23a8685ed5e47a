// Starts the parse process on a file, says the parser's number, and waits to be killed.
//
//   node parser-owner.ts FILE
import { fork } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { PROJECT } from '#tests/support/resources.ts'

const parser = fork(path.join(PROJECT, 'src/main/exchange/parse/parse-process.ts'), [], {
  serialization: 'advanced',
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
})
parser.send({ type: 'parse', file: process.argv[2], sheet: null })
// Long enough for it to be in the middle of its loop.
setTimeout(() => process.stdout.write(`${parser.pid}\n`), 700)
