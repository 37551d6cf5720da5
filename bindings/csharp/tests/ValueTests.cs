using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Suiji.Tests
{
    /// <summary>Documents and their parts as values, errors, secrets.</summary>
    public sealed class ValueTests
    {
        [Test]
        public void DocumentsAreValues()
        {
            Plan plan = Small.Plan();
            Expect.Same("样例计划", plan.Title);
            Expect.Same(2L, plan.Task("J1").Team.Seats[0].Count);
            Expect.Same(2L, plan.Task("J1").Quota.Count);
            Expect.Same(null, plan.Task("J1").Window);
            Expect.Same(null, plan.Task("J1").Kind);
            Expect.Same(2L, plan.Task("J1").Reserves);
            Expect.Same(0, plan.Limits.Count);
            Expect.Same(null, plan.Task("missing"));
            Plan again = Plan.FromJson(plan.ToJson());
            Expect.Same(plan, again);
            Expect.Same(plan.GetHashCode(), again.GetHashCode());
            Expect.True(plan.Digest(Hash.Sm3) == again.Digest(Hash.Sm3) && plan.Digest(Hash.Sha256) != plan.Digest(Hash.Sm3), "digests");
            PlanTask changed = plan.Task("J1").WithKind(TaskKind.Joint).WithItems("一", "二").WithWindow(
                new Window(new DateTime(2024, 3, 1), new DateTime(2024, 11, 30)));
            Expect.Same(TaskKind.Joint, changed.Kind.Value);
            Expect.Same(new DateTime(2024, 11, 30), changed.Window.To);
            Expect.True(changed.Items.SequenceEqual(new[] { "一", "二" }) && !changed.Equals(plan.Task("J1")), "a copy");
            Expect.Same(changed.Items.Count, 2);
            Expect.Same(0, changed.WithItems().Items.Count);
            var extra = new Dictionary<string, string> { ["证号"] = "滇A-0001" };
            Expect.Same("滇A-0001", new Inspector("Z-1", "样例", "样例局").WithExtra(extra).Extra["证号"]);
        }

        [Test]
        public void WordsAreThoseOfDocuments()
        {
            Expect.Same("not_selected", State.NotSelected.Word());
            Expect.Same(State.NotSelected, Words.StateOf("not_selected"));
            Expect.Throws<ArgumentException>(() => Words.StateOf("NotSelected"));
            Expect.Same("sm3", Hash.Sm3.Word());
            Expect.Same(PaperKind.TaskSheet, Words.PaperKindOf("task_sheet"));
            int words = 0;
            foreach (MethodInfo word in typeof(Words).GetMethods().Where(method => method.Name == "Word"))
            {
                foreach (object constant in Enum.GetValues(word.GetParameters()[0].ParameterType))
                {
                    string snake = Regex.Replace(constant.ToString(), "(?<=.)[A-Z]", match => "_" + match.Value).ToLowerInvariant();
                    Expect.Same(snake, (string)word.Invoke(null, new[] { constant }));
                    words++;
                }
            }
            Expect.True(words > 60, $"{words} words");
        }

        [Test]
        public void TimesKeepTheirOffset()
        {
            var time = new DateTimeOffset(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8));
            Ceremony ceremony = Ceremony.Of(Hash.Sm3, Source.Live(By.Witness, "掷骰", Part.Of(20, 1, 6))).WithSealedAt(time);
            Expect.True(ceremony.ToJsonWithSecret().Contains("2024-09-02T09:00:00+08:00"), ceremony.ToJsonWithSecret());
            Expect.True(ceremony.SealedAt.Value.EqualsExact(time), "another offset");
            Expect.Same(Hash.Sm3, ceremony.Hash.Value);
        }

        [Test]
        public void AllFaultsAreReportedAtOnce()
        {
            SuijiException refused = Expect.Throws<SuijiException>(() => Plan.Builder("", "样例县工信局", 24)
                .WithTask(new PlanTask("J 1", "样例抽查").WithQuota(Quota.OfAtLeast("5"))).Build());
            Expect.True(refused.FaultCount >= 3 && refused.Faults.Count == refused.FaultCount, refused.Message);
            Expect.Same("plan", refused.Kind);
            Expect.Same(refused.Code, refused.Faults[0].Code);
            Expect.True(refused.MessageZh.Split('\n').Length == refused.Faults.Count, refused.MessageZh);
            Expect.True(refused.ToJson().Contains("\"faults\""), refused.ToJson());
            Expect.Refused("json.empty-document", () => Plan.FromJson(""));
            Expect.Refused("json.not-utf8", () => Record.FromJson(new byte[] { 0, 1, 2, 0xFF }));
            Expect.Refused("json.empty", () => Request.Away(DateTimeOffset.Parse("2024-09-10T09:00:00+08:00"), "局长", "生病"));
        }

        [Test]
        public void FaultsOfRowsNameTheRows()
        {
            TableBuilder<Roster, Inspector> builder = Roster.Builder();
            builder.Add(new Inspector("Z-1", "样例", "样例局")).AddRange(new[] { new Inspector("Z-1", "样例", "样例局") });
            SuijiException refused = Expect.Throws<SuijiException>(() => builder.Finish());
            Expect.Same("roster.duplicate-id", refused.Code);
            Expect.True(refused.Faults[0].Place.Id == "Z-1", refused.ToJson());
            builder.Add(new Inspector("Z-1", "样例", "样例局"));
            Expect.Same(1L, builder.Finish(new Run { Threads = 2 }).Count);
        }

        [Test]
        public void MistakesOfTheProgramAreOtherExceptions()
        {
            Sealed inputs = Small.Seal();
            Expect.Throws<ArgumentException>(() => inputs.ShortTeams("missing"));
            Expect.Throws<ArgumentException>(() => inputs.Commitment.Arrange(99, 1));
            Expect.Throws<ArgumentNullException>(() => Inputs.Of(Small.Plan(), null));
            Expect.Throws<ArgumentNullException>(() => Plan.FromJson((string)null));
            Expect.Throws<ArgumentNullException>(() => inputs.Receipt(null, "A-1"));
            var firm = new Entity("A-1", "样例企业");
            Func<Action, string> named = action => Expect.Throws<ArgumentNullException>(action).ParamName;
            Expect.Same("categories", named(() => firm.WithCategories("工业企业", null)));
            Expect.Same("rows", named(() => Registry.Of(new[] { firm, null })));
            Expect.Same("extra.电话", named(() => firm.WithExtra(new Dictionary<string, string> { ["电话"] = null })));
            Record record = inputs.Draw(Small.Contributions(inputs));
            inputs.Dispose();
            inputs.Dispose();
            Expect.Throws<ObjectDisposedException>(() => inputs.Receipt(record, "A-1"));
            record.Dispose();
            Expect.Throws<ObjectDisposedException>(() => { string digest = record.Digest; });
            Expect.Same("Record(closed)", record.ToString());
        }

        [Test]
        public void SecretsStayOutOfTexts()
        {
            string secret = Library.NewSecret();
            Expect.True(secret.Length == 64 && secret != Library.NewSecret(), secret);
            Ceremony ceremony = Ceremony.Of(Hash.Sm3, Source.Live(By.Witness, "掷骰", Part.Of(20, 1, 6))).WithSecret(secret);
            Contribution contribution = Contribution.Committed(secret, secret);
            foreach (object one in new object[] { ceremony, contribution, PlacedContribution.Of(0, contribution) })
            {
                Expect.True(!one.ToString().Contains(secret), one.GetType().Name);
            }
            Expect.Same(secret, ceremony.Secret);
            Expect.Same(64, Contribution.Commitment(Hash.Sm3, secret, "三六五").Length);
        }

        [Test]
        public void TextsWithoutMeaningInUtf8AreRefused()
        {
            Expect.Throws<ArgumentException>(() => Plan.FromJson("\ud800"));
        }

        [Test]
        public void JsonIsReadAsItIsWritten()
        {
            const string Text = "{\"a\":[1,-2,9007199254740991,true,false,null],\"b\":{\"c\":\"\\u0001\\\"\\\\\"},\"d\":\"样例😀\"}";
            Expect.Same(Text, Json.Write(Json.Read(Text)));
            Expect.Same("\n\t/é", (string)Json.Read("\"\\n\\t\\/\\u00e9\""));
            foreach (string wrong in new[] { "", "{", "[1", "\"a", "1.5", "tru", "[1]x", "{\"a\"}", "\"\\q\"" })
            {
                Expect.Throws<FormatException>(() => Json.Read(wrong), wrong);
            }
        }

        [Test]
        public void CodesHaveTexts()
        {
            Expect.True(Library.Codes().Count > 200 && Library.Codes()[0].MessageZh.Length > 0, "codes");
            Expect.Same("0.1.0", Library.Version);
        }
    }
}
