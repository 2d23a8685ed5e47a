export type Colour = readonly [red: number, green: number, blue: number]

/** How finely a dot's covered share is told apart: letters look smooth, and a chart has few colours. */
export const LEVELS = 12
/** What a PNG of one byte a dot can name. */
const MOST = 256

/** The colours of a picture, numbered as they come; a chart has a handful and what lies between them at edges. */
export class Palette {
  readonly colours: Colour[] = []
  private readonly numbers = new Map<number, number>()
  private readonly blends = new Map<number, number>()

  /** The number of a colour; of the nearest where no more can be named. */
  numberOf(colour: Colour): number {
    const [red, green, blue] = colour
    const key = (red << 16) | (green << 8) | blue
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.colours.length < MOST ? this.colours.push(colour) - 1 : this.nearest(colour)
    this.numbers.set(key, number)
    return number
  }

  /** What comes of painting so many twelfths of one colour over another. */
  blend(under: number, over: number, level: number): number {
    const key = (under << 16) | (over << 8) | level
    const known = this.blends.get(key)
    if (known !== undefined) return known
    const share = level / LEVELS
    const channel = (at: 0 | 1 | 2): number => {
      const before = this.colours[under]?.[at] ?? 255
      return Math.round(before + ((this.colours[over]?.[at] ?? 0) - before) * share)
    }
    const number = this.numberOf([channel(0), channel(1), channel(2)])
    this.blends.set(key, number)
    return number
  }

  private nearest(colour: Colour): number {
    const far = (other: Colour): number =>
      other.reduce((sum, value, channel) => sum + (value - (colour[channel] ?? 0)) ** 2, 0)
    let best = 0
    this.colours.forEach((other, number) => {
      if (far(other) < far(this.colours[best] ?? other)) best = number
    })
    return best
  }
}
