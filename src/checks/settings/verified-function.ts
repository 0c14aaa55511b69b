/** Which function `verify-path` calls, and whether a key is wanted there. Decided by the routes as the host has them. */
import type { HostFunction } from '../../functions/function-json/host-function'
import { findFunction } from '../../functions/routes/route-table'
import { type Check, type CheckContext, type Problem, placeOfFunction } from '../check'
import type { Project } from '../project'

export const verifiedFunctionChecks: readonly Check[] = [
  { code: 'verify-path-keyed', severity: 'error', run: keyed },
]

/** The function that answers GET on `verify-path`; undefined without a path, and where no route matches. */
export function verifiedFunction({ app }: Project, context: CheckContext): HostFunction | undefined {
  const path = context.app?.verifyPath ?? ''
  return path === '' ? undefined : findFunction(app.routes, 'GET', path)?.function
}

function keyed(project: Project, context: CheckContext): readonly Problem[] {
  const { app } = context
  const found = verifiedFunction(project, context)
  if (app === undefined || found === undefined || found.authLevel === 'anonymous') return []
  // The master key is never fetched.
  if (app.takesKeys && found.authLevel === 'function') return []
  if (/[?&]code=/i.test(app.verifyPath)) return []
  return [
    {
      message: `verify-path '${app.verifyPath}' calls function '${found.name}', which wants a key (authLevel '${found.authLevel}') and would answer 401.`,
      hint: 'Let verify-path name an anonymous function, set "authLevel": "anonymous", or leave verify-keys on: then the action fetches the key.',
      functionName: found.name,
      location: placeOfFunction(project, found.name),
    },
  ]
}
