using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    /// <summary>
    /// Reads the lists and the plan of an office: XLSX, XLS, ODS, CSV in any encoding, text, or DOCX for a plan. It finds headers, cleans values, and logs
    /// every change. A value that it does not understand leads to a question. Each method returns a new importer.
    /// </summary>
    public sealed class Importer
    {
        private IReadOnlyList<KeyValuePair<string, byte[]>> files;
        private IReadOnlyList<string> answers = new string[0];
        private string extra;
        private Plan plan;
        private Registry registry;
        private Roster roster;

        private Importer() { }

        /// <summary>An importer of a file.</summary>
        /// <param name="name">The name of the file in the log.</param>
        /// <param name="file">The file.</param>
        public static Importer Of(string name, byte[] file) => new Importer { files = new KeyValuePair<string, byte[]>[0] }.With(name, file);

        private Importer With(Action<Importer> change)
        {
            var changed = (Importer)MemberwiseClone();
            change(changed);
            return changed;
        }

        /// <summary>Adds a file.</summary>
        /// <param name="name">The name of the file in the log.</param>
        /// <param name="file">The file.</param>
        public Importer With(string name, byte[] file)
        {
            return With(to => to.files = files.Concat(new[] { new KeyValuePair<string, byte[]>(name, (byte[])file.Clone()) }).ToList());
        }

        /// <summary>Adds the answer to a question.</summary>
        /// <param name="question">The id of the question.</param>
        /// <param name="answer">The answer.</param>
        public Importer WithAnswer(string question, string answer)
        {
            return WithAnswers("{\"answers\":" + Json.Write(Fields.ToJson(new Dictionary<string, string> { [question] = answer }, nameof(answer))) + "}");
        }

        /// <summary>Adds the answers that the command saved, <c>import-map.json</c>. Later answers replace earlier
        /// ones.</summary>
        /// <param name="json">The document.</param>
        public Importer WithAnswers(string json) => With(to => to.answers = answers.Concat(new[] { json }).ToList());

        /// <summary>Keeps other columns with these names in <c>extra</c>.</summary>
        /// <param name="names">The names.</param>
        public Importer WithExtra(params string[] names) => With(to => to.extra = Json.Write(Fields.ToJson(names, nameof(names))));

        /// <summary>Keeps all other columns in <c>extra</c>.</summary>
        public Importer WithAllExtra() => With(to => to.extra = "\"all\"");

        /// <summary>Sets the plan, for recognising words.</summary>
        /// <param name="of">The plan.</param>
        public Importer WithPlan(Plan of) => With(to => to.plan = of);

        /// <summary>Sets the registry, for replacing names by ids.</summary>
        /// <param name="of">The registry.</param>
        public Importer WithRegistry(Registry of) => With(to => to.registry = of);

        /// <summary>Sets the roster, for replacing names by ids.</summary>
        /// <param name="of">The roster.</param>
        public Importer WithRoster(Roster of) => With(to => to.roster = of);

        /// <summary>Imports lists. Each list is recognised by its columns.</summary>
        /// <exception cref="SuijiException">A file is not a list, or exceeds a limit.</exception>
        public Import ImportLists() => Lists(0);

        /// <summary>Imports a registry.</summary>
        /// <exception cref="SuijiException">A file is not a list, or exceeds a limit.</exception>
        public Import ImportRegistry() => Lists(Native.REGISTRY);

        /// <summary>Imports a roster.</summary>
        /// <exception cref="SuijiException">A file is not a list, or exceeds a limit.</exception>
        public Import ImportRoster() => Lists(Native.ROSTER);

        /// <summary>Imports a history.</summary>
        /// <exception cref="SuijiException">A file is not a list, or exceeds a limit.</exception>
        public Import ImportHistory() => Lists(Native.HISTORY);

        /// <summary>Imports a plan: its document, and the files of its annexes.</summary>
        /// <exception cref="SuijiException">A file is not a plan, or exceeds a limit.</exception>
        public Import ImportPlan()
        {
            byte[] given = Answers();
            return Imported((Handle all, out IntPtr result, out IntPtr error) => Native.suiji_import_plan(
                all, given, Call.Size(given), NativeObject.OrNone(registry), NativeObject.OrNone(roster), out result, out error));
        }

        private Import Lists(int kind)
        {
            byte[] given = Answers(), columns = Call.Bytes(extra), of = TextDocument.OrNull(plan);
            return Imported((Handle all, out IntPtr result, out IntPtr error) => Native.suiji_import_lists(
                all, kind, columns, Call.Size(columns), given, Call.Size(given), of, Call.Size(of), NativeObject.OrNone(registry),
                NativeObject.OrNone(roster), out result, out error));
        }

        private byte[] Answers() => answers.Count == 0 ? null : Call.Bytes(string.Join("\n", answers));

        private Import Imported(Run.RunWork work)
        {
            using (Handle all = Call.Object((out IntPtr result, out IntPtr error) => Native.suiji_files_new(out result, out error)))
            {
                foreach (KeyValuePair<string, byte[]> file in files)
                {
                    byte[] name = Call.Bytes(file.Key);
                    Call.Run((out IntPtr error) =>
                        Native.suiji_files_add(all, name, Call.Size(name), file.Value, Call.Size(file.Value), out error));
                }
                return new Import(Call.Object((out IntPtr result, out IntPtr error) => work(all, out result, out error)));
            }
        }
    }

    /// <summary>The result of an import: tables or a plan, or questions, and the log.</summary>
    public sealed class Import : NativeObject
    {
        private readonly Fields summary;

        internal Import(Handle handle) : base(handle)
        {
            summary = Fields.Of(Json.Read(Call.Text(PartAs(Native.SUMMARY, Native.JSON))));
        }

        private byte[] PartAs(int part, int form)
        {
            return Call.Bytes((out IntPtr result, out IntPtr error) =>
                Native.suiji_import_part(Handle, part, form, out result, out error));
        }

        /// <summary>The registry; null if none was imported, or a question is open.</summary>
        public Registry Registry() => PartAs(Native.REGISTRY, Native.CSV) is byte[] csv ? Suiji.Registry.FromCsv(csv) : null;

        /// <summary>The roster; null if none was imported, or a question is open.</summary>
        public Roster Roster() => PartAs(Native.ROSTER, Native.CSV) is byte[] csv ? Suiji.Roster.FromCsv(csv) : null;

        /// <summary>The history; null if none was imported, or a question is open.</summary>
        public History History() => PartAs(Native.HISTORY, Native.CSV) is byte[] csv ? Suiji.History.FromCsv(csv) : null;

        /// <summary>The plan; null if none was imported, or a question is open.</summary>
        public Plan Plan() => PartAs(Native.PLAN, Native.JSON) is byte[] json ? Suiji.Plan.FromJson(json) : null;

        /// <summary>Checks that no question is open.</summary>
        /// <exception cref="SuijiException">The first questions, with their ids and the possible answers.</exception>
        public void CheckAnswered() => Call.Run((out IntPtr error) => Native.suiji_import_check(Handle, out error));

        /// <summary>The first 1,000 open questions.</summary>
        public IReadOnlyList<ImportQuestion> Questions => List("questions", of => new ImportQuestion(of));

        /// <summary>The number of further questions.</summary>
        public long MoreQuestions => summary.Read("more_questions", Fields.Number);

        /// <summary>The totals of each list; empty for a plan.</summary>
        public IReadOnlyList<ImportSummary> Summaries => List("lists", of => new ImportSummary(of));

        /// <summary>Every text of a plan that was used, with its value; empty for lists.</summary>
        public IReadOnlyList<Understood> Understood => List("understood", of => new Understood(of));

        private IReadOnlyList<T> List<T>(string field, Func<Fields, T> make) => Fields.List(summary[field], value => make(Fields.Of(value)));

        /// <summary>Every change of a value, a row or a column, sheet by sheet and row by row.</summary>
        public IReadOnlyList<ImportChange> Changes()
        {
            return Json.Lines(PartAs(Native.LOG, Native.JSON_LINES)).Select(value => new ImportChange(Fields.Of(value))).ToList();
        }

        /// <summary>The log for a spreadsheet: UTF-8 with a byte order mark.</summary>
        public byte[] LogCsv() => PartAs(Native.LOG, Native.CSV);

        /// <summary>The log as an HTML page for printing and signing, in English.</summary>
        public string Page() => Call.Text(PartAs(Native.LOG, Native.HTML_EN));

        /// <summary>The log as an HTML page for printing and signing, in Chinese.</summary>
        public string PageZh() => Call.Text(PartAs(Native.LOG, Native.HTML));
    }

    /// <summary>Something that was not understood. Answer it by its id.</summary>
    public sealed class ImportQuestion : Value
    {
        internal ImportQuestion(Fields fields) : base(fields) { }

        /// <summary>The id.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The list.</summary>
        public string List => Fields.Read("list", Fields.Text);

        /// <summary>What the question is about, such as <c>value</c>.</summary>
        public string About => Fields.Read("about", Fields.Text);

        /// <summary>The field.</summary>
        public string Field => Fields.Read("field", Fields.Text);

        /// <summary>The value in the file.</summary>
        public string Found => Fields.Read("value", Fields.Text);

        /// <summary>The question, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>The question, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");

        /// <summary>The possible answers.</summary>
        public IReadOnlyList<ImportChoice> Choices => Fields.List(Fields["choices"], value => new ImportChoice(Fields.Of(value)));

        /// <summary>Whether answers other than the choices are possible.</summary>
        public bool AnyValue => Fields.Read("any_value", Fields.Flag);

        /// <summary>The first places.</summary>
        public IReadOnlyList<ImportPlace> Places => Fields.List(Fields["places"], value => new ImportPlace(Fields.Of(value)));

        /// <summary>The number of all places.</summary>
        public long Count => Fields.Read("count", Fields.Number);

        /// <summary>An answer that was given and refused; null if there is none.</summary>
        public string Refused => Fields.Read("refused", Fields.Text);

        /// <summary>The reason for the refusal, in English; null if there is none.</summary>
        public string WhyRefused => Fields.OptionalMessage("why_refused", "en");

        /// <summary>The reason for the refusal, in Chinese; null if there is none.</summary>
        public string WhyRefusedZh => Fields.OptionalMessage("why_refused", "zh");
    }

    /// <summary>A possible answer.</summary>
    public sealed class ImportChoice : Value
    {
        internal ImportChoice(Fields fields) : base(fields) { }

        /// <summary>The answer.</summary>
        public string Answer => Fields.Read("answer", Fields.Text);

        /// <summary>The meaning, in English.</summary>
        public string Means => Fields.Message("means", "en");

        /// <summary>The meaning, in Chinese.</summary>
        public string MeansZh => Fields.Message("means", "zh");
    }

    /// <summary>A place in the files.</summary>
    public sealed class ImportPlace : Value
    {
        internal ImportPlace(Fields fields) : base(fields) { }

        /// <summary>The file.</summary>
        public string File => Fields.Read("file", Fields.Text);

        /// <summary>The sheet.</summary>
        public string Sheet => Fields.Read("sheet", Fields.Text);

        /// <summary>The number of the row.</summary>
        public long Row => Fields.Read("row", Fields.Number);

        /// <summary>The column.</summary>
        public string Column => Fields.Read("column", Fields.Text);
    }

    /// <summary>A change of a value, a row or a column.</summary>
    public sealed class ImportChange : Value
    {
        internal ImportChange(Fields fields) : base(fields) { }

        /// <summary>The file.</summary>
        public string File => Fields.Read("file", Fields.Text);

        /// <summary>The sheet.</summary>
        public string Sheet => Fields.Read("sheet", Fields.Text);

        /// <summary>The number of the row.</summary>
        public long Row => Fields.Read("row", Fields.Number);

        /// <summary>How many rows.</summary>
        public long Rows => Fields.Read("rows", Fields.Number);

        /// <summary>The column.</summary>
        public string Column => Fields.Read("column", Fields.Text);

        /// <summary>The value in the file.</summary>
        public string Before => Fields.Read("before", Fields.Text);

        /// <summary>The value in the table.</summary>
        public string After => Fields.Read("after", Fields.Text);

        /// <summary>The ids of the rules that made it.</summary>
        public IReadOnlyList<string> Rules => Fields.List(Fields["rules"], Fields.Text);
    }

    /// <summary>The totals of a list.</summary>
    public sealed class ImportSummary : Value
    {
        internal ImportSummary(Fields fields) : base(fields) { }

        /// <summary>The list.</summary>
        public string List => Fields.Read("list", Fields.Text);

        /// <summary>The number of rows that were read.</summary>
        public long Read => Fields.Read("read", Fields.Number);

        /// <summary>The number of rows that were imported.</summary>
        public long Taken => Fields.Read("taken", Fields.Number);

        /// <summary>The number of rows left out by each rule.</summary>
        public IReadOnlyDictionary<string, long> LeftOut => Fields.Read("left_out", Fields.Numbers);

        /// <summary>The number of cells changed by each rule.</summary>
        public IReadOnlyDictionary<string, long> Changed => Fields.Read("changed", Fields.Numbers);

        /// <summary>The columns that were left out.</summary>
        public IReadOnlyList<string> ColumnsLeftOut => Fields.List(Fields["columns_left_out"], Fields.Text);
    }

    /// <summary>A text of a plan, and its value.</summary>
    public sealed class Understood : Value
    {
        internal Understood(Fields fields) : base(fields) { }

        /// <summary>The task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The field, in English.</summary>
        public string Field => Fields.Message("field", "en");

        /// <summary>The field, in Chinese.</summary>
        public string FieldZh => Fields.Message("field", "zh");

        /// <summary>The text.</summary>
        public string Before => Fields.Read("before", Fields.Text);

        /// <summary>The value.</summary>
        public string After => Fields.Read("after", Fields.Text);

        /// <summary>The meaning of the value, in English.</summary>
        public string Means => Fields.Message("means", "en");

        /// <summary>The meaning of the value, in Chinese.</summary>
        public string MeansZh => Fields.Message("means", "zh");

        /// <summary>Whether it follows from an answer.</summary>
        public bool Answered => Fields.Read("answered", Fields.Flag);

        /// <summary>The place of the text; null if there is none.</summary>
        public ImportPlace Place => Fields.Has("place") ? new ImportPlace(Fields.Of(Fields["place"])) : null;
    }
}
