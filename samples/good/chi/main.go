// A custom handler with chi: nested routes and middleware.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	router := chi.NewRouter()
	router.Use(middleware.Recoverer, middleware.Timeout(30*time.Second))
	router.Route("/api", func(api chi.Router) {
		api.Route("/articles", func(articles chi.Router) {
			articles.Get("/", listArticles)
			articles.Get("/{slug}", getArticle)
			articles.Delete("/{slug}", deleteArticle)
		})
	})
	log.Fatal(http.ListenAndServe(listenAddress(), router))
}

// listenAddress is where the Functions host expects the handler; 8080 is for a start by hand.
func listenAddress() string {
	if port, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return ":" + port
	}
	return ":8080"
}

func listArticles(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "first-steps")
}

func getArticle(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "article %q\n", chi.URLParam(r, "slug"))
}

func deleteArticle(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}
