/** The door of the isolation: try it, decide, start a program with it. */
export { type IsolatedChild, type Isolation, IsolationError, startIsolated } from './isolated-child'
export { jobFolders } from './job-folders'
export { tryWays } from './probe'
export {
  decideIsolation,
  describeIsolation,
  type IsolationDecision,
  type IsolationWay,
  waysToTry,
} from './ways'
