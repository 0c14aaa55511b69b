/** Writes the findings as SARIF where `sarif-file` says. The library is loaded only then. */
import { join } from 'node:path'
import { version } from '../../package.json'
import { writeResultFile } from '../report/result-file'
import type { RunReport } from '../report/run-report'
import { loadSarifLibrary, renderSarif } from '../report/sarif'
import { findingsPage, homePage } from '../runner/step'
import { repositoryPath } from '../runner/workspace'
import { codeDescriptions } from './code-descriptions'
import type { Run } from './run'

/**
 * Writes the file.
 *
 * @returns why it was not written, in one sentence; undefined when it was
 */
export async function writeSarif(run: Run, report: RunReport): Promise<string | undefined> {
  const { inputs, environment, projectFolder, repositoryRoot, workspace } = run
  const request = {
    tool: {
      name: 'go-azure-func-action',
      version,
      findingsPage: findingsPage(environment),
      homePage: homePage(environment),
    },
    findings: report.findings,
    ignored: report.ignored,
    descriptions: codeDescriptions,
    defaultFile: repositoryPath(join(projectFolder, 'host.json'), repositoryRoot),
  }
  const text = renderSarif(request, await loadSarifLibrary())
  const file = { path: inputs.sarifFile, workspace: workspace.folder, what: 'SARIF file' }
  return writeResultFile(file, text)
}
