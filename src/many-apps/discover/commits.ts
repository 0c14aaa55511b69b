/**
 * Which two commits are compared, and why there may be nothing to compare with. Whatever is uncertain means that
 * every app counts as changed, and the reason is said: nothing is ever left out in silence.
 */
import { ActionError } from '../../errors'
import type { Workspace } from '../../runner/workspace'
import { at, textAt } from '../../text/json-value'
import type { ChangedPath, Git } from './git'

/** What is compared. */
export type Comparison =
  | {
      readonly kind: 'compared'
      readonly base: string
      readonly head: string
      readonly changed: readonly ChangedPath[]
    }
  | {
      readonly kind: 'everything'
      /** A clause without a full stop. */
      readonly reason: string
      /** What to do about it; undefined when it is as it should be. */
      readonly remedy?: string
    }

type BaseName =
  | { readonly name: string; readonly remedy?: string; readonly isMergeBase?: true }
  | { readonly reason: string; readonly remedy?: string }

const fetchAll = 'Set `fetch-depth: 0` on actions/checkout, so that the clone has the commit to compare with.'

/**
 * Compares what is checked out with what was there before.
 *
 * @param inputs `base` and `head`
 * @param workspace the event
 * @returns what differs, or why everything counts as changed
 * @throws ActionError `head-not-checked-out`
 */
export async function compareCommits(
  git: Git,
  inputs: { readonly base: string; readonly head: string },
  workspace: Pick<Workspace, 'eventName' | 'eventPayload'>,
): Promise<Comparison> {
  const head = await git.commit('HEAD')
  if (head === undefined) return { kind: 'everything', reason: 'nothing is committed yet' }
  await demandHead(git, inputs.head, head)
  const wanted = inputs.base === '' ? await baseOfEvent(git, workspace, head) : { name: inputs.base }
  if ('reason' in wanted) return { kind: 'everything', ...wanted }
  let base = await git.commit(wanted.name)
  if (base === undefined) {
    const reason = `this clone does not have the commit '${wanted.name}' to compare with`
    return { kind: 'everything', reason, remedy: fetchAll }
  }
  if (wanted.isMergeBase) {
    const common = await git.ask(['merge-base', base, head])
    if (common === '') {
      const reason = `this clone does not have a commit that '${base}' and '${head}' have in common`
      return { kind: 'everything', reason, remedy: fetchAll }
    }
    base = common
  }
  return { kind: 'compared', base, head, changed: await git.difference(base, head) }
}

/** Which packages import what is read from the files on disk: they have to be those of the commit. */
async function demandHead(git: Git, wanted: string, head: string): Promise<void> {
  if (wanted === '') return
  const found = await git.commit(wanted)
  if (found === head) return
  throw new ActionError('head-not-checked-out', `'head' is '${wanted}', but '${head}' is checked out.`, {
    hint: "Check that commit out (`ref:` of actions/checkout), or leave 'head' out to take what is checked out.",
  })
}

async function baseOfEvent(
  git: Git,
  { eventName, eventPayload }: Pick<Workspace, 'eventName' | 'eventPayload'>,
  head: string,
): Promise<BaseName> {
  if (eventName === 'push') return baseOfPush(eventPayload)
  if (eventName === 'merge_group') return named(eventPayload, ['merge_group', 'base_sha'], eventName)
  if (!/^pull_request(_target)?$/.test(eventName)) {
    const event =
      eventName === '' ? 'there is no event' : `the event '${eventName}' names no commit to compare with`
    return { reason: `${event}, and 'base' is empty` }
  }
  // GitHub checks out a merge of the pull request: its first parent is the branch that it is merged into.
  const proposed = stringAt(eventPayload, ['pull_request', 'head', 'sha'])
  const second = await git.commit(`${head}^2`)
  if (proposed !== undefined && second === proposed) return { name: `${head}^1` }
  const base = named(eventPayload, ['pull_request', 'base', 'sha'], eventName)
  return 'name' in base ? { ...base, isMergeBase: true } : base
}

function baseOfPush(payload: unknown): BaseName {
  const before = stringAt(payload, ['before'])
  if (before === undefined) return { reason: "the event 'push' names no commit before it" }
  if (/^0+$/.test(before)) return { reason: 'the branch is new, so there is no commit before this push' }
  if (at(payload, 'forced') === true) {
    return { reason: 'the push was forced, so what was there before may never have been deployed' }
  }
  return { name: before }
}

function named(payload: unknown, path: readonly string[], eventName: string): BaseName {
  const name = stringAt(payload, path)
  return name === undefined
    ? { reason: `the event '${eventName}' names no commit to compare with` }
    : { name }
}

// Only what looks like a commit is handed to Git: the payload may come from a file that anybody wrote.
function stringAt(payload: unknown, path: readonly string[]): string | undefined {
  const value = textAt(payload, ...path)
  return /^[0-9a-f]{40,64}$/.test(value) ? value : undefined
}
