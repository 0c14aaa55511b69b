/**
 * Checks of the bindings of a function: what the host refuses of them, and what it takes otherwise than it is meant.
 */
import { bindingTypeOf, bindingTypesDate } from '../../functions/function-json/binding-types'
import { extensionsOf } from '../../functions/function-json/extensions'
import type { Binding, FunctionFolder } from '../../functions/function-json/functions'
import { likelyType } from '../../functions/function-json/read-function-json'
import { memberInAnyCase, memberOf, quoteJson } from '../../functions/json/json-tree'
import { type Check, type FunctionProblem, onEachBinding } from '../check'
import type { Project } from '../project'
import { directionChecks } from './binding-directions'
import { called, capitalized, onRefusals, quoted, type Refused } from './function-refusals'
import { renamedInBinding } from './renamed-properties'

export const bindingChecks: readonly Check[] = [
  { code: 'function-bindings', severity: 'error', run: onRefusals(['function-bindings'], bindings) },
  { code: 'binding-name', severity: 'error', run: onRefusals(['binding-name'], name) },
  {
    code: 'binding-name-repeated',
    severity: 'error',
    run: onRefusals(['binding-name-repeated'], repeatedName),
  },
  { code: 'binding-type-missing', severity: 'error', run: onRefusals(['binding-type-missing'], typeMissing) },
  {
    code: 'extension-bundle-missing',
    severity: 'error',
    run: (project, context) =>
      project.model === 'native' || project.hostJson.state !== 'parsed'
        ? []
        : missingBundles(project, context),
  },
  {
    code: 'binding-type-unknown',
    severity: 'error',
    run: (project, context) => [...unregisteredTypes(project, context), ...unknownTypes(project, context)],
  },
  ...directionChecks,
  {
    code: 'binding-value',
    severity: 'error',
    run: onRefusals(['binding-value', 'binding-text', 'timer-switch', 'configuration-source'], value),
  },
  {
    code: 'binding-property-missing',
    severity: 'error',
    run: onRefusals(['binding-property'], propertyMissing),
  },
  { code: 'trigger-missing', severity: 'error', run: onRefusals(['trigger-missing'], noTrigger) },
  { code: 'trigger-repeated', severity: 'error', run: onRefusals(['trigger-repeated'], severalTriggers) },
]

const missingBundles = onRefusals(['binding-type-unregistered'], bundleMissing)
const unregisteredTypes = onRefusals(['binding-type-unregistered'], unregisteredType)
const unknownTypes = onEachBinding(unknownType)

function bindings({ folder, value }: Refused): FunctionProblem {
  const owner = folder.name
  const hint = 'Write "bindings": [ ... ] with one entry for the trigger and one for each input and output.'
  const root = folder.json.state === 'parsed' ? folder.json.document.root : undefined
  const list = memberOf(root, 'bindings')?.value
  if (value !== undefined && value !== list) {
    return { message: `The entry ${quoteJson(value)} in 'bindings' of '${owner}' is no object.`, hint }
  }
  if (value !== undefined) {
    const found = `'bindings' of function '${owner}' is ${quoteJson(value)}`
    const isEmpty = value.kind === 'array' && value.items.length === 0
    return {
      message: `${found}, but ${isEmpty ? 'at least one binding is needed' : 'it must be a list'}.`,
      hint,
    }
  }
  const other = memberInAnyCase(root, 'bindings')
  if (other !== undefined) {
    const message = `function.json of '${owner}' has '${other.key}' where the host looks for 'bindings' in lower case.`
    return { message, hint: 'Write the key as "bindings".', at: other.keySpan }
  }
  const message = `function.json of '${owner}' has no 'bindings'.`
  return root === undefined
    ? { message, hint }
    : { message, hint, at: { line: root.span.line, column: root.span.column } }
}

function name({ folder, value }: Refused): FunctionProblem {
  if (value === undefined) {
    const message = `A binding of function '${folder.name}' has no 'name'.`
    return { message, hint: 'Add "name", for example "req".' }
  }
  return {
    message: `The binding name ${quoteJson(value)} of function '${folder.name}' is invalid: a letter, then letters and digits only.`,
    hint: 'Rename it, and the key under which the Go code reads or writes it.',
  }
}

function repeatedName({ folder, about }: Refused): FunctionProblem {
  return {
    message: `Function '${folder.name}' has two bindings with the name '${about?.name}' (case is ignored).`,
    hint: 'Rename one of them.',
  }
}

function typeMissing(refused: Refused): FunctionProblem {
  return {
    message: `${capitalized(called(refused))} of function '${refused.folder.name}' has no 'type'.`,
    hint: 'Add "type", for example "httpTrigger" or "http".',
  }
}

