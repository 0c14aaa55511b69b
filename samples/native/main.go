// A function app for the native Go worker (preview): functions are registered in code, and the Functions host speaks
// gRPC to the program.
package main

import (
	"fmt"
	"net/http"

	"github.com/azure/azure-functions-golang-worker/sdk"
	"github.com/azure/azure-functions-golang-worker/worker"
)

func main() {
	app := sdk.FunctionApp()
	app.HTTP("Greeting", greet, sdk.WithMethods("GET", "POST"), sdk.WithAuth("anonymous"))
	worker.Start(app)
}

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if name == "" {
		name = "world"
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintf(w, "Hello, %s, from a native worker.\n", name)
}
