using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Map = System.Collections.Generic.SortedDictionary<string, object>;

namespace Suiji.Tests
{
    /// <summary>The words of a generated case, and the choices that are made from them.</summary>
    internal sealed class Stream
    {
        private readonly string name;
        private readonly Queue<ulong> left = new Queue<ulong>();
        private int blocks;

        internal Stream(string seed, int number)
        {
            name = $"{seed}/{number}/";
        }

        internal static byte[] Sha256(byte[] data)
        {
            using (var hash = SHA256.Create())
            {
                return hash.ComputeHash(data);
            }
        }

        private ulong Next()
        {
            if (left.Count == 0)
            {
                byte[] block = Sha256(Encoding.UTF8.GetBytes(name + blocks++));
                for (int at = 0; at < 32; at += 8)
                {
                    left.Enqueue(block.Skip(at).Take(8).Aggregate(0UL, (word, one) => word << 8 | one));
                }
            }
            return left.Dequeue();
        }

        internal int Pick(int bound) => (int)(Next() % (ulong)bound);

        internal bool OneIn(int many) => Pick(many) == 0;

        internal string Of(params string[] members) => members[Pick(members.Length)];

        internal List<object> One(params string[] members) => new List<object> { Of(members) };

        internal List<object> Some(params string[] members) => members.Where(_ => OneIn(2)).ToList<object>();

        internal string Hex() => string.Concat(Enumerable.Range(0, 4).Select(_ => Next().ToString("x16")));

        internal string Day(string year, int months) => $"{year}-0{1 + Pick(months)}-{10 + Pick(19)}";
    }

    /// <summary>A case made by the rule in tests/vectors/accumulated.json. Numbers in comments are those of its paragraphs.</summary>
    internal sealed class Generated
    {
        private static readonly string[] Categories = { "汽车销售", "加油站", "外商投资" };
        private static readonly string[] Districts = { "140521", "140522", "1405", "140521100" };
        private static readonly string[] Departments = { "县工信局", "县市场监管局" };
        private static readonly string[] Skills = { "汽车", "财务" };
        private static readonly string[] Levels = { "县", "市" };
        private static readonly string[] Tasks = { "T0", "T1", "T9" };
        private static readonly string[] Ratios = { "1%", "5%", "12.5%", "20%", "33.333333%", "40%", "50%", "66.6%", "100%" };

        private readonly Stream words;
        private string[] classes = { "high", "elevated", "general", "low" };
        private readonly List<string> entities = new List<string>();
        private readonly List<string> inspectors = new List<string>();

        private Generated(Stream words)
        {
            this.words = words;
        }

        /// <summary>The documents in the form of a vector.</summary>
        internal static Map Documents(string seed, int number) => new Generated(new Stream(seed, number)).Make();

        private static Map Map(params object[] pairs)
        {
            var map = new Map(StringComparer.Ordinal);
            for (int at = 0; at < pairs.Length; at += 2)
            {
                map[(string)pairs[at]] = pairs[at + 1] is int number ? (long)number : pairs[at + 1];
            }
            return map;
        }

        private static List<object> Repeat(int count, Func<int, Map> make) => Enumerable.Range(0, count).Select(make).ToList<object>();

        private Map Make()
        {
            Map ceremony = Map("hash", words.Of("sha256", "sm3"), "sealed_at", "2024-08-30T09:00:00+08:00"); // 1
            if (words.OneIn(2))
            {
                ceremony["secret"] = words.Hex();
            }
            List<object> own = OwnClasses();
            Map all = Map();
            all["registry.jsonl"] = Map("rows", Repeat(1 + words.Pick(24), Entity));
            all["roster.jsonl"] = Map("rows", Repeat(3 + words.Pick(10), Inspector));
            all["history.jsonl"] = Map("rows", History());
            all["plan.json"] = Map("json", Plan(own));
            var contributions = new List<object>();
            ceremony["sources"] = Sources(Words.HashOf((string)ceremony["hash"]), contributions);
            all["ceremony.json"] = Map("json", ceremony);
            Map document = Map("spec", "suiji-v1", "commitment", Commitment(all), "contributions", contributions);
            all["contributions.json"] = Map("json", document);
            return all;
        }

