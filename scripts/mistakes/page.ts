/** One page that shows how mistakes are told: the log, the annotations, and the first screen of the summary. */
import MarkdownIt from 'markdown-it'
import { renderPreviewHtml } from '../preview'
import { readableLog } from '../run-action'
import type { Mistake } from './mistakes'

const { escapeHtml } = new MarkdownIt().utils

export interface ToldMistake {
  readonly mistake: Mistake
  /** What the action printed. */
  readonly log: string
  readonly summary: string
}

/**
 * Renders the page.
 *
 * @returns a whole HTML page; each mistake is a section with its name as id
 */
export function renderMistakes(told: readonly ToldMistake[]): string {
  return `<!doctype html><html data-ready><meta charset="utf-8"><title>Mistakes</title><style>${styles}</style>
${told.map(sectionOf).join('\n')}</html>`
}

function sectionOf({ mistake, log, summary }: ToldMistake): string {
  const frame = escapeHtml(renderPreviewHtml(summary, mistake.title))
  return `<section id="${mistake.name}"><h2>${escapeHtml(mistake.title)}</h2>
<div class="log"><pre>${escapeHtml(readableLog(log))}</pre></div>
<div class="annotations">${annotationsIn(log).map(boxOf).join('')}</div>
<iframe srcdoc="${frame}"></iframe></section>`
}

interface Shown {
  readonly severity: string
  readonly title: string
  readonly place: string
  readonly text: string
}

function annotationsIn(log: string): Shown[] {
  return log.split('\n').flatMap((line) => {
    const [, severity, properties = '', data = ''] =
      /^::(error|warning|notice) ?(.*?)::(.*)$/.exec(line) ?? []
    if (severity === undefined) return []
    const property = new Map(properties.split(',').map((pair) => pair.split('=', 2) as [string, string]))
    const place = [property.get('file'), property.get('line')].filter(Boolean).join(':')
    const text = data.replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%')
    return [{ severity, title: property.get('title') ?? '', place, text }]
  })
}

function boxOf({ severity, title, place, text }: Shown): string {
  const where = place === '' ? 'no file' : place
  return `<div class="box ${severity}"><b>${severity}: ${escapeHtml(title)}</b> ${escapeHtml(where)}\n${escapeHtml(text)}</div>`
}

const styles = `
body { margin: 16px; font: 14px/1.5 "Liberation Sans", sans-serif; color: #1f2328; background: #fff }
section { display: grid; grid-template-columns: 780px 460px 1012px; gap: 16px; margin-bottom: 32px }
h2 { grid-column: 1 / 4; margin: 0 }
.log { height: 720px; overflow: hidden; display: flex; flex-direction: column; justify-content: flex-end; background: #24292f }
pre { margin: 0; padding: 8px; font: 12px/18px monospace; color: #f6f8fa; white-space: pre-wrap; overflow-wrap: anywhere }
.annotations { height: 720px; overflow: hidden }
.box { margin-bottom: 8px; padding: 8px 12px; border-left: 4px solid; white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f8fa }
.error { border-color: #d1242f }
.warning { border-color: #9a6700 }
.notice { border-color: #0969da }
iframe { width: 1012px; height: 720px; border: 1px solid #d1d9e0 }
`
