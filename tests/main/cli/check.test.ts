import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeDocx } from '#tests/documents/support/made.ts'
import { spoilDocx } from '#tests/documents/support/spoil.ts'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

async function check(
  ...args: readonly string[]
): Promise<{ exitCode: number; json: unknown; stdout: string; stderr: string }> {
  let stdout = ''
  let stderr = ''
  const exitCode = await runCli(['check', ...args], {
    out: (text) => void (stdout += text),
    error: (text) => void (stderr += text),
  })
  return { exitCode, json: args.includes('--json') ? (JSON.parse(stdout) as unknown) : null, stdout, stderr }
}

describe('chitieu check', () => {
  it('answers rule, severity, found, expected and where, without any data file', async () => {
    const { bytes } = await makeDocx('ke-hoach-nam')
    const file = path.join(makeTempFolder(), 'kế hoạch sửa tay.docx')
    fs.writeFileSync(
      file,
      await spoilDocx(bytes, 'word/document.xml', (xml) => xml.replaceAll('w:left="1701"', 'w:left="1134"')),
    )
    const run = await check(file, '--json')
    expect(run.exitCode).toBe(0)
    expect(run.json).toContainEqual({
      rule: 'page.margin.left',
      severity: 'error',
      found: '20 mm',
      expected: '30–35 mm',
      where: expect.any(String),
    })
    const right = path.join(makeTempFolder(), 'đúng.docx')
    fs.writeFileSync(right, bytes)
    expect((await check(right, '--json')).json).toEqual([])
    expect((await check(right, '--rules', 'nd30-cong-doan', '--json')).json).toEqual([])
    expect((await check(right)).stdout).toContain('đúng thể thức')
  })

  it('says what is the matter with a file that is no Word file, or a rule set nobody knows', async () => {
    const folder = makeTempFolder()
    const write = (name: string, content: string | Uint8Array): string => {
      fs.writeFileSync(path.join(folder, name), content)
      return path.join(folder, name)
    }
    const codeOf = async (...args: string[]): Promise<unknown> => {
      const run = await check(...args, '--json')
      expect(run.exitCode).toBe(1)
      expect(run.stderr).toMatch(/\p{L}/u)
      return (run.json as { error: { code: string } }).error.code
    }
    expect(await codeOf(path.join(folder, 'không có.docx'))).toBe('FILE_MISSING')
    expect(await codeOf(write('chữ.docx', 'chỉ là chữ'))).toBe('FILE_NOT_WORD')
    expect(await codeOf(write('rỗng.docx', ''))).toBe('FILE_EMPTY')
    expect(await codeOf(write('pdf.docx', '%PDF-1.7 …'))).toBe('FILE_NOT_WORD')
    expect(await codeOf(folder)).toBe('FILE_IS_FOLDER')
    const { bytes } = await makeDocx('cam-ket-tinh-uy')
    expect(await codeOf(write('cụt.docx', bytes.slice(0, bytes.length / 2)))).toBe('FILE_DAMAGED')
    expect(await codeOf(write('đủ.docx', bytes), '--rules', '36-HD')).toBe('RULE_SET_UNKNOWN')
  })
})
