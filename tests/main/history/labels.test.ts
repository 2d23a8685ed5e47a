import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OperationName } from '#shared/contract/index.ts'
import { openForReading } from '#main/db/open.ts'
import type { SqliteDatabase } from '#main/db/load-sqlite.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { NOT_STEPS, STEP_NAMES } from '#tests/support/history/every-step.ts'
import { createPicker } from '#tests/support/history/picker.ts'
import { lastSequence, takeStep } from '#tests/support/history/walk.ts'
import { RESOURCES } from '#tests/support/resources.ts'

/** What each operation calls its step, as a clerk would say it. A new operation is a line here. */
const LABELS: Readonly<Partial<Record<OperationName, RegExp>>> = {
  'assigners.save': /^(Thêm|Sửa) nơi giao .+/,
  'board.accept': /^(Chấp nhận|Bỏ chấp nhận) báo cáo .+ của \d+ đơn vị$/,
  'board.answer': /^Trả lời về .+ đến \d/,
  'board.ask': /^Hỏi lại \d+ số liệu .+ của .+/,
  'board.close': /^Đóng \d+ câu hỏi về số liệu$/,
  'bands.set': /^(Sửa các mức tiến độ|Dùng lại các mức tiến độ thường dùng)$/,
  'checks.explain': /^Giải thích .+: .+/,
  'checks.withdraw': /^Bỏ giải thích .+/,
  'campaigns.exclude': /^Không xếp thứ [\d.]+ đơn vị trong .+: .+/,
  'campaigns.include': /^Xếp thứ lại [\d.]+ đơn vị trong .+/,
  'campaigns.open': /^Mở .+/,
  'campaigns.removePreset': /^Xóa mẫu đợt thi đua .+/,
  'campaigns.savePreset': /^Sửa mẫu đợt thi đua .+/,
  'catalogues.removeRows': /^Xóa (\d+ )?(loại hình|lý do|nơi nhận|căn cứ|người ký|cán bộ)/,
  'catalogues.write': /^Thêm .+/,
  'assignments.assign': /^Phân công đồng chí .+ phụ trách .+/,
  'assignments.end': /^Kết thúc \d+ việc phân công từ \d/,
  'commendations.propose': /^Đề nghị khen thưởng \d+ tập thể, cá nhân theo xếp thứ .+/,
  'committees.restaff': /^(Lập danh sách|Kiện toàn) Ban Chỉ đạo .+/,
  'committees.save': /^(Thành lập|Sửa) Ban Chỉ đạo .+/,
  'organisation.removeRows': /^Xóa (\d+ )?(việc|cộng tác viên|Ban Chỉ đạo|buổi|kế hoạch)/,
  'organisation.write': /^(Thêm|Sửa) .+/,
  'remedies.add': /^Thêm kế hoạch riêng .+/,
  'visits.save': /^(Ghi|Sửa) buổi làm việc với .+ ngày \d/,
  'documents.make': /^Tạo .+/,
  'drafts.addSection': /^Thêm phần “.+” vào .+/,
  'drafts.dropSection': /^Bỏ phần “.+” khỏi .+/,
  'drafts.open': /^Soạn .+/,
  'drafts.rebind': /^Lấy số liệu đến ngày [\d/]+ cho .+/,
  'drafts.remove': /^Xóa bản thảo .+/,
  'drafts.reorder': /^Sắp xếp lại các phần của .+/,
  'drafts.restoreSection': /^Lấy lại phần “.+” của .+/,
  'drafts.saveSection': /^Sửa phần “.+” của .+/,
  'drafts.setRules': /^Đổi bộ quy tắc thể thức của .+/,
  'drafts.settleSection': /^(Giữ lời đã sửa của|Lấy lời chương trình soạn cho) phần “.+” của .+/,
  'enterprises.add': /^Thêm doanh nghiệp .+/,
  'enterprises.assignOfficer': /^(Giao .+ phụ trách|Bỏ .+) .*doanh nghiệp/,
  'enterprises.judgePair': /^(Ghi nhận .+ là hai doanh nghiệp|Gộp .+)/,
  'enterprises.remove': /^Xóa (\d+ )?doanh nghiệp/,
  'enterprises.removeContact': /^Xóa lần tiếp xúc .+ ngày \d/,
  'enterprises.removeStage': /^Xóa một giai đoạn của .+/,
  'enterprises.replace': /^Thay thế [\d.]+ ô trong Doanh nghiệp$/,
  'enterprises.saveContact': /^(Ghi|Sửa) lần tiếp xúc .+ ngày \d/,
  'enterprises.saveStage': /^Sửa lịch sử giai đoạn của .+/,
  'enterprises.setStage': /^Chuyển .+ sang giai đoạn .+/,
  'enterprises.update': /^Sửa doanh nghiệp .+/,
  'enterprises.updateMany': /^Sửa .+ doanh nghiệp/,
  'enterprises.writeSpan': /^Ghi [\d.]+ ô trong Doanh nghiệp$/,
  'exchange.setOpinion': /^Ghi ý kiến của .+ về .+/,
  'indicators.revise': /^Thay chỉ tiêu .+ từ ngày .+/,
  'indicators.save': /^(Thêm|Sửa) chỉ tiêu .+/,
  'legalBases.remove': /^Xóa căn cứ/,
  'legalBases.save': /^(Thêm|Sửa) căn cứ .+/,
  'letterheads.remove': /^Xóa phần đầu văn bản/,
  'letterheads.save': /^(Thêm|Sửa) phần đầu văn bản .+/,
  'people.remove': /^Xóa cán bộ .+/,
  'people.save': /^(Thêm|Sửa) cán bộ .+/,
  'plans.add': /^Lập .+/,
  'plans.adjust': /^Điều chỉnh .+ theo .+/,
  'plans.chooseVersion': /^Chọn .+/,
  'plans.copyVersion': /^Lập .+ từ .+/,
  'plans.issue': /^Ban hành .+/,
  'plans.remove': /^Xóa .+/,
  'plans.removeVersion': /^Xóa .+/,
  'plans.update': /^Sửa .+/,
  'plans.updateVersion': /^(Đổi tên|Sửa) .+/,
  'reasons.remove': /^Xóa lý do .+/,
  'reasons.save': /^(Thêm|Sửa) lý do .+/,
  'recipients.remove': /^Xóa nơi nhận/,
  'recipients.save': /^(Thêm|Sửa) nơi nhận .+/,
  'calendar.remove': /^Xóa kỳ báo cáo .+ khỏi lịch báo cáo$/,
  'calendar.save': /^(Thêm|Sửa) kỳ báo cáo .+ trong lịch báo cáo$/,
  'periods.close': /^Khóa kỳ báo cáo [\d/]+ – [\d/]+$/,
  'periods.reopen': /^Mở lại kỳ báo cáo [\d/]+ – [\d/]+$/,
  'reportFiles.forget': /^Bỏ ghi nhớ cách gọi “.+”$/,
  'reportFiles.import': /^Nhập báo cáo của .+ từ tệp$/,
  'reportFiles.learn': /^Ghi nhớ cách gọi “.+” trong báo cáo$/,
  'reports.add': /^Nhập kết quả .+ của .+/,
  'reports.addMany': /^Nhập kết quả .+ và \d+ số liệu khác$/,
  'reports.remove': /^Xóa số liệu đến .+ của .+/,
  'senders.forget': /^Bỏ cách đọc cột của .+/,
  'senders.save': /^Ghi nhớ cách đọc cột của .+/,
  'settings.set': /^Sửa cài đặt chung$/,
  'signers.remove': /^Xóa người ký/,
  'signers.save': /^(Thêm|Sửa) người ký .+/,
  'sizeBands.set': /^Sửa các mức quy mô doanh nghiệp$/,
  'stages.remove': /^Xóa giai đoạn .+/,
  'stages.save': /^(Thêm|Sửa) giai đoạn .+/,
  'survey.import': /^Nhập [\d.]+ doanh nghiệp từ .+\.xlsx$/,
  'surveyRounds.update': /^(Chốt|Bỏ chốt|Sửa|Đổi tên|Mở lại) .*đợt khảo sát .+/,
  'stuckLimits.set': /^Sửa số ngày coi là dừng lâu/,
  'targets.allocate': /^Phân bổ .+/,
  'targets.lock': /^(Khóa|Mở khóa|Bỏ khóa) chỉ tiêu/,
  'targets.lockArea': /^(Khóa|Mở khóa|Bỏ khóa) chỉ tiêu/,
  'targets.set': /^Giao chỉ tiêu .+ cho .+/,
  'targets.setMany': /^Nhập \d+ chỉ tiêu/,
  'unionRules.set': /^Sửa mức đoàn viên tối thiểu/,
  'unions.addMembers': /^Ghi số đoàn viên ngày .+ của .+/,
  'unions.end': /^Kết thúc hoạt động .+/,
  'unions.found': /^Thành lập .+/,
  'unions.remove': /^Xóa .+/,
  'unions.removeMembers': /^Xóa số đoàn viên ngày .+/,
  'unions.save': /^(Thêm|Sửa) .+/,
  'unions.updateMany': /^Sửa .+ ô trong CĐCS$/,
  'units.add': /^Thêm đơn vị .+/,
  'units.change': /^(Đổi tên|Sáp nhập|Chia tách|Tách|Chuyển|Kết thúc hoạt động|Đưa) .+ từ \d/,
  'units.remove': /^Xóa đơn vị .+/,
  'units.removeMany': /^Xóa \d+ đơn vị/,
  'units.update': /^Sửa đơn vị .+/,
  'units.updateMany': /^(Sửa|Thêm) .*đơn vị/,
}

