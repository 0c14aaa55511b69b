// A handler that stores notes in SQLite through a driver that is written in C.
//
// Without cgo, the driver go-sqlite3 builds all the same: Go then links a stub that answers every call with an
// error. With cgo the program is linked against the C library. Neither runs in Azure; a driver that is
// written in Go does.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"example.com/cgo-sqlite/store"
)

func main() {
	notes, err := store.Open(":memory:")
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/api/Notes", func(response http.ResponseWriter, _ *http.Request) {
		texts, err := notes.All()
		if err != nil {
			http.Error(response, err.Error(), http.StatusInternalServerError)
			return
		}
		response.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(response).Encode(texts)
	})
	port := os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+port, nil))
}
