/**
 * A project that was really read, of which the comparison changes the files.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Project } from '../../src/checks/project'
import { readProject } from '../../src/checks/read-project'

export function someProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'differ-'))
  try {
    writeFileSync(
      join(folder, 'host.json'),
      '{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"handler"}}}',
    )
    return readProject({ projectFolder: folder, repositoryRoot: folder, executableInput: '' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
