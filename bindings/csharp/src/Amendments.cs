using System;
using System.Collections.Generic;
using System.Linq;

namespace Suiji
{
    public sealed partial class Request
    {
        private static Request Of(AmendmentKind kind, DateTimeOffset at, string approvedBy, string reason, Func<Fields, Fields> with)
        {
            Fields fields = new Fields().With("kind", kind).With("at", at).With("approved_by", approvedBy).With("reason", reason);
            var request = new Request(with(fields));
            TextDocument.Checked(Native.REQUESTS, Json(new[] { request }));
            return request;
        }

        internal static byte[] Json(IEnumerable<Request> requests) => Call.Bytes(Suiji.Json.Write(Fields.ToJson(requests, nameof(requests))));

        /// <summary>Inspectors take no further seat. They keep the seats that they hold, see <see
        /// cref="Substitute"/>.</summary>
        /// <param name="at">The time of the decision.</param>
        /// <param name="approvedBy">The person the person who approved it.</param>
        /// <param name="reason">Why.</param>
        /// <param name="inspectors">Their ids.</param>
        public static Request Away(DateTimeOffset at, string approvedBy, string reason, params string[] inspectors)
        {
            return Of(AmendmentKind.Away, at, approvedBy, reason, with => with.WithFull("inspectors", inspectors));
        }

        /// <summary>Inspectors are back.</summary>
        /// <param name="at">The time of the decision.</param>
        /// <param name="approvedBy">The person the person who approved it.</param>
        /// <param name="reason">Why.</param>
        /// <param name="inspectors">Their ids.</param>
        public static Request Back(DateTimeOffset at, string approvedBy, string reason, params string[] inspectors)
        {
            return Of(AmendmentKind.Back, at, approvedBy, reason, with => with.WithFull("inspectors", inspectors));
        }

        /// <summary>Inspectors leave seats, and other inspectors step in.</summary>
        /// <param name="at">The time of the decision.</param>
        /// <param name="approvedBy">The person the person who approved it.</param>
        /// <param name="reason">Why.</param>
        /// <param name="seats">The seats.</param>
        public static Request Substitute(DateTimeOffset at, string approvedBy, string reason, params Seat[] seats)
        {
            return Of(AmendmentKind.Substitute, at, approvedBy, reason, with => with.WithFull("seats", seats));
        }

        /// <summary>An entity cannot be inspected, so a reserve is visited in addition.</summary>
        /// <param name="at">The time of the decision.</param>
        /// <param name="approvedBy">The person the person who approved it.</param>
        /// <param name="reason">Why.</param>
        /// <param name="task">The id of the task.</param>
        /// <param name="entity">The id of the entity.</param>
        public static Request Reserve(DateTimeOffset at, string approvedBy, string reason, string task, string entity)
        {
            return Of(AmendmentKind.Reserve, at, approvedBy, reason, with => with.With("task", task).With("entity", entity));
        }

        /// <summary>The office chooses an inspector for a vacant seat.</summary>
        /// <param name="at">The time of the decision.</param>
        /// <param name="approvedBy">The person the person who approved it.</param>
        /// <param name="reason">Why.</param>
        /// <param name="seat">The seat.</param>
        /// <param name="inspector">The id of the chosen inspector.</param>
        public static Request ByHand(DateTimeOffset at, string approvedBy, string reason, Seat seat, string inspector)
        {
            return Of(AmendmentKind.ByHand, at, approvedBy, reason, with => with
                .With("task", seat.Task).With("entity", seat.Entity).With("seat", seat.Number).With("inspector", inspector));
        }

        /// <summary>Reads <c>requests.json</c>.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static IReadOnlyList<Request> FromJson(byte[] json)
        {
            return Fields.List(Suiji.Json.Read(Call.Text(TextDocument.Checked(Native.REQUESTS, json))), value => new Request(Fields.Of(value)));
        }

        /// <summary>Reads <c>requests.json</c>.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static IReadOnlyList<Request> FromJson(string json) => FromJson(Call.Bytes(json));
    }

    public sealed partial class Amendments
    {
        /// <summary>Reads <c>amendments.json</c>.</summary>
        /// <param name="json">The document, in UTF-8.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Amendments FromJson(byte[] json) => new Amendments(Checked(Native.AMENDMENTS, json));

        /// <summary>Reads <c>amendments.json</c>.</summary>
        /// <param name="json">The document.</param>
        /// <exception cref="SuijiException">All faults of the document.</exception>
        public static Amendments FromJson(string json) => new Amendments(Checked(Native.AMENDMENTS, json));

        /// <summary>The digest of the last amendment. It fixes all earlier ones, so publish it each time.</summary>
        /// <param name="commitment">The commitment of the draw.</param>
        public string Digest(Commitment commitment) => Digest(Native.AMENDMENTS, (int)commitment.Hash + 1);

        /// <summary>The current holders of all seats.</summary>
        /// <param name="record">The record that is amended.</param>
        public AmendedState State(Record record) => record.State(this);

        /// <summary>Writes <c>amendments.json</c>.</summary>
        public string ToJson() => Text();

        /// <inheritdoc/>
        public override string ToString() => $"Amendments({Record}, {List.Count})";
    }

    public sealed partial class AmendedState
    {
        /// <summary>The teams of a task.</summary>
        /// <param name="task">The id of the task.</param>
        public IReadOnlyList<AmendedTeam> Teams(string task)
        {
            return Tasks.Where(one => one.Task == task).SelectMany(one => one.Teams).ToList().AsReadOnly();
        }

        /// <summary>The team of an entity in a task; null if there is none.</summary>
        /// <param name="task">The id of the task.</param>
        /// <param name="entity">The id of the entity.</param>
        public AmendedTeam Team(string task, string entity) => Teams(task).FirstOrDefault(team => team.Entity == entity);

        /// <summary>The number of seats of an inspector in the whole draw, counted as for the load.</summary>
        /// <param name="inspector">The id of the inspector.</param>
        public long SeatsHeld(string inspector) => Held.TryGetValue(inspector, out long held) ? held : 0;

        /// <summary>The seats that an inspector holds. Teams that visit for an earlier task are not counted twice.</summary>
        /// <param name="inspector">The id of the inspector.</param>
        public IReadOnlyList<Seat> SeatsOf(string inspector)
        {
            var held = new List<Seat>();
            foreach (AmendedTask task in Tasks)
            {
                foreach (AmendedTeam team in task.Teams.Where(one => one.Joins == null))
                {
                    int seat = team.Seats.ToList().IndexOf(inspector);
                    if (seat >= 0)
                    {
                        held.Add(new Seat(task.Task, team.Entity, seat));
                    }
                }
            }
            return held.AsReadOnly();
        }
    }

    public sealed partial class AmendedTeam
    {
        /// <summary>The holder of each seat, in order; null for a vacant seat.</summary>
        public IReadOnlyList<string> Seats
        {
            get
            {
                var vacant = new HashSet<long>(Vacant);
                var members = new Queue<string>(Members);
                return Enumerable.Range(0, members.Count + vacant.Count)
                    .Select(seat => vacant.Contains(seat) || members.Count == 0 ? null : members.Dequeue()).ToList().AsReadOnly();
            }
        }
    }
}
