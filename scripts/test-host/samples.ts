/** The samples as they are on disk, what `rehearse: host` has to say of each, and whether it said that. Runs nothing. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

export interface HostSample {
  /** Below `samples`. */
  readonly name: string
  /** `working-directory`, where it is not the sample's own folder. */
  readonly folder: string
  readonly inputs: Readonly<Record<string, string>>
  /** Whether the binary is given that its user builds, with a C library. */
  readonly isBuiltBefore: boolean
  /** The code of every error, sorted; empty for a green job. */
  readonly errors: readonly string[]
  /** Whether a container is started. */
  readonly isAsked: boolean
  readonly says?: RegExp
}

type Expectation = Partial<Omit<HostSample, 'name' | 'errors' | 'isAsked'>> &
  Pick<HostSample, 'errors' | 'isAsked'>

const green: Expectation = { errors: [], isAsked: true }
const refusedBefore = (...errors: readonly string[]): Expectation => ({ errors, isAsked: false })
const refusedByHost = (...errors: readonly string[]): Expectation => ({ errors, isAsked: true })

/** Of every sample but those in `good` that need nothing and say nothing special. */
const own: Readonly<Record<string, Expectation | readonly Expectation[]>> = {
  'hello-world': { ...green, says: /GET \/api\/HttpExample: 200/ },
  'multi-function': { ...green, says: /Not called: OrderReceived, since a storage account/ },
  'cgo-sqlite': refusedBefore('cgo-stub'),
  dynamic: [{ ...refusedBefore('elf-interpreter'), isBuiltBefore: true }, green],
  native: {
    ...refusedBefore('input-invalid'),
    says: /'rehearse' is 'host', but the image .* native Go worker/,
  },
  'good/module-above': { ...green, folder: 'module-above/functions' },
  'good/cmd-layout': { ...green, folder: 'cmd-layout/azure' },
  'good/workspace': { ...green, folder: 'workspace/functions' },
  'good/handler-beside': { ...green, folder: 'handler-beside/configs' },
  'good/needs-setting': { ...green, inputs: { 'rehearse-settings': 'MAIL_KEY=none' } },
  'good/setting-as-argument': { ...green, inputs: { 'rehearse-settings': 'DATABASE_URL=none' } },
  'good/plain-timer': { ...green, says: /Called through the host: Purge: 202/ },
  'good/queue-and-timer': { ...green, says: /Not called: ResizeImage, since a storage account/ },
  'bad/assembled': refusedByHost('no-functions'),
  'bad/binary-elsewhere': { ...refusedBefore('go-no-files'), folder: 'binary-elsewhere/infrastructure' },
  'bad/dotnet-handler': refusedBefore('go-no-files'),
  'bad/no-go-sum': refusedBefore('go-sum-absent'),
  'bad/old-bundle': refusedByHost('extension-bundle-too-old'),
  'bad/old-worker': refusedBefore('worker-unknown'),
  'bad/one-broken': refusedByHost('host-call-fails'),
  'bad/renamed-module': refusedBefore('go-own-package-missing'),
  'bad/route-without-api': refusedByHost('host-call-fails'),
  'bad/rust-handler': refusedBefore('go-no-files'),
  'bad/several-apps': refusedBefore('host-json-missing'),
  'bad/static-web-app': refusedBefore('custom-handler-missing'),
}

/**
 * Every sample below a folder, with what is expected of it.
 *
 * @param root the folder `samples`
 * @throws Error when a sample has no expectation, or an expectation has no sample
 */
export function hostSamples(root: string): readonly HostSample[] {
  const names = foldersIn(root).flatMap((name) =>
    name === 'good' || name === 'bad'
      ? foldersIn(join(root, name)).map((inner) => `${name}/${inner}`)
      : [name],
  )
  const gone = Object.keys(own).filter((name) => !existsSync(join(root, name)))
  if (gone.length > 0) throw new Error(`There is no sample ${gone.join(', ')}.`)
  return names.flatMap((name) => {
    const found = own[name] ?? (name.startsWith('good/') ? green : undefined)
    if (found === undefined) throw new Error(`It is not said what the host makes of the sample ${name}.`)
    return [found]
      .flat()
      .map((one) => ({ name, folder: basename(name), inputs: {}, isBuiltBefore: false, ...one }))
  })
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
}

/** What a run of the action said. */
export interface SampleEnd {
  readonly exitCode: number | null
  readonly errors: readonly string[]
  readonly isAsked: boolean
  readonly log: string
}

export function endOf(exitCode: number | null, log: string): SampleEnd {
  const titles = [...log.matchAll(/^::error title=([a-z0-9-]+)/gm)].map(([, code = '']) => code)
  return { exitCode, log, errors: [...new Set(titles)].sort(), isAsked: log.includes('The host is asked at') }
}

/** Whether it is the expected end, for the expected reasons. */
export function isExpected({ errors, isAsked, says }: HostSample, end: SampleEnd): boolean {
  return (
    end.exitCode === (errors.length === 0 ? 0 : 1) &&
    end.errors.join() === errors.join() &&
    end.isAsked === isAsked &&
    (says === undefined || says.test(end.log))
  )
}
