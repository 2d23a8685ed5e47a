/**
 * Foreign files are parsed in a process of their own that can be killed by time and memory. How such a
 * process is started differs by host (a utilityProcess in the window, a child process elsewhere), so the
 * backend knows only this port. Its reader is implemented in exchange/ over the channel the host gives.
 */
export interface ParserChannel {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once when the process has ended or could not be started; true when its memory ran out. */
  onExit(listener: (outOfMemory: boolean) => void): void
  kill(): void
}

export type StartParser = () => ParserChannel

export interface ForeignReader {
  readonly start: StartParser
}
