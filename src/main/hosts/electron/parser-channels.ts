import type { ParserChannel } from '../../services/ports.ts'
import type { FromBackend } from './messages.ts'

/** The writer's side of parser processes that the main process starts for it. */
export class ParserChannels {
  private next = 1
  private readonly send: (message: FromBackend) => void
  private readonly open = new Map<
    number,
    { said: ((message: unknown) => void)[]; ended: ((outOfMemory: boolean) => void)[] }
  >()

  constructor(send: (message: FromBackend) => void) {
    this.send = send
  }

  start(): ParserChannel {
    const channel = this.next++
    const listeners = { said: [] as ((message: unknown) => void)[], ended: [] as ((outOfMemory: boolean) => void)[] }
    this.open.set(channel, listeners)
    this.send({ type: 'parser-start', channel })
    return {
      post: (message) => this.send({ type: 'parser-post', channel, message }),
      onMessage: (listener) => void listeners.said.push(listener),
      onExit: (listener) => void listeners.ended.push(listener),
      kill: () => this.send({ type: 'parser-kill', channel }),
    }
  }

  receive(channel: number, message: unknown): void {
    this.open.get(channel)?.said.forEach((listener) => listener(message))
  }

  /** Codes of utility processes differ by system: 0 is an end of its own, 9 a kill, the rest stands for its limits. */
  end(channel: number, code: number | null): void {
    const listeners = this.open.get(channel)
    this.open.delete(channel)
    listeners?.ended.forEach((listener) => listener(code !== 0 && code !== 9 && code !== null))
  }
}
