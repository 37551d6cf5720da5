// Generated from crates/suiji/schema by bindings/values. Do not edit.

using System;
using System.Collections.Generic;

namespace Suiji
{
    /// <summary>Who holds which seat after a draw and its amendments.</summary>
    public sealed partial class AmendedState : Value
    {
        internal AmendedState(Fields fields) : base(fields) { }

        /// <summary>The tasks, in the order of the plan.</summary>
        public IReadOnlyList<AmendedTask> Tasks => Fields.List(Fields["tasks"], value => new AmendedTask(Fields.Of(value)));

        /// <summary>The inspectors who are away, by id; left out if there are none.</summary>
        public IReadOnlyList<string> Away => Fields.List(Fields["away"], Fields.Text);

        /// <summary>How many seats each inspector of a team holds in the whole draw, as a load counts them.</summary>
        public IReadOnlyDictionary<string, long> Held => Fields.Read("held", Fields.Numbers);
    }

    /// <summary>The teams of a task as they are now.</summary>
    public sealed partial class AmendedTask : Value
    {
        internal AmendedTask(Fields fields) : base(fields) { }

        /// <summary>The id of the task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The teams of the selected entities in their order, then those of the used reserves in the order of use.</summary>
        public IReadOnlyList<AmendedTeam> Teams => Fields.List(Fields["teams"], value => new AmendedTeam(Fields.Of(value)));
    }

    /// <summary>The team of an entity as it is now; without seats if the task has no teams.</summary>
    public sealed partial class AmendedTeam : Value
    {
        internal AmendedTeam(Fields fields) : base(fields) { }

        /// <summary>The id of the entity.</summary>
        public string Entity => Fields.Read("entity", Fields.Text);

        /// <summary>The inspectors in the order of seats, vacant seats left out.</summary>
        public IReadOnlyList<string> Members => Fields.List(Fields["members"], Fields.Text);

        /// <summary>The numbers of the vacant seats, ascending.</summary>
        public IReadOnlyList<long> Vacant => Fields.List(Fields["vacant"], Fields.Number);

        /// <summary>The lead, if there is one.</summary>
        public string Lead => Fields.Has("lead") ? Fields.Read("lead", Fields.Text) : null;

        /// <summary>The task whose team this is; null if there is none.</summary>
        public string Joins => Fields.Has("joins") ? Fields.Read("joins", Fields.Text) : null;

        /// <summary>The entity is a used reserve; left out if not.</summary>
        public bool IsReserve => Fields.Has("reserve") && Fields.Flag(Fields["reserve"]);

        /// <summary>The entity could not be inspected, and a reserve is visited in addition; left out if not.</summary>
        public bool IsReplaced => Fields.Has("replaced") && Fields.Flag(Fields["replaced"]);
    }

    /// <summary>One amendment.</summary>
    public sealed partial class Amendment : Value
    {
        internal Amendment(Fields fields) : base(fields) { }

        /// <summary>The digest of the amendment before it; of the first, that of the record.</summary>
        public string Previous => Fields.Read("previous", Fields.Text);

        /// <summary>When it was decided.</summary>
        public DateTimeOffset At => Fields.Read("at", Fields.Time);

        /// <summary>Who approved it.</summary>
        public string ApprovedBy => Fields.Read("approved_by", Fields.Text);

        /// <summary>Why.</summary>
        public string Reason => Fields.Read("reason", Fields.Text);

        /// <summary>The kind.</summary>
        public AmendmentKind Kind => Fields.Read("kind", value => Words.AmendmentKindOf(Fields.Text(value)));

        /// <summary>The inspectors, sorted by id.</summary>
        public IReadOnlyList<string> Inspectors => Fields.List(Fields["inspectors"], Fields.Text);

        /// <summary>The seats, in the order of tasks, of their lists and of seats.</summary>
        public IReadOnlyList<Substitution> Seats => Fields.List(Fields["seats"], value => new Substitution(Fields.Of(value)));

        /// <summary>The task; null if there is none.</summary>
        public string Task => Fields.Has("task") ? Fields.Read("task", Fields.Text) : null;

        /// <summary>The entity that cannot be inspected; null if there is none.</summary>
        public string Entity => Fields.Has("entity") ? Fields.Read("entity", Fields.Text) : null;

        /// <summary>The reserve that is visited in addition; null if there is none.</summary>
        public string Reserve => Fields.Has("reserve") ? Fields.Read("reserve", Fields.Text) : null;

        /// <summary>Who visits the reserve, in the order of seats.</summary>
        public IReadOnlyList<string> Members => Fields.List(Fields["members"], Fields.Text);

        /// <summary>The numbers of the vacant seats, from 0.</summary>
        public IReadOnlyList<long> Vacant => Fields.List(Fields["vacant"], Fields.Number);

        /// <summary>The task whose team this is; null if there is none.</summary>
        public string Joins => Fields.Has("joins") ? Fields.Read("joins", Fields.Text) : null;

        /// <summary>The number of the seat, from 0; null if there is none.</summary>
        public long? Seat => Fields.Has("seat") ? Fields.Read("seat", Fields.Number) : (long?)null;

        /// <summary>Who was chosen; null if there is none.</summary>
        public string Inspector => Fields.Has("inspector") ? Fields.Read("inspector", Fields.Text) : null;
    }

    /// <summary>What was changed after a draw (变更), in the order in which it was decided.</summary>
    public sealed partial class Amendments : TextDocument
    {
        internal Amendments(byte[] json) : base(json) { }

        /// <summary>The digest of the record that is amended.</summary>
        public string Record => Fields.Read("record", Fields.Text);

        /// <summary>The amendments.</summary>
        public IReadOnlyList<Amendment> List => Fields.List(Fields["amendments"], value => new Amendment(Fields.Of(value)));
    }

    /// <summary>What the office decides for a sealing, in addition to plan, registry, roster and history.</summary>
    public sealed partial class Ceremony : TextDocument
    {
        internal Ceremony(byte[] json) : base(json) { }

        /// <summary>The hash suite; sha256 if left out.</summary>
        public Hash? Hash => Fields.Has("hash") ? Fields.Read("hash", value => Words.HashOf(Fields.Text(value))) : (Hash?)null;

        /// <summary>The sources, in their order.</summary>
        public IReadOnlyList<Source> Sources => Fields.List(Fields["sources"], value => new Source(Fields.Of(value)));

        /// <summary>The digest of the previous commitment of the authority, for any plan; only its first commitment has none; null if there is none.</summary>
        public string Previous => Fields.Has("previous") ? Fields.Read("previous", Fields.Text) : null;

        /// <summary>Earlier commitments whose draws stay valid, the oldest first.</summary>
        public IReadOnlyList<Followed> Follows => Fields.List(Fields["follows"], value => new Followed(Fields.Of(value)));

        /// <summary>Earlier commitments that this one replaces, the oldest first.</summary>
        public IReadOnlyList<Superseded> Supersedes => Fields.List(Fields["supersedes"], value => new Superseded(Fields.Of(value)));

        /// <summary>The time of sealing, if the office sets it.</summary>
        public DateTimeOffset? SealedAt => Fields.Has("sealed_at") ? Fields.Read("sealed_at", Fields.Time) : (DateTimeOffset?)null;
    }

    /// <summary>One check of a verification, with its outcome.</summary>
    public sealed partial class Check : Value
    {
        internal Check(Fields fields) : base(fields) { }

        /// <summary>The id of the check, such as record.seed.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The rule that is checked.</summary>
        public string Rule => Fields.Read("rule", Fields.Text);

        /// <summary>The id of the task, if the check is about one.</summary>
        public string Task => Fields.Has("task") ? Fields.Read("task", Fields.Text) : null;

        /// <summary>The name of the source, if the check is about one.</summary>
        public string Source => Fields.Has("source") ? Fields.Read("source", Fields.Text) : null;

        /// <summary>The place in the document as a JSON path, such as $.draws[0].key.</summary>
        public string Path => Fields.Read("path", Fields.Text);

        /// <summary>The outcome.</summary>
        public Outcome Outcome => Fields.Read("outcome", value => Words.OutcomeOf(Fields.Text(value)));

        /// <summary>What was expected; only if the check failed.</summary>
        public string Expected => Fields.Has("expected") ? Fields.Read("expected", Fields.Text) : null;

        /// <summary>What was found; only if the check failed.</summary>
        public string Found => Fields.Has("found") ? Fields.Read("found", Fields.Text) : null;

        /// <summary>What was missing; only if the check could not be made.</summary>
        public string Missing => Fields.Has("missing") ? Fields.Read("missing", Fields.Text) : null;

        /// <summary>The outcome in words, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>The outcome in words, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");
    }

    /// <summary>An entry of the tables of annexes C and D of the specification.</summary>
    public sealed partial class Code : Value
    {
        internal Code(Fields fields) : base(fields) { }

        /// <summary>The stable id.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>What has this id.</summary>
        public string What => Fields.Read("what", Fields.Text);

        /// <summary>The rule that it is about; empty if it is a limit of this library.</summary>
        public string Rule => Fields.Read("rule", Fields.Text);

        /// <summary>The text, with {names} for the details, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>The text, with {names} for the details, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");
    }

    /// <summary>The commitment (封存单), made before the seed is known; empty fields and defaults are not written out.</summary>
    public sealed partial class Commitment : TextDocument
    {
        internal Commitment(byte[] json) : base(json) { }

        /// <summary>The hash suite.</summary>
        public Hash Hash => Fields.Read("hash", value => Words.HashOf(Fields.Text(value)));

        /// <summary>The time of sealing, as stated by the office.</summary>
        public DateTimeOffset SealedAt => Fields.Read("sealed_at", Fields.Time);

        /// <summary>The authority of the plan.</summary>
        public string Authority => Fields.Read("authority", Fields.Text);

        /// <summary>The year of the plan.</summary>
        public int Year => Fields.Read("year", Fields.Year);

        /// <summary>Whether leaves have salts; left out if they have none.</summary>
        public bool Blinded => Fields.Has("blinded") && Fields.Flag(Fields["blinded"]);

        /// <summary>The digest of the plan.</summary>
        public string Plan => Fields.Read("plan", Fields.Text);

        /// <summary>The tree over the registry.</summary>
        public Root Registry => Fields.Read("registry", value => new Root(Fields.Of(value)));

        /// <summary>The tree over the roster.</summary>
        public Root Roster => Fields.Read("roster", value => new Root(Fields.Of(value)));

        /// <summary>The tree over the history.</summary>
        public Root History => Fields.Read("history", value => new Root(Fields.Of(value)));

        /// <summary>The tasks, in the order of the plan.</summary>
        public IReadOnlyList<SealedTask> Tasks => Fields.List(Fields["tasks"], value => new SealedTask(Fields.Of(value)));

        /// <summary>The sources, in their order.</summary>
        public IReadOnlyList<Source> Sources => Fields.List(Fields["sources"], value => new Source(Fields.Of(value)));

        /// <summary>The digest of the previous commitment of the authority, for any plan; only its first commitment has none; null if there is none.</summary>
        public string Previous => Fields.Has("previous") ? Fields.Read("previous", Fields.Text) : null;

        /// <summary>Earlier commitments whose draws stay valid, the oldest first.</summary>
        public IReadOnlyList<Followed> Follows => Fields.List(Fields["follows"], value => new Followed(Fields.Of(value)));

        /// <summary>Earlier commitments that this one replaces, the oldest first.</summary>
        public IReadOnlyList<Superseded> Supersedes => Fields.List(Fields["supersedes"], value => new Superseded(Fields.Of(value)));
    }

    /// <summary>A contribution.</summary>
    public sealed partial class Contribution : Value
    {
        internal Contribution(Fields fields) : base(fields) { }

        /// <summary>The kind of source.</summary>
        public ContributionKind Kind => Fields.Read("kind", value => Words.ContributionKindOf(Fields.Text(value)));

        /// <summary>The nonce of the commitment; null if there is none.</summary>
        public string Nonce => Fields.Has("nonce") ? Fields.Read("nonce", Fields.Text) : null;

        /// <summary>The chosen value; null if there is none.</summary>
        public string Value => Fields.Has("value") ? Fields.Read("value", Fields.Text) : null;

        /// <summary>What fell.</summary>
        public IReadOnlyList<IReadOnlyList<long>> Numbers => Fields.List(Fields["numbers"], list => Fields.List(list, Fields.Number));

        /// <summary>The signature of the round; null if there is none.</summary>
        public string Signature => Fields.Has("signature") ? Fields.Read("signature", Fields.Text) : null;
    }

    /// <summary>The contributions to one commitment, kept before the draw.</summary>
    public sealed partial class Contributions : TextDocument
    {
        internal Contributions(byte[] json) : base(json) { }

        /// <summary>The digest of the commitment for which they are made.</summary>
        public string Commitment => Fields.Read("commitment", Fields.Text);

        /// <summary>The contributions, in the order of the sources.</summary>
        public IReadOnlyList<Contribution> List => Fields.List(Fields["contributions"], value => new Contribution(Fields.Of(value)));
    }

    /// <summary>All tasks together.</summary>
    public sealed partial class Counts : Value
    {
        internal Counts(Fields fields) : base(fields) { }

        /// <summary>Selected entities and used reserves.</summary>
        public long Drawn => Fields.Read("drawn", Fields.Number);

        /// <summary>Entities without a result for which a reserve was used.</summary>
        public long Replaced => Fields.Read("replaced", Fields.Number);

