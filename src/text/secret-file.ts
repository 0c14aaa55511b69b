/** Files that usually hold secrets, by their names. A package never holds one. */

const secretRules: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'a file of local app settings, with connection strings', pattern: /^local\.settings\.json$/i },
  { kind: 'an environment file', pattern: /^\.env/i },
  { kind: 'a key or certificate store', pattern: /\.(?:pem|key|pfx|p12|ppk|jks|keystore|p8)$/i },
  { kind: 'an SSH private key', pattern: /^id_(?:rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)$/i },
  { kind: 'publishing credentials', pattern: /\.publishsettings$/i },
  {
    kind: 'a credentials file',
    pattern: /^(?:\.git-credentials|\.netrc|_netrc|\.npmrc|\.pypirc|\.pgpass)$/i,
  },
]

/**
 * What kind of secret a file of this name usually holds.
 *
 * @param path relative path with forward slashes
 * @returns the kind in words, undefined when the name is harmless
 */
export function secretKind(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return secretRules.find((rule) => rule.pattern.test(name))?.kind
}
