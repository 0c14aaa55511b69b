/**
 * The commands in docs/oidc.md, which need a subscription: held against what the action itself prints, against the
 * roles that it asks for, and for variables that are set before they are used.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPageBlocks, shellCommands, shellWords } from '../../scripts/page-blocks'
import { repositoryRoot } from '../../scripts/run-action'
import { trustInstructions } from '../../src/azure/sign-in/federated-credential'

const blocks = readPageBlocks('docs/oidc.md').filter(({ kind }) => kind === 'sh')
const commands = blocks.flatMap(({ text }) => shellCommands(text))
const optionsOf = (command: string): readonly string[] =>
  shellWords(command)
    .filter((word) => word.startsWith('--'))
    .sort()

describe('docs/oidc.md', () => {
  it('trusts a job with the command that the action prints', () => {
    const subject = 'repo:my-org/my-repository:environment:production'
    const issuer = 'https://token.actions.githubusercontent.com'
    const audience = 'api://AzureADTokenExchange'
    const claims = { issuer, subject, audience, repositoryId: '', repositoryOwnerId: '' } as Parameters<
      typeof trustInstructions
    >[0]
    const name = 'az identity federated-credential create'
    const printed =
      trustInstructions(claims, 'client')
        .flatMap((text) => text.split('\n'))
        .find((line) => line.startsWith(name)) ?? ''
    const told = commands.find((command) => command.startsWith(name)) ?? ''
    expect(optionsOf(told)).toEqual(optionsOf(printed))
    const values = { REPOSITORY: 'my-org/my-repository', ENVIRONMENT: 'production' }
    const words = shellWords(told, values)
    for (const word of [subject, issuer, audience]) {
      expect(words).toContain(word)
      expect(shellWords(printed)).toContain(word)
    }
  })

  it('uses no variable before it is set', () => {
    const known = new Set<string>()
    for (const line of blocks.flatMap(({ text }) => text.replaceAll(/\\\n\s*/g, ' ').split('\n'))) {
      const code = line.replace(/(^|\s)#.*$/, '')
      for (const [, name = ''] of code.matchAll(/\$(\w+)/g)) expect([...known]).toContain(name)
      const set = /^(\w+)=/.exec(code)?.[1]
      if (set !== undefined) known.add(set)
    }
    expect(known.size).toBeGreaterThan(6)
  })

  it('gives the roles that the action asks for by the same names', () => {
    const roles = commands.flatMap((command) => /--role "([^"]+)"/.exec(command)?.[1] ?? [])
    expect(roles.length).toBeGreaterThan(0)
    const source = [
      'sign-in/roles.ts',
      'codes/site-codes.ts',
      'codes/deployment-codes.ts',
      'codes/request-codes.ts',
    ]
      .map((file) => readFileSync(join(repositoryRoot, 'src', 'azure', file), 'utf8'))
      .join('\n')
    for (const role of roles) expect(source).toContain(role)
  })
})
