/**
 * Codes about single entries of a zip: names, modes, kinds.
 * Data only.
 */
import type { CodeDescription } from '../../findings'

export const entryCodes = {
  'package-executable-mode': {
    severity: 'error',
    title: 'The executable has no execute bit',
    wrong: 'The Unix mode of the entry lacks the execute bit of its owner.',
    seen: 'On Premium and Dedicated plans with run-from-package: `Failed to start Worker Channel. Process fileName: …` with `Permission denied`; requests hang for more than two minutes. Consumption plans try to repair it and fail on a read-only mount.',
    fix: 'Let this action make the package, or run `chmod 755 handler` and zip on Linux or macOS. `actions/upload-artifact` drops modes: upload the zip, not the folder.',
    source: 'Azure/azure-functions-host WorkerProcess.cs (AssignUserExecutePermissionsIfNotExists)',
  },
  'package-made-by': {
    severity: 'error',
    title: 'The zip does not say that it was made on Unix',
    wrong: 'The upper byte of “version made by” is not 3 (Unix), so tools ignore the modes in the entries.',
    seen: 'The executable arrives without its execute bit: `Permission denied` when the host starts it.',
    fix: 'Let this action make the package, or zip on Linux or macOS. Windows Explorer and `Compress-Archive` cannot record Unix modes.',
    source: 'APPNOTE 4.4.2; Azure Functions Core Tools ZipHelper.cs patches the same byte',
  },
  'package-unreadable-mode': {
    severity: 'error',
    title: 'A file that the host may not read',
    wrong:
      'By the mode of the entry only its owner may read the file, and the host does not run as the owner.',
    seen: '`Access to the path … host.json is denied` or `Permission denied`.',
    fix: 'Set the mode before zipping: `chmod -R a+rX .`',
    source: 'Azure/azure-functions-host issue 11528',
  },
  'package-backslash': {
    severity: 'error',
    title: 'A backslash in the name of an entry',
    wrong: 'On Linux a backslash is a character of the file name and makes no folder.',
    seen: 'A file named `HttpExample\\function.json` at the root, and no function `HttpExample`. `No job functions found.` when no other function is left.',
    fix: 'Make the zip with a tool that writes forward slashes, for example this action.',
    source: 'APPNOTE 4.4.17.1',
  },
  'package-unsafe-name': {
    severity: 'error',
    title: 'An entry that leads out of the package',
    wrong: 'The name is absolute, has a drive letter, climbs with `..`, or has empty segments.',
    seen: 'The deployment is rejected, or the file lands in a place where nobody looks for it.',
    fix: 'Make the zip inside the folder of host.json, with names relative to it.',
    source: 'APPNOTE 4.4.17.1; CWE-22',
  },
  'package-case-collision': {
    severity: 'notice',
    title: 'Names that differ only in case or in the encoding of accents',
    wrong:
      'Where names ignore case, or where composed and decomposed accents (NFC and NFD) are the same, one file overwrites the other.',
    seen: 'After unpacking on Windows or macOS one of the two is missing.',
    fix: 'Rename one of them.',
    source: 'Rule of this action; storage mounts and Windows tooling ignore case',
  },
  'package-name-encoding': {
    severity: 'notice',
    title: 'A name that is not in UTF-8',
    wrong:
      'The bytes of the name are no UTF-8. Unpackers guess the encoding, so the file has another name in each of them.',
    seen: 'A file whose name has `�` or other letters in the place of accents.',
    fix: 'Rename the file to ASCII, or make the zip with a tool that writes UTF-8, for example this action.',
    source: 'APPNOTE D.1; tried with zipfile, unzip and System.IO.Compression',
  },
  'package-duplicate-name': {
    severity: 'error',
    title: 'Two entries of the same name',
    wrong: 'Which of them wins depends on the tool that unpacks the zip.',
    seen: 'An old or a wrong file is active, although the right one is in the package.',
    fix: 'Make the zip anew instead of adding to an existing one.',
    source: 'APPNOTE leaves it open; tools differ',
  },
  'package-encrypted': {
    severity: 'error',
    title: 'An encrypted entry',
    wrong: 'Azure has no password for it.',
    seen: 'The deployment fails while it is unpacked.',
    fix: 'Make the zip without a password.',
    source: 'APPNOTE 4.4.4, bit 0',
  },
  'package-unsupported-compression': {
    severity: 'error',
    title: 'An entry that is neither stored nor deflated',
    wrong: 'Azure unpacks the methods 0 (stored) and 8 (deflate) only.',
    seen: 'The deployment fails while it is unpacked.',
    fix: 'Make the zip with deflate.',
    source: 'APPNOTE 4.4.5; System.IO.Compression supports stored and deflate',
  },
  'package-go-sources': {
    severity: 'notice',
    title: 'Sources in the package',
    wrong:
      'The app runs without Go sources, module files and version control, and a cold start loads them too.',
    seen: 'A larger package, a slower cold start, and readable sources under `/home/site/wwwroot`.',
    fix: 'Let this action make the package, or leave them out.',
    source: 'Rule of this action',
  },
  'package-proxies-json': {
    severity: 'warning',
    title: 'proxies.json is not supported any more',
    wrong: 'Functions proxies ended with version 4 of the host.',
    seen: 'The routes of proxies.json answer 404.',
    fix: 'Use API Management, or a route of the handler.',
    source: 'Azure Functions documentation on proxies',
  },
} as const satisfies Record<string, CodeDescription>