/** What a clerk must not see. */
const FOREIGN = /\b(?:undefined|null|NaN|Object|false|true|units?|targets?|update|import|remove|save)\b/

let opened: TestBackend
let sqlite: SqliteDatabase
let closeReader: () => void
beforeAll(async () => {
  opened = await openTestBackend({ province: 'sample', untilClosed: true })
  const reader = openForReading(opened.file, RESOURCES)
  if (!reader.ok) throw new Error(reader.error.message)
  sqlite = reader.value.sqlite
  closeReader = () => reader.value.close()
})
afterAll(() => {
  closeReader()
  opened.close()
})

/** Asks until it is taken; reading a file and making a paper have inputs of their own. */
async function ask(name: OperationName): Promise<void> {
  const { backend, call, folder } = opened
  if (name === 'survey.import')
    await call(name, { file: path.resolve('tests/fixtures/survey/bhxh-quang-tri.xlsx'), createUnits: true })
  else if (name === 'reportFiles.import')
    await call(name, {
      files: [path.resolve('tests/fixtures/bao-cao/HTP_T6_2024.xlsx')],
      unit: (await call('units.list', { asOf: null }))[1]?.code ?? '',
    })
  else if (name === 'documents.make') await call(name, { type: 'bao-cao-tien-do', out: path.join(folder, 'a.docx') })
  else {
    const pick = createPicker(sqlite, 5)
    for (let tries = 0; tries < 80; tries++) if ((await takeStep(backend, pick, [name])) !== null) return
    throw new Error(`${name} was never taken`)
  }
}

