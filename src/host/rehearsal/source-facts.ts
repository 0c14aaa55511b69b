/** What the rehearsal may know of the program besides the package: plain data and answers, without any reading here. */
import type { Location } from '../../findings'

/** A place in the source that reads an environment variable. */
export interface VariablePlace {
  readonly name: string
  /** Relative to the repository root. */
  readonly file: string
  readonly line: number
}

export interface SourceFacts {
  readonly variables: readonly VariablePlace[]
  /** A configuration library in use, which may read more. */
  readonly library: string | undefined
  /** Where a line of a stack trace lies in the module; undefined for code of others. */
  placeOfFrame(path: string, line: number): Location | undefined
  /** Where the text of an output line stands in the code. */
  placeOfText(line: string): Location | undefined
  /** Whether a route with these `{parameters}` is registered, as far as the code shows. */
  registers(path: string): boolean
  /** Where the handler of a path answers text or nothing, although the host wants JSON; undefined when that is not sure. */
  plainAnswer(path: string): (Location & { readonly kind: 'text' | 'empty' }) | undefined
  /** The path in the project folder of a file that the package has not; undefined when the project has none. */
  unpackedFile(path: string): string | undefined
}
