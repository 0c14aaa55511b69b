/**
 * Names of queues, containers and blobs as the storage extension and the storage service accept them
 * (QueueClient.cs, BlobNameValidationAttribute.cs, BlobPathSource.cs and BindingTemplateParser.cs of the extensions).
 */

/**
 * Says what is wrong with the name of a queue.
 *
 * @param written as it stands in function.json, with its settings resolved; the extension puts it into lower case
 * @returns the extension's sentence, or nothing
 */
export function queueNameFault(written: string): string | undefined {
  const name = written.toLowerCase()
  const quoted = `"${name}" (Parameter 'name')`
  if (name === '') return "A queue name can't be null or empty (Parameter 'name')"
  if (name.length < 3 || name.length > 63)
    return `A queue name must be from 3 to 63 characters long - ${quoted}`
  if (name.startsWith('-') || name.endsWith('-')) {
    return `The dash (-) character may not be the first or last letter - ${quoted}`
  }
  for (let at = 0; at < name.length; at += 1) {
    const character = name[at] ?? ''
    if (character !== '-' && !/[\p{L}\p{Nd}]/u.test(character)) {
      return `A queue name can contain only letters, numbers, and dash(-) characters - ${quoted}`
    }
    if (character === '-' && name[at - 1] === '-') {
      return "A queue name cannot contain consecutive dash(-) characters. (Parameter 'name')"
    }
  }
  return undefined
}

/** What is wrong with the path of a blob trigger. */
export interface BlobPathFault {
  /** The sentence of the extension, or of the storage service. */
  readonly text: string
  /** The service refuses the container when the host begins to listen, and the host as a whole ends. */
  readonly endsHost: boolean
}

/**
 * Judges the path of a blob trigger. Without an expression in braces the extension checks container and blob itself;
 * with one it leaves the container to the service.
 *
 * @param path `container`, or `container/blob`, with its settings resolved
 * @returns what is wrong, or nothing
 */
export function blobPathFault(path: string): BlobPathFault | undefined {
  const slash = path.indexOf('/')
  const [container, blob] = slash === -1 ? [path, ''] : [path.slice(0, slash), path.slice(slash + 1)]
  const byExtension = (text: string): BlobPathFault => ({ text, endsHost: false })
  const invalid = `Invalid blob trigger path '${path}'.`
  if ((slash !== -1 && (container === '' || blob === '')) || container.includes('\\')) {
    return byExtension(`${invalid} Paths must be in the format 'container/blob'.`)
  }
  if (container.includes('{'))
    return byExtension(`${invalid} Container paths cannot contain {resolve} tokens.`)
  const template = templateFault(path)
  if (typeof template === 'string') return byExtension(template)
  if (!template.hasParameters) {
    if (!isExtensionContainer(container)) return byExtension(`Invalid container name: ${container}`)
    const fault = slash === -1 ? undefined : blobNameFault(blob)
    if (fault !== undefined) return byExtension(fault)
  }
  const refused = containerRefusal(container)
  return refused === undefined ? undefined : { text: refused, endsHost: true }
}

/** The extension's own pattern lets `[` and `^` through. */
function isExtensionContainer(name: string): boolean {
  return name === '$root' || name === '$web' || /^[a-z0-9][a-z0-9[^-]{1,61}[a-z0-9]$/.test(name)
}

/** What the storage service says of a container's name. */
function containerRefusal(name: string): string | undefined {
  if (['$root', '$web', '$logs'].includes(name)) return undefined
  if (name.length < 3 || name.length > 63) {
    return 'The specified resource name length is not within the permissible limits.'
  }
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)
    ? undefined
    : 'The specifed resource name contains invalid characters.'
}

function blobNameFault(name: string): string | undefined {
  if (name.length > 1024) {
    return `The given blob name '${name}' is too long. A blob name must be at least one character long and cannot be more than 1,024 characters long.`
  }
  if (/[./]$/.test(name)) {
    return `The given blob name '${name}' has an invalid suffix. Avoid blob names that end with a dot ('.'), a forward slash ('/'), or a sequence or combination of the two.`
  }
  if (name.includes('\\')) {
    return `The given blob name '${name}' contain illegal characters. A blob name cannot the following character(s): '\\'.`
  }
  return undefined
}

/** Goes through `{name}` expressions; two braces stand for one. */
function templateFault(template: string): string | { readonly hasParameters: boolean } {
  let hasParameters = false
  const invalid = `Invalid template '${template}'.`
  for (let at = 0; at < template.length; at += 1) {
    const character = template[at]
    if (character !== '{' && character !== '}') continue
    if (template[at + 1] === character) {
      at += 1
      continue
    }
    const end = template.slice(at + 1).search(/[{}]/)
    if (character === '}' || end === -1 || template[at + 1 + end] !== '}') {
      return `${invalid} Missing ${character === '{' ? 'closing' : 'opening'} bracket at position ${at + 1}.`
    }
    const name = template.slice(at + 1, at + 1 + end)
    if (name === '') return `${invalid} The parameter name at position ${at + 1} is empty.`
    if (!isParameterName(name)) return `${invalid} The parameter name '${name}' is invalid.`
    hasParameters = true
    at += end + 1
  }
  return { hasParameters }
}

/** An identifier with dots, hyphens after the first dot only, at times with a format behind a colon. */
function isParameterName(expression: string): boolean {
  if (/^(?:rand-guid|datetime)(?::|$)/i.test(expression)) return true
  const [name = ''] = expression.split(':')
  const [first = '', ...others] = name.split('.')
  return (
    /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}\p{Cf}]*$/u.test(first) &&
    others.every((part) => /^[\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}\p{Cf}-]+$/u.test(part))
  )
}
