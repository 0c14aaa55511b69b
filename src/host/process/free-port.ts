/** Free TCP ports on the IPv4 loopback address. */
import { createServer } from 'node:net'

/** The port that host.json fixes is held: the host itself does not start. */
export class PortHeldError extends Error {}

/**
 * Finds a port that nothing listens on at this moment, or tests a given one.
 *
 * @param wanted the port that must be free; 0 for any
 * @throws PortHeldError with the host's text when the wanted port is taken
 * @see src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs in Azure/azure-functions-host
 */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (cause) => {
      const text = `Unable to bind to port ${wanted} specified in configuration. Please specify a different port or remove the section to allow dynamic binding of port.`
      reject(wanted === 0 ? cause : new PortHeldError(text, { cause }))
    })
    server.listen({ host: '127.0.0.1', port: wanted, exclusive: true }, () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : wanted
      server.close(() => resolve(port))
    })
  })
}
