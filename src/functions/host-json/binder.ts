/**
 * Binds the settings of host.json to their types and collects what the host refuses: values that cannot be
 * converted, values that their owner refuses, and lists or objects where a text is wanted.
 */
import type { Refusal, RefusalEffect } from '../refusal'
import { bindingFailure } from '../values/conversion'
import { type Configuration, hasChildren, type Leaf, leafAt, type Place, placeAt } from './configuration'
import type { Setting } from './settings-table'
import type { Value } from './value-types'
import { valueTypes } from './value-types'

export const hostJsonFile = 'host.json'

/** What became of one setting. */
export interface Bound {
  /** Undefined when the setting is absent, no value, or refused. */
  readonly value: Value | undefined
  readonly refusal?: Refusal
}

/** A refusal of host.json, at a value; or at the key of a section. */
export function refusalOf(
  rule: string,
  text: string,
  at?: Leaf | Place,
  effect: RefusalEffect = 'host',
): Refusal {
  const refusal = { rule, effect, text, file: hostJsonFile }
  if (at === undefined) return refusal
  const setting = 'setting' in at && at.setting !== undefined ? { setting: at.setting } : {}
  const subject = at.path.replaceAll(':', '.')
  return { ...refusal, ...setting, subject, span: 'key' in at ? at.keySpan : at.node.span }
}

/** Converts one setting as `ConfigurationBinder.BindProperty` does. */
export function bind(configuration: Configuration, setting: Setting): Bound {
  const leaf = leafAt(configuration, setting.path)
  if (leaf === undefined) return bindSection(configuration, setting)
  if (setting.isNullable && leaf.value === '') return { value: undefined }
  const converted = setting.type.convert(leaf.value)
  if ('refused' in converted) {
    const text = bindingFailure(leaf.value, setting.path, setting.type.name)
    return { value: undefined, refusal: refusalOf('setting-value', text, leaf, setting.effect) }
  }
  return judged(setting, converted.value, leaf)
}

/** A list or an object where a single value is wanted leaves a value that is there alone. */
function bindSection(configuration: Configuration, setting: Setting): Bound {
  if (!setting.isUnset || !hasChildren(configuration, setting.path)) return { value: undefined }
  const place = placeAt(configuration, setting.path)
  if (setting.type === valueTypes.text) {
    const text =
      "Cannot create instance of type 'System.String' because it has multiple public parameterized constructors."
    return { value: undefined, refusal: refusalOf('setting-text', text, place) }
  }
  return judged(setting, 0, place)
}

function judged(setting: Setting, value: Value, at: Leaf | Place | undefined): Bound {
  const complaint = typeof value === 'number' ? setting.refuse?.(value) : undefined
  if (complaint === undefined) return { value }
  return { value, refusal: refusalOf('setting-range', complaint, at, setting.refusalEffect) }
}

/** The refusals of many settings, in their order. */
export function refusalsOf(configuration: Configuration, settings: readonly Setting[]): readonly Refusal[] {
  return settings.flatMap((setting) => bind(configuration, setting).refusal ?? [])
}
