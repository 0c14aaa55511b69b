// What a release does, as the commands that do it. The rehearsal prints this list and the release runs it.

/**
 * @typedef {{ readonly says: string, readonly command: readonly string[], readonly expects?: string }} Step
 *   `expects` is what the output has to be.
 */

/**
 * @param {object} release what `prepareRelease` found
 * @returns {readonly Step[]} in the order in which they run
 */
export function planSteps({ tag, major, commit, remote, archive, notesFile, isNewest, majorWas }) {
  const publish = ['gh', 'release', 'edit', tag, '--draft=false', `--latest=${isNewest}`]
  // `{owner}` and `{repo}` are filled in by gh.
  const isImmutable = ['gh', 'api', `repos/{owner}/{repo}/releases/tags/${tag}`, '--jq', '.immutable']
  return [
    {
      says: `Tag ${tag}; a tag that is there already makes this fail.`,
      command: ['git', 'push', remote, `${commit}:refs/tags/${tag}`],
    },
    {
      says: 'Make the release a draft, with its archive and notes: what is published cannot be completed later.',
      command: [
        ...['gh', 'release', 'create', tag, '--verify-tag', '--draft'],
        ...['--title', tag, '--notes-file', notesFile, archive],
      ],
    },
    { says: 'Publish it, which makes the release and its tag immutable.', command: publish },
    {
      says: 'See that it is immutable ("Enable release immutability" in the settings of the repository).',
      command: isImmutable,
      expects: 'true',
    },
    ...(isNewest ? [moveMajor({ major, commit, remote, majorWas })] : []),
  ]
}

/** Only when the tag still is where it was seen: of two releases at the same time, one fails. */
function moveMajor({ major, commit, remote, majorWas }) {
  const lease = `--force-with-lease=refs/tags/${major}:${majorWas ?? ''}`
  return {
    says: `Move ${major} ${majorWas === undefined ? 'here for the first time' : `from ${majorWas.slice(0, 12)}`}.`,
    command: ['git', 'push', lease, remote, `${commit}:refs/tags/${major}`],
  }
}

/**
 * @param {readonly string[]} command program and arguments
 * @returns {string} as one would type it
 */
export function typed(command) {
  return command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ')
}
