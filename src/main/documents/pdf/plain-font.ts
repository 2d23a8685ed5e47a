import { create, type Font, type LaidOutGlyph } from 'fontkit'
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
  const letters = new Map<string, LaidOutGlyph>()
  const letterOf = (letter: string) => {
    const known = letters.get(letter)
    if (known !== undefined) return known
    const codePoint = letter.codePointAt(0) ?? 0
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
    // fontkit's own glyph forgets which letter it is where it was first met as a part of another ("E" of "Ế"): text
    // taken out of the file would lack it.
    const fresh: LaidOutGlyph = { id, advanceWidth, codePoints: [codePoint] }
    letters.set(letter, fresh)
    return fresh
  }
  const layout: Font['layout'] = (text) => {
    const found = [...text].map(letterOf)
    return {
      glyphs: found,
      // Fresh objects: pdfkit scales them in place.
      positions: found.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })),
      advanceWidth: found.reduce((sum, glyph) => sum + glyph.advanceWidth, 0),
    }
  }
  // pdfkit takes any font that can lay out; everything else it asks is answered by the font behind it.
  const source = Object.create(font, { layout: { value: layout } }) as Font
  const plain: PlainFont = {
    source,
    widthOf: (text, size) => {
      let units = 0
      for (const letter of text) units += letterOf(letter).advanceWidth
      return (units / font.unitsPerEm) * size
    },
  }
  opened.set(file, plain)
  return plain
}
