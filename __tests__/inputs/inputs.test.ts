import { afterEach, describe, expect, it } from 'vitest'
import { ActionError } from '../../src/errors'
import { formerNames } from '../../src/inputs/cloud'
import { failsStep, type Inputs } from '../../src/inputs/inputs'
import { readInputs } from '../../src/inputs/read-inputs'

const setInputs = (values: Record<string, string>): void => {
  for (const [name, value] of Object.entries(values)) process.env[`INPUT_${name.toUpperCase()}`] = value
}
const problemsOf = (values: Record<string, string>): string => {
  setInputs(values)
  try {
    readInputs()
  } catch (error) {
    if (error instanceof ActionError && error.code === 'input-invalid') return error.message
    throw error
  }
  return ''
}

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('INPUT_')) delete process.env[name]
})

describe('readInputs', () => {
  it('has a default for everything', () => {
    const expected: Inputs = {
      model: 'auto',
      workingDirectory: '.',
      mainPackage: '',
      executable: '',
      goarch: 'amd64',
      tags: '',
      ldflags: '',
      buildFlags: [],
      binary: '',
      package: '',
      packageSha256: '',
      include: [],
      compressionLevel: 6,
      failOn: 'error',
      ignoreFindings: [],
      rehearse: 'auto',
      rehearseSettings: {},
      hostImage: 'mcr.microsoft.com/azure-functions/base:4',
      appName: '',
      slotName: '',
      swapWith: '',
      resourceGroup: '',
      clientId: '',
      tenantId: '',
      subscriptionId: '',
      cloud: 'azurecloud',
      environment: '',
      audience: '',
      dryRun: false,
      skipUnchanged: false,
      deployTimeoutMinutes: 15,
      verifyTimeoutMinutes: 5,
      verifyPath: '',
      verifySettleSeconds: undefined,
      verifyCalls: true,
      verifyKeys: true,
      reportFile: '',
      sarifFile: '',
      sbomFile: '',
    }
    expect(readInputs()).toEqual(expected)
  })

  it('trims, splits lines and drops empty ones', () => {
    setInputs({ 'working-directory': '  api ', include: 'static/**\n\n  data/*.json \n' })
    expect(readInputs()).toMatchObject({ workingDirectory: 'api', include: ['static/**', 'data/*.json'] })
  })

  it('is frozen', () => expect(Object.isFrozen(readInputs())).toBe(true))

  it.each([
    [
      { 'app-name': 'a', 'swap-with': 'production' },
      "'swap-with' is 'production', but 'slot-name' is empty: set it to the slot that gets the new package first.",
    ],
    [
      { 'swap-with': 'production' },
      "'swap-with' is 'production', but there is no 'app-name', so nothing is deployed: set it, or remove 'swap-with'.",
    ],
    [
      { 'app-name': 'a', 'slot-name': 'Blue', 'swap-with': 'blue' },
      "'slot-name' is 'Blue', and so is 'swap-with': name another slot, or 'production'.",
    ],
    [
      { 'app-name': 'a', 'slot-name': 'production', 'swap-with': 'blue' },
      "'slot-name' is 'production' and 'swap-with' is 'blue': name the slot in 'slot-name', and 'production' in 'swap-with'. The action verifies the slot before the swap.",
    ],
    [
      { 'app-name': 'a', 'slot-name': 'blue', 'swap-with': 'a/b' },
      "'swap-with' is 'a/b': use letters, digits and hyphens, as in the portal.",
    ],
    [
      { 'skip-unchanged': 'true' },
      "'skip-unchanged' is 'true', but there is no 'app-name', so nothing is deployed: set it, or remove 'skip-unchanged'.",
    ],
    [{ 'app-name': 'a', 'skip-unchanged': 'yes' }, "'skip-unchanged' is 'yes': use 'true' or 'false'."],
    [
      { package: 'a.zip', 'package-sha256': 'abc' },
      "'package-sha256' is 'abc': use the SHA-256 of the zip, 64 hexadecimal digits, as the output 'package-sha256' of the job that made it.",
    ],
    [
      { 'package-sha256': 'A'.repeat(64) },
      `'package-sha256' is '${'a'.repeat(64)}', but 'package' is empty, so there are no bytes to compare: set both, or remove it.`,
    ],
    [
      { 'host-image': 'example.com/host:4' },
      "'host-image' is 'example.com/host:4', but 'rehearse' is 'auto' and no container is started: set rehearse: host, or remove 'host-image'.",
    ],
    [
      { rehearse: 'host', 'host-image': '--privileged' },
      "'host-image' is '--privileged': use the name of an image, for example 'mcr.microsoft.com/azure-functions/base:4'.",
    ],
    [
      { rehearse: 'host', 'host-image': 'host:4 sh' },
      "'host-image' is 'host:4 sh': use the name of an image, for example 'mcr.microsoft.com/azure-functions/base:4'.",
    ],
    [
      { rehearse: 'host', goarch: 'arm64' },
      "'goarch' is 'arm64', but 'rehearse' is 'host' and the image of the Functions host is for amd64 only: remove one of them.",
    ],
    [{ goarch: 'x86' }, "'goarch' is 'x86': use 'amd64' or 'arm64'."],
    [{ 'compression-level': '10' }, "'compression-level' is '10': use a whole number from 0 to 9."],
    [{ 'compression-level': '6.5' }, "'compression-level' is '6.5': use a whole number from 0 to 9."],
    [{ 'fail-on': 'notice' }, "'fail-on' is 'notice': use 'error' or 'warning'."],
    [
      { binary: 'a', package: 'b.zip' },
      "'binary' is 'a' and 'package' is 'b.zip': set one, since a package already holds its binary.",
    ],
    [
      { binary: 'a', tags: 'x' },
      "'tags' is 'x', but 'binary' is set and nothing is built: remove one of them.",
    ],
    [
      { package: 'b.zip', include: 'x' },
      "'include' is 'x', but 'package' is already packed: remove one of them.",
    ],
    [
      { 'app-name': 'a', 'client-id': 'x' },
      "'client-id' is 'x': use the identifier, 32 hexadecimal digits in five groups.\n'client-id' is 'x', but 'tenant-id' or 'subscription-id' is empty: set all three, or none to use the session of azure/login.",
    ],
    [{ 'app-name': '../x' }, "'app-name' is '../x': use letters, digits and hyphens, as in the portal."],
    [
      { 'app-name': 'a', 'resource-group': 'a/b' },
      "'resource-group' is 'a/b': use the name as in the portal.",
    ],
    [
      { 'app-name': 'a', 'verify-path': '//evil.example' },
      "'verify-path' is '//evil.example': use a path that starts with one '/', with its query, without blanks.",
    ],
    [
      { 'slot-name': 'staging' },
      "'slot-name' is 'staging', but there is no 'app-name', so nothing is deployed: set it, or remove 'slot-name'.",
    ],
    [{ 'app-name': 'a', 'dry-run': 'yes' }, "'dry-run' is 'yes': use 'true' or 'false'."],
    [
      { 'app-name': 'a', 'deploy-timeout': '0' },
      "'deploy-timeout' is '0': use a whole number from 1 to 360.",
    ],
    [
      { 'report-file': 'out.json', 'sbom-file': 'out.json' },
      "'sbom-file' is 'out.json', and so is 'report-file': give each its own file.",
    ],
  ])('refuses %j', (values, expected) => expect(problemsOf(values)).toBe(expected))

  it.each([
    [{}, 'azurecloud'],
    [{ cloud: 'azurechinacloud' }, 'azurechinacloud'],
    [{ cloud: 'AzureUSGovernment' }, 'azureusgovernment'],
    [{ environment: 'azureusgovernment' }, 'azureusgovernment'],
    [{ environment: 'AzureChinaCloud' }, 'azurechinacloud'],
    [{ environment: 'AZURECLOUD', cloud: 'azurecloud' }, 'azurecloud'],
  ])('takes %j for the cloud %s', (values, cloud) => {
    setInputs(values)
    expect(readInputs().cloud).toBe(cloud)
  })

  it.each([
    [{ cloud: 'azure' }, "'cloud' is 'azure': use 'azurecloud', 'azureusgovernment' or 'azurechinacloud'."],
    [
      { environment: 'production' },
      "'environment' is 'production', which is no Azure cloud. This input is the former name of 'cloud': use 'azurecloud', 'azureusgovernment' or 'azurechinacloud'. An environment of GitHub is a line of the job, beside 'runs-on', and not an input of this step.",
    ],
    [
      { cloud: 'azurecloud', environment: 'azurechinacloud' },
      "'cloud' is 'azurecloud' and 'environment', its former name, is 'azurechinacloud': remove 'environment'.",
    ],
  ])('refuses %j for the cloud', (values, expected) => expect(problemsOf(values)).toBe(expected))

  it('refuses a publish profile with the way out, and does not repeat it', () => {
    const problem = problemsOf({ 'publish-profile': '<publishData userPWD="canary"/>' })
    expect(problem).toContain("set 'client-id', 'tenant-id' and 'subscription-id', or run azure/login")
    expect(problem).not.toContain('canary')
  })

  it('lists every problem at once', () => {
    expect(problemsOf({ goarch: 'mips', 'fail-on': 'never' }).split('\n')).toHaveLength(2)
  })
})

describe('formerNames', () => {
  it('says the new name of an input, and nothing when the former one is not used', () => {
    expect(formerNames('')).toEqual([])
    expect(formerNames('AzureUSGovernment')).toEqual([
      expect.objectContaining({
        code: 'input-renamed',
        severity: 'notice',
        hint: 'Write cloud: azureusgovernment',
      }),
    ])
  })
})

describe('failsStep', () => {
  it.each([
    ['error', 'error', true],
    ['warning', 'error', false],
    ['warning', 'warning', true],
    ['notice', 'warning', false],
  ] as const)('%s with fail-on %s: %s', (severity, failOn, expected) => {
    expect(failsStep(severity, failOn)).toBe(expected)
  })
})
