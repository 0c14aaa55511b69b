import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '..', '..', 'src')
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)).split(sep).join('/'))

interface ExportedFunction {
  readonly name: string
  readonly node: ts.Node
  readonly parameters: readonly ts.ParameterDeclaration[]
  readonly givesNothing: boolean
}

describe('every exported function says what it takes, gives and throws', () => {
  it.each(files)('%s', (path) => {
    const missing = exportedFunctions(path).flatMap((exported) => lacking(exported))
    expect(missing).toEqual([])
  })

  it('is a test that finds functions', () => {
    expect(files.flatMap(exportedFunctions).length).toBeGreaterThan(200)
  })
})

function exportedFunctions(path: string): ExportedFunction[] {
  const text = readFileSync(join(source, path), 'utf8')
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  return file.statements.filter(isExported).flatMap((statement): ExportedFunction[] => {
    if (ts.isFunctionDeclaration(statement)) return [described(statement.name?.text, statement, statement)]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
        ? [described(name.getText(), statement, initializer)]
        : [],
    )
  })
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
}

function described(
  name: string | undefined,
  node: ts.Node,
  { parameters, type }: ts.SignatureDeclaration,
): ExportedFunction {
  const result = type?.getText() ?? ''
  return {
    name: name ?? 'default',
    node,
    parameters: [...parameters],
    givesNothing: /^(void|never|Promise<(void|never)>|asserts .*)$/.test(result),
  }
}

/** What the comment of a function leaves out. A parameter that is taken apart in place has no name to look for. */
function lacking({ name, node, parameters, givesNothing }: ExportedFunction): string[] {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  if (comments.length === 0) return [`${name} has no comment`]
  const tags = comments.flatMap((comment) => [...(comment.tags ?? [])])
  const told = tags.filter(ts.isJSDocParameterTag).map((tag) => tag.name.getText())
  const untold = parameters
    .filter((parameter) => ts.isIdentifier(parameter.name) && !told.includes(parameter.name.text))
    .map((parameter) => `${name} says nothing of ${parameter.name.getText()}`)
  const tooFew = told.length < parameters.length && untold.length === 0
  const gives = givesNothing || tags.some(ts.isJSDocReturnTag)
  return [
    ...untold,
    ...(tooFew ? [`${name} tells of ${told.length} of ${parameters.length} parameters`] : []),
    ...(gives ? [] : [`${name} does not say what it returns`]),
  ]
}
