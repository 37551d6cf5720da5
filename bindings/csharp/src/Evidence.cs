using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    /// <summary>
    /// The evidence of a verifier in addition to the record. More evidence allows more checks. Each method returns new
    /// evidence. Do not dispose objects that were added before the evidence was used.
    /// </summary>
    public sealed class Evidence
    {
        /// <summary>Evidence without content.</summary>
        public static readonly Evidence None = new Evidence(new Action<Handle>[0]);

        private readonly IReadOnlyList<Action<Handle>> items;

        private Evidence(IReadOnlyList<Action<Handle>> items)
        {
            this.items = items;
        }

        /// <summary>Evidence of all four inputs.</summary>
        /// <param name="inputs">The inputs.</param>
        public static Evidence Of(Inputs inputs) => None.With(NativeObject.Required(inputs, nameof(inputs)));

        private Evidence With(Action<Handle> item) => new Evidence(items.Concat(new[] { item }).ToList());

        private Evidence With(Handle item)
        {
            return With(evidence => Call.Run((out IntPtr error) => Native.suiji_evidence_add(evidence, item, out error)));
        }

        private Evidence With(int kind, byte[] document)
        {
            if (document == null)
            {
                throw new ArgumentNullException(nameof(document));
            }
            return With(evidence => Call.Run((out IntPtr error) =>
                Native.suiji_evidence_add_document(evidence, kind, document, Call.Size(document), out error)));
        }

        /// <summary>Adds the plan.</summary>
        /// <param name="plan">The plan.</param>
        public Evidence WithPlan(Plan plan) => With(Native.PLAN, plan.Bytes());

        /// <summary>Adds the registry.</summary>
        /// <param name="registry">The registry.</param>
        public Evidence WithRegistry(Registry registry) => With(NativeObject.Required(registry, nameof(registry)));

        /// <summary>Adds the roster.</summary>
        /// <param name="roster">The roster.</param>
        public Evidence WithRoster(Roster roster) => With(NativeObject.Required(roster, nameof(roster)));

        /// <summary>Adds the history.</summary>
        /// <param name="history">The history.</param>
        public Evidence WithHistory(History history) => With(NativeObject.Required(history, nameof(history)));

        /// <summary>Adds the secret of a blinded commitment.</summary>
        /// <param name="secret">64 hex digits.</param>
        public Evidence WithSecret(string secret) => With(Native.SECRET, Call.Bytes(secret));

        /// <summary>Adds the digest of the commitment that was published before the seed existed.</summary>
        /// <param name="digest">64 hex digits.</param>
        public Evidence WithCommitment(string digest) => With(Native.DIGEST, Call.Bytes(digest));

        /// <summary>Adds the digest of the record that was noted when it was read out.</summary>
        /// <param name="digest">64 hex digits.</param>
        public Evidence WithRecord(string digest) => With(Native.RECORD, Call.Bytes(digest));

        /// <summary>Adds the contributions that were noted when they were made.</summary>
        /// <param name="contributions">The contributions.</param>
        public Evidence WithContributions(Contributions contributions) => With(Native.CONTRIBUTIONS, contributions.Bytes());

        /// <summary>Adds the amendments to the record. Each of them is checked.</summary>
        /// <param name="amendments">The amendments.</param>
        public Evidence WithAmendments(Amendments amendments) => With(Native.AMENDMENTS, amendments.Bytes());

        /// <summary>Adds the public form that was published. It is compared with the record.</summary>
        /// <param name="publicForm">The public form.</param>
        public Evidence WithPublicForm(PublicForm publicForm) => With(LargeDocument.Required(publicForm, nameof(publicForm)));

        /// <summary>Adds earlier commitments of the authority.</summary>
        /// <param name="commitments">The commitments.</param>
        public Evidence WithEarlier(IEnumerable<Commitment> commitments)
        {
            return commitments.Aggregate(this, (evidence, one) => evidence.With(Native.COMMITMENT, one.Bytes()));
        }

        internal Report Verify(Handle recordOrPublicForm, Run run)
        {
            using (Handle evidence = Call.Object((out IntPtr result, out IntPtr error) => Native.suiji_evidence_new(out result, out error)))
            {
                foreach (Action<Handle> add in items)
                {
                    add(evidence);
                }
                return new Report(Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) =>
                    Native.suiji_verify(recordOrPublicForm, evidence, of, out result, out error)));
            }
        }
    }

    public sealed partial class Report
    {
        private readonly Exception failure;

        internal Report(Handle handle) : base(Call.Data(handle))
        {
            using (handle)
            {
                try
                {
                    Call.Run((out IntPtr error) => Native.suiji_require(handle, out error));
                }
                catch (SuijiException exception)
                {
                    failure = exception;
                }
            }
        }

        /// <summary>Throws unless the verdict is <see cref="Suiji.Verdict.Holds"/>.</summary>
        /// <exception cref="SuijiException">The checks that failed or could not be made.</exception>
        public void Require()
        {
            if (failure != null)
            {
                throw failure;
            }
        }

        /// <summary>The number of outcomes of each source, as digits; null for a source without such a
        /// number.</summary>
        public IReadOnlyList<string> Outcomes => Sources.Select(source => source.Outcomes).ToList().AsReadOnly();

        /// <summary>Writes the report.</summary>
        public string ToJson() => Text();

        /// <inheritdoc/>
        public override string ToString() => $"Report({Verdict})";
    }

    public sealed partial class Receipt
    {
        /// <summary>Reads a receipt.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Receipt FromJson(byte[] json) => new Receipt(Checked(Native.RECEIPT, json));

        /// <summary>Reads a receipt.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Receipt FromJson(string json) => new Receipt(Checked(Native.RECEIPT, json));

        /// <summary>The name of the entity; null if it is not in the registry.</summary>
        public string Name => Registry?.Row.Name;

        /// <summary>The result of the entity in each task, in words.</summary>
        /// <param name="plan">The plan, for the names of tasks; null if it is not available.</param>
        public IReadOnlyList<ReceiptStatement> Tasks(Plan plan = null)
        {
            byte[] json = Bytes(), of = OrNull(plan);
            string statements = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_statements(json, Call.Size(json), of, Call.Size(of), out result, out error));
            return Fields.List(Json.Read(statements), value => new ReceiptStatement(Fields.Of(value)));
        }

        /// <summary>Checks the receipt against the public form that was published.</summary>
        /// <param name="publicForm">The public form.</param>
        /// <param name="plan">The plan, for more checks; null if it is not available.</param>
        public Report Check(PublicForm publicForm, Plan plan = null)
        {
            byte[] json = Bytes(), of = OrNull(plan);
            return new Report(Call.Object((out IntPtr result, out IntPtr error) => Native.suiji_check_receipt(
                json, Call.Size(json), LargeDocument.Required(publicForm, nameof(publicForm)), of, Call.Size(of), out result, out error)));
        }

        /// <summary>Writes the receipt.</summary>
        public string ToJson() => Text();

        /// <inheritdoc/>
        public override string ToString() => $"Receipt({Entity})";
    }

    public sealed partial class Fault
    {
        /// <summary>A value in the message; null if it has none with this key.</summary>
        /// <param name="key">The key.</param>
        public string Detail(string key) => Details.TryGetValue(key, out string value) ? value : null;

        /// <inheritdoc/>
        public override string ToString() => Code + ": " + Message;
    }
}
