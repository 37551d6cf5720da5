package suiji_test

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// resident returns the memory of the process. If the system does not tell it, the test is skipped.
func resident(t *testing.T) int {
	t.Helper()
	pages, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("this system does not tell the memory of a process")
	}
	return must(strconv.Atoi(strings.Fields(string(pages))[1]))(t) * os.Getpagesize()
}
