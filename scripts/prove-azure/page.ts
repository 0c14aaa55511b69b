/** What a proof came to, as a page and as lines for a terminal. */
import type { Difference } from './comparison'
import type { ProofOptions } from './options'
import type { Proof } from './proof'

const commandOf = ({ plan, location, emulator }: ProofOptions): string =>
  `npm run prove:azure -- --plan ${plan} --location ${location}${emulator ? ' --emulator' : ''}`

export function pageOf(
  options: ProofOptions,
  { ended, broken, isLeft, recording }: Proof,
  differences: readonly Difference[],
): string {
  const exchanges = recording.split('\n').length - 1
  const place = options.emulator ? 'the emulator, in Azure’s place' : 'Azure'
  return [
    `# A proof in ${place}: ${options.plan}`,
    '',
    `\`${commandOf(options)}\`, ${new Date().toISOString().slice(0, 10)}: ${exchanges} requests recorded, ${differences.length} differences from the reference.`,
    '',
    '| scenario | expected | given | findings | time |',
    '| --- | --- | --- | --- | --- |',
    ...ended.map(
      ({ scenario, verdict, errors, elapsedMs }) =>
        `| ${scenario.title} | ${scenario.expects} | ${verdict} | ${errors.map((code) => `\`${code}\``).join(', ')} | ${(elapsedMs / 1000).toFixed(1)} s |`,
    ),
    '',
    ...(broken === undefined ? [] : [`It did not come to its end: ${broken}`, '']),
    ...(isLeft ? ['The resource group was left.', ''] : []),
    ...(differences.length === 0
      ? []
      : ['Differences from the reference:', '', ...linesOf(differences).map((line) => `- ${line}`), '']),
  ].join('\n')
}

export function linesOf(differences: readonly Difference[]): readonly string[] {
  return differences.map(
    ({ kind, scenario, question, text }) =>
      `${kind}: ${scenario}: ${question === '' ? '' : `${question}: `}${text}`,
  )
}
