package suiji

// #include <suiji.h>
import "C"

import (
	"encoding/json"
	"fmt"
	"strings"
)

// An Error is the reason why a call has no result: the refused input, the place and the remedy, in English and Chinese.
//
// All faults of an input are reported at once. Kind and Code are stable, so that programs can distinguish errors. The
// codes are in annex C of the specification and in [Codes]. Three kinds are not faults of an input: "argument" is a
// mistake of the program, such as a task that the plan does not have; [Report.Require] returns "verification"; "bug" is
// a bug in suiji, please report it.
type Error struct {
	// The document of the error, such as "plan" or "registry".
	Kind string `json:"kind"`
	// The code of the first fault, such as "registry.duplicate-id".
	Code string `json:"code"`
	// The number of all faults, including those that are not listed.
	Count int64 `json:"count"`
	// The faults. The same fault in several rows is one fault with a count.
	Faults []Fault `json:"faults"`
}

// Error returns the first fault in English, and the number of further ones.
func (e *Error) Error() string {
	text := "suiji: " + e.Code
	if len(e.Faults) > 0 {
		text += ": " + e.Faults[0].Message.EN
	}
	if e.Count > 1 {
		text += fmt.Sprintf(" (and %d more)", e.Count-1)
	}
	return text
}

// Message returns all listed faults in English, one on each line.
func (e *Error) Message() string {
	return e.lines(func(of Message) string { return of.EN })
}

// MessageZH returns all listed faults in Chinese, one on each line, for the person who made the input.
func (e *Error) MessageZH() string {
	return e.lines(func(of Message) string { return of.ZH })
}

func (e *Error) lines(language func(Message) string) string {
	lines := make([]string, len(e.Faults))
	for at, fault := range e.Faults {
		lines[at] = language(fault.Message)
	}
	return strings.Join(lines, "\n")
}

func errorOf(failure *C.suiji_handle) error {
	document := take(failure)
	failed := new(Error)
	if err := json.Unmarshal(document, failed); err != nil {
		return fmt.Errorf("suiji: an error that cannot be read: %w: %s", err, document)
	}
	return failed
}

// Codes returns all codes of errors, findings and checks with their texts.
func Codes() ([]Code, error) {
	return callList[Code](nil, func(out, failure **C.suiji_handle) C.int32_t { return C.suiji_codes(out, failure) })
}
