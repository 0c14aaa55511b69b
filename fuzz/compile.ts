/**
 * Compiles the readers for the fuzzer, with a counter at every branch of src/, so that an input which reaches
 * something new is noticed. The tree under src/ is not touched; the result lies in .cache/.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

export interface Compiled {
  readonly folder: string
  /** How many counters there are. */
  readonly branches: number
}

const compiledFolders = ['src', 'fuzz', '__tests__/elf', '__tests__/archive']

/** Packages that are ES modules only, and that no reader calls: they run programs and talk to the runner. */
const neverCalled = ['@actions/core', '@actions/exec', '@actions/io']

/**
 * Compiles to CommonJS.
 *
 * @param repositoryRoot absolute
 * @returns where the result lies
 */
export function compile(repositoryRoot: string): Compiled {
  const folder = join(repositoryRoot, '.cache', 'fuzz', 'build')
  rmSync(folder, { recursive: true, force: true })
  let branches = 0
  const nextBranch = (): number => branches++
  for (const top of compiledFolders) {
    const names = readdirSync(join(repositoryRoot, top), { recursive: true, encoding: 'utf8' })
    for (const name of names.filter((path) => /(?<!\.test|\.d)\.ts$/.test(path))) {
      const path = join(top, name)
      const target = join(folder, path.replace(/\.ts$/, '.js'))
      mkdirSync(dirname(target), { recursive: true })
      const source = readFileSync(join(repositoryRoot, path), 'utf8')
      writeFileSync(target, transpile(source, top === 'src' ? nextBranch : undefined))
    }
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n')
  for (const name of neverCalled) {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true })
    writeFileSync(join(folder, 'node_modules', name, 'index.js'), 'exports.__esModule = true\n')
  }
  return { folder, branches }
}

function transpile(source: string, nextBranch: (() => number) | undefined): string {
  return ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
    ...(nextBranch === undefined ? {} : { transformers: { before: [counting(nextBranch)] } }),
  }).outputText
}

const countersName = '$branches'

/** Adds `$branches[n]++` wherever the flow of a program divides. */
function counting(nextBranch: () => number): ts.TransformerFactory<ts.SourceFile> {
  return (context) => {
    const { factory } = context
    const count = (): ts.Expression =>
      factory.createPostfixIncrement(
        factory.createElementAccessExpression(factory.createIdentifier(countersName), nextBranch()),
      )
    const counted = (expression: ts.Expression): ts.Expression =>
      factory.createParenthesizedExpression(factory.createComma(count(), expression))
    const block = (statement: ts.Statement): ts.Statement =>
      factory.createBlock([factory.createExpressionStatement(count()), statement])
    const body = (old: ts.Block): ts.Block =>
      factory.updateBlock(old, [factory.createExpressionStatement(count()), ...old.statements])
    const visit = (old: ts.Node): ts.Node => {
      const node = ts.visitEachChild(old, visit, context)
      if (ts.isIfStatement(node)) {
        const otherwise = node.elseStatement === undefined ? undefined : block(node.elseStatement)
        return factory.updateIfStatement(node, node.expression, block(node.thenStatement), otherwise)
      }
      if (ts.isConditionalExpression(node)) {
        const { condition, questionToken, colonToken } = node
        const [whenTrue, whenFalse] = [counted(node.whenTrue), counted(node.whenFalse)]
        return factory.updateConditionalExpression(
          node,
          condition,
          questionToken,
          whenTrue,
          colonToken,
          whenFalse,
        )
      }
      if (ts.isBinaryExpression(node) && dividing.has(node.operatorToken.kind)) {
        return factory.updateBinaryExpression(node, node.left, node.operatorToken, counted(node.right))
      }
      if (ts.isCaseClause(node)) {
        const statements = [factory.createExpressionStatement(count()), ...node.statements]
        return factory.updateCaseClause(node, node.expression, statements)
      }
      if (ts.isBlock(node) && (ts.isFunctionLike(old.parent) || ts.isIterationStatement(old.parent, false))) {
        return ts.isConstructorDeclaration(old.parent) ? node : body(node)
      }
      return node
    }
    return (file) => {
      const counters = factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList(
          [
            factory.createVariableDeclaration(
              countersName,
              undefined,
              undefined,
              factory.createIdentifier(`globalThis.${countersName}`),
            ),
          ],
          ts.NodeFlags.Const,
        ),
      )
      const visited = ts.visitEachChild(file, visit, context)
      return factory.updateSourceFile(visited, [counters, ...visited.statements])
    }
  }
}

const dividing: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
])
