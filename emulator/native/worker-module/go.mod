module github.com/azure/azure-functions-golang-worker

go 1.25.0
