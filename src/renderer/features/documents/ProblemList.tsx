import { Button } from '@fluentui/react-components'
import type { DraftAnswer } from '#shared/contract/document-drafts.ts'
import { documentsText } from '#renderer/text/documents.ts'

type Problem = DraftAnswer['problems'][number]

/** Names of rows shown as links before "và n nữa". */
const MOST_LINKS = 6

/** What stands in the way of a document, each with the screen and the rows where it is mended. */
export function ProblemList({
  label,
  problems,
  onMend,
}: {
  readonly label: string
  readonly problems: readonly Problem[]
  /** `focus` is what the screen is to show first. */
  readonly onMend: (problem: Problem, focus: string | null) => void
}) {
  return (
    <ul className="problem-list" aria-label={label}>
      {problems.map((problem) => (
        <li key={problem.message}>
          <span className="problem-text">
            <span className={`problem-${problem.severity}`}>{problem.message}</span>
            <Rows problem={problem} onMend={onMend} />
          </span>
          <Button size="small" appearance="subtle" onClick={() => onMend(problem, problem.focus ?? null)}>
            {documentsText.dialog.mend[problem.mend]}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Each row leads to itself; the settings show a list, not a row. */
function Rows({
  problem,
  onMend,
}: {
  readonly problem: Problem
  readonly onMend: (problem: Problem, focus: string | null) => void
}) {
  const rows = problem.mend === 'settings' ? [] : (problem.rows ?? [])
  if (rows.length === 0) return null
  return (
    <span className="problem-rows">
      {rows.slice(0, MOST_LINKS).map((row) => (
        <button key={row.focus} type="button" className="problem-row" onClick={() => onMend(problem, row.focus)}>
          {row.name}
        </button>
      ))}
      {rows.length > MOST_LINKS ? documentsText.moreRows(rows.length - MOST_LINKS) : null}
    </span>
  )
}
