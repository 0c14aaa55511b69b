/**
 * A process that starts the attacker as the action does, tries the ways by itself, and prints what the attacker says.
 * Then it waits to be ended. Arguments: the package, the handler's home.
 */
import { decideIsolation, tryWays, waysToTry } from '../../../src/host/process/isolation'
import { startAttacker } from './started-attacker'

async function main([app = '', home = '']: readonly string[]): Promise<void> {
  const tried = await tryWays(waysToTry(process.getuid?.() === 0, process.env['RUNNER_ENVIRONMENT'] ?? ''))
  const decision = decideIsolation({
    mode: 'auto',
    hasIdentity: true,
    isStrangers: false,
    isGiven: false,
    tried,
  })
  if (decision.kind !== 'isolated') {
    console.log(JSON.stringify({ decision }))
    return
  }
  const { ask } = await startAttacker(app, home, decision.way)
  const [attacks, privileges] = [JSON.parse(await ask('/api/attack')), await ask('/api/privileges')]
  console.log(JSON.stringify({ decision, attacks, privileges }))
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
