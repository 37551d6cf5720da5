package suiji_test

import (
	"slices"
	"testing"
	"time"

	"suiji.org/suiji"
)

// dice are the numbers of the small draw.
var dice = []int64{3, 5, 6, 2, 4, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3}

// small is a draw of two of four entities, with teams of two of three inspectors. All of them are invented.
func small(t *testing.T) (*suiji.Sealed, *suiji.Record) {
	t.Helper()
	plan := &suiji.Plan{
		Title: "样例计划", Authority: "样例县工信局", Year: 2024,
		Tasks: []suiji.Task{{
			ID: "J1", Name: "样例抽查", Quota: suiji.Count(2), Reserves: 2,
			Team: &suiji.Team{Seats: []suiji.SeatGroup{{Department: "样例县工信局", Count: 2}}},
		}},
	}
	registry := must(suiji.NewRegistry(
		suiji.Entity{ID: "A-1", Name: "样例企业一", Class: "low"}, suiji.Entity{ID: "A-2", Name: "样例企业二", Class: "low"},
		suiji.Entity{ID: "A-3", Name: "样例企业三", Class: "low"}, suiji.Entity{ID: "A-4", Name: "样例企业四", Class: "high"},
	))(t)
	roster := must(suiji.NewRoster(
		suiji.Inspector{ID: "Z-1", Name: "样例人员一", Department: "样例县工信局"},
		suiji.Inspector{ID: "Z-2", Name: "样例人员二", Department: "样例县工信局"},
		suiji.Inspector{ID: "Z-3", Name: "样例人员三", Department: "样例县工信局"},
	))(t)
	inputs := must(suiji.NewInputs(ctx, plan, registry, roster, nil))(t)
	ceremony := &suiji.Ceremony{
		Hash:     suiji.HashSM3,
		Sources:  []suiji.Source{suiji.LiveSource(suiji.ByPublic, "掷骰", suiji.Part{Count: 20, From: 1, To: 6})},
		SealedAt: suiji.TimeOf(time.Date(2024, 9, 2, 9, 0, 0, 0, time.FixedZone("", 8*60*60))),
	}
	sealed := must(suiji.Seal(ctx, inputs, ceremony, nil))(t)
	commitment := must(sealed.Commitment())(t)
	fallen := must(commitment.Arrange(0, dice...))(t)
	return sealed, must(sealed.Draw(ctx, must(suiji.NewContributions(commitment, fallen))(t)))(t)
}

