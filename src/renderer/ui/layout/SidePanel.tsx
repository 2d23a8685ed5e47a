import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type ReactNode } from 'react'
import { commonText } from '#renderer/text/common.ts'

interface SidePanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A quiet column beside a table that tells about the selected cell; it follows the selection. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const body = useRef<HTMLDivElement>(null)
  // What is longer than the window can be scrolled by keyboard; a short text is no stop on the way.
  useEffect(() => {
    const element = body.current
    if (element === null) return
    if (element.scrollHeight > element.clientHeight) element.tabIndex = 0
    else element.removeAttribute('tabindex')
  })
  return (
    <aside className="side-panel" aria-label={title} data-region="panel">
      <div className="side-panel-head">
        <h2 className="side-panel-title">{title}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`${commonText.close}: ${title}`}
          onClick={onClose}
        />
      </div>
      <div className="side-panel-body" aria-live="polite" role="region" aria-label={title} ref={body}>
        {children}
      </div>
    </aside>
  )
}
