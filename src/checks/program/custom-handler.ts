/**
 * Checks that host.json has a custom handler for the host: the section and its description exist once
 * empty objects are taken away (HttpWorkerOptionsSetup.cs of azure-functions-host).
 */
import { hasChildren, leafAt, placeAt } from '../../functions/host-json/configuration'
import { handlerSection } from '../../functions/host-json/handler'
import { otherLanguageOf } from '../../functions/other-languages'
import { workerModule } from '../../gosource/native-worker'
import { type Check, inHostJson, nearestKey, type Problem } from '../check'
import type { Project } from '../project'

export const customHandlerChecks: readonly Check[] = [
  { code: 'custom-handler-missing', severity: 'error', run: sectionMissing },
  { code: 'custom-handler-no-description', severity: 'error', run: descriptionMissing },
  { code: 'executable-path-empty', severity: 'error', run: pathEmpty },
]

const section = 'customHandler'

const example = '"customHandler": { "description": { "defaultExecutablePath": "handler" } }'

const nativeRecipe = `For the native Go worker, leave host.json without that section, run 'go get ${workerModule}', and end main with worker.Start(app).`

function topFiles({ files }: Project): readonly string[] {
  return files.map(({ path }) => path).filter((path) => !path.includes('/'))
}

/** Says whether host.json can be judged as that of a custom handler at all. */
function isJudged(project: Project): boolean {
  if (project.model !== 'custom-handler' || project.hostJson.state !== 'parsed') return false
  const { root } = project.hostJson.document
  return root.kind === 'object' && root.members.length > 0
}

function sectionMissing(project: Project): readonly Problem[] {
  const { configuration } = project
  if (!isJudged(project) || handlerSection(configuration) !== undefined) return []
  const hint = `For a custom handler, add ${example} to host.json, with the name of your program. ${nativeRecipe}`
  const place = placeAt(configuration, section)
  if (place === undefined) {
    const other = project.go.files.length > 0 ? undefined : otherLanguageOf(topFiles(project))
    const message = "host.json has no 'customHandler' section"
    return other === undefined
      ? [{ message: `${message}.`, hint, location: inHostJson(project) }]
      : [
          {
            message: `${message}, there is no Go code, and '${other.file}' says that this is an app in ${other.language}.`,
            hint: `Deploy an app in ${other.language} with Azure/functions-action. ${hint}`,
            location: inHostJson(project),
          },
        ]
  }
  const message = `The section '${place.path}' of host.json has no value in it, so for the host it does not exist.`
  return [{ message, hint, location: inHostJson(project, place.keySpan) }]
}

function descriptionMissing(project: Project): readonly Problem[] {
  const { configuration } = project
  const section = handlerSection(configuration)
  const description = `${section}:description`
  if (!isJudged(project) || section === undefined || hasChildren(configuration, description)) return []
  return [
    {
      message: `The section '${placeAt(configuration, section)?.path ?? section}' of host.json has no 'description' with a value in it.`,
      hint: `Add ${example}, with the name of your program.`,
      location: inHostJson(project, nearestKey(configuration, description)),
    },
  ]
}

function pathEmpty(project: Project): readonly Problem[] {
  const { configuration } = project
  const section = handlerSection(configuration)
  const description = `${section}:description`
  if (!isJudged(project) || section === undefined || !hasChildren(configuration, description)) return []
  const executablePath = `${description}:defaultExecutablePath`
  const leaf = leafAt(configuration, executablePath)
  if ((leaf !== undefined && leaf.value.trim() !== '') || hasChildren(configuration, executablePath))
    return []
  const hint = 'Write the name of the program that is built, relative to host.json, for example "handler".'
  if (leaf !== undefined) {
    const message = `'defaultExecutablePath' in host.json is ${JSON.stringify(leaf.value)}, so the host has nothing to start.`
    return [{ message, hint, location: inHostJson(project, leaf.node.span) }]
  }
  const message = `'${section}.description' in host.json has no 'defaultExecutablePath'.`
  return [{ message, hint, location: inHostJson(project, nearestKey(configuration, executablePath)) }]
}
