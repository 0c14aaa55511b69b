/**
 * A file as a pull request shows it, with the annotations of a job log at their lines.
 */
import MarkdownIt from 'markdown-it'

const { escapeHtml } = new MarkdownIt().utils

export interface AnnotatedFile {
  /** Relative to the repository root. */
  readonly path: string
  readonly text: string
  /** What the action printed. */
  readonly log: string
}

interface Annotation {
  readonly severity: string
  readonly title: string
  readonly line: number
  readonly message: string
}

/**
 * Renders the file.
 *
 * @param file its text, and the log that holds annotations of it
 * @returns a whole HTML page
 */
export function renderAnnotatedFile({ path, text, log }: AnnotatedFile): string {
  const annotations = annotationsOf(path, log)
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const boxes = annotations.filter((annotation) => annotation.line === index + 1).map(boxOf)
      return `<tr><td class="n">${index + 1}</td><td><pre>${escapeHtml(line)}</pre>${boxes.join('')}</td></tr>`
    })
  return `<!doctype html><html data-ready><meta charset="utf-8"><style>${styles}</style>
<article class="markdown-body"><header>${escapeHtml(path)}</header><table>${rows.join('')}</table></article>`
}

function annotationsOf(path: string, log: string): Annotation[] {
  const found: Annotation[] = []
  for (const line of log.split('\n')) {
    const [, severity = '', properties = '', data = ''] =
      /^::(error|warning|notice) (.*?)::(.*)$/.exec(line) ?? []
    const property = new Map(properties.split(',').map((pair) => pair.split('=', 2) as [string, string]))
    if (property.get('file') !== path) continue
    const message = data.replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%')
    found.push({ severity, title: property.get('title') ?? '', line: Number(property.get('line')), message })
  }
  return found
}

function boxOf({ severity, title, message }: Annotation): string {
  return `<div class="box ${severity}"><b>${severity}: ${escapeHtml(title)}</b>\n${escapeHtml(message)}</div>`
}

const styles = `
body { margin: 16px; font: 14px/1.5 "Liberation Sans", sans-serif; color: #1f2328; background: #fff }
article { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden }
header { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; font-family: monospace }
table { border-collapse: collapse; width: 100% }
td { padding: 0 10px; vertical-align: top }
td.n { width: 1%; color: #59636e; text-align: right; font: 12px/20px monospace }
pre { margin: 0; font: 12px/20px monospace }
.box { margin: 4px 0 8px; padding: 8px 12px; border-left: 4px solid; white-space: pre-wrap; background: #f6f8fa }
.error { border-color: #d1242f }
.warning { border-color: #9a6700 }
.notice { border-color: #0969da }
`
