import { useEffect, useState } from 'react'
import { useJobs } from '#renderer/api/jobs.ts'
import { JobProgress } from '#renderer/ui/layout/JobProgress.tsx'

/** Anything quicker than this is not worth a panel that flashes. */
const SHOW_AFTER_MS = 500

/** Long work at the foot of the window: what is being done, how far, and Hủy. The rest goes on. */
export function JobPanel() {
  const jobs = useJobs((state) => state.jobs)
  const [, redraw] = useState(0)
  const waiting = jobs.some((job) => Date.now() - job.startedAt < SHOW_AFTER_MS)
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => redraw((count) => count + 1), SHOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [waiting, jobs])
  const shown = jobs.filter((job) => Date.now() - job.startedAt >= SHOW_AFTER_MS && !job.shownElsewhere)
  if (shown.length === 0) return null
  return (
    <div className="job-panel">
      {shown.map((job) => (
        <JobProgress key={job.id} job={job} />
      ))}
    </div>
  )
}
