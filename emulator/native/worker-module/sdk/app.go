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

// Option sets something of a function.
type Option func(*HTTPFunction)

// HTTP registers a function that answers requests.
func (app *App) HTTP(name string, handler http.HandlerFunc, options ...Option) {
	function := &HTTPFunction{Name: name, Handler: handler, auth: "function"}
	for _, option := range options {
		option(function)
	}
	app.Functions = append(app.Functions, function)
}

// WithMethods names the methods that a function answers.
func WithMethods(methods ...string) Option {
	return func(function *HTTPFunction) { function.methods = methods }
}

// WithRoute sets the route below /api.
func WithRoute(route string) Option {
	return func(function *HTTPFunction) { function.route = route }
}

// WithAuth sets who may call a function.
func WithAuth(level string) Option {
	return func(function *HTTPFunction) { function.auth = level }
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
