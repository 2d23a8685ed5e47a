/**
 * What is to be put right in a Word file, by where it stands. Sizes are points, lengths millimetres; what is left out
 * stays as it is. Paragraphs are counted as `WordFile.paragraphs` lists them.
 */
export interface WordEdits {
  readonly texts: readonly TextEdit[]
  readonly paragraphs: ReadonlyMap<number, ParagraphEdit>
  /** By section of the file, from 0. */
  readonly sections: ReadonlyMap<number, SectionEdit>
  readonly everywhere: EverywhereEdit
}

/** Letters of one paragraph's text, from (included) to (not), that become others. */
export interface TextEdit {
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface ParagraphEdit {
  readonly align?: 'both' | 'center' | 'left'
  readonly leftMm?: number
  readonly firstLineMm?: number
  readonly beforePt?: number
  readonly afterPt?: number
  readonly line?: { readonly kind: 'multiple' | 'exact'; readonly value: number }
  /** Sizes outside the range become this one. */
  readonly size?: { readonly range: readonly [number, number]; readonly value: number }
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underlined?: boolean
}

export interface SectionEdit {
  /** The sides of A4 as the page lies. */
  readonly page?: { readonly widthMm: number; readonly heightMm: number }
  readonly margins?: {
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  readonly firstPageDiffers?: true
  readonly startsAt?: number
}

export interface EverywhereEdit {
  readonly font?: string
  /** Letters in a colour become black. */
  readonly black?: true
  /** Marks are put together with their letters. */
  readonly composed?: true
}