        /// <summary>Entities for which a result is still expected.</summary>
        public long Open => Fields.Read("open", Fields.Number);

        /// <summary>Results without a problem.</summary>
        public long Clear => Fields.Read("clear", Fields.Number);

        /// <summary>Results with a problem.</summary>
        public long Violation => Fields.Read("violation", Fields.Number);

        /// <summary>Entities that could not be reached.</summary>
        public long Unreachable => Fields.Read("unreachable", Fields.Number);

        /// <summary>Entities that refused.</summary>
        public long Refused => Fields.Read("refused", Fields.Number);

        /// <summary>Entities that no longer exist or have no such business.</summary>
        public long Closed => Fields.Read("closed", Fields.Number);

        /// <summary>Results that were published.</summary>
        public long Published => Fields.Read("published", Fields.Number);
    }

    /// <summary>The result of a task (抽取).</summary>
    public sealed partial class Draw : Value
    {
        internal Draw(Fields fields) : base(fields) { }

        /// <summary>The id of the task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The draw key K.</summary>
        public string Key => Fields.Read("key", Fields.Text);

        /// <summary>The selected entities, in the order of visits.</summary>
        public IReadOnlyList<DrawnEntity> Selected => Fields.List(Fields["selected"], value => new DrawnEntity(Fields.Of(value)));

        /// <summary>The reserves (备选), by stratum.</summary>
        public IReadOnlyList<DrawnEntity> Reserves => Fields.List(Fields["reserves"], value => new DrawnEntity(Fields.Of(value)));

        /// <summary>The teams, in the order of selected; only if the task has a team.</summary>
        public IReadOnlyList<DrawnTeam> Teams => Fields.List(Fields["teams"], value => new DrawnTeam(Fields.Of(value)));
    }

    /// <summary>The record of a draw (抽取记录); empty fields are not written out.</summary>
    public sealed partial class Record : LargeDocument
    {
        internal Record(Handle handle) : base(handle) { }

        /// <summary>The seed S.</summary>
        public string Seed => Fields.Read("seed", Fields.Text);

        /// <summary>The result of each task, in the order of the plan.</summary>
        public IReadOnlyList<Draw> Draws => Fields.List(Fields["draws"], value => new Draw(Fields.Of(value)));
    }

    /// <summary>A selected entity or a reserve.</summary>
    public sealed partial class DrawnEntity : Value
    {
        internal DrawnEntity(Fields fields) : base(fields) { }

        /// <summary>The id of the entity.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The stratum of the entity.</summary>
        public string Stratum => Fields.Read("stratum", Fields.Text);

        /// <summary>The ticket of the entity.</summary>
        public string Ticket => Fields.Read("ticket", Fields.Text);
    }

    /// <summary>The team of a selected entity.</summary>
    public sealed partial class DrawnTeam : Value
    {
        internal DrawnTeam(Fields fields) : base(fields) { }

        /// <summary>The id of the entity.</summary>
        public string Entity => Fields.Read("entity", Fields.Text);

        /// <summary>The members, in the order of seats; vacant seats are left out.</summary>
        public IReadOnlyList<string> Members => Fields.List(Fields["members"], Fields.Text);

        /// <summary>The numbers of the vacant seats, from 0.</summary>
        public IReadOnlyList<long> Vacant => Fields.List(Fields["vacant"], Fields.Number);

        /// <summary>The earlier task whose team this is; null if there is none.</summary>
        public string Joins => Fields.Has("joins") ? Fields.Read("joins", Fields.Text) : null;
    }

    /// <summary>A row of the registry (检查对象名录库).</summary>
    public sealed partial class Entity : Value
    {
        internal Entity(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="id">The id, normally the unified social credit code, GB 32100-2015.</param>
        /// <param name="name">The name.</param>
        public Entity(string id, string name) : base(new Fields().With("id", id).With("name", name)) { }

        /// <summary>The id, normally the unified social credit code, GB 32100-2015.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The name.</summary>
        public string Name => Fields.Read("name", Fields.Text);

        /// <summary>The risk class; absent if the entity is not rated.</summary>
        public string RiskClass => Fields.Has("class") ? Fields.Read("class", Fields.Text) : null;

        /// <summary>A copy with another RiskClass.</summary>
        /// <param name="class">The risk class; absent if the entity is not rated.</param>
        public Entity WithRiskClass(string @class) => new Entity(Fields.With("class", @class));

        /// <summary>The categories, a set.</summary>
        public IReadOnlyList<string> Categories => Fields.List(Fields["categories"], Fields.Text);

        /// <summary>A copy with another Categories.</summary>
        /// <param name="categories">The categories, a set.</param>
        public Entity WithCategories(params string[] categories) => new Entity(Fields.With("categories", categories));

        /// <summary>The administrative division, GB/T 2260; null if there is none.</summary>
        public string District => Fields.Has("district") ? Fields.Read("district", Fields.Text) : null;

        /// <summary>A copy with another District.</summary>
        /// <param name="district">The administrative division, GB/T 2260.</param>
        public Entity WithDistrict(string district) => new Entity(Fields.With("district", district));

        /// <summary>The industry code, GB/T 4754; null if there is none.</summary>
        public string Industry => Fields.Has("industry") ? Fields.Read("industry", Fields.Text) : null;

        /// <summary>A copy with another Industry.</summary>
        /// <param name="industry">The industry code, GB/T 4754.</param>
        public Entity WithIndustry(string industry) => new Entity(Fields.With("industry", industry));

        /// <summary>Whether the entity can be drawn; null if there is none.</summary>
        public Status? Status => Fields.Has("status") ? Fields.Read("status", value => Words.StatusOf(Fields.Text(value))) : (Status?)null;

        /// <summary>A copy with another Status.</summary>
        /// <param name="status">Whether the entity can be drawn.</param>
        public Entity WithStatus(Status status) => new Entity(Fields.With("status", status));

        /// <summary>The day on which the entity was established; null if there is none.</summary>
        public DateTime? Established => Fields.Has("established") ? Fields.Read("established", Fields.Date) : (DateTime?)null;

        /// <summary>A copy with another Established.</summary>
        /// <param name="established">The day on which the entity was established.</param>
        public Entity WithEstablished(DateTime established) => new Entity(Fields.With("established", established));

        /// <summary>Why the entity is exempt from the draw (免检); null if there is none.</summary>
        public string Exempt => Fields.Has("exempt") ? Fields.Read("exempt", Fields.Text) : null;

        /// <summary>A copy with another Exempt.</summary>
        /// <param name="exempt">Why the entity is exempt from the draw (免检).</param>
        public Entity WithExempt(string exempt) => new Entity(Fields.With("exempt", exempt));

        /// <summary>The tasks from which alone the entity is exempt, a set; all if absent.</summary>
        public IReadOnlyList<string> ExemptFrom => Fields.List(Fields["exempt_from"], Fields.Text);

        /// <summary>A copy with another ExemptFrom.</summary>
        /// <param name="exemptFrom">The tasks from which alone the entity is exempt, a set; all if absent.</param>
        public Entity WithExemptFrom(params string[] exemptFrom) => new Entity(Fields.With("exempt_from", exemptFrom));

        /// <summary>Other columns of the office.</summary>
        public IReadOnlyDictionary<string, string> Extra => Fields.Read("extra", Fields.Texts);

        /// <summary>A copy with another Extra.</summary>
        /// <param name="extra">Other columns of the office.</param>
        public Entity WithExtra(IReadOnlyDictionary<string, string> extra) => new Entity(Fields.With("extra", extra));
    }

    /// <summary>The tree over {id, reason} of all entities that match the scope but are excluded, and their number for each reason.</summary>
    public sealed partial class Excluded : Value
    {
        internal Excluded(Fields fields) : base(fields) { }

        /// <summary>The root.</summary>
        public string Root => Fields.Read("root", Fields.Text);

        /// <summary>The number of leaves.</summary>
        public long Size => Fields.Read("size", Fields.Number);

        /// <summary>The reasons of the entities, in the order in which they apply; left out if size is 0.</summary>
        public IReadOnlyList<SealedReason> Reasons => Fields.List(Fields["reasons"], value => new SealedReason(Fields.Of(value)));
    }

    /// <summary>A fact about a stratum of which 30 or more are taken: the take that its greatest selected ticket suggests, which should be near the take.</summary>
    public sealed partial class Fact : Value
    {
        internal Fact(Fields fields) : base(fields) { }

        /// <summary>The id of the task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The stratum.</summary>
        public string Stratum => Fields.Read("stratum", Fields.Text);

        /// <summary>How many were taken.</summary>
        public long Take => Fields.Read("take", Fields.Number);

        /// <summary>The estimate floor(size · t / 2^256) + 1, as digits.</summary>
        public string Estimate => Fields.Read("estimate", Fields.Text);

        /// <summary>How rarely a fair draw lies as far off, about: once in so many; 1 if it often does.</summary>
        public long OneIn => Fields.Read("one_in", Fields.Number);
    }

    /// <summary>One fault of an input.</summary>
    public sealed partial class Fault : Value
    {
        internal Fault(Fields fields) : base(fields) { }

        /// <summary>The code of the fault.</summary>
        public string Code => Fields.Read("code", Fields.Text);

        /// <summary>The rule that is violated.</summary>
        public string Rule => Fields.Has("rule") ? Fields.Read("rule", Fields.Text) : "";

        /// <summary>Where the fault is.</summary>
        public Place Place => Fields.Read("place", value => new Place(Fields.Of(value)));

        /// <summary>How often the fault was found; left out if once.</summary>
        public long Count => Fields.Has("count") ? Fields.Read("count", Fields.Number) : 1;

        /// <summary>The first rows with this fault, if there are several.</summary>
        public IReadOnlyList<long> Rows => Fields.List(Fields["rows"], Fields.Number);

        /// <summary>The id of each of these rows; empty if it could not be read. Left out if none could be.</summary>
        public IReadOnlyList<string> Ids => Fields.List(Fields["ids"], Fields.Text);

        /// <summary>The values in the message, by key.</summary>
        public IReadOnlyDictionary<string, string> Details => Fields.Read("details", Fields.Texts);

        /// <summary>What is wrong, where, and what to do, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>What is wrong, where, and what to do, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");
    }

    /// <summary>Something about the inputs that somebody should look at before the digest is published.</summary>
    public sealed partial class Finding : Value
    {
        internal Finding(Fields fields) : base(fields) { }

        /// <summary>How serious it is: an error cannot be sealed, a warning should be looked at, a note is only to know.</summary>
        public Severity Severity => Fields.Read("severity", value => Words.SeverityOf(Fields.Text(value)));

        /// <summary>The code of the finding.</summary>
        public string Code => Fields.Read("code", Fields.Text);

        /// <summary>The rule that it is about.</summary>
        public string Rule => Fields.Has("rule") ? Fields.Read("rule", Fields.Text) : "";

        /// <summary>The document, and the first row and the column if it is about rows.</summary>
        public Place Place => Fields.Read("place", value => new Place(Fields.Of(value)));

        /// <summary>In how many rows it was found; left out if in one or none.</summary>
        public long Count => Fields.Has("count") ? Fields.Read("count", Fields.Number) : 1;

        /// <summary>The first rows in which it was found, if there are several, ascending.</summary>
        public IReadOnlyList<long> Rows => Fields.List(Fields["rows"], Fields.Number);

        /// <summary>The id of each of these rows; empty if it could not be read. Left out if none could be.</summary>
        public IReadOnlyList<string> Ids => Fields.List(Fields["ids"], Fields.Text);

        /// <summary>What the text of the code is filled with, by key.</summary>
        public IReadOnlyDictionary<string, string> Details => Fields.Read("details", Fields.Texts);

        /// <summary>What was found, and where, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>What was found, and where, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");

        /// <summary>A way out, if there is anything to do, in English.</summary>
        public string Remedy => Fields.OptionalMessage("remedy", "en");

        /// <summary>A way out, if there is anything to do, in Chinese.</summary>
        public string RemedyZh => Fields.OptionalMessage("remedy", "zh");
    }

    /// <summary>An earlier commitment with a task of the same id, whose draw stays valid.</summary>
    public sealed partial class Followed : Value
    {
        internal Followed(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="commitment">The digest of the earlier commitment.</param>
        /// <param name="record">The digest of its record.</param>
        public Followed(string commitment, string record) : base(new Fields().With("commitment", commitment).With("record", record)) { }

        /// <summary>The digest of the earlier commitment.</summary>
        public string Commitment => Fields.Read("commitment", Fields.Text);

        /// <summary>The digest of its record.</summary>
        public string Record => Fields.Read("record", Fields.Text);
    }

    /// <summary>The exact probability of being selected.</summary>
    public sealed partial class Fraction : Value
    {
        internal Fraction(Fields fields) : base(fields) { }

        /// <summary>The numerator.</summary>
        public long Numer => Fields.Read("numer", Fields.Number);

        /// <summary>The denominator.</summary>
        public long Denom => Fields.Read("denom", Fields.Number);
    }

    /// <summary>Entities that are in the frame of no task, for one reason.</summary>
    public sealed partial class InNoTask : Value
    {
        internal InNoTask(Fields fields) : base(fields) { }

        /// <summary>Status, a field of the scope [F1], exempt, or the id of a limit.</summary>
        public string Reason => Fields.Read("reason", Fields.Text);

