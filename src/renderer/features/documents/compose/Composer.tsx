import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { ArrowLeftRegular, DocumentTextRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useState } from 'react'
import type { DraftAnswer } from '#shared/contract/document-drafts.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { chooseSave, openFile, runCommand, showInFolder } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { commonText } from '#renderer/text/common.ts'
import { composeText } from '#renderer/text/compose.ts'
import { DateField } from '#renderer/ui/forms/fields.tsx'
import { FilterSelect } from '#renderer/ui/layout/FilterSelect.tsx'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { Waiting } from '#renderer/ui/layout/Waiting.tsx'
import { goTo } from '#renderer/ui/state/navigation.ts'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { showWarnings } from '#renderer/ui/state/status.ts'
import { AddSectionDialog } from './AddSectionDialog.tsx'
import './compose.css'
import { FigurePanel } from './FigurePanel.tsx'
import { PagesPreview } from './PagesPreview.tsx'
import { ProblemList } from '../ProblemList.tsx'
import { SectionEditor } from './SectionEditor.tsx'
import { SectionList } from './SectionList.tsx'

interface ComposerProps {
  readonly id: string
  /** The section to begin with; null: the first. */
  readonly section: string | null
  readonly onClose: () => void
}

/** Composing one document: its sections, the words of one of them, the pages as they will be printed. */
export function Composer({ id, section: first, onClose }: ComposerProps) {
  const asked = useData('drafts.get', { id })
  const draft = asked.data
  const pages = useData('drafts.preview', { id }).data
  const [key, setKey] = useState<string | null>(first)
  const [adding, setAdding] = useState(false)
  const [figure, setFigure] = useState<string | null>(null)
  const [dirty, setDirty] = useState(false)
  const origin = useData('drafts.figureRows', { id, figure: figure ?? '' }, { enabled: figure !== null }).data
  const chosen = draft?.sections.find((one) => one.key === key) ?? draft?.sections[0]

  useEffect(() => {
    showWarnings(
      (draft?.problems ?? []).map((problem) => ({
        text: problem.message,
        open: () => openMend(problem, problem.focus ?? null, setKey),
      })),
    )
    return () => showWarnings([])
  }, [draft])
  // Its opening may be undone, or its plan taken away, while it is on screen.
  const gone = asked.error
  useEffect(() => {
    if (gone === null) return
    notify('warning', gone.message)
    onClose()
  }, [gone, onClose])
  const origins = pages?.origins
  const isChosen = useMemo(
    () => (section: number, block: number) => origins?.[section]?.[block] === chosen?.key,
    [origins, chosen?.key],
  )

  if (draft === undefined || chosen === undefined) return <Waiting />
  const act = (answer: Promise<AppResult<unknown>>): void =>
    void answer.then((result) => (result.ok ? undefined : notifyError(result.error)))
  return (
    <Screen
      title={draft.title}
      actions={[
        { label: composeText.back, icon: <ArrowLeftRegular />, run: onClose },
        { label: composeText.make, icon: <DocumentTextRegular />, main: true, run: () => void make(draft) },
      ]}
      filters={<Bindings key={`${draft.boundTo} ${draft.rules ?? ''}`} draft={draft} dirty={dirty} />}
    >
      <div className="composer">
        <SectionList
          sections={draft.sections}
          chosen={chosen}
          onChoose={setKey}
          onReorder={(sections) => act(runCommand('drafts.reorder', { id, sections: [...sections] }))}
          onAdd={() => setAdding(true)}
          onDrop={() => act(runCommand('drafts.dropSection', { id, section: chosen.key }))}
          onRestore={() => act(runCommand('drafts.restoreSection', { id, section: chosen.key }))}
        />
        <div className="composer-middle">
          <SectionNotes
            draft={draft}
            section={chosen}
            onSettle={(take) => act(runCommand('drafts.settleSection', { id, section: chosen.key, take }))}
          />
          <SectionEditor key={chosen.key} draft={draft} section={chosen} onDirty={setDirty} />
          <Problems draft={draft} onChoose={setKey} />
        </div>
        <div className="composer-right">
          {figure === null || origin === undefined || origin.figure !== figure ? null : (
            <FigurePanel origin={origin} onClose={() => setFigure(null)} />
          )}
          {pages === undefined ? (
            <Waiting />
          ) : (
            <PagesPreview
              preview={pages.preview}
              isChosen={isChosen}
              chosenFigure={figure}
              onFigure={setFigure}
              onBlock={(section, block) => {
                const found = pages.origins[section]?.[block]
                if (found !== null && found !== undefined) setKey(found)
              }}
            />
          )}
        </div>
      </div>
      {adding ? <AddSectionDialog id={id} after={chosen} onAdded={setKey} onClose={() => setAdding(false)} /> : null}
    </Screen>
  )
}

