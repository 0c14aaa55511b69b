/**
 * Checks of how the host starts the program: working directory and arguments
 * (HttpWorkerOptionsSetup.cs, DefaultWorkerProcessFactory.cs and WorkerDescription.cs of azure-functions-host).
 */
import { posix } from 'node:path'
import { type Leaf, listAt } from '../../functions/host-json/configuration'
import { insideApp, siteRoot } from '../../functions/host-json/executable'
import { type Check, inHostJson, onLeaf, type Problem } from '../check'
import type { Project } from '../project'

const description = 'customHandler:description'

export const handlerArgumentChecks: readonly Check[] = [
  {
    code: 'working-directory-variable',
    severity: 'error',
    run: onLeaf(`${description}:workingDirectory`, variable),
  },
  {
    code: 'handler-directory-missing',
    severity: 'error',
    run: onLeaf(`${description}:workingDirectory`, missing),
  },
  { code: 'argument-blank', severity: 'warning', run: blanks },
  { code: 'argument-percent', severity: 'warning', run: percents },
]

type Text = Omit<Problem, 'location'>

function variable({ value }: Leaf): Text | undefined {
  if (!/%[^%]+%/.test(value)) return undefined
  return {
    message: `'workingDirectory' is '${value}'; the host expands no variables there, so no such folder exists.`,
    hint: 'Write the folder itself, relative to host.json, or remove the key.',
  }
}

/** What the root of the host's image has (Filesystem Hierarchy Standard); below it nothing is known. */
const systemFolders = new Set(
  'bin boot dev etc home lib lib64 media mnt opt proc root run sbin srv sys tmp usr var azure-functions-host'.split(
    ' ',
  ),
)

function missing({ value }: Leaf, project: Project): Text | undefined {
  if (value === '' || /%[^%]+%/.test(value)) return undefined
  const absolute = posix.resolve(siteRoot, value)
  const folder = insideApp(absolute)
  const isOutside = folder === '' && absolute !== siteRoot
  if (absolute === siteRoot || project.executable.startsWith(`${folder}/`)) return undefined
  if (isOutside && (absolute === '/' || systemFolders.has(absolute.split('/')[1] ?? ''))) return undefined
  if (!isOutside && project.files.some(({ path }) => path.startsWith(`${folder}/`))) return undefined
  return {
    message: isOutside
      ? `'workingDirectory' is '${value}', and the host's image has no such folder.`
      : `'workingDirectory' is '${value}', but the project has no such folder with a file in it.`,
    hint: 'Remove the key, or add the folder and name a file of it in the input include.',
  }
}

function argumentsOf(project: Project): readonly Leaf[] {
  return ['arguments', 'workerArguments'].flatMap((key) =>
    listAt(project.configuration, `${description}:${key}`),
  )
}

function blanks(project: Project): readonly Problem[] {
  return argumentsOf(project)
    .filter(({ value }) => /\s/.test(value.replaceAll(/"[^"]*"/g, '')))
    .map(({ value, node }) => ({
      message: `The argument '${value}' has a blank in it; the host joins arguments without quotes, so the program gets it in pieces.`,
      hint: 'Make several arguments of it, or put double quotes around it inside the string.',
      location: inHostJson(project, node.span),
    }))
}

function percents(project: Project): readonly Problem[] {
  const leaves = argumentsOf(project)
  // Variables are replaced one argument at a time; after that, what is between two '%' of the joined line goes. `%%` has
  // nothing between them and stays.
  const rest = leaves.map(({ value }) => value.replaceAll(/%\w+%/g, ''))
  const [first] = leaves.filter((_, index) => rest[index]?.includes('%'))
  const deleted = /%.+?%/s.exec(rest.join(' '))?.[0]
  if (first === undefined || deleted === undefined) return []
  return [
    {
      message: `The host deletes '${deleted}' from the arguments: it takes everything between two percent signs for a variable.`,
      hint: "Write the arguments with at most one '%'.",
      location: inHostJson(project, first.node.span),
    },
  ]
}
