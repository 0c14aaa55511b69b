// Loaded into a measured process with --require: notes the processor time of all its threads when it ends.
const { writeFileSync } = require('node:fs')

const file = process.env.BENCH_PROCESSOR_FILE
if (file) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeFileSync(file, String((user + system) / 1000))
  })
}
