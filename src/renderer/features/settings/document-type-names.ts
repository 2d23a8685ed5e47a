import { useMemo } from 'react'
import { useData } from '#renderer/api/data.ts'

/** Names of the document types by their codes. */
export function useDocumentTypeNames(): ReadonlyMap<string, string> {
  const types = useData('documents.types', {}).data
  return useMemo(() => new Map((types ?? []).map(({ type, title }) => [type, title])), [types])
}
