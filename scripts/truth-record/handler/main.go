// The handler of the recordings: it answers as its plan says and tells on standard output what it received, since
// its package may be read-only. Without a plan it answers with what it received.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

type reply struct {
	Status  int               `json:"status"`
	Headers map[string]string `json:"headers"`
	Body    string            `json:"body"`
}

type plan struct {
	Replies   map[string]reply `json:"replies"`
	Otherwise *reply           `json:"otherwise"`
	WaitMs    int              `json:"waitMs"`
	DieMs     int              `json:"dieMs"`
	Exit      int              `json:"exit"`
	Print     []string         `json:"print"`
	Stderr    []string         `json:"stderr"`
}

type received struct {
	Body    string              `json:"body"`
	Headers map[string][]string `json:"headers"`
	Host    string              `json:"host"`
	Length  int64               `json:"length"`
	Method  string              `json:"method"`
	TE      []string            `json:"te"`
	URI     string              `json:"uri"`
}

var (
	telling sync.Mutex
	told    int
)

// A host may cut long lines.
const partLength = 1200

func tell(text []byte) {
	telling.Lock()
	defer telling.Unlock()
	rest := base64.StdEncoding.EncodeToString(text)
	for {
		part := rest
		if len(part) > partLength {
			part = part[:partLength]
		}
		rest = rest[len(part):]
		end := "."
		if rest != "" {
			end = "+"
		}
		fmt.Printf("received %d %s%s\n", told, part, end)
		if rest == "" {
			break
		}
	}
	told++
}

func main() {
	var told plan
	if text := os.Getenv("HANDLER_PLAN"); text != "" {
		if err := json.Unmarshal([]byte(text), &told); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
	for _, line := range told.Print {
		fmt.Println(line)
	}
	for _, line := range told.Stderr {
		fmt.Fprintln(os.Stderr, line)
	}
	time.Sleep(time.Duration(told.WaitMs) * time.Millisecond)
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if told.DieMs > 0 {
		time.AfterFunc(time.Duration(told.DieMs)*time.Millisecond, func() { os.Exit(told.Exit) })
	}
	http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { answer(told, w, r) }))
}

func answer(told plan, w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	seen, _ := json.Marshal(received{string(body), r.Header, r.Host, r.ContentLength, r.Method, r.TransferEncoding, r.RequestURI})
	tell(seen)
	given, ok := told.Replies[r.RequestURI]
	if !ok && told.Otherwise != nil {
		given, ok = *told.Otherwise, true
	}
	if !ok {
		given = reply{200, map[string]string{"Content-Type": "application/json"}, string(seen)}
	}
	for name, value := range given.Headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(given.Status)
	io.WriteString(w, given.Body)
}
