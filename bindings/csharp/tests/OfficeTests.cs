using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace Suiji.Tests
{
    /// <summary>The work of an office besides drawing: amendments, results, papers, imports,
    /// columns.</summary>
    public sealed class OfficeTests
    {
        private static readonly DateTimeOffset Day = DateTimeOffset.Parse("2024-09-10T09:00:00+08:00");

        private readonly Sealed inputs = Small.Seal();
        private readonly Record record;

        public OfficeTests()
        {
            record = inputs.Draw(Small.Contributions(inputs));
        }

        [Test]
        public void WhoIsAwayAndLeavesAllSeatsHoldsNone()
        {
            AmendedState state = record.State();
            AmendedTeam team = state.Tasks[0].Teams[0];
            string ill = team.Members[0];
            IReadOnlyList<Seat> held = state.SeatsOf(ill);
            Expect.True(held.Contains(new Seat("J1", team.Entity, 0)) && team.Seats[0] == ill, "seats");
            Expect.Same(null, state.Team("J1", "missing"));
            Amendments first = inputs.Amend(record, new[]
            {
                Request.Away(Day, "样例局长", "生病", ill), Request.Substitute(Day, "样例局长", "生病", held.ToArray()),
            });
            AmendedState after = first.State(record);
            Expect.Same(0, after.SeatsOf(ill).Count);
            Expect.Same(ill, after.Away.Single());
            Amendments both = inputs.Amend(record, new[] { Request.Reserve(Day, "样例局长", "歇业", "J1", team.Entity) }, first);
            Expect.Same(3, both.List.Count);
            Expect.Same(AmendmentKind.Reserve, both.List[2].Kind);
            Expect.True(both.State(record).Team("J1", team.Entity).IsReplaced, "a reserve");
            Expect.Same(both, Amendments.FromJson(both.ToJson()));
        }

        [Test]
        public void AVacantSeatIsFilledByHand()
        {
            AmendedTeam team = record.State().Tasks[0].Teams[0];
            string other = new[] { "Z-1", "Z-2", "Z-3" }.First(id => !team.Members.Contains(id));
            var lead = new Seat("J1", team.Entity, 0);
            Amendments vacant = inputs.Amend(record, new[]
            {
                Request.Away(Day, "样例局长", "培训", other), Request.Substitute(Day, "样例局长", "生病", lead),
            });
            Expect.Same(null, vacant.State(record).Team("J1", team.Entity).Seats[0]);
            Amendments filled = inputs.Amend(record, new[] { Request.ByHand(Day.AddDays(1), "样例局长", "借调", lead, "X-9") }, vacant);
            Expect.Same("X-9", filled.State(record).Team("J1", team.Entity).Seats[0]);
            Expect.Same(0L, filled.List[2].Seat.Value);
        }

        [Test]
        public void ResultsAreComparedAndCounted()
        {
            string entity = record.Draw("J1").Selected[0].Id;
            Results results = Results.Of(record).WithInspections(new Inspection("J1", entity, new DateTime(2024, 9, 20), "no_problem"));
            Expect.True(results.Check(record).All(finding => finding.Severity != Severity.Error), "sound results");
            Expect.True(results.Check(record, today: new DateTime(2024, 9, 10)).Any(finding => finding.Severity == Severity.Error), "later than today");
            Expect.Refused("results.unknown-outcome", () => Results.Of(record).WithInspections(
                new Inspection("J1", entity, new DateTime(2024, 9, 20), "no_such_outcome")));
            Expect.Same(2L, results.Status(record).Total.Drawn);
            Expect.True(results.Visits(record).Count > 0, "visits");
            Expect.Same(results, results.Update(results));
        }

        [Test]
        public void EveryEntityIsARowOfFrameAndSample()
        {
            IReadOnlyList<SampleRow> frame = inputs.FrameRows("J1"), sample = record.SampleRows(inputs, "J1");
            Expect.Same(4, frame.Count);
            Expect.True(frame.All(row => row.State == SampleState.InFrame && row.Ticket == null && row.Probability.Numer == 2), "before");
            SampleRow[] selected = sample.Where(row => row.State == SampleState.Selected).ToArray();
            Expect.True(selected.Select(row => row.Id).OrderBy(id => id).SequenceEqual(
                record.Draw("J1").Selected.Select(of => of.Id).OrderBy(id => id)), "selected");
            Expect.True(selected.All(row => row.Rank <= 2 && row.Team.Count == 2 && row.RiskClass != null), "rank, team, class");
            IReadOnlyList<SampleRow> drawn = record.SampleRows(null, "J1");
            Expect.True(drawn.Count == 4 && drawn.All(row => row.RiskClass == null), "selected entities and reserves");
            Expect.Throws<ArgumentException>(() => inputs.FrameRows("missing"));
            Expect.Throws<ArgumentException>(() => record.SampleRows(inputs, "missing"));
        }

        [Test]
        public void DifferencesOfTwoPlansAreToldInWords()
        {
            Plan plan = inputs.Inputs().Plan;
            Expect.Same(0, plan.Changes(Plan.FromJson(plan.ToJson())).Count);
            PlanChange change = plan.Changes(Plan.FromJson(plan.ToJson().Replace(plan.Title, "样例计划二"))).Single();
            Expect.True(change.Kind == PlanChangeKind.Changed && change.Task == null && change.Field == "title", change.ToString());
            Expect.True(change.MessageZh.Contains("样例计划二"), change.MessageZh);
        }

        [Test]
        public void PapersAreFilesByKind()
        {
            IReadOnlyList<Paper> papers = Papers.Of(inputs, record).WithOffice("{\"place\": \"样例会议室\"}").Make();
            foreach (Paper paper in papers)
            {
                Expect.Same(paper.Kind == PaperKind.Announcement, paper.IsPublic, paper.Name);
                Expect.True(paper.Name.EndsWith("." + paper.Form.Word()) && paper.Title.Length > 0, paper.Name);
            }
            Expect.Same(PaperKind.Minutes, papers[0].Kind);
            Expect.True(Encoding.UTF8.GetString(papers[0].ToArray()).Contains("样例会议室"), "the settings");
            IReadOnlyList<Paper> letters = Papers.Of(inputs, record).InEnglish().Letters("A-1");
            Paper receipt = letters.Single(paper => paper.Form == PaperForm.Json);
            Expect.Same("A-1", Receipt.FromJson(receipt.ToArray()).Entity);
            Expect.True(Expect.Throws<SuijiException>(() => Papers.Of(inputs, record).WithOffice("{\"no_such\": 1}").Make())
                .Code.StartsWith("report."), "wrong settings");
        }

        [Test]
        public void PapersTakeResultsHolidaysAndTemplates()
        {
            Papers papers = Papers.Of(inputs, record).WithResults(Results.Of(record));
            Expect.True(papers.Make(PaperKind.Outcomes)[0].IsPublic, "the outcomes");
            Expect.True(papers.Make().Any(paper => paper.Kind == PaperKind.Summary), "the summary");
            var own = new Dictionary<string, string> { ["announcement.zh.html"] = "<paper title=\"本局公示\"><p>本局的公示</p></paper>" };
            Expect.Same("本局公示", papers.WithTemplates(own).Make(PaperKind.Announcement)[0].Title);
            Expect.True(papers.Make(PaperKind.Announcement)[0].Title != "本局公示", "the first object is unchanged");
            own["notice.zh.html"] = "<paper>\n{{ visit.";
            own["zzz.html"] = "";
            SuijiException refused = Expect.Refused("report.template", () => papers.WithTemplates(own).Make());
            Expect.Same(2, refused.Faults.Count);
            Expect.Same("notice.zh.html", refused.Faults[0].Place.Path);
            Expect.Same(2L, refused.Faults[0].Place.Row.Value);
            Expect.Refused("report.calendar", () => papers.WithHolidays("{\"notices\": [1]}").Make());
        }

        [Test]
        public void WhatIsNotSureIsAskedAndAnsweredByItsId()
        {
            const string Question = "registry:value:status:停业";
            const string List = "统一社会信用代码,企业名称,信用风险等级,登记状态,联系电话\r\n"
                + "91140521MA00MMAM0X ,样例一公司,低风险,停业,1\r\n91140521MA41L67N91,样例二公司,高风险,存续,2\r\n";
            Importer importer = Importer.Of("名录.csv", Encoding.UTF8.GetBytes(List));
            using (Import open = importer.ImportLists())
            {
                Expect.Same(null, open.Registry());
                ImportQuestion question = open.Questions.Single();
                Expect.Same(Question, question.Id);
                Expect.Same("停业", question.Found);
                Expect.True(question.Choices.Any(choice => choice.Answer == "inactive") && question.Places[0].Row == 2, "choices");
                Expect.Refused("import.question", open.CheckAnswered);
            }
            using (Import done = importer.WithAnswer(Question, "inactive").WithExtra("联系电话").ImportRegistry())
            {
                done.CheckAnswered();
                Entity entity = done.Registry().Entity("91140521MA00MMAM0X");
                Expect.Same(Status.Inactive, entity.Status.Value);
                Expect.Same("1", entity.Extra["联系电话"]);
                Expect.True(done.Changes().Any(change => change.Rules.Contains("class-word")), "changes");
                Expect.Same(2L, done.Summaries[0].Taken);
                Expect.True(done.PageZh().Contains("lang=\"zh") && done.LogCsv().Length > 0, "the log");
            }
            Expect.Refused("import.answers", () => importer.WithAnswers("{").ImportLists());
        }

        [Test]
        public void ColumnsGoOutAndIn()
        {
            IntPtr schema = Marshal.AllocHGlobal(9 * 8), array = Marshal.AllocHGlobal(10 * 8);
            try
            {
                record.Columns(Columns.Selected, "J1", schema, array);
                Expect.Same(2L, Marshal.ReadInt64(array), "length");
                // The columns id, stratum and ticket are not a registry, which has other fields.
                TableBuilder<Registry, Entity> builder = Registry.Builder().AddArrow(schema, array);
                Expect.Same(0L, Marshal.ReadInt64(array, 8 * 8), "the array is released");
                Expect.Throws<SuijiException>(() => builder.Finish());
                Expect.Throws<ArgumentException>(() => inputs.Frame("missing", array));
            }
            finally
            {
                Marshal.FreeHGlobal(schema);
                Marshal.FreeHGlobal(array);
            }
        }

        [Test]
        public void TablesAreComparedAndCopied()
        {
            Registry first = Registry.Of(new[] { new Entity("A-1", "样例企业一"), new Entity("A-2", "样例企业二") });
            Registry later = Registry.Of(new[] { new Entity("A-1", "样例企业甲"), new Entity("A-2", "样例企业二") });
            RowChange change = first.Changes(later, 10).Single();
            Expect.True(change.Kind == RowChangeKind.Changed && change.Id == "A-1", change.ToString());
            Expect.Same(0, first.Changes(Registry.FromJsonLines(first.ToJsonLines()), 10).Count);
            Expect.Same(null, first.Entity("A-9"));
            Expect.Same("A-2", first.Ids(1, 10).Single());
            TableBuilder<Registry, Entity> builder = Registry.Builder();
            Registry many = builder.AddRange(Enumerable.Range(0, 10000).Select(at => new Entity("A-" + at, "样例企业"))).Finish();
            Expect.Same(10000L, many.Count);
        }
    }
}
