import process from 'node:process'
import { serveParser } from './serve-parser.ts'

// Entry of the parse process under plain Node: a child with a line to its parent, and nothing else.
serveParser({
  post: (message) => void process.send?.(message),
  onMessage: (listener) => void process.on('message', listener),
})
// A parent that is gone needs no answer.
process.on('disconnect', () => process.exit(0))
