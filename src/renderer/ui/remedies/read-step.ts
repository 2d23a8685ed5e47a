/** "Khảo sát lao động; 15/9/2024": what is to be done, and behind the last semicolon by when. */
export function readStep(line: string): { column: string; value: string }[] {
  const [, content, dueOn] = /^(.*\S)\s*;\s*(\d[\d/.-]*)\s*$/u.exec(line.trim()) ?? []
  if (content === undefined || dueOn === undefined) return [{ column: 'content', value: line.trim() }]
  return [
    { column: 'content', value: content },
    { column: 'dueOn', value: dueOn },
  ]
}
