using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    public sealed partial class Contribution
    {
        /// <summary>
        /// The value of a live source with one part: the numbers in the order in which they fell, those of a part
        /// without replacement in ascending order.
        /// <see cref="Suiji.Commitment.Arrange"/> sorts them, and knows the parts.
        /// </summary>
        /// <param name="numbers">The numbers.</param>
        public static Contribution Live(params long[] numbers) => Live(new[] { numbers });

        /// <summary>The value of a live source: the numbers of each part.</summary>
        /// <param name="parts">The numbers of each part.</param>
        public static Contribution Live(IEnumerable<IEnumerable<long>> parts)
        {
            return new Contribution(new Fields().With("kind", ContributionKind.Live).WithFull("numbers", parts));
        }

        /// <summary>Opens the commitment of a committed source.</summary>
        /// <param name="nonce">The nonce.</param>
        /// <param name="value">The value.</param>
        public static Contribution Committed(string nonce, string value)
        {
            return new Contribution(new Fields().With("kind", ContributionKind.Committed).With("nonce", nonce).With("value", value));
        }

        /// <summary>The signature of a round of drand.</summary>
        /// <param name="signature">The signature, 96 hex digits.</param>
        public static Contribution Drand(string signature)
        {
            return new Contribution(new Fields().With("kind", ContributionKind.Drand).With("signature", signature));
        }

        /// <summary>The commitment of a committed source to its value.</summary>
        /// <param name="hash">The hash suite.</param>
        /// <param name="nonce">64 hex digits, so that nobody can guess the value. Each sealing needs new ones, see <see
        /// cref="Library.NewSecret"/>.</param>
        /// <param name="value">The value.</param>
        public static string Commitment(Hash hash, string nonce, string value)
        {
            byte[] n = Call.Bytes(nonce), v = Call.Bytes(value);
            return Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_commitment_of((int)hash + 1, n, Call.Size(n), v, Call.Size(v), out result, out error));
        }

        /// <summary>Does not show the value.</summary>
        public override string ToString() => "Contribution(…)";
    }

    public sealed partial class PlacedContribution
    {
        /// <summary>A contribution with the number of its source.</summary>
        /// <param name="source">The number, counted from 0.</param>
        /// <param name="contribution">The contribution.</param>
        public static PlacedContribution Of(long source, Contribution contribution)
        {
            return new PlacedContribution(contribution.Fields.With("source", source));
        }

        /// <summary>Reads a list of contributions, each with the number of its source.</summary>
        /// <param name="json">The list.</param>
        /// <exception cref="SuijiException">All faults of the list.</exception>
        public static IReadOnlyList<PlacedContribution> FromJson(string json)
        {
            byte[] read = TextDocument.Checked(Native.PARTIAL_CONTRIBUTIONS, Call.Bytes(json));
            return Fields.List(Json.Read(Call.Text(read)), value => new PlacedContribution(Fields.Of(value)));
        }

        /// <summary>The contribution without the number of its source.</summary>
        public Contribution Contribution => new Contribution(Fields.With("source", null));

        /// <summary>Does not show the value.</summary>
        public override string ToString() => $"PlacedContribution({Source}, …)";
    }

    public sealed partial class Contributions
    {
        /// <summary>Combines the contributions to a commitment.</summary>
        /// <param name="commitment">The commitment.</param>
        /// <param name="contributions">The contributions, in the order of the sources.</param>
        /// <exception cref="SuijiException">All faults of the contributions.</exception>
        public static Contributions Of(Commitment commitment, params Contribution[] contributions)
        {
            var fields = new Fields().With("spec", "suiji-v1").With("commitment", commitment.Digest());
            return FromJson(fields.WithFull("contributions", contributions).ToJson());
        }

        /// <summary>Reads <c>contributions.json</c>.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Contributions FromJson(byte[] json) => new Contributions(Checked(Native.CONTRIBUTIONS, json));

        /// <summary>Reads <c>contributions.json</c>.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Contributions FromJson(string json) => new Contributions(Checked(Native.CONTRIBUTIONS, json));

        /// <summary>Writes <c>contributions.json</c>.</summary>
        public string ToJson() => Text();

        /// <summary>Does not show the values.</summary>
        public override string ToString() => "Contributions(…)";
    }

    public sealed partial class Commitment
    {
        /// <summary>Reads <c>commitment.json</c>. Only its form is checked: <see cref="Sealed.Reopen"/> checks it against the inputs.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Commitment FromJson(byte[] json) => new Commitment(Checked(Native.COMMITMENT, json));

        /// <summary>Reads <c>commitment.json</c>. Only its form is checked: <see cref="Sealed.Reopen"/> checks it against the inputs.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Commitment FromJson(string json) => new Commitment(Checked(Native.COMMITMENT, json));

        /// <summary>The digest. Publish it before any source produces its value.</summary>
        public string Digest() => Digest(Native.COMMITMENT, 0);

        /// <summary>The digest in groups of four digits, for reading aloud.</summary>
        public string DigestGroups()
        {
            byte[] digest = Call.Bytes(Digest());
            return Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_digest_groups(digest, Call.Size(digest), out result, out error));
        }

        /// <summary>The part of the commitment about a task; null if it does not have the task.</summary>
        /// <param name="id">The id of the task.</param>
        public SealedTask Task(string id) => Tasks.FirstOrDefault(task => task.Id == id);

        /// <summary>Makes the contribution of a live source from the numbers that fell.</summary>
        /// <param name="source">The number of the source, counted from 0.</param>
        /// <param name="fallen">The numbers of all its parts, in the order in which they fell.</param>
        /// <exception cref="SuijiException">The source is not live, or the numbers do not fit it.</exception>
        public Contribution Arrange(int source, params long[] fallen)
        {
            byte[] json = Bytes();
            string placed = Call.String((out IntPtr result, out IntPtr error) =>
                Native.suiji_arrange(json, Call.Size(json), source, fallen, Call.Size(fallen), out result, out error));
            return new PlacedContribution(Fields.Of(((IReadOnlyList<object>)Json.Read(placed))[0])).Contribution;
        }

        /// <summary>Combines the contributions of all sources, in any order.</summary>
        /// <param name="placed">The contributions, each with the number of its source.</param>
        /// <exception cref="SuijiException">Some are missing or do not fit.</exception>
        public Contributions Contributions(params PlacedContribution[] placed)
        {
            byte[] json = Bytes(), list = Call.Bytes(Json.Write(Fields.ToJson(placed, nameof(placed))));
            return new Contributions(Call.Bytes((out IntPtr result, out IntPtr error) =>
                Native.suiji_contributions(json, Call.Size(json), list, Call.Size(list), out result, out error)));
        }

        /// <summary>Writes <c>commitment.json</c>.</summary>
        public string ToJson() => Text();

        /// <inheritdoc/>
        public override string ToString() => $"Commitment({Digest()})";
    }
}
