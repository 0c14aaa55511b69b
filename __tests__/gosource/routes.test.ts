import { describe, expect, it } from 'vitest'
import { answersTo } from '../../src/checks/program/route-match'
import { goRoutesOf } from '../../src/gosource/routes'
import { anApp, aProject } from '../checks/folder'

/** An app whose main holds these statements and whose file has these imports and further declarations. */
async function routesOf(statements: string, imports: readonly string[] = ['net/http'], more = '') {
  const lines = imports.map((path) => `import "${path}"`).join('\n')
  const main = `package main\n\n${lines}\n\nfunc main() {\n${statements}\n}\n\n${more}\n`
  return goRoutesOf((await aProject(anApp({ 'main.go': main }))).go)
}

const gin = ['github.com/gin-gonic/gin']
const chi = ['github.com/go-chi/chi/v5', 'net/http']
const mux = ['github.com/gorilla/mux', 'net/http']
const echo = ['github.com/labstack/echo/v4']
const fiber = ['github.com/gofiber/fiber/v2']

describe('routes that the code tells', () => {
  it.each([
    ['net/http', 'http.HandleFunc("/api/Hello", f)', ['net/http'], '/api/hello'],
    [
      'a method pattern',
      'm := http.NewServeMux(); m.HandleFunc("GET /api/x/{id}", f)',
      ['net/http'],
      '/api/x/{key}',
    ],
    ['a host pattern', 'm.Handle("GET example.com/api/x", f)', ['net/http'], '/api/x'],
    ['a subtree', 'http.HandleFunc("/api/", f)', ['net/http'], '/api/anything/below'],
    ['the catch-all', 'http.HandleFunc("/", f)', ['net/http'], '/api/x'],
    ['a rest wildcard', 'http.HandleFunc("/api/{rest...}", f)', ['net/http'], '/api/a/b'],
    ['a constant', 'const path = "/api/x"; http.HandleFunc(path, f)', ['net/http'], '/api/x'],
    ['a sum', 'const base = "/api"; http.HandleFunc(base + "/x", f)', ['net/http'], '/api/x'],
    [
      'a stripped prefix',
      'http.Handle("/api/", http.StripPrefix("/api", m)); m.HandleFunc("/x", f)',
      ['net/http'],
      '/api/x',
    ],
    ['a wrapped handler', 'http.Handle("/api/x", logged(http.HandlerFunc(f)))', ['net/http'], '/api/x'],
    [
      'gin groups',
      'r := gin.New(); a := r.Group("/api"); b := a.Group("/v1"); b.GET("/x/:id", f)',
      gin,
      '/api/v1/x/{id}',
    ],
    ['gin matches', 'r.Match([]string{"GET", "POST"}, "/api/x", f)', gin, '/api/x'],
    ['chi routes', 'r.Route("/api", func(r chi.Router) { r.Get("/{id}", f) })', chi, '/api/x'],
    ['chi methods', 'r.MethodFunc("GET", "/api/x", f)', chi, '/api/x'],
    ['chi mounts', 'r.Mount("/api", sub); sub.Get("/x", f)', chi, '/api/x'],
    [
      'chi groups without a path',
      'r.Group(func(r chi.Router) { r.Use(m); r.Get("/api/x", f) })',
      chi,
      '/api/x',
    ],
    [
      'gorilla',
      's := r.PathPrefix("/api").Subrouter(); s.HandleFunc("/{id:[0-9]+}", f)',
      mux,
      '/api/{id:int}',
    ],
    ['gorilla paths', 'r.Path("/api/x").Methods("GET").HandlerFunc(f)', mux, '/api/x'],
    ['gorilla prefixes', 'r.PathPrefix("/api").Handler(h)', mux, '/api/x/y'],
    ['echo', 'e.Add("GET", "/api/x", f)', echo, '/api/x'],
    ['fiber', 'app.Group("/api").Get("/x/:id?", f)', fiber, '/api/x'],
    ['an optional parameter', 'http.HandleFunc("/api/x", f)', ['net/http'], '/api/x/{id?}'],
    ['a catch-all route', 'http.HandleFunc("/api/x/y", f)', ['net/http'], '/api/{*rest}'],
    [
      'http.NotFound',
      'http.HandleFunc("/api/x", func(w W, r *R) { http.NotFound(w, r) })',
      ['net/http'],
      '/api/x',
    ],
  ])('matches %s', async (_, statements, imports, path) => {
    const routes = await routesOf(statements, imports)
    expect(routes).toBeDefined()
    expect(routes !== undefined && answersTo(routes)(path)).toBe(true)
  })

  it.each([
    ['another path', 'http.HandleFunc("/x", f)', ['net/http'], '/api/x'],
    ['a comment', 'http.HandleFunc("/y", f) // http.HandleFunc("/api/x", f)', ['net/http'], '/api/x'],
    ['the exact root', 'http.HandleFunc("/{$}", f)', ['net/http'], '/api/x'],
    ['a longer pattern', 'http.HandleFunc("/api/x/y", f)', ['net/http'], '/api/x'],
    ['a shorter pattern', 'http.HandleFunc("/api", f)', ['net/http'], '/api/x'],
    [
      'a header called like a route',
      'http.HandleFunc("/y", f); r.Header.Get("/api/x")',
      ['net/http'],
      '/api/x',
    ],
    ['the root of gin', 'r.GET("/", f)', gin, '/api/x'],
    ['another group', 'r.Group("/v1").GET("/x", f)', gin, '/api/x'],
  ])('does not match %s', async (_, statements, imports, path) => {
    const routes = await routesOf(statements, imports)
    expect(routes).toBeDefined()
    expect(routes !== undefined && answersTo(routes)(path)).toBe(false)
  })
})

describe('code that does not tell its routes', () => {
  it.each([
    ['a path in a variable', 'for path, h := range handlers { http.HandleFunc(path, h) }'],
    ['a computed path', 'http.HandleFunc(fmt.Sprintf("/api/%s", name), f)'],
    ['a constant that is set twice', 'path := "/a"; path = "/b"; http.HandleFunc(path, f)'],
    ['a look at the path', 'http.HandleFunc("/x", func(w W, r *R) { switch r.URL.Path {} })'],
    ['a handler of its own', 'http.HandleFunc("/x", f)', 'func (s *server) ServeHTTP(w W, r *R) {}'],
    ['a function as handler', 'http.HandleFunc("/x", f); http.ListenAndServe(addr, http.HandlerFunc(f))'],
    ['a proxy', 'http.HandleFunc("/x", f); p := &httputil.ReverseProxy{}'],
    ['no registration', 'http.ListenAndServe(addr, nil)'],
  ])('is silent on %s', async (_, statements, more = '') => {
    expect(await routesOf(statements, ['net/http'], more)).toBeUndefined()
  })

  it.each([
    ['an unknown module', 'http.HandleFunc("/x", f)', ['net/http', 'github.com/danielgtaylor/huma/v2']],
    ['a router with a path in a variable', 'r.GET(path, f); r.GET("/x", f)', gin],
    ['a handler for the rest', 'r.GET("/x", f); r.NoRoute(f)', gin],
    ['chi with a handler for the rest', 'r.Get("/x", f); r.NotFound(f)', chi],
  ])('is silent on %s', async (_, statements, imports) => {
    expect(await routesOf(statements, imports)).toBeUndefined()
  })
})
