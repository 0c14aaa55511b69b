import { describe, expect, it } from 'vitest'
import { inspectBinary } from '../../src/elf/inspect'
import { bytesSource } from '../../src/elf/source'
import { abiTag, type BuiltElf, base, buildElf } from './elf-builder'
import { verdictMessages } from './verdict-messages'

const loader = '/lib64/ld-linux-x86-64.so.2'
const goNote = { owner: 'Go', type: 4, description: Buffer.from('id') } as const

function inspect(bytes: Uint8Array, mode = 0o755, goarch = 'amd64') {
  return inspectBinary(bytesSource(bytes, mode), { name: 'handler', goarch })
}

function codes(elf: BuiltElf, goarch?: string): readonly string[] {
  return inspect(buildElf({ notes: [goNote], ...elf }), 0o755, goarch).findings.map((finding) => finding.code)
}

describe('the verdict', () => {
  const cases: readonly (readonly [string, BuiltElf, readonly string[]])[] = [
    ['a static program', {}, []],
    ['a static-pie program', { type: 3, flags1: 0x08000000n }, []],
    [
      'a PIE that needs nothing but its loader',
      { type: 3, interpreter: loader, flags1: 0x08000000n },
      ['elf-interpreter'],
    ],
    ['libraries', { interpreter: loader, needed: ['libc.so.6'] }, ['elf-interpreter', 'elf-needed-library']],
    ['libraries without a loader', { needed: ['libc.so.6'] }, ['elf-needed-library']],
    ['an interpreter of one byte', { interpreter: Buffer.from('/') }, ['elf-interpreter']],
    ['an interpreter without NUL', { interpreter: Buffer.from('/lib/ld.so') }, ['elf-interpreter']],
    ['another CPU', { machine: 183 }, ['elf-machine']],
    [
      'another CPU and libraries',
      { machine: 183, interpreter: '/lib/ld-linux-aarch64.so.1', needed: ['libc.so.6'] },
      ['elf-machine', 'elf-interpreter'],
    ],
    ['32 bits of another CPU', { bits: 32, machine: 3 }, ['elf-machine']],
    ['32 bits of the same CPU', { bits: 32 }, ['elf-class']],
    ['the other byte order', { byteOrder: 'big' }, ['elf-class']],
    ['a relocatable object', { type: 1 }, ['elf-type']],
    ['a core dump', { type: 4 }, ['elf-type']],
    ['a shared library', { type: 3, entry: 0n, needed: ['libc.so.6'] }, ['elf-type']],
    ['FreeBSD by EI_OSABI', { osAbi: 9 }, ['elf-os']],
    [
      'FreeBSD by its note',
      { notes: [{ owner: 'FreeBSD', type: 1, description: Buffer.alloc(4) }] },
      ['elf-os'],
    ],
    ['no program headers', { programCount: 0 }, ['elf-malformed']],
    ['program headers of a wrong size', { programEntrySize: 55 }, ['elf-malformed']],
    ['1171 program headers', { programCount: 1171 }, ['elf-malformed']],
    ['program headers past the end', { programCount: 1170 }, ['elf-truncated']],
    ['a segment past the end', { segments: [{ type: 1, offset: 0xfffn, fileSize: 2n }] }, ['elf-truncated']],
    [
      'a segment whose end wraps',
      { segments: [{ type: 1, offset: 8n, fileSize: (1n << 64n) - 1n }] },
      ['elf-truncated'],
    ],
    ['2 TiB of memory', { segments: [{ type: 1, memorySize: 1n << 41n }] }, ['elf-malformed']],
    ['an entry point without code', { entry: 0x1234n }, ['elf-entry']],
  ]
  it.each(cases)('on %s', (name, elf, expected) => {
    const { findings } = inspect(buildElf({ notes: [goNote], ...elf }))
    expect(findings.map(({ code }) => code)).toEqual(expected)
    expect(findings.map(({ message }) => message)).toEqual(verdictMessages[name] ?? [])
  })

  it.each([
    ['arm64', { machine: 183 }],
    ['386', { machine: 3, bits: 32 }],
    ['s390x', { machine: 22, byteOrder: 'big' }],
  ] as const)('accepts a static program for GOARCH=%s', (goarch, elf) => {
    expect(codes(elf, goarch)).toEqual([])
  })

  it('warns when the executable bit is missing and the mode is known', () => {
    const bytes = buildElf({ notes: [goNote] })
    expect(inspect(bytes, 0o644).findings).toMatchObject([
      { code: 'elf-not-executable', severity: 'warning', message: expect.stringContaining('mode 0644') },
    ])
    expect(inspectBinary(bytesSource(bytes), { name: 'handler', goarch: 'amd64' }).findings).toEqual([])
  })

  it('warns about a program that is not from Go', () => {
    expect(inspect(buildElf()).findings).toMatchObject([
      {
        code: 'not-go',
        severity: 'warning',
        message:
          'handler has no Go build info, so it was not built by Go 1.13 or later, or the info was removed.',
      },
    ])
  })

  it.each([0, 1, 3, 4, 15, 16, 63])('says that a file of %i bytes is cut off or empty', (size) => {
    const [finding] = inspect(buildElf().subarray(0, size)).findings
    expect(finding?.code).toBe(size < 4 ? 'not-elf' : 'elf-truncated')
  })

  it('quotes the interpreter and what it costs', () => {
    const [finding] = inspect(buildElf({ interpreter: loader })).findings
    expect(finding?.message).toBe(
      "handler asks for the interpreter '/lib64/ld-linux-x86-64.so.2', so it is dynamically linked and Azure Functions cannot be relied on to start it.",
    )
    expect(finding?.hint).toContain('CGO_ENABLED=0')
  })

  it('escapes what the binary says', () => {
    const evil = '/lib/\n::error::x\u001b[31m\u00ff'
    const { interpreter, findings, fileOutput, lddOutput } = inspect(
      buildElf({ interpreter: evil, needed: ['a\rb'] }),
    )
    expect(interpreter).toBe('/lib/\\012::error::x\\033[31m\\377')
    for (const text of [fileOutput, lddOutput, ...findings.map((finding) => finding.message)]) {
      expect(text.replace(/[\t\n]/g, '')).not.toMatch(/\p{C}/u)
      expect(text.split('\n').filter((line) => line.startsWith('::'))).toEqual([])
    }
  })
})

