/**
 * What the verdict says of each case in verdict.test.ts, word for word: these sentences are what a user sees.
 */
export const verdictMessages: Readonly<Record<string, readonly string[]>> = {
  'a PIE that needs nothing but its loader': [
    "handler asks for the interpreter '/lib64/ld-linux-x86-64.so.2', so it is dynamically linked and Azure Functions cannot be relied on to start it. It needs no library, and ldd calls it statically linked, but it does not start without its interpreter.",
  ],
  libraries: [
    "handler asks for the interpreter '/lib64/ld-linux-x86-64.so.2', so it is dynamically linked and Azure Functions cannot be relied on to start it.",
    "handler needs the library 'libc.so.6' of the host.",
  ],
  'libraries without a loader': ["handler needs the library 'libc.so.6' of the host."],
  'an interpreter of one byte': [
    'handler has an invalid interpreter: PT_INTERP is 1 bytes long. Linux refuses to start it.',
  ],
  'an interpreter without NUL': [
    'handler has an invalid interpreter: PT_INTERP does not end in NUL. Linux refuses to start it.',
  ],
  'another CPU': [
    "handler is for the CPU 'ARM aarch64' (GOARCH=arm64), but the host needs 'x86-64' (GOARCH=amd64).",
  ],
  'another CPU and libraries': [
    "handler is for the CPU 'ARM aarch64' (GOARCH=arm64), but the host needs 'x86-64' (GOARCH=amd64).",
    "handler asks for the interpreter '/lib/ld-linux-aarch64.so.1', which no Functions host has, so it cannot start there. Its functions would stay listed without an error, and every request would hang.",
  ],
  '32 bits of another CPU': [
    "handler is for the CPU 'Intel 80386' (GOARCH=386), but the host needs 'x86-64' (GOARCH=amd64).",
  ],
  '32 bits of the same CPU': [
    'handler is a 32-bit little-endian file for x86-64, but GOARCH=amd64 is 64-bit little-endian.',
  ],
  'the other byte order': [
    'handler is a 64-bit big-endian file for x86-64, but GOARCH=amd64 is 64-bit little-endian.',
  ],
  'a relocatable object': ['handler is a relocatable object (.o) (e_type 1), not a program.'],
  'a core dump': ['handler is a core dump (e_type 4), not a program.'],
  'a shared library': [
    'handler is a shared library, not a program: it has no entry point and no interpreter.',
  ],
  'FreeBSD by EI_OSABI': ["handler is marked as a file for 'FreeBSD', not for Linux."],
  'FreeBSD by its note': ["handler is marked as a file for 'FreeBSD', not for Linux."],
  'no program headers': [
    'handler is a malformed ELF file: it has 0 program headers (e_phnum); Linux accepts 1 to 1170.',
  ],
  'program headers of a wrong size': [
    'handler is a malformed ELF file: e_phentsize is 55, but a program header of its class has 56 bytes.',
  ],
  '1171 program headers': [
    'handler is a malformed ELF file: it has 1171 program headers (e_phnum); Linux accepts 1 to 1170.',
  ],
  'program headers past the end': [
    'handler is cut off: the 1170 program headers at 64 reach past the end of the file.',
  ],
  'a segment past the end': [
    'handler is cut off: a segment reaches to byte 4097, but the file has 4096 bytes.',
  ],
  'a segment whose end wraps': [
    'handler is cut off: a segment reaches to byte 18446744073709551623, but the file has 4096 bytes.',
  ],
  '2 TiB of memory': ['handler is a malformed ELF file: a segment asks for 2199023255552 bytes of memory.'],
  'an entry point without code': [
    'handler starts at the address 0x1234, where it has no code; it would crash at once.',
  ],
}
