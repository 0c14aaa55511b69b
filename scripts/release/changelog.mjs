// Reads CHANGELOG.md, which is kept in the form of keepachangelog.com 1.1.0.

/**
 * Finds the notes of one version.
 *
 * @param {string} text of CHANGELOG.md
 * @param {string} version without `v`, for example `1.2.3`
 * @returns {{ notes: string, date: string } | { problem: string }} Markdown without the heading, or one sentence
 */
export function readNotes(text, version) {
  const sections = text.split(/^(?=## )/m).filter((section) => section.startsWith('## '))
  const heading = `## [${version}]`
  const section = sections.find((each) => each.startsWith(heading))
  if (section === undefined) {
    return {
      problem: `CHANGELOG.md has no section '${heading} - YYYY-MM-DD': move what is under [Unreleased] there.`,
    }
  }
  const [first = '', ...rest] = section.split('\n')
  const date = /^ - (\d{4}-\d\d-\d\d)\s*$/.exec(first.slice(heading.length))?.[1]
  if (date === undefined) {
    return { problem: `CHANGELOG.md says '${first.trim()}': write '${heading} - YYYY-MM-DD'.` }
  }
  // The definitions of links stand at the end of the file and belong to no section.
  const notes = rest.filter((line) => !/^\[[^\]]+\]: /.test(line)).join('\n')
  if (!/^- /m.test(notes))
    return { problem: `CHANGELOG.md says nothing under '${first.trim()}': list what changed.` }
  return { notes: notes.trim(), date }
}
