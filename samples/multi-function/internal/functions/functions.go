// Package functions holds what the app does, one Go function for each folder with a function.json.
package functions

import (
	"fmt"
	"net/http"
	"strings"

	"example.com/multi-function/internal/contract"
)

// Greet answers GET and POST /api/greetings/{name}.
func Greet(response http.ResponseWriter, request *http.Request) {
	name := strings.TrimPrefix(request.URL.Path, "/api/greetings/")
	if name == "" {
		http.Error(response, "say whom to greet: /api/greetings/{name}", http.StatusBadRequest)
		return
	}
	response.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintf(response, "Good day, %s.\n", name)
}

type order struct {
	ID       string `json:"id"`
	Quantity int    `json:"quantity"`
}

// ReceiveOrder takes an order from the queue "orders" and puts a receipt into the queue "receipts".
func ReceiveOrder(invocation contract.Invocation) (contract.Result, error) {
	var received order
	if err := invocation.Decode("order", &received); err != nil {
		return contract.Result{}, err
	}
	if received.ID == "" || received.Quantity < 1 {
		return contract.Result{}, fmt.Errorf("the order %+v lacks an id or a quantity", received)
	}
	return contract.Result{
		Outputs: map[string]any{"receipt": map[string]any{"order": received.ID, "accepted": true}},
		Logs:    []string{fmt.Sprintf("accepted order %s", received.ID)},
	}, nil
}

// CleanUp runs every night at half past two.
func CleanUp(invocation contract.Invocation) (contract.Result, error) {
	var timer struct{ IsPastDue bool }
	if err := invocation.Decode("timer", &timer); err != nil {
		return contract.Result{}, err
	}
	note := "cleaned up on time"
	if timer.IsPastDue {
		note = "cleaned up late"
	}
	return contract.Result{Logs: []string{note}}, nil
}
