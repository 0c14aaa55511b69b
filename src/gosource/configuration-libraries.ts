/**
 * Which modules of others read environment variables for the program, so that no call of it names them all. A table;
 * it reads no code.
 */

/** Modules that fill a configuration from the environment whenever they are used. */
const always: readonly string[] = [
  'github.com/kelseyhightower/envconfig',
  'github.com/vrischmann/envconfig',
  'github.com/sethvargo/go-envconfig',
  'github.com/caarlos0/env',
  'github.com/ilyakaznacheev/cleanenv',
  'github.com/joeshaw/envdecode',
  'github.com/Netflix/go-env',
  'github.com/codingconcepts/env',
  'github.com/hashicorp/go-envparse',
  'github.com/gobuffalo/envy',
  'github.com/namsral/flag',
  'github.com/knadh/koanf/providers/env',
  'github.com/knadh/koanf/v2/providers/env',
  // Credentials and endpoints: AZURE_CLIENT_ID, IDENTITY_ENDPOINT, AWS_REGION and their like.
  'github.com/Azure/azure-sdk-for-go/sdk/azidentity',
  'github.com/Azure/go-autorest/autorest/azure/auth',
  'github.com/aws/aws-sdk-go-v2/config',
]

/** Modules that do so only where the program asks for it, and the words by which it asks. */
const onDemand: readonly (readonly [module: string, words: RegExp])[] = [
  ['github.com/spf13/viper', /\.(?:AutomaticEnv|BindEnv|MustBindEnv)\(/],
  ['github.com/peterbourgon/ff', /\bWithEnvVar/],
]

/**
 * Says whether using a package reads variables that no call names.
 *
 * @param path an import path
 * @param text of the file that imports it, or `undefined` when only the path is known
 */
export function readsEnvironment(path: string, text: string | undefined): boolean {
  if (always.some((module) => isOf(path, module))) return true
  return onDemand.some(([module, words]) => isOf(path, module) && (text === undefined || words.test(text)))
}

function isOf(path: string, module: string): boolean {
  return path === module || path.startsWith(`${module}/`)
}
