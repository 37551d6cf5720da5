using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Map = System.Collections.Generic.SortedDictionary<string, object>;

namespace Suiji.Tests
{
    /// <summary>The cases of another implementation, and the mistakes of offices, as folders.</summary>
    public sealed class CaseTests
    {
        [Test]
        public void CasesMatch()
        {
            int drawn = 0, refused = 0;
            foreach (string folder in Directory.GetDirectories(Folder.Of("tests", "vectors", "cases")))
            {
                var documents = new Documents(folder);
                string expected = Path.Combine(folder, "expected", "record.json");
                if (!File.Exists(expected))
                {
                    Expect.Throws<SuijiException>(() => documents.Seal().Draw(documents.Contributions()), folder);
                    refused++;
                    continue;
                }
                using (Inputs inputs = documents.Inputs())
                using (Sealed first = Library.Seal(inputs, documents.Ceremony()))
                using (Sealed reopened = Sealed.Reopen(inputs, first.Commitment, first.Secret))
                using (Record record = reopened.Draw(documents.Contributions()))
                {
                    Vector.Same(folder, Json.Read(File.ReadAllText(expected)), record.Canonical());
                    Library.Verify(record, documents.Evidence(Documents.All)).Require();
                    Amended(folder, documents, reopened, record);
                }
                drawn++;
            }
            Expect.True(drawn >= 43 && refused >= 22, $"{drawn} drawn, {refused} refused");
        }

        private static void Amended(string folder, Documents documents, Sealed inputs, Record record)
        {
            if (!documents.Has("requests.json"))
            {
                return;
            }
            string expected = Path.Combine(folder, "expected", "amendments.json");
            IReadOnlyList<Request> requests = Request.FromJson(documents["requests.json"]);
            if (!File.Exists(expected))
            {
                Expect.Throws<SuijiException>(() => inputs.Amend(record, requests), folder);
                return;
            }
            Vector.Same(folder, Json.Read(File.ReadAllText(expected)), inputs.Amend(record, requests).Canonical());
        }

        [Test]
        public void MistakesOfOfficesAreFound()
        {
            int found = 0;
            string root = Folder.Of("tests", "vectors", "found");
            foreach (string folder in Directory.GetDirectories(root))
            {
                string expected = Path.Combine(folder, "expected.json");
                if (!File.Exists(expected))
                {
                    continue;
                }
                List<string> codes = CodesOf(new Documents(folder, Path.Combine(root, "sound")));
                List<Map> findings = Vector.Maps(((Map)Json.Read(File.ReadAllText(expected)))["findings"]).ToList();
                foreach (Map finding in findings)
                {
                    Expect.True(codes.Contains(finding["severity"] + " " + finding["code"]), $"{folder}: {finding["code"]}, {string.Join(" ", codes)}");
                }
                Expect.True(findings.Count > 0 || codes.Count == 0, folder);
                found++;
            }
            Expect.True(found >= 60, $"{found} mistakes");
        }

        private static List<string> CodesOf(Documents documents)
        {
            try
            {
                using (Sealed inputs = documents.Seal())
                {
                    return inputs.Findings().Select(finding => finding.Severity.Word() + " " + finding.Code).ToList();
                }
            }
            catch (SuijiException refused)
            {
                return refused.Faults.Select(fault => "error " + fault.Code).ToList();
            }
        }
    }
}
