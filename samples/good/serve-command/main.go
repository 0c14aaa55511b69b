package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) < 2 || os.Args[1] != "serve" {
		fmt.Fprintln(os.Stderr, "usage: notes serve")
		os.Exit(2)
	}
	http.HandleFunc("/api/Note", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "write me")
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}
