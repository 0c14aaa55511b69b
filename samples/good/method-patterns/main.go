// A custom handler with the method patterns and wildcards that http.ServeMux has since Go 1.22.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
)

type note struct {
	ID   int    `json:"id"`
	Text string `json:"text"`
}

// notebook keeps notes in memory; every instance of the function app has its own.
type notebook struct {
	mu    sync.Mutex
	notes []note
}

func main() {
	book := &notebook{notes: []note{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/notes", book.list)
	mux.HandleFunc("POST /api/notes", book.add)
	mux.HandleFunc("GET /api/notes/{id}", book.get)
	log.Fatal(http.ListenAndServe(listenAddress(), mux))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

func (b *notebook) list(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	writeJSON(w, http.StatusOK, b.notes)
}

func (b *notebook) add(w http.ResponseWriter, r *http.Request) {
	var added note
	if err := json.NewDecoder(r.Body).Decode(&added); err != nil {
		http.Error(w, "the body is not a note", http.StatusBadRequest)
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	added.ID = len(b.notes) + 1
	b.notes = append(b.notes, added)
	writeJSON(w, http.StatusCreated, added)
}

func (b *notebook) get(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.PathValue("id"))
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil || id < 1 || id > len(b.notes) {
		http.NotFound(w, r)
		return
	}
	writeJSON(w, http.StatusOK, b.notes[id-1])
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(value); err != nil {
		log.Printf("writing the answer: %v", err)
	}
}
