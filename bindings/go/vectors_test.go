package suiji_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"suiji.org/suiji"
)

// The vectors are in the repository, beside the bindings.
const vectors = "../../tests/vectors"

var ctx = context.Background()

// must ends the test if a call fails.
func must[T any](value T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// tree reads JSON into maps and lists, with numbers as written.
func tree(t *testing.T, data []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

func written(t *testing.T, value any) []byte {
	t.Helper()
	return must(json.Marshal(value))(t)
}

// same ends the test unless both are the same JSON.
func same(t *testing.T, what string, found []byte, expected any) {
	t.Helper()
	if !reflect.DeepEqual(tree(t, found), tree(t, written(t, expected))) {
		t.Fatalf("another %s: %s", what, found)
	}
}

// A vector is a file of tests/vectors.
type vector struct {
	Documents documents `json:"documents"`
	Expected  struct {
		CommitmentJCS    string                                   `json:"commitment_jcs"`
		CommitmentDigest string                                   `json:"commitment_digest"`
		Record           json.RawMessage                          `json:"record"`
		RecordDigest     string                                   `json:"record_digest"`
		Public           json.RawMessage                          `json:"public"`
		Code             string                                   `json:"code"`
		Kind             string                                   `json:"kind"`
		Place            string                                   `json:"place"`
		Amendments       json.RawMessage                          `json:"amendments"`
		WithPlan         struct{ Established, On_trust []string } `json:"with_plan"`
		WithoutPlan      struct{ Established, On_trust []string } `json:"without_plan"`
	} `json:"expected"`
	Run     string          `json:"run"`
	Entity  string          `json:"entity"`
	Record  json.RawMessage `json:"record"`
	Public  json.RawMessage `json:"public"`
	Receipt json.RawMessage `json:"receipt"`
	Cases   []change        `json:"cases"`
	Changed []change        `json:"changed"`
	Refused []struct {
		Name    string
		Code    string
		Request json.RawMessage
	} `json:"refused"`
	Steps json.RawMessage `json:"steps"`
}

// A change of a document, and its expected result.
type change struct {
	Name     string          `json:"name"`
	Change   string          `json:"change"`
	Patch    json.RawMessage `json:"patch"`
	With     []string        `json:"with"`
	WithPlan bool            `json:"with_plan"`
	Fails    []string        `json:"fails"`
	Refused  string          `json:"refused"`
	Code     string          `json:"code"`
}

// each runs a test for each vector of a folder. There must be at least this number.
func each(t *testing.T, folder string, atLeast int, run func(*testing.T, *vector)) {
	files := must(filepath.Glob(filepath.Join(vectors, folder, "*.json")))(t)
	if len(files) < atLeast {
		t.Fatalf("%d vectors in %s, expected %d or more", len(files), folder, atLeast)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			of := new(vector)
			if err := json.Unmarshal(must(os.ReadFile(file))(t), of); err != nil {
				t.Fatal(err)
			}
			run(t, of)
		})
	}
}

// documents are those of a vector by name, in the forms of tests/vectors/README.md.
type documents map[string]json.RawMessage

func (d documents) bytes(t *testing.T, name string) []byte {
	t.Helper()
	if d[name] == nil {
		return nil
	}
	switch of := tree(t, d[name]).(type) {
	case string:
		return []byte(of)
	case map[string]any:
		if value, is := of["json"]; is {
			return written(t, value)
		}
		var lines bytes.Buffer
		for _, row := range of["rows"].([]any) {
			lines.Write(append(written(t, row), '\n'))
		}
		return lines.Bytes()
	case []any:
		var all bytes.Buffer
		for _, part := range of {
			all.Write(partOf(t, part))
		}
		return all.Bytes()
	}
	t.Fatalf("%s has none of the four forms", name)
	return nil
}

func partOf(t *testing.T, part any) []byte {
	t.Helper()
	if text, is := part.(string); is {
		return []byte(text)
	}
	of := part.(map[string]any)
	if digits, is := of["hex"].(string); is {
		return must(hex.DecodeString(digits))(t)
	}
	times := must(of["times"].(json.Number).Int64())(t)
	return bytes.Repeat([]byte(of["repeat"].(string)), int(times))
}

// with returns the documents with one of them changed.
func (d documents) with(t *testing.T, name string, patch json.RawMessage) documents {
	t.Helper()
	changed := documents{}
	for key, value := range d {
		changed[key] = value
	}
	of := tree(t, d[name]).(map[string]any)
	for form := range of {
		of[form] = tree(t, patched(t, written(t, of[form]), patch))
	}
	changed[name] = written(t, of)
	return changed
}

func (d documents) registry(t *testing.T) (*suiji.Registry, error) {
	if d["registry.csv"] != nil {
		return suiji.ReadRegistryCSV(ctx, bytes.NewReader(d.bytes(t, "registry.csv")))
	}
	return suiji.ReadRegistry(ctx, bytes.NewReader(d.bytes(t, "registry.jsonl")))
}

