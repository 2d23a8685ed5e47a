// The part of fontkit that is used here; the package brings no types of its own.
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number
    /** Units of the font. */
    readonly advanceWidth: number
  }

  /** What pdfkit asks of a glyph. */
  export interface LaidOutGlyph extends Glyph {
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
