package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/Purge", purge)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}

// purge answers as for a browser: the host wants JSON.
func purge(w http.ResponseWriter, r *http.Request) {
	log.Print("purged what was old")
	fmt.Fprintln(w, "done")
}