        /// <summary>How many entities.</summary>
        public long Count => Fields.Read("count", Fields.Number);

        /// <summary>How many of them have nothing in that field; null if there is none.</summary>
        public long? Empty => Fields.Has("empty") ? Fields.Read("empty", Fields.Number) : (long?)null;

        /// <summary>The ids of the first ones.</summary>
        public IReadOnlyList<string> First => Fields.List(Fields["first"], Fields.Text);
    }

    /// <summary>What became of an entity for a task.</summary>
    public sealed partial class Inspection : Value
    {
        internal Inspection(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="task">The task.</param>
        /// <param name="entity">The entity.</param>
        /// <param name="date">The day of the inspection.</param>
        /// <param name="outcomes">Codes of outcomes, a set.</param>
        public Inspection(string task, string entity, DateTime date, params string[] outcomes) : base(new Fields().With("task", task).With("entity", entity).With("date", date).With("outcomes", outcomes)) { }

        /// <summary>The task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The entity.</summary>
        public string Entity => Fields.Read("entity", Fields.Text);

        /// <summary>The day of the inspection.</summary>
        public DateTime Date => Fields.Read("date", Fields.Date);

        /// <summary>The inspectors who visited, a set.</summary>
        public IReadOnlyList<string> Inspectors => Fields.List(Fields["inspectors"], Fields.Text);

        /// <summary>A copy with another Inspectors.</summary>
        /// <param name="inspectors">The inspectors who visited, a set.</param>
        public Inspection WithInspectors(params string[] inspectors) => new Inspection(Fields.With("inspectors", inspectors));

        /// <summary>Codes of outcomes, a set.</summary>
        public IReadOnlyList<string> Outcomes => Fields.List(Fields["outcomes"], Fields.Text);

        /// <summary>Codes of measures, a set.</summary>
        public IReadOnlyList<string> Measures => Fields.List(Fields["measures"], Fields.Text);

        /// <summary>A copy with another Measures.</summary>
        /// <param name="measures">Codes of measures, a set.</param>
        public Inspection WithMeasures(params string[] measures) => new Inspection(Fields.With("measures", measures));

        /// <summary>A note; null if there is none.</summary>
        public string Note => Fields.Has("note") ? Fields.Read("note", Fields.Text) : null;

        /// <summary>A copy with another Note.</summary>
        /// <param name="note">A note.</param>
        public Inspection WithNote(string note) => new Inspection(Fields.With("note", note));

        /// <summary>The day on which the result was published; null if there is none.</summary>
        public DateTime? Published => Fields.Has("published") ? Fields.Read("published", Fields.Date) : (DateTime?)null;

        /// <summary>A copy with another Published.</summary>
        /// <param name="published">The day on which the result was published.</param>
        public Inspection WithPublished(DateTime published) => new Inspection(Fields.With("published", published));
    }

    /// <summary>How far the inspections of a draw have come.</summary>
    public sealed partial class InspectionStatus : Value
    {
        internal InspectionStatus(Fields fields) : base(fields) { }

        /// <summary>All tasks together.</summary>
        public Counts Total => Fields.Read("total", value => new Counts(Fields.Of(value)));

        /// <summary>The tasks, in the order of the plan.</summary>
        public IReadOnlyList<TaskStatus> Tasks => Fields.List(Fields["tasks"], value => new TaskStatus(Fields.Of(value)));

        /// <summary>Those who hold a seat.</summary>
        public IReadOnlyList<InspectorStatus> Inspectors => Fields.List(Fields["inspectors"], value => new InspectorStatus(Fields.Of(value)));
    }

    /// <summary>A row of the roster (执法检查人员名录库).</summary>
    public sealed partial class Inspector : Value
    {
        internal Inspector(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="id">The id, normally the number of the enforcement certificate.</param>
        /// <param name="name">The name.</param>
        /// <param name="department">The department.</param>
        public Inspector(string id, string name, string department) : base(new Fields().With("id", id).With("name", name).With("department", department)) { }

        /// <summary>The id, normally the number of the enforcement certificate.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The name.</summary>
        public string Name => Fields.Read("name", Fields.Text);

        /// <summary>The department.</summary>
        public string Department => Fields.Read("department", Fields.Text);

        /// <summary>The administrative division; null if there is none.</summary>
        public string District => Fields.Has("district") ? Fields.Read("district", Fields.Text) : null;

        /// <summary>A copy with another District.</summary>
        /// <param name="district">The administrative division.</param>
        public Inspector WithDistrict(string district) => new Inspector(Fields.With("district", district));

        /// <summary>The skills, a set.</summary>
        public IReadOnlyList<string> Skills => Fields.List(Fields["skills"], Fields.Text);

        /// <summary>A copy with another Skills.</summary>
        /// <param name="skills">The skills, a set.</param>
        public Inspector WithSkills(params string[] skills) => new Inspector(Fields.With("skills", skills));

        /// <summary>Whether the inspector can lead a team (主办人员).</summary>
        public bool Lead => Fields.Has("lead") && Fields.Flag(Fields["lead"]);

        /// <summary>A copy with another Lead.</summary>
        /// <param name="lead">Whether the inspector can lead a team (主办人员).</param>
        public Inspector WithLead(bool lead) => new Inspector(Fields.With("lead", lead));

        /// <summary>Whether this is an expert, who is not an enforcement inspector.</summary>
        public bool Expert => Fields.Has("expert") && Fields.Flag(Fields["expert"]);

        /// <summary>A copy with another Expert.</summary>
        /// <param name="expert">Whether this is an expert, who is not an enforcement inspector.</param>
        public Inspector WithExpert(bool expert) => new Inspector(Fields.With("expert", expert));

        /// <summary>The load at which the inspector gets no further seat; null if there is none.</summary>
        public long? MaxLoad => Fields.Has("max_load") ? Fields.Read("max_load", Fields.Number) : (long?)null;

        /// <summary>A copy with another MaxLoad.</summary>
        /// <param name="maxLoad">The load at which the inspector gets no further seat.</param>
        public Inspector WithMaxLoad(long maxLoad) => new Inspector(Fields.With("max_load", maxLoad));

        /// <summary>The open cases of the inspector at the time of sealing.</summary>
        public long Load => Fields.Has("load") ? Fields.Read("load", Fields.Number) : 0;

        /// <summary>A copy with another Load.</summary>
        /// <param name="load">The open cases of the inspector at the time of sealing.</param>
        public Inspector WithLoad(long load) => new Inspector(Fields.With("load", load));

        /// <summary>The last day of the certificate; null if there is none.</summary>
        public DateTime? ValidTo => Fields.Has("valid_to") ? Fields.Read("valid_to", Fields.Date) : (DateTime?)null;

        /// <summary>A copy with another ValidTo.</summary>
        /// <param name="validTo">The last day of the certificate.</param>
        public Inspector WithValidTo(DateTime validTo) => new Inspector(Fields.With("valid_to", validTo));

        /// <summary>The entities that this inspector must not inspect (回避), a set.</summary>
        public IReadOnlyList<string> Recuse => Fields.List(Fields["recuse"], Fields.Text);

        /// <summary>A copy with another Recuse.</summary>
        /// <param name="recuse">The entities that this inspector must not inspect (回避), a set.</param>
        public Inspector WithRecuse(params string[] recuse) => new Inspector(Fields.With("recuse", recuse));

        /// <summary>Other columns of the office.</summary>
        public IReadOnlyDictionary<string, string> Extra => Fields.Read("extra", Fields.Texts);

        /// <summary>A copy with another Extra.</summary>
        /// <param name="extra">Other columns of the office.</param>
        public Inspector WithExtra(IReadOnlyDictionary<string, string> extra) => new Inspector(Fields.With("extra", extra));
    }

    /// <summary>How far the visits of one inspector have come.</summary>
    public sealed partial class InspectorStatus : Value
    {
        internal InspectorStatus(Fields fields) : base(fields) { }

        /// <summary>The inspector.</summary>
        public string Inspector => Fields.Read("inspector", Fields.Text);

        /// <summary>Selected entities and used reserves.</summary>
        public long Drawn => Fields.Read("drawn", Fields.Number);

        /// <summary>Entities without a result for which a reserve was used.</summary>
        public long Replaced => Fields.Read("replaced", Fields.Number);

        /// <summary>Entities for which a result is still expected.</summary>
        public long Open => Fields.Read("open", Fields.Number);

        /// <summary>Results without a problem.</summary>
        public long Clear => Fields.Read("clear", Fields.Number);

        /// <summary>Results with a problem.</summary>
        public long Violation => Fields.Read("violation", Fields.Number);

        /// <summary>Entities that could not be reached.</summary>
        public long Unreachable => Fields.Read("unreachable", Fields.Number);

        /// <summary>Entities that refused.</summary>
        public long Refused => Fields.Read("refused", Fields.Number);

        /// <summary>Entities that no longer exist or have no such business.</summary>
        public long Closed => Fields.Read("closed", Fields.Number);

        /// <summary>Results that were published.</summary>
        public long Published => Fields.Read("published", Fields.Number);
    }

    /// <summary>The greatest selected ticket of a stratum, with a blinded commitment a commitment to it.</summary>
    public sealed partial class Last : Value
    {
        internal Last(Fields fields) : base(fields) { }

        /// <summary>The stratum.</summary>
        public string Stratum => Fields.Read("stratum", Fields.Text);

        /// <summary>The greatest selected ticket; null if there is none.</summary>
        public string Ticket => Fields.Has("ticket") ? Fields.Read("ticket", Fields.Text) : null;

        /// <summary>The commitment to the greatest selected ticket, with a blinded commitment; null if there is none.</summary>
        public string Commitment => Fields.Has("commitment") ? Fields.Read("commitment", Fields.Text) : null;
    }

    /// <summary>The rows that do not meet a condition, though they meet those before it.</summary>
    public sealed partial class LeftOut : Value
    {
        internal LeftOut(Fields fields) : base(fields) { }

        /// <summary>The condition, in the order in which they are looked at.</summary>
        public Condition Condition => Fields.Read("condition", value => Words.ConditionOf(Fields.Text(value)));

        /// <summary>How many rows.</summary>
        public long Count => Fields.Read("count", Fields.Number);

        /// <summary>How many of them have nothing in that field; left out if none.</summary>
        public long Empty => Fields.Has("empty") ? Fields.Read("empty", Fields.Number) : 0;
    }

    /// <summary>How often an entity may be visited (频次上限).</summary>
    public sealed partial class Limit : Value
    {
        internal Limit(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="id">The id, unique among the limits of the plan and of one task; it is the reason of an exclusion.</param>
        /// <param name="visits">On how many different dates an entity may be visited.</param>
        public Limit(string id, long visits) : base(new Fields().With("id", id).With("visits", visits)) { }

        /// <summary>The id, unique among the limits of the plan and of one task; it is the reason of an exclusion.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>On how many different dates an entity may be visited.</summary>
        public long Visits => Fields.Read("visits", Fields.Number);

        /// <summary>The day from which visits count; by default the first day of the year; null if there is none.</summary>
        public DateTime? From => Fields.Has("from") ? Fields.Read("from", Fields.Date) : (DateTime?)null;

        /// <summary>A copy with another From.</summary>
        /// <param name="from">The day from which visits count; by default the first day of the year.</param>
        public Limit WithFrom(DateTime @from) => new Limit(Fields.With("from", @from));

        /// <summary>The classes for which it is; all if absent.</summary>
        public IReadOnlyList<string> Classes => Fields.List(Fields["classes"], Fields.Text);

        /// <summary>A copy with another Classes.</summary>
        /// <param name="classes">The classes for which it is; all if absent.</param>
        public Limit WithClasses(params string[] classes) => new Limit(Fields.With("classes", classes));

        /// <summary>The departments or levels whose visits count; all if absent.</summary>
        public IReadOnlyList<string> By => Fields.List(Fields["by"], Fields.Text);

        /// <summary>A copy with another By.</summary>
        /// <param name="by">The departments or levels whose visits count; all if absent.</param>
        public Limit WithBy(params string[] @by) => new Limit(Fields.With("by", @by));
    }

    /// <summary>Which level draws and which inspects, such as county and county for 县抽县查.</summary>
    public sealed partial class Mode : Value
    {
        internal Mode(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="drawnBy">The level that draws: province, city, county or other words.</param>
        /// <param name="inspectedBy">The level that inspects: province, city, county or other words.</param>
        public Mode(string drawnBy, string inspectedBy) : base(new Fields().With("drawn_by", drawnBy).With("inspected_by", inspectedBy)) { }

        /// <summary>The level that draws: province, city, county or other words.</summary>
        public string DrawnBy => Fields.Read("drawn_by", Fields.Text);

        /// <summary>The level that inspects: province, city, county or other words.</summary>
        public string InspectedBy => Fields.Read("inspected_by", Fields.Text);
    }

    /// <summary>What a department needs for all tasks.</summary>
    public sealed partial class Need : Value
    {
        internal Need(Fields fields) : base(fields) { }

        /// <summary>The department.</summary>
        public string Department => Fields.Read("department", Fields.Text);

        /// <summary>Its seats in all visits.</summary>
        public long Seats => Fields.Read("seats", Fields.Number);

        /// <summary>Its inspectors on the roster.</summary>
        public long Inspectors => Fields.Read("inspectors", Fields.Number);

