// Stands in for Electron's own default app, which the fallback runtime lacks: it is what makes
// `electron [-r module]… <folder or file> [arguments]` start a program that is not packaged.
//
// It must be an ES module whose top level waits for the program: Electron holds back its `ready` event
// until an ESM entry has been evaluated, but not for a CommonJS one that goes on loading afterwards.
import { app, dialog } from 'electron/main'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)

/**
 * What Electron's own default app uses and its types leave out.
 * @typedef {{ setAppPath(path: string): void, setVersion(version: string): void }} InnerApp
 */
const innerApp = /** @type {Electron.App & InnerApp} */ (app)

/**
 * Splits Electron's command line into modules to load first (`-r`, how Playwright takes hold of the program)
 * and the program to start. Chromium's switches come before the program and are not ours.
 * @param {string[]} argv without the executable
 */
function readCommandLine(argv) {
  /** @type {string[]} */
  const preload = []
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (word === '--version' || word === '-v') return { preload, version: true, program: undefined }
    if (word === '-r' || word === '--require') preload.push(argv[++i] ?? '')
    else if (word.startsWith('--require=')) preload.push(word.slice('--require='.length))
    else if (!word.startsWith('-')) return { preload, version: false, program: word }
  }
  return { preload, version: false, program: undefined }
}

/**
 * Takes name and version from the program's package.json, as Electron does, and gives the file to import.
 * @param {string} program a folder with a package.json, or a script
 */
function introduceProgram(program) {
  const root = path.resolve(program)
  const manifestFile = path.join(root, 'package.json')
  if (!fs.existsSync(manifestFile)) {
    innerApp.setAppPath(path.dirname(root))
    return root
  }
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'))
  if (manifest.version) innerApp.setVersion(manifest.version)
  app.setName(manifest.productName || manifest.name || 'Electron')
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName)
  innerApp.setAppPath(root)
  // require.resolve and not a plain join: "main" may leave out the extension or name a folder.
  return require.resolve(path.resolve(root, manifest.main || 'index.js'))
}

const { preload, version, program } = readCommandLine(process.argv.slice(1))
if (version) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
if (program === undefined) {
  console.error('usage: electron [-r module] <program> [arguments]')
  process.exit(2)
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true, configurable: false })
for (const module of preload) require(path.resolve(module))

try {
  await import(pathToFileURL(introduceProgram(program)).href)
} catch (error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`The program could not be loaded\n${text}`)
  // Nobody is there to close a message box in an automatic run.
  if (!process.env.CI && process.stdin.isTTY) dialog.showErrorBox('Error launching app', text)
  process.exit(1)
}
