using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Map = System.Collections.Generic.SortedDictionary<string, object>;

namespace Suiji.Tests
{
    /// <summary>All files of tests/vectors that are about documents, through the public classes.</summary>
    public sealed class VectorTests
    {
        [Test]
        public void DrawsMatch()
        {
            foreach (Vector vector in Vector.Of("draws", 72))
            {
                Documents documents = vector.Documents;
                using (Sealed inputs = documents.Seal())
                using (Record record = inputs.Draw(documents.Contributions()))
                using (PublicForm form = PublicForm.Of(record, documents.Secret()))
                {
                    Commitment commitment = inputs.Commitment;
                    Expect.Same(vector.Expects("commitment_jcs"), Encoding.UTF8.GetString(commitment.Canonical()), vector.Name);
                    Expect.Same(vector.Expects("commitment_digest"), commitment.Digest(), vector.Name);
                    Vector.Same(vector.Name, vector.Expected["record"], record.Canonical());
                    Expect.Same(vector.Expects("record_digest"), record.Digest, vector.Name);
                    Vector.Same(vector.Name, vector.Expected["public"], form.Canonical());
                    Report report = Library.Verify(record, documents.Evidence(Documents.All));
                    report.Require();
                    Expect.Same(Verdict.Holds, report.Verdict, vector.Name);
                    GettersMatch(vector, record);
                }
            }
        }

        private static void GettersMatch(Vector vector, Record record)
        {
            List<Map> draws = Vector.Maps(((Map)vector.Expected["record"])["draws"]).ToList();
            Expect.Same(draws.Count, record.Draws.Count, vector.Name);
            foreach (Map draw in draws)
            {
                Draw found = record.Draw((string)draw["task"]);
                IEnumerable<string> ids = Vector.Maps(draw.ContainsKey("selected") ? draw["selected"] : null).Select(one => (string)one["id"]);
                Expect.Same(string.Join(" ", ids), string.Join(" ", found.Selected.Select(one => one.Id)), vector.Name);
                List<Map> teams = Vector.Maps(draw.ContainsKey("teams") ? draw["teams"] : null).ToList();
                Expect.Same(teams.Count, found.Teams.Count, vector.Name);
                for (int at = 0; at < teams.Count; at++)
                {
                    IReadOnlyList<string> members = Vector.Texts(teams[at].ContainsKey("members") ? teams[at]["members"] : null);
                    Expect.True(members.SequenceEqual(found.Teams[at].Members), vector.Name);
                }
            }
        }

        [Test]
        public void RefusalsHaveTheirCodeAndPlace()
        {
            foreach (Vector vector in Vector.Of("refusals", 208))
            {
                SuijiException refused = Expect.Refused(vector.Expects("code"), () => Run(vector), vector.Name);
                Expect.Same(vector.Expects("kind"), refused.Kind, vector.Name);
                Place place = refused.Faults[0].Place;
                string found = place.Kind + (place.Row == null ? "" : " row " + place.Row) + (place.Path == "" ? "" : " " + place.Path);
                Expect.Same(vector.Expects("place"), found, vector.Name);
                Expect.Same(1L, refused.FaultCount, vector.Name);
                Expect.True(refused.MessageZh.Any(one => one >= '一' && one <= '龥') && refused.Message.Length > 0, vector.Name);
            }
        }

        private static void Run(Vector vector)
        {
            Documents documents = vector.Documents;
            switch (vector.Text("run"))
            {
                case "read":
                    foreach (string name in documents.Names)
                    {
                        Read(name, documents[name]);
                    }
                    break;
                case "reopen":
                    Sealed.Reopen(documents.Inputs(), Commitment.FromJson(documents["commitment.json"]), documents.Secret())
                        .Draw(documents.Contributions());
                    break;
                case "draw":
                    documents.Seal().Draw(documents.Contributions());
                    break;
                case "publish":
                    PublicForm.Of(Record.FromJson(documents["record.json"]), documents.Secret());
                    break;
                case "receipt":
                    documents.Seal().Receipt(Record.FromJson(documents["record.json"]), vector.Text("entity"));
                    break;
                case "require":
                    Library.Verify(Record.FromJson(documents["record.json"]), Evidence.None).Require();
                    break;
                default:
                    throw new Exception("unknown run " + vector.Text("run"));
            }
        }