        /// <summary>Visits of each inspector on average, rounded up; null if there is none.</summary>
        public long? VisitsEach => Fields.Has("visits_each") ? Fields.Read("visits_each", Fields.Number) : (long?)null;
    }

    /// <summary>What to expect of a draw, before it is sealed.</summary>
    public sealed partial class Outlook : Value
    {
        internal Outlook(Fields fields) : base(fields) { }

        /// <summary>Who is in no task, and why.</summary>
        public IReadOnlyList<InNoTask> InNoTask => Fields.List(Fields["in_no_task"], value => new InNoTask(Fields.Of(value)));

        /// <summary>The departments that have seats.</summary>
        public IReadOnlyList<Need> Needs => Fields.List(Fields["needs"], value => new Need(Fields.Of(value)));

        /// <summary>Who was visited in the year before that of the plan.</summary>
        public IReadOnlyList<Visited> Visited => Fields.List(Fields["visited"], value => new Visited(Fields.Of(value)));
    }

    /// <summary>A measure of an office's own list.</summary>
    public sealed partial class OwnMeasure : Value
    {
        internal OwnMeasure(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="code">Its code.</param>
        /// <param name="name">Its name.</param>
        public OwnMeasure(string code, string name) : base(new Fields().With("code", code).With("name", name)) { }

        /// <summary>Its code.</summary>
        public string Code => Fields.Read("code", Fields.Text);

        /// <summary>Its name.</summary>
        public string Name => Fields.Read("name", Fields.Text);
    }

    /// <summary>An outcome of an office's own list.</summary>
    public sealed partial class OwnOutcome : Value
    {
        internal OwnOutcome(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="code">Its code.</param>
        /// <param name="name">Its name.</param>
        /// <param name="group">What it counts as.</param>
        public OwnOutcome(string code, string name, OutcomeGroup group) : base(new Fields().With("code", code).With("name", name).With("group", group)) { }

        /// <summary>Its code.</summary>
        public string Code => Fields.Read("code", Fields.Text);

        /// <summary>Its name.</summary>
        public string Name => Fields.Read("name", Fields.Text);

        /// <summary>What it counts as.</summary>
        public OutcomeGroup Group => Fields.Read("group", value => Words.OutcomeGroupOf(Fields.Text(value)));
    }

    /// <summary>A part of what falls in a live source.</summary>
    public sealed partial class Part : Value
    {
        internal Part(Fields fields) : base(fields) { }

        /// <summary>How many numbers fall.</summary>
        public long Count => Fields.Read("count", Fields.Number);

        /// <summary>The least number that can fall.</summary>
        public long From => Fields.Read("from", Fields.Number);

        /// <summary>The greatest number that can fall; greater than from.</summary>
        public long To => Fields.Read("to", Fields.Number);

        /// <summary>The numbers are drawn without return and listed in ascending order; left out if they may repeat.</summary>
        public bool IsDistinct => Fields.Has("distinct") && Fields.Flag(Fields["distinct"]);
    }

    /// <summary>The place of a fault.</summary>
    public sealed partial class Place : Value
    {
        internal Place(Fields fields) : base(fields) { }

        /// <summary>The kind of document, such as plan or registry.</summary>
        public string Kind => Fields.Read("kind", Fields.Text);

        /// <summary>The number of the row, from 1; null if there is none.</summary>
        public long? Row => Fields.Has("row") ? Fields.Read("row", Fields.Number) : (long?)null;

        /// <summary>The id of the row, of the entity or inspector, if it could be read.</summary>
        public string Id => Fields.Has("id") ? Fields.Read("id", Fields.Text) : null;

        /// <summary>The JSON path in the document or row.</summary>
        public string Path => Fields.Has("path") ? Fields.Read("path", Fields.Text) : "";
    }

    /// <summary>A contribution to a superseded commitment, with the number of its source.</summary>
    public sealed partial class PlacedContribution : Value
    {
        internal PlacedContribution(Fields fields) : base(fields) { }

        /// <summary>The number of the source, from 0.</summary>
        public long Source => Fields.Read("source", Fields.Number);

        /// <summary>The kind of source.</summary>
        public ContributionKind Kind => Fields.Read("kind", value => Words.ContributionKindOf(Fields.Text(value)));

        /// <summary>The nonce of the commitment; null if there is none.</summary>
        public string Nonce => Fields.Has("nonce") ? Fields.Read("nonce", Fields.Text) : null;

        /// <summary>The chosen value; null if there is none.</summary>
        public string Value => Fields.Has("value") ? Fields.Read("value", Fields.Text) : null;

        /// <summary>What fell.</summary>
        public IReadOnlyList<IReadOnlyList<long>> Numbers => Fields.List(Fields["numbers"], list => Fields.List(list, Fields.Number));

        /// <summary>The signature of the round; null if there is none.</summary>
        public string Signature => Fields.Has("signature") ? Fields.Read("signature", Fields.Text) : null;
    }

    /// <summary>A plan (年度抽查工作计划).</summary>
    public sealed partial class Plan : TextDocument
    {
        internal Plan(byte[] json) : base(json) { }

        /// <summary>The title.</summary>
        public string Title => Fields.Read("title", Fields.Text);

        /// <summary>The authority that draws.</summary>
        public string Authority => Fields.Read("authority", Fields.Text);

        /// <summary>The year.</summary>
        public int Year => Fields.Read("year", Fields.Year);

        /// <summary>The document number (文号); null if there is none.</summary>
        public string DocumentNumber => Fields.Has("document_number") ? Fields.Read("document_number", Fields.Text) : null;

        /// <summary>The period of the inspections; null if there is none.</summary>
        public Window Window => Fields.Has("window") ? Fields.Read("window", value => new Window(Fields.Of(value))) : null;

        /// <summary>The documents on which the plan is based.</summary>
        public IReadOnlyList<string> Basis => Fields.List(Fields["basis"], Fields.Text);

        /// <summary>Two to nine risk classes, the highest risk first; by default high, elevated, general and low.</summary>
        public IReadOnlyList<RiskClass> Classes => Fields.List(Fields["classes"], value => new RiskClass(Fields.Of(value)));

        /// <summary>How often an entity may be visited, by whatever task.</summary>
        public IReadOnlyList<Limit> Limits => Fields.List(Fields["limits"], value => new Limit(Fields.Of(value)));

        /// <summary>The load at which an inspector gets no further seat; null if there is none.</summary>
        public long? MaxLoad => Fields.Has("max_load") ? Fields.Read("max_load", Fields.Number) : (long?)null;

        /// <summary>The tasks, at least one; their order has an effect.</summary>
        public IReadOnlyList<PlanTask> Tasks => Fields.List(Fields["tasks"], value => new PlanTask(Fields.Of(value)));

        /// <summary>Other data of the office.</summary>
        public IReadOnlyDictionary<string, string> Extra => Fields.Read("extra", Fields.Texts);
    }

    /// <summary>A difference between two plans.</summary>
    public sealed partial class PlanChange : Value
    {
        internal PlanChange(Fields fields) : base(fields) { }

        /// <summary>What became of the task or the field.</summary>
        public PlanChangeKind Kind => Fields.Read("kind", value => Words.PlanChangeKindOf(Fields.Text(value)));

        /// <summary>The id of the task; left out if the change is about the plan as a whole.</summary>
        public string Task => Fields.Has("task") ? Fields.Read("task", Fields.Text) : null;

        /// <summary>The name of the task; left out if the change is about the plan as a whole.</summary>
        public string Name => Fields.Has("name") ? Fields.Read("name", Fields.Text) : null;

        /// <summary>The field by its path, such as scope.categories; left out if a task was added or removed.</summary>
        public string Field => Fields.Has("field") ? Fields.Read("field", Fields.Text) : null;

        /// <summary>The change in words, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>The change in words, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");
    }

    /// <summary>The row of the entity in the registry; with a blinded commitment, also its proof.</summary>
    public sealed partial class ProvenEntity : Value
    {
        internal ProvenEntity(Fields fields) : base(fields) { }

        /// <summary>The row, without its salt, and with a blinded commitment without extra.</summary>
        public Entity Row => Fields.Read("row", value => new Entity(Fields.Of(value)));

        /// <summary>What stands for extra in the leaf, with a blinded commitment; left out if the row has none.</summary>
        public string ExtraDigest => Fields.Has("extra_digest") ? Fields.Read("extra_digest", Fields.Text) : null;

        /// <summary>The salt of the leaf, with a blinded commitment; null if there is none.</summary>
        public string Salt => Fields.Has("salt") ? Fields.Read("salt", Fields.Text) : null;

        /// <summary>The position of the leaf in its tree, from 0; null if there is none.</summary>
        public long? Index => Fields.Has("index") ? Fields.Read("index", Fields.Number) : (long?)null;

        /// <summary>The RFC 9162 inclusion proof; left out if the tree has one leaf.</summary>
        public IReadOnlyList<string> Proof => Fields.List(Fields["proof"], Fields.Text);
    }

    /// <summary>A row of the entity in the history; with a blinded commitment, also its proof.</summary>
    public sealed partial class ProvenVisit : Value
    {
        internal ProvenVisit(Fields fields) : base(fields) { }

        /// <summary>The row, without its salt.</summary>
        public Visit Row => Fields.Read("row", value => new Visit(Fields.Of(value)));

        /// <summary>The salt of the leaf, with a blinded commitment; null if there is none.</summary>
        public string Salt => Fields.Has("salt") ? Fields.Read("salt", Fields.Text) : null;

        /// <summary>The position of the leaf in its tree, from 0; null if there is none.</summary>
        public long? Index => Fields.Has("index") ? Fields.Read("index", Fields.Number) : (long?)null;

        /// <summary>The RFC 9162 inclusion proof; left out if the tree has one leaf.</summary>
        public IReadOnlyList<string> Proof => Fields.List(Fields["proof"], Fields.Text);
    }

    /// <summary>The published result of a task.</summary>
    public sealed partial class PublicDraw : Value
    {
        internal PublicDraw(Fields fields) : base(fields) { }

        /// <summary>The id of the task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The greatest selected tickets of the strata, the highest risk first; a stratum without a selected entity is left out.</summary>
        public IReadOnlyList<Last> Last => Fields.List(Fields["last"], value => new Last(Fields.Of(value)));

        /// <summary>The ids of the selected entities, in the order of visits.</summary>
        public IReadOnlyList<string> Selected => Fields.List(Fields["selected"], Fields.Text);
    }

    /// <summary>The public form (公示文本) of a record: the selected entities, and the greatest selected ticket of each stratum.</summary>
    public sealed partial class PublicForm : LargeDocument
    {
        internal PublicForm(Handle handle) : base(handle) { }

        /// <summary>The digest of the record.</summary>
        public string Record => Fields.Read("record", Fields.Text);

        /// <summary>The seed S.</summary>
        public string Seed => Fields.Read("seed", Fields.Text);

        /// <summary>The published result of each task, in the order of the plan.</summary>
        public IReadOnlyList<PublicDraw> Draws => Fields.List(Fields["draws"], value => new PublicDraw(Fields.Of(value)));
    }

    /// <summary>How many entities are drawn, in one of four forms.</summary>
    public sealed partial class Quota : Value
    {
        internal Quota(Fields fields) : base(fields) { }

        /// <summary>The ratio, rounded up; null if there is none.</summary>
        public string AtLeast => Fields.Has("at_least") ? Fields.Read("at_least", Fields.Text) : null;

        /// <summary>The least number; null if there is none.</summary>
        public long? Min => Fields.Has("min") ? Fields.Read("min", Fields.Number) : (long?)null;

        /// <summary>The ratio, rounded down; null if there is none.</summary>
        public string AtMost => Fields.Has("at_most") ? Fields.Read("at_most", Fields.Text) : null;

        /// <summary>The greatest number; null if there is none.</summary>
        public long? Max => Fields.Has("max") ? Fields.Read("max", Fields.Number) : (long?)null;

        /// <summary>The ratio; null if there is none.</summary>
        public string Exactly => Fields.Has("exactly") ? Fields.Read("exactly", Fields.Text) : null;

        /// <summary>The number; null if there is none.</summary>
        public long? Count => Fields.Has("count") ? Fields.Read("count", Fields.Number) : (long?)null;
    }

    /// <summary>The receipt (查验单) of one entity: its own rows, its tickets and, with a blinded commitment, the proofs.</summary>
    public sealed partial class Receipt : TextDocument
    {
        internal Receipt(byte[] json) : base(json) { }

        /// <summary>The digest of the record.</summary>
        public string Record => Fields.Read("record", Fields.Text);

        /// <summary>The id of the entity.</summary>
        public string Entity => Fields.Read("entity", Fields.Text);

        /// <summary>The row of the entity in the registry; left out if it has none.</summary>
        public ProvenEntity Registry => Fields.Has("registry") ? Fields.Read("registry", value => new ProvenEntity(Fields.Of(value))) : null;

        /// <summary>The rows of the entity in the history.</summary>
        public IReadOnlyList<ProvenVisit> History => Fields.List(Fields["history"], value => new ProvenVisit(Fields.Of(value)));
    }

    /// <summary>What a receipt says about one task, with the text for people.</summary>
    public sealed partial class ReceiptStatement : Value
    {
        internal ReceiptStatement(Fields fields) : base(fields) { }

        /// <summary>The id of the task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>What became of the entity.</summary>
        public State State => Fields.Read("state", value => Words.StateOf(Fields.Text(value)));

