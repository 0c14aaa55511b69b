// The handler that works on the developer's machine and not in Azure.
//
// Nothing here says so, but os/user and net use the C library when cgo is on, and cgo is on by default on a
// Linux machine with a C compiler. Then
//
//	CGO_ENABLED=1 go build handler.go
//
// makes a program that asks for a program interpreter and for libc.so.6 of the machine it was built on.
// The same file without cgo is static:
//
//	CGO_ENABLED=0 go build handler.go
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"os/user"
)

func main() {
	http.HandleFunc("/api/WhoAmI", func(response http.ResponseWriter, _ *http.Request) {
		current, err := user.Current()
		if err != nil {
			http.Error(response, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintf(response, "The handler runs as %s.\n", current.Username)
	})
	port := os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+port, nil))
}
