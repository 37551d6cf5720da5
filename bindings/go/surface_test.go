package suiji_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"unsafe"

	"suiji.org/suiji"
)

func TestAClosedObjectIsRefused(t *testing.T) {
	sealed, record := small(t)
	inputs := must(sealed.Inputs())(t)
	for range 2 {
		if err := sealed.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := sealed.Commitment(); !errors.Is(err, suiji.ErrClosed) {
		t.Errorf("expected ErrClosed, found %v", err)
	}
	if _, err := sealed.Receipt(record, "A-1"); !errors.Is(err, suiji.ErrClosed) {
		t.Errorf("expected ErrClosed, found %v", err)
	}
	if plan := must(inputs.Plan())(t); plan.Title != "样例计划" {
		t.Errorf("the inputs are gone with the sealed ones: %v", plan)
	}
	registry := must(inputs.Registry())(t)
	if registry.Len() != 4 {
		t.Errorf("%d rows", registry.Len())
	}
	registry.Close()
	if registry.Len() != 0 {
		t.Error("a closed table has rows")
	}
}

func TestMistakesOfTheProgramAreErrors(t *testing.T) {
	sealed, record := small(t)
	_, err := sealed.ShortTeams("missing")
	hasCode(t, "a task that the plan does not have", "argument.no-such-task", err)
	if failed := new(suiji.Error); !errors.As(err, &failed) || failed.Kind != "argument" {
		t.Errorf("another kind: %v", err)
	}
	_, err = suiji.NewInputs(ctx, nil, nil, nil, nil)
	if err == nil {
		t.Error("no plan is accepted")
	}
	_, err = suiji.Seal(ctx, nil, &suiji.Ceremony{}, nil)
	hasCode(t, "no inputs", "argument.null", err)
	_, err = sealed.Receipt(nil, "A-1")
	hasCode(t, "no record", "argument.null", err)
	_, err = suiji.CommitmentOf("md5", suiji.NewSecret(), "三六五")
	hasCode(t, "another hash suite", "argument.unknown-number", err)
	commitment := must(sealed.Commitment())(t)
	_, err = commitment.Arrange(99, 1)
	if err == nil {
		t.Error("a source that does not exist is accepted")
	}
	_, err = sealed.Receipt(record, "A 1")
	hasCode(t, "an id with a space", "id.form", err)
}

func TestAllFaultsAreReportedAtOnce(t *testing.T) {
	plan := &suiji.Plan{Title: "样例计划", Year: 2024, Tasks: []suiji.Task{{ID: "J 1", Quota: suiji.AtLeast("5")}}}
	var refused *suiji.Error
	if err := plan.Check(); !errors.As(err, &refused) {
		t.Fatalf("not refused: %v", err)
	}
	if refused.Count < 4 || !strings.Contains(refused.Error(), "more)") || strings.Count(refused.MessageZH(), "\n") < 3 {
		t.Errorf("fewer faults: %s", refused.Message())
	}
	if err := json.Unmarshal([]byte(`{"title": "样例计划", "quotaa": 1}`), plan); !errors.As(err, &refused) {
		t.Errorf("an unknown field is accepted: %v", err)
	}
	if err := (&suiji.Plan{}).Check(); err == nil || strings.Contains(err.Error(), "null") {
		t.Errorf("a list that is missing is null: %v", err)
	}
}

func TestSecretsStayOutOfTexts(t *testing.T) {
	secret := suiji.NewSecret()
	if len(secret) != 64 || secret == suiji.NewSecret() {
		t.Error(secret)
	}
	values := []any{
		suiji.Ceremony{Secret: secret}, &suiji.Ceremony{Secret: secret}, suiji.Evidence{Secret: secret},
		suiji.CommittedContribution(secret, secret), suiji.CommittedContribution(secret, secret).At(0),
		[]suiji.Contribution{suiji.CommittedContribution(secret, secret)},
	}
	for _, value := range values {
		for _, form := range []string{"%v", "%+v", "%#v", "%s"} {
			if text := fmt.Sprintf(form, value); strings.Contains(text, secret) {
				t.Errorf("%T as %s shows the secret", value, form)
			}
		}
	}
}

func TestAContextCancels(t *testing.T) {
	sealed, _ := small(t)
	contributions := must(suiji.NewContributions(must(sealed.Commitment())(t), suiji.LiveContribution(dice...)))(t)
	cancelled, cancel := context.WithCancelCause(ctx)
	why := errors.New("the office closes")
	cancel(why)
	if _, err := sealed.Draw(cancelled, contributions); !errors.Is(err, why) {
		t.Errorf("before: %v", err)
	}
	running, cancel := context.WithCancelCause(ctx)
	stop := func(suiji.Progress) { cancel(why) }
	if _, err := sealed.Draw(running, contributions, suiji.OnProgress(stop), suiji.Threads(2)); !errors.Is(err, why) {
		t.Errorf("during: %v", err)
	}
}

func TestProgressIsReportedAndItsPanicGoesOn(t *testing.T) {
	sealed, _ := small(t)
	contributions := must(suiji.NewContributions(must(sealed.Commitment())(t), suiji.LiveContribution(dice...)))(t)
	stages := map[string]bool{}
	report := func(of suiji.Progress) { stages[of.Stage] = of.Done <= of.Total || of.Total == 0 }
	must(sealed.Draw(ctx, contributions, suiji.OnProgress(report)))(t)
	if len(stages) == 0 || !stages["tickets"] {
		t.Errorf("other stages: %v", stages)
	}
	defer func() {
		if recovered := recover(); recovered != "stop" {
			t.Errorf("expected the panic of the listener, found %v", recovered)
		}
	}()
	sealed.Draw(ctx, contributions, suiji.OnProgress(func(suiji.Progress) { panic("stop") }))
	t.Error("no panic")
}

func TestObjectsAreSharedByGoroutines(t *testing.T) {
	sealed, record := small(t)
	expected := must(record.Digest())(t)
	contributions := must(record.Contributions())(t)
	var all sync.WaitGroup
	var closed atomic.Int32
	for range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			for range 50 {
				drawn, err := sealed.Draw(ctx, contributions)
				if errors.Is(err, suiji.ErrClosed) {
					closed.Add(1)
					return
				}
				if found, _ := drawn.Digest(); err != nil || found != expected {
					t.Errorf("%v, %s", err, found)
					return
				}
				drawn.Close()
			}
		}()
	}
	sealed.Close() // while they draw: each draw finishes or does not begin
	all.Wait()
}

