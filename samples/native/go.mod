module example.com/native

go 1.25.0

require github.com/azure/azure-functions-golang-worker v0.6.0-preview
