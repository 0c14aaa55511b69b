// Package greeting is a module of its own, shared by several programs of the workspace.
package greeting

import "strings"

// For returns the greeting for a name.
func For(name string) string {
	if name = strings.TrimSpace(name); name == "" {
		name = "world"
	}
	return "Hello, " + name + "!"
}
