// Who may import whom: no circles, the directions between the rooms of src/, the doors of its sub-rooms, and the room
// of each library. `npm run check` holds the sources against it; docs/architecture.md draws it.

/** What every room may stand on. */
const ground = ['errors', 'findings', 'text', 'files', 'programs']

/** What each room may import besides itself and the ground. */
const rooms = {
  text: [],
  files: [],
  programs: [],
  errors: [],
  findings: [],
  functions: [],
  gosource: ['functions'],
  checks: ['functions', 'gosource'],
  host: ['functions'],
  go: ['functions', 'inputs'],
  elf: ['functions', 'inputs'],
  archive: ['functions', 'inputs'],
  azure: ['functions', 'inputs'],
  inputs: ['functions'],
  report: ['functions', 'inputs'],
  runner: ['functions', 'inputs'],
  // The other two actions: each carries values between rooms, as `stages` does.
  'many-apps': ['functions', 'inputs', 'gosource', 'go', 'report', 'runner'],
  // The command: the same stages as the action, with another face.
  terminal: ['inputs', 'report', 'runner', 'stages'],
}

/** Rooms with one door: `index.ts` of the folder. */
const doors = ['azure/http', 'azure/sign-in', 'azure/site', 'azure/deploy', 'azure/verify', 'azure/swap']

/** Where each library is at work; others may be imported anywhere. */
const libraries = {
  '@actions/core': 'src/(inputs/|many-apps/[a-z]+/inputs|report/publish|runner/)',
  '@actions/exec': 'src/programs/',
  '@actions/io': 'src/(archive|many-apps|programs|report|stages)/',
  '@azure/identity': 'src/azure/sign-in/',
  '@azure/storage-blob': 'src/azure/deploy/',
  '@cyclonedx/cyclonedx-library': 'src/report/sbom',
  jszip: 'src/archive/',
  'node-sarif-builder': 'src/(report|stages)/sarif',
  yauzl: 'src/archive/',
}

/** A room is a folder of src/ or a file there. */
const placeOf = (name) => `^src/${name}(/|\\.ts$)`

const directions = Object.entries(rooms).map(([room, others]) => ({
  name: `${room}-stands-on`,
  severity: 'error',
  comment: `'${room}' may import ${[...others, ...ground].join(', ')}. Move the shared fact down, or let 'stages' carry the value.`,
  from: { path: placeOf(room) },
  to: { path: '^src/', pathNot: [room, ...ground, ...others].map(placeOf) },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Move what both need into a file below them.',
      from: {},
      to: { circular: true },
    },
    ...directions,
    {
      name: 'stages-and-the-other-actions',
      severity: 'error',
      comment: "The action takes nothing of the others but the descriptions of discover's codes.",
      from: { path: placeOf('stages') },
      to: {
        path: '^src/(many-apps/|terminal/|main\\.ts|index\\.ts)',
        pathNot: '^src/many-apps/discover/codes\\.ts$',
      },
    },
    ...doors.map((room) => ({
      name: `door-of-${room.replace('/', '-')}`,
      severity: 'error',
      comment: `Import src/${room} by its index.ts.`,
      from: { path: '^(src|emulator|bench)/', pathNot: `^src/${room}/` },
      to: { path: `^src/${room}/`, pathNot: `^src/${room}/index\\.ts$` },
    })),
    {
      name: 'emulator-stands-on',
      severity: 'error',
      comment:
        'The emulator behaves as Azure does; it shares with the action how the host behaves and what its images load, and nothing else.',
      from: { path: '^emulator/' },
      to: { path: '^src/', pathNot: ['host', 'functions', 'elf', ...ground].map(placeOf) },
    },
    {
      name: 'source-stands-alone',
      severity: 'error',
      comment: 'What is shipped knows nothing of what surrounds it.',
      from: { path: '^src/' },
      to: { path: '^(emulator|scripts|bench|fuzz|__tests__)/' },
    },
    {
      name: 'no-tool-is-shipped',
      severity: 'error',
      comment: 'What is bundled stands in `dependencies`.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    ...Object.entries(libraries).map(([library, place]) => ({
      name: `place-of-${library.replace(/^@/, '').replace('/', '-')}`,
      severity: 'error',
      comment: `${library} is at work in ${place} only.`,
      from: { path: '^src/', pathNot: `^${place}` },
      to: { path: `^node_modules/${library}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
