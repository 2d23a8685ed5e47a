/** Four signs, as the backend numbers its own incidents. */
export function makeIncident(): string {
  return Math.floor(Math.random() * 0x1_00_00)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')
}
