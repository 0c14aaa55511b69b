/** The error for a zip that cannot be trusted, and the words for what is wrong with it. */
import { ActionError, messageOf } from '../../errors'
import { quoted } from '../entry-names'

/**
 * The error for a zip that cannot be trusted.
 *
 * @param path path of the zip
 * @param reason what is wrong, as the end of a sentence
 * @param cause the underlying error
 * @returns ActionError `package-unreadable`
 */
export function unreadable(path: string, reason: string, cause?: unknown): ActionError {
  return new ActionError('package-unreadable', `The package ${quoted(path)} cannot be read: ${reason}.`, {
    hint: "Make the zip anew; 'unzip -t' shows what is wrong with it.",
    ...(cause === undefined ? {} : { cause }),
  })
}

/**
 * Our words for what yauzl says of a directory; its own message is kept as cause.
 *
 * @param error what yauzl threw (its messages as of 3.4; one that is not known gets a general reason)
 * @returns the reason as the end of a sentence
 */
export function directoryReason(error: unknown): string {
  const message = messageOf(error)
  if (message.startsWith('End of central directory')) return 'it is not a zip, or it was cut off'
  if (message.includes('unexpected EOF')) return 'its directory points beyond the end of the file'
  if (message.startsWith('Invalid comment length')) return 'something follows the end of the zip'
  if (message.startsWith('multi-disk')) return 'it is one part of a split archive'
  if (message.includes('strong encryption')) return 'it is encrypted'
  if (message.startsWith('compressed/uncompressed'))
    return 'the sizes of a stored entry contradict each other'
  if (message.includes('header signature')) return 'its directory is damaged'
  return 'its directory contradicts itself'
}
