import fs from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'

const SCHEME = 'chitieu'
export const APP_URL = `${SCHEME}://app/index.html`

// Fluent UI and AG Grid write style elements at run time; nothing but our own files may be code.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Must be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built window from one folder and nothing outside it; file:// is never used. */
export function serveApp(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const file = path.join(folder, decodeURIComponent(url.pathname))
    const type = CONTENT_TYPES[path.extname(file)]
    if (url.host !== 'app' || !file.startsWith(folder + path.sep) || type === undefined)
      return new Response(null, { status: 404 })
    try {
      const body = new Uint8Array(await fs.readFile(file))
      return new Response(body, {
        headers: {
          'content-type': type,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
