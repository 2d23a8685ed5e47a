export function TargetsScreen() {
  return null
}
