/**
 * The functions that a project for the native worker surely registers, read from `main`. A floor, not the list:
 * what other functions, loops and conditions register is known to the program alone.
 */
import { type GoFile, goCodeOf } from './code'
import { workerModule } from './native-worker'
import type { GoToken } from './source'
import type { GoSources } from './sources'

/**
 * Names that `main` registers whatever happens: calls such as `app.HTTP("Name", …)` that stand in its body itself,
 * with a literal name, on a variable that holds `sdk.FunctionApp()`, before anything can leave it.
 *
 * @param sources the texts around an app for the native worker
 * @returns names in their order, without doubles; empty when there is no single program
 */
export function registeredNames(sources: GoSources): readonly string[] {
  if (!sources.isComplete) return []
  const programs = goCodeOf(sources).files.filter(
    ({ isMain, imports }) => isMain && imports.includes(`${workerModule}/worker`),
  )
  const [program] = programs
  if (program === undefined || programs.length > 1) return []
  return [...new Set(namesIn(program))]
}

function namesIn(file: GoFile): readonly string[] {
  const body = bodyOfMain(file.tokens())
  const names: string[] = []
  const apps = new Set<string>()
  let depth = 0
  for (const [index, { text, kind }] of body.entries()) {
    if (kind === 'sign' && text === '{') depth += 1
    if (kind === 'sign' && text === '}') depth -= 1
    // Behind it nothing is sure any more, wherever it stands.
    if (kind === 'name' && /^(?:return|goto|panic|Exit|Fatal\w*|Goexit)$/.test(text)) break
    if (depth > 0 || kind !== 'name') continue
    const [variable, method] = [text, body[index + 2]?.text ?? '']
    const following = body.slice(index + 1, index + 7).map((token) => token.text)
    if (following.join(' ') === ': = sdk . FunctionApp (') apps.add(variable)
    const name = body[index + 4]
    const isCall = following[0] === '.' && /^[A-Z]/.test(method) && following[2] === '('
    if (isCall && apps.has(variable) && name?.kind === 'string') names.push(name.text)
  }
  return names
}

function bodyOfMain(tokens: readonly GoToken[]): readonly GoToken[] {
  const texts = (start: number) => tokens.slice(start, start + 5).map(({ text }) => text)
  const start = tokens.findIndex(
    ({ text, kind }, index) =>
      kind === 'name' && text === 'func' && texts(index).join(' ') === 'func main ( ) {',
  )
  if (start < 0) return []
  let depth = 0
  for (let index = start + 4; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index] as GoToken
    if (kind !== 'sign') continue
    if (text === '{') depth += 1
    if (text === '}') depth -= 1
    if (depth === 0) return tokens.slice(start + 5, index)
  }
  return []
}
