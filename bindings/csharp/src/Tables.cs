using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    /// <summary>The common part of registry, roster and history.</summary>
    public abstract class Table : NativeObject
    {
        internal Table(Handle handle) : base(handle) { }

        internal static Handle Read(int kind, int form, byte[] data, Run run)
        {
            if (data == null)
            {
                throw new ArgumentNullException(nameof(data));
            }
            return Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) =>
                Native.suiji_table_read(kind, form, data, Call.Size(data), of, out result, out error));
        }

        internal static byte[] Lines(IEnumerable<Value> rows) => Call.Bytes(string.Concat(rows.Select(row => (row ?? throw new ArgumentNullException(nameof(rows))).ToJson() + "\n")));

        internal object Row(string id)
        {
            byte[] of = Call.Bytes(id);
            string row = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_table_row(Handle, of, Call.Size(of), out result, out error));
            return row == null ? null : Json.Read(row);
        }

        internal IReadOnlyList<string> IdsOf(long from, long count)
        {
            string ids = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_table_ids(Handle, from, count, out result, out error));
            return Fields.List(Json.Read(ids), Fields.Text);
        }

        internal IReadOnlyList<RowChange> ChangesOf(Table later, long count)
        {
            string changes = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_changes(Handle, later.Handle, count, out result, out error));
            return Fields.List(Json.Read(changes), value => new RowChange(Fields.Of(value)));
        }

        /// <summary>The number of rows.</summary>
        public long Count => Native.suiji_rows(Handle);

        /// <summary>Writes the table as JSON Lines, in the order in which it is sealed. Such a copy seals to the same commitment.</summary>
        public byte[] ToJsonLines()
        {
            return Call.Bytes((out IntPtr result, out IntPtr error) =>
                Native.suiji_write(Handle, Native.JSON_LINES, Handle.None, out result, out error));
        }
    }

    /// <summary>The registry (检查对象名录库): all entities that can be drawn.</summary>
    public sealed class Registry : Table
    {
        internal Registry(Handle handle) : base(handle) { }

        /// <summary>Reads JSON Lines in UTF-8: a row on each line.</summary>
        /// <param name="lines">The lines.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults of the rows.</exception>
        public static Registry FromJsonLines(byte[] lines, Run run = null) => new Registry(Read(Native.REGISTRY, Native.JSON_LINES, lines, run));

        /// <summary>Reads CSV in UTF-8: a header of field names, lists joined with <c>;</c>, empty cells for fields without a value.</summary>
        /// <param name="csv">The file.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults of the file.</exception>
        public static Registry FromCsv(byte[] csv, Run run = null) => new Registry(Read(Native.REGISTRY, Native.CSV, csv, run));

        /// <summary>Makes a table of rows, in any order.</summary>
        /// <param name="rows">The rows.</param>
        /// <exception cref="SuijiException">All faults of the rows.</exception>
        public static Registry Of(IEnumerable<Entity> rows) => FromJsonLines(Lines(rows));

        /// <summary>A builder, for rows in pieces.</summary>
        public static TableBuilder<Registry, Entity> Builder() => new TableBuilder<Registry, Entity>(Native.REGISTRY, of => new Registry(of));

        /// <summary>The row of an entity; null if the table does not have it.</summary>
        /// <param name="id">The id of the entity.</param>
        public Entity Entity(string id) => Row(id) is object row ? new Entity(Fields.Of(row)) : null;

        /// <summary>The name of an entity; null if the table does not have it.</summary>
        /// <param name="id">The id of the entity.</param>
        public string Name(string id) => Entity(id)?.Name;

        /// <summary>Ids, in their order; none after the last one.</summary>
        /// <param name="from">The number to skip.</param>
        /// <param name="count">The maximum number.</param>
        public IReadOnlyList<string> Ids(long from, long count) => IdsOf(from, count);

        /// <summary>The first rows in which a later table differs, in sorted order.</summary>
        /// <param name="later">The later table.</param>
        /// <param name="count">The maximum number of rows.</param>
        public IReadOnlyList<RowChange> Changes(Registry later, long count) => ChangesOf(later, count);
    }

    /// <summary>The roster (执法检查人员名录库): all inspectors.</summary>
    public sealed class Roster : Table
    {
        internal Roster(Handle handle) : base(handle) { }

        /// <summary>Reads JSON Lines in UTF-8: a row on each line.</summary>
        /// <param name="lines">The lines.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults of the rows.</exception>
        public static Roster FromJsonLines(byte[] lines, Run run = null) => new Roster(Read(Native.ROSTER, Native.JSON_LINES, lines, run));

        /// <summary>Reads CSV in UTF-8: a header of field names, lists joined with <c>;</c>, empty cells for fields without a value.</summary>
        /// <param name="csv">The file.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults of the file.</exception>
        public static Roster FromCsv(byte[] csv, Run run = null) => new Roster(Read(Native.ROSTER, Native.CSV, csv, run));

        /// <summary>Makes a table of rows, in any order.</summary>
        /// <param name="rows">The rows.</param>
        /// <exception cref="SuijiException">All faults of the rows.</exception>
        public static Roster Of(IEnumerable<Inspector> rows) => FromJsonLines(Lines(rows));

        /// <summary>A builder, for rows in pieces.</summary>
        public static TableBuilder<Roster, Inspector> Builder() => new TableBuilder<Roster, Inspector>(Native.ROSTER, of => new Roster(of));

        /// <summary>The row of an inspector; null if the table does not have them.</summary>
        /// <param name="id">The id of the inspector.</param>
        public Inspector Inspector(string id) => Row(id) is object row ? new Inspector(Fields.Of(row)) : null;

        /// <summary>The name of an inspector; null if the table does not have them.</summary>
        /// <param name="id">The id of the inspector.</param>
        public string Name(string id) => Inspector(id)?.Name;

        /// <summary>Ids, in their order; none after the last one.</summary>
        /// <param name="from">The number to skip.</param>
        /// <param name="count">The maximum number.</param>
        public IReadOnlyList<string> Ids(long from, long count) => IdsOf(from, count);

        /// <summary>The first rows in which a later table differs, in sorted order.</summary>
        /// <param name="later">The later table.</param>
        /// <param name="count">The maximum number of rows.</param>
        public IReadOnlyList<RowChange> Changes(Roster later, long count) => ChangesOf(later, count);
    }

    /// <summary>The history (检查历史): earlier visits.</summary>
    public sealed class History : Table
    {
        internal History(Handle handle) : base(handle) { }

        /// <summary>Reads JSON Lines in UTF-8: a row on each line.</summary>
        /// <param name="lines">The lines.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults of the rows.</exception>
        public static History FromJsonLines(byte[] lines, Run run = null) => new History(Read(Native.HISTORY, Native.JSON_LINES, lines, run));

        /// <summary>Reads CSV in UTF-8: a header of field names, lists joined with <c>;</c>, empty cells for fields without a value.</summary>
        /// <param name="csv">The file.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults of the file.</exception>
        public static History FromCsv(byte[] csv, Run run = null) => new History(Read(Native.HISTORY, Native.CSV, csv, run));

        /// <summary>Makes a table of rows, in any order.</summary>
        /// <param name="rows">The rows.</param>
        /// <exception cref="SuijiException">All faults of the rows.</exception>
        public static History Of(IEnumerable<Visit> rows) => FromJsonLines(Lines(rows));

        /// <summary>A builder, for rows in pieces.</summary>
        public static TableBuilder<History, Visit> Builder() => new TableBuilder<History, Visit>(Native.HISTORY, of => new History(of));

        /// <summary>The first rows in which a later table differs, in sorted order.</summary>
        /// <param name="later">The later table.</param>
        /// <param name="count">The maximum number of rows.</param>
        public IReadOnlyList<RowChange> Changes(History later, long count) => ChangesOf(later, count);
    }

    /// <summary>
    /// Builds a table from rows that come in pieces, such as those of a query. At most a few thousand rows are on the heap of the runtime at any
    /// time. The faults of all rows are reported by <see cref="Finish"/>.
    /// </summary>
    /// <typeparam name="TTable">The table.</typeparam>
    /// <typeparam name="TRow">Its rows.</typeparam>
    public sealed class TableBuilder<TTable, TRow> : NativeObject where TRow : Value
    {
        private const int Piece = 4096;

        private readonly Func<Handle, TTable> table;
        private readonly List<TRow> rows = new List<TRow>();

        internal TableBuilder(int kind, Func<Handle, TTable> table)
            : base(Call.Object((out IntPtr result, out IntPtr error) => Native.suiji_builder_new(kind, null, UIntPtr.Zero, out result, out error)))
        {
            this.table = table;
        }

        /// <summary>Adds a row.</summary>
        /// <param name="row">The row.</param>
        public TableBuilder<TTable, TRow> Add(TRow row)
        {
            lock (rows)
            {
                rows.Add(row ?? throw new ArgumentNullException(nameof(row)));
                if (rows.Count >= Piece)
                {
                    Flush();
                }
            }
            return this;
        }

        /// <summary>Adds rows.</summary>
        /// <param name="more">The rows, which are read one by one.</param>
        public TableBuilder<TTable, TRow> AddRange(IEnumerable<TRow> more)
        {
            foreach (TRow row in more)
            {
                Add(row);
            }
            return this;
        }

        /// <summary>
        /// Adds an array of structs of the Arrow C data interface, with a field for each column. The columns are not
        /// copied. The call takes and releases the array, even if it fails. The schema is only read.
        /// </summary>
        /// <param name="schema">Points to an <c>ArrowSchema</c>.</param>
        /// <param name="array">Points to an <c>ArrowArray</c>.</param>
        public TableBuilder<TTable, TRow> AddArrow(IntPtr schema, IntPtr array)
        {
            lock (rows)
            {
                Flush();
                Call.Run((out IntPtr error) => Native.suiji_builder_push_arrow(Handle, schema, array, Handle.None, out error));
            }
            return this;
        }

        /// <summary>Adds all rows of an Arrow stream. The call takes and releases the stream, even if it
        /// fails.</summary>
        /// <param name="stream">Points to an <c>ArrowArrayStream</c>.</param>
        public TableBuilder<TTable, TRow> AddArrowStream(IntPtr stream)
        {
            lock (rows)
            {
                Flush();
                Call.Run((out IntPtr error) => Native.suiji_builder_push_stream(Handle, stream, Handle.None, out error));
            }
            return this;
        }

        /// <summary>The table. The builder is then empty, and can be used again.</summary>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">All faults of the rows.</exception>
        public TTable Finish(Run run = null)
        {
            lock (rows)
            {
                Flush();
                return table(Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) =>
                    Native.suiji_builder_finish(Handle, of, out result, out error)));
            }
        }

        private void Flush()
        {
            if (rows.Count == 0)
            {
                return;
            }
            byte[] lines = Table.Lines(rows);
            rows.Clear();
            Call.Run((out IntPtr error) => Native.suiji_builder_push_json(Handle, lines, Call.Size(lines), Handle.None, out error));
        }
    }
}
