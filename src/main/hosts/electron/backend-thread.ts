import { parentPort, workerData } from 'node:worker_threads'
import { createBackend, createReader } from '../../backend.ts'
import { readInput, type FromBackend, type ThreadSetup, type ToBackend } from './messages.ts'
import { ParserChannels } from './parser-channels.ts'

// One file, two threads of the backend process: the writer holds the data file and does commands and
// jobs; the reader answers queries on a connection that cannot write, so that a page never waits for a
// long write. The router (backend-process.ts) stays free and decides who gets what.

const port = parentPort
if (port === null) throw new Error('backend-thread runs as a worker thread')
const setup = workerData as ThreadSetup
/** Longer than between two cells somebody types, shorter than a look at the paper beside. */
const REST_MS = 3000
const send = (message: FromBackend): void => port.postMessage(message)
const log = (incident: string, thrown: unknown): void =>
  send({
    type: 'incident',
    incident,
    detail: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  })

if (setup.role === 'reader') runReader()
else runWriter()
clearUpAtRest()

/**
 * What a registry being opened or thousands of pasted cells leave behind stays for as long as nothing new is made, which on
 * a thread that only answers questions may be all day: tens of MB that an office PC with 4 GB misses. It is cleared up
 * once, when nobody has asked for a while.
 */
function clearUpAtRest(): void {
  const { gc } = globalThis
  if (gc === undefined) return
  let resting: NodeJS.Timeout | undefined
  port?.on('message', () => {
    clearTimeout(resting)
    resting = setTimeout(() => gc(), REST_MS)
  })
}

function runReader(): void {
  const reader = createReader({ resources: setup.resources, log })
  port?.on('message', (message: ToBackend) => {
    if (message.type === 'use') reader.use(message.file)
    else if (message.type === 'call')
      void reader
        .callUnchecked(message.name, readInput(message.input))
        .then((result) => send({ type: 'answer', id: message.id, text: JSON.stringify(result) }))
  })
}

function runWriter(): void {
  const parsers = new ParserChannels(send)
  const made = createBackend({
    dbFile: null,
    resources: setup.resources,
    foreign: { start: () => parsers.start() },
    origin: 'window',
    log,
  })
  if (!made.ok) throw new Error('a backend without a file always starts')
  const backend = made.value
  const running = new Map<string, AbortController>()
  backend.onEvent((event) => send({ type: 'event', event }))

  async function answer(message: Extract<ToBackend, { type: 'call' }>): Promise<void> {
    const { id, name, input, job } = message
    const controller = new AbortController()
    if (job !== null) running.set(job, controller)
    const options = job === null ? {} : { job, signal: controller.signal }
    const result = await backend.callUnchecked(name, readInput(input), options)
    if (job !== null) running.delete(job)
    send({ type: 'answer', id, text: JSON.stringify(result) })
  }

  port?.on('message', (message: ToBackend) => {
    if (message.type === 'call') void answer(message)
    else if (message.type === 'cancel') running.get(message.job)?.abort()
    else if (message.type === 'parser-said') parsers.receive(message.channel, message.message)
    else if (message.type === 'parser-ended') parsers.end(message.channel, message.code)
  })
}
