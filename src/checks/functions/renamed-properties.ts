/**
 * Properties of bindings whose names changed with bundle 4 (Cosmos DB): with that bundle the old ones are not read.
 */
import { bindingTypeOf } from '../../functions/function-json/binding-types'
import { extensionsOf } from '../../functions/function-json/extensions'
import type { Binding, FunctionFolder } from '../../functions/function-json/functions'
import { type JsonMember, memberInAnyCase } from '../../functions/json/json-tree'
import { type Check, type FunctionProblem, inFunctionJson, type Problem } from '../check'
import type { Project } from '../project'

export const renamedPropertyChecks: readonly Check[] = [
  { code: 'binding-property-renamed', severity: 'error', run: renamed },
]

/** An old name in use where the new one is missing. */
export interface RenamedProperty {
  readonly member: JsonMember
  readonly old: string
  readonly current: string
}

/** The properties of a binding that bundle 4 would not read. */
export function renamedInBinding({ type, node }: Binding): readonly RenamedProperty[] {
  return Object.entries(bindingTypeOf(type)?.renamed ?? {}).flatMap(([old, current]) => {
    const member = memberInAnyCase(node, old)
    return member === undefined || memberInAnyCase(node, current) !== undefined
      ? []
      : [{ member, old, current }]
  })
}

/**
 * What to change when the bundle is raised to 4.
 *
 * @returns for example `'collectionName' becomes 'containerName'`, joined by commas; empty when nothing changes
 */
export function renamingsForBundle4(functions: readonly FunctionFolder[]): string {
  const pairs = functions
    .flatMap(({ bindings }) => bindings.flatMap(renamedInBinding))
    .map(({ old, current }) => `'${old}' becomes '${current}'`)
  return [...new Set(pairs)].join(', ')
}

function renamed(project: Project): readonly Problem[] {
  const isFile = (path: string) => project.files.some((file) => file.path === path)
  const extensions = extensionsOf(project.configuration, isFile)
  if (extensions.from !== 'bundle' || extensions.major < 4) return []
  return project.functions.flatMap((folder) =>
    folder.bindings.flatMap((binding) =>
      renamedInBinding(binding).map((property) => {
        const { at, ...rest } = explain(binding, folder, property)
        return { ...rest, location: { ...inFunctionJson(project, folder), ...at } }
      }),
    ),
  )
}

/** Without its container a binding never works; the others have a default that may do. */
function explain(
  { name, type }: Binding,
  folder: FunctionFolder,
  { member, current }: RenamedProperty,
): FunctionProblem {
  const problem = {
    message: `'${member.key}' of the binding '${name ?? ''}' (${type}) in function '${folder.name}' is not read by extension bundle 4, which reads '${current}'.`,
    hint: `Rename it to "${current}".`,
    at: member.keySpan,
  }
  return current === 'containerName' ? problem : { ...problem, severity: 'warning' }
}
