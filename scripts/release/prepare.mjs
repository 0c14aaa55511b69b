// Looks at the repository and says what would be released, or everything that speaks against it. Changes nothing
// in it. Uses Node and git alone, because the job that may publish installs nothing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNotes } from './changelog.mjs'
import { compareTags, newestOf, parseTag } from './versions.mjs'

const remote = 'origin'

/**
 * @param {object} request
 * @param {string} request.root folder of the repository
 * @param {string | undefined} request.tag as it was asked for
 * @param {string} request.out folder for the archive and the notes
 * @param {string | undefined} request.distCheckedAt commit at which dist/ was proven reproducible before
 * @param {boolean} request.isPublished whether this is the release itself
 * @param {(sentence: string) => void} request.log
 * @returns the release, or the reasons against it, each one sentence
 */
export function prepareRelease({ root, tag: asked, out, distCheckedAt, isPublished, log }) {
  const parsed = parseTag(asked)
  if (parsed === undefined) return { problems: [`'${asked ?? ''}' is no version: write it as v1.2.3.`] }
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' })
  const head = git('rev-parse', 'HEAD')
  if (head.status !== 0) return { problems: [`git cannot say what HEAD is: ${head.stderr.trim()}`] }
  const commit = head.stdout.trim()
  const seen = readRemote(git)
  const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')
  const notes = readNotes(read('CHANGELOG.md'), parsed.version)
  const problems = [
    ...versionProblems(read, parsed),
    ...('problem' in notes ? [notes.problem] : []),
    ...treeProblems(git),
    ...tagProblems({ git, seen, tag: parsed.tag }),
    ...(isPublished ? remoteProblems(seen, commit) : []),
  ]
  if (problems.length > 0) return { problems: [...problems, 'dist/ was not looked at.'] }
  const distProblem = checkDist({ root, commit, distCheckedAt, log })
  if (distProblem !== undefined) return { problems: [distProblem] }

  const known = [...git('tag', '--list').stdout.split('\n'), ...Object.keys(seen.tags ?? {})]
  const newest = newestOf(known, parsed.major)
  const archive = writeArchive({ root, commit, out, tag: parsed.tag })
  if (archive === undefined) return { problems: ['git cannot make the archive of HEAD.'] }
  const notesFile = join(out, 'notes.md')
  writeFileSync(notesFile, `${notes.notes}\n`)
  return {
    release: {
      ...parsed,
      ...notes,
      commit,
      remote,
      archive: archive.path,
      archiveBytes: archive.bytes,
      archiveSha256: archive.sha256,
      notesFile,
      newest,
      isNewest: newest === undefined || compareTags(parsed.tag, newest) > 0,
      majorWas: seen.tags?.[parsed.major],
      isRemoteKnown: seen.tags !== undefined,
    },
  }
}

/** Tags and branches of the remote, or why they are not known. A tag with an object of its own counts as its commit. */
function readRemote(git) {
  const answer = git('ls-remote', remote)
  if (answer.status !== 0) return { why: answer.stderr.trim().split('\n')[0] }
  const refs = answer.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  const tags = {}
  for (const [commit, name] of refs) {
    if (name.startsWith('refs/tags/')) tags[name.slice('refs/tags/'.length).replace(/\^\{\}$/, '')] = commit
  }
  const heads = refs.filter(([, name]) => name.startsWith('refs/heads/')).map(([commit]) => commit)
  return { tags, heads }
}

function versionProblems(read, { tag, version }) {
  return ['package.json', 'package-lock.json'].flatMap((path) => {
    const said = JSON.parse(read(path) || '{}').version
    if (said === version) return []
    return [
      `${path} has version '${said ?? ''}', not '${version}': run 'npm version ${version} --no-git-tag-version', rebuild dist/, or release ${said === undefined ? 'another version' : `v${said}`} instead of ${tag}.`,
    ]
  })
}

function treeProblems(git) {
  const status = git('status', '--porcelain')
  if (status.status !== 0) return [`git status failed: ${status.stderr.trim()}`]
  if (status.stdout === '') return []
  const paths = status.stdout.trimEnd().split('\n')
  const more = paths.length > 5 ? `, and ${paths.length - 5} more` : ''
  return [`The tree has changes that are not committed: ${paths.slice(0, 5).join(', ')}${more}. Commit them.`]
}

function tagProblems({ git, seen, tag }) {
  const here = git('tag', '--list', tag).stdout.trim() !== ''
  const there = seen.tags?.[tag] !== undefined
  if (!here && !there) return []
  const where = [...(here ? ['here'] : []), ...(there ? [`at ${remote}`] : [])].join(' and ')
  return [`The tag ${tag} exists ${where}; it is never moved. Release a higher version.`]
}

function remoteProblems(seen, commit) {
  if (seen.heads === undefined) return [`${remote} cannot be asked for its tags: ${seen.why}`]
  if (seen.heads.includes(commit)) return []
  return [`No branch of ${remote} ends at ${commit}: push it, or check the branch out again.`]
}

function checkDist({ root, commit, distCheckedAt, log }) {
  if (distCheckedAt !== undefined) {
    if (distCheckedAt === commit) return undefined
    return `dist/ was checked at '${distCheckedAt}', but HEAD is ${commit}.`
  }
  log('Building dist/ again, to compare it with the commit …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const checked = spawnSync(npm, ['run', '--silent', 'check:dist'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (checked.status === 0) return undefined
  return `dist/ cannot be released:\n${`${checked.stdout}${checked.stderr}`.trim()}`
}

/** What a run of the action downloads, without what .gitattributes keeps out. The same commit gives the same bytes. */
function writeArchive({ root, commit, out, tag }) {
  mkdirSync(out, { recursive: true })
  const name = `go-azure-func-action-${tag}`
  const path = join(out, `${name}.tar.gz`)
  const args = ['archive', '--format=tar.gz', `--prefix=${name}/`, `--output=${path}`, commit]
  if (spawnSync('git', args, { cwd: root }).status !== 0) return undefined
  const bytes = readFileSync(path)
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
