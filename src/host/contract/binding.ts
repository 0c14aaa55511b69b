/** What the contract has to know of a function: its bindings, and which of them go which way. */

export interface ContractBinding {
  readonly name: string
  /** As written in function.json. */
  readonly type: string
  readonly direction: 'in' | 'out' | 'inout'
  readonly dataType?: string
}

/** The binding that takes the handler's `ReturnValue`. */
export const returnName = '$return'

export function outputsAmong(bindings: readonly ContractBinding[]): readonly ContractBinding[] {
  return bindings.filter(({ direction }) => direction !== 'in')
}

/** Bindings are made by type in any case. */
export function isHttpOutput({ type, direction }: ContractBinding): boolean {
  return type.toLowerCase() === 'http' && direction !== 'in'
}

/** `binary`, which a number stands for, too, keeps texts from being read as base64. */
export function isBinary({ dataType }: ContractBinding): boolean {
  return dataType?.toLowerCase() === 'binary' || dataType === '1'
}
