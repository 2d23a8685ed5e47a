import { Component, type ErrorInfo, type ReactNode } from 'react'
import { frameText } from '#renderer/text/frame.ts'
import { makeIncident } from './incident.ts'

interface BoundaryState {
  readonly incident: string | null
}

/** A bug on one screen shows a sentence there; the frame and the other screens go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { incident: null }

  static getDerivedStateFromError(): BoundaryState {
    return { incident: makeIncident() }
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo): void {
    console.error(this.state.incident, thrown, info.componentStack)
  }

  override render(): ReactNode {
    const { incident } = this.state
    if (incident === null) return this.props.children
    return (
      <div className="empty" role="alert">
        <p className="empty-title">{frameText.crashed(incident)}</p>
        <p className="empty-text">{frameText.crashedHint}</p>
        <div className="empty-actions">
          <button type="button" className="plain-button" onClick={() => this.setState({ incident: null })}>
            {frameText.reload}
          </button>
        </div>
      </div>
    )
  }
}
