import { bindings, bundle, type Case, host, main, response } from './case'

const hello = 'Hello/function.json'
const withPrefix = (prefix: string) => host(`"extensions": { "http": { "routePrefix": "${prefix}" } }`)
const queue = bindings('{ "type": «"queueTrigger", "name": "item", "queueName": "work" }')
const router = (path: string, ...lines: readonly string[]) => ({
  'go.mod': `module example.com/app\n\ngo 1.22\n\nrequire ${path} v1.0.0\n`,
  'go.sum': '',
  'main.go': `package main\n\nimport (\n\t"os"\n\n\t"${path}"\n)\n\nfunc main() {\n\t${lines.join('\n\t')}\n\tlisten(os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"))\n}\n`,
})

/** Bad projects of the checks that read Go code. */
export const goCodeCases: readonly Case[] = [
  {
    code: 'forwarding-not-applied',
    severity: 'warning',
    files: {
      'host.json': host(bundle),
      [hello]: bindings(
        '{ "type": «"httpTrigger", "name": "req" }',
        response,
        '{ "type": "queue", "direction": "out", "name": "out", "queueName": "q" }',
      ),
    },
    message:
      "Function 'Hello' has 3 bindings, so the host does not forward its requests. It posts the invocation as JSON to '/Hello', but the Go code does not register this path.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: { 'main.go': main('http.HandleFunc(«"/Hello", nil)') },
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path. It registers '/Hello'.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: { 'main.go': main('http.HandleFunc(«"GET /hello/{$}", nil)').replace('/{$}', '') },
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path. It registers 'GET /hello'.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: { 'main.go': main('const base = "/v1"', 'http.HandleFunc(«base+"/Hello", nil)') },
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path. It registers '/v1/Hello'.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: {
      [hello]: bindings('{ "type": «"httpTrigger", "name": "req" }', response),
      'main.go': main('http.HandleFunc("/api/other", nil)', '// http.HandleFunc("/api/Hello", nil)'),
    },
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: { 'host.json': withPrefix(''), 'main.go': main('http.HandleFunc(«"/api/Hello", nil)') },
    message:
      "The host forwards requests of function 'Hello' to '/Hello', but the Go code does not register this path. It registers '/api/Hello'.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: router(
      'github.com/gin-gonic/gin',
      'r := gin.Default()',
      'v1 := r.Group("/v1")',
      'v1.GET(«"/Hello", hello)',
    ),
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path. It registers '/Hello'.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: router(
      'github.com/go-chi/chi/v5',
      'r := chi.NewRouter()',
      'r.Get("/", root)',
      'r.Get(«"/Hello", hello)',
    ),
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path. It registers '/Hello'.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: router('github.com/labstack/echo/v4', 'e := echo.New()', 'e.GET(«"/hello", hello)'),
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path. It registers '/hello'.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: router('github.com/gofiber/fiber/v2', 'app := fiber.New()', 'app.Get(«"/hello", hello)'),
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path. It registers '/hello'.",
  },
  {
    code: 'route-not-registered',
    severity: 'warning',
    files: router(
      'github.com/gorilla/mux',
      'r := mux.NewRouter()',
      's := r.PathPrefix("/app").Subrouter()',
      's.HandleFunc(«"/Hello", hello).Methods("GET")',
    ),
    message:
      "The host forwards requests of function 'Hello' to '/api/Hello', but the Go code does not register this path. It registers '/Hello'.",
  },
  {
    code: 'invocation-not-registered',
    severity: 'warning',
    files: {
      'host.json': host(bundle),
      'Work/function.json': queue,
      'main.go': main('http.HandleFunc("/api/Hello", nil)', 'http.HandleFunc("/api/Work", nil)'),
    },
    message:
      "The host posts the invocations of function 'Work' (queueTrigger) to '/Work', but the Go code does not register this path.",
  },
]