        private static string Commitment(Map all)
        {
            try
            {
                using (Sealed inputs = new Documents(all).Seal())
                {
                    return inputs.Commitment.Digest();
                }
            }
            catch (SuijiException)
            {
                return new string('0', 64);
            }
        }

        private List<object> OwnClasses() // 2
        {
            if (!words.OneIn(3))
            {
                return null;
            }
            int count = 2 + words.Pick(3);
            classes = Enumerable.Range(1, count).Select(number => "K" + number).ToArray();
            return Repeat(count, at => Map("id", classes[at], "name", "类" + (at + 1)));
        }

        private Map Entity(int number) // 3
        {
            string id = words.Of("A-", "b/", "9.") + number;
            entities.Add(id);
            Map row = Map("id", id, "name", "样例企业" + number + words.Of("", "（有限）", "😀", "\"\\"));
            if (!words.OneIn(8))
            {
                row["class"] = words.Of(classes);
            }
            row["categories"] = words.Some(Categories);
            if (!words.OneIn(5))
            {
                row["district"] = words.Of(Districts);
            }
            if (!words.OneIn(4))
            {
                row["industry"] = words.Of("5264", "52", "F51");
            }
            if (words.OneIn(4))
            {
                row["status"] = words.Of("active", "inactive");
            }
            if (!words.OneIn(3))
            {
                string year = (2000 + words.Pick(25)).ToString();
                row["established"] = words.Day(year, 9);
            }
            if (words.OneIn(16))
            {
                row["exempt"] = "样例免检名单";
                if (words.OneIn(2))
                {
                    row["exempt_from"] = words.One(Tasks);
                }
            }
            if (words.OneIn(4))
            {
                row["extra"] = Map("地址", "样例路" + words.Pick(100), "ﬀ", "1", "😀", "2");
            }
            return row;
        }

        private Map Inspector(int number) // 4
        {
            string id = "P" + number;
            inspectors.Add(id);
            Map row = Map("id", id, "name", "样例人员" + number, "department", words.Of(Departments));
            if (!words.OneIn(3))
            {
                row["district"] = words.Of(Districts);
            }
            row["skills"] = words.Some(Skills);
            row["lead"] = words.OneIn(2);
            row["expert"] = words.OneIn(8);
            if (words.OneIn(3))
            {
                row["max_load"] = 1L + words.Pick(4);
            }
            if (words.OneIn(4))
            {
                row["load"] = (long)words.Pick(3);
            }
            if (words.OneIn(6))
            {
                row["valid_to"] = words.Of("2024-08-31", "2024-10-15", "2025-01-01");
            }
            if (words.OneIn(3))
            {
                row["recuse"] = words.One(entities.ToArray());
            }
            return row;
        }

        private List<object> History() // 5
        {
            var rows = new List<object>();
            var made = new HashSet<string>();
            for (int count = words.Pick(9); count > 0; count--)
            {
                string entity = words.Of(entities.ToArray()), task = words.Of(Tasks);
                string year = words.Of("2023", "2024", "2024"), date = words.Day(year, 8);
                string kind = words.Of("planned", "planned", "planned", "case");
                Map row = Map("entity", entity, "task", task, "date", date, "kind", kind);
                if (words.OneIn(3))
                {
                    row["by"] = words.One(Levels);
                }
                if (words.OneIn(2))
                {
                    row["inspectors"] = words.One(inspectors.ToArray());
                }
                if (made.Add(string.Join("\n", entity, task, date, kind)))
                {
                    rows.Add(row);
                }
            }
            return rows;
        }

        private Map Plan(List<object> own) // 6
        {
            Map plan = Map("title", "样例计划", "authority", "样例县工信局", "year", 2024);
            if (own != null)
            {
                plan["classes"] = own;
            }
            plan["limits"] = Limits("L", words.Pick(3));
            if (words.OneIn(3))
            {
                plan["max_load"] = 1L + words.Pick(6);
            }
            if (!words.OneIn(8))
            {
                plan["window"] = Map("from", "2024-09-01", "to", "2024-11-30");
            }
            var tasks = new List<object>();
            for (int number = 0, count = 1 + words.Pick(3); number < count; number++)
            {
                tasks.Add(Task(number, tasks.Cast<Map>()));
            }
            plan["tasks"] = tasks;
            return plan;
        }

