/**
 * What docs/findings.md and SARIF say about the codes of this room. Texts only; imported as types by the
 * rules, so that nothing of it is loaded at start-up.
 */
import type { CodeDescription } from '../findings'

// The two faces of a program that does not come up (seen with the host, 4.1037.0). The host takes no notice of a
// program that the system refuses to start; it gives up after three that were started and ended.
const hangs =
  'The host stays `Running` and lists the functions without any error. Each request hangs for more than two minutes and then gets 500. Then the host ends.'
const endsAgain =
  'Three starts within a second, then `Exceeded http worker restart retry count. Shutting down Functions Host`: the host ends. Azure starts the host again, and the same happens again.'
const notFound = `\`Failed to start Worker Channel. Process fileName: X\` with \`An error occurred trying to start process 'X' with working directory 'Y'. No such file or directory\`, although the file is there. ${hangs}`
const execFormat = `\`Failed to start Worker Channel. Process fileName: X\` with \`An error occurred trying to start process 'X' with working directory 'Y'. Exec format error\`. ${hangs}`
const crashed = `\`X exited with code N\`. ${endsAgain}`
const staticBuild =
  '```sh\nCGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build -buildmode=exe -trimpath -o handler .\n```'
const gabi = 'ELF gABI; fs/binfmt_elf.c of the Linux kernel'

