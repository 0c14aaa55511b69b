/** Every bad project, in one list. */
import { bindingCases } from './bindings'
import type { Case } from './case'
import { customHandlerCases } from './custom-handler'
import { executableCases } from './executable'
import { functionCases } from './functions'
import { goCodeCases } from './go-code'
import { hostJsonCases } from './host-json'
import { httpCases } from './http'
import { settingsCases } from './settings'

export const cases: readonly Case[] = [
  ...hostJsonCases,
  ...customHandlerCases,
  ...executableCases,
  ...functionCases,
  ...bindingCases,
  ...httpCases,
  ...settingsCases,
  ...goCodeCases,
]

/**
 * Takes the mark out of the files and says where it was.
 *
 * @param files of a bad project
 * @returns the files as they are written to disk, and the marked place
 */
export function unmark(files: Case['files']) {
  let marked: string | undefined
  const plain = Object.entries(files).map(([path, text]) => {
    if (typeof text !== 'string' || !text.includes('«')) return [path, text] as const
    const lines = text.slice(0, text.indexOf('«')).split('\n')
    marked = `app/${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`
    return [path, text.replace('«', '')] as const
  })
  return { files: Object.fromEntries(plain), marked }
}
