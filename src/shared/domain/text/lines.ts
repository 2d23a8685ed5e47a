import { normalizeText } from './fold.ts'

/** Text of several lines as it is stored: each line tidied, line ends as one sign, no more than one empty line between. */
export function normalizeLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => normalizeText(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
