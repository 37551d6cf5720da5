using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    public sealed partial class Record
    {
        /// <summary>Reads <c>record.json</c>. Only its form is checked: <see cref="Library.Verify"/> checks the content.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Record FromJson(byte[] json) => new Record(Read(Native.RECORD, json));

        /// <summary>Reads <c>record.json</c>. Only its form is checked: <see cref="Library.Verify"/> checks the content.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Record FromJson(string json) => FromJson(Call.Bytes(json));

        /// <summary>The digest. Read it aloud, and publish it.</summary>
        public string Digest => Call.Text(Part(Native.DIGEST));

        /// <summary>The commitment.</summary>
        public Commitment Commitment => new Commitment(Part(Native.COMMITMENT));

        /// <summary>The contributions of the sources.</summary>
        public Contributions Contributions => new Contributions(Part(Native.CONTRIBUTIONS));

        /// <summary>The draw of a task; null if there is no such task.</summary>
        /// <param name="task">The id of the task.</param>
        public Draw Draw(string task) => Draws.FirstOrDefault(draw => draw.Task == task);

        /// <summary>The holders of all seats after the draw and its amendments.</summary>
        /// <param name="amendments">The amendments; null if there are none.</param>
        public AmendedState State(Amendments amendments = null)
        {
            byte[] after = TextDocument.OrNull(amendments);
            return new AmendedState(Fields.Of(Json.Read(Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_state(Handle, after, Call.Size(after), out result, out error)))));
        }

        /// <summary>Writes the draw of a task as an array of structs of the Arrow C data interface.</summary>
        /// <param name="what">Which columns.</param>
        /// <param name="task">The id of the task.</param>
        /// <param name="schema">Points to an empty <c>ArrowSchema</c>; release it when done.</param>
        /// <param name="array">Points to an empty <c>ArrowArray</c>; release it when done.</param>
        /// <exception cref="ArgumentException">There is no such task.</exception>
        public void Columns(Columns what, string task, IntPtr schema, IntPtr array)
        {
            byte[] of = Call.Bytes(task);
            Call.Run((out IntPtr error) =>
                Native.suiji_columns(Handle, (int)what, of, Call.Size(of), schema, array, out error));
        }

        /// <summary>
        /// Writes the result of a task for every entity of the registry, as an Arrow stream: the columns of <see
        /// cref="Sealed.Frame"/>, ticket, rank (int64), team (list of texts).
        /// </summary>
        /// <param name="inputs">The sealed inputs. With null, only the selected entities and the reserves are written,
        /// without class.</param>
        /// <param name="task">The id of the task.</param>
        /// <param name="stream">Points to an empty <c>ArrowArrayStream</c>; release it when done.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="ArgumentException">There is no such task.</exception>
        public void Sample(Sealed inputs, string task, IntPtr stream, Run run = null)
        {
            byte[] id = Call.Bytes(task);
            Run.With<object>(run, of =>
            {
                Call.Run((out IntPtr error) =>
                    Native.suiji_sample(Handle, NativeObject.OrNone(inputs), id, Call.Size(id), of, stream, out error));
                return null;
            });
        }

        /// <summary>The result of a task for every entity of the registry.</summary>
        /// <param name="inputs">The sealed inputs. With null, only the selected entities and the reserves, without
        /// class.</param>
        /// <param name="task">The id of the task.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">The inputs are those of another record.</exception>
        /// <exception cref="ArgumentException">There is no such task.</exception>
        public IReadOnlyList<SampleRow> SampleRows(Sealed inputs, string task, Run run = null)
        {
            byte[] id = Call.Bytes(task);
            return Rows(Run.Bytes(run, (Handle of, out IntPtr result, out IntPtr error) => Native.suiji_sample_rows(
                Handle, NativeObject.OrNone(inputs), id, Call.Size(id), of, out result, out error)));
        }

        internal static IReadOnlyList<SampleRow> Rows(byte[] lines)
        {
            IEnumerable<string> rows = Call.Text(lines).Split('\n').Where(line => line.Length > 0);
            return rows.Select(line => new SampleRow(Fields.Of(Json.Read(line)))).ToList();
        }

        /// <inheritdoc/>
        public override string ToString() => Handle.IsClosed ? "Record(closed)" : $"Record({Digest})";
    }

    /// <summary>The columns that <see cref="Record.Columns"/> writes.</summary>
    public enum Columns
    {
        /// <summary>id, stratum and ticket of the selected entities, in the order of visits.</summary>
        Selected = Native.SELECTED,

        /// <summary>id, stratum and ticket of the reserves by stratum, in the order in which they are used.</summary>
        Reserves = Native.RESERVES,

        /// <summary>entity, members (list of texts), lead, vacant (list of int64) and joins of each selected entity.</summary>
        Teams = Native.TEAMS,
    }

    public sealed partial class PublicForm
    {
        /// <summary>Makes the public form of a record.</summary>
        /// <param name="record">The record.</param>
        /// <param name="secret">The secret of a blinded commitment; null if it is not blinded.</param>
        /// <param name="run">Threads, progress, cancelling.</param>
        /// <exception cref="SuijiException">The secret is missing or wrong.</exception>
        public static PublicForm Of(Record record, string secret = null, Run run = null)
        {
            byte[] hidden = Call.Bytes(secret);
            return new PublicForm(Run.Object(run, (Handle of, out IntPtr result, out IntPtr error) => Native.suiji_public_form(
                Required(record, nameof(record)), hidden, Call.Size(hidden), of, out result, out error)));
        }

        /// <summary>Reads a public form. Only its form is checked: <see cref="Library.VerifyPublic"/> checks the content.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static PublicForm FromJson(byte[] json) => new PublicForm(Read(Native.PUBLIC_FORM, json));

        /// <summary>Reads a public form. Only its form is checked: <see cref="Library.VerifyPublic"/> checks the content.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static PublicForm FromJson(string json) => FromJson(Call.Bytes(json));

        /// <summary>The commitment.</summary>
        public Commitment Commitment => new Commitment(Part(Native.COMMITMENT));

        /// <summary>The contributions of the sources.</summary>
        public Contributions Contributions => new Contributions(Part(Native.CONTRIBUTIONS));

        /// <summary>The published result of a task; null if there is no such task.</summary>
        /// <param name="task">The id of the task.</param>
        public PublicDraw Draw(string task) => Draws.FirstOrDefault(draw => draw.Task == task);

        /// <inheritdoc/>
        public override string ToString() => Handle.IsClosed ? "PublicForm(closed)" : $"PublicForm({Call.Text(Part(Native.DIGEST))})";
    }

    public sealed partial class SealedTask
    {
        /// <summary>The number of entities that the task excludes for each reason.</summary>
        public IReadOnlyList<SealedReason> Reasons => Excluded.Reasons;

        /// <summary>The number of entities drawn from all strata.</summary>
        public long Take => Strata.Sum(stratum => stratum.Take);
    }

    public sealed partial class SealedStratum
    {
        /// <summary>The exact probability of being selected.</summary>
        public Fraction Probability => new Fraction(new Fields().With("numer", Take).With("denom", Size));
    }

    public sealed partial class DrawnTeam
    {
        /// <summary>The lead; null if that seat is vacant.</summary>
        public string Lead => Vacant.Contains(0) ? null : Members.FirstOrDefault();
    }

    public sealed partial class Fraction
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Numer}/{Denom}";
    }
}
