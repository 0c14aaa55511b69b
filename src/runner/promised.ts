/**
 * A promise that is settled from outside.
 *
 * @returns the promise, which does not count as unhandled when it rejects, and what settles it
 */
export function promised<T>(): {
  readonly promise: Promise<T>
  resolve(value: T): void
  reject(reason: Error): void
} {
  let settlers: { resolve(value: T): void; reject(reason: Error): void } | undefined
  const promise = new Promise<T>((resolve, reject) => {
    settlers = { resolve, reject }
  })
  promise.catch(() => undefined)
  return {
    promise,
    resolve: (value) => settlers?.resolve(value),
    reject: (reason) => settlers?.reject(reason),
  }
}
