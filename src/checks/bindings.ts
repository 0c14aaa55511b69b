/**
 * Checks of the bindings of a function by the host's own rules
 * (FunctionDescriptorProvider.cs, BindingMetadata.cs and Utility.cs of azure-functions-host).
 */
import { bindingTypeOf, isOutputOnly } from '../functions/function-json/binding-types'
import type { Binding, FunctionFolder } from '../functions/function-json/functions'
import { likelyType } from '../functions/function-json/read-function-json'
import { memberInAnyCase, memberOf, quoteJson, stringOf } from '../functions/json/json-tree'
import {
  type Check,
  type FunctionProblem,
  inFunctionJson,
  onEachBinding,
  onEachFunction,
  type Problem,
} from './check'
import type { Project } from './project'

export const bindingChecks: readonly Check[] = [
  { code: 'function-bindings', severity: 'error', run: onEachFunction(bindings) },
  { code: 'binding-name', severity: 'error', run: onEachBinding(name) },
  { code: 'binding-name-repeated', severity: 'error', run: repeatedNames },
  { code: 'binding-type-missing', severity: 'error', run: onEachBinding(typeMissing) },
  { code: 'binding-type-unknown', severity: 'warning', run: onEachBinding(typeUnknown) },
  { code: 'binding-direction', severity: 'error', run: onEachBinding(direction) },
  { code: 'binding-return-direction', severity: 'error', run: onEachBinding(returnDirection) },
  { code: 'binding-value', severity: 'error', run: onEachBinding(enumeration) },
  { code: 'trigger-missing', severity: 'error', run: onEachFunction(noTrigger) },
  { code: 'trigger-repeated', severity: 'error', run: onEachFunction(severalTriggers) },
]

function bindings({ name, json }: FunctionFolder): FunctionProblem | undefined {
  const root = json.state === 'parsed' ? json.document.root : undefined
  if (root?.kind !== 'object') return undefined
  const hint = 'Write "bindings": [ ... ] with one entry for the trigger and one for each input and output.'
  const member = memberOf(root, 'bindings')
  const other = memberInAnyCase(root, 'bindings')
  if (member === undefined && other !== undefined) {
    const message = `function.json of '${name}' has '${other.key}' where the host looks for 'bindings' in lower case.`
    return { message, hint: 'Write the key as "bindings".', at: other.keySpan }
  }
  if (member === undefined) {
    const at = { line: root.span.line, column: root.span.column }
    return { message: `function.json of '${name}' has no 'bindings'.`, hint, at }
  }
  const { value } = member
  if (value.kind === 'array' && value.items.length > 0) {
    const wrong = value.items.find((item) => item.kind !== 'object')
    if (wrong === undefined) return undefined
    return {
      message: `The entry ${quoteJson(wrong)} in 'bindings' of '${name}' is no object.`,
      hint,
      at: wrong.span,
    }
  }
  const message = `'bindings' of function '${name}' is ${quoteJson(value)}, but at least one binding is needed.`
  return { message, hint, at: value.span }
}

function place(binding: Binding, key: string) {
  return memberInAnyCase(binding.node, key)?.value.span ?? binding.node.span
}

function called({ name, type }: Binding): string {
  return name === undefined ? `A binding of type '${type ?? ''}'` : `The binding '${name}'`
}

function name(binding: Binding, { name: owner }: FunctionFolder): FunctionProblem | undefined {
  if (binding.node.kind !== 'object') return undefined
  const written = memberInAnyCase(binding.node, 'name')?.value
  if (binding.name === '$return' || /^[a-z][a-z0-9]{0,127}$/i.test(binding.name ?? '')) return undefined
  if (written === undefined) {
    const message = `A binding of function '${owner}' has no 'name'.`
    return { message, hint: 'Add "name", for example "req".', at: binding.node.span }
  }
  return {
    message: `The binding name ${quoteJson(written)} of function '${owner}' is invalid: a letter, then letters and digits only.`,
    hint: 'Rename it, and the key under which the Go code reads or writes it.',
    at: written.span,
  }
}

function repeatedNames(project: Project): readonly Problem[] {
  return project.functions.flatMap((folder) => {
    const seen = new Set<string>()
    return folder.bindings.flatMap((binding) => {
      const key = binding.name?.toLowerCase()
      if (key === undefined || !seen.has(key)) {
        if (key !== undefined) seen.add(key)
        return []
      }
      return [
        {
          message: `Function '${folder.name}' has two bindings with the name '${binding.name}' (case is ignored).`,
          hint: 'Rename one of them.',
          location: inFunctionJson(project, folder, place(binding, 'name')),
        },
      ]
    })
  })
}

