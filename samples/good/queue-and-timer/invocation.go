package main

import (
	"encoding/json"
	"log"
	"net/http"
)

// invocationRequest is what the host posts: the values of the input bindings and what is known about them.
type invocationRequest struct {
	Data     map[string]json.RawMessage
	Metadata map[string]json.RawMessage
}

// invocationResponse is what the host expects back, as application/json.
type invocationResponse struct {
	Outputs     map[string]any
	Logs        []string
	ReturnValue any
}

// invocation wraps a function in the contract with the host. A failed invocation answers 500, so that the
// host counts it as failed and tries a queue message again.
func invocation(function func(invocationRequest) (invocationResponse, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var request invocationRequest
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		response, err := function(request)
		if err != nil {
			log.Printf("%s: %v", r.URL.Path, err)
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		if err := json.NewEncoder(w).Encode(response); err != nil {
			log.Printf("writing the answer: %v", err)
		}
	}
}
