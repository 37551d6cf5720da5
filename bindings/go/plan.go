package suiji

// #include <suiji.h>
import "C"

import "encoding/json"

// ParsePlan reads plan.json with all checks, like json.Unmarshal into a [Plan].
func ParsePlan(document []byte) (*Plan, error) {
	plan := new(Plan)
	return unlessFailed(plan, plan.UnmarshalJSON(document))
}

// UnmarshalJSON reads the plan with all checks.
func (p *Plan) UnmarshalJSON(document []byte) error {
	type plain Plan
	return parse(C.SUIJI_PLAN, document, (*plain)(p))
}

// Check reports all faults of the plan by itself. Calls that take a plan check it, too.
func (p *Plan) Check() error {
	return check(C.SUIJI_PLAN, p)
}

// Task returns the task with this id; nil if the plan has none.
func (p *Plan) Task(id string) *Task {
	return find(p.Tasks, func(of *Task) bool { return of.ID == id })
}

// Changes returns the differences of a later plan, in words. Those of the plan as a whole come first.
func (p *Plan) Changes(later *Plan) ([]PlanChange, error) {
	before, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	after, err := json.Marshal(later)
	if err != nil {
		return nil, err
	}
	return callList[PlanChange](nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_plan_changes(chars(before), size(before), chars(after), size(after), out, failure)
	})
}

// Canonical returns the bytes that are hashed for a digest.
func (p *Plan) Canonical() ([]byte, error) {
	return canonical(p)
}

// Digest returns the digest, as a commitment contains it.
func (p *Plan) Digest(hash Hash) (string, error) {
	return digest(C.SUIJI_PLAN, hash, p)
}

// AtLeast is a quota of at least a ratio such as "5%", rounded up. Min sets the minimum number.
func AtLeast(ratio string) *Quota {
	return &Quota{AtLeast: ratio}
}

// AtMost is a quota of at most a ratio such as "5%", rounded down. Max sets the maximum number.
func AtMost(ratio string) *Quota {
	return &Quota{AtMost: ratio}
}

// Exactly is a quota of exactly a ratio such as "5%", rounded up.
func Exactly(ratio string) *Quota {
	return &Quota{Exactly: ratio}
}

// Count is a quota that is a number.
func Count(number int64) *Quota {
	return &Quota{Count: number}
}