function typeMissing(binding: Binding, { name: owner }: FunctionFolder): FunctionProblem | undefined {
  if (binding.node.kind !== 'object' || (binding.type !== undefined && binding.type !== '')) return undefined
  return {
    message: `${called(binding)} of function '${owner}' has no 'type'.`,
    hint: 'Add "type", for example "httpTrigger" or "http".',
    at: place(binding, 'type'),
  }
}

function typeUnknown(binding: Binding, { name: owner }: FunctionFolder): FunctionProblem | undefined {
  const { type } = binding
  if (type === undefined || bindingTypeOf(type) !== undefined) return undefined
  // Bindings come and go with the bundle: only what looks like a typing error of a known one is reported.
  const closest = likelyType(type)
  if (closest === undefined) return undefined
  return {
    message: `The binding type '${type}' of function '${owner}' is in no extension bundle.`,
    hint: `Did you mean "${closest}"?`,
    at: place(binding, 'type'),
  }
}

function direction(binding: Binding, { name: owner }: FunctionFolder): FunctionProblem | undefined {
  if (binding.node.kind !== 'object') return undefined
  const written = memberInAnyCase(binding.node, 'direction')?.value
  const type = binding.type?.toLowerCase() ?? ''
  if (written !== undefined && !['in', 'out', 'inout'].includes(stringOf(written)?.toLowerCase() ?? '')) {
    const message = `The direction ${quoteJson(written)} of ${called(binding).replace(/^The/, 'the')} in function '${owner}' is none of in, out and inout.`
    return {
      message,
      hint: `Write "direction": "${/trigger$/.test(type) ? 'in' : 'out'}".`,
      at: written.span,
    }
  }
  if (/trigger$/.test(type) && binding.direction === 'out') {
    const message = `The trigger '${binding.type}' of function '${owner}' has the direction 'out', so the host takes it for an output.`
    return { message, hint: 'Write "direction": "in".', at: place(binding, 'direction') }
  }
  if (!isOutputOnly(type) || binding.direction !== 'in') return undefined
  const message =
    written === undefined
      ? `${called(binding)} of type '${binding.type}' in function '${owner}' has no 'direction', so the host takes it for an input.`
      : `${called(binding)} of type '${binding.type}' in function '${owner}' has the direction 'in', but it is an output.`
  return { message, hint: 'Write "direction": "out".', at: place(binding, 'direction') }
}

function returnDirection(binding: Binding, { name: owner }: FunctionFolder): FunctionProblem | undefined {
  // An output written without its direction is reported once, by the check of directions.
  if (binding.name !== '$return' || binding.direction === 'out') return undefined
  if (isOutputOnly(binding.type)) return undefined
  return {
    message: `The binding '$return' of function '${owner}' has the direction '${binding.direction}', but it can only be 'out'.`,
    hint: 'Write "direction": "out".',
    at: place(binding, 'direction'),
  }
}

const enumerations: Readonly<Record<string, readonly string[]>> = {
  dataType: ['string', 'binary', 'stream'],
  cardinality: ['one', 'many'],
}

function enumeration(binding: Binding, { name: owner }: FunctionFolder): FunctionProblem | undefined {
  for (const [key, values] of Object.entries(enumerations)) {
    const value = memberInAnyCase(binding.node, key)?.value
    if (value?.kind !== 'string' || values.includes(value.value.toLowerCase())) continue
    const message = `'${key}' of ${called(binding).replace(/^The/, 'the')} in function '${owner}' is '${value.value}', which the host does not know.`
    return { message, hint: `Possible values: ${values.join(', ')}.`, at: value.span }
  }
  return undefined
}

function noTrigger({ name, json, bindings }: FunctionFolder): FunctionProblem | undefined {
  if (json.state !== 'parsed' || bindings.length === 0) return undefined
  if (bindings.some(({ type }) => type === undefined || /trigger$/i.test(type))) return undefined
  const list = memberOf(json.document.root, 'bindings')
  return {
    message: `Function '${name}' has no trigger: none of its bindings has a type that ends in 'Trigger'.`,
    hint: 'Add one, for example { "type": "httpTrigger", "direction": "in", "name": "req" }.',
    ...(list === undefined ? {} : { at: list.keySpan }),
  }
}

function severalTriggers({ name, bindings }: FunctionFolder): FunctionProblem | undefined {
  const [first, second] = bindings.filter(({ isTrigger }) => isTrigger)
  if (first === undefined || second === undefined) return undefined
  return {
    message: `Function '${name}' has more than one trigger: '${first.type}' and '${second.type}'.`,
    hint: 'Make a function of its own, in its own folder, for each trigger.',
    at: place(second, 'type'),
  }
}
