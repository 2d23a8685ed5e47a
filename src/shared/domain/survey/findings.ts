import { columnLetter } from '../exchange/foreign-sheet.ts'
import { hintSentence, SEVERITY, type HintKind, type Problem, type ProblemCode } from './sentences.ts'

/**
 * Gathers what a reading finds: problems one by one, hints of one kind and column together, so that a file
 * with five thousand "25 người" gives one sentence.
 */
export interface Findings {
  problem(row: number, column: number, code: ProblemCode, message: string): void
  hint(kind: HintKind, row: number, column: number | null, example?: string): void
  /** A whole sentence about the file. */
  say(sentence: string): void
  problems(): readonly Problem[]
  hints(): readonly string[]
}

interface GatheredHint {
  readonly kind: HintKind
  readonly column: number | null
  readonly example: string
  readonly rows: number[]
}

export function createFindings(): Findings {
  const problems: Problem[] = []
  const sentences: string[] = []
  const gathered = new Map<string, GatheredHint>()
  return {
    problem: (row, column, code, message) => {
      problems.push({ row, column: columnLetter(column), code, severity: SEVERITY[code], message })
    },
    hint: (kind, row, column, example = '') => {
      // Hints about a place name that place: one sentence for each.
      const key = `${kind}|${column ?? ''}|${kind.startsWith('place') ? example : ''}`
      const hint = gathered.get(key)
      if (hint === undefined) gathered.set(key, { kind, column, example, rows: [row] })
      else if (hint.rows.at(-1) !== row) hint.rows.push(row)
    },
    say: (sentence) => {
      if (!sentences.includes(sentence)) sentences.push(sentence)
    },
    problems: () => problems.toSorted((a, b) => a.row - b.row),
    hints: () => [
      ...sentences,
      ...[...gathered.values()].map((hint) =>
        hintSentence(hint.kind, hint.rows, hint.example, hint.column === null ? null : columnLetter(hint.column)),
      ),
    ],
  }
}
