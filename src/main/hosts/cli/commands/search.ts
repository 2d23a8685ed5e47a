import { SEARCH_KINDS, type SearchKind } from '#shared/contract/search.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { SEARCH_TEXT } from '../text/search.ts'
import { writeTable } from '../text/table.ts'
import { readLimit, readOptionalChoice } from '../values.ts'

export const searchCommand: Command = {
  name: ['search'],
  usage: '--db TỆP CHỮ… [--kind LOẠI] [--limit SỐ]',
  summary: 'Tìm đơn vị, doanh nghiệp, CĐCS, cán bộ, kế hoạch, chỉ tiêu, văn bản; không cần gõ dấu',
  options: { words: [1, 50], values: ['kind', 'limit'] },
  db: 'required',
  async run(backend, args) {
    const limit = readLimit(args)
    if (!limit.ok) return limit
    const kind = readOptionalChoice<SearchKind>(args, 'kind', SEARCH_TEXT.kindWords)
    if (!kind.ok) return kind
    const found = await backend.call('search.find', {
      text: args.words.join(' '),
      kinds: kind.value === null ? [...SEARCH_KINDS] : [kind.value],
      limit: Math.min(limit.value ?? 20, 1000),
    })
    if (!found.ok) return found
    const rows = found.value.map((hit) => [SEARCH_TEXT.kinds[hit.kind], hit.code, hit.title, hit.subtitle])
    return ok({ value: found.value, text: writeTable(SEARCH_TEXT.columns, rows) })
  },
}
