/**
 * Checks of the path that the host starts: can it exist on Linux inside the package, and is it what is built.
 * Rules of HttpWorkerDescription.cs and WorkerDescription.cs of azure-functions-host.
 */
import { posix } from 'node:path'
import { leafAt } from '../configuration'
import { executableFrom, insideApp, siteRoot } from '../executable'
import { type Project, repositoryPath } from '../project'
import { type Check, type CheckContext, inHostJson, onLeaf, type Problem } from './check'

const executablePath = 'customHandler:description:defaultExecutablePath'

export const executableChecks: readonly Check[] = [
  { code: 'executable-path-windows', severity: 'error', run: onCustomHandler(windowsPath) },
  { code: 'executable-path-absolute', severity: 'error', run: onCustomHandler(absolutePath) },
  { code: 'executable-path-outside', severity: 'error', run: onCustomHandler(outsidePath) },
  { code: 'executable-mismatch', severity: 'error', run: mismatch },
]

type Judge = (value: string, project: Project) => Omit<Problem, 'location'> | undefined

function onCustomHandler(judge: Judge): Check['run'] {
  return onLeaf(executablePath, ({ value }, project) =>
    project.model === 'custom-handler' && value.trim() !== '' ? judge(value, project) : undefined,
  )
}

const windowsForm = /\\|^[a-z]:|\.(exe|cmd|bat|ps1|dll)$/i

function windowsPath(value: string): Omit<Problem, 'location'> | undefined {
  if (!windowsForm.test(value)) return undefined
  const linux = value
    .replace(/^[a-z]:/i, '')
    .replaceAll('\\', '/')
    .replace(/\.(exe|cmd|bat|ps1|dll)$/i, '')
    .replace(/^(\.?\/)+/, '')
  return {
    message: `'defaultExecutablePath' is '${value}', a Windows path; on Linux no such file can be started.`,
    hint: `Write "${linux}" and build the program under that name.`,
  }
}

function absolutePath(value: string): Omit<Problem, 'location'> | undefined {
  if (!value.startsWith('/') || insideApp(posix.normalize(value)) !== '') return undefined
  return {
    message: `'defaultExecutablePath' is '${value}', an absolute path outside of the function app (${siteRoot}).`,
    hint: `Write it relative to host.json: "${posix.basename(value) || 'handler'}".`,
  }
}

function outsidePath(value: string, project: Project): Omit<Problem, 'location'> | undefined {
  if (value.startsWith('/') || value.includes('%') || windowsForm.test(value)) return undefined
  if (executableFrom(project.configuration) !== '') return undefined
  return {
    message: `'defaultExecutablePath' is '${value}', which is no file inside the function app's folder.`,
    hint: `Write a path below the folder of host.json: "${posix.basename(value).replace(/^\.+$/, '') || 'handler'}".`,
  }
}

function mismatch(project: Project, context: CheckContext): readonly Problem[] {
  const built = context.deliveredExecutable ?? (project.isExecutableGiven ? project.executable : undefined)
  const leaf = leafAt(project.configuration, executablePath)
  const named = executableFrom(project.configuration)
  if (project.model !== 'custom-handler' || leaf === undefined || built === undefined) return []
  // A script or program that is already in the folder may start the built binary itself.
  if (named === '' || named === built || project.files.some(({ path }) => path === named)) return []
  const onlyCase = named.toLowerCase() === built.toLowerCase()
  return [
    {
      message: `host.json starts '${leaf.value}', but the program is built as '${built}'${onlyCase ? '; Linux tells the cases apart' : ''}.`,
      hint: `Set executable: ${named}, or write "${built}" in ${repositoryPath(project, 'host.json')}.`,
      location: inHostJson(project, leaf.node.span),
    },
  ]
}
