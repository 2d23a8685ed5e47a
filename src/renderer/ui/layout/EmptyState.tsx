import { Button } from '@fluentui/react-components'
import type { ScreenAction } from './Screen.tsx'

interface EmptyStateProps {
  readonly title: string
  readonly text: string
  readonly actions?: readonly ScreenAction[]
}

/** An empty screen says what belongs there and offers the ways to bring it. */
export function EmptyState({ title, text, actions = [] }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p className="empty-text">{text}</p>
      <div className="empty-actions">
        {actions.map((action) => (
          <Button
            key={action.label}
            appearance={action.main === true ? 'primary' : 'secondary'}
            {...(action.icon === undefined ? {} : { icon: action.icon })}
            onClick={() => action.run?.()}
          >
            {action.label}
          </Button>
        ))}
      </div>
    </div>
  )
}
