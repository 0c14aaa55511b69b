/** Does the same for many things, a few at a time. */

/**
 * @param beside how many at once
 * @returns the results in the order of the items
 * @throws what `work` throws first; what runs by then is not waited for
 */
export async function inTurn<T, R>(
  items: readonly T[],
  beside: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index] as T
      results[index] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(beside, items.length) }, worker))
  return results
}
