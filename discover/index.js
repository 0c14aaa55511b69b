// Starts the bundle as the action `discover`.
process.argv[2] = 'discover'
await import('../dist/index.js')
