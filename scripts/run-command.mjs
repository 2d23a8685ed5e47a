// Running other programs without a shell, the same way on every system.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] added to this process's environment; undefined removes
 * @property {boolean} [show] let the program write to the terminal itself; nothing is collected then
 * @property {(line: string) => void} [onLine] called for each line of either stream as it arrives
 * @property {number} [timeoutMs] after which the program is killed and `timedOut` is true
 */
/** @typedef {{ code: number, stdout: string, stderr: string, timedOut: boolean, missing: boolean }} RunResult */

/**
 * Runs a program to its end. Never rejects: a program that is not there gives `missing: true` and code 127,
 * one that was killed by a signal gives 128.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: mergeEnvironment(options.env),
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const result = { code: 128, stdout: '', stderr: '', timedOut: false, missing: false }
    /** @param {'stdout' | 'stderr'} name */
    const collect = (name) => {
      let rest = ''
      const stream = child[name]
      if (stream === null) return
      stream.setEncoding('utf8')
      stream.on('data', (/** @type {string} */ chunk) => {
        result[name] += chunk
        if (options.onLine === undefined) return
        const lines = (rest + chunk).split(/\r?\n/)
        rest = lines.pop() ?? ''
        for (const line of lines) options.onLine(line)
      })
    }
    collect('stdout')
    collect('stderr')
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            result.timedOut = true
            child.kill('SIGKILL')
          }, options.timeoutMs)
    child.on('error', (error) => {
      clearTimeout(timer)
      const missing = 'code' in error && error.code === 'ENOENT'
      resolve({ ...result, code: 127, missing, stderr: result.stderr + error.message })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ ...result, code: code ?? 128 })
    })
  })
}

/**
 * The script behind a program of node_modules/.bin, to be started with our own Node: the links there are shell
 * files on Windows.
 * @param {string} packageName e.g. "vitest"
 * @param {string} program the name in the package's "bin"
 * @returns {string} absolute path
 */
export function findProgram(packageName, program) {
  const require = createRequire(import.meta.url)
  const manifest = require.resolve(`${packageName}/package.json`)
  const { bin } = require(manifest)
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[program])
}

/**
 * Runs npm itself, with the Node that runs us: `npm run` tells where npm's own program lies.
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const cli = process.env['npm_execpath']
  return cli !== undefined && cli.endsWith('.js')
    ? runCommand(process.execPath, [cli, ...args], options)
    : runCommand('npm', args, options)
}

/** @param {Record<string, string | undefined>} [extra] */
function mergeEnvironment(extra) {
  const env = { ...process.env, ...extra }
  for (const [name, value] of Object.entries(env)) if (value === undefined) delete env[name]
  return env
}

/** Seconds since a moment of `Date.now()`, as people write them: "12,3". @param {number} startedAt */
export function secondsSince(startedAt) {
  return ((Date.now() - startedAt) / 1000).toFixed(1).replace('.', ',')
}