        private static void Read(string name, byte[] document)
        {
            switch (name)
            {
                case "commitment.json":
                    Commitment.FromJson(document);
                    break;
                case "record.json":
                    Record.FromJson(document);
                    break;
                case "public-form.json":
                    PublicForm.FromJson(document);
                    break;
                case "receipt.json":
                    Receipt.FromJson(document);
                    break;
                case "amendments.json":
                    Amendments.FromJson(document);
                    break;
                default:
                    throw new Exception("unknown document " + name);
            }
        }

        /// <summary>A change is refused with the code of the case, or its checks fail.</summary>
        private static void IsFound(Vector vector, Map change, Func<Report> verify)
        {
            string name = vector.Name + ", " + change["name"];
            try
            {
                Report report = verify();
                Expect.True(!change.ContainsKey("refused"), name + ": accepted");
                Expect.Throws<SuijiException>(report.Require, name);
                List<string> failed = report.Checks.Where(check => check.Outcome == Outcome.Failed).Select(check => check.Id).ToList();
                IReadOnlyList<string> fails = Vector.Texts(change["fails"]);
                Expect.True(fails.Count > 0 && fails.All(failed.Contains), name + ": " + string.Join(" ", failed));
            }
            catch (SuijiException refused)
            {
                Expect.Same(change.TryGetValue("refused", out object code) ? code : null, refused.Code, name);
            }
        }

        [Test]
        public void EveryChangeIsFound()
        {
            int changes = 0;
            foreach (Vector vector in Vector.Of("tampered", 1))
            {
                string sheet = Record.FromJson(Vector.Bytes(vector["record"])).Commitment.Digest();
                foreach (Map change in vector.List("cases"))
                {
                    changes++;
                    IsFound(vector, change, () => Tampered(vector, change, sheet));
                }
            }
            Expect.True(changes >= 120, changes + " changes");
        }

        private static Report Tampered(Vector vector, Map change, string sheet)
        {
            string name = (string)change["change"];
            object record = vector["record"], form = vector["public"], patch = change["patch"];
            Documents documents = vector.Documents;
            if (name == "record")
            {
                record = Vector.Patched(record, patch);
            }
            else if (name == "public")
            {
                form = Vector.Patched(form, patch);
            }
            else
            {
                documents = documents.With(name, patch);
            }
            IReadOnlyList<string> with = Vector.Texts(change["with"]);
            Evidence evidence = documents.Evidence(with);
            evidence = with.Contains("sheet") ? evidence.WithCommitment(sheet) : evidence;
            return name == "public"
                ? Library.VerifyPublic(PublicForm.FromJson(Vector.Bytes(form)), evidence)
                : Library.Verify(Record.FromJson(Vector.Bytes(record)), evidence);
        }

        [Test]
        public void ReceiptsMatchAndTheirChangesAreFound()
        {
            foreach (Vector vector in Vector.Of("receipts", 14))
            {
                Documents documents = vector.Documents;
                string entity = vector.Text("entity");
                using (Sealed inputs = documents.Seal())
                using (Record record = inputs.Draw(documents.Contributions()))
                using (PublicForm form = PublicForm.Of(record, documents.Secret()))
                {
                    Receipt receipt = inputs.Receipt(record, entity);
                    Vector.Same(vector.Name, vector["receipt"], receipt.Canonical());
                    IReadOnlyList<Receipt> many = inputs.Receipts(record, new[] { entity, "no-such-entity", entity }, new Run { Threads = 2 });
                    Expect.True(many.Count == 3 && many[0].Equals(receipt) && !many[1].Equals(receipt) && many[2].Equals(receipt), vector.Name);
                    Vector.Same(vector.Name, vector["public"], form.Canonical());
                    var task = (Map)((List<object>)((Map)vector["receipt"])["tasks"])[0];
                    Expect.Same((string)task["state"], receipt.Tasks(documents.Plan())[0].State.Word(), vector.Name);
                    HaveOutcomes(vector, "without_plan", receipt.Check(form));
                    HaveOutcomes(vector, "with_plan", receipt.Check(form, documents.Plan()));
                }
                foreach (Map change in vector.List("cases"))
                {
                    IsFound(vector, change, () => Checked(vector, change));
                }
            }
        }

