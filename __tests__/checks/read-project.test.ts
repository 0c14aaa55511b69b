import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkProject } from '../../src/checks'
import { describeFunctions } from '../../src/checks/describe-functions'
import { readProject } from '../../src/checks/read-project'
import { bindings, bundle, host, http, nativeApp } from './cases/case'
import { aFolder, anApp, aProject, goodHostJson } from './folder'

describe('readProject', () => {
  it('reads the small app', async () => {
    const project = await aProject(anApp({ '.funcignore': '*.md\n' }))
    expect(project).toMatchObject({
      folder: 'app',
      model: 'custom-handler',
      executable: 'handler',
      isExecutableGiven: false,
      funcignore: '*.md\n',
      go: { moduleFolder: 'app', isComplete: true },
    })
    expect(project.files.map(({ path }) => path)).toContain('Hello/function.json')
    expect(project.go.files.map(({ path }) => path)).toEqual(['app/main.go'])
    expect(Object.isFrozen(project)).toBe(true)
    expect(checkProject(project)).toEqual([])
  })

  it('calls the root of the repository a dot', async () => {
    const folder = await aFolder(anApp())
    const project = readProject({
      projectFolder: folder,
      repositoryRoot: folder,
      executableInput: './bin/x',
    })
    expect(project).toMatchObject({ folder: '.', executable: 'bin/x', isExecutableGiven: true })
    expect(project.go.files.map(({ path }) => path)).toEqual(['main.go'])
    expect(checkProject(project)[0]?.location?.file).toBe('host.json')
  })

  it.each([
    ['app', 'does not exist', {}],
    ['app', 'is not a folder', { app: '' }],
  ])('names the working directory %s that %s', async (name, wrong, files) => {
    const repositoryRoot = await aFolder(files)
    expect(() =>
      readProject({ projectFolder: join(repositoryRoot, name), repositoryRoot, executableInput: '' }),
    ).toThrow(
      expect.objectContaining({
        code: 'working-directory-missing',
        message: `The working-directory '${name}' ${wrong}.`,
      }),
    )
  })

  it('finds Go code of the module around the folder, and not that of tests and vendored modules', async () => {
    const repositoryRoot = await aFolder({
      'go.mod': 'module example.com/x\n',
      'cmd/server/main.go': 'package main\n\nfunc main() {}\n',
      'cmd/server/main_test.go': 'package main\n',
      'vendor/example.com/y/y.go': 'package y\n',
      'testdata/x.go': 'package x\n',
      'deploy/host.json': goodHostJson,
      'deploy/Hello/function.json': http(),
    })
    const { go } = readProject({
      projectFolder: join(repositoryRoot, 'deploy'),
      repositoryRoot,
      executableInput: '',
    })
    expect(go).toMatchObject({ moduleFolder: '.', hasWorkspace: false, isComplete: true })
    expect(go.files.map(({ path }) => path)).toEqual(['cmd/server/main.go'])
    expect(go.modules.map(({ path }) => path)).toEqual(['go.mod'])
  })

  it('prefers the workspace, and puts the own module first', async () => {
    const repositoryRoot = await aFolder({
      'go.work': 'go 1.22\n',
      'a/go.mod': 'module example.com/a\n',
      'b/go.mod': 'module example.com/b\n',
      'b/host.json': goodHostJson,
    })
    const { go } = readProject({
      projectFolder: join(repositoryRoot, 'b'),
      repositoryRoot,
      executableInput: '',
    })
    expect(go).toMatchObject({ moduleFolder: '.', hasWorkspace: true })
    expect(go.modules.map(({ path }) => path)).toEqual(['b/go.mod', 'a/go.mod'])
  })

  it('does not follow a link out of the repository', async (context) => {
    const outside = await aFolder({ 'host.json': goodHostJson })
    const repositoryRoot = await aFolder({ 'Hello/function.json': http(), 'real.json': goodHostJson })
    try {
      await symlink(join(outside, 'host.json'), join(repositoryRoot, 'host.json'))
      await symlink(join(repositoryRoot, 'real.json'), join(repositoryRoot, '.funcignore'))
    } catch {
      context.skip('this system does not let the user make symbolic links')
    }
    const project = readProject({ projectFolder: repositoryRoot, repositoryRoot, executableInput: '' })
    expect(project.hostJson).toEqual({ state: 'missing' })
    expect(project.funcignore).toBe(goodHostJson)
  })

  it('recognises the native worker, and listens to the input', async () => {
    const native = await aProject(anApp(nativeApp))
    expect(native).toMatchObject({ model: 'native', executable: 'app', isModelAmbiguous: false })
    expect(checkProject(native)).toEqual([])
    expect(describeFunctions(native)).toEqual([])
    const forced = await aProject(anApp(nativeApp), { model: 'custom-handler' })
    expect(checkProject(forced).map(({ code }) => code)).toContain('custom-handler-missing')
  })
})

describe('describeFunctions', () => {
  it('gives routes with their prefix, methods and levels', async () => {
    const project = await aProject(
      anApp({
        'host.json': host(`${bundle},\n"extensions": { "http": { "routePrefix": "/v1" } }`),
        'Hello/function.json': http(
          ', "Route": "items/{id?}", "methods": ["get", "POST"], "authLevel": "Anonymous"',
        ),
        'Plain/function.json': http(),
        'Work/function.json': bindings('{ "type": "queueTrigger", "name": "item", "queueName": "q" }'),
        'Broken/function.json': '{',
      }),
    )
    expect(describeFunctions(project)).toEqual([
      { name: 'Broken', trigger: '' },
      {
        name: 'Hello',
        trigger: 'httpTrigger',
        route: '/v1/items/{id?}',
        methods: ['GET', 'POST'],
        authLevel: 'anonymous',
      },
      { name: 'Plain', trigger: 'httpTrigger', route: '/v1/Plain', methods: [], authLevel: 'function' },
      { name: 'Work', trigger: 'queueTrigger' },
    ])
  })

  it('gives the routes of host.json when there are no folders', async () => {
    const routes =
      '"http": { "defaultAuthorizationLevel": "admin", "routes": [{ "route": "a" }, { "route": "b", "authorizationLevel": "anonymous" }] }'
    const project = await aProject(
      anApp({
        'host.json': `{ "version": "2.0", "customHandler": { "description": { "defaultExecutablePath": "handler" }, ${routes} } }`,
        'Hello/function.json': undefined,
      }),
    )
    expect(describeFunctions(project)).toEqual([
      { name: 'http-handler1', trigger: 'httpTrigger', route: '/api/a', methods: [], authLevel: 'admin' },
      { name: 'http-handler2', trigger: 'httpTrigger', route: '/api/b', methods: [], authLevel: 'anonymous' },
    ])
    expect(checkProject(project)).toEqual([])
  })
})
