package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	if os.Getenv("MAIL_KEY") == "" {
		fmt.Println(`{"level":"ERROR","msg":"cannot start without a key"}`)
		os.Exit(1)
	}
	http.HandleFunc("/api/Send", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "sent")
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}
