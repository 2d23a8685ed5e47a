import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { appError, fail, type AppError, type AppResult } from '#shared/contract/errors.ts'
import { createBackend, type Backend } from '../../backend.ts'
import { parseArguments } from './arguments.ts'
import { COMMANDS } from './catalogue.ts'
import type { Command, CommandOutput } from './command.ts'
import { forkParser, waitForParsers } from './fork-parser.ts'
import { writeHelp } from './text/help.ts'

export interface CliStreams {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

const RESOURCES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../resources')

/**
 * Runs one command line and resolves to its exit code: 0 done, 1 refused (the sentence on stderr, and under
 * `--json` also `{"error":{code,message}}` on stdout).
 */
export async function runCli(argv: readonly string[], streams: CliStreams): Promise<number> {
  const json = argv.includes('--json')
  try {
    return await answer(argv, json, streams)
  } catch (thrown) {
    const incident = randomBytes(2).toString('hex').toUpperCase()
    logIncident(streams, incident, thrown)
    return refuse(appError('UNEXPECTED', { incident }), json, streams)
  }
}

async function answer(argv: readonly string[], json: boolean, streams: CliStreams): Promise<number> {
  if (argv.length === 0 || argv[0] === '--help' || argv[0] === '-h' || argv[0] === 'help') {
    streams.out(writeHelp(COMMANDS))
    return 0
  }
  if (argv[0] === '--version') {
    streams.out(`${readVersion()}\n`)
    return 0
  }
  const { leading, line } = splitLeadingOptions(argv)
  const command = findCommand(line)
  const asked = command === undefined ? COMMANDS.filter(({ name }) => name[0] === line[0]) : [command]
  if (asked.length > 0 && line.includes('--help')) {
    streams.out(writeHelp(asked))
    return 0
  }
  const result: AppResult<CommandOutput> =
    command === undefined
      ? fail('COMMAND_UNKNOWN', {
          name: line
            .filter((part) => !part.startsWith('--'))
            .slice(0, 2)
            .join(' '),
        })
      : await runCommand(command, [...leading, ...line.slice(command.name.length)], json, streams)
  if (!result.ok) return refuse(result.error, json, streams)
  streams.out(json ? `${JSON.stringify(result.value.value, null, 2)}\n` : `${result.value.text}\n`)
  return result.value.exitCode ?? 0
}

/** `chitieu --json --db x.chitieu-db units list`: the two options of every command may stand before it too. */
function splitLeadingOptions(argv: readonly string[]): { leading: readonly string[]; line: readonly string[] } {
  let at = 0
  for (;;) {
    if (argv[at] === '--json' || argv[at]?.startsWith('--db=') === true) at += 1
    else if (argv[at] === '--db') at += 2
    else return { leading: argv.slice(0, at), line: argv.slice(at) }
  }
}

/** The command whose name is the longest match of the first words: "units list" before "units". */
function findCommand(argv: readonly string[]): Command | undefined {
  return COMMANDS.toSorted((a, b) => b.name.length - a.name.length).find((command) =>
    command.name.every((word, index) => argv[index] === word),
  )
}

async function runCommand(
  command: Command,
  rest: readonly string[],
  json: boolean,
  streams: CliStreams,
): Promise<AppResult<CommandOutput>> {
  const args = parseArguments(rest, command.options)
  if (!args.ok) return args
  const db = args.value.value('db')
  if (db === undefined && command.db === 'required') return fail('OPTION_MISSING', { name: 'db' })
  const dbFile = db ?? null
  const opened: Backend[] = []
  const openBackend = (file: string | null): AppResult<Backend> => {
    const made = createBackend({
      dbFile: file,
      resources: RESOURCES,
      foreign: { start: forkParser },
      origin: 'command-line',
      log: (incident, thrown) => logIncident(streams, incident, thrown),
    })
    if (made.ok) opened.push(made.value)
    return made
  }
  try {
    const backend = openBackend(command.db === 'required' ? dbFile : null)
    if (!backend.ok) return backend
    return await command.run(backend.value, args.value, {
      resources: RESOURCES,
      today: localToday(),
      foreign: { start: forkParser },
      dbFile,
      say: (line) => (json ? undefined : streams.error(`${line}\n`)),
      print: (text) => (json ? undefined : streams.out(`${text}\n`)),
      openBackend,
    })
  } finally {
    for (const backend of opened) backend.close()
    await waitForParsers()
  }
}

/**
 * For whoever is asked about the incident: where it was thrown, in a file of the user's own, since the clerk's
 * sentence carries only its number. CHITIEU_DEBUG=1 shows it at once.
 */
function logIncident(streams: CliStreams, incident: string, thrown: unknown): void {
  const where = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  if (process.env['CHITIEU_DEBUG'] === '1') streams.error(`${incident}: ${where}\n`)
  const own = process.platform === 'win32' ? process.env['LOCALAPPDATA'] : process.env['XDG_CACHE_HOME']
  const folder = path.join(own ?? path.join(os.homedir(), '.cache'), 'chi-tieu')
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.appendFileSync(path.join(folder, 'su-co.log'), `${new Date().toISOString()} ${incident}: ${where}\n`)
  } catch {
    // Nowhere to write it: the sentence with its number still comes.
  }
}

function refuse(error: AppError, json: boolean, streams: CliStreams): number {
  const { code, message, details } = error
  if (json)
    streams.out(
      `${JSON.stringify({ error: { code, message, ...(details === undefined ? {} : { details }) } }, null, 2)}\n`,
    )
  streams.error(`${message}\n`)
  return 1
}

function localToday(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(fs.readFileSync(path.join(RESOURCES, '..', 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw appError('FILE_DAMAGED', { file: 'package.json' })
}
