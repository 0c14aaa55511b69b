/** The door of this folder: the app, its plan, settings and slots, its SCM site. */
export { changeAppSetting, readAppSettings, readConnectionStrings } from './app-settings'
export {
  type Comparison,
  compareFunctions,
  type FunctionList,
  type ListedFunction,
  listedFunctionOf,
  listFunctions,
  removedFunctions,
} from './function-list'
export { findSharedHostId } from './host-id'
export { type ScmAudience, type ScmClient, type ScmGetOptions, scmClientFor } from './scm-client'
export { explainScm, quotaHint } from './scm-refusal'
export { lookUpSite, type Site } from './site'
export { checkArchitecture, checkSite } from './site-checks'
export { siteOptions, startCommand } from './site-commands'
export { lookCommand, readSlotState, type SlotState, slotLabel, swapCommand } from './slot-state'
export { type StoragePlace, storagePlaces } from './storage-place'
export { syncTriggers } from './trigger-sync'
export { warmUpScm } from './warm-up'
