/** Runs many small file operations with a bound on how many are open at once. Nothing else. */

/** Far below the usual limit of 1024 open files. */
const batchSize = 64

/**
 * Maps items through an asynchronous function, a batch at a time.
 *
 * @param items what to go through
 * @param run called once per item
 * @returns the results in the order of the items
 */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += batchSize) {
    results.push(...(await Promise.all(items.slice(start, start + batchSize).map(run))))
  }
  return results
}
