// Whether there is a screen, and what Electron must be told about the place it runs in.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import process from 'node:process'

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * Variables to start Electron with. Chromium refuses to run as root, and cannot build its sandbox where a
 * user may not open namespaces (most containers): there, and only there, the sandbox is left out.
 * @returns {Record<string, string>}
 */
export function electronEnvironment() {
  if (process.platform !== 'linux') return {}
  const isRoot = process.getuid?.() === 0
  const mayOpenNamespaces = () => spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0
  return isRoot || !mayOpenNamespaces() ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}
}

/**
 * Chromium's switches for this place: the 64 MB of shared memory a container usually gets are too little for
 * a page with a large table.
 * @returns {string[]}
 */
export function electronSwitches() {
  if (process.platform !== 'linux') return []
  try {
    const { blocks, bsize } = fs.statfsSync('/dev/shm')
    return blocks * bsize < 256 * 1024 * 1024 ? ['--disable-dev-shm-usage'] : []
  } catch {
    return ['--disable-dev-shm-usage']
  }
}