        /// <summary>The stratum of a framed entity; null if there is none.</summary>
        public string Stratum => Fields.Has("stratum") ? Fields.Read("stratum", Fields.Text) : null;

        /// <summary>The ticket of a framed entity; null if there is none.</summary>
        public string Ticket => Fields.Has("ticket") ? Fields.Read("ticket", Fields.Text) : null;

        /// <summary>The probability of being selected, not reduced: how many are taken of how many; null if there is none.</summary>
        public Fraction Probability => Fields.Has("probability") ? Fields.Read("probability", value => new Fraction(Fields.Of(value))) : null;

        /// <summary>The number among the reserves of its stratum, from 1; null if there is none.</summary>
        public long? Reserve => Fields.Has("reserve") ? Fields.Read("reserve", Fields.Number) : (long?)null;

        /// <summary>Why it was excluded: exempt, or the id of a limit; null if there is none.</summary>
        public string Reason => Fields.Has("reason") ? Fields.Read("reason", Fields.Text) : null;

        /// <summary>The inspectors of its team, in the order of seats.</summary>
        public IReadOnlyList<string> Members => Fields.List(Fields["members"], Fields.Text);

        /// <summary>The numbers of the vacant seats of its team.</summary>
        public IReadOnlyList<long> Vacant => Fields.List(Fields["vacant"], Fields.Number);

        /// <summary>The same in words, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>The same in words, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");
    }

    /// <summary>The report of a verification.</summary>
    public sealed partial class Report : TextDocument
    {
        internal Report(byte[] json) : base(json) { }

        /// <summary>The verdict: other_inputs if nothing failed but that inputs are not those that were sealed, fails if anything else failed, incomplete if none failed but one could not be made, otherwise holds.</summary>
        public Verdict Verdict => Fields.Read("verdict", value => Words.VerdictOf(Fields.Text(value)));

        /// <summary>All checks, with any outcome.</summary>
        public IReadOnlyList<Check> Checks => Fields.List(Fields["checks"], value => new Check(Fields.Of(value)));

        /// <summary>Facts about the strata.</summary>
        public IReadOnlyList<Fact> Facts => Fields.List(Fields["facts"], value => new Fact(Fields.Of(value)));

        /// <summary>The number of outcomes of each source.</summary>
        public IReadOnlyList<SourceOutcomes> Sources => Fields.List(Fields["sources"], value => new SourceOutcomes(Fields.Of(value)));

        /// <summary>Warnings for the reader of the report.</summary>
        public IReadOnlyList<Warning> Warnings => Fields.List(Fields["warnings"], value => new Warning(Fields.Of(value)));

        /// <summary>What must be trusted; never empty.</summary>
        public IReadOnlyList<Trust> Trust => Fields.List(Fields["trust"], value => new Trust(Fields.Of(value)));
    }

    /// <summary>Something that happened after the draw.</summary>
    public sealed partial class Request : Value
    {
        internal Request(Fields fields) : base(fields) { }

        /// <summary>When it was decided.</summary>
        public DateTimeOffset At => Fields.Read("at", Fields.Time);

        /// <summary>Who approved it.</summary>
        public string ApprovedBy => Fields.Read("approved_by", Fields.Text);

        /// <summary>Why.</summary>
        public string Reason => Fields.Read("reason", Fields.Text);

        /// <summary>The kind.</summary>
        public AmendmentKind Kind => Fields.Read("kind", value => Words.AmendmentKindOf(Fields.Text(value)));

        /// <summary>The inspectors.</summary>
        public IReadOnlyList<string> Inspectors => Fields.List(Fields["inspectors"], Fields.Text);

        /// <summary>The seats, in any order.</summary>
        public IReadOnlyList<Seat> Seats => Fields.List(Fields["seats"], value => new Seat(Fields.Of(value)));

        /// <summary>The task; null if there is none.</summary>
        public string Task => Fields.Has("task") ? Fields.Read("task", Fields.Text) : null;

        /// <summary>The entity that cannot be inspected; null if there is none.</summary>
        public string Entity => Fields.Has("entity") ? Fields.Read("entity", Fields.Text) : null;

        /// <summary>The number of the seat, from 0; null if there is none.</summary>
        public long? Seat => Fields.Has("seat") ? Fields.Read("seat", Fields.Number) : (long?)null;

        /// <summary>Who was chosen; null if there is none.</summary>
        public string Inspector => Fields.Has("inspector") ? Fields.Read("inspector", Fields.Text) : null;
    }

    /// <summary>What the inspections of a draw found (检查结果).</summary>
    public sealed partial class Results : TextDocument
    {
        internal Results(byte[] json) : base(json) { }

        /// <summary>The digest of the record.</summary>
        public string Record => Fields.Read("record", Fields.Text);

        /// <summary>Outcomes of the office's own list.</summary>
        public IReadOnlyList<OwnOutcome> OwnOutcomes => Fields.List(Fields["own_outcomes"], value => new OwnOutcome(Fields.Of(value)));

        /// <summary>Measures of the office's own list.</summary>
        public IReadOnlyList<OwnMeasure> OwnMeasures => Fields.List(Fields["own_measures"], value => new OwnMeasure(Fields.Of(value)));

        /// <summary>The inspections.</summary>
        public IReadOnlyList<Inspection> Inspections => Fields.List(Fields["results"], value => new Inspection(Fields.Of(value)));
    }

    /// <summary>Risk classes as strata, and what is taken from each.</summary>
    public sealed partial class Risk : Value
    {
        internal Risk(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        public Risk() : base(new Fields()) { }

        /// <summary>The least ratio of each class.</summary>
        public IReadOnlyDictionary<string, string> Minimum => Fields.Read("minimum", Fields.Texts);

        /// <summary>A copy with another Minimum.</summary>
        /// <param name="minimum">The least ratio of each class.</param>
        public Risk WithMinimum(IReadOnlyDictionary<string, string> minimum) => new Risk(Fields.With("minimum", minimum));

        /// <summary>The greatest ratio of each class.</summary>
        public IReadOnlyDictionary<string, string> Maximum => Fields.Read("maximum", Fields.Texts);

        /// <summary>A copy with another Maximum.</summary>
        /// <param name="maximum">The greatest ratio of each class.</param>
        public Risk WithMaximum(IReadOnlyDictionary<string, string> maximum) => new Risk(Fields.With("maximum", maximum));

        /// <summary>The weight of each class in the allocation; 1 if absent.</summary>
        public IReadOnlyDictionary<string, long> Weights => Fields.Read("weights", Fields.Numbers);

        /// <summary>A copy with another Weights.</summary>
        /// <param name="weights">The weight of each class in the allocation; 1 if absent.</param>
        public Risk WithWeights(IReadOnlyDictionary<string, long> weights) => new Risk(Fields.With("weights", weights));

        /// <summary>The class in which entities without a class are drawn; null if there is none.</summary>
        public string UnratedAs => Fields.Has("unrated_as") ? Fields.Read("unrated_as", Fields.Text) : null;

        /// <summary>A copy with another UnratedAs.</summary>
        /// <param name="unratedAs">The class in which entities without a class are drawn.</param>
        public Risk WithUnratedAs(string unratedAs) => new Risk(Fields.With("unrated_as", unratedAs));
    }

    /// <summary>A risk class of the plan.</summary>
    public sealed partial class RiskClass : Value
    {
        internal RiskClass(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="id">The id.</param>
        /// <param name="name">The name.</param>
        public RiskClass(string id, string name) : base(new Fields().With("id", id).With("name", name)) { }

        /// <summary>The id.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The name.</summary>
        public string Name => Fields.Read("name", Fields.Text);
    }

    /// <summary>The Merkle tree over a list that cannot be empty: registry and frame.</summary>
    public sealed partial class Root : Value
    {
        internal Root(Fields fields) : base(fields) { }

        /// <summary>The root.</summary>
        public string Value => Fields.Read("root", Fields.Text);

        /// <summary>The number of leaves.</summary>
        public long Size => Fields.Read("size", Fields.Number);
    }

    /// <summary>A row in which a later table differs.</summary>
    public sealed partial class RowChange : Value
    {
        internal RowChange(Fields fields) : base(fields) { }

        /// <summary>What became of the row.</summary>
        public RowChangeKind Kind => Fields.Read("kind", value => Words.RowChangeKindOf(Fields.Text(value)));

        /// <summary>The id of the entity or inspector.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>What tells the row apart from all others: the id; of a visit entity, date, task and kind.</summary>
        public string Key => Fields.Read("key", Fields.Text);

        /// <summary>The number of the row in the later table; left out if it is removed.</summary>
        public long? Row => Fields.Has("row") ? Fields.Read("row", Fields.Number) : (long?)null;

        /// <summary>The columns whose values differ, if the row has changed.</summary>
        public IReadOnlyList<string> Columns => Fields.List(Fields["columns"], Fields.Text);
    }

    /// <summary>An entity in a task, before or after the draw.</summary>
    public sealed partial class SampleRow : Value
    {
        internal SampleRow(Fields fields) : base(fields) { }

        /// <summary>The id of the entity.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The id of the task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The stratum; left out if the entity is not in the frame.</summary>
        public string Stratum => Fields.Has("stratum") ? Fields.Read("stratum", Fields.Text) : null;

        /// <summary>The risk class in the registry; left out if there is none, or only the record is known.</summary>
        public string RiskClass => Fields.Has("class") ? Fields.Read("class", Fields.Text) : null;

        /// <summary>What the entity is in the task.</summary>
        public SampleState State => Fields.Read("state", value => Words.SampleStateOf(Fields.Text(value)));

        /// <summary>Why the entity is not in the frame: exempt or the id of a limit, or the first condition that it does not meet; null if there is none.</summary>
        public string Reason => Fields.Has("reason") ? Fields.Read("reason", Fields.Text) : null;

        /// <summary>The probability of being selected, not reduced: how many are taken of how many; null if there is none.</summary>
        public Fraction Probability => Fields.Has("probability") ? Fields.Read("probability", value => new Fraction(Fields.Of(value))) : null;

        /// <summary>The ticket, after the draw; null if there is none.</summary>
        public string Ticket => Fields.Has("ticket") ? Fields.Read("ticket", Fields.Text) : null;

        /// <summary>The place of the ticket in its stratum, from 1, after the draw; null if there is none.</summary>
        public long? Rank => Fields.Has("rank") ? Fields.Read("rank", Fields.Number) : (long?)null;

        /// <summary>The inspectors of a selected entity, in the order of their seats; left out if the task has no team.</summary>
        public IReadOnlyList<string> Team => Fields.List(Fields["team"], Fields.Text);
    }

    /// <summary>Which entities can be drawn for the task.</summary>
    public sealed partial class Scope : Value
    {
        internal Scope(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        public Scope() : base(new Fields()) { }

        /// <summary>The entity has one of these categories.</summary>
        public IReadOnlyList<string> Categories => Fields.List(Fields["categories"], Fields.Text);

        /// <summary>A copy with another Categories.</summary>
        /// <param name="categories">The entity has one of these categories.</param>
        public Scope WithCategories(params string[] categories) => new Scope(Fields.With("categories", categories));

        /// <summary>One of these is a prefix of the entity's district.</summary>
        public IReadOnlyList<string> Districts => Fields.List(Fields["districts"], Fields.Text);

        /// <summary>A copy with another Districts.</summary>
        /// <param name="districts">One of these is a prefix of the entity's district.</param>
        public Scope WithDistricts(params string[] districts) => new Scope(Fields.With("districts", districts));

        /// <summary>One of these is a prefix of the entity's industry.</summary>
        public IReadOnlyList<string> Industries => Fields.List(Fields["industries"], Fields.Text);

        /// <summary>A copy with another Industries.</summary>
        /// <param name="industries">One of these is a prefix of the entity's industry.</param>
        public Scope WithIndustries(params string[] industries) => new Scope(Fields.With("industries", industries));

        /// <summary>The entity was established before this day; null if there is none.</summary>
        public DateTime? EstablishedBefore => Fields.Has("established_before") ? Fields.Read("established_before", Fields.Date) : (DateTime?)null;

        /// <summary>A copy with another EstablishedBefore.</summary>
        /// <param name="establishedBefore">The entity was established before this day.</param>
        public Scope WithEstablishedBefore(DateTime establishedBefore) => new Scope(Fields.With("established_before", establishedBefore));
    }

    /// <summary>How many entities are excluded for one reason.</summary>
    public sealed partial class SealedReason : Value
    {
        internal SealedReason(Fields fields) : base(fields) { }

        /// <summary>Exempt, or the id of a limit of the plan or the task.</summary>
        public string Reason => Fields.Read("reason", Fields.Text);

        /// <summary>How many entities are excluded for it.</summary>
        public long Size => Fields.Read("size", Fields.Number);
    }

    /// <summary>A stratum of a task, with its size and its take.</summary>
    public sealed partial class SealedStratum : Value
    {
        internal SealedStratum(Fields fields) : base(fields) { }

        /// <summary>The risk class, or all.</summary>
        public string Stratum => Fields.Read("stratum", Fields.Text);

        /// <summary>How many entities it has.</summary>
        public long Size => Fields.Read("size", Fields.Number);

        /// <summary>How many entities are taken.</summary>
        public long Take => Fields.Read("take", Fields.Number);
    }

    /// <summary>The sealed sizes and roots of a task.</summary>
    public sealed partial class SealedTask : Value
    {
        internal SealedTask(Fields fields) : base(fields) { }

