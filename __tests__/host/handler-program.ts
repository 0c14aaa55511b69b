/**
 * One real Go program that behaves as its first argument says, and apps around it. With a file `routes.txt`
 * beside host.json it answers the paths in it, one a line; `*` stands for every path and for the contract.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const source = String.raw`package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func answer(contentType, body string, status int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if contentType != "" {
			w.Header().Set("Content-Type", contentType)
		}
		w.WriteHeader(status)
		io.WriteString(w, body)
	}
}

func echo(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]any{
		"method": r.Method, "uri": r.RequestURI, "headers": r.Header, "host": r.Host,
		"body": string(body), "environment": os.Environ(), "arguments": os.Args[1:],
	})
}

func contractEcho(w http.ResponseWriter, r *http.Request) {
	var received map[string]any
	json.NewDecoder(r.Body).Decode(&received)
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]any{
		"Outputs": map[string]any{"res": map[string]any{
			"statusCode": 201, "headers": map[string]string{"X-Made": "yes"}, "body": received}},
		"Logs": []string{"seen " + r.URL.Path}, "ReturnValue": nil})
}

// Holds the port on IPv4 without listening, or the port could go to another handler that does listen there.
func hold(port string) {
	number, err := strconv.Atoi(port)
	if err != nil {
		log.Fatal(err)
	}
	socket, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0)
	if err != nil {
		log.Fatal(err)
	}
	if err := syscall.Bind(socket, &syscall.SockaddrInet4{Port: number, Addr: [4]byte{127, 0, 0, 1}}); err != nil {
		log.Fatal(err)
	}
}

var known []string

func onlyKnown(w http.ResponseWriter, r *http.Request) {
	for _, path := range known {
		if path == r.URL.Path {
			io.WriteString(w, "hello")
			return
		}
		if path == "*" && strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
			answer("application/json", "{\"Outputs\":{\"res\":{\"statusCode\":202}},\"Logs\":[],\"ReturnValue\":null}", 200)(w, r)
			return
		}
		if path == "*" {
			io.WriteString(w, "hello")
			return
		}
	}
	http.NotFound(w, r)
}

func main() {
	mode := "good"
	if len(os.Args) > 1 {
		mode = os.Args[1]
	}
	if listed, err := os.ReadFile(os.Getenv("FUNCTIONS_APP_ROOT_PATH") + "/routes.txt"); err == nil {
		mode = "routes"
		known = strings.Split(string(listed), "\n")
	}
	port := os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")
	address := "127.0.0.1:" + port
	mux := http.NewServeMux()
	mux.HandleFunc("/api/hello", echo)
	const ok = "{\"Outputs\":{},\"Logs\":[],\"ReturnValue\":null}"
	switch mode {
	case "exits-one":
		fmt.Fprintln(os.Stderr, "first line")
		log.Fatal("cannot open templates/index.html")
	case "exits-zero":
		return
	case "panics":
		panic("boom at start")
	case "needs-setting":
		log.Fatal("environment variable COSMOS_KEY is required")
	case "writes":
		if err := os.WriteFile("cache.db", nil, 0o644); err != nil {
			log.Fatal(err)
		}
	case "connects":
		if _, err := net.Dial("tcp", "192.0.2.1:5432"); err != nil {
			log.Fatal("cannot reach the database: ", err)
		}
	case "resolves":
		if _, err := net.LookupHost("db.example.com"); err != nil {
			log.Fatal(err)
		}
	case "restarts":
		os.Exit(200)
	case "never-listens":
		hold(port)
		time.Sleep(time.Hour)
	case "other-port":
		hold(port)
		address = "127.0.0.1:0"
	case "legacy-port":
		address = "127.0.0.1:" + os.Getenv("FUNCTIONS_HTTPWORKER_PORT")
	case "other-address":
		hold(port)
		address = "127.0.0.2:" + port
	case "ipv6":
		hold(port)
		address = "[::1]:" + port
	case "slow":
		time.Sleep(10200 * time.Millisecond)
	case "exits-after-ready":
		time.AfterFunc(300*time.Millisecond, func() { os.Exit(0) })
	case "exits-after-root":
		mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
			time.AfterFunc(50*time.Millisecond, func() { os.Exit(0) })
		})
	case "hangs":
		mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { time.Sleep(time.Hour) })
	case "no-prefix":
		mux = http.NewServeMux()
		mux.HandleFunc("/hello", echo)
	case "no-route":
		mux = http.NewServeMux()
	case "own-404":
		mux.HandleFunc("/api/items/", answer("application/json", "{\"error\":\"no item\"}", 404))
	case "router-404":
		mux.HandleFunc("/api/items/", http.NotFound)
	case "answers-500":
		mux = http.NewServeMux()
		mux.HandleFunc("/api/hello", answer("text/plain", "no such table: users", 500))
	case "answers-500-once":
		mux.HandleFunc("/api/other", answer("text/plain", "no such table: users", 500))
	case "panics-on-call":
		mux = http.NewServeMux()
		mux.HandleFunc("/api/hello", func(w http.ResponseWriter, r *http.Request) {
			var found map[string]int
			found["x"] = 1
		})
	case "waits-on-call":
		mux = http.NewServeMux()
		mux.HandleFunc("/api/hello", func(w http.ResponseWriter, r *http.Request) {
			log.Print("asking the printer")
			time.Sleep(time.Hour)
		})
	case "waits-on-one-call":
		mux.HandleFunc("/api/other", func(w http.ResponseWriter, r *http.Request) { time.Sleep(time.Hour) })
	case "breaks-on-call":
		mux = http.NewServeMux()
		mux.HandleFunc("/api/hello", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	case "streams":
		mux.HandleFunc("/api/hello/", func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "first")
			w.(http.Flusher).Flush()
			time.Sleep(time.Hour)
		})
	case "contract-waits":
		mux.HandleFunc("/Job", func(w http.ResponseWriter, r *http.Request) { time.Sleep(time.Hour) })
	case "waits-for-database":
		hold(port)
		for {
			_, err := net.DialTimeout("tcp", "192.0.2.1:5432", time.Second)
			log.Print("the database is not there yet: ", err)
			time.Sleep(200 * time.Millisecond)
		}
	case "one-item":
		mux.HandleFunc("/api/items/a", echo)
	case "needs-storage":
		if os.Getenv("AzureWebJobsStorage") == "" {
			log.Fatal("no storage")
		}
	case "crashes-once":
		mux.HandleFunc("/api/crash", func(w http.ResponseWriter, r *http.Request) { log.Fatal("no memory left") })
	case "dies-later":
		time.AfterFunc(1500*time.Millisecond, func() { log.Fatal("lease lost") })
	case "writes-late":
		if err := os.WriteFile("cache.db", nil, 0o644); err != nil {
			log.Print(err)
		}
	case "reads-file":
		if _, err := os.ReadFile("templates/index.html"); err != nil {
			log.Fatal(err)
		}
	case "prints-setting":
		log.Fatal("cannot connect to " + os.Getenv("DATABASE_URL"))
	case "crashes-on-call":
		mux = http.NewServeMux()
		mux.HandleFunc("/api/hello", func(w http.ResponseWriter, r *http.Request) { log.Fatal("no memory left") })
	case "chatty":
		for i := 0; i < 60000; i++ {
			fmt.Fprintln(os.Stderr, strings.Repeat("x", 100), i)
		}
	case "spawns":
		child := exec.Command("/bin/sleep", "300")
		child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		if err := child.Start(); err != nil {
			log.Fatal(err)
		}
		fmt.Println("child", child.Process.Pid)
	case "routes":
		mux = http.NewServeMux()
		mux.HandleFunc("/", onlyKnown)
	case "contract-echo":
		mux.HandleFunc("/Job", contractEcho)
	case "contract-good":
		mux.HandleFunc("/Job", answer("application/json", ok, 200))
	case "contract-empty":
		mux.HandleFunc("/Job", answer("application/json", "", 200))
	case "contract-text":
		mux.HandleFunc("/Job", answer("", ok, 200))
	case "contract-not-json":
		mux.HandleFunc("/Job", answer("application/json", "done", 200))
	case "contract-bad-output":
		mux.HandleFunc("/Job", answer("application/json", "{\"Outputs\":{\"res\":\"hello\"}}", 200))
	case "contract-500":
		mux.HandleFunc("/Job", answer("text/plain", "no", 500))
	case "contract-redirects":
		mux.HandleFunc("/Job", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/Job/", 307) })
		mux.HandleFunc("/Job/", contractEcho)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(listener, mux))
}
`

/** An app around the program, in a temporary folder that `remove` deletes. */
export interface TestApp {
  readonly folder: string
  remove(): void
}

