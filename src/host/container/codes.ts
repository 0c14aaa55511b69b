/** What the documentation says about the real host in a container. Descriptions only. */
import type { CodeDescription } from '../../findings'

export const containerCodes = {
  'host-engine-unavailable': {
    severity: 'error',
    title: 'No container engine answers',
    wrong:
      '`rehearse: host` runs the Functions host in a container, and there is neither `docker` nor `podman` on PATH, or its daemon does not answer.',
    seen: 'Nothing in Azure: the package was not tried, and nothing was uploaded.',
    fix: 'Install and start an engine, let the user of the runner reach its daemon, or set `rehearse: true`, which needs none.',
    source: 'docker(1), podman(1)',
  },
  'host-engine-refuses': {
    severity: 'error',
    title: 'The container engine refuses the host',
    wrong:
      'The engine answers, and cannot run the container: no space, no program for linux/amd64, no network, a name that is taken, or a folder of the job that it does not see. The message quotes it.',
    seen: 'Nothing in Azure: the package was not tried, and nothing was uploaded.',
    fix: 'Do what the message says, or set `rehearse: true`, which needs no engine.',
    source: 'docker(1), podman(1)',
  },
  'host-image-unavailable': {
    severity: 'error',
    title: 'The image of the Functions host cannot be had',
    wrong: 'The image that `host-image` names can be pulled from no registry, and is not on the machine.',
    seen: 'Nothing in Azure: the package was not tried, and nothing was uploaded.',
    fix: 'Correct `host-image`, give the runner a way to its registry, or set `rehearse: true`.',
    source: 'Azure/azure-functions-docker',
  },
  'host-not-answering': {
    severity: 'error',
    title: 'The host in the container does not answer',
    wrong:
      'The container was started, and its process ended before it answered, or answered nothing in time. The message quotes its last lines.',
    seen: 'Perhaps nothing: the image may not hold the Functions host. A host that ends at a value of the app does the same in Azure, again and again.',
    fix: 'Read the quoted lines and the log of the step. If the image is your own, see that the host listens where `ASPNETCORE_URLS` says.',
    source: 'Azure/azure-functions-docker; run, 4.1037.0',
  },
  'host-call-fails': {
    severity: 'error',
    title: 'A function does not answer through the real host',
    wrong:
      'The host runs the function, and a call of it gets no answer, a server error, or the answer of any unknown path.',
    seen: 'The same answer to callers. With no answer the host waits for the handler, and ends in the end.',
    fix: 'Read what the handler printed; the log of the step keeps it apart from the log of the host. Values that it needs can be given with `rehearse-settings`.',
    source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http`',
  },
  'prediction-differs': {
    severity: 'notice',
    title: 'The real host and this action disagree',
    wrong:
      'The checks say one thing of the app and the host says another. The host is right for its version; the checks, or their date, are not.',
    seen: 'What the message quotes of the host.',
    fix: 'Nothing in the app, when the host runs it. Please report it: the log of the step has a block for that, in which nothing but names is left of your files.',
    source: 'the host of the image that was asked',
  },
} as const satisfies Record<string, CodeDescription>

export type ContainerCode = keyof typeof containerCodes
