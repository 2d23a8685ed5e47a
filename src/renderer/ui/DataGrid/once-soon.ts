/**
 * Does a thing once for all that asks for it while one key or event is dealt with, right behind it: what measures the
 * table has the browser lay it out, and a key that takes a value, paints a frame and moves on would have it do so each
 * time.
 */
export class OnceSoon {
  private isAsked = false
  private readonly run: () => void

  constructor(run: () => void) {
    this.run = run
  }

  ask(): void {
    if (this.isAsked) return
    this.isAsked = true
    queueMicrotask(() => this.now())
  }

  /** Not later than now, if it was asked for. */
  now(): void {
    if (!this.isAsked) return
    this.isAsked = false
    this.run()
  }
}