func TestDroppedObjectsAreFreed(t *testing.T) {
	_, record := small(t)
	document := jsonOf(t, record)
	drop := func() {
		for range 20_000 {
			must(suiji.ReadRecord(ctx, bytes.NewReader(document)))(t)
		}
		runtime.GC()
	}
	drop() // memory that the runtimes keep
	before := resident(t)
	drop()
	if grown := resident(t) - before; grown > 24<<20 {
		t.Errorf("the process grew by %d bytes", grown)
	}
}

func TestRowsComeInPieces(t *testing.T) {
	builder := must(suiji.NewRegistryBuilder(nil))(t)
	var lines bytes.Buffer
	for at := range 30_000 {
		fmt.Fprintf(&lines, "{\"id\": \"A-%d\", \"name\": \"样例企业%d\"}\n", at, at)
	}
	size := int64(lines.Len())
	if read := must(builder.ReadFrom(&lines))(t); read != size {
		t.Errorf("%d of %d bytes", read, size)
	}
	registry := must(builder.Finish(ctx, suiji.Threads(2)))(t)
	if registry.Len() != 30_000 {
		t.Errorf("%d rows", registry.Len())
	}
	if ids := must(registry.IDs(29_999, 5))(t); len(ids) != 1 {
		t.Errorf("other ids: %v", ids)
	}
	roster := must(suiji.NewRosterBuilder(nil))(t)
	if err := roster.Add(suiji.Inspector{ID: "Z-1", Name: "样例人员"}, suiji.Inspector{ID: "Z-1"}); err != nil {
		t.Fatal(err)
	}
	_, err := roster.Finish(ctx)
	var refused *suiji.Error
	if !errors.As(err, &refused) || refused.Faults[0].Place.Row != 1 {
		t.Errorf("%v", err)
	}
}

func TestTheLastLineNeedsNoEnd(t *testing.T) {
	builder := must(suiji.NewRegistryBuilder(nil))(t)
	must(builder.ReadFrom(strings.NewReader("{\"id\": \"A-1\", \"name\": \"样例企业\"}\n{\"id\": \"A-2\", \"name\": \"样例企业\"}")))(t)
	if registry := must(builder.Finish(ctx))(t); registry.Len() != 2 {
		t.Errorf("%d rows", registry.Len())
	}
}

