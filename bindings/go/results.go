package suiji

// #include <suiji.h>
import "C"

import "encoding/json"

// NewResults makes the results of a record, from what inspections found.
func NewResults(record *Record, inspections ...Inspection) (*Results, error) {
	of, err := record.Digest()
	if err != nil {
		return nil, err
	}
	return &Results{Spec: Spec, Record: of, Results: inspections}, nil
}

// ParseResults reads results.json with all checks of its form, like json.Unmarshal into [Results].
func ParseResults(document []byte) (*Results, error) {
	results := new(Results)
	return unlessFailed(results, results.UnmarshalJSON(document))
}

// UnmarshalJSON reads the results with all checks of their form.
func (r *Results) UnmarshalJSON(document []byte) error {
	type plain Results
	return parse(C.SUIJI_RESULTS, document, (*plain)(r))
}

// KnownToResults has the data for comparing results, in addition to the record. Each field can be left out. More fields
// allow more checks.
type KnownToResults struct {
	Amendments *Amendments
	Plan       *Plan
	Today      Date
}

// Check compares the results with the record.
func (r *Results) Check(record *Record, known KnownToResults) ([]Finding, error) {
	results, amendments, err := r.written(known.Amendments)
	if err != nil {
		return nil, err
	}
	plan, err := optional(known.Plan)
	if err != nil {
		return nil, err
	}
	today := []byte(known.Today)
	return callList[Finding]([]*handle{record.native()}, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_results_check(record.native().raw(), chars(results), size(results), chars(amendments), size(amendments),
			chars(plan), size(plan), chars(today), size(today), out, failure)
	})
}

// Status returns the progress of the inspections, by task, stratum and inspector. Amendments can be nil.
func (r *Results) Status(record *Record, amendments *Amendments) (*InspectionStatus, error) {
	results, after, err := r.written(amendments)
	if err != nil {
		return nil, err
	}
	return callObject[InspectionStatus]([]*handle{record.native()}, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_results_status(record.native().raw(), chars(results), size(results), chars(after), size(after), out, failure)
	})
}

// Visits returns the rows that the history needs before the next draw. Rows that the history already has are left out. History and
// amendments can be nil.
func (r *Results) Visits(record *Record, amendments *Amendments, history *History) (*History, error) {
	results, after, err := r.written(amendments)
	if err != nil {
		return nil, err
	}
	uses := []*handle{record.native(), history.native()}
	made, err := callHandle(uses, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_results_visits(uses[0].raw(), chars(results), size(results), chars(after), size(after), uses[1].raw(), out, failure)
	})
	return unlessFailed(&History{table[Visit]{object{made}}}, err)
}

// Update returns the results with later ones of the same record: an inspection of the same task and entity replaces the earlier one.
func (r *Results) Update(later *Results) (*Results, error) {
	before, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	after, err := json.Marshal(later)
	if err != nil {
		return nil, err
	}
	return callObject[Results](nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_results_update(chars(before), size(before), chars(after), size(after), out, failure)
	})
}

func (r *Results) written(amendments *Amendments) (results, after []byte, err error) {
	if results, err = json.Marshal(r); err != nil {
		return nil, nil, err
	}
	after, err = optional(amendments)
	return results, after, err
}
