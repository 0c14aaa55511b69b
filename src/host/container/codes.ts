/** What the documentation says about the real host in a container. Descriptions only. */
import type { CodeDescription } from '../../findings'

export const containerCodes = {
  'host-engine-unavailable': {
    severity: 'error',
    title: 'No container engine answers',
    wrong:
      '`rehearse: host` runs the Functions host in a container. But there is neither `docker` nor `podman` on PATH, or the daemon of the engine does not answer.',
    seen: 'Nothing in Azure: the package was not tried, and nothing was uploaded.',
    fix: 'Install and start an engine, let the user of the runner reach its daemon, or set `rehearse: true`, which needs no engine.',
    source: 'docker(1), podman(1)',
  },
  'host-engine-refuses': {
    severity: 'error',
    title: 'The container engine refuses the host',
    wrong:
      'The engine answers, but cannot run the container. It lacks space, a network, or a way to run programs for linux/amd64; or a name is taken, or the engine does not see a folder of the job. The message quotes the engine.',
    seen: 'Nothing in Azure: the package was not tried, and nothing was uploaded.',
    fix: 'Do what the message says, or set `rehearse: true`, which needs no engine.',
    source: 'docker(1), podman(1)',
  },
  'host-image-unavailable': {
    severity: 'error',
    title: 'The image of the Functions host is not available',
    wrong: 'The image that `host-image` names is not on the machine, and the engine cannot pull it.',
    seen: 'Nothing in Azure: the package was not tried, and nothing was uploaded.',
    fix: 'Correct `host-image`, give the runner a way to its registry, or set `rehearse: true`.',
    source: 'Azure/azure-functions-docker',
  },
  'host-not-answering': {
    severity: 'error',
    title: 'The host in the container does not answer',
    wrong:
      'The container started, but the host in it ended before it answered, or did not answer in time. The message quotes its last lines.',
    seen: 'Perhaps nothing: the image may not hold the Functions host. A host that a value of the app brings to its end does the same in Azure, again and again.',
    fix: 'Read the quoted lines and the log of the step. If the image is your own, let the host listen where `ASPNETCORE_URLS` says.',
    source: 'Azure/azure-functions-docker; run, 4.1037.0',
  },
  'host-call-fails': {
    severity: 'error',
    title: 'A function does not answer through the real host',
    wrong:
      'The host runs the function. But a call of the function gets no answer, a server error, or the answer that every unknown path gets.',
    seen: 'The same answer to callers. When there is no answer, the host waits for the handler, and ends after some time.',
    fix: 'Read what the handler printed: the log of the step shows it apart from the log of the host. Give the values that the handler needs with `rehearse-settings`.',
    source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http`',
  },
  'prediction-differs': {
    severity: 'notice',
    title: 'The real host and this action disagree',
    wrong:
      'The checks say one thing of the app, and the host says another. The host is right for its version. The checks are wrong, or they are older than the host.',
    seen: 'The message quotes what the host says.',
    fix: 'Nothing in the app, when the host runs it. Please report it: the log of the step has a block for the report. Of your files it holds only names.',
    source: 'the host of the image that was asked',
  },
} as const satisfies Record<string, CodeDescription>

export type ContainerCode = keyof typeof containerCodes
