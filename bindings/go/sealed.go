package suiji

// #include <suiji.h>
import "C"

import (
	"bytes"
	"context"
	"encoding/json"
)

// Sealed are sealed inputs, which cannot change. The seed is not known yet.
type Sealed struct{ object }

// Seal seals the inputs. After this only the contributions of the sources can influence the draw. Earlier are the commitments of the
// authority that the caller has: a ceremony that does not name one of them, or repeats one of their tasks, is refused.
func Seal(ctx context.Context, inputs *Inputs, ceremony *Ceremony, earlier []Commitment, with ...RunOption) (*Sealed, error) {
	document, err := json.Marshal(ceremony)
	if err != nil {
		return nil, err
	}
	var before []byte
	if len(earlier) > 0 {
		if before, err = json.Marshal(earlier); err != nil {
			return nil, err
		}
	}
	made, err := runHandle(ctx, with, []*handle{inputs.native()}, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_seal(inputs.native().raw(), chars(document), size(document), chars(before), size(before), run, out, failure)
	})
	return unlessFailed(&Sealed{object{made}}, err)
}

// Reopen opens an earlier commitment, possibly from another process, with the same inputs. The secret is that of a
// blinded commitment, otherwise empty. The error names the inputs that have changed.
func Reopen(ctx context.Context, inputs *Inputs, commitment *Commitment, secret string, with ...RunOption) (*Sealed, error) {
	document, err := json.Marshal(commitment)
	if err != nil {
		return nil, err
	}
	hidden := []byte(secret)
	made, err := runHandle(ctx, with, []*handle{inputs.native()}, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_reopen(inputs.native().raw(), chars(document), size(document), chars(hidden), size(hidden), run, out, failure)
	})
	return unlessFailed(&Sealed{object{made}}, err)
}

func (s *Sealed) native() *handle {
	if s == nil {
		return nil
	}
	return s.handle
}

// Commitment returns the commitment. Store it, and publish its digest before any source produces its value.
func (s *Sealed) Commitment() (*Commitment, error) {
	return partDocument[Commitment](s.object, C.SUIJI_COMMITMENT)
}

// Digest returns the digest of the commitment.
func (s *Sealed) Digest() (string, error) {
	digest, err := s.part(C.SUIJI_DIGEST)
	return string(digest), err
}

// Secret returns the secret of a blinded commitment; empty if it is not blinded.
func (s *Sealed) Secret() (string, error) {
	secret, err := s.part(C.SUIJI_SECRET)
	return string(secret), err
}

// Inputs returns the inputs, which are shared.
func (s *Sealed) Inputs() (*Inputs, error) {
	part, err := s.partOf(C.SUIJI_INPUTS)
	return unlessFailed(&Inputs{part}, err)
}

// CheckInputs compares other inputs with the sealed ones. The error names the rows of each table that differ.
func (s *Sealed) CheckInputs(ctx context.Context, inputs *Inputs, with ...RunOption) error {
	uses := []*handle{s.native(), inputs.native()}
	_, err := callRun(ctx, with, uses, func(run *C.suiji_handle, _, failure **C.suiji_handle) C.int32_t {
		return C.suiji_check_inputs(uses[0].raw(), uses[1].raw(), run, failure)
	})
	return err
}

// Findings returns the findings before the commitment is published, the most serious first.
func (s *Sealed) Findings() ([]Finding, error) {
	return callList[Finding](s.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_findings(s.handle.raw(), nil, 0, nil, out, failure)
	})
}

// Summaries returns the numbers of registry rows in the frame of each task and left out of it, in the order of the
// plan.
func (s *Sealed) Summaries() ([]TaskSummary, error) {
	return callList[TaskSummary](s.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_summaries(s.handle.raw(), nil, out, failure)
	})
}

// Outlook returns what to expect of the draw: entities in no task and why, the inspectors that departments need, and
// visits of the year before.
func (s *Sealed) Outlook() (*Outlook, error) {
	return callObject[Outlook](s.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_outlook(s.handle.raw(), nil, out, failure)
	})
}

