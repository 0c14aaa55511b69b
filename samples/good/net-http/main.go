// A custom handler on a plain http.ServeMux: one pattern for each path, the method checked by hand.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/convert/celsius", convert(func(fahrenheit float64) float64 { return (fahrenheit - 32) / 1.8 }))
	mux.HandleFunc("/api/convert/fahrenheit", convert(func(celsius float64) float64 { return celsius*1.8 + 32 }))
	log.Fatal(http.ListenAndServe(listenAddress(), mux))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

func convert(formula func(float64) float64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "use GET", http.StatusMethodNotAllowed)
			return
		}
		degrees, err := strconv.ParseFloat(r.URL.Query().Get("degrees"), 64)
		if err != nil {
			http.Error(w, "add ?degrees=<number>", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		if err := json.NewEncoder(w).Encode(map[string]float64{"degrees": formula(degrees)}); err != nil {
			log.Printf("writing the answer: %v", err)
		}
	}
}
