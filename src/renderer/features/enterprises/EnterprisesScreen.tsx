export function EnterprisesScreen() {
  return null
}