export const elfCodes = {
  'elf-unreadable': {
    severity: 'error',
    title: 'The binary cannot be read',
    wrong: 'The file does not exist, or it is not a regular file, or the disk failed while the run read it.',
    seen: 'Nothing: the step fails before anything is deployed.',
    fix: 'Correct the path, and check that the step that writes the file has run in the same job.',
    source: 'open(2), fstat(2)',
  },
  'elf-interpreter': {
    severity: 'error',
    title: 'The binary asks for a dynamic loader',
    wrong:
      'The file has a PT_INTERP program header. It names a loader, and Linux starts that loader first. When the host does not have the loader, nothing starts. A PIE has this header even with CGO_ENABLED=0, although `ldd` calls a PIE statically linked.',
    seen: `Where the loader is missing: ${notFound} Where the loader is there, the libraries decide. When a library or a symbol version is missing, the program ends at once. It ends three times, and then the host ends.`,
    fix: `Build without cgo and without -buildmode=pie:\n\n${staticBuild}`,
    source: `${gabi} (PT_INTERP, load_elf_binary); run, 4.1037.0`,
  },
  'elf-needed-library': {
    severity: 'error',
    title: 'The binary needs shared libraries',
    wrong:
      'The dynamic section of the file has DT_NEEDED entries. Each names a library that the host must have. Microsoft changes the libraries of the hosts without notice.',
    seen: `\`error while loading shared libraries: libX.so.N: cannot open shared object file: No such file or directory\`, \`X exited with code 127 (0x7F)\`. ${endsAgain}`,
    fix: `Build without cgo, and replace packages that need C:\n\n${staticBuild}`,
    source: 'ELF gABI, dynamic section (DT_NEEDED); ld.so(8); run, 4.1037.0',
  },
  'elf-glibc-version': {
    severity: 'error',
    title: 'The binary needs a newer C library than a host has',
    wrong:
      'The binary needs symbol versions that the C library of at least one generation of hosts does not have. A cgo build on a current Linux needs GLIBC_2.34 or later. Debian 11 ends at GLIBC_2.30. The support of Debian 11 ended on 2026-08-31, but apps that nobody moved still run on it.',
    seen: `\`\`/lib/x86_64-linux-gnu/libc.so.6: version \`GLIBC_2.34' not found (required by X)\`\`, \`X exited with code 1 (0x1)\`. ${endsAgain}`,
    fix: `Build without cgo:\n\n${staticBuild}`,
    source:
      'LSB, symbol versioning (SHT_GNU_verneed); base images named in Azure/azure-functions-docker; run, 4.1037.0',
  },
  'elf-machine': {
    severity: 'error',
    title: 'The binary is for another CPU',
    wrong: 'The header field e_machine names another CPU. Azure Functions on Linux runs on x86-64.',
    seen: execFormat,
    fix: 'Build with `GOARCH=amd64`. The CPU of the build machine does not matter.',
    source: `${gabi} (e_machine)`,
  },
  'elf-class': {
    severity: 'error',
    title: 'The binary has the wrong word size or byte order',
    wrong:
      'The header field EI_CLASS or EI_DATA does not fit: the file is for 32 bits (or x32), or it has another byte order, or the value is invalid.',
    seen: `${execFormat} Or a crash at the start: ${crashed}`,
    fix: 'Build with `GOOS=linux GOARCH=amd64`.',
    source: 'ELF gABI (EI_CLASS, EI_DATA)',
  },
  'elf-type': {
    severity: 'error',
    title: 'The file is not a program',
    wrong:
      'The header field e_type does not name a program, or the file is a shared library without an entry point.',
    seen: `${execFormat} A shared library crashes instead: ${crashed}`,
    fix: 'Build a `package main` with `-buildmode=exe`. The modes `c-shared`, `plugin` and `c-archive` build no program.',
    source: `${gabi} (e_type); \`go help buildmode\``,
  },
  'elf-os': {
    severity: 'error',
    title: 'The binary is for another operating system',
    wrong: 'The header field EI_OSABI, a note or the Go build info names another system than Linux.',
    seen: crashed,
    fix: 'Build with `GOOS=linux`.',
    source: 'ELF gABI (EI_OSABI); debug/buildinfo (GOOS)',
  },
  'elf-truncated': {
    severity: 'error',
    title: 'The binary is cut off',
    wrong: 'Headers or segments reach past the end of the file.',
    seen: `${execFormat} Or a crash: ${crashed}`,
    fix: 'Build or download the file again, and check the disk space of the job.',
    source: `${gabi} (program headers)`,
  },
  'elf-malformed': {
    severity: 'error',
    title: 'The ELF headers are damaged',
    wrong:
      'A header of the file holds a value that Linux or its loader refuses, or that no toolchain writes.',
    seen: execFormat,
    fix: 'Build the file again. Use no tool that changes the file after the build.',
    source: gabi,
  },
  'elf-entry': {
    severity: 'error',
    title: 'The entry point has no code',
    wrong: 'The file has no interpreter, and its entry point (e_entry) lies outside of all code.',
    seen: `${crashed} The signal is SIGSEGV.`,
    fix: 'Build the file again as a program (`-buildmode=exe`).',
    source: `${gabi} (e_entry)`,
  },
  'elf-packed': {
    severity: 'error',
    title: 'The binary is packed',
    wrong:
      'UPX has packed the program. A packed dynamic binary has the same headers as a packed static one, so nobody can tell which of the two it is. The dynamic one does not start: it ends with exit code 127 and without a message.',
    seen: `\`X exited with code 127 (0x7F)\`. ${endsAgain}`,
    fix: 'Do not pack the program with UPX. The package is compressed anyway.',
    source: 'UPX file format (l_info)',
  },
  'elf-static-crash': {
    severity: 'error',
    title: 'Statically linked, but crashes at the start',
    wrong:
      'Go 1.21 or older linked the program with the C compiler although cgo was off. The program holds the C library, but never initialises it.',
    seen: `${crashed} The signal is SIGTRAP.`,
    fix: 'Remove `-linkmode=external` and `-extldflags` from `-ldflags`. Go 1.22 and later refuse this build.',
    source: 'cmd/link of Go 1.22, external linking without cgo',
  },
  'elf-not-executable': {
    severity: 'warning',
    title: 'The executable bit is missing',
    wrong:
      'The file has no execute permission. Premium and App Service plans start the file with the permissions that it has in the package.',
    seen: `\`An error occurred trying to start process 'X' with working directory 'Y'. Permission denied\`. ${hangs}`,
    fix: 'Run `chmod +x` on the file. Artifacts lose the bit, and so do zips that are made on Windows. A package that this action makes stores 0755.',
    source: 'execve(2) (EACCES)',
  },
  'not-elf': {
    severity: 'error',
    title: 'The file is not a Linux executable',
    wrong:
      'The file does not begin with the ELF magic number. It is a program for Windows or macOS, a script, an archive, or no program at all.',
    seen: `${execFormat} For a script whose interpreter is missing: ${notFound}`,
    fix: `Build for Linux:\n\n${staticBuild}`,
    source: 'ELF gABI (e_ident)',
  },
  'goamd64-level': {
    severity: 'warning',
    title: 'The binary wants newer CPU instructions',
    wrong:
      'The binary was built with `GOAMD64=v2` or higher, so it needs a newer CPU. With v4 the finding is an error: few servers have AVX-512.',
    seen: `\`This program can only be run on AMD64 processors with v3 microarchitecture support.\`, \`X exited with code 1 (0x1)\`. ${endsAgain}`,
    fix: 'Build with `GOAMD64=v1`. That is the default of Go.',
    source: 'Go wiki, MinimumRequirements (GOAMD64)',
  },
  'cgo-but-static': {
    severity: 'notice',
    title: 'Built with cgo, but static',
    wrong:
      'CGO_ENABLED was 1. The file is static all the same: no package uses C, or the C library is linked in.',
    seen: 'Nothing at the start. A C library that is linked in may fail to look up users or hosts later.',
    fix: 'If no package needs C, build with `CGO_ENABLED=0`.',
    source: 'cmd/cgo; glibc manual, static linking and NSS',
  },
  'race-or-cover-build': {
    severity: 'warning',
    title: 'The binary is instrumented for tests',
    wrong: 'The binary was built with `-race`, `-msan`, `-asan` or `-cover`.',
    seen: 'Slow answers and high memory use. A build with the race detector is also dynamic.',
    fix: 'Build the deployed binary without these flags.',
    source: '`go help build`',
  },
  'not-go': {
    severity: 'warning',
    title: 'No Go build info',
    wrong: 'The file holds neither Go build info nor a Go build id.',
    seen: 'Nothing, if the file is the right one.',
    fix: 'Check the path. Do not strip the section `.go.buildinfo`; `-ldflags "-s -w"` keeps it.',
    source: 'debug/buildinfo',
  },
} as const satisfies Record<string, CodeDescription>
