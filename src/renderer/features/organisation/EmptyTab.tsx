import { useState, type ReactNode } from 'react'
import { organisationText } from '#renderer/text/organisation.ts'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import type { ScreenAction } from '#renderer/ui/layout/Screen.tsx'

interface EmptyTabProps {
  /** Every row there is, whatever is filtered; undefined as long as that is not known. */
  readonly everything: readonly unknown[] | undefined
  readonly title: string
  readonly text: string
  readonly actions: readonly ScreenAction[]
  /** The table, for who would rather type or paste. */
  readonly children: ReactNode
}

/** What belongs into a table nothing stands in yet, and the ways to bring it; typing into the table is one of them. */
export function EmptyTab({ everything, title, text, actions, children }: EmptyTabProps) {
  const [typing, setTyping] = useState(false)
  if (typing || everything === undefined || everything.length > 0) return children
  const type: ScreenAction = { label: organisationText.empty.typeList, run: () => setTyping(true) }
  return <EmptyState title={title} text={text} actions={[...actions, type]} />
}
