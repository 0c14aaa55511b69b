/**
 * Asks every recording and counts where the action and the host agree, a recording and group at a time.
 */
import { type ExceptionList, exceptionOf, exceptions } from './exceptions'
import { type Answer, type Recording, recordings } from './recordings'

export interface GroupCount {
  readonly recording: string
  readonly group: string
  readonly rows: number
  readonly agreeing: number
  /** Rows that disagree and stand in one of the lists. */
  readonly excepted: Readonly<Record<ExceptionList, number>>
  /** Rows that disagree without a reason. */
  readonly wrong: readonly Answer[]
}

export interface Agreement {
  readonly groups: readonly GroupCount[]
  /** Entries of the lists whose rows agree, or are in no recording. */
  readonly idle: readonly string[]
}

/** @param chosen the recordings to ask; all without */
export async function measureAgreement(chosen: readonly Recording[] = recordings): Promise<Agreement> {
  const groups: GroupCount[] = []
  const used = new Set<string>()
  for (const { name, ask } of chosen) {
    const answers = await ask()
    for (const [group, rows] of byGroup(answers)) {
      const excepted: Record<ExceptionList, number> = { policy: 0, unknowable: 0, waiting: 0 }
      const wrong: Answer[] = []
      for (const answer of rows.filter(({ agrees }) => !agrees)) {
        const exception = exceptionOf(name, answer.id)
        if (exception === undefined) wrong.push(answer)
        else excepted[exception.list] += 1
        used.add(`${name}/${answer.id}`)
      }
      const agreeing = rows.filter(({ agrees }) => agrees).length
      groups.push({ recording: name, group, rows: rows.length, agreeing, excepted, wrong })
    }
  }
  const names = new Set(chosen.map(({ name }) => name))
  const listed = exceptions.flatMap(({ rows }) => rows).filter((row) => names.has(row.split('/')[0] ?? ''))
  return { groups, idle: listed.filter((row) => !used.has(row)) }
}

function byGroup(answers: readonly Answer[]): ReadonlyMap<string, readonly Answer[]> {
  const groups = new Map<string, Answer[]>()
  for (const answer of answers) {
    const rows = groups.get(answer.group)
    if (rows === undefined) groups.set(answer.group, [answer])
    else rows.push(answer)
  }
  return groups
}

/** The table as Markdown, a recording's sum after its groups. */
export function renderAgreement({ groups }: Agreement): string {
  const lines = [
    '| recording | group | rows | agree | stricter | not knowable | waiting | wrong |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ]
  for (const recording of new Set(groups.map((each) => each.recording))) {
    const own = groups.filter((each) => each.recording === recording)
    for (const each of own) lines.push(line(each.recording, each.group, [each]))
    if (own.length > 1) lines.push(line(`**${recording}**`, '**all**', own))
  }
  lines.push(line('**all**', '', groups))
  return `${lines.join('\n')}\n`
}

function line(recording: string, group: string, counts: readonly GroupCount[]): string {
  const sum = (value: (count: GroupCount) => number) => counts.reduce((total, each) => total + value(each), 0)
  const cells = [
    sum(({ rows }) => rows),
    sum(({ agreeing }) => agreeing),
    sum(({ excepted }) => excepted.policy),
    sum(({ excepted }) => excepted.unknowable),
    sum(({ excepted }) => excepted.waiting),
    sum(({ wrong }) => wrong.length),
  ]
  return `| ${[recording, group, ...cells].join(' | ')} |`
}