        /// <summary>The id of the task.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The group of tasks with which it shares its tickets; left out if it has none.</summary>
        public string Coordination => Fields.Has("coordination") ? Fields.Read("coordination", Fields.Text) : null;

        /// <summary>The tree over {id, stratum} of all entities that can be drawn.</summary>
        public Root Frame => Fields.Read("frame", value => new Root(Fields.Of(value)));

        /// <summary>The entities that match the scope but are excluded.</summary>
        public Excluded Excluded => Fields.Read("excluded", value => new Excluded(Fields.Of(value)));

        /// <summary>The strata that are not empty, the highest risk first.</summary>
        public IReadOnlyList<SealedStratum> Strata => Fields.List(Fields["strata"], value => new SealedStratum(Fields.Of(value)));

        /// <summary>The number of entities that cannot get a full team, even without caps; left out if 0.</summary>
        public long ShortTeams => Fields.Has("short") ? Fields.Read("short", Fields.Number) : 0;
    }

    /// <summary>A seat that is left.</summary>
    public sealed partial class Seat : Value
    {
        internal Seat(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="task">The task.</param>
        /// <param name="entity">The entity.</param>
        /// <param name="seat">The number of the seat, from 0.</param>
        public Seat(string task, string entity, long seat) : base(new Fields().With("task", task).With("entity", entity).With("seat", seat)) { }

        /// <summary>The task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The entity.</summary>
        public string Entity => Fields.Read("entity", Fields.Text);

        /// <summary>The number of the seat, from 0.</summary>
        public long Number => Fields.Read("seat", Fields.Number);
    }

    /// <summary>Seats of a team with the same requirements.</summary>
    public sealed partial class SeatGroup : Value
    {
        internal SeatGroup(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="department">The department of the inspectors in these seats.</param>
        /// <param name="count">The number of these seats.</param>
        public SeatGroup(string department, long count) : base(new Fields().With("department", department).With("count", count)) { }

        /// <summary>The department of the inspectors in these seats.</summary>
        public string Department => Fields.Read("department", Fields.Text);

        /// <summary>The number of these seats.</summary>
        public long Count => Fields.Read("count", Fields.Number);

        /// <summary>The role; it has no effect on the draw; null if there is none.</summary>
        public string Role => Fields.Has("role") ? Fields.Read("role", Fields.Text) : null;

        /// <summary>A copy with another Role.</summary>
        /// <param name="role">The role; it has no effect on the draw.</param>
        public SeatGroup WithRole(string role) => new SeatGroup(Fields.With("role", role));

        /// <summary>The skills that an inspector in these seats must have.</summary>
        public IReadOnlyList<string> Skills => Fields.List(Fields["skills"], Fields.Text);

        /// <summary>A copy with another Skills.</summary>
        /// <param name="skills">The skills that an inspector in these seats must have.</param>
        public SeatGroup WithSkills(params string[] skills) => new SeatGroup(Fields.With("skills", skills));

        /// <summary>Whether these seats are for experts.</summary>
        public bool Expert => Fields.Has("expert") && Fields.Flag(Fields["expert"]);

        /// <summary>A copy with another Expert.</summary>
        /// <param name="expert">Whether these seats are for experts.</param>
        public SeatGroup WithExpert(bool expert) => new SeatGroup(Fields.With("expert", expert));
    }

    /// <summary>An entity in the frame of a task that cannot get a full team, whatever is drawn.</summary>
    public sealed partial class ShortTeam : Value
    {
        internal ShortTeam(Fields fields) : base(fields) { }

        /// <summary>The id of the entity.</summary>
        public string Entity => Fields.Read("entity", Fields.Text);

        /// <summary>The numbers of the seats that cannot be filled.</summary>
        public IReadOnlyList<long> Seats => Fields.List(Fields["seats"], Fields.Number);
    }

    /// <summary>A source of the seed, announced before sealing.</summary>
    public sealed partial class Source : Value
    {
        internal Source(Fields fields) : base(fields) { }

        /// <summary>The kind of source.</summary>
        public SourceKind Kind => Fields.Read("kind", value => Words.SourceKindOf(Fields.Text(value)));

        /// <summary>Who controls the source.</summary>
        public By By => Fields.Read("by", value => Words.ByOf(Fields.Text(value)));

        /// <summary>Who or what exactly the source is.</summary>
        public string Name => Fields.Read("name", Fields.Text);

        /// <summary>The commitment of the source: derive("commit", nonce, value); null if there is none.</summary>
        public string Commitment => Fields.Has("commitment") ? Fields.Read("commitment", Fields.Text) : null;

        /// <summary>What falls, in order.</summary>
        public IReadOnlyList<Part> Parts => Fields.List(Fields["parts"], value => new Part(Fields.Of(value)));

        /// <summary>The chain hash of quicknet, annex A; null if there is none.</summary>
        public string Chain => Fields.Has("chain") ? Fields.Read("chain", Fields.Text) : null;

        /// <summary>The number of the round, from 1; null if there is none.</summary>
        public long? Round => Fields.Has("round") ? Fields.Read("round", Fields.Number) : (long?)null;
    }

    /// <summary>The number of outcomes of a source, or the margin of a drand round.</summary>
    public sealed partial class SourceOutcomes : Value
    {
        internal SourceOutcomes(Fields fields) : base(fields) { }

        /// <summary>The number of the source, from 0.</summary>
        public long Source => Fields.Read("source", Fields.Number);

        /// <summary>The number as digits, or 2^53 or more; null if there is none.</summary>
        public string Outcomes => Fields.Has("outcomes") ? Fields.Read("outcomes", Fields.Text) : null;

        /// <summary>By how many seconds a drand round was later than the sealing; null if there is none.</summary>
        public long? Margin => Fields.Has("margin") ? Fields.Read("margin", Fields.Number) : (long?)null;
    }

    /// <summary>How far one stratum has come.</summary>
    public sealed partial class StratumStatus : Value
    {
        internal StratumStatus(Fields fields) : base(fields) { }

        /// <summary>The stratum.</summary>
        public string Stratum => Fields.Read("stratum", Fields.Text);

        /// <summary>Selected entities and used reserves.</summary>
        public long Drawn => Fields.Read("drawn", Fields.Number);

        /// <summary>Entities without a result for which a reserve was used.</summary>
        public long Replaced => Fields.Read("replaced", Fields.Number);

        /// <summary>Entities for which a result is still expected.</summary>
        public long Open => Fields.Read("open", Fields.Number);

        /// <summary>Results without a problem.</summary>
        public long Clear => Fields.Read("clear", Fields.Number);

        /// <summary>Results with a problem.</summary>
        public long Violation => Fields.Read("violation", Fields.Number);

        /// <summary>Entities that could not be reached.</summary>
        public long Unreachable => Fields.Read("unreachable", Fields.Number);

        /// <summary>Entities that refused.</summary>
        public long Refused => Fields.Read("refused", Fields.Number);

        /// <summary>Entities that no longer exist or have no such business.</summary>
        public long Closed => Fields.Read("closed", Fields.Number);

        /// <summary>Results that were published.</summary>
        public long Published => Fields.Read("published", Fields.Number);
    }

    /// <summary>A seat that changes hands.</summary>
    public sealed partial class Substitution : Value
    {
        internal Substitution(Fields fields) : base(fields) { }

        /// <summary>The task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The entity.</summary>
        public string Entity => Fields.Read("entity", Fields.Text);

        /// <summary>The number of the seat, from 0.</summary>
        public long Seat => Fields.Read("seat", Fields.Number);

        /// <summary>Who held the seat.</summary>
        public string Leaves => Fields.Read("leaves", Fields.Text);

        /// <summary>Who takes it; left out if it is vacant now.</summary>
        public string Inspector => Fields.Has("inspector") ? Fields.Read("inspector", Fields.Text) : null;
    }

    /// <summary>An earlier commitment with a task of the same id, which this one replaces.</summary>
    public sealed partial class Superseded : Value
    {
        internal Superseded(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="commitment">The digest of the earlier commitment.</param>
        /// <param name="reason">The reason for replacing it.</param>
        /// <param name="approvedBy">Who approved the replacement.</param>
        public Superseded(string commitment, string reason, string approvedBy) : base(new Fields().With("commitment", commitment).With("reason", reason).With("approved_by", approvedBy)) { }

        /// <summary>The digest of the earlier commitment.</summary>
        public string Commitment => Fields.Read("commitment", Fields.Text);

        /// <summary>The reason for replacing it.</summary>
        public string Reason => Fields.Read("reason", Fields.Text);

        /// <summary>Who approved the replacement.</summary>
        public string ApprovedBy => Fields.Read("approved_by", Fields.Text);

        /// <summary>The digest of its record, if there is one.</summary>
        public string Record => Fields.Has("record") ? Fields.Read("record", Fields.Text) : null;

        /// <summary>A copy with another Record.</summary>
        /// <param name="record">The digest of its record, if there is one.</param>
        public Superseded WithRecord(string record) => new Superseded(Fields.With("record", record));

        /// <summary>The contributions that were already made, if there is no record; in the order of their sources.</summary>
        public IReadOnlyList<PlacedContribution> Contributions => Fields.List(Fields["contributions"], value => new PlacedContribution(Fields.Of(value)));

        /// <summary>A copy with another Contributions.</summary>
        /// <param name="contributions">The contributions that were already made, if there is no record; in the order of their sources.</param>
        public Superseded WithContributions(params PlacedContribution[] contributions) => new Superseded(Fields.With("contributions", contributions));
    }

    /// <summary>A task of the plan (抽查任务).</summary>
    public sealed partial class PlanTask : Value
    {
        internal PlanTask(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="id">The id, unique in the plan.</param>
        /// <param name="name">The name.</param>
        public PlanTask(string id, string name) : base(new Fields().With("id", id).With("name", name)) { }

        /// <summary>The id, unique in the plan.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The name.</summary>
        public string Name => Fields.Read("name", Fields.Text);

        /// <summary>Joint with other departments (部门联合) or internal (内部); null if there is none.</summary>
        public TaskKind? Kind => Fields.Has("kind") ? Fields.Read("kind", value => Words.TaskKindOf(Fields.Text(value))) : (TaskKind?)null;

        /// <summary>A copy with another Kind.</summary>
        /// <param name="kind">Joint with other departments (部门联合) or internal (内部).</param>
        public PlanTask WithKind(TaskKind kind) => new PlanTask(Fields.With("kind", kind));

        /// <summary>Targeted (定向) or untargeted (不定向); null if there is none.</summary>
        public Targeting? Targeting => Fields.Has("targeting") ? Fields.Read("targeting", value => Words.TargetingOf(Fields.Text(value))) : (Targeting?)null;

        /// <summary>A copy with another Targeting.</summary>
        /// <param name="targeting">Targeted (定向) or untargeted (不定向).</param>
        public PlanTask WithTargeting(Targeting targeting) => new PlanTask(Fields.With("targeting", targeting));

        /// <summary>The items that are inspected (抽查事项), in the order of the plan.</summary>
        public IReadOnlyList<string> Items => Fields.List(Fields["items"], Fields.Text);

        /// <summary>A copy with another Items.</summary>
        /// <param name="items">The items that are inspected (抽查事项), in the order of the plan.</param>
        public PlanTask WithItems(params string[] items) => new PlanTask(Fields.With("items", items));

        /// <summary>Which entities can be drawn; null if there is none.</summary>
        public Scope Scope => Fields.Has("scope") ? Fields.Read("scope", value => new Scope(Fields.Of(value))) : null;

        /// <summary>A copy with another Scope.</summary>
        /// <param name="scope">Which entities can be drawn.</param>
        public PlanTask WithScope(Scope scope) => new PlanTask(Fields.With("scope", scope));

        /// <summary>How many entities are drawn; null if there is none.</summary>
        public Quota Quota => Fields.Has("quota") ? Fields.Read("quota", value => new Quota(Fields.Of(value))) : null;

        /// <summary>A copy with another Quota.</summary>
        /// <param name="quota">How many entities are drawn.</param>
        public PlanTask WithQuota(Quota quota) => new PlanTask(Fields.With("quota", quota));

        /// <summary>How often an entity may be visited for this task (频次).</summary>
        public IReadOnlyList<Limit> Limits => Fields.List(Fields["limits"], value => new Limit(Fields.Of(value)));

        /// <summary>A copy with another Limits.</summary>
        /// <param name="limits">How often an entity may be visited for this task (频次).</param>
        public PlanTask WithLimits(params Limit[] limits) => new PlanTask(Fields.With("limits", limits));

        /// <summary>Strata by risk class; null if there is none.</summary>
        public Risk Risk => Fields.Has("risk") ? Fields.Read("risk", value => new Risk(Fields.Of(value))) : null;

        /// <summary>A copy with another Risk.</summary>
        /// <param name="risk">Strata by risk class.</param>
        public PlanTask WithRisk(Risk risk) => new PlanTask(Fields.With("risk", risk));

        /// <summary>The coordination group: its tasks share their tickets; null if there is none.</summary>
        public string Coordination => Fields.Has("coordination") ? Fields.Read("coordination", Fields.Text) : null;

        /// <summary>A copy with another Coordination.</summary>
        /// <param name="coordination">The coordination group: its tasks share their tickets.</param>
        public PlanTask WithCoordination(string coordination) => new PlanTask(Fields.With("coordination", coordination));

        /// <summary>The number of reserves (备选) of each stratum.</summary>
        public long Reserves => Fields.Has("reserves") ? Fields.Read("reserves", Fields.Number) : 0;

        /// <summary>A copy with another Reserves.</summary>
        /// <param name="reserves">The number of reserves (备选) of each stratum.</param>
        public PlanTask WithReserves(long reserves) => new PlanTask(Fields.With("reserves", reserves));

        /// <summary>The team that inspects; absent if no inspectors are drawn.</summary>
        public Team Team => Fields.Has("team") ? Fields.Read("team", value => new Team(Fields.Of(value))) : null;

        /// <summary>A copy with another Team.</summary>
        /// <param name="team">The team that inspects; absent if no inspectors are drawn.</param>
        public PlanTask WithTeam(Team team) => new PlanTask(Fields.With("team", team));

        /// <summary>The period of the inspections (起止时间); null if there is none.</summary>
        public Window Window => Fields.Has("window") ? Fields.Read("window", value => new Window(Fields.Of(value))) : null;

        /// <summary>A copy with another Window.</summary>
        /// <param name="window">The period of the inspections (起止时间).</param>
        public PlanTask WithWindow(Window window) => new PlanTask(Fields.With("window", window));

        /// <summary>The department that leads the task (发起部门); null if there is none.</summary>
        public string Initiator => Fields.Has("initiator") ? Fields.Read("initiator", Fields.Text) : null;

        /// <summary>A copy with another Initiator.</summary>
        /// <param name="initiator">The department that leads the task (发起部门).</param>
        public PlanTask WithInitiator(string initiator) => new PlanTask(Fields.With("initiator", initiator));

        /// <summary>The departments that take part (配合部门).</summary>
        public IReadOnlyList<string> Partners => Fields.List(Fields["partners"], Fields.Text);

        /// <summary>A copy with another Partners.</summary>
        /// <param name="partners">The departments that take part (配合部门).</param>
        public PlanTask WithPartners(params string[] partners) => new PlanTask(Fields.With("partners", partners));

        /// <summary>Who draws and who inspects; null if there is none.</summary>
        public Mode Mode => Fields.Has("mode") ? Fields.Read("mode", value => new Mode(Fields.Of(value))) : null;

        /// <summary>A copy with another Mode.</summary>
        /// <param name="mode">Who draws and who inspects.</param>
        public PlanTask WithMode(Mode mode) => new PlanTask(Fields.With("mode", mode));

        /// <summary>The way of inspecting: on_site, document, network or other words.</summary>
        public IReadOnlyList<string> Methods => Fields.List(Fields["methods"], Fields.Text);

        /// <summary>A copy with another Methods.</summary>
        /// <param name="methods">The way of inspecting: on_site, document, network or other words.</param>
        public PlanTask WithMethods(params string[] methods) => new PlanTask(Fields.With("methods", methods));

        /// <summary>What the plan says about risk classes, in its words; null if there is none.</summary>
        public string RiskNote => Fields.Has("risk_note") ? Fields.Read("risk_note", Fields.Text) : null;

        /// <summary>A copy with another RiskNote.</summary>
        /// <param name="riskNote">What the plan says about risk classes, in its words.</param>
        public PlanTask WithRiskNote(string riskNote) => new PlanTask(Fields.With("risk_note", riskNote));

        /// <summary>Other data of the office.</summary>
        public IReadOnlyDictionary<string, string> Extra => Fields.Read("extra", Fields.Texts);

        /// <summary>A copy with another Extra.</summary>
        /// <param name="extra">Other data of the office.</param>
        public PlanTask WithExtra(IReadOnlyDictionary<string, string> extra) => new PlanTask(Fields.With("extra", extra));
    }

