/** Names of the document types by their codes. */
export function useDocumentTypeNames(): ReadonlyMap<string, string> {
  return new Map()
}
