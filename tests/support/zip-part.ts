import yauzl from 'yauzl'

/** One part of a .xlsx, .docx or any other zip as text; rejects when there is none of that name. */
export function readPart(file: string, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (failure, zip) => {
      if (failure !== null) return reject(failure)
      zip.on('error', reject)
      zip.on('end', () => reject(new Error(`${file} has no part ${name}`)))
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== name) return zip.readEntry()
        zip.openReadStream(entry, (refused, stream) => {
          if (refused !== null) return reject(refused)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('error', reject)
          stream.on('end', () => {
            zip.close()
            resolve(Buffer.concat(chunks).toString('utf8'))
          })
        })
      })
      zip.readEntry()
    })
  })
}
