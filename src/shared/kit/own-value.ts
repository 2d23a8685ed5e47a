/**
 * What a table says of a key that people typed or a file brought. `table['constructor']` is not undefined in any
 * object: plain indexing would take a function for the answer.
 */
export function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
