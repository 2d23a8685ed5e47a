import type { RichCell } from '#shared/domain/exchange/foreign-sheet.ts'
import { LIMITS } from '../../limits.ts'
import { plainText, readXml, type Attributes } from './xml.ts'

const LONGEST_FONT_NAME = 100

/** Text of a cell, with the fonts of its runs when they say something of their own. */
export type StringItem = string | RichCell

/**
 * Gathers one `<si>` or `<is>`: text of `<t>`, run by run; phonetic guides (`<rPh>`) are not text. Fonts of runs
 * are kept only when a run names one: they tell legacy text inside a cell of another font.
 */
export class StringCollector {
  private runs: { text: string; font: string | null }[] = []
  private depthOfGuide = 0
  private inText = false
  private hasFont = false

  start(): void {
    this.runs = []
    this.hasFont = false
    this.inText = false
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.depthOfGuide++
    else if (name === 'r') this.runs.push({ text: '', font: null })
    else if (name === 't') {
      this.inText = this.depthOfGuide === 0
      if (this.runs.length === 0) this.runs.push({ text: '', font: null })
    } else if (name === 'rFont') {
      const run = this.runs.at(-1)
      const value = attributes.get('val')
      if (run !== undefined && value !== undefined) {
        run.font = value
        this.hasFont = true
      }
    }
  }

  close(name: string): void {
    if (name === 'rPh') this.depthOfGuide--
    else if (name === 't') this.inText = false
  }

  text(text: string): void {
    const run = this.runs.at(-1)
    if (this.inText && run !== undefined) run.text += text
  }

  finish(): StringItem {
    const runs = this.runs.map((run) => ({ text: plainText(run.text), font: run.font }))
    if (!this.hasFont)
      return runs
        .map((run) => run.text)
        .join('')
        .slice(0, LIMITS.cellText)
    let room: number = LIMITS.cellText
    const bounded = runs.map(({ text, font }) => {
      const kept = text.slice(0, room)
      room -= kept.length
      return { text: kept, font: font?.slice(0, LONGEST_FONT_NAME) ?? null }
    })
    return { runs: bounded.filter((run) => run.text !== '') }
  }
}

export function readSharedStrings(bytes: Buffer): StringItem[] {
  const items: StringItem[] = []
  const collector = new StringCollector()
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'si') collector.start()
      else collector.open(name, attributes)
    },
    close(name) {
      if (name === 'si') items.push(collector.finish())
      else collector.close(name)
    },
    text: (text) => collector.text(text),
  })
  return items
}
