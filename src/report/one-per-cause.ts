/**
 * One finding per cause: what is only a consequence of another finding becomes a part of it. Pure; the rules say which
 * codes go together, and nothing is joined that could stand alone.
 */
import { type Finding, severities } from '../findings'

interface Rule {
  readonly cause: string
  readonly symptoms: readonly string[]
  /** What leads from the cause to the words of its symptom; absent when the symptom adds nothing to read. */
  readonly lead?: string
  /** Only what is found of the same function belongs together. */
  readonly isOfOneFunction?: boolean
}

const rehearsed = 'Seen in the rehearsal: '

const rules: readonly Rule[] = [
  { cause: 'forwarding-misplaced', symptoms: ['forwarding-off'] },
  { cause: 'forwarding-no-value', symptoms: ['forwarding-off'] },
  // Reported only when all functions are plain HTTP ones and the code does not speak the contract.
  { cause: 'forwarding-off', symptoms: ['handler-contract-answer'], lead: rehearsed },
  {
    cause: 'invocation-not-registered',
    symptoms: ['handler-contract-answer'],
    lead: rehearsed,
    isOfOneFunction: true,
  },
  {
    cause: 'route-not-registered',
    symptoms: ['handler-route-404'],
    lead: rehearsed,
    isOfOneFunction: true,
  },
  {
    cause: 'port-variable-unread',
    symptoms: ['handler-wrong-port', 'handler-never-listens'],
    lead: rehearsed,
  },
  { cause: 'go-sum-absent', symptoms: ['go-sum-missing'] },
  // The program has to be written anew.
  {
    cause: 'worker-unknown',
    symptoms: ['custom-handler-missing', 'host-json-empty', 'go-mod-missing', 'go-module-missing'],
  },
  // A run has one binary.
  { cause: 'elf-interpreter', symptoms: ['elf-needed-library', 'elf-glibc-version'], lead: '' },
  { cause: 'elf-needed-library', symptoms: ['elf-glibc-version'], lead: '' },
]

/**
 * Joins symptoms to their causes. A cause takes the worst severity of its symptoms and keeps its own place and hint.
 *
 * @param findings in the order in which they were found
 * @returns the same findings in the same order, without those that became part of another one
 */
export function onePerCause(findings: readonly Finding[]): Finding[] {
  const joined = new Map<Finding, Finding[]>()
  const parts = new Set<Finding>()
  for (const rule of rules) {
    const causes = findings.filter((finding) => finding.code === rule.cause && !parts.has(finding))
    for (const symptom of findings.filter(({ code }) => rule.symptoms.includes(code))) {
      const cause = causes.find((each) => !rule.isOfOneFunction || each.functionName === symptom.functionName)
      if (cause === undefined || parts.has(symptom)) continue
      parts.add(symptom)
      joined.set(cause, [...(joined.get(cause) ?? []), symptom])
    }
  }
  if (parts.size === 0) return [...findings]
  return findings.flatMap((finding) => {
    if (parts.has(finding)) return []
    const symptoms = joined.get(finding)
    return [symptoms === undefined ? finding : withSymptoms(finding, symptoms)]
  })
}

function withSymptoms(cause: Finding, symptoms: readonly Finding[]): Finding {
  const rule = rules.find(({ cause: code }) => code === cause.code)
  const isWorse = (a: Finding, b: Finding): number =>
    severities.indexOf(a.severity) - severities.indexOf(b.severity)
  const severity = [cause, ...symptoms].sort(isWorse)[0]?.severity ?? cause.severity
  return { ...cause, severity, message: [cause.message, ...evidence(rule?.lead, symptoms)].join(' ') }
}

/** Of a rehearsal one example is enough; of a binary each fact is another one. */
function evidence(lead: string | undefined, symptoms: readonly Finding[]): readonly string[] {
  if (lead === undefined) return []
  const [first, ...others] = symptoms.map(({ message }) => message)
  if (first === undefined || lead === '') return symptoms.map(({ message }) => message)
  const more = others.length === 0 ? [] : [`The same holds for ${others.length} more.`]
  return [`${lead}${first}`, ...more]
}
