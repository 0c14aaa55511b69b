/**
 * Zips as real programs write them are read, and unpack to what was packed. Programs that are not installed are
 * skipped (`npm test` installs them where it can).
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { deflateRawSync } from 'node:zlib'
import archiver from 'archiver'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { auditArchive } from '../../src/archive/audit'
import { tableCrc32 } from '../../src/archive/crc32'
import { readArchive } from '../../src/archive/read'
import { unpackArchive } from '../../src/archive/unpack'
import { temporaryFolder } from './folder'
import { descriptor, type RawEntry, rawZip } from './raw-zip'

const files: Readonly<Record<string, Buffer>> = {
  'host.json': Buffer.from('{"version":"2.0"}'),
  handler: Buffer.concat([randomBytes(200_000), Buffer.alloc(400_000, 'handler')]),
  'HttpExample/function.json': Buffer.from('{"bindings":[]}'),
  'empty.txt': Buffer.alloc(0),
  'grüße/ñ.txt': Buffer.from('accents'),
}
const names = Object.keys(files)

/** A folder `app` with the files, and the path of a zip beside it. */
async function project(): Promise<{ readonly app: string; readonly zip: string }> {
  const folder = await temporaryFolder()
  const app = join(folder, 'app')
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(app, name, '..'), { recursive: true })
    writeFileSync(join(app, name), bytes)
  }
  chmodSync(join(app, 'handler'), 0o755)
  return { app, zip: join(folder, 'app.zip') }
}

/** What of the zip differs from the files, and what the audit says: errors by their code. */
async function judge(zip: string): Promise<readonly string[]> {
  const listing = await readArchive(zip)
  const findings = auditArchive(listing, { executable: 'handler', packageName: 'app.zip' })
  const out = `${zip}.out`
  await unpackArchive(zip, out)
  const differing = names.filter((name) => !readFileSync(join(out, name)).equals(files[name] as Buffer))
  const listed = listing.entries.filter(({ isDirectory }) => !isDirectory).map(({ name }) => name)
  expect([...listed].sort()).toEqual([...names].sort())
  return [...differing, ...findings.map(({ severity, code }) => `${severity} ${code}`)]
}

