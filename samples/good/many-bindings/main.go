package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/Intake", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]any{
			"Outputs": map[string]any{
				"accepted": "order 1",
				"copy":     "order 1",
				"res":      map[string]any{"statusCode": 202, "body": "taken"},
			},
			"Logs": []string{"took order 1"},
		})
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
}
