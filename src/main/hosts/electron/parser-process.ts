import { serveParser } from '../../exchange/parse/serve-parser.ts'

// Entry of the parse process in the window: an Electron utility process, killed by the main process.
const parent = process.parentPort
serveParser({
  post: (message) => parent.postMessage(message),
  onMessage: (listener) => void parent.on('message', ({ data }) => listener(data)),
})
