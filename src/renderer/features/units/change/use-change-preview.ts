import { useEffect, useState } from 'react'
import type { ChangeReport } from '#shared/contract/unit-changes.ts'
import { call } from '#renderer/api/bridge.ts'
import type { Change } from './change-form.ts'

interface Preview {
  /** What the change asked for would do; null until it is known, or when there can be no such change. */
  readonly report: ChangeReport | null
  readonly problem: string | null
}

const UNKNOWN: Preview = { report: null, problem: null }

/** Asks what a change would do; a refusal is an answer of the dialog and no failure of the program. */
export function useChangePreview(change: Change | null): Preview {
  const [preview, setPreview] = useState<Preview & { readonly of: string }>({ ...UNKNOWN, of: '' })
  // The change is built anew at every rendering; its text tells whether it says something else.
  const asked = JSON.stringify(change)
  useEffect(() => {
    const wanted = JSON.parse(asked) as Change | null
    if (wanted === null) return undefined
    let dropped = false
    void call('units.previewChange', { change: wanted }).then((result) => {
      if (dropped) return
      setPreview(
        result.ok
          ? { report: result.value, problem: null, of: asked }
          : { report: null, problem: result.error.message, of: asked },
      )
    })
    return () => {
      dropped = true
    }
  }, [asked])
  return preview.of === asked ? preview : UNKNOWN
}
