import type { ParserChannel } from '../../services/ports.ts'
import type { FromBackend } from './messages.ts'

/** The writer's side of parser processes that the main process starts for it. */
export class ParserChannels {
  private next = 1
  private readonly send: (message: FromBackend) => void
  private readonly open = new Map<
    number,
    { said: ((message: unknown) => void)[]; ended: ((code: number | null) => void)[] }
  >()

  constructor(send: (message: FromBackend) => void) {
    this.send = send
  }

  start(): ParserChannel {
    const channel = this.next++
    const listeners = { said: [] as ((message: unknown) => void)[], ended: [] as ((code: number | null) => void)[] }
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

  end(channel: number, code: number | null): void {
    const listeners = this.open.get(channel)
    this.open.delete(channel)
    listeners?.ended.forEach((listener) => listener(code))
  }
}
