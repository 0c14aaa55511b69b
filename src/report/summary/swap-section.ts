/** The swap: what was exchanged, what is active where at the end, and how its target verified. */

import { formatDuration } from '../../text/quantities'
import { code, collapsed, factTable, prose, type Section, stacked } from '../markdown'
import type { RunReport, SwapRecord } from '../run-report'
import { azureLink } from './azure-link'
import { verificationBody } from './azure-section'

/** @returns the swap and the verification of its target, apart from that of the slot */
export function swapSections({ swap }: RunReport): Section[] {
  if (swap === undefined) return []
  const sections: Section[] = [{ title: 'Swap', body: swapBody(swap), isDetail: true }]
  if (swap.verification !== undefined) {
    const body = verificationBody(swap.verification)
    sections.push({ title: 'Verification after the swap', body, isDetail: true })
  }
  return sections
}

function swapBody(swap: SwapRecord): string {
  const { slotName, target, swapMs, swapBackMs, formerVerification } = swap
  const facts: [string, string | undefined][] = [
    ['Slots', `${code(slotName, 80)} and ${code(target, 80)}`],
    ['Result', outcomeOf(swap)],
    ['Operation', prose(swap.detail, 300)],
    ['Address', azureLink(swap.targetUrl, swap.targetUrl)],
    ['Former deployment', swap.formerDeploymentId === undefined ? undefined : code(swap.formerDeploymentId)],
    ['Former package', swap.formerSha256 === undefined ? undefined : code(swap.formerSha256)],
    ['Swap', swapMs === undefined ? undefined : formatDuration(swapMs)],
    ['Swap back', swapBackMs === undefined ? undefined : formatDuration(swapBackMs)],
  ]
  const former =
    formerVerification === undefined
      ? undefined
      : collapsed('Verification of the former package', verificationBody(formerVerification))
  return stacked(factTable(facts), former)
}

function outcomeOf({ state, target, slotName, verification }: SwapRecord): string {
  const place = code(target, 80)
  if (state === 'unknown') return '**not known**: the findings say what is known'
  if (state === 'not-swapped')
    return `**not swapped**: ${place} runs what it ran before, ${code(slotName, 80)} the new package`
  if (state === 'swapped-back')
    return `**swapped back**: ${place} runs its former package, ${code(slotName, 80)} the new one`
  const verified = verification?.isVerified === true ? 'verified' : '**not verified**'
  return `${place} runs the new package, ${verified}`
}
