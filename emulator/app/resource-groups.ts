/**
 * The resource groups, with what is in them besides apps, and the deployments of templates.
 * Remembers; what is done with them is elsewhere.
 */

/** A resource that is only listed: nothing of it runs here. */
export interface ListedResource {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly location: string
  readonly kind?: string
  readonly tags?: Readonly<Record<string, string>>
}

export interface TemplateDeployment {
  readonly name: string
  readonly startedAtMs: number
  readonly parameters: Readonly<Record<string, unknown>>
  state: 'Accepted' | 'Running' | 'Succeeded' | 'Failed'
  endedAtMs: number | undefined
  outputs: Readonly<Record<string, unknown>>
  resources: readonly string[]
  error: { readonly code: string; readonly message: string } | undefined
}

export interface ResourceGroup {
  readonly name: string
  readonly location: string
  tags: Readonly<Record<string, string>>
  isDeleting: boolean
  resources: readonly ListedResource[]
  readonly deployments: Map<string, TemplateDeployment>
}

export class ResourceGroups {
  readonly #groups = new Map<string, ResourceGroup>()
  /** Deletions by operation id, true when done. */
  readonly deletions = new Map<string, boolean>()

  find(name: string): ResourceGroup | undefined {
    return this.#groups.get(name.toLowerCase())
  }

  add(name: string, location: string, tags: Readonly<Record<string, string>>): ResourceGroup {
    const group = {
      name,
      location,
      tags,
      isDeleting: false,
      resources: [],
      deployments: new Map<string, TemplateDeployment>(),
    }
    this.#groups.set(name.toLowerCase(), group)
    return group
  }

  remove(name: string): void {
    this.#groups.delete(name.toLowerCase())
  }
}
