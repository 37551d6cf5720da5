using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    /// <summary>Makes the papers of a draw, which an office prints, hands out and publishes. Each method returns a new
    /// object.</summary>
    public sealed class Papers
    {
        private readonly Sealed inputs;
        private readonly Record record;
        private Amendments amendments;
        private Results results;
        private string office;
        private string holidays;
        private IReadOnlyDictionary<string, string> templates;
        private int language = Native.ZH;

        private Papers(Sealed inputs, Record record)
        {
            this.inputs = inputs;
            this.record = record;
        }

        /// <summary>Papers of a draw, in Chinese.</summary>
        /// <param name="inputs">The sealed inputs.</param>
        /// <param name="record">The record.</param>
        public static Papers Of(Sealed inputs, Record record) => new Papers(inputs, record);

        /// <summary>Adds amendments.</summary>
        /// <param name="of">The amendments.</param>
        public Papers WithAmendments(Amendments of) => With(papers => papers.amendments = of);

        /// <summary>Adds results, from which the outcomes, the proposals and the summary are made.</summary>
        /// <param name="of">The results.</param>
        public Papers WithResults(Results of) => With(papers => papers.results = of);

        /// <summary>Adds the settings of the office.</summary>
        /// <param name="json">The document <c>office.json</c>.</param>
        public Papers WithOffice(string json) => With(papers => papers.office = json);

        /// <summary>Adds notices of holidays, for years that this version does not know. Without the notice of its year, a
        /// deadline in working days has no last day, and the paper says so.</summary>
        /// <param name="json">The document <c>holidays.json</c>.</param>
        public Papers WithHolidays(string json) => With(papers => papers.holidays = json);

        /// <summary>Adds the templates of the office, which replace those of this library.</summary>
        /// <param name="texts">The texts by their names, such as <c>minutes.zh.html</c>.</param>
        public Papers WithTemplates(IReadOnlyDictionary<string, string> texts) => With(papers => papers.templates = texts);

        /// <summary>Makes English papers.</summary>
        public Papers InEnglish() => With(papers => papers.language = Native.EN);

        private Papers With(Action<Papers> change)
        {
            var papers = (Papers)MemberwiseClone();
            change(papers);
            return papers;
        }

        /// <summary>Makes papers of these kinds.</summary>
        /// <param name="kinds">The kinds; none means all.</param>
        /// <exception cref="SuijiException">Settings, holidays or a template cannot be read. The faults name the template and
        /// the line.</exception>
        public IReadOnlyList<Paper> Make(params PaperKind[] kinds) => Made(kinds.Select(kind => kind.Word()).ToList(), new string[0]);

        /// <summary>Makes letters with receipts.</summary>
        /// <param name="entities">The ids of the entities.</param>
        /// <exception cref="SuijiException">An id is invalid.</exception>
        public IReadOnlyList<Paper> Letters(params string[] entities) => Made(new string[0], entities);

        private IReadOnlyList<Paper> Made(IReadOnlyList<string> kinds, IReadOnlyList<string> letters)
        {
            byte[] after = TextDocument.OrNull(amendments), found = TextDocument.OrNull(results), settings = Call.Bytes(office);
            byte[] days = Call.Bytes(holidays), own = templates == null ? null : Call.Bytes(Json.Write(Fields.ToJson(templates, nameof(templates))));
            byte[] of = List(kinds), to = List(letters);
            using (Handle made = Call.Object((out IntPtr result, out IntPtr error) => Native.suiji_papers(
                NativeObject.Required(inputs, nameof(inputs)), LargeDocument.Required(record, nameof(record)), after, Call.Size(after), found,
                Call.Size(found), settings, Call.Size(settings), days, Call.Size(days), own, Call.Size(own), of, Call.Size(of), to, Call.Size(to),
                language, out result, out error)))
            {
                string list = Call.String((out IntPtr result, out IntPtr error) => Native.suiji_papers_list(made, out result, out error));
                return Fields.List(Json.Read(list), Fields.Of).Select((fields, at) => new Paper(fields, File(made, at))).ToList();
            }
        }

        private static byte[] File(Handle made, int at)
        {
            return Call.Bytes((out IntPtr result, out IntPtr error) => Native.suiji_paper(made, at, out result, out error));
        }

        private static byte[] List(IReadOnlyList<string> texts) => texts.Count == 0 ? null : Call.Bytes(Json.Write(Fields.ToJson(texts, nameof(texts))));
    }

    /// <summary>A file that an office prints, hands out or publishes.</summary>
    public sealed class Paper
    {
        private readonly byte[] data;

        internal Paper(Fields fields, byte[] data)
        {
            Kind = Words.PaperKindOf(fields.Read("kind", Fields.Text));
            Form = Words.PaperFormOf(fields.Read("form", Fields.Text));
            Name = fields.Read("name", Fields.Text);
            Title = fields.Read("title", Fields.Text);
            IsPublic = fields.Read("public", Fields.Flag);
            this.data = data;
        }

        /// <summary>The kind.</summary>
        public PaperKind Kind { get; }

        /// <summary>The form of the file.</summary>
        public PaperForm Form { get; }

        /// <summary>The name of the file; with a <c>/</c> if it is in a subfolder.</summary>
        public string Name { get; }

        /// <summary>The title.</summary>
        public string Title { get; }

        /// <summary>Whether it may be published: only the announcement and the outcomes.</summary>
        public bool IsPublic { get; }

        /// <summary>The file.</summary>
        public byte[] ToArray() => (byte[])data.Clone();

        /// <inheritdoc/>
        public override string ToString() => $"Paper({Name})";
    }

    /// <summary>The kind of a paper.</summary>
    public enum PaperKind
    {
        /// <summary>In JSON <c>minutes</c>.</summary>
        Minutes,

        /// <summary>In JSON <c>task_sheet</c>.</summary>
        TaskSheet,

        /// <summary>In JSON <c>approval</c>.</summary>
        Approval,

        /// <summary>In JSON <c>notice</c>.</summary>
        Notice,

        /// <summary>In JSON <c>announcement</c>.</summary>
        Announcement,

        /// <summary>In JSON <c>outcomes</c>.</summary>
        Outcomes,

        /// <summary>In JSON <c>proposals</c>.</summary>
        Proposals,

        /// <summary>In JSON <c>summary</c>.</summary>
        Summary,

        /// <summary>In JSON <c>table</c>.</summary>
        Table,

        /// <summary>In JSON <c>picture</c>.</summary>
        Picture,

        /// <summary>In JSON <c>letter</c>.</summary>
        Letter,

        /// <summary>In JSON <c>index</c>.</summary>
        Index,
    }

    /// <summary>The form of a paper.</summary>
    public enum PaperForm
    {
        /// <summary>In JSON <c>html</c>.</summary>
        Html,

        /// <summary>In JSON <c>docx</c>.</summary>
        Docx,

        /// <summary>In JSON <c>xlsx</c>.</summary>
        Xlsx,

        /// <summary>In JSON <c>csv</c>.</summary>
        Csv,

        /// <summary>In JSON <c>svg</c>.</summary>
        Svg,

        /// <summary>In JSON <c>json</c>.</summary>
        Json,
    }

    public static partial class Words
    {
        private static readonly string[] paperKinds =
        {
            "minutes", "task_sheet", "approval", "notice", "announcement", "outcomes", "proposals", "summary", "table", "picture", "letter",
            "index",
        };

        private static readonly string[] paperForms = { "html", "docx", "xlsx", "csv", "svg", "json" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this PaperKind value) => paperKinds[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static PaperKind PaperKindOf(string word) => (PaperKind)IndexOf(paperKinds, word);

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this PaperForm value) => paperForms[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static PaperForm PaperFormOf(string word) => (PaperForm)IndexOf(paperForms, word);
    }
}
