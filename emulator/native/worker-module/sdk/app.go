// Package sdk registers functions.
package sdk

import (
	"encoding/json"
	"net/http"
)

// App holds the functions of a program.
type App struct {
	Functions []*HTTPFunction
}

// HTTPFunction is one function with an HTTP trigger.
type HTTPFunction struct {
	Name    string
	Handler http.HandlerFunc
	methods []string
	route   string
	auth    string
}

// FunctionApp makes an empty app.
func FunctionApp() *App { return &App{} }

// HTTP registers a function that answers requests.
func (app *App) HTTP(name string, handler http.HandlerFunc) *HTTPFunction {
	function := &HTTPFunction{Name: name, Handler: handler, auth: "function"}
	app.Functions = append(app.Functions, function)
	return function
}

// Methods names the methods that it answers.
func (function *HTTPFunction) Methods(methods ...string) *HTTPFunction {
	function.methods = methods
	return function
}

// Route sets the route below /api.
func (function *HTTPFunction) Route(route string) *HTTPFunction {
	function.route = route
	return function
}

// Auth sets who may call it.
func (function *HTTPFunction) Auth(level string) *HTTPFunction {
	function.auth = level
	return function
}

// RawBindings describes the function to the host, one JSON object for each binding.
func (function *HTTPFunction) RawBindings() []string {
	trigger := map[string]any{"type": "httpTrigger", "direction": "in", "name": "req", "authLevel": function.auth}
	if len(function.methods) > 0 {
		trigger["methods"] = function.methods
	}
	if function.route != "" {
		trigger["route"] = function.route
	}
	var texts []string
	for _, binding := range []map[string]any{trigger, {"type": "http", "direction": "out", "name": "$return"}} {
		text, err := json.Marshal(binding)
		if err != nil {
			panic(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}
