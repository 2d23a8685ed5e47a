import type { Command } from '../command.ts'

/** The help page: every command with its usage and one line of what it does. */
export function writeHelp(commands: readonly Command[]): string {
  const lines = commands.map((command) => {
    const usage = [...command.name, command.usage].filter(Boolean).join(' ')
    return `  chitieu ${usage}\n      ${command.summary}`
  })
  return [
    'Chỉ Tiêu: lập, giao và theo dõi chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở.',
    '',
    'Cách dùng: chitieu LỆNH --db TỆP [--json]',
    '  --db TỆP   tệp dữ liệu',
    '  --json     in một giá trị JSON thay cho lời',
    '',
    'Các lệnh:',
    ...lines,
    '',
    'Ngày ghi theo dạng 2024-06-30 hoặc 30/6/2024.',
    '',
  ].join('\n')
}
