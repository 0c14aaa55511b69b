// Package store keeps notes in SQLite.
package store

import (
	"database/sql"

	_ "github.com/mattn/go-sqlite3"
)

// Notes is an open store.
type Notes struct {
	database *sql.DB
}

// Open opens a store and creates its table.
func Open(path string) (*Notes, error) {
	database, err := sql.Open("sqlite3", path)
	if err != nil {
		return nil, err
	}
	if _, err := database.Exec("CREATE TABLE IF NOT EXISTS notes (text TEXT NOT NULL)"); err != nil {
		return nil, err
	}
	return &Notes{database}, nil
}

// All returns the texts of all notes.
func (notes *Notes) All() ([]string, error) {
	rows, err := notes.database.Query("SELECT text FROM notes")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	texts := []string{}
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, rows.Err()
}
