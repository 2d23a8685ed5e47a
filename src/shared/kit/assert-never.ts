/** Makes the compiler prove that every member of a union was handled; reached at run time only by a bug. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`)
}
