import { create, type Font, type Glyph } from 'fontkit'
import fs from 'node:fs'
import { FACES, type FontFiles, type PlainFont } from './fonts.ts'

/**
 * Fonts as Word sets them: letter after letter, each in its own width. Vietnamese text is precomposed (NFC), so that
 * no rule of the font for joining or shifting letters is wanted; walking through those rules for every word took a
 * hundred times longer than writing the file.
 */
export function openFonts(files: FontFiles): ReadonlyMap<string, PlainFont> {
  return new Map(FACES.map((face) => [face, openFont(files[face])]))
}

const opened = new Map<string, PlainFont>()

/** A font is read once; it stays in memory as long as the program runs. */
function openFont(file: string): PlainFont {
  const kept = opened.get(file)
  if (kept !== undefined) return kept
  const font = create(fs.readFileSync(file))
  const letters = new Map<string, { readonly glyph: Glyph; readonly width: number }>()
  const letterOf = (letter: string) => {
    const known = letters.get(letter)
    if (known !== undefined) return known
    const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0)
    const fresh = { glyph, width: glyph.advanceWidth }
    letters.set(letter, fresh)
    return fresh
  }
  const layout: Font['layout'] = (text) => {
    const found = [...text].map(letterOf)
    return {
      glyphs: found.map(({ glyph }) => glyph),
      // Fresh objects: pdfkit scales them in place.
      positions: found.map(({ width }) => ({ xAdvance: width, yAdvance: 0, xOffset: 0, yOffset: 0 })),
      advanceWidth: found.reduce((sum, { width }) => sum + width, 0),
    }
  }
  // pdfkit takes any font that can lay out; everything else it asks is answered by the font behind it.
  const source = Object.create(font, { layout: { value: layout } }) as Font
  const plain: PlainFont = {
    source,
    widthOf: (text, size) => {
      let units = 0
      for (const letter of text) units += letterOf(letter).width
      return (units / font.unitsPerEm) * size
    },
  }
  opened.set(file, plain)
  return plain
}