// ShortTeams returns the entities in the frame of a task that cannot get a full team.
func (s *Sealed) ShortTeams(task string) ([]ShortTeam, error) {
	of := []byte(task)
	return callList[ShortTeam](s.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_short_teams(s.handle.raw(), chars(of), size(of), out, failure)
	})
}

// CheckContribution checks the contribution of one source against the commitment.
func (s *Sealed) CheckContribution(one PlacedContribution) error {
	return s.checkContributions(C.SUIJI_PARTIAL_CONTRIBUTIONS, []PlacedContribution{one})
}

// CheckContributions checks the contributions of all sources against the commitment.
func (s *Sealed) CheckContributions(contributions *Contributions) error {
	return s.checkContributions(C.SUIJI_CONTRIBUTIONS, contributions)
}

func (s *Sealed) checkContributions(kind C.int32_t, contributions any) error {
	document, err := json.Marshal(contributions)
	if err != nil {
		return err
	}
	return callCheck(s.uses(), func(failure **C.suiji_handle) C.int32_t {
		return C.suiji_check_contributions(s.handle.raw(), kind, chars(document), size(document), failure)
	})
}

// Draw draws the entities and their teams. The same contributions always give the same record.
func (s *Sealed) Draw(ctx context.Context, contributions *Contributions, with ...RunOption) (*Record, error) {
	document, err := json.Marshal(contributions)
	if err != nil {
		return nil, err
	}
	made, err := runHandle(ctx, with, s.uses(), func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_draw(s.handle.raw(), chars(document), size(document), run, out, failure)
	})
	return unlessFailed(&Record{object{made}}, err)
}

// Amend makes amendments (变更) to a record from the events, in order, and adds them to the earlier ones, which can be
// nil. Record, inputs and seed decide who steps in. If one request does not fit, nothing is amended.
func (s *Sealed) Amend(ctx context.Context, record *Record, earlier *Amendments, requests []Request, with ...RunOption) (*Amendments, error) {
	before, err := optional(earlier)
	if err != nil {
		return nil, err
	}
	var after []byte
	if requests != nil {
		if after, err = json.Marshal(requests); err != nil {
			return nil, err
		}
	}
	uses := []*handle{s.native(), record.native()}
	document, err := runBytes(ctx, with, uses, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_amend(uses[0].raw(), uses[1].raw(), chars(before), size(before), chars(after), size(after), run, out, failure)
	})
	if err != nil {
		return nil, err
	}
	amendments := new(Amendments)
	return unlessFailed(amendments, json.Unmarshal(document, amendments))
}

// Receipt makes the receipt (查验单) of one entity, which does not have to be in the registry.
func (s *Sealed) Receipt(record *Record, entity string) (*Receipt, error) {
	of := []byte(entity)
	uses := []*handle{s.native(), record.native()}
	return callObject[Receipt](uses, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_receipt(uses[0].raw(), uses[1].raw(), chars(of), size(of), nil, out, failure)
	})
}

// Receipts makes the receipts (查验单) of many entities, in this order: one line of canonical JSON each, for [ParseReceipt]. For a whole
// registry, take about 1,000 ids at a time with [Registry.IDs].
func (s *Sealed) Receipts(ctx context.Context, record *Record, entities []string, with ...RunOption) ([]json.RawMessage, error) {
	list, err := json.Marshal(append([]string{}, entities...))
	if err != nil {
		return nil, err
	}
	uses := []*handle{s.native(), record.native()}
	lines, err := runBytes(ctx, with, uses, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_receipts(uses[0].raw(), uses[1].raw(), chars(list), size(list), run, out, failure)
	})
	if err != nil {
		return nil, err
	}
	receipts := make([]json.RawMessage, 0, len(entities))
	for line := range bytes.Lines(lines) {
		receipts = append(receipts, bytes.TrimSuffix(line, []byte{'\n'}))
	}
	return receipts, nil
}