func TestALineThatIsTooLongIsOneFault(t *testing.T) {
	builder := must(suiji.NewRegistryBuilder(nil))(t)
	long := "{\"id\": \"A-1\", \"name\": \"" + strings.Repeat("样", 1<<20) + "\"}\n{\"id\": \"A-2\", \"name\": \"样例企业\"}\n"
	_, err := builder.ReadFrom(strings.NewReader(long))
	if err == nil {
		_, err = builder.Finish(ctx)
	}
	hasCode(t, "a line of three megabytes", "limit.line", err)
	var refused *suiji.Error
	if errors.As(err, &refused) && refused.Count != 1 {
		t.Errorf("%d faults: %v", refused.Count, refused)
	}
}

func TestTablesAreComparedAndCopied(t *testing.T) {
	first := must(suiji.NewRegistry(suiji.Entity{ID: "A-1", Name: "样例企业一"}, suiji.Entity{ID: "A-2", Name: "样例企业二"}))(t)
	later := must(suiji.NewRegistry(suiji.Entity{ID: "A-1", Name: "样例企业甲"}, suiji.Entity{ID: "A-2", Name: "样例企业二"}))(t)
	changes := must(first.Changes(later, 10))(t)
	if len(changes) != 1 || changes[0].Kind != suiji.RowChangeKindChanged || changes[0].ID != "A-1" {
		t.Errorf("other changes: %+v", changes)
	}
	var copied bytes.Buffer
	must(first.WriteTo(&copied))(t)
	again := must(suiji.ReadRegistry(ctx, &copied))(t)
	if changes := must(first.Changes(again, 10))(t); len(changes) != 0 {
		t.Errorf("a copy differs: %+v", changes)
	}
	if missing := must(first.Entity("A-9"))(t); missing != nil {
		t.Errorf("a row that is not there: %+v", missing)
	}
}

func TestDifferencesOfTwoPlansAreToldInWords(t *testing.T) {
	plan := func(quota int64) *suiji.Plan {
		task := suiji.Task{ID: "J1", Name: "样例抽查", Quota: suiji.Count(quota)}
		return &suiji.Plan{Title: "样例计划", Authority: "样例局", Year: 2024, Tasks: []suiji.Task{task}}
	}
	changes := must(plan(1).Changes(plan(2)))(t)
	if len(changes) != 1 || changes[0].Kind != suiji.PlanChangeKindChanged || changes[0].Task != "J1" || changes[0].Field != "quota" {
		t.Fatalf("other changes: %+v", changes)
	}
	if words := changes[0].Message; words.ZH == "" || words.EN == "" {
		t.Errorf("no words: %+v", words)
	}
	if same := must(plan(1).Changes(plan(1)))(t); len(same) != 0 {
		t.Errorf("a copy differs: %+v", same)
	}
}

func TestEveryEntityIsARowOfFrameAndSample(t *testing.T) {
	sealed, record := small(t)
	frame := must(sealed.FrameRows("J1"))(t)
	sample := must(record.SampleRows(ctx, sealed, "J1"))(t)
	if len(frame) != 4 || len(sample) != 4 {
		t.Fatalf("%d and %d rows", len(frame), len(sample))
	}
	selected := 0
	for at, row := range sample {
		if before := frame[at]; before.ID != row.ID || before.State != suiji.SampleStateInFrame || before.Ticket != "" || *before.Probability != *row.Probability {
			t.Errorf("before %+v, after %+v", before, row)
		}
		if row.State == suiji.SampleStateSelected {
			selected++
		}
	}
	drawn := must(record.SampleRows(ctx, nil, "J1"))(t)
	if selected != 2 || len(drawn) < 2 || drawn[0].Class != "" {
		t.Errorf("%d selected, %+v", selected, drawn)
	}
	if _, err := sealed.FrameRows("missing"); err == nil {
		t.Error("a task that is not there")
	}
}

// The sizes of the structures of Arrow, in words of 64 bits.
type (
	arrowStream [5]uintptr
	arrowArray  [10]uintptr
	arrowSchema [9]uintptr
)

