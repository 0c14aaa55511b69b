// Loaded into a measured process with --require: notes the highest resident set when the process ends.
const { writeFileSync } = require('node:fs')

const file = process.env.BENCH_PEAK_FILE
if (file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)))
