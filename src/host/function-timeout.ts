/**
 * The limits that the host sets to `functionTimeout`. Pure.
 */
import { parseTimeSpan } from '../functions/values/time-span'

/**
 * What the host says to a `functionTimeout`. Only classic Consumption has an upper bound.
 *
 * @param text the value in host.json
 * @param profile the plan, when it is known
 * @returns the host's complaint, or undefined when it accepts the value
 * @see src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs in Azure/azure-functions-host
 */
export function functionTimeoutProblem(text: string, profile: string | undefined): string | undefined {
  const isConsumption = profile === 'consumption'
  if (text.trim() === '-1' && !isConsumption) return undefined
  const seconds = parseTimeSpan(text)
  if (seconds === undefined) return `String '${text}' was not recognized as a valid TimeSpan.`
  const most = isConsumption ? 600 : Number.POSITIVE_INFINITY
  if (seconds >= 1 && seconds <= most) return undefined
  return `FunctionTimeout must be greater than 00:00:01 and less than ${isConsumption ? '00:10:00' : '10675199.02:48:05.4775807'}.`
}
