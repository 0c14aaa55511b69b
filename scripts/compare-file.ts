/**
 * Compares our `file` line with the machine's `file -b` on every ELF file of the folders given, and our
 * verdict with the truth where a folder has a manifest. Prints each difference and the percentages.
 *
 * Usage: npm run compare:file -- DIR...
 */

import { fileLine } from '../src/elf/file-line'
import { openSource } from '../src/elf/source'
import { type CorpusResult, checkCorpus } from './compare-corpus'
import { machineFile, walkElfFiles } from './compare-walk'

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('usage: npm run compare:file -- DIR...')
  process.exit(2)
}
const version = machineFile.version()
if (version === undefined) {
  console.error(
    'There is no program `file` on this machine. Install it (apt-get install file) and try again.',
  )
  process.exit(2)
}

console.log(`Comparing with ${version}`)
const paths = folders.flatMap((folder) => walkElfFiles(folder))
const theirs = machineFile.lines(paths)
const counts = { programs: 0, samePrograms: 0, all: 0, same: 0 }
for (const [index, path] of paths.entries()) {
  const expected = theirs[index]
  const ours = lineOf(path)
  const isSame = ours === expected
  const isProgram = / (executable|shared object),/.test(expected ?? '')
  counts.all += 1
  counts.same += Number(isSame)
  counts.programs += Number(isProgram)
  counts.samePrograms += Number(isProgram && isSame)
  if (!isSame) console.log(`${JSON.stringify(path)}\n  file: ${expected}\n  ours: ${ours}`)
}
const corpora = folders.map(checkCorpus).filter((result): result is CorpusResult => result !== undefined)
for (const corpus of corpora) {
  for (const difference of corpus.differences) console.log(difference)
}

console.log(`executables and shared objects: ${share(counts.samePrograms, counts.programs)}`)
console.log(`all ELF files: ${share(counts.same, counts.all)}`)
for (const corpus of corpora) {
  console.log(
    `rows of ${JSON.stringify(corpus.manifest)} with the right line and verdict: ${share(corpus.right, corpus.rows)}`,
  )
}
const isGood =
  counts.samePrograms === counts.programs &&
  counts.same >= 0.99 * counts.all &&
  corpora.every((corpus) => corpus.right === corpus.rows)
process.exitCode = isGood ? 0 : 1

function lineOf(path: string): string {
  const source = openSource(path)
  try {
    return fileLine(source)
  } finally {
    source.close()
  }
}

function share(part: number, whole: number): string {
  const percent = whole === 0 ? 100 : Math.floor((part / whole) * 10_000) / 100
  return `${part} of ${whole} (${percent.toFixed(2)} %)`
}
