import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkProject } from '../../src/checks'
import { readProject } from '../../src/checks/read-project'
import { aFolder } from './folder'

const hintFor = async (files: Record<string, string>, folder: string): Promise<string> => {
  const repositoryRoot = await aFolder(files)
  const read = () =>
    readProject({ projectFolder: join(repositoryRoot, folder), repositoryRoot, executableInput: '' })
  try {
    return checkProject(read(), {}).find(({ code }) => code === 'host-json-missing')?.hint ?? ''
  } catch (error) {
    return String((error as { hint: string }).hint)
  }
}

describe('a working-directory without host.json', () => {
  const several = {
    'services/orders/host.json': '{}',
    'services/mail/host.json': '{}',
    'host.json.example': '',
    'node_modules/x/host.json': '{}',
    'tools/readme.md': '',
  }
  it.each(['.', 'tools', 'not-there'])('%s: names every folder with one', async (folder) => {
    expect(await hintFor(several, folder)).toContain(
      'The repository has 2 folders with a host.json. Set the one that is meant: working-directory: services/mail; working-directory: services/orders',
    )
  })

  it.each(['app', 'gone'])('%s: names the only one', async (folder) => {
    expect(await hintFor({ 'host.json': '{}', 'app/x': '' }, folder)).toContain(
      'Set working-directory: ., where there is one.',
    )
  })

  it('counts what is too much to name', async () => {
    const many = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`a${index}/host.json`, '{}']))
    expect(await hintFor(many, '.')).toMatch(/^The repository has 23 folders.*; and 3 more$/)
  })

  it('shows the smallest one where there is none', async () => {
    expect(await hintFor({ 'tools/readme.md': '' }, '.')).toContain(
      [
        '```json',
        '{',
        '  "version": "2.0",',
        '  "customHandler": {',
        '    "description": { "defaultExecutablePath": "handler" },',
        '    "enableForwardingHttpRequest": true',
        '  }',
        '}',
        '```',
      ].join('\n'),
    )
  })

  it.each([
    ['hosts.json', true],
    ['hots.json', true],
    ['host.jsonc', true],
    ['host.json.txt', true],
    ['post.json', false],
    ['home.json', false],
    ['host.js', false],
    ['ghost.json', false],
  ])('%s is taken for a misspelt host.json: %s', async (name, isMeant) => {
    const hint = await hintFor({ [name]: '{}' }, '.')
    expect(hint.includes(`git mv ${name} host.json`)).toBe(isMeant)
  })

  it('says that a step may put the folder together', async () => {
    expect(await hintFor({ Makefile: '' }, '.')).toMatch(
      /a Makefile.*run it in a step before this one, or give its zip as package/,
    )
  })
})

describe('an app in another language', () => {
  it.each([
    ['package.json', 'Node.js'],
    ['requirements.txt', 'Python'],
    ['Api.csproj', '.NET'],
    ['pom.xml', 'Java'],
  ])('is named by %s: %s', async (file, language) => {
    const root = await aFolder({
      'host.json': '{ "version": "2.0" }',
      [file]: '',
      'Hello/function.json': '{}',
    })
    const project = readProject({ projectFolder: root, repositoryRoot: root, executableInput: '' })
    const found = checkProject(project, {}).find(({ code }) => code === 'custom-handler-missing')
    expect(found?.message).toContain(`'${file}' says that this is an app in ${language}`)
  })

  it('is none with Go code in it', async () => {
    const files = { 'host.json': '{ "version": "2.0" }', 'package.json': '', 'main.go': 'package main\n' }
    const root = await aFolder(files)
    const project = readProject({ projectFolder: root, repositoryRoot: root, executableInput: '' })
    const found = checkProject(project, {}).find(({ code }) => code === 'custom-handler-missing')
    expect(found?.message).toBe("host.json has no 'customHandler' section.")
  })
})
