// The part of pdfkit that is used here; the package brings no types of its own.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'
  import type { Font } from 'fontkit'

  interface PDFDocumentOptions {
    /** Without one a built-in font would be loaded, which has no Vietnamese letters. */
    readonly font?: Font
    readonly autoFirstPage?: boolean
    readonly lang?: string
    readonly displayTitle?: boolean
    readonly pdfVersion?: '1.4' | '1.5' | '1.6' | '1.7'
    readonly info?: Readonly<Record<string, string | Date>>
  }

  interface PDFOutline {
    addItem(title: string): PDFOutline
  }

  export interface PDFDocument extends Readable {
    readonly outline: PDFOutline
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this
    registerFont(name: string, font: Font): this
    font(name: string): this
    fontSize(size: number): this
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic' },
    ): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(width: number): this
    save(): this
    restore(): this
    dash(length: number, options: { readonly space: number }): this
    strokeColor(colour: string): this
    fillColor(colour: string): this
    fill(colour: string): this
    fillAndStroke(fill: string, stroke: string): this
    circle(x: number, y: number, radius: number): this
    rect(x: number, y: number, width: number, height: number): this
    image(image: Buffer, x: number, y: number, options: { readonly width: number; readonly height: number }): this
    stroke(): this
    end(): void
  }

  const PDFDocument: new (options?: PDFDocumentOptions) => PDFDocument
  // pdfkit has no named export.
  export default PDFDocument
}
