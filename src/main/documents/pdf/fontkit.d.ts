// The part of fontkit that is used here; the package brings no types of its own.
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number
    /** Units of the font. */
    readonly advanceWidth: number
    /** Its outline, counted upwards from the line letters stand on. */
    readonly path: { readonly commands: readonly PathCommand[] }
  }

  export interface PathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    /** x, y of control points and of the end. */
    readonly args: readonly number[]
  }

  /** What pdfkit asks of a glyph. */
  export interface LaidOutGlyph extends Omit<Glyph, 'path'> {
    readonly codePoints: readonly number[]
  }

  interface Position {
    xAdvance: number
    yAdvance: number
    xOffset: number
    yOffset: number
  }

  export interface Font {
    readonly unitsPerEm: number
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string): {
      readonly glyphs: readonly LaidOutGlyph[]
      readonly positions: readonly Position[]
      readonly advanceWidth: number
    }
  }

  export function create(bytes: Uint8Array): Font
}
