// Package worker connects a program to the Functions host: gRPC over HTTP/2 without TLS, one stream for everything.
package worker

import (
	"bytes"
	"encoding/binary"
	"flag"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/azure/azure-functions-golang-worker/internal/wire"
	"github.com/azure/azure-functions-golang-worker/sdk"
)

// Numbers of fields in StreamingMessage.
const (
	invocationRequest   = 4
	invocationResponse  = 5
	loadRequest         = 8
	loadResponse        = 9
	initResponse        = 16
	initRequest         = 17
	startStream         = 20
	metadataRequest     = 29
	metadataResponse    = 30
	maximumMessageBytes = 64 << 20
)

type stream struct {
	out  io.Writer
	lock sync.Mutex
	app  *sdk.App
}

// Start serves the functions until the host ends the stream.
func Start(app *sdk.App) {
	flags := flag.NewFlagSet(os.Args[0], flag.ExitOnError)
	uri := flags.String("functions-uri", "", "address of the host")
	workerID := flags.String("functions-worker-id", "", "name of this worker")
	requestID := flags.String("functions-request-id", "", "id of the first message")
	for _, name := range []string{"host", "port", "workerId", "requestId", "grpcMaxMessageLength", "functions-grpc-max-message-length"} {
		flags.String(name, "", "")
	}
	if err := flags.Parse(os.Args[1:]); err != nil || *uri == "" {
		log.Fatal("missing required argument: --functions-uri")
	}
	protocols := new(http.Protocols)
	protocols.SetUnencryptedHTTP2(true)
	reader, writer := io.Pipe()
	request, err := http.NewRequest(http.MethodPost, strings.TrimSuffix(*uri, "/")+"/AzureFunctionsRpcMessages.FunctionRpc/EventStream", reader)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/grpc")
	request.Header.Set("TE", "trailers")
	link := &stream{out: writer, app: app}
	go link.send(*requestID, startStream, wire.Message{}.Text(2, *workerID))
	response, err := (&http.Transport{Protocols: protocols}).RoundTrip(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	for {
		message, err := receive(response.Body)
		if err != nil {
			return
		}
		link.answer(message)
	}
}

// A message of gRPC has a byte for its compression and four for its length before it.
func receive(in io.Reader) ([]byte, error) {
	var head [5]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return nil, err
	}
	size := binary.BigEndian.Uint32(head[1:])
	if head[0] != 0 || size > maximumMessageBytes {
		return nil, io.ErrUnexpectedEOF
	}
	message := make([]byte, size)
	_, err := io.ReadFull(in, message)
	return message, err
}

func (link *stream) send(id string, number int, content wire.Message) {
	message := wire.Message{}.Text(1, id).Bytes(number, content)
	head := make([]byte, 5)
	binary.BigEndian.PutUint32(head[1:], uint32(len(message)))
	link.lock.Lock()
	defer link.lock.Unlock()
	if _, err := link.out.Write(append(head, message...)); err != nil {
		log.Print(err)
	}
}

func success() []byte { return wire.Message{}.Number(4, 1) }

func (link *stream) answer(message []byte) {
	fields, err := wire.Read(message)
	if err != nil {
		log.Print(err)
		return
	}
	id := string(fields.First(1))
	switch {
	case fields[initRequest] != nil:
		link.send(id, initResponse, wire.Message{}.Bytes(3, success()))
	case fields[metadataRequest] != nil:
		content := wire.Message{}
		for _, function := range link.app.Functions {
			metadata := wire.Message{}.Text(4, function.Name)
			for _, binding := range function.RawBindings() {
				metadata = metadata.Text(10, binding)
			}
			content = content.Bytes(1, metadata.Text(13, "go-"+function.Name))
		}
		link.send(id, metadataResponse, content.Bytes(2, success()))
	case fields[loadRequest] != nil:
		load, _ := wire.Read(fields.First(loadRequest))
		link.send(id, loadResponse, wire.Message{}.Bytes(1, load.First(1)).Bytes(2, success()))
	case fields[invocationRequest] != nil:
		go link.invoke(id, fields.First(invocationRequest))
	}
}

func (link *stream) invoke(id string, content []byte) {
	invocation, _ := wire.Read(content)
	parameter, _ := wire.Read(invocation.First(3))
	data, _ := wire.Read(parameter.First(2))
	call, _ := wire.Read(data.First(5))
	body, _ := wire.Read(call.First(4))
	request, err := http.NewRequest(string(call.First(1)), string(call.First(2)), bytes.NewReader(body.First(3)))
	answer := &recorder{header: http.Header{}, status: http.StatusOK}
	if err != nil {
		answer.status = http.StatusBadRequest
	} else {
		for name, value := range call.Map(3) {
			request.Header.Set(name, value)
		}
		link.serve(string(invocation.First(2)), answer, request)
	}
	reply := wire.Message{}
	for name := range answer.header {
		reply = reply.Bytes(3, wire.Message{}.Text(1, name).Text(2, answer.header.Get(name)))
	}
	reply = reply.Bytes(4, wire.Message{}.Bytes(3, answer.body.Bytes())).Text(12, answer.statusText())
	link.send(id, invocationResponse, wire.Message{}.
		Bytes(1, invocation.First(1)).Bytes(3, success()).Bytes(4, wire.Message{}.Bytes(5, reply)))
}

func (link *stream) serve(id string, answer *recorder, request *http.Request) {
	for _, function := range link.app.Functions {
		if "go-"+function.Name == id {
			function.Handler(answer, request)
			return
		}
	}
	answer.status = http.StatusNotFound
}
