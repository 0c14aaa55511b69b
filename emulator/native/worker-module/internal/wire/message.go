// Package wire reads and writes protocol buffers: fields of varints and of bytes, which is all the messages have.
package wire

import (
	"encoding/binary"
	"errors"
)

// Message is a message being written.
type Message []byte

// Bytes appends a field of bytes, which may be a text or another message.
func (message Message) Bytes(number int, value []byte) Message {
	message = binary.AppendUvarint(message, uint64(number)<<3|2)
	message = binary.AppendUvarint(message, uint64(len(value)))
	return append(message, value...)
}

// Text appends a field with a text.
func (message Message) Text(number int, value string) Message {
	return message.Bytes(number, []byte(value))
}

// Number appends a field with a number.
func (message Message) Number(number int, value uint64) Message {
	return binary.AppendUvarint(binary.AppendUvarint(message, uint64(number)<<3), value)
}

// Fields are the fields of bytes of a message, by their number.
type Fields map[int][][]byte

var errBroken = errors.New("broken message")

// Read reads the fields of bytes of a message and passes over the others.
func Read(message []byte) (Fields, error) {
	fields := Fields{}
	for len(message) > 0 {
		key, size := binary.Uvarint(message)
		if size <= 0 {
			return nil, errBroken
		}
		message = message[size:]
		value, size := binary.Uvarint(message)
		if size <= 0 {
			return nil, errBroken
		}
		message = message[size:]
		switch key & 7 {
		case 0:
		case 2:
			if value > uint64(len(message)) {
				return nil, errBroken
			}
			fields[int(key>>3)] = append(fields[int(key>>3)], message[:value])
			message = message[value:]
		default:
			return nil, errBroken
		}
	}
	return fields, nil
}

// First is the first value of a field; nothing when there is none.
func (fields Fields) First(number int) []byte {
	if values := fields[number]; len(values) > 0 {
		return values[0]
	}
	return nil
}

// Map reads a field that is a map of texts.
func (fields Fields) Map(number int) map[string]string {
	found := map[string]string{}
	for _, value := range fields[number] {
		if entry, err := Read(value); err == nil {
			found[string(entry.First(1))] = string(entry.First(2))
		}
	}
	return found
}
