// A custom handler behind enableProxyingHttpRequest: answers are streamed, and so are request bodies.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/ticks", ticks)
	mux.HandleFunc("PUT /api/files/{path...}", upload)
	log.Fatal(http.ListenAndServe(listenAddress(), mux))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

// ticks sends three server-sent events, each as soon as it happens.
func ticks(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	stream := http.NewResponseController(w)
	for tick := 1; tick <= 3; tick++ {
		fmt.Fprintf(w, "data: tick %d\n\n", tick)
		if err := stream.Flush(); err != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// upload reads a body of any length without keeping it.
func upload(w http.ResponseWriter, r *http.Request) {
	size, err := io.Copy(io.Discard, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "%s: %d bytes\n", r.PathValue("path"), size)
}
