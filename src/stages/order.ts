/**
 * The order of the stages, and which of them the inputs leave out.
 */
import { build, takeBinary } from './build'
import { inspect } from './inspect'
import { executablePlace, preflight } from './preflight'
import { publishOutputs } from './report'
import type { Run } from './run'

/**
 * Goes through the stages.
 *
 * @param run the run
 * @throws whatever ends a stage early; what was found until then is recorded
 */
export async function goThrough(run: Run): Promise<void> {
  if (run.inputs.package === '') await makePackage(run)
  else await checkGivenPackage(run)
}

async function makePackage(run: Run): Promise<void> {
  const { record, signal, inputs } = run
  const project = await record.stage('preflight', signal, () => preflight(run))
  const binary =
    inputs.binary === ''
      ? await record.stage('build', signal, () => build(run, project, signal))
      : await record.stage('build', signal, () => takeBinary(run))
  if (inputs.binary !== '') record.skip('build', "'binary' is given")
  await record.stage('inspect', signal, () => inspect(run, binary, executablePlace(project)))
  publishOutputs(record)
  const { pack } = await import('./pack')
  await record.stage('package', signal, () => pack(run, project, binary))
  publishOutputs(record)
}

async function checkGivenPackage(run: Run): Promise<void> {
  const { record, signal } = run
  const { openPackage } = await import('./given-package')
  const given = await record.stage('package', signal, () => openPackage(run))
  try {
    publishOutputs(record)
    record.skip('build', "'package' is given")
    await record.stage('preflight', signal, () => given.check())
    await record.stage('inspect', signal, () => inspect(run, given.binary(), undefined))
    publishOutputs(record)
  } finally {
    given.dispose()
  }
}
