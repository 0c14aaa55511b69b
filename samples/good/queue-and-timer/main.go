// A custom handler for triggers other than HTTP: the host posts each invocation to /<FunctionName>.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /ResizeImage", invocation(resizeImage))
	mux.HandleFunc("POST /Sweep", invocation(sweep))
	log.Fatal(http.ListenAndServe(listenAddress(), mux))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

func resizeImage(request invocationRequest) (invocationResponse, error) {
	// A queue message is a JSON string inside the JSON of the invocation.
	var message string
	if err := json.Unmarshal(request.Data["job"], &message); err != nil {
		return invocationResponse{}, fmt.Errorf("reading the message: %w", err)
	}
	return invocationResponse{
		Outputs: map[string]any{"done": "resized " + message},
		Logs:    []string{"resized one image"},
	}, nil
}

func sweep(request invocationRequest) (invocationResponse, error) {
	var timer struct{ IsPastDue bool }
	if err := json.Unmarshal(request.Data["timer"], &timer); err != nil {
		return invocationResponse{}, fmt.Errorf("reading the timer: %w", err)
	}
	return invocationResponse{Logs: []string{fmt.Sprintf("swept, late: %t", timer.IsPastDue)}}, nil
}
