import type { FileChild } from 'docx'

/** What docx needs to know while it turns its objects into plain ones. */
export type WritingContext = Parameters<FileChild['prepForXml']>[0]

/** docx's own plain form: an element holds text, its attributes, or both among its children. */
type Scalar = string | number | boolean
type Plain = { readonly [name: string]: Scalar | undefined | Plain | readonly (Scalar | Plain)[] }

/**
 * The XML of one paragraph or table, as docx writes it. Written block by block, so that a table of thousands of rows
 * never stands in memory as objects together with the rest of the document.
 */
export function writeXml(child: Pick<FileChild, 'prepForXml'>, context: WritingContext): string {
  const plain = child.prepForXml(context)
  return plain === undefined ? '' : writeElement(plain)
}

function writeElement(element: Plain): string {
  let text = ''
  for (const name of Object.keys(element)) {
    const value = element[name]
    let attributes = ''
    let content = ''
    for (const piece of isList(value) ? value : [value]) {
      if (piece === undefined) continue
      if (typeof piece !== 'object') content += escapeText(String(piece))
      else if (typeof piece['_attr'] === 'object' && !isList(piece['_attr']))
        attributes += writeAttributes(piece['_attr'])
      else if (isList(value)) content += writeElement(piece)
    }
    text += content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`
  }
  return text
}

function writeAttributes(attributes: Plain): string {
  let text = ''
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]
    if (value !== undefined && typeof value !== 'object') text += ` ${name}="${escapeText(String(value))}"`
  }
  return text
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(value: Plain[string]): value is readonly (Scalar | Plain)[] {
  return Array.isArray(value)
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Signs XML gives a meaning are written out; control signs XML does not know are left out. */
export function escapeText(value: string): string {
  return value.replace(/[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, (sign) => ESCAPED[sign] ?? '')
}