    /// <summary>How far one task has come.</summary>
    public sealed partial class TaskStatus : Value
    {
        internal TaskStatus(Fields fields) : base(fields) { }

        /// <summary>The task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>Selected entities and used reserves.</summary>
        public long Drawn => Fields.Read("drawn", Fields.Number);

        /// <summary>Entities without a result for which a reserve was used.</summary>
        public long Replaced => Fields.Read("replaced", Fields.Number);

        /// <summary>Entities for which a result is still expected.</summary>
        public long Open => Fields.Read("open", Fields.Number);

        /// <summary>Results without a problem.</summary>
        public long Clear => Fields.Read("clear", Fields.Number);

        /// <summary>Results with a problem.</summary>
        public long Violation => Fields.Read("violation", Fields.Number);

        /// <summary>Entities that could not be reached.</summary>
        public long Unreachable => Fields.Read("unreachable", Fields.Number);

        /// <summary>Entities that refused.</summary>
        public long Refused => Fields.Read("refused", Fields.Number);

        /// <summary>Entities that no longer exist or have no such business.</summary>
        public long Closed => Fields.Read("closed", Fields.Number);

        /// <summary>Results that were published.</summary>
        public long Published => Fields.Read("published", Fields.Number);

        /// <summary>Its strata.</summary>
        public IReadOnlyList<StratumStatus> Strata => Fields.List(Fields["strata"], value => new StratumStatus(Fields.Of(value)));

        /// <summary>The entities for which a result is still expected.</summary>
        public IReadOnlyList<string> OpenEntities => Fields.List(Fields["open_entities"], Fields.Text);
    }

    /// <summary>From the registry to the frame of a task, in numbers; every row is counted once.</summary>
    public sealed partial class TaskSummary : Value
    {
        internal TaskSummary(Fields fields) : base(fields) { }

        /// <summary>The id of the task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>How many rows the registry has.</summary>
        public long Registry => Fields.Read("registry", Fields.Number);

        /// <summary>The rows that do not match, by the first condition that they do not meet; left out if there are none.</summary>
        public IReadOnlyList<LeftOut> LeftOut => Fields.List(Fields["left_out"], value => new LeftOut(Fields.Of(value)));

        /// <summary>How many rows match: the frame and the excluded.</summary>
        public long InScope => Fields.Read("in_scope", Fields.Number);

        /// <summary>The excluded rows, by reason; left out if there are none.</summary>
        public IReadOnlyList<SealedReason> Excluded => Fields.List(Fields["excluded"], value => new SealedReason(Fields.Of(value)));

        /// <summary>How many rows the frame has.</summary>
        public long Frame => Fields.Read("frame", Fields.Number);

        /// <summary>The rows of the frame without a class; left out if there are none, or classes play no part.</summary>
        public Unrated Unrated => Fields.Has("unrated") ? Fields.Read("unrated", value => new Unrated(Fields.Of(value))) : null;

        /// <summary>The strata of the frame, with their takes.</summary>
        public IReadOnlyList<SealedStratum> Strata => Fields.List(Fields["strata"], value => new SealedStratum(Fields.Of(value)));

        /// <summary>How many are taken in all.</summary>
        public long Take => Fields.Read("take", Fields.Number);

        /// <summary>How many reserves are listed in all; left out if none.</summary>
        public long? Reserves => Fields.Has("reserves") ? Fields.Read("reserves", Fields.Number) : (long?)null;
    }

    /// <summary>The team that inspects each selected entity of the task.</summary>
    public sealed partial class Team : Value
    {
        internal Team(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="seats">The seats: at most 20, at least two of them and the first one not for experts.</param>
        public Team(params SeatGroup[] seats) : base(new Fields().With("seats", seats)) { }

        /// <summary>The seats: at most 20, at least two of them and the first one not for experts.</summary>
        public IReadOnlyList<SeatGroup> Seats => Fields.List(Fields["seats"], value => new SeatGroup(Fields.Of(value)));

        /// <summary>Whether the first seat needs an inspector with lead.</summary>
        public bool LeadRequired => Fields.Has("lead_required") && Fields.Flag(Fields["lead_required"]);

        /// <summary>A copy with another LeadRequired.</summary>
        /// <param name="leadRequired">Whether the first seat needs an inspector with lead.</param>
        public Team WithLeadRequired(bool leadRequired) => new Team(Fields.With("lead_required", leadRequired));

        /// <summary>Whether members must be from the district of the entity, or from another one; null if there is none.</summary>
        public DistrictRule? District => Fields.Has("district") ? Fields.Read("district", value => Words.DistrictRuleOf(Fields.Text(value))) : (DistrictRule?)null;

        /// <summary>A copy with another District.</summary>
        /// <param name="district">Whether members must be from the district of the entity, or from another one.</param>
        public Team WithDistrict(DistrictRule district) => new Team(Fields.With("district", district));

        /// <summary>The day from which earlier visits of the entity keep an inspector from it; null if there is none.</summary>
        public DateTime? RotationFrom => Fields.Has("rotation_from") ? Fields.Read("rotation_from", Fields.Date) : (DateTime?)null;

        /// <summary>A copy with another RotationFrom.</summary>
        /// <param name="rotationFrom">The day from which earlier visits of the entity keep an inspector from it.</param>
        public Team WithRotationFrom(DateTime rotationFrom) => new Team(Fields.With("rotation_from", rotationFrom));
    }

    /// <summary>A statement that no check can establish.</summary>
    public sealed partial class Trust : Value
    {
        internal Trust(Fields fields) : base(fields) { }

        /// <summary>The id of the statement.</summary>
        public string Id => Fields.Read("id", Fields.Text);

        /// <summary>The statement in words, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>The statement in words, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");
    }

    /// <summary>Rows without a class, and the class as which they count.</summary>
    public sealed partial class Unrated : Value
    {
        internal Unrated(Fields fields) : base(fields) { }

        /// <summary>How many rows.</summary>
        public long Count => Fields.Read("count", Fields.Number);

        /// <summary>The class as which they count.</summary>
        public string RiskClass => Fields.Read("class", Fields.Text);
    }

    /// <summary>A row of the history (检查历史): an inspection that was carried out.</summary>
    public sealed partial class Visit : Value
    {
        internal Visit(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="entity">The id of the inspected entity.</param>
        /// <param name="task">The id of the task.</param>
        /// <param name="date">The day of the inspection.</param>
        public Visit(string entity, string task, DateTime date) : base(new Fields().With("entity", entity).With("task", task).With("date", date)) { }

        /// <summary>The id of the inspected entity.</summary>
        public string Entity => Fields.Read("entity", Fields.Text);

        /// <summary>The id of the task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>The day of the inspection.</summary>
        public DateTime Date => Fields.Read("date", Fields.Date);

        /// <summary>Planned, or case: after a complaint, a transfer or similar, which counts for no limit; null if there is none.</summary>
        public VisitKind? Kind => Fields.Has("kind") ? Fields.Read("kind", value => Words.VisitKindOf(Fields.Text(value))) : (VisitKind?)null;

        /// <summary>A copy with another Kind.</summary>
        /// <param name="kind">Planned, or case: after a complaint, a transfer or similar, which counts for no limit.</param>
        public Visit WithKind(VisitKind kind) => new Visit(Fields.With("kind", kind));

        /// <summary>The departments or levels that visited, a set.</summary>
        public IReadOnlyList<string> By => Fields.List(Fields["by"], Fields.Text);

        /// <summary>A copy with another By.</summary>
        /// <param name="by">The departments or levels that visited, a set.</param>
        public Visit WithBy(params string[] @by) => new Visit(Fields.With("by", @by));

        /// <summary>The inspectors who visited, a set.</summary>
        public IReadOnlyList<string> Inspectors => Fields.List(Fields["inspectors"], Fields.Text);

        /// <summary>A copy with another Inspectors.</summary>
        /// <param name="inspectors">The inspectors who visited, a set.</param>
        public Visit WithInspectors(params string[] inspectors) => new Visit(Fields.With("inspectors", inspectors));
    }

    /// <summary>Entities of a frame that were visited in the year before.</summary>
    public sealed partial class Visited : Value
    {
        internal Visited(Fields fields) : base(fields) { }

        /// <summary>The task.</summary>
        public string Task => Fields.Read("task", Fields.Text);

        /// <summary>How many entities its frame has.</summary>
        public long Frame => Fields.Read("frame", Fields.Number);

        /// <summary>How many of them have a row in the history dated in the year before.</summary>
        public long Count => Fields.Read("count", Fields.Number);
    }

    /// <summary>A warning for the reader of the report.</summary>
    public sealed partial class Warning : Value
    {
        internal Warning(Fields fields) : base(fields) { }

        /// <summary>The code of the warning.</summary>
        public string Code => Fields.Read("code", Fields.Text);

        /// <summary>The warning in words, in English.</summary>
        public string Message => Fields.Message("message", "en");

        /// <summary>The warning in words, in Chinese.</summary>
        public string MessageZh => Fields.Message("message", "zh");
    }

    /// <summary>A period: from is not after to, and both days are included.</summary>
    public sealed partial class Window : Value
    {
        internal Window(Fields fields) : base(fields) { }

        /// <summary>Makes one with what it must have; it is checked where it is used.</summary>
        /// <param name="from">The first day.</param>
        /// <param name="to">The last day.</param>
        public Window(DateTime @from, DateTime to) : base(new Fields().With("from", @from).With("to", to)) { }

        /// <summary>The first day.</summary>
        public DateTime From => Fields.Read("from", Fields.Date);

        /// <summary>The last day.</summary>
        public DateTime To => Fields.Read("to", Fields.Date);
    }

