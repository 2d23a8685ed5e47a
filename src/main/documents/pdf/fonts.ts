import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Font } from 'fontkit'

export const FACES = ['regular', 'bold', 'italic', 'boldItalic'] as const
export type Face = (typeof FACES)[number]
/** Absolute path of each face. */
export type FontFiles = Readonly<Record<Face, string>>

export interface PlainFont {
  /** What pdfkit embeds. */
  readonly source: Font
  /** Points a text takes at a size. */
  readonly widthOf: (text: string, size: number) => number
}

const TIMES: FontFiles = { regular: 'times.ttf', bold: 'timesbd.ttf', italic: 'timesi.ttf', boldItalic: 'timesbi.ttf' }
const LIBERATION: FontFiles = {
  regular: 'LiberationSerif-Regular.ttf',
  bold: 'LiberationSerif-Bold.ttf',
  italic: 'LiberationSerif-Italic.ttf',
  boldItalic: 'LiberationSerif-BoldItalic.ttf',
}

/**
 * Times New Roman (NĐ 30/2020, Phụ lục I, mục I.4) where the machine has it, as every Windows does; else Liberation
 * Serif, which the program brings along: the same widths letter by letter, so that lines and pages end alike.
 */
export function findFonts(resources: string, systemFolder: string | null = windowsFonts()): FontFiles {
  const times = systemFolder === null ? null : inFolder(TIMES, systemFolder)
  if (times !== null && FACES.every((face) => fs.existsSync(times[face]))) return times
  return inFolder(LIBERATION, path.join(resources, 'fonts'))
}

function windowsFonts(): string | null {
  return process.platform === 'win32' ? path.join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts') : null
}

function inFolder(files: FontFiles, folder: string): FontFiles {
  return {
    regular: path.join(folder, files.regular),
    bold: path.join(folder, files.bold),
    italic: path.join(folder, files.italic),
    boldItalic: path.join(folder, files.boldItalic),
  }
}

export function faceOf({ bold, italic }: { readonly bold: boolean; readonly italic: boolean }): Face {
  if (bold) return italic ? 'boldItalic' : 'bold'
  return italic ? 'italic' : 'regular'
}
