import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'

// WAL needs shared memory, which network drives do not have; synchronising programs copy a file half-written.

/** Numbers Linux gives file systems of other machines (statfs(2)): NFS, SMB in its three forms, AFS, Coda, Ceph. */
const NETWORK_FILE_SYSTEMS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x00c36400])

/** Whether a data file in this folder would lie on a network drive or in a folder that is synchronised. */
export function isSharedFolder(folder: string): boolean {
  return isNetworkPath(folder) || isSynchronised(folder) || isMountedFromNetwork(folder)
}

/** "\\may-chu\chung", "//may-chu/chung"; but "\\?\C:\…" is a long path of this machine. */
function isNetworkPath(folder: string): boolean {
  return /^[\\/]{2}[^\\/?.]/.test(folder) || /^\\\\\?\\UNC\\/i.test(folder)
}

function isSynchronised(folder: string): boolean {
  return /[\\/](OneDrive|Dropbox|Google Drive|iCloudDrive)( - [^\\/]*)?([\\/]|$)/i.test(folder)
}

/** A drive letter or a folder behind which stands another machine. */
function isMountedFromNetwork(folder: string): boolean {
  try {
    if (process.platform === 'win32') return isNetworkPath(fs.realpathSync.native(folder))
    return process.platform === 'linux' && NETWORK_FILE_SYSTEMS.has(fs.statfsSync(folder).type)
  } catch {
    // A folder that is not there is told of by whoever looks for it next.
    return false
  }
}

/**
 * The folder of a file as it was typed, when that names another machine and there is no such folder here; null else.
 * Only Windows reads such names: elsewhere "//may-chu/chung" would quietly become a folder of this machine.
 */
export function networkFolderOf(typed: string): string | null {
  const folder = /^[\\/]{2}/.test(typed) ? typed.replace(/[\\/][^\\/]*$/, '') : ''
  if (!isNetworkPath(folder)) return null
  return process.platform === 'win32' || !fs.existsSync(path.dirname(path.resolve(typed))) || folder.startsWith('\\\\')
    ? folder
    : null
}