describe('a dynamic binary on the hosts', () => {
  const bytes = buildElf({
    interpreter: loader,
    needed: ['libanswer.so', 'libm.so.6', 'libc.so.6'],
    versions: { 'libc.so.6': ['GLIBC_2.38', 'GLIBC_2.34', 'GLIBC_2.2.5'], 'libm.so.6': ['GLIBC_2.29'] },
    notes: [goNote],
  })

  it('names each version with its library and the hosts that refuse it', () => {
    const finding = inspect(bytes).findings.find((one) => one.code === 'elf-glibc-version')
    const debian11 =
      'Debian 11, glibc 2.31 (Consumption, Premium and App Service plans that still run the Debian 11 host image, out of support since 2026-08-31)'
    const debian12 = 'Debian 12, glibc 2.36 (Flex Consumption with a custom handler)'
    expect(finding?.message).toBe(
      `handler needs 'GLIBC_2.34' of libc.so.6, missing on ${debian11}. It needs 'GLIBC_2.38' of libc.so.6, missing on ${debian11}; ${debian12}. There the program ends at once; after three times the host ends, and it all begins again.`,
    )
  })

  it('gives one gap for each host', () => {
    const { gaps, linkage, needed } = inspect(bytes)
    expect(linkage).toBe('dynamic')
    expect(needed).toEqual(['libanswer.so', 'libm.so.6', 'libc.so.6'])
    expect(gaps.map((gap) => [gap.host, gap.missingVersions.length, gap.missingLibraries])).toEqual([
      ['Debian 11, glibc 2.31', 2, ['libanswer.so']],
      ['Debian 12, glibc 2.36', 1, ['libanswer.so']],
      ['Ubuntu 24.04, glibc 2.39', 0, ['libanswer.so']],
    ])
  })

  it('names versions from the oldest on, by number, in whatever order the linker wrote them', () => {
    const image = buildElf({
      interpreter: loader,
      needed: ['libm.so.6', 'libc.so.6'],
      versions: {
        'libm.so.6': ['GLIBC_2.100', 'GLIBC_2.35'],
        'libc.so.6': ['GLIBC_2.38', 'GLIBC_2.100', 'GLIBC_2.34'],
      },
      notes: [goNote],
    })
    const [debian11] = inspect(image).gaps
    expect(debian11?.missingVersions.map(({ library, version }) => `${library} ${version}`)).toEqual([
      'libm.so.6 GLIBC_2.35',
      'libm.so.6 GLIBC_2.100',
      'libc.so.6 GLIBC_2.34',
      'libc.so.6 GLIBC_2.38',
      'libc.so.6 GLIBC_2.100',
    ])
  })

  it('words it as ldd does, breadth first and without addresses', () => {
    const [first] = inspect(bytes).lddOutput.split('\n\n')
    expect(first?.split('\n').slice(1)).toEqual([
      "./handler: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./handler)",
      "./handler: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by ./handler)",
      '\tlinux-vdso.so.1',
      '\tlibanswer.so => not found',
      '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6',
      '\t/lib64/ld-linux-x86-64.so.2',
    ])
    expect(first).toContain('Debian 11, glibc 2.31')
    expect(first).toContain('not on this runner')
  })

  it.each([
    ['static', {}, /^\tnot a dynamic executable$/],
    ['static-pie', { type: 3, flags1: 0x08000000n }, /^\tstatically linked$/],
    [
      'PIE with a loader',
      { type: 3, flags1: 0n, interpreter: loader },
      /^\tstatically linked\n\(.*\/lib64\/ld-linux/,
    ],
  ] as const)('uses the words of ldd for a %s file', (_, elf, expected) => {
    expect(inspect(buildElf(elf)).lddOutput).toMatch(expected)
  })
})

describe('a static file with C start-up code', () => {
  it('is told from one that crashes by its build info only', () => {
    const data = buildInfoBlob('build\tCGO_ENABLED=0\n')
    const bytes = buildElf({
      notes: [abiTag],
      segments: [{ type: 1, flags: 6, offset: 0xd00n, address: base + 0x10000n, fileSize: 0x200n }],
    })
    expect(inspect(bytes).findings.map((finding) => finding.code)).toEqual(['not-go'])
    bytes.set(data, 0xd00)
    expect(inspect(bytes).findings).toMatchObject([
      {
        code: 'elf-static-crash',
        message:
          "handler was linked by the C compiler (its note says 'GNU/Linux 3.2.0') although CGO_ENABLED=0 (go1.21.0). Such a file crashes at once with SIGTRAP.",
      },
    ])
  })

  it.each([
    ['GOAMD64=v1', []],
    [
      'GOAMD64=v3',
      [
        [
          'goamd64-level',
          'warning',
          "handler was built with GOAMD64='v3' and ends with an error message on a CPU without these instructions.",
        ],
      ],
    ],
    [
      'GOAMD64=v4',
      [
        [
          'goamd64-level',
          'error',
          "handler was built with GOAMD64='v4' and ends with an error message on a CPU without these instructions.",
        ],
      ],
    ],
    [
      '-cover=true',
      [
        [
          'race-or-cover-build',
          'warning',
          'handler was built with -cover, which is for tests: it is slower and needs more memory.',
        ],
      ],
    ],
    [
      'CGO_ENABLED=1',
      [
        [
          'cgo-but-static',
          'notice',
          'handler was built with CGO_ENABLED=1 but is statically linked, so it starts everywhere.',
        ],
      ],
    ],
    ['GOOS=dragonfly', [['elf-os', 'error', "handler was built with GOOS='dragonfly', not for Linux."]]],
  ])('is judged by the setting %s', (line, expected) => {
    const bytes = buildElf({
      segments: [{ type: 1, flags: 6, offset: 0xd00n, address: base + 0x10000n, fileSize: 0x200n }],
    })
    bytes.set(buildInfoBlob(`build\t${line}\n`), 0xd00)
    const inspection = inspect(bytes)
    expect(inspection.goVersion).toBe('go1.21.0')
    expect(inspection.findings.map(({ code, severity, message }) => [code, severity, message])).toEqual(
      expected,
    )
  })
})

function buildInfoBlob(settings: string): Buffer {
  const header = Buffer.alloc(32)
  header.write('\xff Go buildinf:', 'latin1')
  header[14] = 8
  header[15] = 2
  const text = Buffer.concat([Buffer.alloc(16, 1), Buffer.from(`path\tx\n${settings}`), Buffer.alloc(16, 2)])
  const version = Buffer.from('go1.21.0')
  return Buffer.concat([header, Buffer.from([version.length]), version, Buffer.from([text.length]), text])
}
