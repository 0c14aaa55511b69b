package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"example.com/painting/internal/colours"
)

func main() {
	http.HandleFunc("/api/Paint", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, colours.First)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}
