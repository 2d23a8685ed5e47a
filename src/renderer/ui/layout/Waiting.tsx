import { Spinner } from '@fluentui/react-components'
import { commonText } from '#renderer/text/common.ts'

/** Shown only when the wait is long enough to be noticed. */
export function Waiting() {
  return <Spinner className="waiting" delay={300} size="small" label={commonText.loading} />
}