/** The day its figures are of and the rules it is laid out by. */
function Bindings({ draft, dirty }: { readonly draft: DraftAnswer; readonly dirty: boolean }) {
  const [asOf, setAsOf] = useState<string | null>(draft.boundTo)
  return (
    <>
      <DateField className="composer-day" label={composeText.asOf} value={asOf} onChange={setAsOf} />
      <Button
        size="small"
        className="composer-rebind"
        disabledFocusable={asOf === null || asOf === draft.boundTo}
        onClick={() => (asOf === null ? undefined : void rebind(draft.id, asOf))}
      >
        {composeText.rebind}
      </Button>
      <FilterSelect
        label={composeText.rules}
        value={draft.rules ?? ''}
        options={[
          { value: '', label: composeText.rulesUsual },
          ...draft.ruleSets.map((rules) => ({ value: rules, label: composeText.ruleNames[rules] ?? rules })),
        ]}
        onChange={(rules) =>
          void runCommand('drafts.setRules', { id: draft.id, rules: rules === '' ? null : rules }).then((answer) =>
            answer.ok ? undefined : notifyError(answer.error),
          )
        }
      />
      <span className="composer-saved" role="status">
        {dirty ? composeText.unsaved : composeText.saved}
      </span>
      <span className="composer-hint">{composeText.figureHint}</span>
    </>
  )
}

/** What the clerk should know of the section before he writes in it. */
function SectionNotes({
  draft,
  section,
  onSettle,
}: {
  readonly draft: DraftAnswer
  readonly section: DraftAnswer['sections'][number]
  readonly onSettle: (take: 'mine' | 'composed') => void
}) {
  const [shown, setShown] = useState(false)
  if (section.state === 'dropped') return <p className="composer-note">{composeText.droppedNote}</p>
  if (section.newer !== null)
    return (
      <div>
        <MessageBar intent={section.clash ? 'warning' : 'info'} layout="multiline">
          <MessageBarBody>{section.clash ? composeText.newerClash : composeText.newer}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => setShown(!shown)}>
              {shown ? composeText.hideNewer : composeText.showNewer}
            </Button>
            <Button size="small" onClick={() => onSettle('mine')}>
              {composeText.keepMine}
            </Button>
            <Button size="small" onClick={() => onSettle('composed')}>
              {composeText.takeNewer}
            </Button>
          </MessageBarActions>
        </MessageBar>
        {shown ? <pre className="composer-newer">{printNewer(draft, section.newer.text)}</pre> : null}
      </div>
    )
  return (
    <div className="composer-notes">
      {section.phrases.length === 0 ? null : <p className="composer-note">{composeText.phraseNote}</p>}
      {section.canMove ? null : <p className="composer-note">{composeText.fixedNote}</p>}
      {section.state === 'edited' ? (
        <Button size="small" appearance="subtle" onClick={() => onSettle('composed')}>
          {composeText.takeComposed}
        </Button>
      ) : null}
    </div>
  )
}

function printNewer(draft: DraftAnswer, text: string): string {
  const shown = new Map(draft.fields.map((field) => [field.key, field.text]))
  return text.replace(/\{\{([^{}]+)\}\}/gu, (_, field: string) => shown.get(field) ?? '……')
}

function Problems({ draft, onChoose }: { readonly draft: DraftAnswer; readonly onChoose: (key: string) => void }) {
  const { problems } = draft
  return (
    <details className="composer-problems" open={problems.length > 0 && problems.length <= 3}>
      <summary>{problems.length === 0 ? composeText.noProblems : composeText.problemsCount(problems.length)}</summary>
      <ProblemList
        label={composeText.problems}
        problems={problems}
        onMend={(problem, focus) => openMend(problem, focus, onChoose)}
      />
    </details>
  )
}

/** Where a problem is mended: a section of this draft, or another screen. */
function openMend(problem: DraftAnswer['problems'][number], focus: string | null, choose: (key: string) => void): void {
  const section = /^draft \S+ (\S+)$/u.exec(focus ?? '')?.[1]
  if (section !== undefined) choose(section)
  else goTo(problem.mend, focus)
}

async function rebind(id: string, asOf: string): Promise<void> {
  const answer = await runCommand('drafts.rebind', { id, asOf })
  if (!answer.ok) {
    notifyError(answer.error)
    return
  }
  const { changedFigures, clashes } = answer.value
  notify('success', composeText.rebound(asOf, changedFigures))
  if (clashes.length > 0) notify('warning', composeText.clashes(clashes))
}

async function make(draft: DraftAnswer): Promise<void> {
  const out = await chooseSave('document', draft.fileName)
  if (out === null) return
  const answer = await runJob('drafts.make', { id: draft.id, out }, composeText.makeJob(draft.title))
  if (!answer.ok) {
    notifyError(answer.error)
    return
  }
  const { file, figures } = answer.value
  notify('success', composeText.made(file.split(/[\\/]/).at(-1) ?? file, figures), [
    {
      label: commonText.openInWord,
      run: () => void openFile(file).then((opened) => (opened.ok ? undefined : notifyError(opened.error))),
    },
    { label: commonText.openFolder, run: () => void showInFolder(file) },
  ])
}
