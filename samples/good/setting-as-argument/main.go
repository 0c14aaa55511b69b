package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	db := flag.String("db", "", "address of the database")
	flag.Parse()
	if *db == "" {
		flag.Usage()
		os.Exit(2)
	}
	http.HandleFunc("/api/Entry", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "no entry yet")
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}