/** Without a bundle every type but the host's own is refused; only a known one is a matter of the bundle. */
function bundleMissing({ folder, about }: Refused): FunctionProblem | undefined {
  if (about === undefined || bindingTypeOf(about.type) === undefined) return undefined
  return {
    message: `'${about.type}' of function '${folder.name}' needs an extension, but host.json has no 'extensionBundle'.`,
    hint: 'Add "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" } to host.json.',
  }
}

function unregisteredType({ folder, about, text }: Refused): FunctionProblem | undefined {
  const type = about?.type
  if (type === undefined || bindingTypeOf(type) !== undefined) return undefined
  const closest = likelyType(type)
  const place = text.includes('bundle')
    ? 'is in no extension bundle'
    : 'is not known to the host itself, and host.json has no extension bundle'
  return {
    message: `The binding type '${type}' of function '${folder.name}' ${place}.`,
    hint:
      closest === undefined ? 'Correct the type, for example "httpTrigger".' : `Did you mean "${closest}"?`,
  }
}

/** Bundles grow: with one, a type that nobody has heard of may be newer than the table. */
function unknownType(binding: Binding, { name: owner, refusals }: FunctionFolder, project: Project) {
  const { type } = binding
  if (type === undefined || type === '' || bindingTypeOf(type) !== undefined) return undefined
  if (refusals.length > 0) return undefined
  const isFile = (path: string) => project.files.some((file) => file.path === path)
  if (extensionsOf(project.configuration, isFile).from !== 'bundle') return undefined
  const problem: FunctionProblem = {
    message: `The binding type '${type}' of function '${owner}' is in no extension bundle that was known on ${bindingTypesDate}.`,
    hint: 'Correct the type, or leave it when it is newer: the host puts the function in error when its bundle has no such type.',
    severity: 'warning',
  }
  const value = memberInAnyCase(binding.node, 'type')?.value
  return value === undefined ? problem : { ...problem, at: value.span }
}

const allowed: Readonly<Record<string, string>> = {
  datatype: 'string, binary, stream',
  cardinality: 'one, many',
  configurationsource: 'config; better leave it out',
  runonstartup: 'true, false',
  usemonitor: 'true, false',
}

function value(refused: Refused): FunctionProblem {
  const { folder, key = '', value, rule, about } = refused
  const where = about === undefined ? '' : ` of ${called(refused)}`
  const place = `'${key}'${where} ${where === '' ? 'of' : 'in'} function '${folder.name}'`
  if (rule === 'binding-text') {
    return {
      message: `${place} is ${quoted(refused)}, but the host reads a text.`,
      hint: 'Write a text in quotes.',
    }
  }
  const shown = value?.kind === 'string' ? `'${value.value}'` : quoted(refused)
  const possible = allowed[key.toLowerCase()]
  return {
    message: `${place} is ${shown}, which the host does not ${key.toLowerCase() === 'cardinality' && value?.kind === 'string' && /^many$/i.test(value.value) ? 'support here' : 'know'}.`,
    hint: possible === undefined ? 'Correct it or leave it out.' : `Possible values: ${possible}.`,
  }
}

function propertyMissing(refused: Refused): FunctionProblem | undefined {
  const { folder, key = '', about } = refused
  if (about === undefined || renamedInBinding(about).some(({ current }) => current === key)) return undefined
  return {
    message: `${capitalized(called(refused))} of type '${about.type}' in function '${folder.name}' has no '${key}'.`,
    hint: `Add "${key}".`,
  }
}

function noTrigger({ folder }: Refused): FunctionProblem {
  const root = folder.json.state === 'parsed' ? folder.json.document.root : undefined
  const list = memberOf(root, 'bindings')
  const misspelt = folder.bindings.find(({ type }) => /trigger$/i.test(likelyType(type ?? '') ?? ''))
  if (misspelt !== undefined) {
    return {
      message: `Function '${folder.name}' has no trigger: '${misspelt.type}' is no type that ends in 'Trigger'.`,
      hint: `Did you mean "${likelyType(misspelt.type ?? '')}"?`,
      at: memberOf(misspelt.node, 'type')?.value.span ?? misspelt.node.span,
    }
  }
  return {
    message: `Function '${folder.name}' has no trigger: none of its bindings has a type that ends in 'Trigger'.`,
    hint: 'Add one, for example { "type": "httpTrigger", "direction": "in", "name": "req" }.',
    ...(list === undefined ? {} : { at: list.keySpan }),
  }
}

function severalTriggers({ folder }: Refused): FunctionProblem {
  const [first, second] = folder.bindings.filter(({ isTrigger }) => isTrigger)
  return {
    message: `Function '${folder.name}' has more than one trigger: '${first?.type}' and '${second?.type}'.`,
    hint: 'Make a function of its own, in its own folder, for each trigger.',
  }
}
