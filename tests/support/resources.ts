import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the checkout; tests must not depend on the folder they are started from. */
export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const RESOURCES = path.join(PROJECT, 'resources')
