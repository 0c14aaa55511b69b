package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/api/Alpha", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "a")
	})
	http.HandleFunc("/api/Beta", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "b")
	})
	http.HandleFunc("/api/Delta", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "d")
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}