func TestADayOfAnOffice(t *testing.T) {
	sealed, record := small(t)
	at, head := suiji.Time("2024-09-10T09:00:00+08:00"), "样例局长"
	state := must(record.State(nil))(t)
	team := state.Tasks[0].Teams[0]
	ill, replaced := team.Members[0], team.Entity
	held := state.SeatsOf(ill)
	if len(held) == 0 || state.Team("J1", replaced).Seats()[0] != ill || state.Team("J1", "missing") != nil {
		t.Fatalf("other seats: %v", held)
	}
	first := must(sealed.Amend(ctx, record, nil, []suiji.Request{
		suiji.AwayRequest(at, head, "生病", ill), suiji.SubstituteRequest(at, head, "生病", held...),
	}))(t)
	if after := must(record.State(first))(t); len(after.SeatsOf(ill)) != 0 || after.Away[0] != ill {
		t.Errorf("%s still has seats: %v", ill, after.SeatsOf(ill))
	}
	both := must(sealed.Amend(ctx, record, first, []suiji.Request{suiji.ReserveRequest(at, head, "歇业", "J1", replaced)}))(t)
	if len(both.Amendments) != 3 || !must(record.State(both))(t).Team("J1", replaced).Replaced {
		t.Errorf("other amendments: %v", both)
	}

	results := must(suiji.NewResults(record, suiji.Inspection{Task: "J1", Entity: replaced, Date: "2024-09-20", Outcomes: []string{"no_problem"}}))(t)
	findings := must(results.Check(record, suiji.KnownToResults{Today: "2024-09-10"}))(t)
	if !slices.ContainsFunc(findings, func(of suiji.Finding) bool { return of.Severity == suiji.SeverityError }) {
		t.Errorf("a day later than today is not found: %+v", findings)
	}
	results.Results[0].Outcomes = []string{"no_such_outcome"}
	_, err := results.Status(record, both)
	hasCode(t, "an outcome that does not exist", "results.unknown-outcome", err)
	results.Results[0].Outcomes = []string{"no_problem"}
	status := must(results.Status(record, both))(t)
	if status.Total.Drawn != 3 || status.Total.Clear != 1 || status.Total.Open != 2 { // the reserve is drawn, too
		t.Errorf("other totals: %+v", status.Total)
	}
	if visits := must(results.Visits(record, both, nil))(t); visits.Len() == 0 {
		t.Error("no visits")
	}

	papers := must(sealed.Papers(record, suiji.PapersOptions{Amendments: both, Office: []byte(`{"place": "样例会议室"}`)}))(t)
	kinds := map[suiji.PaperKind]bool{}
	for _, paper := range papers {
		kinds[paper.Kind] = true
		if len(paper.Data) == 0 || paper.Public != (paper.Kind == suiji.PaperKindAnnouncement) {
			t.Errorf("another paper: %s", paper.Name)
		}
	}
	if !kinds[suiji.PaperKindMinutes] || !kinds[suiji.PaperKindTaskSheet] || kinds[suiji.PaperKindLetter] {
		t.Errorf("other kinds: %v", kinds)
	}
	letters := must(sealed.Papers(record, suiji.PapersOptions{Letters: []string{"A-1"}, English: true}))(t)
	if letters[0].Kind != suiji.PaperKindLetter {
		t.Errorf("another paper: %v", letters[0].Kind)
	}
	const own = `<paper title="本局公示"><p>本局的公示</p></paper>`
	found := must(sealed.Papers(record, suiji.PapersOptions{
		Amendments: both, Results: results, Templates: map[string]string{"announcement.zh.html": own},
		Kinds: []suiji.PaperKind{suiji.PaperKindAnnouncement, suiji.PaperKindOutcomes},
	}))(t)
	if len(found) != 5 || found[0].Title != "本局公示" || found[2].Kind != suiji.PaperKindOutcomes || !found[2].Public {
		t.Errorf("other papers with results: %d", len(found))
	}
	_, err = sealed.Papers(record, suiji.PapersOptions{Templates: map[string]string{"announcement.zh.html": "<paper>\n{{ office."}})
	hasCode(t, "a template with a fault", "report.template", err)
	_, err = sealed.Papers(record, suiji.PapersOptions{Holidays: []byte(`{"notices": [1]}`)})
	hasCode(t, "holidays with a fault", "report.calendar", err)
	_, err = sealed.Papers(record, suiji.PapersOptions{Office: []byte(`{"no_such": 1}`)})
	if err == nil {
		t.Error("wrong settings are accepted")
	}
}

func TestTheListsOfAnOfficeAreImported(t *testing.T) {
	list := []byte("统一社会信用代码,企业名称,信用风险等级,登记状态,联系电话\r\n" +
		"91140521MA00MMAM0X ,样例一公司,低风险,停业,1\r\n91140521MA41L67N91,样例二公司,高风险,存续,2\r\n")
	importer := suiji.Importer{Files: []suiji.ImportFile{{Name: "名录.csv", Data: list}}}
	open := must(importer.ImportLists())(t)
	summary := must(open.Summary())(t)
	question := "registry:value:status:停业"
	if len(summary.Questions) != 1 || summary.Questions[0].ID != question || summary.Questions[0].Message.ZH == "" {
		t.Fatalf("other questions: %+v", summary.Questions)
	}
	hasCode(t, "an open question", "import.question", open.Check())
	if registry := must(open.Registry())(t); registry != nil {
		t.Error("a registry, though a question is open")
	}
	importer.Answers = map[string]string{question: "inactive"}
	importer.Extra = []string{"联系电话"}
	done := must(importer.ImportRegistry())(t)
	if err := done.Check(); err != nil {
		t.Fatal(err)
	}
	entity := must(must(done.Registry())(t).Entity("91140521MA00MMAM0X"))(t)
	if entity.Status != suiji.StatusInactive || entity.Class != "low" || entity.Extra["联系电话"] != "1" {
		t.Errorf("another row: %+v", entity)
	}
	changes := must(done.Changes())(t)
	if len(changes) == 0 || changes[0].File != "名录.csv" || len(must(done.LogCSV())(t)) == 0 || len(must(done.PageZH())(t)) == 0 {
		t.Errorf("other changes: %+v", changes)
	}
	importer.AnswerFiles = [][]byte{[]byte("{")}
	_, err := importer.ImportLists()
	hasCode(t, "answers that are no JSON", "import.answers", err)
}
