// Command server is the custom handler; the function app around it is the folder azure.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/cmd-layout/internal/api"
)

func main() {
	log.Fatal(http.ListenAndServe(listenAddress(), api.New()))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}