        private List<object> Limits(string letter, int count)
        {
            return Repeat(count, number =>
            {
                Map limit = Map("id", letter + number, "visits", 1 + words.Pick(2));
                if (words.OneIn(4))
                {
                    limit["from"] = words.Of("2023-06-01", "2024-04-01");
                }
                if (words.OneIn(4))
                {
                    limit["classes"] = words.One(classes);
                }
                if (words.OneIn(4))
                {
                    limit["by"] = words.One(Levels);
                }
                return limit;
            });
        }

        private Map Task(int number, IEnumerable<Map> earlier)
        {
            Map task = Map("id", "T" + number, "name", "样例任务" + number, "limits", Limits("M", words.Pick(2)));
            if (words.OneIn(2))
            {
                task["scope"] = Scope();
            }
            Map quota = Quota();
            if (quota != null)
            {
                task["quota"] = quota;
            }
            if (quota == null || words.OneIn(2))
            {
                task["risk"] = Risk();
            }
            if (!words.OneIn(3))
            {
                task["coordination"] = words.Of("g", "g", "h");
            }
            task["reserves"] = (long)words.Pick(3);
            if (words.OneIn(6))
            {
                task["window"] = Map("from", "2024-09-01", "to", words.Of("2024-10-31", "2024-11-30"));
            }
            if (!words.OneIn(4))
            {
                task["team"] = Shared(task, earlier) ?? Team();
            }
            return task;
        }

        /// <summary>The team of the first earlier task of the same coordination, or its first seats alone; null if there is none.</summary>
        private Map Shared(Map task, IEnumerable<Map> earlier)
        {
            Map other = earlier.FirstOrDefault(one => one.ContainsKey("team") && task.ContainsKey("coordination")
                && one.ContainsKey("coordination") && (string)one["coordination"] == (string)task["coordination"]);
            if (other == null || words.OneIn(3))
            {
                return null;
            }
            var team = (Map)Json.Read(Json.Write(other["team"]));
            if (words.OneIn(2))
            {
                team["seats"] = ((List<object>)team["seats"]).Take(1).ToList();
            }
            return team;
        }

        private Map Scope()
        {
            Map scope = Map();
            if (words.OneIn(2))
            {
                scope["categories"] = words.One(Categories);
            }
            if (words.OneIn(3))
            {
                scope["districts"] = words.One("1405", "140521");
            }
            if (words.OneIn(4))
            {
                scope["industries"] = words.One("5", "52");
            }
            if (words.OneIn(4))
            {
                scope["established_before"] = "2020-01-01";
            }
            return scope;
        }

        private Map Quota()
        {
            int kind = words.Pick(6);
            if (kind == 5)
            {
                return null;
            }
            if (kind == 4)
            {
                return Map("count", 1 + words.Pick(10));
            }
            if (kind == 3)
            {
                return Map("exactly", words.Of(Ratios));
            }
            Map quota = Map(kind == 2 ? "at_most" : "at_least", words.Of(Ratios));
            if (words.OneIn(kind == 2 ? 2 : 3))
            {
                quota[kind == 2 ? "max" : "min"] = 1L + words.Pick(8);
            }
            return quota;
        }

        private Map Risk()
        {
            Map risk = Map(
                "minimum", ByClass(2, () => words.Of(Ratios)), "maximum", ByClass(6, () => words.Of(Ratios)),
                "weights", ByClass(3, () => 1L + words.Pick(9)));
            if (!words.OneIn(8))
            {
                risk["unrated_as"] = words.Of(classes);
            }
            return risk;
        }

        private Map ByClass(int many, Func<object> make)
        {
            Map map = Map();
            foreach (string one in classes)
            {
                if (words.OneIn(many))
                {
                    map[one] = make();
                }
            }
            return map;
        }

