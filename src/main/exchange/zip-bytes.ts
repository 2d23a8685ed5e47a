import type yazl from 'yazl'

/** Ends a zip that is small enough to be held, and gives its bytes. */
export async function endZip(zip: yazl.ZipFile): Promise<Buffer> {
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
