package suiji_test

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"suiji.org/suiji"
)

// folder reads the files of folders as documents. A file of a later folder replaces one of an earlier folder.
func folder(t *testing.T, folders ...string) documents {
	t.Helper()
	all := documents{}
	for _, one := range folders {
		for _, file := range must(os.ReadDir(one))(t) {
			if file.IsDir() {
				continue
			}
			name := file.Name()
			if table, form, _ := strings.Cut(name, "."); form == "csv" {
				delete(all, table+".jsonl")
			} else if form == "jsonl" {
				delete(all, table+".csv")
			}
			all[name] = asText(t, must(os.ReadFile(filepath.Join(one, name)))(t))
		}
	}
	return all
}

// asText is the form of a document that is exactly these bytes.
func asText(t *testing.T, data []byte) json.RawMessage {
	t.Helper()
	return written(t, []any{map[string]any{"hex": hex.EncodeToString(data)}})
}

func folders(t *testing.T, kind string, atLeast int) []string {
	t.Helper()
	var all []string
	for _, entry := range must(os.ReadDir(filepath.Join(vectors, kind)))(t) {
		if entry.IsDir() {
			all = append(all, filepath.Join(vectors, kind, entry.Name()))
		}
	}
	if len(all) < atLeast {
		t.Fatalf("%d folders in %s, expected %d or more", len(all), kind, atLeast)
	}
	return all
}

func TestCasesMatch(t *testing.T) {
	drawn, refused := 0, 0
	for _, name := range folders(t, "cases", 65) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			of := folder(t, name)
			sealed, record, err := of.draw(t)
			expected, missing := os.ReadFile(filepath.Join(name, "expected/record.json"))
			if missing != nil {
				if found := new(suiji.Error); !errors.As(err, &found) {
					t.Fatalf("not refused: %v", err)
				}
				refused++
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			drawn++
			same(t, "record", jsonOf(t, record), json.RawMessage(expected))
			inputs := must(sealed.Inputs())(t)
			commitment := must(sealed.Commitment())(t)
			reopened := must(suiji.Reopen(ctx, inputs, commitment, must(sealed.Secret())(t)))(t)
			again := must(of.drawFrom(t, reopened))(t)
			if must(again.Digest())(t) != must(record.Digest())(t) {
				t.Error("another record after reopening")
			}
			if err := must(record.Verify(ctx, of.evidence(t, everything)))(t).Require(); err != nil {
				t.Error(err)
			}
			amended(t, name, of, sealed, record)
		})
	}
	if drawn < 43 || refused < 22 {
		t.Errorf("only %d drawn, %d refused", drawn, refused)
	}
}

func amended(t *testing.T, name string, of documents, sealed *suiji.Sealed, record *suiji.Record) {
	t.Helper()
	if of["requests.json"] == nil {
		return
	}
	made, err := sealed.Amend(ctx, record, nil, must(suiji.ParseRequests(of.bytes(t, "requests.json")))(t))
	expected, missing := os.ReadFile(filepath.Join(name, "expected/amendments.json"))
	if missing != nil {
		if err == nil {
			t.Error("requests that must be refused were accepted")
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	same(t, "amendments", written(t, made), json.RawMessage(expected))
}

func TestMistakesOfOfficesAreFound(t *testing.T) {
	found := 0
	for _, name := range folders(t, "found", 60) {
		var expected struct {
			Findings []struct{ Code, Severity string }
		}
		file, err := os.ReadFile(filepath.Join(name, "expected.json"))
		if err != nil {
			continue
		}
		if err := json.Unmarshal(file, &expected); err != nil {
			t.Fatal(err)
		}
		codes := codesOf(t, folder(t, filepath.Join(vectors, "found/sound"), name))
		for _, one := range expected.Findings {
			if !slices.Contains(codes, one.Severity+" "+one.Code) {
				t.Errorf("%s: expected %s, found %v", name, one.Code, codes)
			}
		}
		if len(expected.Findings) == 0 && len(codes) > 0 {
			t.Errorf("%s: %v", name, codes)
		}
		found++
	}
	if found < 60 {
		t.Errorf("only %d mistakes", found)
	}
}

// codesOf returns the codes of the findings, or of the faults if the inputs cannot be sealed, each after its severity.
func codesOf(t *testing.T, of documents) []string {
	t.Helper()
	var codes []string
	sealed, err := of.seal(t)
	if refused := new(suiji.Error); errors.As(err, &refused) {
		for _, fault := range refused.Faults {
			codes = append(codes, "error "+fault.Code)
		}
		return codes
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range must(sealed.Findings())(t) {
		codes = append(codes, string(finding.Severity)+" "+finding.Code)
	}
	return codes
}

func TestTheSignatureOfDrandIsChecked(t *testing.T) {
	file := must(os.Open(filepath.Join(vectors, "drand/record.json")))(t)
	defer file.Close()
	record := must(suiji.ReadRecord(ctx, file))(t)
	report := must(record.Verify(ctx, suiji.Evidence{}))(t)
	is := func(check suiji.Check) bool {
		return check.ID == "contributions.drand" && check.Outcome == suiji.OutcomeEstablished
	}
	if report.Verdict != suiji.VerdictIncomplete || !slices.ContainsFunc(report.Checks, is) {
		t.Error(report.Verdict)
	}
}

func TestCanonicalJSONIsThatOfTheStandard(t *testing.T) {
	var standard struct {
		Documents []struct{ Input, Output string }
	}
	if err := json.Unmarshal(must(os.ReadFile(filepath.Join(vectors, "primitives/jcs.json")))(t), &standard); err != nil {
		t.Fatal(err)
	}
	same := 0
	for _, document := range standard.Documents {
		output, err := suiji.CanonicalJSON([]byte(document.Input))
		if refused := new(suiji.Error); errors.As(err, &refused) && (refused.Code == "json.null" || refused.Code == "json.number") {
			continue // null and fractions, which no document may contain
		}
		if err != nil || string(output) != document.Output {
			t.Errorf("expected %s, found %s, %v", document.Output, output, err)
		}
		same++
	}
	if same != 3 {
		t.Errorf("expected 3 documents, found %d", same)
	}
}
