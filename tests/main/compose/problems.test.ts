import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { runProcess } from '#tests/support/cli.ts'

let sample: TestBackend

beforeAll(async () => {
  sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
})
afterAll(() => sample.close())

describe('before anything is made', () => {
  it('a unit nobody signs for is told, with the list where signers are entered', async () => {
    const { problems, blocking } = await sample.call('documents.problems', { type: 'cam-ket-don-vi' })
    const signer = problems.find((problem) => problem.code === 'SIGNER_MISSING')
    expect(signer).toMatchObject({ severity: 'warning', mend: 'settings', focus: 'signers' })
    expect(blocking).toBe(0)
    expect(problems.find((problem) => problem.code === 'LETTERHEAD_MISSING')).toMatchObject({ focus: 'letterheads' })
  })

  it('a day outside every term names who signs and when', async () => {
    const { problems } = await sample.call('documents.problems', { type: 'cam-ket-tinh-uy', asOf: '2010-05-01' })
    const term = problems.find((problem) => problem.code === 'SIGNER_TERM')
    expect(term?.message).toContain('Ngày 1/5/2010 nằm ngoài thời gian giữ chức vụ')
    expect(term?.message).toMatch(/\(từ \d+\/\d+\/\d{4}/u)
    const today = await sample.call('documents.problems', { type: 'cam-ket-tinh-uy', asOf: '2024-06-30' })
    expect(today.problems.map((problem) => problem.code)).not.toContain('SIGNER_TERM')
  })

  it('units without a report and figures nobody reported are named with their rows', async () => {
    const early = await sample.call('documents.problems', { type: 'bao-cao-tien-do', asOf: '2024-01-02' })
    expect(early.problems.map((problem) => problem.code)).toEqual(
      expect.arrayContaining(['RESULTS_PARTLY', 'REPORTS_MISSING']),
    )
    const { problems } = await sample.call('documents.problems', { type: 'bao-cao-tien-do', asOf: '2024-06-30' })
    const silent = problems.find((problem) => problem.code === 'REPORTS_MISSING')
    expect(silent?.rows?.length).toBeGreaterThan(0)
    for (const row of silent?.rows ?? []) expect(silent?.message).toContain(row.name)
    const units = await sample.call('units.list', { asOf: '2024-06-30' })
    expect(units.map((unit) => unit.code)).toEqual(expect.arrayContaining((silent?.rows ?? []).map((row) => row.focus)))
  })

  it('a target nobody reported on is told by its name', async () => {
    const indicators = await sample.call('indicators.list', {})
    const progress = await sample.call('progress.get', { plan: '2024', asOf: '2024-06-30' })
    const silentOnes = indicators.filter(
      ({ code, kind, formula, parent }) =>
        kind === 'flow' &&
        formula === null &&
        parent === null &&
        !progress.rows.some((row) => row.indicator === code && (row.result !== null || row.target !== null)),
    )
    const [unused] = silentOnes
    expect(unused).toBeDefined()
    const assigners = await sample.call('assigners.list', {})
    await sample.call('targets.setMany', {
      plan: '2024',
      cells: [{ unit: 'TINH', indicator: unused?.code ?? '', assigner: assigners[0]?.code ?? '', value: 5 }],
    })
    const { problems } = await sample.call('documents.problems', { type: 'bao-cao-tien-do', asOf: '2024-06-30' })
    const partly = problems.find((problem) => problem.code === 'RESULTS_PARTLY')
    expect(partly).toMatchObject({ severity: 'warning', mend: 'results' })
    expect(partly?.message).toContain(unused?.shortName)
    await sample.call('history.undo', {})
  })

  it('a plan with blank targets names the units; one without any refuses', async () => {
    await sample.call('plans.add', { code: '2031', kind: 'year', from: '2031-01-01', to: '2031-12-31' })
    const { blocking, problems } = await sample.call('documents.problems', { type: 'phu-luc-chi-tieu', plan: '2031' })
    expect(blocking).toBeGreaterThan(0)
    expect(problems.find((problem) => problem.severity === 'error')).toMatchObject({
      code: 'TARGETS_MISSING',
      mend: 'targets',
    })
    const out = path.join(sample.folder, 'trống.docx')
    expect(await sample.refuse('documents.make', { type: 'phu-luc-chi-tieu', plan: '2031', out })).toBe(
      'DOCUMENT_INCOMPLETE',
    )
  })
})

it('the command line tells them, and composes a draft alone', { timeout: 240_000 }, async () => {
  const file = path.join(sample.folder, 'dòng lệnh.chitieu-db')
  const run = async (...args: string[]): Promise<string> => {
    const { code, out, error } = await runProcess([...args, '--db', file], sample.folder)
    expect(error).toBe('')
    expect(code).toBe(0)
    return out
  }
  await run('init', '--sample')
  expect(await run('document', 'cam-ket-don-vi', '--check')).toContain('Lưu ý: Không có người ký')
  await run('plans', 'add', '--code', '2031', '--kind', 'year', '--from', '2031-01-01', '--to', '2031-12-31')
  // What keeps it from being made is answered with 1, like a refusal.
  const asked = ['document', 'phu-luc-chi-tieu', '--plan', '2031', '--check', '--json', '--db', file]
  const blocked = await runProcess(asked, sample.folder)
  expect(blocked.code).toBe(1)
  expect(JSON.parse(blocked.out)).toMatchObject({ type: 'phu-luc-chi-tieu', plan: '2031', blocking: 1 })

  const opened = JSON.parse(
    await run('draft', 'new', 'bao-cao-tien-do', '--plan', '2024', '--as-of', '2024-06-30', '--json'),
  ) as {
    id: string
  }
  const { id } = opened
  const key = 'ket-qua-thuc-hien.phat-trien-doan-vien'
  await run('draft', 'set', id, key, '--text', 'Đến {{ngay}} có {{result:DV_MOI::TINH@ngay}} đoàn viên.')
  await run('draft', 'move', id, 'danh-gia-chung', 'up')
  await run('draft', 'rebind', id, '--as-of', '2024-09-30')
  const shown = JSON.parse(await run('draft', 'show', id, key, '--json')) as { printed: string; state: string }
  expect(shown.state).toBe('edited')
  expect(shown.printed).toMatch(/^Đến 30\/9\/2024 có .*\d đoàn viên\.$/u)
  const out = path.join(sample.folder, 'dòng lệnh.docx')
  const made = JSON.parse(await run('draft', 'make', id, '--out', out, '--json')) as { document: string; file: string }
  expect(made.file).toBe(out)
  const origin = JSON.parse(
    await run('document', 'figures', made.document, '--figure', 'result:DV_MOI::TINH@2024-09-30', '--json'),
  ) as { rows: { kind: string }[] }
  expect(origin.rows.length).toBeGreaterThan(3)
  expect(origin.rows.every((row) => row.kind === 'report')).toBe(true)
})
