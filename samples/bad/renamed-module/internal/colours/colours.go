// Package colours knows the colours there are.
package colours

// First is what a painting begins with.
const First = "red"
