// npm start: brings what is missing, builds, and opens the window on the sample province.
//
//   npm start                      the sample province
//   npm start -- "đường dẫn/tệp"   hands its arguments to the program instead
import { spawn } from 'node:child_process'
import process from 'node:process'
import { buildIfNeeded } from './build.mjs'
import { projectRoot } from './cache-folder.mjs'
import { electronEnvironment, electronSwitches, hasDisplay } from './display.mjs'
import { runScript, SetupError } from './run-script.mjs'
import { prepareDisplay, prepareElectron } from './setup.mjs'

const NO_DISPLAY =
  'Máy này không có màn hình nên không mở được cửa sổ: hãy chạy "npm run demo" để làm trọn việc không cần cửa sổ, hoặc "xvfb-run -a npm start" để mở trên màn hình ảo.'

await runScript(async () => {
  console.log('Chuẩn bị Chỉ Tiêu…')
  const { runtime } = await prepareElectron()
  await buildIfNeeded()
  if (!hasDisplay()) {
    // What the virtual display needs is brought as well, so that the command we name works.
    await prepareDisplay().catch((error) => console.error(error instanceof SetupError ? error.message : String(error)))
    throw new SetupError(NO_DISPLAY)
  }
  await prepareDisplay()
  console.log(`  Mở cửa sổ bằng Electron ${runtime.version}…`)
  const given = process.argv.slice(2)
  return openWindow(runtime.executable, given.length > 0 ? given : ['--sample'])
})

/**
 * Runs the program until its window is closed.
 * @param {string} electron absolute path of the executable
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function openWindow(electron, args) {
  const env = { ...process.env, ...electronEnvironment() }
  // An editor's terminal sets this for its own children; with it Electron would start as plain Node.
  delete env['ELECTRON_RUN_AS_NODE']
  return new Promise((resolve, reject) => {
    const child = spawn(electron, [...electronSwitches(), '.', ...args], {
      cwd: projectRoot,
      env,
      stdio: ['inherit', 'inherit', 'pipe'],
    })
    let rest = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (/** @type {string} */ chunk) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (!isChromiumChatter(line)) console.error(line)
    })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => child.kill(signal))
    child.on('error', (error) => reject(new SetupError(`Không mở được Electron: ${error.message}`)))
    child.on('close', (code) => {
      if (rest !== '' && !isChromiumChatter(rest)) console.error(rest)
      resolve(code ?? 0)
    })
  })
}

/**
 * Chromium writes of every service it does without (no D-Bus, no graphics card), which frightens and helps
 * nobody: "[14063:1121/201749.726250:ERROR:bus.cc(407)] Failed to connect to the bus".
 * @param {string} line
 */
function isChromiumChatter(line) {
  return /^\[\d+:\d+\/\d+\.\d+:(ERROR|WARNING|INFO)/.test(line)
}
