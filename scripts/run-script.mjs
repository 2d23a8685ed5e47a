// The frame of every script that a person starts: expected failures are one sentence, never a stack trace.
import process from 'node:process'

/** A failure whose message is written for the person at the terminal and says what to do. */
export class SetupError extends Error {}

/**
 * @param {() => Promise<number | void>} main gives the exit code; nothing is 0
 */
export async function runScript(main) {
  try {
    requireNode()
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.exitCode = 1
    if (error instanceof SetupError) console.error(error.message)
    else {
      console.error(`Có lỗi ngoài dự kiến khi chuẩn bị: ${error instanceof Error ? error.message : String(error)}`)
      if (process.env['CHITIEU_DEBUG'] && error instanceof Error) console.error(error.stack)
      else console.error('Đặt CHITIEU_DEBUG=1 rồi chạy lại để xem chi tiết.')
    }
  }
}

/**
 * `npm run` puts the project's own Node 24 first on Linux; elsewhere, or when a script is started past npm,
 * the Node may be too old for vitest, electron-vite and SQLite's binary.
 */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 14)) return
  throw new SetupError(
    process.platform === 'linux' && process.arch === 'x64'
      ? `Đang chạy bằng Node ${process.versions.node}. Hãy chạy "npm ci" rồi gọi qua "npm run …" để dùng Node 24 của dự án.`
      : `Đang chạy bằng Node ${process.versions.node}. Hãy cài Node từ 22.14 trở lên (nên dùng 24) rồi chạy lại.`,
  )
}
