// A custom handler with one HTTP function, written with the standard library only.
// It has no go.mod: `go build handler.go` is enough.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/api/HttpExample", greet)
	address := "127.0.0.1:" + port()
	log.Printf("listening on %s", address)
	log.Fatal(http.ListenAndServe(address, nil))
}

// port is where the Functions host expects the handler; 8080 is for a start by hand.
func port() string {
	if value, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return value
	}
	return "8080"
}

func greet(response http.ResponseWriter, request *http.Request) {
	response.Header().Set("Content-Type", "text/plain; charset=utf-8")
	name := request.URL.Query().Get("name")
	if name == "" {
		fmt.Fprintln(response, "Hello! Add ?name=… to be greeted by name.")
		return
	}
	fmt.Fprintf(response, "Hello, %s!\n", name)
}