/** Runs a command of the shell in the folder. */
function shell(command: string, cwd: string, env: NodeJS.ProcessEnv = {}): void {
  execFileSync('sh', ['-c', command], {
    cwd,
    stdio: 'pipe',
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
  })
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

const python = (body: string): string =>
  `python3 - <<'END'\nimport os, sys, zipfile\nnames = [os.path.relpath(os.path.join(d, f), '.') for d, _, fs in os.walk('.') for f in fs]\n${body}\nEND`
const goProgram = `package main

import (
	"archive/zip"
	"io"
	"os"
)

func main() {
	w := zip.NewWriter(os.Stdout)
	for _, name := range os.Args[1:] {
		info, err := os.Stat(name)
		if err != nil {
			panic(err)
		}
		header, err := zip.FileInfoHeader(info)
		if err != nil {
			panic(err)
		}
		header.Name = name
		header.Method = zip.Deflate
		entry, err := w.CreateHeader(header)
		if err != nil {
			panic(err)
		}
		file, err := os.Open(name)
		if err != nil {
			panic(err)
		}
		if _, err := io.Copy(entry, file); err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
}
`

describe.skipIf(process.platform === 'win32')('a zip of', () => {
  it.for<{ program: string; how: string; command: string }>([
    { program: 'zip', how: 'with folders', command: 'zip -q -r ../app.zip .' },
    { program: 'zip', how: 'stored, without extra fields', command: 'zip -q -r -0 -X -D ../app.zip .' },
    { program: 'zip', how: 'into a pipe', command: 'zip -q -r - . | cat > ../app.zip' },
    { program: 'zip', how: 'with zip64 forced', command: 'zip -q -r -fz ../app.zip .' },
    {
      program: 'zip',
      how: 'changed afterwards',
      command:
        'zip -q -r ../app.zip . && zip -q ../app.zip handler && touch x && zip -q ../app.zip x && zip -q -d ../app.zip x',
    },
    {
      program: 'zip',
      how: 'with a comment',
      command: 'zip -q -r ../app.zip . && echo "built by hand" | zip -q -z ../app.zip',
    },
    { program: '7z', how: 'with folders', command: '7z a -tzip ../app.zip .' },
    { program: '7z', how: 'stored', command: '7z a -tzip -mm=Copy ../app.zip .' },
    { program: '7z', how: 'with UTF-8 asked for', command: '7z a -tzip -mcu=on ../app.zip .' },
    {
      program: '7z',
      how: 'changed afterwards',
      command: '7z a -tzip ../app.zip . && touch x && 7z a -tzip ../app.zip x && 7z d ../app.zip x',
    },
    { program: 'bsdtar', how: 'by its name', command: 'bsdtar -a -cf ../app.zip *' },
    {
      program: 'bsdtar',
      how: 'stored',
      command: 'bsdtar --format zip --options zip:compression=store -cf ../app.zip *',
    },
    {
      program: 'python3',
      how: 'of names',
      command: python(
        "z = zipfile.ZipFile('../app.zip', 'w', zipfile.ZIP_DEFLATED)\nfor n in names: z.write(n)\nz.close()",
      ),
    },
    {
      program: 'python3',
      how: 'into a pipe',
      command:
        `${python("z = zipfile.ZipFile(sys.stdout.buffer, 'w', zipfile.ZIP_DEFLATED)\nfor n in names: z.write(n)\nz.close()")}`.replace(
          "python3 - <<'END'",
          "python3 - <<'END' | cat > ../app.zip",
        ),
    },
    {
      program: 'python3',
      how: 'with zip64 forced',
      command: python(
        "z = zipfile.ZipFile('../app.zip', 'w', zipfile.ZIP_DEFLATED)\nfor n in names:\n  i = zipfile.ZipInfo.from_file(n)\n  i.compress_type = zipfile.ZIP_DEFLATED\n  with z.open(i, 'w', force_zip64=True) as e: e.write(open(n, 'rb').read())\nz.close()",
      ),
    },
    { program: 'python3', how: 'by its own command', command: 'python3 -m zipfile -c ../app.zip *' },
    {
      program: 'python3',
      how: 'by shutil',
      command: `python3 -c "import shutil; shutil.make_archive('../app', 'zip', '.')"`,
    },
  ])('$program $how', async ({ program, command }, test) => {
    if (!isInstalled(program)) test.skip(`${program} is not installed`)
    const { app, zip } = await project()
    shell(command, app)
    expect(await judge(zip)).toEqual([])
  })

  it('Go', async (test) => {
    if (!isInstalled('go')) test.skip('go is not installed')
    const { app, zip } = await project()
    writeFileSync(join(app, '..', 'main.go'), goProgram)
    shell(`go run ../main.go ${names.map((name) => `'${name}'`).join(' ')} > ../app.zip`, app)
    expect(await judge(zip)).toEqual([])
  }, 60_000)

  it.each([false, true])('jszip, streaming files: %s', async (streamFiles) => {
    const { zip } = await project()
    const made = new JSZip()
    for (const [name, bytes] of Object.entries(files)) {
      made.file(name, bytes, {
        unixPermissions: name === 'handler' ? 0o100755 : 0o100644,
        compression: 'DEFLATE',
      })
    }
    writeFileSync(zip, await made.generateAsync({ type: 'nodebuffer', platform: 'UNIX', streamFiles }))
    expect(await judge(zip)).toEqual([])
  })

  it('archiver, as actions/upload-artifact uses it', async () => {
    const { app, zip } = await project()
    // Streams and names only: the modes of the files are lost.
    const made = archiver.create('zip', { zlib: { level: 6 } })
    for (const name of names) made.append(createReadStream(join(app, name)), { name })
    await Promise.all([made.finalize(), pipeline(made, createWriteStream(zip))])
    expect(await judge(zip)).toEqual(['error package-executable-mode'])
  })
})

/**
 * System.IO.Compression and Compress-Archive are not installed where this runs, so their zips are written here byte
 * by byte: “version made by” and flags, what lies in both headers, and where the mode is.
 */
describe('a zip in the form of', () => {
  const entries = (change: (name: string, bytes: Buffer) => Partial<RawEntry>): RawEntry[] =>
    Object.entries(files).map(([name, content]) => ({ name, content, ...change(name, content) }))
  const isAscii = (name: string): boolean => /^[\0-\x7f]*$/.test(name)
  const flags = (name: string): number => (isAscii(name) ? 0 : 0x800)

  it('.NET on Linux: modes, and UTF-8 said where it is needed', async () => {
    const { zip } = await project()
    const mode = (name: string) => (name === 'handler' ? 0o100755 : 0o100644)
    const made = entries((name, bytes) => ({
      mode: mode(name),
      flags: flags(name),
      ...(bytes.length === 0 ? { method: 0 } : {}),
    }))
    writeFileSync(zip, rawZip(made))
    expect(await judge(zip)).toEqual([])
  })

  it('.NET into a stream that cannot seek: sizes follow the data', async () => {
    const { zip } = await project()
    const made = entries((name, bytes) => {
      const data = deflateRawSync(bytes)
      return {
        mode: name === 'handler' ? 0o100755 : 0o100644,
        flags: flags(name) | 0x008,
        data,
        local: { crc: 0, compressedBytes: 0, sizeBytes: 0 },
        behind: descriptor(tableCrc32(bytes), data.length, bytes.length),
      }
    })
    writeFileSync(zip, rawZip(made))
    expect(await judge(zip)).toEqual([])
  })

  it('.NET and PowerShell 7 on Windows: no modes, made by MS-DOS', async () => {
    const { zip } = await project()
    writeFileSync(zip, rawZip(entries((name) => ({ mode: 0, madeBy: 0, flags: flags(name) }))))
    expect(await judge(zip)).toEqual(['error package-made-by'])
  })

  it('Compress-Archive of Windows PowerShell 5: the same with backslashes, which only the audit refuses', async () => {
    const { zip } = await project()
    const made = entries((name) => ({
      name: name.replaceAll('/', '\\'),
      mode: 0,
      madeBy: 0,
      flags: flags(name),
    }))
    writeFileSync(zip, rawZip(made))
    const listing = await readArchive(zip)
    expect(listing.entries.map(({ name }) => name.replaceAll('\\', '/'))).toEqual(names)
    const findings = auditArchive(listing, { executable: 'handler', packageName: 'app.zip' })
    expect(findings.map(({ code }) => code)).toEqual(['package-backslash', 'package-made-by'])
  })
})
