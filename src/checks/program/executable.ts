/**
 * Checks of the path that the host starts: can it exist on Linux inside the package, and is it what is built.
 * Rules of HttpWorkerDescription.cs and WorkerDescription.cs of azure-functions-host.
 */
import { posix } from 'node:path'
import { leafAt } from '../../functions/host-json/configuration'
import {
  executableFrom,
  insideApp,
  isInterpreter,
  nativeExecutable,
  siteRoot,
} from '../../functions/host-json/executable'
import { descriptionPath } from '../../functions/host-json/handler'
import { type Check, type CheckContext, inHostJson, onLeaf, type Problem } from '../check'
import { type Project, repositoryPath } from '../project'

const pathIn = ({ configuration }: Project): string =>
  `${descriptionPath(configuration)}:defaultExecutablePath`

export const executableChecks: readonly Check[] = [
  { code: 'executable-path-variable', severity: 'warning', run: onCustomHandler(variablePath) },
  { code: 'executable-path-windows', severity: 'error', run: onCustomHandler(windowsPath) },
  { code: 'executable-name-windows', severity: 'notice', run: onCustomHandler(windowsName) },
  { code: 'executable-path-absolute', severity: 'error', run: onCustomHandler(absolutePath) },
  { code: 'executable-path-outside', severity: 'error', run: onCustomHandler(outsidePath) },
  { code: 'executable-path-impossible', severity: 'error', run: onCustomHandler(impossible) },
  { code: 'executable-go-run', severity: 'error', run: onCustomHandler(goRun) },
  { code: 'executable-undetermined', severity: 'error', run: onCustomHandler(undetermined) },
  { code: 'executable-is-folder', severity: 'error', run: isFolderInTheWay },
  { code: 'executable-is-script', severity: 'error', run: onCustomHandler(isScriptOfProject) },
  { code: 'script-no-interpreter', severity: 'error', run: onCustomHandler(noInterpreter) },
  { code: 'script-crlf', severity: 'error', run: onCustomHandler(scriptCrlf) },
  { code: 'executable-in-working-directory', severity: 'error', run: mismatch(true) },
  { code: 'executable-mismatch', severity: 'error', run: mismatch(false) },
]

type Text = Omit<Problem, 'location'>
type Judge = (value: string, project: Project) => Text | undefined

function onCustomHandler(judge: Judge): Check['run'] {
  return (project, context) =>
    onLeaf(pathIn(project), ({ value }) =>
      project.model === 'custom-handler' && value.trim() !== '' ? judge(value, project) : undefined,
    )(project, context)
}

const windowsForm = /\\|^[a-z]:|\.(cmd|bat|ps1)$/i
const programEnding = /\.(exe|dll|com)$/i

function windowsPath(value: string, { files }: Project): Text | undefined {
  // On Linux a backslash is an ordinary character of a name.
  if (!windowsForm.test(value) || (value.includes('\\') && files.some(({ path }) => path === value)))
    return undefined
  const linux = value
    .replace(/^[a-z]:/i, '')
    .replaceAll('\\', '/')
    .replace(/\.(cmd|bat|ps1)$/i, '')
    .replace(programEnding, '')
    .replace(/^(\.?\/)+/, '')
  return {
    message: `'defaultExecutablePath' is '${value}', a Windows path; on Linux no such file can be started.`,
    hint: `Write "${linux}" and build the program under that name.`,
  }
}

/** Linux asks for no ending: a program for Linux may be called so. */
function windowsName(value: string): Text | undefined {
  if (windowsForm.test(value) || !programEnding.test(value)) return undefined
  return {
    message: `'defaultExecutablePath' is '${value}', a name as on Windows. On Linux the ending does not matter: the host starts a program for Linux under this name as well.`,
    hint: `Nothing has to change: the program for Linux goes into the package under this name. Write "${value.replace(programEnding, '')}" when nobody starts the project on Windows.`,
  }
}

function absolutePath(value: string): Text | undefined {
  if (!value.startsWith('/') || isInterpreter(value) || value.endsWith('/')) return undefined
  if (insideApp(posix.normalize(value)) !== '') return undefined
  return {
    message: `'defaultExecutablePath' is '${value}', an absolute path outside of the function app (${siteRoot}).`,
    hint: `Write it relative to host.json: "${posix.basename(value) || 'handler'}".`,
  }
}

function outsidePath(value: string, project: Project): Text | undefined {
  if (value.startsWith('/') || value.includes('%') || namesFolder(value)) return undefined
  if (impossible(value) !== undefined) return undefined
  if (windowsForm.test(value) || isInterpreter(value)) return undefined
  if (executableFrom(project.configuration) !== '') return undefined
  return {
    message: `'defaultExecutablePath' is '${value}', which is no file inside the function app's folder.`,
    hint: `Write a path below the folder of host.json: "${posix.basename(value).replace(/^\.+$/, '') || 'handler'}".`,
  }
}

function variablePath(value: string): Text | undefined {
  const [variable] = /%[^%]+%/.exec(value) ?? []
  if (variable === undefined) return undefined
  return {
    message: `'defaultExecutablePath' is '${value}'. When ${variable} is not set in Azure, the host looks for a file of this very name, and there is none.`,
    hint: 'Write the name of the program itself.',
  }
}

function goRun(value: string): Text | undefined {
  if (!/^(.*\/)?go$/.test(value)) return undefined
  return {
    message: `'defaultExecutablePath' is '${value}': the Functions host has no Go toolchain to run sources with.`,
    hint: 'Write the name of a program, for example "handler"; this action builds it under that name.',
  }
}

