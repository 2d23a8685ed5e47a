import { Button, Tooltip } from '@fluentui/react-components'
import { AddRegular, ArrowDownRegular, ArrowUndoRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { DraftSectionRow } from '#shared/contract/document-drafts.ts'
import { moveSection } from '#shared/domain/documents/draft-order.ts'
import { composeText } from '#renderer/text/compose.ts'

interface SectionListProps {
  readonly sections: readonly DraftSectionRow[]
  readonly chosen: DraftSectionRow
  readonly onChoose: (key: string) => void
  readonly onReorder: (keys: readonly string[]) => void
  readonly onAdd: () => void
  readonly onDrop: () => void
  readonly onRestore: () => void
}

/** The sections in the order they print, with what can be done to the chosen one over them. */
export function SectionList(props: SectionListProps) {
  const { sections, chosen, onChoose, onReorder, onAdd, onDrop, onRestore } = props
  const up = moveSection(sections, chosen.key, 'up')
  const down = moveSection(sections, chosen.key, 'down')
  const tool = (label: string, icon: ReactElement, run: () => void, disabled: boolean) => (
    <Tooltip content={label} relationship="label">
      <Button size="small" appearance="subtle" icon={icon} disabledFocusable={disabled} onClick={run} />
    </Tooltip>
  )
  return (
    <nav className="sections" aria-label={composeText.sections}>
      <div className="sections-tools" role="toolbar" aria-label={composeText.sections}>
        {tool(composeText.up, <ArrowUpRegular />, () => up === null || onReorder(up), up === null)}
        {tool(composeText.down, <ArrowDownRegular />, () => down === null || onReorder(down), down === null)}
        {tool(composeText.add, <AddRegular />, onAdd, false)}
        {chosen.state === 'dropped'
          ? tool(composeText.restore, <ArrowUndoRegular />, onRestore, false)
          : tool(composeText.drop, <DeleteRegular />, onDrop, !chosen.canDrop)}
      </div>
      <ol className="sections-list">
        {sections.map((section) => (
          <li key={section.key}>
            <button
              type="button"
              className={`section-item section-${section.state} section-level-${section.level}`}
              aria-current={section.key === chosen.key ? 'true' : undefined}
              onClick={() => onChoose(section.key)}
            >
              <span className="section-name">{section.name}</span>
              <Marks section={section} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Marks({ section }: { readonly section: DraftSectionRow }) {
  const marks = [
    composeText.state[section.state],
    section.clash ? composeText.clash : '',
    section.phrases.length === 0 || section.state === 'dropped' ? '' : composeText.phrases(section.phrases.length),
  ].filter((mark) => mark !== '')
  return marks.length === 0 ? null : <span className="section-mark">{marks.join(', ')}</span>
}
