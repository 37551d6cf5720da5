package suiji

// #include <suiji.h>
import "C"

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"
)

// Record is the record of a draw (抽取记录).
type Record struct{ object }

// PublicForm is the public form (公示文本) of a record.
type PublicForm struct{ object }

// ReadRecord reads record.json. Only its form is checked: [Record.Verify] checks the content.
func ReadRecord(ctx context.Context, document io.Reader, with ...RunOption) (*Record, error) {
	made, err := readLarge(ctx, C.SUIJI_RECORD, document, with)
	return unlessFailed(&Record{made}, err)
}

// ReadPublicForm reads a public form. Only its form is checked: [PublicForm.Verify] checks the content.
func ReadPublicForm(ctx context.Context, document io.Reader, with ...RunOption) (*PublicForm, error) {
	made, err := readLarge(ctx, C.SUIJI_PUBLIC_FORM, document, with)
	return unlessFailed(&PublicForm{made}, err)
}

// largest is more than the library accepts. So the library refuses larger input.
const largest = 256<<20 + 1

func readLarge(ctx context.Context, kind C.int32_t, document io.Reader, with []RunOption) (object, error) {
	data, err := io.ReadAll(io.LimitReader(document, largest))
	if err != nil {
		return object{}, err
	}
	made, err := runHandle(ctx, with, nil, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_read(kind, chars(data), size(data), run, out, failure)
	})
	return object{made}, err
}

func (r *Record) native() *handle {
	if r == nil {
		return nil
	}
	return r.handle
}

func (p *PublicForm) native() *handle {
	if p == nil {
		return nil
	}
	return p.handle
}

// Digest returns the digest of the record. Read it aloud, and publish it.
func (r *Record) Digest() (string, error) {
	digest, err := r.part(C.SUIJI_DIGEST)
	return string(digest), err
}

// Digest returns the digest of the record.
func (p *PublicForm) Digest() (string, error) {
	digest, err := p.part(C.SUIJI_DIGEST)
	return string(digest), err
}

// Seed returns the seed, which is computed from the contributions.
func (r *Record) Seed() (string, error) {
	seed, err := r.part(C.SUIJI_SEED)
	return string(seed), err
}

// Seed returns the seed, which is computed from the contributions.
func (p *PublicForm) Seed() (string, error) {
	seed, err := p.part(C.SUIJI_SEED)
	return string(seed), err
}

// Commitment returns the commitment.
func (r *Record) Commitment() (*Commitment, error) {
	return partDocument[Commitment](r.object, C.SUIJI_COMMITMENT)
}

// Commitment returns the commitment.
func (p *PublicForm) Commitment() (*Commitment, error) {
	return partDocument[Commitment](p.object, C.SUIJI_COMMITMENT)
}

// Contributions returns the contributions of the sources.
func (r *Record) Contributions() (*Contributions, error) {
	return partDocument[Contributions](r.object, C.SUIJI_CONTRIBUTIONS)
}

// Contributions returns the contributions of the sources.
func (p *PublicForm) Contributions() (*Contributions, error) {
	return partDocument[Contributions](p.object, C.SUIJI_CONTRIBUTIONS)
}

// Document returns the contents of the record.
func (r *Record) Document() (*RecordDocument, error) {
	return content[RecordDocument](r.object)
}

// Document returns the contents of the public form.
func (p *PublicForm) Document() (*PublicFormDocument, error) {
	return content[PublicFormDocument](p.object)
}

func content[T any](of object) (*T, error) {
	var written bytes.Buffer
	if _, err := of.writeTo(&written, C.SUIJI_JSON); err != nil {
		return nil, err
	}
	document := new(T)
	return unlessFailed(document, json.Unmarshal(written.Bytes(), document))
}

// Draw returns the draw of a task; nil if there is no such task.
func (r *RecordDocument) Draw(task string) *Draw {
	return find(r.Draws, func(of *Draw) bool { return of.Task == task })
}

// Draw returns the published result of a task; nil if there is no such task.
func (p *PublicFormDocument) Draw(task string) *PublicDraw {
	return find(p.Draws, func(of *PublicDraw) bool { return of.Task == task })
}

// Lead returns the lead of the team; empty if that seat is vacant.
func (t *DrawnTeam) Lead() string {
	if len(t.Members) == 0 || slices.Contains(t.Vacant, 0) {
		return ""
	}
	return t.Members[0]
}

// WriteTo writes record.json.
func (r *Record) WriteTo(to io.Writer) (int64, error) {
	return r.writeTo(to, C.SUIJI_JSON)
}

// WriteTo writes the public form as JSON.
func (p *PublicForm) WriteTo(to io.Writer) (int64, error) {
	return p.writeTo(to, C.SUIJI_JSON)
}

// Canonical returns the bytes that are hashed for the digest.
func (r *Record) Canonical() ([]byte, error) {
	return canonicalOf(r.object)
}

// MarshalJSON makes the record a part of other JSON.
func (r *Record) MarshalJSON() ([]byte, error) {
	return canonicalOf(r.object)
}

// MarshalJSON makes the public form a part of other JSON.
func (p *PublicForm) MarshalJSON() ([]byte, error) {
	return canonicalOf(p.object)
}

func canonicalOf(of object) ([]byte, error) {
	var written bytes.Buffer
	_, err := of.writeTo(&written, C.SUIJI_CANONICAL)
	return written.Bytes(), err
}

// PublicForm makes the public form. A blinded commitment needs its secret, which is otherwise empty.
func (r *Record) PublicForm(ctx context.Context, secret string, with ...RunOption) (*PublicForm, error) {
	hidden := []byte(secret)
	made, err := runHandle(ctx, with, r.uses(), func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_public_form(r.handle.raw(), chars(hidden), size(hidden), run, out, failure)
	})
	return unlessFailed(&PublicForm{object{made}}, err)
}

// State returns the holders of all seats after the draw and its amendments. Amendments can be nil.
func (r *Record) State(amendments *Amendments) (*AmendedState, error) {
	after, err := optional(amendments)
	if err != nil {
		return nil, err
	}
	return callObject[AmendedState](r.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_state(r.handle.raw(), chars(after), size(after), out, failure)
	})
}
