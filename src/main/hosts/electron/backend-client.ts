import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { utilityProcess, type UtilityProcess } from 'electron'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { BackendEvent } from '#shared/contract/events.ts'
import { FILE_OPERATIONS, type FromBackend, type ToBackend } from './messages.ts'

const PARSER_HEAP_MB = 1024
/** A backend that dies this soon after its start would only die again. */
const TOO_SOON_MS = 3000
const MOST_QUICK_DEATHS = 3

export interface BackendClient {
  call(name: string, input: unknown, job: string | null): Promise<AppResult<unknown>>
  /** The same for the window, which writes and reads the JSON itself. */
  callInText(name: string, input: string, job: string | null): Promise<string>
  cancel(job: string): void
  stop(): void
}

export interface BackendClientOptions {
  /** Folder of the built scripts (out/main). */
  readonly scripts: string
  readonly resources: string
  readonly onEvent: (event: BackendEvent) => void
  readonly log: (incident: string, detail: string) => void
}

/**
 * The window's line to the backend process. If that process dies, calls under way are answered with
 * UNEXPECTED (nothing is half-written: writes are transactions), and a new process takes over on the
 * same data file.
 */
export function startBackend(options: BackendClientOptions): BackendClient {
  const waiting = new Map<number, { readonly name: string; readonly answer: (text: string) => void }>()
  const parsers = new Map<number, UtilityProcess>()
  let nextId = 1
  let openFile: string | null = null
  let stopping = false
  let startedAt = 0
  let quickDeaths = 0
  let backend: UtilityProcess | null = fork()

  function fork(): UtilityProcess {
    startedAt = Date.now()
    const child = utilityProcess.fork(path.join(options.scripts, 'backend.js'), [options.resources], {
      serviceName: 'Chi Tieu backend',
    })
    child.on('message', (message: FromBackend) => receive(message))
    child.once('exit', (code) => onExit(code))
    return child
  }

  function send(message: ToBackend): void {
    backend?.postMessage(message)
  }

  function receive(message: FromBackend): void {
    switch (message.type) {
      case 'answer':
        return answer(message.id, message.text)
      case 'event':
        return options.onEvent(message.event)
      case 'incident':
        return options.log(message.incident, message.detail)
      case 'parser-start':
        return startParser(message.channel)
      case 'parser-post':
        return parsers.get(message.channel)?.postMessage(message.message)
      case 'parser-kill':
        return void parsers.get(message.channel)?.kill()
    }
  }

  function answer(id: number, text: string): void {
    const call = waiting.get(id)
    waiting.delete(id)
    if (call?.name.startsWith(FILE_OPERATIONS) === true) rememberFile(JSON.parse(text) as AppResult<unknown>)
    call?.answer(text)
  }

  function startParser(channel: number): void {
    const child = utilityProcess.fork(path.join(options.scripts, 'parser.js'), [], {
      serviceName: 'Chi Tieu parser',
      execArgv: [`--max-old-space-size=${PARSER_HEAP_MB}`],
    })
    parsers.set(channel, child)
    child.on('message', (message: unknown) => send({ type: 'parser-said', channel, message }))
    child.once('exit', (code) => {
      parsers.delete(channel)
      send({ type: 'parser-ended', channel, code })
    })
  }

  function onExit(code: number): void {
    if (stopping) return
    const incident = randomBytes(2).toString('hex').toUpperCase()
    options.log(incident, `backend process ended with code ${code}`)
    const failure = JSON.stringify(fail('UNEXPECTED', { incident }))
    for (const call of waiting.values()) call.answer(failure)
    waiting.clear()
    for (const parser of parsers.values()) parser.kill()
    quickDeaths = Date.now() - startedAt < TOO_SOON_MS ? quickDeaths + 1 : 0
    backend = quickDeaths < MOST_QUICK_DEATHS ? fork() : null
    if (backend !== null && openFile !== null) void call('file.open', { file: openFile }, null)
  }

  function rememberFile(result: AppResult<unknown>): void {
    if (!result.ok || typeof result.value !== 'object' || result.value === null) return
    if ('provinceName' in result.value && 'file' in result.value) openFile = result.value.file as string | null
  }

  function callInText(name: string, input: string, job: string | null): Promise<string> {
    if (backend === null) return Promise.resolve(JSON.stringify(fail('UNEXPECTED', { incident: 'KHOI-DONG' })))
    const id = nextId++
    return new Promise((resolve) => {
      waiting.set(id, { name, answer: resolve })
      send({ type: 'call', id, name, input, job })
    })
  }

  async function call(name: string, input: unknown, job: string | null): Promise<AppResult<unknown>> {
    return JSON.parse(await callInText(name, JSON.stringify(input), job)) as AppResult<unknown>
  }

  return {
    call,
    callInText,
    cancel: (job) => send({ type: 'cancel', job }),
    stop: () => {
      stopping = true
      for (const parser of parsers.values()) parser.kill()
      backend?.kill()
    },
  }
}
