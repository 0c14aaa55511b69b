/** Changes what a service answers, so that it can be seen whether anybody notices. Knows no answer itself. */
import type { Answer, Service, WebRequest } from './service'

export type Mutation = (service: string, request: WebRequest, answer: Answer) => Answer | Promise<Answer>

/** @param mutation of the answers; early ones, from the head alone, stay as they are */
export function mutated(service: Service, mutation: Mutation | undefined): Service {
  if (mutation === undefined) return service
  const { early } = service
  return {
    name: service.name,
    ...(early === undefined ? {} : { early: early.bind(service) }),
    handle: async (request) => mutation(service.name, request, await service.handle(request)),
  }
}
