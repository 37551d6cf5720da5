using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    public sealed partial class Ceremony
    {
        private readonly IReadOnlyList<Commitment> earlier = new Commitment[0];

        private Ceremony(byte[] json, IReadOnlyList<Commitment> earlier) : base(json)
        {
            this.earlier = earlier;
        }

        /// <summary>Makes a ceremony.</summary>
        /// <param name="hash">The hash suite.</param>
        /// <param name="sources">The sources, in their order.</param>
        /// <exception cref="SuijiException">All faults of the sources.</exception>
        public static Ceremony Of(Hash hash, params Source[] sources)
        {
            return FromJson(new Fields().With("hash", hash).WithFull("sources", sources).ToJson());
        }

        /// <summary>Reads <c>ceremony.json</c>.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Ceremony FromJson(byte[] json) => new Ceremony(Checked(Native.CEREMONY, json));

        /// <summary>Reads <c>ceremony.json</c>.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Ceremony FromJson(string json) => new Ceremony(Checked(Native.CEREMONY, json));

        private Ceremony With(string field, object value)
        {
            return new Ceremony(Checked(Native.CEREMONY, Fields.With(field, value).ToJson()), earlier);
        }

        /// <summary>
        /// A copy with the time of sealing. Its offset decides which day is the day of sealing. In a container that runs in UTC, give the time
        /// its local offset.
        /// </summary>
        /// <param name="time">The time.</param>
        public Ceremony WithSealedAt(DateTimeOffset time) => With("sealed_at", time);

        /// <summary>A copy with a secret, which blinds the commitment.</summary>
        /// <param name="secret">64 hex digits, see <see cref="Library.NewSecret"/>.</param>
        public Ceremony WithSecret(string secret) => With("secret", secret);

        /// <summary>A copy with the previous commitment of the authority.</summary>
        /// <param name="commitment">Its digest.</param>
        public Ceremony WithPrevious(string commitment) => With("previous", commitment);

        /// <summary>A copy with one more earlier commitment whose draw remains valid.</summary>
        /// <param name="followed">The commitment.</param>
        public Ceremony WithFollowed(Followed followed) => With("follows", Follows.Concat(new[] { followed }));

        /// <summary>A copy with one more earlier commitment that no longer counts.</summary>
        /// <param name="superseded">The commitment.</param>
        public Ceremony WithSuperseded(Superseded superseded) => With("supersedes", Supersedes.Concat(new[] { superseded }));

        /// <summary>
        /// A copy with the known earlier commitments of the authority. Sealing refuses a ceremony that does not name one of them, or that repeats
        /// one of their tasks. They are not part of the document.
        /// </summary>
        /// <param name="commitments">The commitments.</param>
        public Ceremony WithEarlier(IEnumerable<Commitment> commitments) => new Ceremony(Bytes(), commitments.ToList());

        /// <summary>A copy in which a committed source of the office has its commitment. An existing one is not replaced.</summary>
        /// <param name="source">The number of the source, counted from 0.</param>
        /// <param name="commitment">The result of <see cref="Contribution.Commitment"/>.</param>
        public Ceremony WithCommitment(int source, string commitment)
        {
            return Sources[source].Commitment != null ? this : With("sources", Sources.Select((one, at) =>
                at == source ? new Source(one.Fields.With("commitment", commitment)) : one));
        }

        /// <summary>The secret; null if the commitment is not blinded.</summary>
        public string Secret => (string)Fields["secret"];

        /// <summary>Writes <c>ceremony.json</c>, with the secret.</summary>
        public string ToJsonWithSecret() => Text();

        internal byte[] EarlierJson()
        {
            return earlier.Count == 0 ? null : Call.Bytes("[" + string.Join(",", earlier.Select(one => one.ToJson())) + "]");
        }

        /// <summary>Does not show the secret, so that it stays out of logs.</summary>
        public override string ToString() => "Ceremony(…)";
    }

    public sealed partial class Source
    {
        private const string Quicknet = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

        private static Fields Of(SourceKind kind, By by, string name)
        {
            return new Fields().With("kind", kind).With("by", by).With("name", name);
        }

        /// <summary>A source whose numbers are produced in public after sealing, such as throws of dice or the balls of
        /// a lottery.</summary>
        /// <param name="by">Who controls it, never the office.</param>
        /// <param name="name">The person or thing, by name.</param>
        /// <param name="parts">1 to 20 parts, such as <c>Suiji.Part.Of(20, 1, 6)</c> for twenty throws of a
        /// die.</param>
        public static Source Live(By by, string name, params Part[] parts)
        {
            return new Source(Of(SourceKind.Live, by, name).WithFull("parts", parts));
        }

        /// <summary>A source whose value somebody chooses in secret and commits to before sealing.</summary>
        /// <param name="by">The kind of person who controls it.</param>
        /// <param name="name">The person, by name.</param>
        /// <param name="commitment">The result of <see cref="Contribution.Commitment"/>.</param>
        public static Source Committed(By by, string name, string commitment)
        {
            return new Source(Of(SourceKind.Committed, by, name).With("commitment", commitment));
        }

        /// <summary>A round of the public randomness beacon drand (quicknet).</summary>
        /// <param name="name">What it is.</param>
        /// <param name="round">The number of the round, which is published later than the sealing.</param>
        public static Source Drand(string name, long round)
        {
            return new Source(Of(SourceKind.Drand, By.Public, name).With("chain", Quicknet).With("round", round));
        }
    }

    public sealed partial class Part
    {
        /// <summary>Numbers that can repeat, such as throws of dice.</summary>
        /// <param name="count">The count of numbers.</param>
        /// <param name="from">The smallest number.</param>
        /// <param name="to">The greatest number.</param>
        public static Part Of(long count, long from, long to)
        {
            return new Part(new Fields().With("count", count).With("from", from).With("to", to));
        }

        /// <summary>Numbers that are drawn without replacement, such as the balls of a lottery.</summary>
        /// <param name="count">The count of numbers.</param>
        /// <param name="from">The smallest number.</param>
        /// <param name="to">The greatest number.</param>
        public static Part Distinct(long count, long from, long to) => new Part(Of(count, from, to).Fields.With("distinct", true));
    }

    public sealed partial class Superseded
    {
        /// <summary>A copy with the contributions that were already made, if there is no record.</summary>
        /// <param name="contributions">The contributions of all sources.</param>
        public Superseded WithContributions(Contributions contributions)
        {
            return WithContributions(contributions.List.Select((one, source) => PlacedContribution.Of(source, one)).ToArray());
        }

        /// <summary>Does not show contributions.</summary>
        public override string ToString() => $"Superseded({Commitment})";
    }
}
