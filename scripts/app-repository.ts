/**
 * Makes a Git repository of many function apps in one Go workspace: apps of one module that import packages of
 * another. For tests and measurements.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Which shared packages each app imports, by the app's name, and each shared package, by its own. */
export interface AppRepositoryPlan {
  readonly apps: Readonly<Record<string, readonly string[]>>
  readonly shared: Readonly<Record<string, readonly string[]>>
}

/** Ten apps that share three packages; `auth` imports `text`, and two apps import none. */
export const tenApps: AppRepositoryPlan = {
  apps: {
    audit: ['auth'],
    billing: ['money'],
    export: [],
    gateway: ['auth', 'money'],
    mail: ['text'],
    orders: ['money'],
    reports: ['money', 'text'],
    search: ['text'],
    stock: [],
    users: ['auth'],
  },
  shared: { auth: ['text'], money: [], text: [] },
}

export interface AppRepository {
  readonly folder: string
  /** Writes a file, making its folders. */
  write(path: string, text: string): void
  /** Commits everything, and gives the identifier of the commit. */
  commit(message: string): string
  git(...args: readonly string[]): string
}

/**
 * Makes the repository, with one commit.
 *
 * @param folder absolute path of an empty folder
 * @param plan the apps and what they share
 * @param sourceOf the source of an app, by its name and those of the shared packages that it imports
 * @returns the repository
 */
export function makeAppRepository(
  folder: string,
  plan: AppRepositoryPlan,
  sourceOf: (name: string, imports: readonly string[]) => string = appSource,
): AppRepository {
  const repository = openAppRepository(folder)
  const { write } = repository
  repository.git('init', '--quiet', '--initial-branch=main')
  write('go.work', 'go 1.18\n\nuse (\n\t./services\n\t./shared\n)\n')
  write('shared/go.mod', 'module example.com/shop/shared\n\ngo 1.18\n')
  write('services/go.mod', 'module example.com/shop/services\n\ngo 1.18\n')
  for (const [name, imports] of Object.entries(plan.shared)) {
    write(`shared/${name}/${name}.go`, sharedSource(name, imports, 'one'))
  }
  for (const [name, imports] of Object.entries(plan.apps)) {
    write(`services/${name}/host.json`, hostJson)
    write(`services/${name}/Hello/function.json`, functionJson)
    write(`services/${name}/main.go`, sourceOf(name, imports))
  }
  repository.commit('Begin')
  return repository
}

/**
 * Handles a repository that is there.
 *
 * @param folder absolute path of its root
 * @returns the repository
 */
export function openAppRepository(folder: string): AppRepository {
  const git = (...args: readonly string[]): string => {
    const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com']
    const settings = [...identity, '-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false']
    return execFileSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' }).trim()
  }
  return {
    folder,
    git,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    commit: (message) => {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD')
    },
  }
}

/**
 * The source of a shared package.
 *
 * @param name its name
 * @param imports shared packages that it imports
 * @param version a word that its text holds, to make another version of it
 * @returns a Go file
 */
export function sharedSource(name: string, imports: readonly string[], version: string): string {
  const texts = [`"${name} ${version}"`, ...imports.map((each) => `${each}.Text()`)].join(' + ", " + ')
  return `package ${name}\n\n${importBlock(imports, [])}func Text() string { return ${texts} }\n`
}

/** Answers `/api/Hello` with the name of the app and the texts of what it imports. */
function appSource(name: string, imports: readonly string[]): string {
  const texts = [`"${name}"`, ...imports.map((each) => `${each}.Text()`)].join(', ')
  return `package main

${importBlock(imports, ['fmt', 'net/http', 'os'])}func main() {
	http.HandleFunc("/api/Hello", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, ${texts}) })
	http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`
}

function importBlock(shared: readonly string[], standard: readonly string[]): string {
  const paths = [...standard, ...shared.map((name) => `example.com/shop/shared/${name}`)]
  return paths.length === 0 ? '' : `import (\n${paths.map((path) => `\t"${path}"\n`).join('')})\n\n`
}

const hostJson = `${JSON.stringify(
  {
    version: '2.0',
    extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
    customHandler: {
      description: { defaultExecutablePath: 'handler' },
      enableForwardingHttpRequest: true,
    },
  },
  null,
  2,
)}\n`

const functionJson = `${JSON.stringify(
  {
    bindings: [
      { type: 'httpTrigger', direction: 'in', name: 'req', authLevel: 'anonymous', methods: ['get'] },
      { type: 'http', direction: 'out', name: 'res' },
    ],
  },
  null,
  2,
)}\n`
