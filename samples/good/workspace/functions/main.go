// A custom handler in a workspace: its module uses another module of the same repository.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"example.com/greeting"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/greet", greet)
	mux.HandleFunc("GET /api/greet/{name}", greet)
	log.Fatal(http.ListenAndServe(listenAddress(), mux))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

func greet(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, greeting.For(r.PathValue("name")))
}
