import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { hostContract } from './src/shared/contract/host.ts'
import { contract } from './src/shared/contract/index.ts'

// The oldest runtime that must run the output: Electron 33 (Node 20.18, Chrome 130). electron-vite would
// take its targets from the `electron` package instead, which is far newer.
const NODE_TARGET = 'node20.18'
const CHROME_TARGET = 'chrome130'

/** What each operation is, for the two processes that only hand it on (hosts/electron/operation-kinds.ts). */
const OPERATION_KINDS = Object.fromEntries(
  Object.entries({ ...contract, ...hostContract }).map(([name, { kind }]) => [name, kind]),
)

export default defineConfig({
  main: {
    define: { OPERATION_KINDS: JSON.stringify(OPERATION_KINDS) },
    build: {
      target: NODE_TARGET,
      sourcemap: true,
      // Only packages of "dependencies" stay outside the bundle: better-sqlite3 with its binary.
      rolldownOptions: {
        input: {
          index: resolve('src/main/hosts/electron/index.ts'),
          backend: resolve('src/main/hosts/electron/backend-process.ts'),
          parser: resolve('src/main/hosts/electron/parser-process.ts'),
          'backend-thread': resolve('src/main/hosts/electron/backend-thread.ts'),
        },
        // Each thread of the backend holds the text of its script, two bytes a letter because of the Vietnamese in it. Only
        // white space and comments go: names stay, for the incidents in the log.
        output: { minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } } },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      // A sandboxed preload can require nothing but electron: one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: CHROME_TARGET,
      minify: true,
      // Read from the disk, not over a network: AG Grid and the component library may be large files.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: resolve('src/renderer/index.html') },
    },
  },
})