func TestColumnsGoOutAndIn(t *testing.T) {
	sealed, record := small(t)
	stream := new(arrowStream)
	if err := sealed.Frame("J1", unsafe.Pointer(stream)); err != nil || stream[3] == 0 {
		t.Fatal(err, stream)
	}
	// The frame as a registry: its class becomes the name, because it has no names.
	names := map[string]string{"class": "name", "task": "", "stratum": "", "state": "", "reason": "", "take": "", "frame_size": "", "probability": ""}
	builder := must(suiji.NewRegistryBuilder(names))(t)
	if err := builder.AddArrowStream(unsafe.Pointer(stream)); err != nil || stream[3] != 0 {
		t.Fatal(err, stream)
	}
	registry := must(builder.Finish(ctx))(t)
	if row := must(registry.Entity("A-4"))(t); registry.Len() != 4 || row.Name != "high" {
		t.Errorf("%d rows, %+v", registry.Len(), row)
	}
	sample := new(arrowStream)
	if err := record.Sample(ctx, sealed, "J1", unsafe.Pointer(sample)); err != nil || sample[3] == 0 {
		t.Fatal(err)
	}
	names["ticket"], names["rank"], names["team"] = "", "", ""
	of := must(suiji.NewRegistryBuilder(names))(t)
	if err := of.AddArrowStream(unsafe.Pointer(sample)); err != nil {
		t.Fatal(err)
	}
	if all := must(of.Finish(ctx))(t); all.Len() != 4 {
		t.Errorf("%d rows", all.Len())
	}
	schema, array := new(arrowSchema), new(arrowArray)
	if err := record.Columns(suiji.ColumnsSelected, "J1", unsafe.Pointer(schema), unsafe.Pointer(array)); err != nil || array[0] != 2 {
		t.Fatal(err, array)
	}
	selected := must(suiji.NewRegistryBuilder(map[string]string{"ticket": "name", "stratum": ""}))(t)
	if err := selected.AddArrow(unsafe.Pointer(schema), unsafe.Pointer(array)); err != nil {
		t.Fatal(err)
	}
	drawn := must(record.Document())(t).Draw("J1").Selected
	if row := must(must(selected.Finish(ctx))(t).Entity(drawn[0].ID))(t); row.Name != drawn[0].Ticket {
		t.Errorf("another ticket: %+v", row)
	}
	err := sealed.Frame("missing", unsafe.Pointer(stream))
	hasCode(t, "a frame of no task", "argument.no-such-task", err)
}

func TestAReportThatWasReadProvesNothing(t *testing.T) {
	_, record := small(t)
	report := must(record.Verify(ctx, suiji.Evidence{Record: must(record.Digest())(t)}))(t)
	if err := report.Require(); err == nil || report.Verdict != suiji.VerdictIncomplete {
		t.Errorf("%s, %v", report.Verdict, err)
	}
	var read suiji.Report
	if err := json.Unmarshal(written(t, report), &read); err != nil || read.Verdict != report.Verdict {
		t.Fatal(err)
	}
	read.Verdict = suiji.VerdictHolds
	if read.Require() == nil {
		t.Error("a report that was read holds")
	}
}

func TestContributionsComeOneByOne(t *testing.T) {
	sealed, record := small(t)
	commitment := must(sealed.Commitment())(t)
	one := must(commitment.Arrange(0, dice...))(t).At(0)
	if err := sealed.CheckContribution(one); err != nil {
		t.Error(err)
	}
	all := must(commitment.Contributions(one))(t)
	if err := sealed.CheckContributions(all); err != nil {
		t.Error(err)
	}
	again := must(sealed.Draw(ctx, all))(t)
	if must(again.Digest())(t) != must(record.Digest())(t) {
		t.Error("another record")
	}
	_, err := commitment.Contributions()
	if err == nil {
		t.Error("no contribution is accepted")
	}
	placed := must(suiji.ParsePlacedContributions(written(t, []suiji.PlacedContribution{one})))(t)
	if len(placed) != 1 || placed[0].Contribution().Numbers[0][0] != dice[0] {
		t.Errorf("%+v", placed)
	}
}

func TestCodesHaveTexts(t *testing.T) {
	codes := must(suiji.Codes())(t)
	if len(codes) < 200 || codes[0].Message.ZH == "" || suiji.Version() == "" {
		t.Errorf("%d codes", len(codes))
	}
}
