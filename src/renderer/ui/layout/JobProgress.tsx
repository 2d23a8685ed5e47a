import { Button, ProgressBar } from '@fluentui/react-components'
import { cancelRunning, type RunningJob } from '#renderer/api/jobs.ts'
import { commonText } from '#renderer/text/common.ts'
import { frameText } from '#renderer/text/frame.ts'

/** One long job: its step, how far it is, and the way to stop it. */
export function JobProgress({ job }: { readonly job: RunningJob }) {
  const { progress } = job
  const whole = progress?.total ?? null
  const step = job.cancelling ? frameText.cancelling : (progress?.step ?? frameText.working)
  return (
    <div className="job" role="status" aria-label={job.title}>
      <div className="job-text">
        <span className="job-title">{job.title}</span>
        <span className="job-step">
          {step}
          {progress !== null && whole !== null ? ` · ${frameText.progressOf(progress.done, whole)}` : ''}
        </span>
      </div>
      <ProgressBar
        aria-label={job.title}
        {...(progress !== null && whole !== null && whole > 0 ? { value: progress.done / whole } : {})}
      />
      <Button size="small" disabled={job.cancelling} onClick={() => cancelRunning(job.id)}>
        {commonText.cancel}
      </Button>
    </div>
  )
}
