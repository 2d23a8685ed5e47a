import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ApplyOutcome } from '#shared/contract/exchange-rows.ts'
import { isPackageKind, PACKAGE_KINDS, type ContentPeriod } from '#shared/domain/exchange/content.ts'
import { KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readPeriodCode } from '../period-code.ts'
import { readDate, readOptionalDate } from '../dates.ts'
import { EXCHANGE_TEXT, packageCells, roundCells, tellCounts, tellOutcome, tellPreview } from '../text/exchange.ts'
import { writeTable } from '../text/table.ts'

/** As many files as one line of a shell holds. */
const MOST_FILES = 2000

export const packageMakeCommand: Command = {
  name: ['package', 'make'],
  usage:
    '--kind LOẠI --unit ĐƠN-VỊ --out TỆP.chitieu|TỆP.xlsx [--period KỲ] [--plan MÃ] [--enterprise MST …] [--union MÃ …] [--on NGÀY] [--full] [--passphrase MẬT-KHẨU]',
  summary: 'Lập tệp gửi cho đơn vị (hoặc biểu Excel để đơn vị điền)',
  options: {
    values: ['kind', 'unit', 'out', 'period', 'plan', 'on', 'passphrase'],
    lists: ['enterprise', 'union'],
    flags: ['full'],
  },
  db: 'required',
  async run(backend, args) {
    const kind = args.value('kind')
    const file = args.value('out')
    if (kind === undefined) return fail('OPTION_MISSING', { name: 'kind' })
    if (!isPackageKind(kind))
      return fail('OPTION_CHOICE', { name: 'kind', text: kind, values: PACKAGE_KINDS.join(', ') })
    if (file === undefined) return fail('OPTION_MISSING', { name: 'out' })
    const period = await readPeriod(backend, args.value('period'))
    if (!period.ok) return period
    const on = readOptionalDate(args.value('on'))
    if (!on.ok) return on
    const made = await backend.call('exchange.make', {
      kind,
      unit: args.value('unit') ?? null,
      file,
      period: period.value === null ? null : { ...period.value },
      plan: args.value('plan') ?? null,
      full: args.flag('full'),
      passphrase: args.value('passphrase') ?? null,
      enterprises: [...args.list('enterprise')],
      unions: [...args.list('union')],
      on: on.value,
    })
    if (!made.ok) return made
    const { to, sequence, rows, fingerprint } = made.value
    const text = [
      `Đã lập ${KIND_RULES[kind].title.toLocaleLowerCase('vi')} số ${sequence} gửi ${to.name}: ${made.value.file}`,
      `${formatNumber(rows)} dòng. Chữ ký của máy này: ${fingerprint}`,
    ].join('\n')
    return ok({ value: made.value, text })
  },
}

/** "2024-06", "2024-Q2", "2024-6T", "2024-H1", "2024", or two days: "2024-01-01..2024-06-30". */
async function readPeriod(
  backend: Parameters<Command['run']>[0],
  text: string | undefined,
): Promise<AppResult<ContentPeriod | null>> {
  if (text === undefined) return ok(null)
  const [first = '', last] = text.split('..')
  if (last !== undefined) {
    const from = readDate(first)
    const to = readDate(last)
    return from.ok && to.ok && from.value <= to.value
      ? ok({ from: from.value, to: to.value })
      : fail('PACKAGE_PERIOD_UNKNOWN', { text })
  }
  const code = text.trim().toUpperCase().replace(/-H1$/, '-6T')
  const period = await readPeriodCode(backend, code)
  if (!period.ok) return period
  if (period.value !== null) return ok({ from: period.value.from, to: period.value.to })
  // A day alone: what stands on it since the year began.
  const day = readDate(text)
  return day.ok
    ? ok({ from: `${day.value.slice(0, 4)}-01-01`, to: day.value })
    : fail('PACKAGE_PERIOD_UNKNOWN', { text })
}

