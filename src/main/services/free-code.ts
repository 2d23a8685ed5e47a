import { foldText } from '#shared/domain/text/fold.ts'

/**
 * "Công đoàn phường Hải Sơn" → "CONG-DOAN-PHUONG-HAI-SON", at most `most` signs, with a number behind when that is
 * taken; `otherwise` where nothing is left of the wish.
 */
export function freeCode(
  wish: string,
  taken: { has(code: string): boolean },
  { most, otherwise }: { readonly most: number; readonly otherwise: string },
): string {
  const base =
    foldText(wish)
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, most) || otherwise
  let code = base
  for (let number = 2; taken.has(code); number += 1) code = `${base}-${number}`
  return code
}
