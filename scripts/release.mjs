// Releases a version, or shows what that would do. Both are one code: --publish runs the commands that are
// printed without it.
//
// Usage: npm run release:rehearse -- vX.Y.Z
//        node scripts/release.mjs vX.Y.Z [--publish] [--dist-checked-at COMMIT] [--out FOLDER]
//   --publish           run the commands (release.yml does)
//   --dist-checked-at   dist/ was proven reproducible at this commit by an earlier job; HEAD has to be it
//   --out               folder for the archive and the notes; a temporary one when left out
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareRelease } from './release/prepare.mjs'
import { planSteps, typed } from './release/steps.mjs'

const { options, tag } = readArguments()
const root = process.cwd()
const out = resolve(options.out ?? mkdtempSync(join(tmpdir(), 'release-')))
const isPublished = options.publish === true
const { problems, release } = prepareRelease({
  root,
  tag,
  out,
  distCheckedAt: options['dist-checked-at'],
  isPublished,
  log: (sentence) => console.log(sentence),
})
if (release === undefined) stop(problems)
const steps = planSteps(release)
show()
if (isPublished) publish()
else console.log('\nThis was a rehearsal: nothing was tagged, moved or published.')

function show() {
  const { commit, major, newest, isNewest, archive, archiveBytes, archiveSha256, isRemoteKnown } = release
  console.log(`Release ${release.tag} of ${commit}, dated ${release.date}`)
  console.log(`  dist/    is what source gives at this commit`)
  console.log(`  archive  ${archive}\n           ${archiveBytes} bytes, sha256 ${archiveSha256}`)
  console.log(`  ${major.padEnd(8)} ${isNewest ? 'moves to it' : `stays at ${newest}, which is newer`}`)
  console.log(`  to pin   uses: org/go-azure-func-action@${commit} # ${release.tag}`)
  if (!isRemoteKnown)
    console.log('  origin   cannot be asked here, so its tags are not known; --publish needs it')
  console.log(`\nNotes, from CHANGELOG.md:\n\n${release.notes.replace(/^(?=.)/gm, '  ')}\n\nCommands:`)
  for (const { says, command } of steps) console.log(`\n  # ${says}\n  ${typed(command)}`)
}

function publish() {
  console.log('')
  for (const [index, { command, expects }] of steps.entries()) {
    console.log(`> ${typed(command)}`)
    const [program, ...args] = command
    const result = spawnSync(program, args, { cwd: root, encoding: 'utf8' })
    const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim()
    if (said !== '') console.log(said)
    if (result.status !== 0) stopped(`failed (exit code ${result.status})`, index)
    if (expects !== undefined && result.stdout.trim() !== expects)
      stopped(`said '${result.stdout.trim()}' instead of '${expects}'`, index)
  }
  console.log(`Released ${release.tag}.`)
}

function stopped(why, index) {
  const left = steps.slice(index).map(({ command }) => `  ${typed(command)}`)
  const done = index === 0 ? 'Nothing was changed.' : `${index} of ${steps.length} commands are done.`
  stop([`'${typed(steps[index].command)}' ${why}. ${done} What is left:\n${left.join('\n')}`])
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        publish: { type: 'boolean' },
        'dist-checked-at': { type: 'string' },
        out: { type: 'string' },
      },
    })
    if (positionals.length > 1) stop([`'${positionals.slice(1).join(' ')}' is one argument too many.`])
    return { options: values, tag: positionals[0] }
  } catch (error) {
    return stop([error.message])
  }
}

function stop(sentences) {
  for (const sentence of sentences) console.error(`release: ${sentence}`)
  process.exit(1)
}