export const packageReadCommand: Command = {
  name: ['package', 'read'],
  usage: 'TỆP [--passphrase MẬT-KHẨU] [--review]',
  summary: 'Xem trước một tệp trao đổi: thay đổi, chỗ hai bên cùng sửa, phần còn thiếu; chưa nhận gì',
  options: { values: ['passphrase'], flags: ['review'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const read = await backend.call('exchange.read', {
      file: args.words[0] ?? '',
      passphrase: args.value('passphrase') ?? null,
      review: args.flag('review'),
    })
    return read.ok ? ok({ value: read.value, text: tellPreview(read.value) }) : read
  },
}

export const packageApplyCommand: Command = {
  name: ['package', 'apply'],
  usage: 'TỆP|THƯ-MỤC … [--clashes ours|theirs|leave] [--passphrase MẬT-KHẨU] [--review]',
  summary:
    'Nhận một hay nhiều tệp trao đổi, hoặc mọi tệp trao đổi trong một thư mục; chỗ hai bên cùng sửa: giữ của mình, lấy của họ, hoặc để lại',
  options: { values: ['clashes', 'passphrase'], flags: ['review'], words: [1, MOST_FILES] },
  db: 'required',
  async run(backend, args, environment) {
    const clashes = args.value('clashes') ?? 'leave'
    if (clashes !== 'ours' && clashes !== 'theirs' && clashes !== 'leave')
      return fail('OPTION_CHOICE', { name: 'clashes', text: clashes, values: 'ours, theirs, leave' })
    const sent = args.words.flatMap(filesOf)
    const applied = await backend.call(
      'exchange.apply',
      {
        files: sent,
        clashes,
        passphrase: args.value('passphrase') ?? null,
        review: args.flag('review'),
      },
      {
        onProgress: ({ done, total }) =>
          total !== null && total > 1 ? environment.say(`${formatNumber(done)}/${formatNumber(total)}`) : undefined,
      },
    )
    if (!applied.ok) return applied
    const { files } = applied.value
    const [only] = files
    // One file answers for itself, as any other command does; a file that waits is not taken over either.
    if (sent.length === 1 && only !== undefined) {
      if (only.error !== null)
        return { ok: false, error: { ...only.error, code: only.error.code as 'PACKAGE_DAMAGED' } }
      if (only.status === 'waiting')
        return fail(
          'PACKAGE_WAITS',
          { file: only.file, gap: only.gaps.map((gap) => gap.sentence).join(' ') },
          { id: only.id, gaps: only.gaps },
        )
    }
    const failed = files.filter(({ status }) => status === 'refused' || status === 'waiting')
    const lines = files.map(tellOutcome)
    const text = files.length === 1 ? lines.join('\n') : [...lines, tellCounts(applied.value)].join('\n')
    const value = sent.length === 1 && only !== undefined ? flatten(only, files.slice(1)) : applied.value
    return ok({ value, text, exitCode: failed.length > 0 ? 1 : 0 })
  },
}

/** Of a folder the files a unit could have sent; one without any is told as what it is. */
function filesOf(word: string): readonly string[] {
  const isFolder = fs.statSync(word, { throwIfNoEntry: false })?.isDirectory() === true
  const inside = isFolder
    ? fs
        .readdirSync(word)
        .filter((name) => /\.(?:chitieu|xlsx|xls|ods)$/i.test(name) && !/^[.~]/.test(name))
        .toSorted((a, b) => (a < b ? -1 : 1))
    : []
  return inside.length === 0 ? [word] : inside.map((name) => path.join(word, name))
}

/** One file: its own figures at the top, and what was waiting for it beside them. */
function flatten(outcome: ApplyOutcome, followed: readonly ApplyOutcome[]): unknown {
  const { id, created, updated, deleted, unchanged, clashes, ...rest } = outcome
  return { id, created, updated, deleted, unchanged, clashes, ...rest, followed }
}

export const packageUndoCommand: Command = {
  name: ['package', 'undo'],
  usage: 'MÃ-TỆP [--preview]',
  summary: 'Hoàn tác việc nhận một tệp, giữ các sửa đổi làm sau; --preview chỉ xem trước',
  options: { flags: ['preview'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const undone = await backend.call('exchange.undo', {
      package: args.words[0] ?? '',
      preview: args.flag('preview'),
    })
    if (!undone.ok) return undone
    const { label, kept, keptCount, preview, removed, restored, rows, cells } = undone.value
    const text = [
      preview ? `Sẽ hoàn tác: ${label}` : `Đã hoàn tác: ${label}`,
      `Bỏ ${formatNumber(removed)} dòng tệp đã thêm, đưa lại ${formatNumber(restored)} dòng tệp đã xóa, trả lại ${formatNumber(cells)} ô của ${formatNumber(rows)} dòng.`,
      ...(keptCount === 0 ? [] : [`Giữ nguyên ${formatNumber(keptCount)} chỗ:`]),
      ...kept.slice(0, 30).map(({ sentence }) => `  ${sentence}`),
      ...(preview ? ['Chưa có gì thay đổi.'] : []),
    ].join('\n')
    return ok({ value: undone.value, text })
  },
}

export const packageListCommand: Command = {
  name: ['package', 'list'],
  usage: '[--unit ĐƠN-VỊ] [--kind LOẠI]',
  summary: 'Các tệp đã gửi, đã nhận, đang chờ',
  options: { values: ['unit', 'kind'] },
  db: 'required',
  async run(backend, args) {
    const kind = args.value('kind') ?? null
    if (kind !== null && !isPackageKind(kind))
      return fail('OPTION_CHOICE', { name: 'kind', text: kind, values: PACKAGE_KINDS.join(', ') })
    const listed = await backend.call('exchange.list', { unit: args.value('unit') ?? null, kind })
    if (!listed.ok) return listed
    const text =
      listed.value.length === 0
        ? EXCHANGE_TEXT.none
        : writeTable(EXCHANGE_TEXT.packageColumns, listed.value.map(packageCells))
    return ok({ value: listed.value, text })
  },
}

export const packageClashesCommand: Command = {
  name: ['package', 'clashes'],
  usage: '[MÃ-TỆP] [--decide ours|theirs] [--clash MÃ …]',
  summary: 'Những chỗ hai bên cùng sửa còn chờ; --decide quyết định tất cả, hoặc các chỗ chọn bằng --clash',
  options: { values: ['decide'], lists: ['clash'], words: [0, 1] },
  db: 'required',
  async run(backend, args) {
    const listed = await backend.call('exchange.clashes', { package: args.words[0] ?? null })
    if (!listed.ok) return listed
    const choice = args.value('decide')
    if (choice === undefined) {
      const rows = listed.value.map((row) => [
        row.tableTitle,
        row.rowTitle,
        row.columnTitle,
        row.old ?? '',
        row.theirs ?? '',
        row.ours ?? '',
        row.decides ? EXCHANGE_TEXT.we : row.theirUnit,
        row.id,
      ])
      const text = rows.length === 0 ? EXCHANGE_TEXT.noClashes : writeTable(EXCHANGE_TEXT.clashColumns, rows)
      return ok({ value: listed.value, text })
    }
    if (choice !== 'ours' && choice !== 'theirs')
      return fail('OPTION_CHOICE', { name: 'decide', text: choice, values: 'ours, theirs' })
    const wanted = args.list('clash')
    const clashes = wanted.length > 0 ? [...wanted] : listed.value.map(({ id }) => id)
    if (clashes.length === 0) return ok({ value: { decided: 0, open: 0 }, text: EXCHANGE_TEXT.noClashes })
    const decided = await backend.call('exchange.decide', { clashes, choice })
    if (!decided.ok) return decided
    const text = `Đã quyết định ${formatNumber(decided.value.decided)} chỗ, còn ${formatNumber(decided.value.open)} chỗ.`
    return ok({ value: decided.value, text })
  },
}

export const packageRoundCommand: Command = {
  name: ['package', 'round'],
  usage: '[--plan MÃ] [--unit ĐƠN-VỊ]',
  summary: 'So dự thảo, ý kiến của đơn vị và chỉ tiêu ban hành',
  options: { values: ['plan', 'unit'] },
  db: 'required',
  async run(backend, args) {
    const read = await backend.call('exchange.round', {
      plan: args.value('plan') ?? null,
      unit: args.value('unit') ?? null,
    })
    return read.ok
      ? ok({ value: read.value, text: writeTable(EXCHANGE_TEXT.roundColumns, read.value.map(roundCells)) })
      : read
  },
}
