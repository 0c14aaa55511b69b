/**
 * Codes about a zip as a whole: reading it, writing it, its size.
 * Data only.
 */
import type { CodeDescription } from '../../findings'

export const zipCodes = {
  'package-too-large': {
    severity: 'warning',
    title: 'A very large package',
    wrong:
      'The package is larger than 1 GB, or would hold more than this action packs (2 GiB unpacked, 65,534 files).',
    seen: 'The upload is refused or times out; a cold start takes very long.',
    fix: 'Move data into a storage account; strip the binary with `ldflags: -s -w`.',
    source: 'Azure Functions zip deployment documentation; APPNOTE 4.4.1.4',
  },
  'package-unreadable': {
    severity: 'error',
    title: 'The zip cannot be read',
    wrong:
      'The file is not a zip, is cut off, or contradicts itself, so that unpackers read different things. Examples: two directories; a directory and data that name, size or compress an entry differently; bytes that belong to no entry; a file that is also a folder; checksums that do not match.',
    seen: 'The deployment fails while it is unpacked, for example with `End of Central Directory record could not be found.`',
    fix: 'Make the zip anew and look at it with `unzip -t`. If it came from an artifact, check that the download was complete.',
    source: 'APPNOTE 6.3.10; tried with zipfile, unzip and System.IO.Compression',
  },
  'package-limit': {
    severity: 'error',
    title: 'The zip holds more than the action unpacks',
    wrong:
      'The zip declares more entries or more bytes than a function app can have. Perhaps it is a zip bomb.',
    seen: 'The deployment fills the disk or times out.',
    fix: 'Take out what does not belong to the app.',
    source: 'Limits of this action: 65,535 entries, 2 GiB unpacked',
  },
  'package-entry-missing': {
    severity: 'error',
    title: 'The zip lacks an entry',
    wrong: 'The zip does not hold an entry that the action needs.',
    seen: 'The host does not find the file.',
    fix: 'Compare the name with the list of `unzip -l`; names are case-sensitive.',
    source: 'Rule of this action',
  },
  'package-source-unreadable': {
    severity: 'error',
    title: 'A file cannot be packed',
    wrong: 'The file is missing, is not a regular file, or the runner may not read it.',
    seen: 'Nothing in Azure; the run stops.',
    fix: 'Check that the file exists and that the runner may read it.',
    source: 'Rule of this action',
  },
  'package-source-changed': {
    severity: 'error',
    title: 'A file changed while it was packed',
    wrong:
      'The size, the time or the content of the file differed between the beginning and the end of reading.',
    seen: 'Nothing in Azure; the run stops, because the package would hold half of each state.',
    fix: 'Let no other step or background process write into the project while this action runs.',
    source: 'Rule of this action',
  },
  'package-unwritable': {
    severity: 'error',
    title: 'The package cannot be written',
    wrong: 'The disk is full, or the folder is missing or read-only.',
    seen: 'Nothing in Azure; the run stops and leaves no part of a package behind.',
    fix: 'Free space on the runner, and check RUNNER_TEMP.',
    source: 'Rule of this action',
  },
  'package-readback': {
    severity: 'error',
    title: 'The written package is not what was meant',
    wrong:
      'The action read the zip back. An entry differs in name, mode, method, size or checksum, or does not inflate.',
    seen: 'Nothing in Azure; the run stops.',
    fix: 'Run again. If it happens twice, suspect the disk of the runner and report it with the log.',
    source: 'Rule of this action',
  },
} as const satisfies Record<string, CodeDescription>
