package suiji

// #include <suiji.h>
import "C"

import (
	"context"
	"encoding/json"
)

// Inputs are a plan and the three tables, checked against each other.
type Inputs struct{ object }

// NewInputs checks a plan and the tables against each other. Roster and history can be nil, which means empty. The
// tables are shared, and can be closed afterwards.
func NewInputs(ctx context.Context, plan *Plan, registry *Registry, roster *Roster, history *History, with ...RunOption) (*Inputs, error) {
	document, err := json.Marshal(plan)
	if err != nil {
		return nil, err
	}
	uses := []*handle{registry.native(), roster.native(), history.native()}
	made, err := runHandle(ctx, with, uses, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_inputs_new(chars(document), size(document), uses[0].raw(), uses[1].raw(), uses[2].raw(), run, out, failure)
	})
	return unlessFailed(&Inputs{object{made}}, err)
}

// ReadInputs reads plan.json and three tables in JSON Lines, and reports the faults of all four together. Roster and history can be
// empty.
func ReadInputs(ctx context.Context, plan, registry, roster, history []byte, with ...RunOption) (*Inputs, error) {
	made, err := runHandle(ctx, with, nil, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_inputs_read(C.SUIJI_JSON_LINES, chars(plan), size(plan), chars(registry), size(registry), chars(roster), size(roster),
			chars(history), size(history), run, out, failure)
	})
	return unlessFailed(&Inputs{object{made}}, err)
}

func (i *Inputs) native() *handle {
	if i == nil {
		return nil
	}
	return i.handle
}

// Plan returns the plan.
func (i *Inputs) Plan() (*Plan, error) {
	return partDocument[Plan](i.object, C.SUIJI_PLAN)
}

// Registry returns the registry, which is shared.
func (i *Inputs) Registry() (*Registry, error) {
	part, err := i.partOf(C.SUIJI_REGISTRY)
	return unlessFailed(&Registry{table[Entity]{part}}, err)
}

// Roster returns the roster, which is shared.
func (i *Inputs) Roster() (*Roster, error) {
	part, err := i.partOf(C.SUIJI_ROSTER)
	return unlessFailed(&Roster{table[Inspector]{part}}, err)
}

// History returns the history, which is shared.
func (i *Inputs) History() (*History, error) {
	part, err := i.partOf(C.SUIJI_HISTORY)
	return unlessFailed(&History{table[Visit]{part}}, err)
}

// Findings returns the findings before sealing, the most serious first. The time of sealing can be empty if it is not
// known yet.
func (i *Inputs) Findings(sealedAt Time) ([]Finding, error) {
	at := []byte(sealedAt)
	return callList[Finding](i.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_findings(i.handle.raw(), chars(at), size(at), nil, out, failure)
	})
}

// partDocument is a document that an object contains.
func partDocument[T any](of object, part C.int32_t) (*T, error) {
	return callObject[T](of.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_part(of.handle.raw(), part, out, failure)
	})
}