export interface TestAppOptions {
  /** First argument of the program. */
  readonly mode?: string
  readonly hostJson?: unknown
  /** Merged into `customHandler`. */
  readonly customHandler?: Readonly<Record<string, unknown>>
  readonly functions?: Readonly<Record<string, unknown>>
  /** Mode bits of the program; 0 leaves the program out. */
  readonly fileMode?: number
}

/**
 * Builds the program once, statically, into a temporary folder.
 *
 * @returns the program's path
 */
export function buildHandlerProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handler-program-'))
  writeFileSync(join(folder, 'go.mod'), 'module example.com/handler\n\ngo 1.18\n')
  writeFileSync(join(folder, 'main.go'), source)
  execFileSync('go', ['build', '-o', 'handler', '.'], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
  })
  return join(folder, 'handler')
}

export const httpFunction = (route?: string, methods: readonly string[] = ['get']) => ({
  bindings: [
    { type: 'httpTrigger', direction: 'in', name: 'req', methods, ...(route === undefined ? {} : { route }) },
    { type: 'http', direction: 'out', name: 'res' },
  ],
})

export const timerFunction = {
  bindings: [{ type: 'timerTrigger', direction: 'in', name: 'timer', schedule: '0 */5 * * * *' }],
}

/**
 * Writes an app whose handler behaves as asked.
 *
 * @param program the program's path
 * @param options behaviour and configuration; a forwarding app with one function `hello` by default
 * @returns the app
 */
export function anApp(program: string, options: TestAppOptions = {}): TestApp {
  const folder = mkdtempSync(join(tmpdir(), 'handler-app-'))
  const {
    mode = 'good',
    customHandler = {},
    functions = { hello: httpFunction() },
    fileMode = 0o755,
  } = options
  const hostJson = options.hostJson ?? {
    version: '2.0',
    customHandler: {
      description: { defaultExecutablePath: 'handler', arguments: [mode] },
      enableForwardingHttpRequest: true,
      ...customHandler,
    },
  }
  writeFileSync(join(folder, 'host.json'), typeof hostJson === 'string' ? hostJson : JSON.stringify(hostJson))
  if (fileMode !== 0) {
    copyFileSync(program, join(folder, 'handler'))
    chmodSync(join(folder, 'handler'), fileMode)
  }
  for (const [name, content] of Object.entries(functions)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'function.json'), JSON.stringify(content))
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
