package suiji

// #include <suiji.h>
import "C"

import (
	"crypto/rand"
	"encoding/hex"
)

// ParseCeremony reads ceremony.json with all checks, like json.Unmarshal into a [Ceremony].
func ParseCeremony(document []byte) (*Ceremony, error) {
	ceremony := new(Ceremony)
	return unlessFailed(ceremony, ceremony.UnmarshalJSON(document))
}

// UnmarshalJSON reads the ceremony with all checks.
func (c *Ceremony) UnmarshalJSON(document []byte) error {
	type plain Ceremony
	return parse(C.SUIJI_CEREMONY, document, (*plain)(c))
}

// String does not show the secret, so that it stays out of logs. The JSON of a ceremony contains it.
func (c Ceremony) String() string {
	return "Ceremony(…)"
}

// GoString does not show the secret.
func (c Ceremony) GoString() string {
	return c.String()
}

// Quicknet is the chain of drand that a [DrandSource] names.
const Quicknet = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"

// LiveSource is a source whose numbers are produced in public after sealing, such as throws of dice or the balls of a
// lottery. It has 1 to 20 parts, such as Part{Count: 20, From: 1, To: 6} for twenty throws of a die. The office never
// controls it.
func LiveSource(by By, name string, parts ...Part) Source {
	return Source{Kind: SourceKindLive, By: by, Name: name, Parts: parts}
}

// CommittedSource is a source whose value somebody chooses in secret and commits to before sealing, with [CommitmentOf].
func CommittedSource(by By, name, commitment string) Source {
	return Source{Kind: SourceKindCommitted, By: by, Name: name, Commitment: commitment}
}

// DrandSource is a round of the public randomness beacon drand (quicknet) that is published later than the sealing.
func DrandSource(name string, round int64) Source {
	return Source{Kind: SourceKindDrand, By: ByPublic, Name: name, Chain: Quicknet, Round: round}
}

// NewSecret returns 32 random bytes as 64 hex digits: the secret of a blinded commitment, or the nonce of [CommitmentOf].
func NewSecret() string {
	var random [32]byte
	rand.Read(random[:]) // it never fails, it ends the program instead
	return hex.EncodeToString(random[:])
}

// CommitmentOf returns the commitment of a committed source to its value. With the nonce nobody can guess the value.
// Each sealing needs a new nonce.
func CommitmentOf(hash Hash, nonce, value string) (string, error) {
	n, v := []byte(nonce), []byte(value)
	return callText(nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_commitment_of(hash.number(), chars(n), size(n), chars(v), size(v), out, failure)
	})
}
