/** Packs one binary and prints what it took, for `write-in-process.ts`: `tsx write-once.ts BINARY OUTPUT`. */
import { writeArchive } from '../src/archive/write'

const [source = '', outputPath = ''] = process.argv.slice(2)
const { elapsedMs, sizeBytes } = await writeArchive({
  entries: [{ name: 'handler', source, isExecutable: true }],
  outputPath,
  compressionLevel: 6,
})
console.log(JSON.stringify({ elapsedMs, sizeBytes }))
