import fs from 'node:fs'
import path from 'node:path'

/** An Electron program with one window and nothing in it; answers its folder. */
export function writeEmptyApp(folder: string): string {
  const app = path.join(folder, 'empty-app')
  fs.mkdirSync(app)
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.js' }))
  fs.writeFileSync(path.join(app, 'index.html'), '<!doctype html><title>empty</title><body>.</body>')
  fs.writeFileSync(
    path.join(app, 'main.js'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'))
app.on('window-all-closed', () => app.quit())
`,
  )
  return app
}
