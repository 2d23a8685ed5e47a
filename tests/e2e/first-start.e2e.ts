import fs from 'node:fs'
import { expect, test } from 'playwright/test'
import { makeDataDir, removeDataDir } from '../support/electron-app.ts'
import { FirstStartPage } from './pages/first-start-page.ts'
import { Program } from './pages/program.ts'

test('an office makes its own empty province @smoke', async () => {
  const program = await Program.start()
  try {
    const start = new FirstStartPage(program)
    await start.choice('Lập dữ liệu cho cơ quan').click()
    await start.fillOffice({ name: 'Liên đoàn Lao động tỉnh Hải An', userName: 'Trần Thị Bình' })
    await expect(start.preview()).toContainText('LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI AN')
    await expect(start.preview()).toContainText('Hải An, ngày')
    await start.goOn()
    await start.fillDocuments({ name: '', signer: 'Nguyễn Văn Đức' })
    await expect(start.preview()).toContainText('Nguyễn Văn Đức')
    await start.goOn()
    await start.fillRecipients({ name: '', recipients: ['Như trên', 'Lưu: VT.'] })
    await expect(start.preview()).toContainText('- Lưu: VT.')
    const file = await start.file().inputValue()
    await start.create()

    await expect(program.title()).toHaveText('Đơn vị')
    await expect(program.topBar()).toContainText('Liên đoàn Lao động tỉnh Hải An')
    await expect(program.savedMark()).toHaveText(/^Đã lưu \d{1,2}:\d{2}$/)
    expect(fs.statSync(file).size).toBeGreaterThan(0)

    await program.goTo('Cài đặt')
    await program.page.getByRole('tab', { name: 'Người ký' }).click()
    await expect(program.page.getByRole('gridcell', { name: 'Nguyễn Văn Đức', exact: true })).toBeVisible()
  } finally {
    await program.close()
  }
})

test('without a name the wizard says what is missing and stays', async () => {
  const program = await Program.start()
  try {
    const start = new FirstStartPage(program)
    await start.choice('Lập dữ liệu cho cơ quan').click()
    await start.goOn()
    await expect(program.page.getByRole('alert')).toContainText('Hãy điền tên cơ quan')
    await expect(program.page.getByLabel('Tên cơ quan')).toBeVisible()
  } finally {
    await program.close()
  }
})

test('the sample province opens from the first start @smoke', async () => {
  const program = await Program.start()
  try {
    await new FirstStartPage(program).choice('Mở tỉnh mẫu').click()
    await expect(program.title()).toHaveText('Tổng quan')
    await expect(program.topBar()).toContainText('Kế hoạch năm 2024')
    await expect(program.page.getByRole('article').first()).toBeVisible()
    await expect(program.page.getByRole('progressbar').first()).toBeVisible()
  } finally {
    await program.close()
  }
})

test('the next start opens what was open, and another file can be opened, copied and backed up', async () => {
  const dataDir = makeDataDir()
  try {
    const program = await Program.start({ dataDir })
    const file = await new FirstStartPage(program).makeProvince({ name: 'Liên đoàn Lao động tỉnh Hải An' })
    const copy = file.replace('.chitieu-db', ' chép.chitieu-db')
    await program.answerSaveDialog(copy)
    await program.openProvinceMenu('Lưu bản sao thành…')
    await expect(program.notices()).toContainText('Đã lưu bản sao')
    expect(fs.existsSync(copy)).toBe(true)

    await program.openProvinceMenu('Sao lưu ngay')
    await expect(program.notices()).toContainText('Đã sao lưu')
    await program.goTo('Cài đặt')
    await program.page.getByRole('tab', { name: 'Sao lưu' }).click()
    await expect(program.page.getByRole('table', { name: 'Sao lưu' }).getByRole('row')).toHaveCount(2)

    await program.openProvinceMenu('Mở tỉnh mẫu')
    await expect(program.topBar()).toContainText('dữ liệu mẫu')
    await program.answerOpenDialog(copy)
    await program.openProvinceMenu('Mở tệp dữ liệu…')
    await expect(program.notices()).toContainText('Đã mở dữ liệu của Liên đoàn Lao động tỉnh Hải An')
    await expect(program.topBar()).not.toContainText('dữ liệu mẫu')
    await program.close()

    const again = await Program.start({ dataDir })
    await expect(again.topBar()).toContainText('Liên đoàn Lao động tỉnh Hải An')
    await again.close()
  } finally {
    removeDataDir(dataDir)
  }
})
