/** A file that the program looked for in its package and did not find, and what to do about it. Reads texts only. */
import { secretKind } from '../../text/secret-file'
import { type GoFailure, lastWords } from './go-failure'
import type { SourceFacts } from './source-facts'

/**
 * The file of the package that the program did not find.
 *
 * @param appFolder absolute path of the package
 * @returns its path in the package, or a pattern of the templates; undefined for files outside of the package
 */
export function missingFile(failure: GoFailure, appFolder: string): string | undefined {
  for (const text of lastWords(failure)) {
    const [, path, pattern = path] =
      /(?:open|stat|lstat|chdir|readdirent|fork\/exec|exec:) "?([^\s":]{1,300})"?: (?:no such file|file does not exist)|pattern matches no files: [`#]{0,2}([^`#\s]{1,300})/.exec(
        text,
      ) ?? []
    const inside = [...(pattern === undefined ? [] : [pattern]), ...configurationFiles(text)]
      .map((file) => (file.startsWith(`${appFolder}/`) ? file.slice(appFolder.length + 1) : file))
      .find((file) => !file.startsWith('/') && !file.startsWith('..'))
    if (inside !== undefined) return inside.replace(/^\.\//, '')
  }
  return environmentFile.map((pattern) => pattern.exec(failure.line)?.[1]).find((file) => file !== undefined)
}

/**
 * A file of the system that this machine has and the program could not open, as in an isolated rehearsal, which has
 * few of them. In Azure it may be there.
 *
 * @param existsHere whether this machine has a file, by its absolute path
 */
export function hiddenFile(failure: GoFailure, existsHere: (path: string) => boolean): string | undefined {
  return lastWords(failure)
    .map(
      (text) =>
        /(?:open|stat|lstat|readdirent|fork\/exec|exec:) "?(\/(?:dev|etc|proc|run|sys|var)\/[^\s":]{1,300})"?: (?:no such (?:file|device)|file does not exist|permission denied)/.exec(
          text,
        )?.[1],
    )
    .find((path) => path !== undefined && existsHere(path))
}

export function hiddenWords(file: string): string {
  return `This machine has "${file}", but the rehearsal does not show it to the handler, so this may be fine in Azure.`
}

/** Where spf13/viper looked for a file whose ending it finds out itself. */
function configurationFiles(text: string): readonly string[] {
  const [, name = '', folders] =
    /\bConfig File "([^"\n]{1,200})" Not Found in "\[([^"\n]{0,2000})\]"/.exec(text) ?? []
  const file = name.includes('.') ? name : `${name}.*`
  return folders?.split(' ').map((folder) => `${folder}/${file}`) ?? []
}

/** Programs often name it in words of their own, and leave out what the system said. */
const environmentFile: readonly RegExp[] = [
  /\b(?:load|open|read|find|pars|no\b)\w*\b[^\n]{0,60}?[\s"'`/(](\.env(?:\.\w{1,30})?)(?![\w-])/i,
  /(?:^|[\s"'`/(])(\.env(?:\.\w{1,30})?)\b[^\n]{0,20}\b(?:not found|missing|does not exist)/i,
]

/**
 * What to do about a file that the package has not.
 *
 * @param file its path in the package
 */
export function missingFileHint(file: string, source: SourceFacts | undefined): string {
  const secret = secretKind(file)
  if (secret !== undefined)
    return `"${file}" is ${secret}; a package never holds it. In Azure, app settings are environment variables. Set the values there, and let the program go on without the file.`
  const found = source?.unpackedFile(file)
  return found === undefined
    ? `The package has no "${file}". Pack it, or embed it with go:embed.`
    : `The project has "${found}", but the package does not: add it to include, for example "include: ${found}", or embed it with go:embed.`
}