/** Nobody said which file is built: host.json starts something that is not in the package, or a variable. */
function undetermined(value: string, project: Project): Text | undefined {
  if (project.isExecutableGiven || goRun(value) !== undefined) return undefined
  if (!value.includes('%') && !isInterpreter(value)) return undefined
  return {
    message: `'defaultExecutablePath' is '${value}'. This does not tell the action under which name to build the program.`,
    hint: 'Set the input executable to the name of the program, relative to host.json.',
  }
}

function isFolderInTheWay(project: Project, context: CheckContext): readonly Problem[] {
  if (project.model === 'custom-handler') return onCustomHandler(isFolder)(project, context)
  // What is given is packed under the name from wherever it lies, and the folder is not packed.
  if (context.deliveredExecutable !== undefined) return []
  const inside = someFileIn(nativeExecutable, project)
  if (inside === undefined) return []
  return [
    {
      message: `Azure starts the native Go worker as '${nativeExecutable}', but that is a folder (it holds '${inside}').`,
      hint: 'Rename the folder, for example to internal/app: the program is built under that name.',
      location: inHostJson(project),
    },
  ]
}

/** The path of a file in a folder of the project, from that folder on. */
function someFileIn(folder: string, { files }: Project): string | undefined {
  return files.find(({ path }) => path.startsWith(`${folder}/`))?.path.slice(folder.length + 1)
}

/** A path that ends in a slash is that of a folder, whatever is there. */
function namesFolder(value: string): boolean {
  return value.endsWith('/') && insideApp(posix.resolve(siteRoot, value)) !== ''
}

/** No file can have such a name: a byte that ends it, or a part that is too long (NAME_MAX of Linux). */
function impossible(value: string): Text | undefined {
  const part = value.split('/').find((name) => name.includes('\0') || Buffer.byteLength(name) > 255)
  if (part === undefined) return undefined
  return {
    message: `'defaultExecutablePath' is ${JSON.stringify(value)}, but no file can have this name.`,
    hint: 'Write the name of the program that is built, for example "handler".',
  }
}

function isFolder(value: string, project: Project): Text | undefined {
  if (namesFolder(value)) {
    return {
      message: `'defaultExecutablePath' is '${value}', which ends in a slash: that is a folder, and the host finds no program there.`,
      hint: `Write "${value.replace(/\/+$/, '')}".`,
    }
  }
  const named = executableFrom(project.configuration)
  const inside = named === '' ? undefined : someFileIn(named, project)
  if (inside === undefined) return undefined
  return {
    message: `host.json starts '${named}', but that is a folder (it holds '${inside}').`,
    hint: 'Give the program another name in defaultExecutablePath, or rename the folder.',
  }
}

function isScriptOfProject(_: string, project: Project): Text | undefined {
  const named = executableFrom(project.configuration)
  const isScript = /^#![^\r\n]*\n/.test(project.executableHead ?? '')
  if (project.isExecutableGiven || named === '' || !isScript) return undefined
  return {
    message: `host.json starts '${named}', a script of the project. The action does not know under which name to build the program.`,
    hint: `Set the input executable to the name of the program that '${named}' starts, or write that name into defaultExecutablePath.`,
  }
}

function noInterpreter(_: string, project: Project): Text | undefined {
  const head = project.executableHead
  if (!isText(head) || head?.startsWith('#!') === true) return undefined
  const named = executableFrom(project.configuration)
  return {
    message: `host.json starts '${named}', a text file that does not begin with '#!'; Linux cannot start it.`,
    hint: named.endsWith('.go')
      ? `Write "${named.slice(0, -3)}", the name of the compiled program.`
      : "Begin the script with '#!/bin/sh'.",
  }
}

function scriptCrlf(_: string, project: Project): Text | undefined {
  const [line] = /^#![^\n]*\r\n/.exec(project.executableHead ?? '') ?? []
  if (line === undefined) return undefined
  return {
    message: `The first line '${line.trim()}' of '${executableFrom(project.configuration)}' ends in CR LF, so Linux looks for an interpreter with a CR in its name.`,
    hint: "Save the script with LF line ends, and add 'text eol=lf' for it to .gitattributes.",
  }
}

function isText(head: string | undefined): boolean {
  return head !== undefined && head !== '' && !head.includes('\0') && !head.includes('\ufffd')
}

function mismatch(isInWorkingDirectory: boolean): Check['run'] {
  return (project, context) => {
    const built = context.deliveredExecutable ?? (project.isExecutableGiven ? project.executable : undefined)
    const leaf = leafAt(project.configuration, pathIn(project))
    const named = executableFrom(project.configuration)
    if (project.model !== 'custom-handler' || leaf === undefined || built === undefined) return []
    // A script or program that is already in the folder may start the built binary itself.
    if (named === '' || named === built || project.files.some(({ path }) => path === named)) return []
    const folder = leafAt(
      project.configuration,
      `${descriptionPath(project.configuration)}:workingDirectory`,
    )?.value
    if (isInWorkingDirectory !== (folder !== undefined && posix.join(folder, named) === built)) return []
    const onlyCase = named.toLowerCase() === built.toLowerCase() ? '; Linux tells the cases apart' : ''
    const reason = isInWorkingDirectory ? "; 'workingDirectory' is not used to find the program" : onlyCase
    const hint = isInWorkingDirectory
      ? `Write "${built}" as defaultExecutablePath.`
      : `Set executable: ${named}, or write "${built}" in ${repositoryPath(project, 'host.json')}.`
    const message = `host.json starts '${leaf.value}', but the program is built as '${built}'${reason}.`
    return [{ message, hint, location: inHostJson(project, leaf.node.span) }]
  }
}
