/** What is begun beside the build: the engine is found, leftovers are swept, the image is pulled. */
import { ActionError } from '../../errors'
import { type Engine, findEngine } from '../../host/container/engine'
import { type HostImage, obtainImage } from '../../host/container/image'
import { sweepLeftovers } from '../../host/container/leftovers'
import { nativeOnHost } from '../../inputs/rules'
import type { Run } from '../run'

export interface PreparedHost {
  /** @throws ActionError when there is no engine or no image */
  ready(): Promise<{ readonly engine: Engine; readonly image: HostImage; readonly swept: readonly string[] }>
  /** Ends what still runs. */
  stop(): Promise<void>
}

/** Begins; what goes wrong is told by `ready`. */
export function prepareHost({ inputs, environment, signal }: Run): PreparedHost {
  const ending = new AbortController()
  const either = AbortSignal.any([signal, ending.signal])
  const preparing = (async () => {
    const engine = await findEngine(environment, either)
    const swept = await sweepLeftovers(engine, Date.now(), either)
    return { engine, swept, image: await obtainImage(engine, inputs.hostImage, either) }
  })()
  preparing.catch(() => undefined)
  return {
    ready: () => preparing,
    stop: async () => {
      ending.abort(new Error('the host is not needed'))
      await preparing.catch(() => undefined)
    },
  }
}

export function refuseNative(): ActionError {
  return new ActionError('input-invalid', nativeOnHost, {
    hint: 'Correct the `with:` block of this step, or set `model: custom-handler` if the project is one.',
  })
}
