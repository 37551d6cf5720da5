package suiji_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"suiji.org/suiji"
)

// read returns a document of an invented case.
func read(name string) []byte {
	data, err := os.ReadFile(filepath.Join(vectors, "cases/01", name))
	if err != nil {
		log.Fatal(err)
	}
	return data
}

// drawn is the draw of that case.
func drawn(ctx context.Context) (*suiji.Sealed, *suiji.Record) {
	inputs, err := suiji.ReadInputs(ctx, read("plan.json"), read("registry.jsonl"), read("roster.jsonl"), read("history.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	ceremony, err := suiji.ParseCeremony(read("ceremony.json"))
	if err != nil {
		log.Fatal(err)
	}
	sealed, err := suiji.Seal(ctx, inputs, ceremony, nil)
	if err != nil {
		log.Fatal(err)
	}
	contributions, err := suiji.ParseContributions(read("contributions.json"))
	if err != nil {
		log.Fatal(err)
	}
	record, err := sealed.Draw(ctx, contributions)
	if err != nil {
		log.Fatal(err)
	}
	return sealed, record
}

// From documents to a record that verifies.
func Example() {
	ctx := context.Background()
	inputs, err := suiji.ReadInputs(ctx, read("plan.json"), read("registry.jsonl"), read("roster.jsonl"), read("history.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	defer inputs.Close()
	ceremony, err := suiji.ParseCeremony(read("ceremony.json"))
	if err != nil {
		log.Fatal(err)
	}
	sealed, err := suiji.Seal(ctx, inputs, ceremony, nil)
	if err != nil {
		log.Fatal(err)
	}
	defer sealed.Close()
	// Publish the digest of the commitment now. Then let the dice be thrown.
	contributions, err := suiji.ParseContributions(read("contributions.json"))
	if err != nil {
		log.Fatal(err)
	}
	record, err := sealed.Draw(ctx, contributions)
	if err != nil {
		log.Fatal(err)
	}
	defer record.Close()
	report, err := record.Verify(ctx, suiji.Evidence{Inputs: inputs})
	if err != nil {
		log.Fatal(err)
	}
	digest, err := record.Digest()
	fmt.Println(report.Verdict, report.Require(), digest, err)
	// Output: holds <nil> b1e65b5d09785f95afe6414e03089ebbb0c3b04c6db7c8197c03cdb950915552 <nil>
}

// A plan that is made in Go. All faults are reported together, in English and Chinese.
func ExamplePlan() {
	plan := &suiji.Plan{
		Title:     "样例计划",
		Authority: "样例县工信局",
		Year:      2024,
		Tasks: []suiji.Task{{
			ID:    "J1",
			Name:  "样例抽查",
			Quota: &suiji.Quota{AtLeast: "5%", Min: 3},
			Team:  &suiji.Team{Seats: []suiji.SeatGroup{{Department: "样例县工信局", Count: 2}}},
		}},
	}
	fmt.Println(plan.Check())

	plan.Year = 24
	plan.Tasks[0].Quota = suiji.AtLeast("5")
	var refused *suiji.Error
	if errors.As(plan.Check(), &refused) {
		for _, fault := range refused.Faults {
			fmt.Println(fault.Code, fault.Place.Path)
		}
	}
	// Output:
	// <nil>
	// json.range $.year
	// ratio.form $.tasks[0].quota.at_least
}

// Numbers that fell become the contribution of their source.
func ExampleCommitment_Arrange() {
	sealed, _ := drawn(context.Background())
	commitment, err := sealed.Commitment()
	if err != nil {
		log.Fatal(err)
	}
	source := commitment.Sources[1]
	fmt.Println(source.Kind, source.Parts[0].Count, source.Parts[0].From, source.Parts[0].To)
	_, err = commitment.Arrange(1, 7)
	var refused *suiji.Error
	if errors.As(err, &refused) {
		fmt.Println(refused.Code)
	}
	// Output:
	// live 20 1 6
	// contributions.length
}

// The receipt of one entity. It has the result in words, and is checked with only the public form.
func ExampleSealed_Receipt() {
	ctx := context.Background()
	sealed, record := drawn(ctx)
	selected, err := record.Document()
	if err != nil {
		log.Fatal(err)
	}
	receipt, err := sealed.Receipt(record, selected.Draws[0].Selected[0].ID)
	if err != nil {
		log.Fatal(err)
	}
	statements, err := receipt.Statements(nil)
	if err != nil {
		log.Fatal(err)
	}
	form, err := record.PublicForm(ctx, "")
	if err != nil {
		log.Fatal(err)
	}
	report, err := receipt.Check(form, nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(statements[0].State, report.Verdict)
	// Output: selected holds
}

// An inspector falls ill and others step in. The seed decides who.
func ExampleSealed_Amend() {
	ctx := context.Background()
	sealed, record := drawn(ctx)
	state, err := record.State(nil)
	if err != nil {
		log.Fatal(err)
	}
	var ill string
	for _, task := range state.Tasks {
		if len(task.Teams) > 0 && len(task.Teams[0].Members) > 0 {
			ill = task.Teams[0].Members[0]
			break
		}
	}
	at, head, why := suiji.Time("2024-09-10T09:00:00+08:00"), "样例局长", "生病"
	amendments, err := sealed.Amend(ctx, record, nil, []suiji.Request{
		suiji.AwayRequest(at, head, why, ill),                         // takes no further seat
		suiji.SubstituteRequest(at, head, why, state.SeatsOf(ill)...), // leaves those held now
	})
	if err != nil {
		log.Fatal(err)
	}
	after, err := record.State(amendments)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(state.SeatsOf(ill)) > 0, len(after.SeatsOf(ill)))
	// Output: true 0
}

// Rows of a database go into a builder, one by one or many at a time.
func ExampleTableBuilder() {
	builder, err := suiji.NewRegistryBuilder(nil)
	if err != nil {
		log.Fatal(err)
	}
	defer builder.Close()
	for number := range 3 { // rows.Next()
		err := builder.Add(suiji.Entity{ID: fmt.Sprintf("A-%d", number), Name: "样例企业", Class: "low"})
		if err != nil {
			log.Fatal(err)
		}
	}
	registry, err := builder.Finish(context.Background(), suiji.Threads(2))
	if err != nil {
		log.Fatal(err)
	}
	defer registry.Close()
	fmt.Println(registry.Len())
	// Output: 3
}

// Documents are read from JSON with all their checks, also inside other JSON.
func ExampleParsePlan() {
	var request struct {
		Plan suiji.Plan `json:"plan"`
	}
	err := json.Unmarshal([]byte(`{"plan": {"title": "样例计划", "yaer": 2024}}`), &request)
	var refused *suiji.Error
	if errors.As(err, &refused) {
		fmt.Println(refused.Kind, refused.Code)
		fmt.Println(refused.MessageZH())
	}
	// Output:
	// plan json.unknown-field
	// 抽查计划：未知字段“yaer”，请核对拼写或删去
	// 抽查计划：缺少字段“authority”
	// 抽查计划：缺少字段“year”
	// 抽查计划：缺少字段“tasks”
}