        private Map Team()
        {
            Map first = Map("department", words.Of(Departments), "count", 2);
            if (words.OneIn(4))
            {
                first["skills"] = words.One(Skills);
            }
            var seats = new List<object> { first };
            for (int more = words.Pick(2); more > 0; more--)
            {
                seats.Add(Map("department", words.Of(Departments), "count", 1 + words.Pick(2), "expert", words.OneIn(6)));
            }
            Map team = Map("seats", seats, "lead_required", words.OneIn(3));
            int district = words.Pick(6);
            if (district < 2)
            {
                team["district"] = district == 0 ? "same" : "other";
            }
            if (words.OneIn(2))
            {
                team["rotation_from"] = words.Of("2023-01-01", "2024-05-01");
            }
            return team;
        }

        private List<object> Sources(Hash hash, List<object> contributions) // 7
        {
            var parts = new List<object> { Map("count", 20, "from", 1, "to", 6) };
            var numbers = new List<object> { Enumerable.Range(0, 20).Select(_ => (object)(1L + words.Pick(6))).ToList() };
            if (words.OneIn(2))
            {
                int count = 2 + words.Pick(2);
                parts.Add(Map("count", count, "from", 0, "to", 9, "distinct", true));
                numbers.Add(Balls(count));
            }
            var sources = new List<object>();
            if (words.OneIn(2))
            {
                string nonce = words.Hex(), value = "样例" + words.Pick(1000);
                string commitment = Contribution.Commitment(hash, nonce, value);
                sources.Add(Map("kind", "committed", "by", "public", "name", "样例见证", "commitment", commitment));
                contributions.Add(Map("kind", "committed", "nonce", nonce, "value", value));
            }
            sources.Add(Map("kind", "live", "by", "witness", "name", "样例掷骰", "parts", parts));
            contributions.Add(Map("kind", "live", "numbers", numbers));
            return sources;
        }

        private List<object> Balls(int count)
        {
            List<long> drum = Enumerable.Range(0, 10).Select(one => (long)one).ToList(), drawn = new List<long>();
            while (drawn.Count < count)
            {
                int at = words.Pick(drum.Count);
                drawn.Add(drum[at]);
                drum.RemoveAt(at);
            }
            return drawn.OrderBy(one => one).Cast<object>().ToList();
        }
    }

    /// <summary>The 10,000 cases of accumulated.json. About half of them are refused.</summary>
    public sealed class GeneratedTests
    {
        [Test]
        public void TheGeneratedCasesMatch()
        {
            var vector = (Map)Json.Read(File.ReadAllText(Folder.Of("tests", "vectors", "accumulated.json")));
            string seed = (string)vector["seed"];
            int first = 0, hashes = 0;
            foreach (Map one in Vector.Maps(vector["first"]))
            {
                Map made = Generated.Documents(seed, (int)(long)one["number"]);
                Expect.Same(Json.Write(one["documents"]), Json.Write(made), "case " + one["number"]);
                Expect.Same((string)one["result"], Result((Map)one["documents"]), "case " + one["number"]);
                first++;
            }
            var accumulated = new byte[32];
            for (int number = 0; number < 10000; number++)
            {
                byte[] result = Encoding.ASCII.GetBytes(Result(Generated.Documents(seed, number)));
                accumulated = Stream.Sha256(accumulated.Concat(result).ToArray());
                if (((Map)vector["after"]).TryGetValue((number + 1).ToString(), out object expected))
                {
                    Expect.Same((string)expected, string.Concat(accumulated.Select(one => one.ToString("x2"))), $"after {number + 1} cases");
                    hashes++;
                }
            }
            Expect.True(first == 5 && hashes == 3, $"{first} first cases, {hashes} hashes");
        }

        private static string Result(Map documents)
        {
            var of = new Documents(documents);
            try
            {
                using (Sealed inputs = of.Seal())
                using (Record record = inputs.Draw(of.Contributions()))
                {
                    return record.Digest;
                }
            }
            catch (SuijiException)
            {
                return "refused";
            }
        }
    }
}
