/** Changes what a service answers, so that it can be seen whether anybody notices. Knows no answer itself. */
import type { Answer, Service, WebRequest } from './service'

export type Mutation = (service: string, request: WebRequest, answer: Answer) => Answer | Promise<Answer>

/** @param mutation of the answers; early ones, from the head alone, stay as they are. A changed body has its own length. */
export function mutated(service: Service, mutation: Mutation | undefined): Service {
  if (mutation === undefined) return service
  const { early } = service
  return {
    name: service.name,
    ...(early === undefined ? {} : { early: early.bind(service) }),
    handle: async (request) => {
      const answer = await service.handle(request)
      const changed = await mutation(service.name, request, answer)
      if (changed === answer) return answer
      const { 'content-length': _, ...headers } = changed.headers ?? {}
      return { ...changed, headers }
    },
  }
}
