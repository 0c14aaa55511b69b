/** What is known of the package that an app runs. */

export interface ActivePackage {
  /** Of the deployment; for Linux Consumption the name of the package. Empty when it is not known. */
  readonly deploymentId: string
  /** Only of packages that this action deployed, else empty. */
  readonly sha256: string
  /** Of the job that deployed it, when its record names one. */
  readonly runUrl?: string
  /** Why one of them is empty, in words; empty when both are known. */
  readonly problem: string
}

/**
 * A package of which nothing is known.
 *
 * @param problem why
 * @returns the record of it
 */
export function unknownPackage(problem: string): ActivePackage {
  return { deploymentId: '', sha256: '', problem }
}
