import type { AppResult } from '#shared/contract/errors.ts'
import type { Backend } from '../../backend.ts'
import type { ForeignReader } from '../../services/ports.ts'
import type { Arguments, OptionSpec } from './arguments.ts'

/** What a command prints: `value` under `--json`, else `text` (whole lines, without the last newline). */
export interface CommandOutput {
  readonly value: unknown
  readonly text: string
  /** 0 unless the value itself says that something is wrong (`verify`). */
  readonly exitCode?: number
}

export interface CommandEnvironment {
  readonly resources: string
  readonly today: string
  /** Reads foreign files in a process of its own; for commands that need no data file. */
  readonly foreign: ForeignReader
  /** --db as it was typed; commands that need none may still be given it. */
  readonly dbFile: string | null
  /** A line about progress on stderr, not under `--json`. */
  readonly say: (line: string) => void
  /** Text of a long command as it comes, on stdout; not under `--json`, whose one value comes at the end. */
  readonly print: (text: string) => void
  /** Opens a backend on another file, for `demo` and `init`; closed with the run. */
  readonly openBackend: (dbFile: string | null) => AppResult<Backend>
}

/** A command of the line; one file each in commands/, one line each in catalogue.ts. */
export interface Command {
  /** The words that name it: ['units', 'list']. */
  readonly name: readonly string[]
  /** What follows the name, as the help shows it: "--plan MÃ [--as-of NGÀY]". */
  readonly usage: string
  /** One Vietnamese line for the help. */
  readonly summary: string
  readonly options: OptionSpec
  /** 'none' for commands that make or need no data file. */
  readonly db: 'required' | 'none'
  run(backend: Backend, args: Arguments, environment: CommandEnvironment): Promise<AppResult<CommandOutput>>
}
