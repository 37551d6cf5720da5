using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    public sealed partial class Results
    {
        /// <summary>Results of a record, still without inspections.</summary>
        /// <param name="record">The record.</param>
        public static Results Of(Record record) => Of(new Fields().With("spec", "suiji-v1").With("record", record.Digest));

        private static Results Of(Fields fields) => FromJson(fields.ToJson());

        /// <summary>Reads <c>results.json</c>.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Results FromJson(byte[] json) => new Results(Checked(Native.RESULTS, json));

        /// <summary>Reads <c>results.json</c>.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Results FromJson(string json) => new Results(Checked(Native.RESULTS, json));

        /// <summary>A copy with more inspections.</summary>
        /// <param name="more">The inspections.</param>
        /// <exception cref="SuijiException">All faults of the inspections.</exception>
        public Results WithInspections(params Inspection[] more) => Of(Fields.With("results", Inspections.Concat(more)));

        /// <summary>A copy with outcomes of the office's own.</summary>
        /// <param name="outcomes">The outcomes.</param>
        /// <exception cref="SuijiException">All faults of the outcomes.</exception>
        public Results WithOwnOutcomes(params OwnOutcome[] outcomes) => Of(Fields.With("own_outcomes", outcomes));

        /// <summary>A copy with measures of the office's own.</summary>
        /// <param name="measures">The measures.</param>
        /// <exception cref="SuijiException">All faults of the measures.</exception>
        public Results WithOwnMeasures(params OwnMeasure[] measures) => Of(Fields.With("own_measures", measures));

        /// <summary>The results with later ones of the same record. An inspection of the same task and entity replaces
        /// the earlier one.</summary>
        /// <param name="later">The later results.</param>
        /// <exception cref="SuijiException">They are of another record.</exception>
        public Results Update(Results later)
        {
            byte[] before = Bytes(), after = later.Bytes();
            return new Results(Call.Bytes((out IntPtr result, out IntPtr error) =>
                Native.suiji_results_update(before, Call.Size(before), after, Call.Size(after), out result, out error)));
        }

        /// <summary>Compares the results with the record. More data allows more checks.</summary>
        /// <param name="record">The record.</param>
        /// <param name="amendments">The amendments.</param>
        /// <param name="plan">The plan.</param>
        /// <param name="today">The day.</param>
        public IReadOnlyList<Finding> Check(Record record, Amendments amendments = null, Plan plan = null, DateTime? today = null)
        {
            byte[] json = Bytes(), after = OrNull(amendments), of = OrNull(plan), day = Call.Bytes((string)Fields.ToJson(today, nameof(today)));
            string findings = Call.String((out IntPtr result, out IntPtr error) => Native.suiji_results_check(
                LargeDocument.Required(record, nameof(record)), json, Call.Size(json), after, Call.Size(after), of, Call.Size(of), day, Call.Size(day),
                out result, out error));
            return Fields.List(Json.Read(findings), value => new Finding(Fields.Of(value)));
        }

        /// <summary>The progress of the inspections, by task, stratum and inspector.</summary>
        /// <param name="record">The record.</param>
        /// <param name="amendments">The amendments; null if there are none.</param>
        public InspectionStatus Status(Record record, Amendments amendments = null)
        {
            byte[] json = Bytes(), after = OrNull(amendments);
            return new InspectionStatus(Fields.Of(Json.Read(Call.String((out IntPtr result, out IntPtr error) => Native.suiji_results_status(
                LargeDocument.Required(record, nameof(record)), json, Call.Size(json), after, Call.Size(after), out result, out error)))));
        }

        /// <summary>The rows that the history needs before the next draw.</summary>
        /// <param name="record">The record.</param>
        /// <param name="amendments">The amendments; null if there are none.</param>
        /// <param name="history">The existing history, whose rows are left out; null if there is none.</param>
        public History Visits(Record record, Amendments amendments = null, History history = null)
        {
            byte[] json = Bytes(), after = OrNull(amendments);
            return new History(Call.Object((out IntPtr result, out IntPtr error) => Native.suiji_results_visits(
                LargeDocument.Required(record, nameof(record)), json, Call.Size(json), after, Call.Size(after), NativeObject.OrNone(history),
                out result, out error)));
        }

        /// <summary>Writes <c>results.json</c>.</summary>
        public string ToJson() => Text();

        /// <inheritdoc/>
        public override string ToString() => $"Results({Record}, {Inspections.Count})";
    }
}
