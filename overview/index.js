// Starts the bundle as the action `overview`.
process.argv[2] = 'overview'
await import('../dist/index.js')
