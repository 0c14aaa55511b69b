/**
 * Modules that build without cgo and then refuse every call. Neither the compiler nor the linker says so; the
 * build info of the finished binary gives them away.
 */
import type { Finding } from '../../findings'
import type { goCodes } from '../codes/go-codes'
import { isStub, replacementFor } from './replacements'

/**
 * Modules in a finished binary that build without cgo and then refuse to work. Go links their stub without a
 * word; only the build info tells. Meaningful for a binary that was built with `CGO_ENABLED=0`.
 *
 * @param modulePaths paths of the modules in the binary's build info
 * @returns one finding for each such module
 */
export function stubModules(modulePaths: readonly string[]): Finding[] {
  const findings: Finding[] = []
  for (const path of new Set(modulePaths)) {
    if (!isStub(path)) continue
    findings.push({
      code: 'cgo-stub' satisfies keyof typeof goCodes,
      severity: 'error',
      message: `Module "${path}" needs cgo. Without cgo, Go links only a stub, and the stub answers every call with an error.`,
      hint: replacementFor(path) ?? '',
    })
  }
  return findings
}
