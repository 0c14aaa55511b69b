/** The rules that choose what is packed: .funcignore of the repository and the patterns of `include`. */
import { chooseContents } from '../../src/archive/contents'
import { readIncludePatterns } from '../../src/archive/include-patterns'
import type { Random } from '../random'
import type { Target } from '../target'

const paths = [
  'host.json',
  'handler',
  'Hello/function.json',
  'Hello/a.txt',
  'data/x/y/z.bin',
  'a'.repeat(200),
  `${'ab/'.repeat(60)}c`,
  `${'a-'.repeat(100)}b`,
  '.env',
  'id_rsa',
  'back\\slash',
  'main.go',
  ' blank ',
  '!bang',
  '#hash',
  '(a)',
  '[b]',
  '*',
  '\u202ex',
  'è/é.txt',
]
const pieces = [
  '*',
  '**',
  '?',
  '/',
  '!',
  '#',
  '[a-z]',
  '[!a]',
  '[[:alpha:]]',
  '{a,b}',
  '{1..9999}',
  '(a|b)',
  '+(a|aa)',
  '*(*(a))',
  '@(x)',
  '!(b)',
  '\\',
  'a',
  'b',
  '.',
  'host',
  'handler',
  ' ',
  '\\ ',
  '$',
  '^',
  '**/',
  '/**',
  'è',
]

export const patterns: Target = {
  name: 'patterns',
  reads: 'up to 100 rules of .funcignore and of `include` (`chooseContents`)',
  inputs: 200_000,
  longestBytes: 8 * 1024,
  refuses: false,
  dictionary: [...pieces, '\n---\n', '\n'],
  seeds: () => [
    Buffer.from('data/**\n!data/x\n---\n*.md\n/handler\n!host.json\nhost\n'),
    Buffer.from('*.txt\nHello/\n---\n**/z.bin\n[a-z]*\n'),
    Buffer.from('\n---\n\ufeff# comment\n\\#hash\n\\!bang\nlocal.settings.json\n'),
  ],
  generate: (random) => Buffer.from(`${randomRules(random)}\n---\n${randomRules(random)}`),
  read: (input) => {
    const [include = '', funcignore = ''] = Buffer.from(input).toString('utf8').split('\n---\n')
    const files = paths.map((path) => ({ path, sizeBytes: 1, kind: 'file' as const }))
    JSON.stringify(
      chooseContents({
        files,
        executable: 'handler',
        include: readIncludePatterns(include.split('\n').slice(0, 100)),
        funcignore: funcignore.split('\n').slice(0, 100).join('\n'),
        folder: 'app',
      }),
    )
    return undefined
  },
}

function randomRules(random: Random): string {
  const rule = (): string => Array.from({ length: random.below(12) }, () => random.pick(pieces)).join('')
  return Array.from({ length: random.below(10) }, rule).join('\n')
}
