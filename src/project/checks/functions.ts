/**
 * Checks of the folders of functions: are there any, and does the host find them
 * (HostFunctionMetadataProvider.cs of azure-functions-host).
 */
import { sectionExists } from '../configuration'
import type { Project } from '../project'
import { type Check, inHostJson, type Problem } from './check'

export const functionFolderChecks: readonly Check[] = [
  { code: 'no-functions', severity: 'error', run: noFunctions },
]

function noFunctions(project: Project): readonly Problem[] {
  if (project.model !== 'custom-handler' || project.hostJson.state === 'missing') return []
  if (project.functions.length > 0 || isRouted(project)) return []
  const misspelled = project.files.some(({ path }) => /^[^/]+\/function\.json$/i.test(path))
  if (misspelled) return []
  return [
    {
      message: `The folder '${project.folder}' has no function: no folder directly in it holds a function.json.`,
      hint: 'Add one folder for each function next to host.json, named as the function, with a function.json in it.',
      location: inHostJson(project),
    },
  ]
}

/** Functions can also come from `customHandler.http.routes` or from a configuration profile. */
function isRouted({ configuration }: Project): boolean {
  return (
    sectionExists(configuration, 'customHandler:http:routes') ||
    sectionExists(configuration, 'configurationProfile')
  )
}
