import { useEffect, useState } from 'react'
import type { AllocationAnswer } from '#shared/contract/targets.ts'
import { call } from '#renderer/api/bridge.ts'
import type { AllocationRequest } from './allocation-form.ts'

/** Long enough not to compute at every key, short enough to feel at once. */
const WAIT_MS = 120

interface Preview {
  /** The newest allocation that could be made; stays while a wish is refused, so that it can be put right. */
  readonly answer: AllocationAnswer | null
  readonly problem: string | null
  readonly current: boolean
}

export function useAllocationPreview(request: AllocationRequest | null): Preview {
  const [preview, setPreview] = useState<Preview>({ answer: null, problem: null, current: false })
  // The request is built anew at every rendering; its text tells whether it says something else.
  const asked = JSON.stringify(request)
  useEffect(() => {
    const wanted = JSON.parse(asked) as AllocationRequest | null
    let dropped = false
    const timer = setTimeout(() => {
      if (wanted === null) return
      void call('targets.previewAllocation', wanted).then((result) => {
        if (dropped) return
        setPreview((before) =>
          result.ok
            ? { answer: result.value, problem: null, current: true }
            : { ...before, problem: result.error.message, current: false },
        )
      })
    }, WAIT_MS)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [asked])
  return preview
}
