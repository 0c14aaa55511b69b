// Loaded before the bundle (`--import`): lets its time go by ten times as fast, timers and clocks alike, so that the
// shortest deadline that an input can set, one minute, is over in six seconds. Nothing of the action is replaced.
const speed = 10
const realNow = Date.now
const startedAt = realNow()
const now = () => startedAt + (realNow() - startedAt) * speed
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now()] : parts))
  }
  static now() {
    return now()
  }
}
const realPerformanceNow = performance.now.bind(performance)
performance.now = () => realPerformanceNow() * speed
const realSetTimeout = globalThis.setTimeout
// What is shorter is somebody's turn-taking and no waiting.
const shortestMs = 200
globalThis.setTimeout = Object.assign(
  (handler, delayMs = 0, ...values) =>
    realSetTimeout(handler, delayMs < shortestMs ? delayMs : delayMs / speed, ...values),
  realSetTimeout,
)
