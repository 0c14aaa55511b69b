// A custom handler with gorilla/mux. host.json sets routePrefix to "", so paths begin at the root.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"github.com/gorilla/mux"
)

func main() {
	router := mux.NewRouter()
	router.HandleFunc("/products", listProducts).Methods(http.MethodGet)
	router.HandleFunc("/products/{id:[0-9]+}", getProduct).Methods(http.MethodGet)
	log.Fatal(http.ListenAndServe(listenAddress(), router))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

func listProducts(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, []string{"1", "2", "3"})
}

func getProduct(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, map[string]string{"id": mux.Vars(r)["id"]})
}

func writeJSON(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(value); err != nil {
		log.Printf("writing the answer: %v", err)
	}
}
