// Brings everything that opening the window or driving it in tests needs. Each part is done once per machine;
// a second run finds it all in well under a second.
//
//   npm run setup
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { hasDisplay } from './display.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { ensureNativeBinding } from './native-binding.mjs'
import { runScript } from './run-script.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * @param {(message: string) => void} [log]
 * @returns {Promise<{ runtime: import('./electron-runtime.mjs').ElectronRuntime, binding: string }>}
 */
export async function prepareElectron(log = console.log) {
  const runtime = await ensureElectron(log)
  const binding = await ensureNativeBinding(runtime, log)
  return { runtime, binding }
}

/**
 * The libraries the window is drawn with, and a virtual display where there is no real one.
 * @param {(message: string) => void} [log]
 */
export async function prepareDisplay(log = console.log) {
  await ensureSystemPackages(hasDisplay() ? ['window'] : ['window', 'virtual-display'], log)
}

/**
 * One line that names what a run ran on.
 * @param {import('./electron-runtime.mjs').ElectronRuntime | undefined} runtime
 * @param {string} binding
 */
export function describeRuntime(runtime, binding) {
  const electron =
    runtime === undefined
      ? 'không có Electron'
      : `Electron ${runtime.version} (${runtime.kind === 'official' ? 'official: bản chính thức' : 'fallback: bản thay thế để chạy thử'})`
  return `Môi trường: Node ${process.versions.node}, ${electron}, ${binding}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    console.log('Chuẩn bị môi trường…')
    const { runtime, binding } = await prepareElectron()
    await prepareDisplay()
    console.log(describeRuntime(runtime, binding))
  })
}
