/** A free port below the range from which the system takes ports for connections (32768 and above). */
import { freePort, PortHeldError } from '../process/free-port'

const first = 20_000
const last = 32_000

export async function publicPort(): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    const port = first + Math.floor(Math.random() * (last - first))
    try {
      return await freePort(port)
    } catch (error) {
      if (attempt > 50 || !(error instanceof PortHeldError)) throw error
    }
  }
}
