// Package contract speaks the JSON in which the Functions host calls a custom handler.
package contract

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Invocation is what the host sends: the value of each input binding, and facts about the trigger.
type Invocation struct {
	Data     map[string]json.RawMessage
	Metadata map[string]json.RawMessage
}

// Result is the answer: a value for each output binding, lines for the log, and a value for $return.
type Result struct {
	Outputs     map[string]any `json:",omitempty"`
	Logs        []string       `json:",omitempty"`
	ReturnValue any            `json:",omitempty"`
}

// Function is one function of the app.
type Function func(Invocation) (Result, error)

// Handler lets the host call a function. An error becomes status 500, so that the host retries the message.
func Handler(function Function) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		if request.Method != http.MethodPost {
			http.Error(response, "only the Functions host calls this, with POST", http.StatusMethodNotAllowed)
			return
		}
		var invocation Invocation
		if err := json.NewDecoder(request.Body).Decode(&invocation); err != nil {
			http.Error(response, fmt.Sprintf("cannot read the invocation: %v", err), http.StatusBadRequest)
			return
		}
		result, err := function(invocation)
		if err != nil {
			http.Error(response, err.Error(), http.StatusInternalServerError)
			return
		}
		response.Header().Set("Content-Type", "application/json")
		// The status is sent by then; a broken connection is the host's to report.
		_ = json.NewEncoder(response).Encode(result)
	})
}

// Decode reads the value of an input binding. The host encodes text a second time, so that a queue message
// that holds JSON may arrive as a string with that JSON inside.
func (invocation Invocation) Decode(binding string, value any) error {
	raw, ok := invocation.Data[binding]
	if !ok {
		return fmt.Errorf("the invocation has no binding %q", binding)
	}
	// Twice: the binding is a JSON string, and what is inside may be one again.
	for depth := 0; depth < 2; depth++ {
		var text string
		if json.Unmarshal(raw, &text) != nil {
			break
		}
		raw = json.RawMessage(text)
	}
	if err := json.Unmarshal(raw, value); err != nil {
		return fmt.Errorf("binding %q holds %s: %w", binding, raw, err)
	}
	return nil
}
