using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Map = System.Collections.Generic.SortedDictionary<string, object>;

namespace Suiji.Tests
{
    /// <summary>A file of tests/vectors, as maps and lists.</summary>
    internal sealed class Vector
    {
        internal readonly string Name;
        private readonly Map content;

        private Vector(string path)
        {
            Name = Path.GetFileNameWithoutExtension(path);
            content = (Map)Json.Read(File.ReadAllText(path));
        }

        /// <summary>The vectors of a folder. There must be at least this number.</summary>
        internal static IEnumerable<Vector> Of(string folder, int atLeast)
        {
            string[] files = Directory.GetFiles(Folder.Of("tests", "vectors", folder), "*.json");
            Array.Sort(files, StringComparer.Ordinal);
            Expect.True(files.Length >= atLeast, $"{files.Length} vectors in {folder}, expected {atLeast} or more");
            return files.Select(file => new Vector(file));
        }

        internal object this[string field] => content.TryGetValue(field, out object value) ? value : null;

        internal string Text(string field) => (string)this[field];

        internal Map Expected => (Map)this["expected"];

        internal string Expects(string field) => (string)Expected[field];

        internal IEnumerable<Map> List(string field) => Maps(this[field]);

        internal static IEnumerable<Map> Maps(object list) => ((IEnumerable<object>)list ?? new object[0]).Cast<Map>();

        internal static IReadOnlyList<string> Texts(object list) => ((IEnumerable<object>)list ?? new object[0]).Cast<string>().ToList();

        internal Documents Documents => new Documents((Map)this["documents"]);

        /// <summary>A value changed by a patch (RFC 6902).</summary>
        internal static object Patched(object value, object patch)
        {
            object copy = Json.Read(Json.Write(value));
            foreach (Map step in Maps(patch))
            {
                string[] path = ((string)step["path"]).Split('/').Skip(1).Select(part => part.Replace("~1", "/").Replace("~0", "~")).ToArray();
                object parent = path.Take(path.Length - 1).Aggregate(copy, Child);
                Change(parent, path.Last(), (string)step["op"], step.TryGetValue("value", out object to) ? to : null);
            }
            return copy;
        }

        private static object Child(object parent, string key)
        {
            return parent is Map map ? map[key] : ((List<object>)parent)[int.Parse(key)];
        }

        private static void Change(object parent, string key, string operation, object to)
        {
            if (parent is Map map)
            {
                if (operation == "remove")
                {
                    map.Remove(key);
                }
                else
                {
                    map[key] = to;
                }
                return;
            }
            var list = (List<object>)parent;
            int at = key == "-" ? list.Count : int.Parse(key);
            if (operation == "replace" || operation == "remove")
            {
                list.RemoveAt(at);
            }
            if (operation != "remove")
            {
                list.Insert(at, to);
            }
        }

        internal static byte[] Bytes(object value) => Encoding.UTF8.GetBytes(Json.Write(value));

        /// <summary>Both are the same JSON, as canonical bytes.</summary>
        internal static void Same(string what, object expected, byte[] found)
        {
            Expect.Same(Canonical(Bytes(expected)), Canonical(found), what);
        }

        private static string Canonical(byte[] json) => Encoding.UTF8.GetString(Library.CanonicalJson(json));
    }

    /// <summary>The documents of a vector or case by name.</summary>
    internal sealed class Documents
    {
        internal static readonly string[] All = { "plan", "registry", "roster", "history", "secret", "earlier" };

        private readonly Dictionary<string, byte[]> files;
        private readonly Map vector;

        internal Documents(Map vector)
        {
            this.vector = vector;
            files = vector.ToDictionary(one => one.Key, one => FormOf(one.Value));
        }

        internal Documents(string folder, string otherwise = null)
        {
            files = new Dictionary<string, byte[]>();
            foreach (string each in new[] { otherwise, folder }.Where(one => one != null))
            {
                foreach (string file in Directory.GetFiles(each))
                {
                    string name = Path.GetFileName(file);
                    files.Remove(Path.ChangeExtension(name, name.EndsWith(".csv") ? ".jsonl" : ".csv"));
                    files[name] = File.ReadAllBytes(file);
                }
            }
        }

