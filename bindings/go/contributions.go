package suiji

// #include <suiji.h>
import "C"

import (
	"encoding/json"
	"unsafe"
)

// LiveContribution is the value of a live source with one part: the numbers in the order in which they fell, those of a
// part without replacement in ascending order. [Commitment.Arrange] sorts them, and knows the parts.
func LiveContribution(numbers ...int64) Contribution {
	return Contribution{Kind: ContributionKindLive, Numbers: [][]int64{numbers}}
}

// CommittedContribution opens the commitment of a committed source.
func CommittedContribution(nonce, value string) Contribution {
	return Contribution{Kind: ContributionKindCommitted, Nonce: nonce, Value: value}
}

// DrandContribution is the signature of a round of drand.
func DrandContribution(signature string) Contribution {
	return Contribution{Kind: ContributionKindDrand, Signature: signature}
}

// String does not show the nonce and the value.
func (c Contribution) String() string {
	return "Contribution(…)"
}

// GoString does not show the nonce and the value.
func (c Contribution) GoString() string {
	return c.String()
}

// At returns the contribution of the source with this number, counted from 0.
func (c Contribution) At(source int64) PlacedContribution {
	return PlacedContribution{
		Source: source, Kind: c.Kind, Nonce: c.Nonce, Value: c.Value, Numbers: c.Numbers, Signature: c.Signature,
	}
}

// Contribution returns the contribution without the number of its source.
func (p PlacedContribution) Contribution() Contribution {
	return Contribution{Kind: p.Kind, Nonce: p.Nonce, Value: p.Value, Numbers: p.Numbers, Signature: p.Signature}
}

// String does not show the nonce and the value.
func (p PlacedContribution) String() string {
	return "PlacedContribution(…)"
}

// GoString does not show the nonce and the value.
func (p PlacedContribution) GoString() string {
	return p.String()
}

// NewContributions combines the contributions to a commitment, in the order of its sources.
func NewContributions(commitment *Commitment, contributions ...Contribution) (*Contributions, error) {
	of, err := commitment.Digest()
	if err != nil {
		return nil, err
	}
	return &Contributions{Spec: Spec, Commitment: of, Contributions: contributions}, nil
}

// ParseContributions reads contributions.json with all checks, like json.Unmarshal into [Contributions].
func ParseContributions(document []byte) (*Contributions, error) {
	contributions := new(Contributions)
	return unlessFailed(contributions, contributions.UnmarshalJSON(document))
}

// UnmarshalJSON reads the contributions with all checks.
func (c *Contributions) UnmarshalJSON(document []byte) error {
	type plain Contributions
	return parse(C.SUIJI_CONTRIBUTIONS, document, (*plain)(c))
}

// ParsePlacedContributions reads a list of contributions, each with the number of its source.
func ParsePlacedContributions(document []byte) ([]PlacedContribution, error) {
	var placed []PlacedContribution
	if err := parse(C.SUIJI_PARTIAL_CONTRIBUTIONS, document, &placed); err != nil {
		return nil, err
	}
	return placed, nil
}

// ParseCommitment reads commitment.json. Only its form is checked: [Reopen] checks it against the inputs.
func ParseCommitment(document []byte) (*Commitment, error) {
	commitment := new(Commitment)
	return unlessFailed(commitment, commitment.UnmarshalJSON(document))
}

// UnmarshalJSON reads the commitment. Only its form is checked.
func (c *Commitment) UnmarshalJSON(document []byte) error {
	type plain Commitment
	return parse(C.SUIJI_COMMITMENT, document, (*plain)(c))
}

// Canonical returns the bytes that are hashed for a digest.
func (c *Commitment) Canonical() ([]byte, error) {
	return canonical(c)
}

// Digest returns the digest. Publish it before any source produces its value.
func (c *Commitment) Digest() (string, error) {
	return digest(C.SUIJI_COMMITMENT, "", c)
}

// Task returns the part of the commitment about a task; nil if it does not have the task.
func (c *Commitment) Task(id string) *SealedTask {
	return find(c.Tasks, func(of *SealedTask) bool { return of.ID == id })
}

// Reasons returns the number of entities that the task excludes for each reason.
func (t *SealedTask) Reasons() []SealedReason {
	return t.Excluded.Reasons
}

// Take returns the number of entities drawn from all strata.
func (t *SealedTask) Take() int64 {
	var take int64
	for _, stratum := range t.Strata {
		take += stratum.Take
	}
	return take
}

// Probability returns the exact probability of being selected.
func (s *SealedStratum) Probability() Fraction {
	return Fraction{Numer: s.Take, Denom: s.Size}
}

// Arrange makes the contribution of a live source, counted from 0, from the numbers of all its parts in the order in which they fell.
func (c *Commitment) Arrange(source int, fallen ...int64) (Contribution, error) {
	written, err := json.Marshal(c)
	if err != nil {
		return Contribution{}, err
	}
	placed, err := callList[PlacedContribution](nil, func(out, failure **C.suiji_handle) C.int32_t {
		numbers := (*C.int64_t)(unsafe.Pointer(unsafe.SliceData(fallen)))
		return C.suiji_arrange(chars(written), size(written), C.int32_t(source), numbers, C.size_t(len(fallen)), out, failure)
	})
	if err != nil {
		return Contribution{}, err
	}
	return placed[0].Contribution(), nil
}

// Contributions combines the contributions of all sources, in any order. It reports those that are missing or do not fit.
func (c *Commitment) Contributions(placed ...PlacedContribution) (*Contributions, error) {
	commitment, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	list, err := json.Marshal(append([]PlacedContribution{}, placed...))
	if err != nil {
		return nil, err
	}
	return callObject[Contributions](nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_contributions(chars(commitment), size(commitment), chars(list), size(list), out, failure)
	})
}
