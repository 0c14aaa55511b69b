package main

import (
	"net/http"

	"github.com/Azure/azure-functions-go-worker/azfunc"
)

// Run is the function that function.json names.
func Run(ctx azfunc.Context, req *http.Request) string {
	return "red"
}
