/**
 * The one program of the scenarios: it behaves as the file beside it says. Text of Go and the shape of that file; what
 * is done with them is elsewhere.
 */

/** What a path is answered with. */
export interface Reply {
  readonly status: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly panics?: boolean
  readonly hangs?: boolean
}

/** What the program does, in milliseconds. */
export interface Behaviour {
  /** Before it listens. */
  readonly startsAfterMs?: number
  /** After it began to listen, or before when `neverListens`; absent: it lives. */
  readonly diesAfterMs?: number
  readonly neverListens?: boolean
  readonly exitCode?: number
  /** The last line on standard error. */
  readonly lastWords?: string
  /** It ends by a panic and not by `exitCode`. */
  readonly endsByPanic?: boolean
  /** It ends unless this variable is set. */
  readonly needs?: string
  /** It creates this file as it starts, and ends when it cannot. */
  readonly writes?: string
  /** By path; a path that ends with a slash is answered with all below it. Others are 404, as Go's router says it. */
  readonly answers?: Readonly<Record<string, Reply>>
}

/** Where it differs in Azure, what is said there wins. */
export interface PlacedBehaviour extends Behaviour {
  readonly inAzure?: Behaviour
}

export const behaviourFile = 'behaviour.json'
/** App settings of every scenario have it, so that the program knows where it is. */
export const placeSetting = 'PROMISE_PLACE'

export const programSource = `package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

type reply struct {
	Status  int
	Body    string
	Headers map[string]string
	Panics  bool
	Hangs   bool
}

type behaviour struct {
	StartsAfterMs int
	DiesAfterMs   *int
	NeverListens  bool
	ExitCode      int
	LastWords     string
	EndsByPanic   bool
	Needs         string
	Writes        string
	Answers       map[string]reply
	InAzure       json.RawMessage
}

func main() {
	text, err := os.ReadFile("${behaviourFile}")
	if err != nil {
		panic(err)
	}
	does := behaviour{}
	if err := json.Unmarshal(text, &does); err != nil {
		panic(err)
	}
	if os.Getenv("${placeSetting}") == "azure" && len(does.InAzure) > 0 {
		if err := json.Unmarshal(does.InAzure, &does); err != nil {
			panic(err)
		}
	}
	if does.Needs != "" && os.Getenv(does.Needs) == "" {
		fmt.Fprintf(os.Stderr, "environment variable %s is not set\\n", does.Needs)
		os.Exit(1)
	}
	if does.Writes != "" {
		if err := os.WriteFile(does.Writes, []byte("x"), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	time.Sleep(time.Duration(does.StartsAfterMs) * time.Millisecond)
	if does.NeverListens {
		end(does)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"))
	if err != nil {
		panic(err)
	}
	if does.DiesAfterMs != nil {
		go end(does)
	}
	panic(http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer(does, w, r)
	})))
}

func end(does behaviour) {
	if does.DiesAfterMs != nil {
		time.Sleep(time.Duration(*does.DiesAfterMs) * time.Millisecond)
	}
	if does.EndsByPanic {
		panic(does.LastWords)
	}
	if does.LastWords != "" {
		fmt.Fprintln(os.Stderr, does.LastWords)
	}
	os.Exit(does.ExitCode)
}

func answer(does behaviour, w http.ResponseWriter, r *http.Request) {
	found, isKnown := does.Answers[r.URL.Path]
	for path, each := range does.Answers {
		if !isKnown && strings.HasSuffix(path, "/") && strings.HasPrefix(r.URL.Path, path) {
			found, isKnown = each, true
		}
	}
	if !isKnown {
		http.NotFound(w, r)
		return
	}
	if found.Panics {
		go panic("the request is too much: " + r.URL.Path)
		select {}
	}
	if found.Hangs {
		select {}
	}
	for name, value := range found.Headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(found.Status)
	fmt.Fprint(w, found.Body)
}
`
