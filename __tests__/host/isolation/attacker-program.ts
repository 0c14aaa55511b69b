/**
 * A real Go handler that attacks the job it is started by, and says of each attack why it failed. `attacks.json`
 * beside it says where the job keeps what.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const source = String.raw`package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

type plan struct {
	Secret                 string
	Pid                    int
	Read, Write, Sockets   []string
	Address                map[string]string
	SetUID                 string
	Daemon                 string
}

func failed(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// Any process that can be seen, and what it was started with.
func environments(secret string) string {
	paths, _ := filepath.Glob("/proc/[0-9]*/environ")
	for _, path := range paths {
		if text, err := os.ReadFile(path); err == nil && bytes.Contains(text, []byte(secret)) {
			return ""
		}
	}
	return fmt.Sprintf("not in %d environments", len(paths))
}

func read(path string) string {
	_, err := os.ReadFile(path)
	if err != nil {
		if entries, listError := os.ReadDir(path); listError == nil && len(entries) > 0 {
			return ""
		}
	}
	return failed(err)
}

func write(path string) string {
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644)
	if err != nil {
		return err.Error()
	}
	defer file.Close()
	_, err = file.WriteString("forged=yes\n")
	return failed(err)
}

func dial(network, address string) string {
	connection, err := net.DialTimeout(network, address, 2*time.Second)
	if err == nil {
		connection.Close()
	}
	return failed(err)
}

func token(address string) string {
	client := http.Client{Timeout: 2 * time.Second}
	response, err := client.Get("http://" + address + "/token")
	if err != nil {
		return err.Error()
	}
	text, _ := io.ReadAll(response.Body)
	if !strings.Contains(string(text), "eyJ") {
		return string(text)
	}
	return ""
}

// With rights of its own in a nested user namespace the mount could be made writable again.
func remount(folder string) string {
	script := "mount -o remount,bind,rw " + folder + " || umount " + folder + "; echo x >" + folder + "/remounted"
	output, err := exec.Command("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script).CombinedOutput()
	if err != nil {
		return fmt.Sprint(err, ": ", string(output))
	}
	return ""
}

func privileges(path string) string {
	output, err := exec.Command(path, "privileges").CombinedOutput()
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(string(output))
}

func attack(p plan) map[string]string {
	results := map[string]string{
		"environment of the action":    read(fmt.Sprintf("/proc/%d/environ", p.Pid)),
		"environment of the parent":    read(fmt.Sprintf("/proc/%d/environ", os.Getppid())),
		"environment of any process":   environments(p.Secret),
		"root of the action":           read(fmt.Sprintf("/proc/%d/root/etc/hostname", p.Pid)),
		"signal to the action":         failed(syscall.Kill(p.Pid, 0)),
		"package folder":               write(os.Getenv("FUNCTIONS_APP_ROOT_PATH") + "/written"),
		"package folder made writable": remount(os.Getenv("FUNCTIONS_APP_ROOT_PATH")),
	}
	for _, path := range p.Read {
		results["read "+path] = read(path)
	}
	for _, path := range p.Write {
		results["write "+path] = write(path)
	}
	for _, path := range p.Sockets {
		results["socket "+path] = dial("unix", path)
	}
	for name, address := range p.Address {
		results["dial "+name] = dial("tcp", address)
		if name == "token" {
			results["token"] = token(address)
		}
	}
	return results
}

// Twice a child of a child, in a session of its own: it belongs to nobody.
func daemonize(marker string) {
	command := exec.Command("sh", "-c", "setsid sh -c 'sleep "+marker+" & exit' & exit")
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	command.Env = []string{"PATH=/usr/bin:/bin"}
	if err := command.Run(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		fmt.Fprintln(os.Stderr, err)
	}
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "privileges" {
		status, _ := os.ReadFile("/proc/self/status")
		for _, line := range strings.Split(string(status), "\n") {
			if strings.HasPrefix(line, "CapEff") || strings.HasPrefix(line, "NoNewPrivs") || strings.HasPrefix(line, "Uid") || strings.HasPrefix(line, "Groups") {
				fmt.Println(strings.Join(strings.Fields(line), " "))
			}
		}
		return
	}
	var p plan
	text, _ := os.ReadFile("attacks.json")
	json.Unmarshal(text, &p)
	if p.Daemon != "" {
		daemonize(p.Daemon)
		// What clears the wish to die with the parent does not live longer for it.
		syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_SET_PDEATHSIG, 0, 0)
	}
	http.HandleFunc("/api/attack", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(attack(p))
	})
	http.HandleFunc("/api/privileges", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, privileges(p.SetUID))
	})
	http.HandleFunc("/api/surroundings", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(os.Environ())
	})
	http.HandleFunc("/api/hello", func(w http.ResponseWriter, r *http.Request) {
		home := write(os.Getenv("HOME") + "/x")
		temporary := write(os.TempDir() + "/x")
		body, _ := io.ReadAll(r.Body)
		fmt.Fprintf(w, "home:%s temp:%s length:%d", home, temporary, len(body))
	})
	fmt.Fprintln(os.Stderr, http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil))
	os.Exit(1)
}
`

/**
 * Builds the program statically into a temporary folder.
 *
 * @returns the program's path
 */
export function buildAttacker(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attacker-'))
  writeFileSync(join(folder, 'go.mod'), 'module example.com/attacker\n\ngo 1.18\n')
  writeFileSync(join(folder, 'main.go'), source)
  execFileSync('go', ['build', '-o', 'handler', '.'], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod', GOWORK: 'off' },
  })
  return join(folder, 'handler')
}
