package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"example.com/stock/internal/shelf"
)

func main() {
	http.HandleFunc("/api/Stock", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, shelf.Count())
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}
