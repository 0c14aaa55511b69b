/** Packs one binary and prints what it took, for `write-in-process.ts`: `tsx write-once.ts BINARY OUTPUT LEVEL`. */
import { writeArchive } from '../src/archive/write'

const [source = '', outputPath = '', level = '6'] = process.argv.slice(2)
const { elapsedMs, sizeBytes } = await writeArchive({
  entries: [{ name: 'handler', source, isExecutable: true }],
  outputPath,
  compressionLevel: Number(level),
})
console.log(JSON.stringify({ elapsedMs, sizeBytes }))
