using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    public sealed partial class Plan
    {
        /// <summary>Reads <c>plan.json</c>.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Plan FromJson(byte[] json) => new Plan(Checked(Native.PLAN, json));

        /// <summary>Reads <c>plan.json</c>.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Plan FromJson(string json) => new Plan(Checked(Native.PLAN, json));

        /// <summary>Starts a plan.</summary>
        /// <param name="title">The title.</param>
        /// <param name="authority">The authority that draws.</param>
        /// <param name="year">The year.</param>
        public static PlanBuilder Builder(string title, string authority, int year) => new PlanBuilder(title, authority, year);

        /// <summary>The task with this id; null if the plan has none.</summary>
        /// <param name="id">The id of the task.</param>
        public PlanTask Task(string id) => Tasks.FirstOrDefault(task => task.Id == id);

        /// <summary>The differences of a later plan, in words. Those of the plan as a whole come first.</summary>
        /// <param name="later">The later plan.</param>
        public IReadOnlyList<PlanChange> Changes(Plan later)
        {
            byte[] before = Bytes(), after = later.Bytes();
            string changes = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_plan_changes(before, Call.Size(before), after, Call.Size(after), out result, out error));
            return Fields.List(Json.Read(changes), value => new PlanChange(Fields.Of(value)));
        }

        /// <summary>The digest, as a commitment contains it.</summary>
        /// <param name="hash">The hash suite of the commitment.</param>
        public string Digest(Hash hash) => Digest(Native.PLAN, (int)hash + 1);

        /// <summary>Writes <c>plan.json</c>.</summary>
        public string ToJson() => Text();

        /// <inheritdoc/>
        public override string ToString() => $"Plan({Title})";
    }

    /// <summary>Builds a <see cref="Plan"/>. Nothing is checked before <see cref="Build"/>, which reports all faults at once.</summary>
    public sealed class PlanBuilder
    {
        private readonly List<PlanTask> tasks = new List<PlanTask>();
        private readonly List<string> basis = new List<string>();
        private readonly Dictionary<string, string> extra = new Dictionary<string, string>();
        private Fields fields;

        internal PlanBuilder(string title, string authority, int year)
        {
            fields = new Fields().With("title", title).With("authority", authority).With("year", year);
        }

        private PlanBuilder With(string field, object value)
        {
            fields = fields.With(field, value);
            return this;
        }

        /// <summary>Adds a task. The order of the tasks has an effect.</summary>
        /// <param name="task">The task.</param>
        public PlanBuilder WithTask(PlanTask task)
        {
            tasks.Add(task);
            return this;
        }

        /// <summary>Adds a document on which the plan is based.</summary>
        /// <param name="document">Its name.</param>
        public PlanBuilder WithBasis(string document)
        {
            basis.Add(document);
            return this;
        }

        /// <summary>Adds other data of the office.</summary>
        /// <param name="key">The name.</param>
        /// <param name="value">The text.</param>
        public PlanBuilder WithExtra(string key, string value)
        {
            extra[key] = value;
            return this;
        }

        /// <summary>Sets the document number (文号).</summary>
        /// <param name="number">The number.</param>
        public PlanBuilder WithDocumentNumber(string number) => With("document_number", number);

        /// <summary>Sets the period of the inspections.</summary>
        /// <param name="window">The period.</param>
        public PlanBuilder WithWindow(Window window) => With("window", window);

        /// <summary>Sets the risk classes instead of the usual four.</summary>
        /// <param name="classes">Two to nine classes, the highest risk first.</param>
        public PlanBuilder WithClasses(params RiskClass[] classes) => With("classes", classes);

        /// <summary>Sets the limits on visits to an entity for any task.</summary>
        /// <param name="limits">The limits, in the order in which they apply.</param>
        public PlanBuilder WithLimits(params Limit[] limits) => With("limits", limits);

        /// <summary>Sets the load from which on an inspector gets no further seat.</summary>
        /// <param name="load">The number of seats.</param>
        public PlanBuilder WithMaxLoad(long load) => With("max_load", load);

        /// <summary>Makes the plan.</summary>
        /// <exception cref="SuijiException">All faults of the plan.</exception>
        public Plan Build() => Plan.FromJson(fields.With("basis", basis).With("tasks", tasks).With("extra", extra).ToJson());
    }

    public sealed partial class Quota
    {
        /// <summary>At least a ratio, rounded up.</summary>
        /// <param name="ratio">The ratio, such as <c>5%</c>.</param>
        public static Quota OfAtLeast(string ratio) => Of("at_least", ratio);

        /// <summary>At most a ratio, rounded down.</summary>
        /// <param name="ratio">The ratio, such as <c>5%</c>.</param>
        public static Quota OfAtMost(string ratio) => Of("at_most", ratio);

        /// <summary>Exactly a ratio, rounded up.</summary>
        /// <param name="ratio">The ratio, such as <c>5%</c>.</param>
        public static Quota OfExactly(string ratio) => Of("exactly", ratio);

        /// <summary>A number.</summary>
        /// <param name="number">The number.</param>
        public static Quota OfCount(long number) => Of("count", number);

        private static Quota Of(string field, object value) => new Quota(new Fields().With(field, value));

        /// <summary>A copy with a minimum number.</summary>
        /// <param name="number">The number.</param>
        public Quota WithMin(long number) => new Quota(Fields.With("min", number));

        /// <summary>A copy with a maximum number.</summary>
        /// <param name="number">The number.</param>
        public Quota WithMax(long number) => new Quota(Fields.With("max", number));
    }
}