        /// <summary>The bytes of one of the four forms of tests/vectors/README.md.</summary>
        private static byte[] FormOf(object form)
        {
            if (form is string text)
            {
                return Encoding.UTF8.GetBytes(text);
            }
            if (form is Map map)
            {
                return map.ContainsKey("json") ? Vector.Bytes(map["json"])
                    : Encoding.UTF8.GetBytes(string.Concat(((List<object>)map["rows"]).Select(row => Json.Write(row) + "\n")));
            }
            return ((List<object>)form).SelectMany(PartOf).ToArray();
        }

        private static IEnumerable<byte> PartOf(object part)
        {
            if (part is string text)
            {
                return Encoding.UTF8.GetBytes(text);
            }
            var map = (Map)part;
            if (map.ContainsKey("hex"))
            {
                string hex = (string)map["hex"];
                return Enumerable.Range(0, hex.Length / 2).Select(at => Convert.ToByte(hex.Substring(2 * at, 2), 16));
            }
            byte[] repeated = Encoding.UTF8.GetBytes((string)map["repeat"]);
            var all = new byte[repeated.Length * (int)(long)map["times"]];
            for (int at = 0; at < all.Length; at += repeated.Length)
            {
                repeated.CopyTo(all, at);
            }
            return all;
        }

        internal IEnumerable<string> Names => files.Keys;

        internal bool Has(string name) => files.ContainsKey(name);

        internal byte[] this[string name] => files.TryGetValue(name, out byte[] bytes) ? bytes : new byte[0];

        /// <summary>The documents with one of them changed.</summary>
        internal Documents With(string name, object patch)
        {
            var changed = (Map)Json.Read(Json.Write(vector));
            var form = (Map)changed[name];
            string key = form.Keys.Single();
            form[key] = Vector.Patched(form[key], patch);
            return new Documents(changed);
        }

        internal Plan Plan() => Suiji.Plan.FromJson(this["plan.json"]);

        internal Registry Registry()
        {
            return Has("registry.csv") ? Suiji.Registry.FromCsv(this["registry.csv"]) : Suiji.Registry.FromJsonLines(this["registry.jsonl"]);
        }

        internal Roster Roster()
        {
            return Has("roster.csv") ? Suiji.Roster.FromCsv(this["roster.csv"]) : Suiji.Roster.FromJsonLines(this["roster.jsonl"]);
        }

        internal History History()
        {
            return Has("history.csv") ? Suiji.History.FromCsv(this["history.csv"]) : Suiji.History.FromJsonLines(this["history.jsonl"]);
        }

        internal Inputs Inputs()
        {
            Plan plan = Plan();
            using (Registry registry = Registry())
            using (Roster roster = Roster())
            using (History history = History())
            {
                return Suiji.Inputs.Of(plan, registry, roster, history);
            }
        }

        internal IEnumerable<Commitment> Earlier()
        {
            return Has("earlier.json")
                ? ((List<object>)Json.Read(Encoding.UTF8.GetString(this["earlier.json"]))).Select(one => Commitment.FromJson(Json.Write(one)))
                : new Commitment[0];
        }

        internal Ceremony Ceremony() => Suiji.Ceremony.FromJson(this["ceremony.json"]).WithEarlier(Earlier());

        internal string Secret() => Suiji.Ceremony.FromJson(this["ceremony.json"]).Secret;

        internal Sealed Seal()
        {
            using (Inputs inputs = Inputs())
            {
                return Library.Seal(inputs, Ceremony());
            }
        }

        internal Contributions Contributions() => Suiji.Contributions.FromJson(this["contributions.json"]);

        internal Evidence Evidence(IEnumerable<string> names)
        {
            Evidence evidence = Suiji.Evidence.None;
            foreach (string name in names)
            {
                switch (name)
                {
                    case "plan":
                        evidence = evidence.WithPlan(Plan());
                        break;
                    case "registry":
                        evidence = evidence.WithRegistry(Registry());
                        break;
                    case "roster":
                        evidence = evidence.WithRoster(Roster());
                        break;
                    case "history":
                        evidence = evidence.WithHistory(History());
                        break;
                    case "earlier":
                        evidence = evidence.WithEarlier(Earlier());
                        break;
                    case "secret":
                        evidence = Secret() == null ? evidence : evidence.WithSecret(Secret());
                        break;
                }
            }
            return evidence;
        }
    }
}
