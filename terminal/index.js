#!/usr/bin/env node
// Starts the bundle as the command of the terminal.
process.argv.splice(2, 0, 'terminal')
await import('../dist/index.js')
