package suiji_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"suiji.org/suiji"
)

var everything = []string{"plan", "registry", "roster", "history", "secret", "earlier"}

// jsonOf returns the JSON that an object writes.
func jsonOf(t *testing.T, of interface{ MarshalJSON() ([]byte, error) }) []byte {
	t.Helper()
	return must(of.MarshalJSON())(t)
}

// keepsItsMeaning ends the test unless a document is the same after it was a value of Go.
func keepsItsMeaning[T any](t *testing.T, what string, document []byte, value *T) {
	t.Helper()
	before := must(suiji.CanonicalJSON(document))(t)
	after := must(suiji.CanonicalJSON(written(t, value)))(t)
	if !bytes.Equal(before, after) {
		t.Fatalf("%s: %s became %s", what, before, after)
	}
}

func TestDrawsMatchTheVectors(t *testing.T) {
	each(t, "draws", 72, func(t *testing.T, of *vector) {
		sealed, record, err := of.Documents.draw(t)
		if err != nil {
			t.Fatal(err)
		}
		defer sealed.Close()
		defer record.Close()
		commitment := must(sealed.Commitment())(t)
		if found := string(must(commitment.Canonical())(t)); found != of.Expected.CommitmentJCS {
			t.Fatalf("another commitment: %s", found)
		}
		if found := must(sealed.Digest())(t); found != of.Expected.CommitmentDigest || found != must(commitment.Digest())(t) {
			t.Fatalf("another digest: %s", found)
		}
		same(t, "record", jsonOf(t, record), of.Expected.Record)
		if found := must(record.Digest())(t); found != of.Expected.RecordDigest {
			t.Fatalf("another digest of the record: %s", found)
		}
		form := must(record.PublicForm(ctx, of.Documents.secret(t)))(t)
		same(t, "public form", jsonOf(t, form), of.Expected.Public)
		report := must(record.Verify(ctx, of.Documents.evidence(t, everything)))(t)
		if err := report.Require(); err != nil || report.Verdict != suiji.VerdictHolds {
			t.Fatal(report.Verdict, err)
		}
		keepsItsMeaning(t, "record", of.Expected.Record, must(record.Document())(t))
		keepsItsMeaning(t, "public form", of.Expected.Public, must(form.Document())(t))
		keepsItsMeaning(t, "contributions", must(json.Marshal(must(record.Contributions())(t)))(t), must(record.Contributions())(t))
	})
}

// run performs the call of a refusal, and returns the error.
func (v *vector) run(t *testing.T) error {
	switch v.Run {
	case "read":
		return v.read(t)
	case "reopen":
		commitment := must(suiji.ParseCommitment(v.Documents.bytes(t, "commitment.json")))(t)
		sealed, err := suiji.Reopen(ctx, must(v.Documents.inputs(t))(t), commitment, v.Documents.secret(t))
		if err != nil {
			return err
		}
		_, err = v.Documents.drawFrom(t, sealed)
		return err
	case "draw":
		_, _, err := v.Documents.draw(t)
		return err
	}
	record := must(suiji.ReadRecord(ctx, bytes.NewReader(v.Documents.bytes(t, "record.json"))))(t)
	switch v.Run {
	case "publish":
		_, err := record.PublicForm(ctx, v.Documents.secret(t))
		return err
	case "receipt":
		_, err := must(v.Documents.seal(t))(t).Receipt(record, v.Entity)
		return err
	case "require":
		return must(record.Verify(ctx, suiji.Evidence{}))(t).Require()
	}
	t.Fatalf("unknown run %s", v.Run)
	return nil
}

