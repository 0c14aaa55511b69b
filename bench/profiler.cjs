// Loaded into a measured process with --require: writes a CPU profile of it when it ends.
const { Session } = require('node:inspector')
const { writeFileSync } = require('node:fs')

const file = process.env.BENCH_PROFILE_FILE
if (file) {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: 200 })
  session.post('Profiler.start')
  process.on('exit', () => {
    session.post('Profiler.stop', (_error, result) => writeFileSync(file, JSON.stringify(result.profile)))
  })
}
