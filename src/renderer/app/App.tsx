import { FluentProvider, Spinner } from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { followBackend } from '#renderer/api/events.ts'
import { onQueryFailure, queryClient } from '#renderer/api/query-client.ts'
import { resetSaved } from '#renderer/api/saving.ts'
import { FirstStart } from '#renderer/features/first-start/FirstStart.tsx'
import { frameText } from '#renderer/text/frame.ts'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import '#renderer/ui/layout/layout.css'
import './app.css'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { makeIncident } from './incident.ts'
import { Notices } from './Notices.tsx'
import { openOther, openSampleProvince } from './ProvinceMenu.tsx'
import { Shell } from './Shell.tsx'
import { useOpenedFiles } from './use-opened-files.ts'
import { useTheme } from './use-theme.ts'
import { readZoom } from './zoom.ts'

onQueryFailure(notifyError)
// A bug that reached nobody: the clerk is told that it happened and that the data is whole.
window.addEventListener('unhandledrejection', ({ reason }) => {
  const incident = makeIncident()
  console.error(incident, reason)
  notify('error', frameText.crashed(incident))
})

export function App() {
  const theme = useTheme()
  useEffect(() => void readZoom(), [])
  return (
    <FluentProvider theme={theme} className="provider">
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <Gate />
        </ErrorBoundary>
      </QueryClientProvider>
    </FluentProvider>
  )
}

/** A package that was double-clicked before there is any data is what the data begins with. */
function OpenedFiles() {
  useOpenedFiles()
  return null
}

/** Without a data file the first start is shown; it also makes further ones. */
function Gate() {
  const status = useData('file.status', {})
  const [making, setMaking] = useState(false)
  useEffect(followBackend, [])
  useEffect(() => {
    if (status.data !== undefined) resetSaved(status.data.savedAt)
  }, [status.data])
  if (status.isError) throw status.error
  if (status.data === undefined) return <Spinner className="waiting" label={frameText.starting} size="small" />
  if (status.data.file !== null && !making)
    return <Shell key={status.data.file} status={status.data} onNewFile={() => setMaking(true)} />
  return (
    <div className="first-start-page">
      {status.data.file === null ? <OpenedFiles /> : null}
      <Notices />
      <FirstStart
        onDone={() => setMaking(false)}
        onOpenFile={openOther}
        onOpenSample={openSampleProvince}
        {...(status.data.file === null ? {} : { onBack: () => setMaking(false) })}
      />
    </div>
  )
}
