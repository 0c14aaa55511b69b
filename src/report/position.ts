/**
 * Which places can be shown in the repository, and how their paths are written in addresses. A place comes from files, compilers and binaries, so it may name
 * anything; only what is consistent is handed to those who draw it.
 */

/**
 * Tells whether a file of a finding lies in the repository.
 *
 * @param file as `Location.file` has it
 * @returns false for an empty, an absolute or an escaping path
 */
export function isRepositoryFile(file: string): boolean {
  return file !== '' && !file.startsWith('/') && !/^[A-Za-z]:/.test(file) && !file.split('/').includes('..')
}

/**
 * Tells whether a number is a line or a column.
 *
 * @param value any number, or none
 * @returns true for whole numbers from 1
 */
export function isPosition(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1
}

/**
 * Writes a path for an address.
 *
 * @param path untrusted text with forward slashes; half of a surrogate pair becomes U+FFFD, since it has no bytes
 * @returns the path with every segment percent-encoded
 */
export function encodedPath(path: string): string {
  return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/')
}
