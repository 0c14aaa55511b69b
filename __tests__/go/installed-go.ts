/**
 * Which Go is on PATH, for tests that need a newer one than others.
 */
import { spawnSync } from 'node:child_process'

/** Minor version of the Go on PATH; 0 when there is none. */
export const installedGoMinor = Number(
  /^go1\.(\d+)/.exec(
    spawnSync('go', ['env', 'GOVERSION'], {
      encoding: 'utf8',
      env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '' },
    }).stdout ?? '',
  )?.[1] ?? 0,
)
