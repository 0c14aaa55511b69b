/** The Go code that can be seen from a function app, as plain data. No I/O here. */

export interface SourceFile {
  /** Relative to the repository root. */
  readonly path: string
  readonly text: string
}

/** The Go code that can be seen: of the project folder, and of the module or workspace around it. */
export interface GoSources {
  /** Folder of the go.work or go.mod that was found, relative to the repository root; undefined without. */
  readonly moduleFolder: string | undefined
  /** Every go.mod that applies, nearest first. */
  readonly modules: readonly SourceFile[]
  readonly hasWorkspace: boolean
  /** Paths of every go.sum beside those modules, and of go.work.sum. */
  readonly sums: readonly string[]
  /** Non-test files outside `vendor` and `testdata`. */
  readonly files: readonly SourceFile[]
  /** False when files were left out because there are too many or they are too large. */
  readonly isComplete: boolean
}
