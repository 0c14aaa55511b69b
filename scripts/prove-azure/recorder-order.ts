/** How the recorder is told what to write, and where. */
import type { Surroundings } from './redaction'

export const recorderVariable = 'PROVE_AZURE_RECORDER'

export interface RecorderOrder extends Surroundings {
  readonly file: string
  readonly scenario: string
  readonly startedAtMs: number
}
