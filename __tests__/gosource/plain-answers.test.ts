import { describe, expect, it } from 'vitest'
import { plainAnswerTo } from '../../src/gosource/plain-answers'
import { anApp, aProject } from '../checks/folder'

const answerOf = async (statements: string, more = '') => {
  const main = `package main\n\nimport "net/http"\n\nfunc main() {\n${statements}\n}\n\n${more}\n`
  return plainAnswerTo((await aProject(anApp({ 'main.go': main }))).go, '/Job')
}

describe('handlers that surely answer no JSON', () => {
  it.each([
    [
      'a literal',
      'http.HandleFunc("/Job", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "done") })',
      '',
      'text',
    ],
    [
      'a declared one',
      'mux.HandleFunc("POST /Job", job)',
      'func job(w http.ResponseWriter, r *http.Request) {\n\tlog.Println("x")\n\tw.Write([]byte("{}"))\n}',
      'text',
    ],
    [
      'nothing written',
      'http.HandleFunc("/Job", job)',
      'func job(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(200) }',
      'empty',
    ],
  ])('%s', async (_name, statements, more, kind) => {
    expect(await answerOf(statements, more)).toMatchObject({ kind, file: 'app/main.go' })
  })

  it.each([
    [
      'a header',
      'http.HandleFunc("/Job", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Type", "application/json"); fmt.Fprint(w, "{}") })',
      '',
    ],
    [
      'an encoder',
      'http.HandleFunc("/Job", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(x) })',
      '',
    ],
    [
      'a function that gets the writer',
      'http.HandleFunc("/Job", func(w http.ResponseWriter, r *http.Request) { reply(w) })',
      '',
    ],
    [
      'another path',
      'http.HandleFunc("/Other", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "x") })',
      '',
    ],
    [
      'a wrapped handler',
      'http.HandleFunc("/Job", logged(job))',
      'func job(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "x") }',
    ],
    [
      'something around it',
      'http.HandleFunc("/Job", job)',
      'func job(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "x") }\nfunc around() { next.ServeHTTP(w, r) }',
    ],
  ])('leaves %s in doubt', async (_name, statements, more) => {
    expect(await answerOf(statements, more)).toBeUndefined()
  })
})
