// The handler of three functions: one that the Functions host forwards HTTP requests to, and two that it
// calls with its own JSON.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/multi-function/internal/contract"
	"example.com/multi-function/internal/functions"
)

func main() {
	mux := http.NewServeMux()
	// With an HTTP trigger and an HTTP output only, a request arrives as the client sent it.
	mux.HandleFunc("/api/greetings/", functions.Greet)
	// Everything else arrives as POST to the name of the function's folder.
	mux.Handle("/OrderReceived", contract.Handler(functions.ReceiveOrder))
	mux.Handle("/NightlyCleanup", contract.Handler(functions.CleanUp))

	port := os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+port, mux))
}
