package worker

import (
	"bytes"
	"net/http"
	"strconv"
)

// recorder keeps what a handler writes.
type recorder struct {
	header http.Header
	body   bytes.Buffer
	status int
}

func (answer *recorder) Header() http.Header               { return answer.header }
func (answer *recorder) Write(content []byte) (int, error) { return answer.body.Write(content) }
func (answer *recorder) WriteHeader(status int)            { answer.status = status }
func (answer *recorder) statusText() string                { return strconv.Itoa(answer.status) }