func (d documents) roster(t *testing.T) (*suiji.Roster, error) {
	if d["roster.csv"] != nil {
		return suiji.ReadRosterCSV(ctx, bytes.NewReader(d.bytes(t, "roster.csv")))
	}
	return suiji.ReadRoster(ctx, bytes.NewReader(d.bytes(t, "roster.jsonl")))
}

func (d documents) history(t *testing.T) (*suiji.History, error) {
	if d["history.csv"] != nil {
		return suiji.ReadHistoryCSV(ctx, bytes.NewReader(d.bytes(t, "history.csv")))
	}
	return suiji.ReadHistory(ctx, bytes.NewReader(d.bytes(t, "history.jsonl")))
}

func (d documents) inputs(t *testing.T) (*suiji.Inputs, error) {
	plan, err := suiji.ParsePlan(d.bytes(t, "plan.json"))
	if err != nil {
		return nil, err
	}
	registry, err := d.registry(t)
	if err != nil {
		return nil, err
	}
	roster, err := d.roster(t)
	if err != nil {
		return nil, err
	}
	history, err := d.history(t)
	if err != nil {
		return nil, err
	}
	return suiji.NewInputs(ctx, plan, registry, roster, history)
}

func (d documents) earlier(t *testing.T) ([]suiji.Commitment, error) {
	document := d.bytes(t, "earlier.json")
	if document == nil {
		return nil, nil
	}
	var earlier []suiji.Commitment
	return earlier, json.Unmarshal(document, &earlier)
}

func (d documents) secret(t *testing.T) string {
	t.Helper()
	ceremony, err := suiji.ParseCeremony(d.bytes(t, "ceremony.json"))
	if err != nil {
		return ""
	}
	return ceremony.Secret
}

func (d documents) seal(t *testing.T) (*suiji.Sealed, error) {
	inputs, err := d.inputs(t)
	if err != nil {
		return nil, err
	}
	defer inputs.Close()
	ceremony, err := suiji.ParseCeremony(d.bytes(t, "ceremony.json"))
	if err != nil {
		return nil, err
	}
	earlier, err := d.earlier(t)
	if err != nil {
		return nil, err
	}
	return suiji.Seal(ctx, inputs, ceremony, earlier)
}

func (d documents) draw(t *testing.T) (*suiji.Sealed, *suiji.Record, error) {
	sealed, err := d.seal(t)
	if err != nil {
		return nil, nil, err
	}
	record, err := d.drawFrom(t, sealed)
	return sealed, record, err
}

func (d documents) drawFrom(t *testing.T, sealed *suiji.Sealed) (*suiji.Record, error) {
	contributions, err := suiji.ParseContributions(d.bytes(t, "contributions.json"))
	if err != nil {
		return nil, err
	}
	return sealed.Draw(ctx, contributions)
}

// evidence is that of the documents with these names.
func (d documents) evidence(t *testing.T, names []string) suiji.Evidence {
	t.Helper()
	var evidence suiji.Evidence
	for _, name := range names {
		switch name {
		case "plan":
			evidence.Plan = must(suiji.ParsePlan(d.bytes(t, "plan.json")))(t)
		case "registry":
			evidence.Registry = must(d.registry(t))(t)
		case "roster":
			evidence.Roster = must(d.roster(t))(t)
		case "history":
			evidence.History = must(d.history(t))(t)
		case "earlier":
			evidence.Earlier = must(d.earlier(t))(t)
		case "secret":
			evidence.Secret = d.secret(t)
		}
	}
	return evidence
}

// patched applies a patch (RFC 6902).
func patched(t *testing.T, document, patch json.RawMessage) []byte {
	t.Helper()
	value := tree(t, document)
	for _, step := range tree(t, patch).([]any) {
		of := step.(map[string]any)
		path := strings.Split(of["path"].(string), "/")[1:]
		value = changed(t, value, path, of["op"].(string), of["value"])
	}
	return written(t, value)
}

func changed(t *testing.T, value any, path []string, operation string, to any) any {
	t.Helper()
	key := strings.NewReplacer("~1", "/", "~0", "~").Replace(path[0])
	switch of := value.(type) {
	case map[string]any:
		if len(path) > 1 {
			of[key] = changed(t, of[key], path[1:], operation, to)
		} else if operation == "remove" {
			delete(of, key)
		} else {
			of[key] = to
		}
		return of
	case []any:
		at := len(of)
		if key != "-" {
			at = must(strconv.Atoi(key))(t)
		}
		switch {
		case len(path) > 1:
			of[at] = changed(t, of[at], path[1:], operation, to)
		case operation == "remove":
			return append(of[:at:at], of[at+1:]...)
		case operation == "add":
			return append(of[:at:at], append([]any{to}, of[at:]...)...)
		default:
			of[at] = to
		}
		return of
	}
	t.Fatalf("no place %s", key)
	return nil
}
