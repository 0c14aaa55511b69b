// Loaded into a measured process with --require: notes the highest resident set when the process ends.
// Linux's own mark is taken, since getrusage also counts what the parent had before it started this program.
const { readFileSync, writeFileSync } = require('node:fs')

const file = process.env.BENCH_PEAK_FILE
if (file) process.on('exit', () => writeFileSync(file, String(peakKib())))

function peakKib() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}