    /// <summary>The kind.</summary>
    public enum AmendmentKind
    {
        /// <summary>In JSON <c>away</c>.</summary>
        Away,
        /// <summary>In JSON <c>back</c>.</summary>
        Back,
        /// <summary>In JSON <c>substitute</c>.</summary>
        Substitute,
        /// <summary>In JSON <c>reserve</c>.</summary>
        Reserve,
        /// <summary>In JSON <c>by_hand</c>.</summary>
        ByHand,
    }

    /// <summary>Who controls the source.</summary>
    public enum By
    {
        /// <summary>In JSON <c>office</c>.</summary>
        Office,
        /// <summary>In JSON <c>witness</c>.</summary>
        Witness,
        /// <summary>In JSON <c>public</c>.</summary>
        Public,
    }

    /// <summary>The condition, in the order in which they are looked at.</summary>
    public enum Condition
    {
        /// <summary>In JSON <c>status</c>.</summary>
        Status,
        /// <summary>In JSON <c>categories</c>.</summary>
        Categories,
        /// <summary>In JSON <c>districts</c>.</summary>
        Districts,
        /// <summary>In JSON <c>industries</c>.</summary>
        Industries,
        /// <summary>In JSON <c>established_before</c>.</summary>
        EstablishedBefore,
    }

    /// <summary>The kind of source.</summary>
    public enum ContributionKind
    {
        /// <summary>In JSON <c>committed</c>.</summary>
        Committed,
        /// <summary>In JSON <c>live</c>.</summary>
        Live,
        /// <summary>In JSON <c>drand</c>.</summary>
        Drand,
    }

    /// <summary>Whether members must be from the district of the entity, or from another one.</summary>
    public enum DistrictRule
    {
        /// <summary>In JSON <c>same</c>.</summary>
        Same,
        /// <summary>In JSON <c>other</c>.</summary>
        Other,
    }

    /// <summary>The hash suite: SHA-256 or SM3.</summary>
    public enum Hash
    {
        /// <summary>In JSON <c>sha256</c>.</summary>
        Sha256,
        /// <summary>In JSON <c>sm3</c>.</summary>
        Sm3,
    }

    /// <summary>The outcome.</summary>
    public enum Outcome
    {
        /// <summary>In JSON <c>established</c>.</summary>
        Established,
        /// <summary>In JSON <c>failed</c>.</summary>
        Failed,
        /// <summary>In JSON <c>not_checked</c>.</summary>
        NotChecked,
        /// <summary>In JSON <c>on_trust</c>.</summary>
        OnTrust,
    }

    /// <summary>What it counts as.</summary>
    public enum OutcomeGroup
    {
        /// <summary>In JSON <c>clear</c>.</summary>
        Clear,
        /// <summary>In JSON <c>violation</c>.</summary>
        Violation,
        /// <summary>In JSON <c>unreachable</c>.</summary>
        Unreachable,
        /// <summary>In JSON <c>refused</c>.</summary>
        Refused,
        /// <summary>In JSON <c>closed</c>.</summary>
        Closed,
    }

    /// <summary>What became of the task or the field.</summary>
    public enum PlanChangeKind
    {
        /// <summary>In JSON <c>task_added</c>.</summary>
        TaskAdded,
        /// <summary>In JSON <c>task_removed</c>.</summary>
        TaskRemoved,
        /// <summary>In JSON <c>added</c>.</summary>
        Added,
        /// <summary>In JSON <c>removed</c>.</summary>
        Removed,
        /// <summary>In JSON <c>changed</c>.</summary>
        Changed,
        /// <summary>In JSON <c>order</c>.</summary>
        Order,
    }

    /// <summary>What became of the row.</summary>
    public enum RowChangeKind
    {
        /// <summary>In JSON <c>added</c>.</summary>
        Added,
        /// <summary>In JSON <c>removed</c>.</summary>
        Removed,
        /// <summary>In JSON <c>changed</c>.</summary>
        Changed,
    }

    /// <summary>What the entity is in the task.</summary>
    public enum SampleState
    {
        /// <summary>In JSON <c>selected</c>.</summary>
        Selected,
        /// <summary>In JSON <c>reserve</c>.</summary>
        Reserve,
        /// <summary>In JSON <c>in_frame</c>.</summary>
        InFrame,
        /// <summary>In JSON <c>excluded</c>.</summary>
        Excluded,
        /// <summary>In JSON <c>out_of_scope</c>.</summary>
        OutOfScope,
    }

    /// <summary>How serious it is: an error cannot be sealed, a warning should be looked at, a note is only to know.</summary>
    public enum Severity
    {
        /// <summary>In JSON <c>error</c>.</summary>
        Error,
        /// <summary>In JSON <c>warning</c>.</summary>
        Warning,
        /// <summary>In JSON <c>note</c>.</summary>
        Note,
    }

    /// <summary>The kind of source.</summary>
    public enum SourceKind
    {
        /// <summary>In JSON <c>committed</c>.</summary>
        Committed,
        /// <summary>In JSON <c>live</c>.</summary>
        Live,
        /// <summary>In JSON <c>drand</c>.</summary>
        Drand,
    }

    /// <summary>What became of the entity: selected, reserve and not_selected were in the frame; excluded matched the scope; absent has no row in the registry.</summary>
    public enum State
    {
        /// <summary>In JSON <c>selected</c>.</summary>
        Selected,
        /// <summary>In JSON <c>reserve</c>.</summary>
        Reserve,
        /// <summary>In JSON <c>not_selected</c>.</summary>
        NotSelected,
        /// <summary>In JSON <c>excluded</c>.</summary>
        Excluded,
        /// <summary>In JSON <c>inactive</c>.</summary>
        Inactive,
        /// <summary>In JSON <c>out_of_scope</c>.</summary>
        OutOfScope,
        /// <summary>In JSON <c>absent</c>.</summary>
        Absent,
    }

    /// <summary>Whether the entity can be drawn.</summary>
    public enum Status
    {
        /// <summary>In JSON <c>active</c>.</summary>
        Active,
        /// <summary>In JSON <c>inactive</c>.</summary>
        Inactive,
    }

    /// <summary>Targeted (定向) or untargeted (不定向).</summary>
    public enum Targeting
    {
        /// <summary>In JSON <c>targeted</c>.</summary>
        Targeted,
        /// <summary>In JSON <c>untargeted</c>.</summary>
        Untargeted,
    }

    /// <summary>Joint with other departments (部门联合) or internal (内部).</summary>
    public enum TaskKind
    {
        /// <summary>In JSON <c>joint</c>.</summary>
        Joint,
        /// <summary>In JSON <c>internal</c>.</summary>
        Internal,
    }

    /// <summary>The verdict: other_inputs if nothing failed but that inputs are not those that were sealed, fails if anything else failed, incomplete if none failed but one could not be made, otherwise holds.</summary>
    public enum Verdict
    {
        /// <summary>In JSON <c>holds</c>.</summary>
        Holds,
        /// <summary>In JSON <c>incomplete</c>.</summary>
        Incomplete,
        /// <summary>In JSON <c>other_inputs</c>.</summary>
        OtherInputs,
        /// <summary>In JSON <c>fails</c>.</summary>
        Fails,
    }

    /// <summary>Planned, or case: after a complaint, a transfer or similar, which counts for no limit.</summary>
    public enum VisitKind
    {
        /// <summary>In JSON <c>planned</c>.</summary>
        Planned,
        /// <summary>In JSON <c>case</c>.</summary>
        Case,
    }

    /// <summary>The words that documents write for the constants of enums.</summary>
    public static partial class Words
    {
        private static readonly string[] amendmentKindWords = { "away", "back", "substitute", "reserve", "by_hand" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this AmendmentKind value) => amendmentKindWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static AmendmentKind AmendmentKindOf(string word) => (AmendmentKind)IndexOf(amendmentKindWords, word);

        private static readonly string[] byWords = { "office", "witness", "public" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this By value) => byWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static By ByOf(string word) => (By)IndexOf(byWords, word);

        private static readonly string[] conditionWords = { "status", "categories", "districts", "industries", "established_before" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this Condition value) => conditionWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static Condition ConditionOf(string word) => (Condition)IndexOf(conditionWords, word);

        private static readonly string[] contributionKindWords = { "committed", "live", "drand" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this ContributionKind value) => contributionKindWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static ContributionKind ContributionKindOf(string word) => (ContributionKind)IndexOf(contributionKindWords, word);

        private static readonly string[] districtRuleWords = { "same", "other" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this DistrictRule value) => districtRuleWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static DistrictRule DistrictRuleOf(string word) => (DistrictRule)IndexOf(districtRuleWords, word);

        private static readonly string[] hashWords = { "sha256", "sm3" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this Hash value) => hashWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static Hash HashOf(string word) => (Hash)IndexOf(hashWords, word);

        private static readonly string[] outcomeWords = { "established", "failed", "not_checked", "on_trust" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this Outcome value) => outcomeWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static Outcome OutcomeOf(string word) => (Outcome)IndexOf(outcomeWords, word);

        private static readonly string[] outcomeGroupWords = { "clear", "violation", "unreachable", "refused", "closed" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this OutcomeGroup value) => outcomeGroupWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static OutcomeGroup OutcomeGroupOf(string word) => (OutcomeGroup)IndexOf(outcomeGroupWords, word);

        private static readonly string[] planChangeKindWords = { "task_added", "task_removed", "added", "removed", "changed", "order" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this PlanChangeKind value) => planChangeKindWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static PlanChangeKind PlanChangeKindOf(string word) => (PlanChangeKind)IndexOf(planChangeKindWords, word);

        private static readonly string[] rowChangeKindWords = { "added", "removed", "changed" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this RowChangeKind value) => rowChangeKindWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static RowChangeKind RowChangeKindOf(string word) => (RowChangeKind)IndexOf(rowChangeKindWords, word);

        private static readonly string[] sampleStateWords = { "selected", "reserve", "in_frame", "excluded", "out_of_scope" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this SampleState value) => sampleStateWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static SampleState SampleStateOf(string word) => (SampleState)IndexOf(sampleStateWords, word);

        private static readonly string[] severityWords = { "error", "warning", "note" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this Severity value) => severityWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static Severity SeverityOf(string word) => (Severity)IndexOf(severityWords, word);

        private static readonly string[] sourceKindWords = { "committed", "live", "drand" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this SourceKind value) => sourceKindWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static SourceKind SourceKindOf(string word) => (SourceKind)IndexOf(sourceKindWords, word);

        private static readonly string[] stateWords = { "selected", "reserve", "not_selected", "excluded", "inactive", "out_of_scope", "absent" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this State value) => stateWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static State StateOf(string word) => (State)IndexOf(stateWords, word);

        private static readonly string[] statusWords = { "active", "inactive" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this Status value) => statusWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static Status StatusOf(string word) => (Status)IndexOf(statusWords, word);

        private static readonly string[] targetingWords = { "targeted", "untargeted" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this Targeting value) => targetingWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static Targeting TargetingOf(string word) => (Targeting)IndexOf(targetingWords, word);

        private static readonly string[] taskKindWords = { "joint", "internal" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this TaskKind value) => taskKindWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static TaskKind TaskKindOf(string word) => (TaskKind)IndexOf(taskKindWords, word);

        private static readonly string[] verdictWords = { "holds", "incomplete", "other_inputs", "fails" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this Verdict value) => verdictWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static Verdict VerdictOf(string word) => (Verdict)IndexOf(verdictWords, word);

        private static readonly string[] visitKindWords = { "planned", "case" };

        /// <summary>The word that documents write.</summary>
        /// <param name="value">The constant.</param>
        public static string Word(this VisitKind value) => visitKindWords[(int)value];

        /// <summary>The constant of a word.</summary>
        /// <param name="word">The word.</param>
        public static VisitKind VisitKindOf(string word) => (VisitKind)IndexOf(visitKindWords, word);

        internal static string Of(Enum value)
        {
            if (value is AmendmentKind)
            {
                return ((AmendmentKind)value).Word();
            }
            if (value is By)
            {
                return ((By)value).Word();
            }
            if (value is Condition)
            {
                return ((Condition)value).Word();
            }
            if (value is ContributionKind)
            {
                return ((ContributionKind)value).Word();
            }
            if (value is DistrictRule)
            {
                return ((DistrictRule)value).Word();
            }
            if (value is Hash)
            {
                return ((Hash)value).Word();
            }
            if (value is Outcome)
            {
                return ((Outcome)value).Word();
            }
            if (value is OutcomeGroup)
            {
                return ((OutcomeGroup)value).Word();
            }
            if (value is PlanChangeKind)
            {
                return ((PlanChangeKind)value).Word();
            }
            if (value is RowChangeKind)
            {
                return ((RowChangeKind)value).Word();
            }
            if (value is SampleState)
            {
                return ((SampleState)value).Word();
            }
            if (value is Severity)
            {
                return ((Severity)value).Word();
            }
            if (value is SourceKind)
            {
                return ((SourceKind)value).Word();
            }
            if (value is State)
            {
                return ((State)value).Word();
            }
            if (value is Status)
            {
                return ((Status)value).Word();
            }
            if (value is Targeting)
            {
                return ((Targeting)value).Word();
            }
            if (value is TaskKind)
            {
                return ((TaskKind)value).Word();
            }
            if (value is Verdict)
            {
                return ((Verdict)value).Word();
            }
            if (value is VisitKind)
            {
                return ((VisitKind)value).Word();
            }
            throw new ArgumentException("not a word of a document", nameof(value));
        }
    }
}
