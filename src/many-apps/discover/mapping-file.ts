/** Reads the mapping file from disk, and holds it against the folders that there are. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ActionError } from '../../errors'
import type { Finding } from '../../findings'
import { maxJsonBytes, parseJson } from '../../functions/json/json'
import { type Mapping, mappingFinding, readMapping, usualMappingFile } from './mapping'

/**
 * Reads the file that an input names, or the usual one when there is one.
 *
 * @param root absolute root of the repository
 * @param named the input; empty for the usual file
 * @returns the mapping, the path of its file, and one error for each bad entry
 * @throws ActionError `app-mapping-invalid` when the file that is named is not there
 */
export async function readMappingFile(
  root: string,
  named: string,
): Promise<{ readonly mapping: Mapping; readonly file: string; readonly findings: readonly Finding[] }> {
  const file = named || usualMappingFile
  const bytes = await readFile(join(root, file)).catch(() => undefined)
  if (bytes !== undefined)
    return { ...readMapping(parseJson(bytes.subarray(0, maxJsonBytes + 1)), file), file }
  if (named === '') return { mapping: { environments: new Map(), apps: [] }, file, findings: [] }
  throw new ActionError('app-mapping-invalid', `'mapping-file' is '${file}', and there is no such file.`, {
    hint: 'Set it to the path of the file, relative to the repository root.',
  })
}

/**
 * Finds entries for folders without an app: misspelt, or left over.
 *
 * @param file its path, for places
 * @param paths files of the repository
 * @returns an error for each
 */
export function strayEntries(mapping: Mapping, file: string, paths: readonly string[]): readonly Finding[] {
  const known = new Set(mapping.apps.length === 0 ? [] : paths)
  return mapping.apps
    .filter(({ folder }) => !known.has(folder === '.' ? 'host.json' : `${folder}/host.json`))
    .map(({ folder, span }) =>
      mappingFinding(
        file,
        `'apps' names '${folder}', but there is no host.json in that folder. Correct or remove the entry.`,
        span,
      ),
    )
}

/**
 * The names that the mapping file chooses.
 *
 * @param file its path, for places
 * @param folders folders of the apps
 * @returns the names by folder, and an error for each that is used twice
 */
export function givenNames(
  mapping: Mapping,
  file: string,
  folders: readonly string[],
): { readonly given: ReadonlyMap<string, string>; readonly findings: readonly Finding[] } {
  const found = new Set(folders)
  const given = new Map<string, string>()
  const taken = new Map<string, string>()
  const findings: Finding[] = []
  for (const { folder, name = '', span } of mapping.apps) {
    if (name === '' || !found.has(folder)) continue
    const other = taken.get(name)
    if (other === undefined) {
      taken.set(name, folder)
      given.set(folder, name)
    } else {
      const message = `'apps' '${folder}' has the name '${name}', and so has '${other}': give each its own.`
      findings.push(mappingFinding(file, message, span))
    }
  }
  return { given, findings }
}
