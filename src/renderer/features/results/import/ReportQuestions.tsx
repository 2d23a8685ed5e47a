import { Button, Checkbox, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { ImportQuestion, ReportImport } from '#shared/contract/report-import.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { reportImportText } from '#renderer/text/report-import.ts'
import type { ReportFlow } from './use-report-import.ts'

const text = reportImportText.question
/** What the list answers for "pass over"; no code is so written. */
const SKIP = '-'

interface ReportQuestionsProps {
  readonly answer: ReportImport
  readonly flow: ReportFlow
  readonly indicators: readonly IndicatorRow[]
  readonly units: readonly UnitRow[]
}

/** What the files leave open, each with a list to answer from; the day is asked above, once for all. */
export function ReportQuestions({ answer, flow, indicators, units }: ReportQuestionsProps) {
  const asked = [
    ...answer.questions,
    // A row nobody knows may still be an indicator; the clerk is offered all of them.
    ...answer.unmatched.map((item): ImportQuestion => ({
      ...item,
      kind: 'indicator',
      sentence: text.unmatched(item.text),
      choices: [],
    })),
  ].filter(({ kind }) => kind !== 'day')
  if (asked.length === 0) return <p className="import-line">{reportImportText.noQuestions}</p>
  return (
    <ul className="report-questions">
      {asked.map((question) => (
        <Question
          key={`${question.file}|${question.sheet}|${question.cell}|${question.text}`}
          question={question}
          flow={flow}
          indicators={indicators}
          units={units}
        />
      ))}
    </ul>
  )
}

function Question({
  question,
  flow,
  indicators,
  units,
}: Omit<ReportQuestionsProps, 'answer'> & { readonly question: ImportQuestion }) {
  const [code, setCode] = useState('')
  const [remember, setRemember] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  const likely = new Set(question.choices.map((choice) => choice.code))
  const all = question.kind === 'unit' ? units : indicators
  const others = all.filter((row) => !likely.has(row.code))
  return (
    <li className="report-question">
      <p className="import-line">
        <strong>{question.sentence}</strong>
      </p>
      <p className="import-line report-where">
        {text.where(question.file, question.sheet, question.cell)}
        {question.figures.length === 0
          ? null
          : `. ${text.inCells(question.figures.map((figure) => `${figure.cell} = ${figure.text}`).join(', '))}`}
      </p>
      <div className="report-answer">
        <Select size="small" aria-label={question.sentence} value={code} onChange={(_, { value }) => setCode(value)}>
          <option value="">{text.choose}</option>
          {question.choices.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {choice.name}
            </option>
          ))}
          {question.cell === '' ? null : <option value={SKIP}>{text.skip}</option>}
          {others.map((row) => (
            <option key={row.code} value={row.code}>
              {row.name}
            </option>
          ))}
        </Select>
        {question.key === '' ? null : (
          <Checkbox
            label={text.remember}
            checked={remember}
            onChange={(_, { checked }) => setRemember(checked === true)}
          />
        )}
        <Button
          size="small"
          appearance="primary"
          disabled={code === ''}
          onClick={() => {
            void flow.answer(question, code === SKIP ? null : code, remember).then(setProblem)
          }}
        >
          {text.answer}
        </Button>
      </div>
      {problem === null ? null : (
        <MessageBar intent="error">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
    </li>
  )
}
