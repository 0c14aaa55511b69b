/** The door of this folder: a slot into production, and back. */
export { swapSlots } from './swap'
export { swapBack } from './swap-back'
export { unverifiedSwap } from './swap-findings'
export { checkSwapTarget, type Former, lookUpSwapTarget, readFormer } from './swap-target'