func (v *vector) read(t *testing.T) error {
	var err error
	for name := range v.Documents {
		document := v.Documents.bytes(t, name)
		switch name {
		case "commitment.json":
			_, err = suiji.ParseCommitment(document)
		case "record.json":
			_, err = suiji.ReadRecord(ctx, bytes.NewReader(document))
		case "public-form.json":
			_, err = suiji.ReadPublicForm(ctx, bytes.NewReader(document))
		case "receipt.json":
			_, err = suiji.ParseReceipt(document)
		case "amendments.json":
			_, err = suiji.ParseAmendments(document)
		default:
			t.Fatalf("unknown document %s", name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// placeOf is the place of a fault in the form of the vectors.
func placeOf(of suiji.Place) string {
	place := of.Kind
	if of.Row != 0 {
		place += fmt.Sprintf(" row %d", of.Row)
	}
	return strings.TrimSuffix(place+" "+of.Path, " ")
}

func TestRefusalsHaveTheirCodeAndPlace(t *testing.T) {
	each(t, "refusals", 208, func(t *testing.T, of *vector) {
		var refused *suiji.Error
		if err := of.run(t); !errors.As(err, &refused) {
			t.Fatalf("not refused: %v", err)
		}
		if refused.Code != of.Expected.Code || refused.Kind != of.Expected.Kind {
			t.Errorf("expected %s of %s, found %v", of.Expected.Code, of.Expected.Kind, refused)
		}
		if found := placeOf(refused.Faults[0].Place); found != of.Expected.Place {
			t.Errorf("expected the place %q, found %q", of.Expected.Place, found)
		}
		if refused.Count != 1 || refused.MessageZH() == "" || !strings.Contains(refused.Error(), refused.Code) {
			t.Errorf("unexpected texts: %v, %s", refused, refused.MessageZH())
		}
	})
}

// failed returns the ids of the checks that failed.
func failed(report *suiji.Report) []string {
	var ids []string
	for _, check := range report.Checks {
		if check.Outcome == suiji.OutcomeFailed {
			ids = append(ids, check.ID)
		}
	}
	return ids
}

// isFound ends the test unless a change was refused, or its checks failed.
func isFound(t *testing.T, of change, report *suiji.Report, err error) {
	t.Helper()
	var refused *suiji.Error
	if errors.As(err, &refused) {
		if refused.Code != of.Refused {
			t.Errorf("%s: %v", of.Name, refused)
		}
		return
	}
	if err != nil || of.Refused != "" || len(of.Fails) == 0 {
		t.Fatalf("%s: accepted, %v", of.Name, err)
	}
	if report.Require() == nil {
		t.Errorf("%s: holds", of.Name)
	}
	for _, id := range of.Fails {
		if !slices.Contains(failed(report), id) {
			t.Errorf("%s: %s has not failed", of.Name, id)
		}
	}
}

func TestEveryChangeIsFound(t *testing.T) {
	changes := 0
	each(t, "tampered", 1, func(t *testing.T, of *vector) {
		var record struct {
			Commitment suiji.Commitment `json:"commitment"`
		}
		if err := json.Unmarshal(of.Record, &record); err != nil {
			t.Fatal(err)
		}
		sheet := must(record.Commitment.Digest())(t)
		for _, one := range of.Cases {
			changes++
			documents, original, form := of.Documents, of.Record, of.Public
			switch one.Change {
			case "record":
				original = patched(t, original, one.Patch)
			case "public":
				form = patched(t, form, one.Patch)
			default:
				documents = documents.with(t, one.Change, one.Patch)
			}
			evidence := documents.evidence(t, one.With)
			if slices.Contains(one.With, "sheet") {
				evidence.Commitment = sheet
			}
			report, err := verified(one.Change == "public", original, form, evidence)
			isFound(t, one, report, err)
		}
	})
	if changes < 120 {
		t.Errorf("only %d changes", changes)
	}
}

func verified(isPublic bool, record, form []byte, evidence suiji.Evidence) (*suiji.Report, error) {
	if isPublic {
		read, err := suiji.ReadPublicForm(ctx, bytes.NewReader(form))
		if err != nil {
			return nil, err
		}
		return read.Verify(ctx, evidence)
	}
	read, err := suiji.ReadRecord(ctx, bytes.NewReader(record))
	if err != nil {
		return nil, err
	}
	return read.Verify(ctx, evidence)
}