test('every operation that writes has a label stated here, and no other', () => {
  expect(Object.keys(LABELS).toSorted()).toEqual([...STEP_NAMES].toSorted())
})

describe('what the list of steps calls', () => {
  // Issuing closes a plan to those after it.
  test.for([...STEP_NAMES.filter((name) => name !== 'plans.issue'), 'plans.issue'] as const)(
    '%s',
    { timeout: 60_000 },
    async (name) => {
      const { call } = opened
      const before = lastSequence(sqlite)
      await ask(name)
      expect(lastSequence(sqlite)).toBe(before + 1)
      const [step] = await call('history.list', { limit: 1 })
      const label = step?.label ?? ''
      expect(label).toMatch(LABELS[name] ?? /^$/)
      expect(label).not.toMatch(FOREIGN)
      expect(label.length).toBeLessThanOrEqual(300)
      expect(label).toBe(label.normalize('NFC').trim())
      expect(step?.rows).toBeGreaterThan(0)
    },
  )
})

describe('what makes no step', () => {
  test('queries, previews, exports and checks', { timeout: 60_000 }, async () => {
    const { backend } = opened
    const before = lastSequence(sqlite)
    const silent = [...NOT_STEPS].filter((name) => !/^(file\.|documents\.|history\.(undo|undoAbove|redo)$)/.test(name))
    for (const name of silent) await backend.callUnchecked(name, {})
    expect(lastSequence(sqlite)).toBe(before)
  })

  test('writing what stands there already, and a change that is put back within one step', async () => {
    const { call } = opened
    const before = lastSequence(sqlite)
    const [unit] = await call('units.list', { asOf: null })
    await call('units.update', { id: unit?.id ?? '', patch: { note: unit?.note ?? null, name: unit?.name ?? '' } })
    const { values } = await call('settings.get', {})
    await call('settings.set', values)
    expect(lastSequence(sqlite)).toBe(before)
  })
})