        private static void HaveOutcomes(Vector vector, string which, Report report)
        {
            Expect.True(report.Verdict != Verdict.Fails, vector.Name);
            var expected = (Map)vector.Expected[which];
            foreach (string outcome in new[] { "established", "on_trust" })
            {
                foreach (string id in Vector.Texts(expected.TryGetValue(outcome, out object ids) ? ids : null))
                {
                    bool has = report.Checks.Any(check => check.Id == id && check.Outcome.Word() == outcome && (check.Task ?? "J1") == "J1");
                    Expect.True(has, $"{vector.Name}: {id} is not {outcome}");
                }
            }
        }

        private static Report Checked(Vector vector, Map change)
        {
            bool ofForm = (string)change["change"] == "public";
            object receipt = ofForm ? vector["receipt"] : Vector.Patched(vector["receipt"], change["patch"]);
            object form = ofForm ? Vector.Patched(vector["public"], change["patch"]) : vector["public"];
            Plan plan = (bool)change["with_plan"] ? vector.Documents.Plan() : null;
            return Receipt.FromJson(Vector.Bytes(receipt)).Check(PublicForm.FromJson(Vector.Bytes(form)), plan);
        }

        [Test]
        public void AmendmentsMatchAndTheirChangesAreRefused()
        {
            foreach (Vector vector in Vector.Of("amendments", 10))
            {
                Documents documents = vector.Documents;
                IReadOnlyList<Request> requests = Request.FromJson(documents["requests.json"]);
                using (Sealed inputs = documents.Seal())
                using (Record record = inputs.Draw(documents.Contributions()))
                {
                    Amendments made = inputs.Amend(record, requests);
                    Vector.Same(vector.Name, vector.Expected["amendments"], made.Canonical());
                    Map last = vector.List("steps").Last();
                    Expect.Same((string)last["digest"], made.Digest(inputs.Commitment), vector.Name);
                    IReadOnlyList<string> away = Vector.Texts(last.TryGetValue("away", out object list) ? list : null);
                    Expect.True(away.SequenceEqual(made.State(record).Away), vector.Name);
                    Library.Verify(record, documents.Evidence(Documents.All).WithAmendments(made)).Require();
                    foreach (Map refused in vector.List("refused"))
                    {
                        Expect.Refused((string)refused["code"], () => inputs.Amend(
                            record, requests.Concat(Request.FromJson("[" + Json.Write(refused["request"]) + "]"))), vector.Name + refused["name"]);
                    }
                    foreach (Map changed in vector.List("changed"))
                    {
                        Expect.Refused((string)changed["code"], () => inputs.Amend(
                            record, requests, Amendments.FromJson(Vector.Bytes(Vector.Patched(vector.Expected["amendments"], changed["patch"])))),
                            vector.Name + changed["name"]);
                    }
                }
            }
        }

        [Test]
        public void TheSignatureOfDrandIsChecked()
        {
            using (Record record = Record.FromJson(File.ReadAllBytes(Folder.Of("tests", "vectors", "drand", "record.json"))))
            {
                Report report = Library.Verify(record, Evidence.None);
                Expect.Same(Verdict.Incomplete, report.Verdict);
                Expect.Same(Outcome.Established, report.Checks.Single(check => check.Id == "contributions.drand").Outcome);
            }
        }

        [Test]
        public void CanonicalJsonIsThatOfTheStandard()
        {
            int same = 0;
            string text = File.ReadAllText(Folder.Of("tests", "vectors", "primitives", "jcs.json"));
            foreach (Map document in Vector.Maps(((Map)Json.Read(text))["documents"]))
            {
                try
                {
                    byte[] written = Library.CanonicalJson(Encoding.UTF8.GetBytes((string)document["input"]));
                    Expect.Same((string)document["output"], Encoding.UTF8.GetString(written));
                    same++;
                }
                catch (SuijiException refused) // null and fractions, which no document may contain
                {
                    Expect.True(refused.Code == "json.null" || refused.Code == "json.number", refused.Code);
                }
            }
            Expect.Same(3, same);
        }
    }
}
