package suiji

// #include <suiji.h>
import "C"

import (
	"context"
	"encoding/json"
	"errors"
)

// Evidence is the evidence of a verifier in addition to the record. More of it allows more checks. Each field can be
// left out.
type Evidence struct {
	// All four inputs, or the plan and the tables one by one.
	Inputs   *Inputs
	Plan     *Plan
	Registry *Registry
	Roster   *Roster
	History  *History
	// The secret of a blinded commitment.
	Secret string
	// The digest of the commitment that was published before the seed existed.
	Commitment string
	// The digest of the record that was noted when it was read out.
	Record string
	// The contributions that were noted when they were made.
	Contributions *Contributions
	// The amendments to the record. Each of them is checked.
	Amendments *Amendments
	// The public form that was published. It is compared with the record.
	PublicForm *PublicForm
	// Earlier commitments of the authority.
	Earlier []Commitment
}

// String does not show the secret.
func (e Evidence) String() string {
	return "Evidence(…)"
}

// GoString does not show the secret.
func (e Evidence) GoString() string {
	return e.String()
}

// native collects the evidence in an object of the library.
func (e Evidence) native() (*handle, error) {
	made, err := callHandle(nil, func(out, failure **C.suiji_handle) C.int32_t { return C.suiji_evidence_new(out, failure) })
	if err != nil {
		return nil, err
	}
	if err := e.addTo(made); err != nil {
		made.close()
		return nil, err
	}
	return made, nil
}

func (e Evidence) addTo(evidence *handle) error {
	items := []*handle{e.Inputs.native(), e.Registry.native(), e.Roster.native(), e.History.native(), e.PublicForm.native()}
	for _, item := range items {
		if item == nil {
			continue
		}
		err := callCheck([]*handle{evidence, item}, func(failure **C.suiji_handle) C.int32_t {
			return C.suiji_evidence_add(evidence.raw(), item.raw(), failure)
		})
		if err != nil {
			return err
		}
	}
	documents, err := e.documents()
	if err != nil {
		return err
	}
	for _, of := range documents {
		err := callCheck([]*handle{evidence}, func(failure **C.suiji_handle) C.int32_t {
			return C.suiji_evidence_add_document(evidence.raw(), of.kind, chars(of.data), size(of.data), failure)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

type evidenceDocument struct {
	kind C.int32_t
	data []byte
}

func (e Evidence) documents() ([]evidenceDocument, error) {
	plan, planErr := optional(e.Plan)
	contributions, contributionsErr := optional(e.Contributions)
	amendments, amendmentsErr := optional(e.Amendments)
	for _, err := range []error{planErr, contributionsErr, amendmentsErr} {
		if err != nil {
			return nil, err
		}
	}
	all := []evidenceDocument{
		{C.SUIJI_PLAN, plan},
		{C.SUIJI_CONTRIBUTIONS, contributions},
		{C.SUIJI_AMENDMENTS, amendments},
		{C.SUIJI_SECRET, []byte(e.Secret)},
		{C.SUIJI_DIGEST, []byte(e.Commitment)},
		{C.SUIJI_RECORD, []byte(e.Record)},
	}
	for at := range e.Earlier {
		commitment, err := json.Marshal(&e.Earlier[at])
		if err != nil {
			return nil, err
		}
		all = append(all, evidenceDocument{C.SUIJI_COMMITMENT, commitment})
	}
	var provided []evidenceDocument
	for _, one := range all {
		if len(one.data) > 0 {
			provided = append(provided, one)
		}
	}
	return provided, nil
}

// Verify verifies the record. An error means that the evidence cannot be read. Faults of the record are in the report.
func (r *Record) Verify(ctx context.Context, evidence Evidence, with ...RunOption) (*Report, error) {
	return verify(ctx, r.native(), evidence, with)
}

// Verify verifies the public form. An error means that the evidence cannot be read. Faults of the form are in the
// report.
func (p *PublicForm) Verify(ctx context.Context, evidence Evidence, with ...RunOption) (*Report, error) {
	return verify(ctx, p.native(), evidence, with)
}

func verify(ctx context.Context, of *handle, evidence Evidence, with []RunOption) (*Report, error) {
	collected, err := evidence.native()
	if err != nil {
		return nil, err
	}
	defer collected.close()
	report, err := runHandle(ctx, with, []*handle{of, collected}, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_verify(of.raw(), collected.raw(), run, out, failure)
	})
	if err != nil {
		return nil, err
	}
	return reportOf(report)
}

// reportOf reads a report, and asks whether it holds.
func reportOf(of *handle) (*Report, error) {
	defer of.close()
	report := &Report{isOwn: true}
	if err := json.Unmarshal(copied(of.raw()), report); err != nil {
		return nil, err
	}
	report.failure = callCheck([]*handle{of}, func(failure **C.suiji_handle) C.int32_t { return C.suiji_require(of.raw(), failure) })
	return report, nil
}

// A Report is the report of a verification.
type Report struct {
	ReportDocument
	isOwn   bool
	failure error
}

// Require returns nil if the verdict is [VerdictHolds], otherwise an [Error] that names the checks that failed or could
// not be made. A report that was read from JSON proves nothing, so it is also an error. Verify again.
func (r *Report) Require() error {
	if !r.isOwn {
		return errors.New("suiji: this report was read and not made by a verification: verify again")
	}
	return r.failure
}
