package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	_ "example.org/colours"
)

func main() {
	http.HandleFunc("/api/Paint", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "red")
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}
