using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    /// <summary>A plan and the three tables, checked against each other.</summary>
    public sealed class Inputs : NativeObject
    {
        internal Inputs(Handle handle) : base(handle) { }

        /// <summary>Checks a plan and the tables against each other. The tables are shared, and can be disposed
        /// afterwards.</summary>
        /// <param name="plan">The plan.</param>
        /// <param name="registry">The registry.</param>
        /// <param name="roster">The roster; null if it is empty.</param>
        /// <param name="history">The history; null if it is empty.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults.</exception>
        public static Inputs Of(Plan plan, Registry registry, Roster roster = null, History history = null, Run run = null)
        {
            byte[] document = plan.Bytes();
            return new Inputs(Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) => Native.suiji_inputs_new(
                document, Call.Size(document), Required(registry, nameof(registry)), OrNone(roster), OrNone(history), of, out result, out error)));
        }

        /// <summary>Reads a plan and three tables in JSON Lines. The faults of all four are reported together.</summary>
        /// <param name="plan">The plan, <c>plan.json</c>.</param>
        /// <param name="registry">The registry.</param>
        /// <param name="roster">The roster; null if it is empty.</param>
        /// <param name="history">The history; null if it is empty.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults.</exception>
        public static Inputs FromJson(byte[] plan, byte[] registry, byte[] roster = null, byte[] history = null, Run run = null)
        {
            return new Inputs(Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) => Native.suiji_inputs_read(
                Native.JSON_LINES, plan, Call.Size(plan), registry, Call.Size(registry), roster, Call.Size(roster), history, Call.Size(history), of,
                out result, out error)));
        }

        /// <summary>The plan.</summary>
        public Plan Plan => new Plan(Part(Native.PLAN));

        /// <summary>The registry, which is shared.</summary>
        public Registry Registry() => new Registry(PartHandle(Native.REGISTRY));

        /// <summary>The roster, which is shared.</summary>
        public Roster Roster() => new Roster(PartHandle(Native.ROSTER));

        /// <summary>The history, which is shared.</summary>
        public History History() => new History(PartHandle(Native.HISTORY));

        /// <summary>The findings before sealing, the most serious first.</summary>
        /// <param name="sealedAt">The time of sealing, if it is known already.</param>
        public IReadOnlyList<Finding> Findings(DateTimeOffset? sealedAt = null)
        {
            return FindingsOf(Handle, Call.Bytes((string)Fields.ToJson(sealedAt, nameof(sealedAt))));
        }

        internal static IReadOnlyList<Finding> FindingsOf(Handle inputsOrSealed, byte[] sealedAt)
        {
            string findings = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_findings(inputsOrSealed, sealedAt, Call.Size(sealedAt), Handle.None, out result, out error));
            return Fields.List(Json.Read(findings), value => new Finding(Fields.Of(value)));
        }
    }

    /// <summary>Sealed inputs, which cannot change. The seed is not known yet.</summary>
    public sealed class Sealed : NativeObject
    {
        internal Sealed(Handle handle) : base(handle) { }

        /// <summary>Opens an earlier commitment, possibly from another process.</summary>
        /// <param name="inputs">The same inputs.</param>
        /// <param name="commitment">The commitment.</param>
        /// <param name="secret">The secret of a blinded commitment; null if it is not blinded.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">The inputs that have changed, or another secret.</exception>
        public static Sealed Reopen(Inputs inputs, Commitment commitment, string secret = null, Run run = null)
        {
            byte[] document = commitment.Bytes(), hidden = Call.Bytes(secret);
            return new Sealed(Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) => Native.suiji_reopen(
                Required(inputs, nameof(inputs)), document, Call.Size(document), hidden, Call.Size(hidden), of, out result, out error)));
        }

        /// <summary>The commitment. Store it, and publish its digest before any source produces its value.</summary>
        public Commitment Commitment => new Commitment(Part(Native.COMMITMENT));

        /// <summary>The secret of a blinded commitment; null if it is not blinded.</summary>
        public string Secret => Call.Text(Part(Native.SECRET));

        /// <summary>The inputs, which are shared.</summary>
        public Inputs Inputs() => new Inputs(PartHandle(Native.INPUTS));

        /// <summary>Compares other inputs with the sealed ones.</summary>
        /// <param name="inputs">The other inputs.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">The rows of each table that differ.</exception>
        public void CheckInputs(Inputs inputs, Run run = null)
        {
            Run.With<object>(run, of =>
            {
                Call.Run((out IntPtr error) => Native.suiji_check_inputs(Handle, Required(inputs, nameof(inputs)), of, out error));
                return null;
            });
        }

        /// <summary>The findings before the commitment is published, the most serious first.</summary>
        public IReadOnlyList<Finding> Findings() => Suiji.Inputs.FindingsOf(Handle, null);

        /// <summary>The numbers of registry rows in the frame of each task and left out of it, in the order of the
        /// plan.</summary>
        public IReadOnlyList<TaskSummary> Summaries()
        {
            string summaries = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_summaries(Handle, Handle.None, out result, out error));
            return Fields.List(Json.Read(summaries), value => new TaskSummary(Fields.Of(value)));
        }

        /// <summary>What to expect of the draw: entities in no task and why, the inspectors that departments need, and
        /// visits of the year before.</summary>
        public Outlook Outlook()
        {
            return new Outlook(Fields.Of(Json.Read(Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_outlook(Handle, Handle.None, out result, out error)))));
        }

        /// <summary>The number of entities that a task excludes for each reason; none if the plan has no such
        /// task.</summary>
        /// <param name="task">The id of the task.</param>
        public IReadOnlyList<SealedReason> Excluded(string task) => Commitment.Task(task)?.Reasons ?? new SealedReason[0];

        /// <summary>The entities in the frame of a task that cannot get a full team.</summary>
        /// <param name="task">The id of the task.</param>
        /// <exception cref="ArgumentException">The plan has no such task.</exception>
        public IReadOnlyList<ShortTeam> ShortTeams(string task)
        {
            byte[] of = Call.Bytes(task);
            string teams = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_short_teams(Handle, of, Call.Size(of), out result, out error));
            return Fields.List(Json.Read(teams), value => new ShortTeam(Fields.Of(value)));
        }

        /// <summary>Checks the contribution of one source against the commitment.</summary>
        /// <param name="source">The number of the source, counted from 0.</param>
        /// <param name="contribution">The contribution.</param>
        /// <exception cref="SuijiException">It does not fit the source.</exception>
        public void CheckContribution(long source, Contribution contribution)
        {
            string one = Json.Write(Fields.ToJson(new[] { PlacedContribution.Of(source, contribution) }, nameof(contribution)));
            CheckContributions(Native.PARTIAL_CONTRIBUTIONS, Call.Bytes(one));
        }

        /// <summary>Checks the contributions of all sources against the commitment.</summary>
        /// <param name="contributions">The contributions.</param>
        /// <exception cref="SuijiException">They do not fit the sources.</exception>
        public void CheckContributions(Contributions contributions) => CheckContributions(Native.CONTRIBUTIONS, contributions.Bytes());

        private void CheckContributions(int kind, byte[] document)
        {
            Call.Run((out IntPtr error) => Native.suiji_check_contributions(Handle, kind, document, Call.Size(document), out error));
        }

        /// <summary>Draws the entities and their teams. The same contributions always give the same record.</summary>
        /// <param name="contributions">The contributions.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">The contributions do not fit the sources.</exception>
        public Record Draw(Contributions contributions, Run run = null)
        {
            byte[] document = contributions.Bytes();
            return new Record(Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) =>
                Native.suiji_draw(Handle, document, Call.Size(document), of, out result, out error)));
        }

        /// <summary>
        /// Makes amendments (变更) to a record from events. Record, inputs and seed decide who steps in. If one
        /// request does not fit, nothing is amended.
        /// </summary>
        /// <param name="record">The record of this draw.</param>
        /// <param name="requests">The events, in order.</param>
        /// <param name="earlier">The amendments so far; null if there are none.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">The record belongs to another commitment, or a request does not fit.</exception>
        public Amendments Amend(Record record, IEnumerable<Request> requests, Amendments earlier = null, Run run = null)
        {
            byte[] before = TextDocument.OrNull(earlier), after = Request.Json(requests);
            return new Amendments(Run.Bytes(run, (Handle of, out IntPtr result, out IntPtr error) => Native.suiji_amend(
                Handle, LargeDocument.Required(record, nameof(record)), before, Call.Size(before), after, Call.Size(after), of, out result, out error)));
        }

        /// <summary>Makes the receipt (查验单) of one entity.</summary>
        /// <param name="record">The record of this draw.</param>
        /// <param name="entity">The id of the entity, which does not have to be in the registry.</param>
        /// <exception cref="SuijiException">The record belongs to another commitment, or the id is invalid.</exception>
        public Receipt Receipt(Record record, string entity)
        {
            byte[] id = Call.Bytes(entity);
            return new Receipt(Call.Bytes((out IntPtr result, out IntPtr error) => Native.suiji_receipt(
                Handle, LargeDocument.Required(record, nameof(record)), id, Call.Size(id), Handle.None, out result, out error)));
        }

        /// <summary>
        /// Makes the receipts (查验单) of many entities. For a whole registry, take about 1,000 ids at a time with <see cref="Registry.Ids"/>.
        /// </summary>
        /// <param name="record">The record of this draw.</param>
        /// <param name="entities">The ids of the entities.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <returns>The receipts, in this order.</returns>
        /// <exception cref="SuijiException">The record belongs to another commitment, or the faults of all ids.</exception>
        public IReadOnlyList<Receipt> Receipts(Record record, IEnumerable<string> entities, Run run = null)
        {
            byte[] ids = Call.Bytes(Json.Write(Fields.ToJson(entities, nameof(entities))));
            byte[] lines = Run.Bytes(run, (Handle of, out IntPtr result, out IntPtr error) => Native.suiji_receipts(
                Handle, LargeDocument.Required(record, nameof(record)), ids, Call.Size(ids), of, out result, out error));
            return Call.Text(lines).Split('\n').Where(line => line.Length > 0).Select(line => new Receipt(Call.Bytes(line))).ToList();
        }

        /// <summary>
        /// The rows of the registry before the draw, with their state in a task, as an Arrow stream: id, task, stratum,
        /// class, state, reason, take and frame_size (int64), probability (float64).
        /// </summary>
        /// <param name="task">The id of the task.</param>
        /// <param name="stream">Points to an empty <c>ArrowArrayStream</c>; release it when done.</param>
        /// <exception cref="ArgumentException">The plan has no such task.</exception>
        public void Frame(string task, IntPtr stream)
        {
            byte[] of = Call.Bytes(task);
            Call.Run((out IntPtr error) => Native.suiji_frame(Handle, of, Call.Size(of), stream, out error));
        }

        /// <summary>The rows of the registry before the draw, with their state in a task.</summary>
        /// <param name="task">The id of the task.</param>
        /// <exception cref="ArgumentException">The plan has no such task.</exception>
        public IReadOnlyList<SampleRow> FrameRows(string task)
        {
            byte[] of = Call.Bytes(task);
            return Record.Rows(Call.Bytes((out IntPtr result, out IntPtr error) =>
                Native.suiji_frame_rows(Handle, of, Call.Size(of), out result, out error)));
        }
    }
}
