// Code generated from crates/suiji/schema by bindings/values. DO NOT EDIT.

package suiji

// AmendedState is who holds which seat after a draw and its amendments.
type AmendedState struct {
	// The tasks, in the order of the plan.
	Tasks []AmendedTask `json:"tasks,omitzero"`
	// The inspectors who are away, by id; left out if there are none.
	Away []string `json:"away,omitzero"`
	// How many seats each inspector of a team holds in the whole draw, as a load counts them.
	Held map[string]int64 `json:"held,omitzero"`
}

// AmendedTask is the teams of a task as they are now.
type AmendedTask struct {
	// The id of the task.
	Task string `json:"task"`
	// The teams of the selected entities in their order, then those of the used reserves in the order of use.
	Teams []AmendedTeam `json:"teams,omitzero"`
}

// AmendedTeam is the team of an entity as it is now; without seats if the task has no teams.
type AmendedTeam struct {
	// The id of the entity.
	Entity string `json:"entity"`
	// The inspectors in the order of seats, vacant seats left out.
	Members []string `json:"members,omitzero"`
	// The numbers of the vacant seats, ascending.
	Vacant []int64 `json:"vacant,omitzero"`
	// The lead, if there is one.
	Lead string `json:"lead,omitzero"`
	// The task whose team this is.
	Joins string `json:"joins,omitzero"`
	// The entity is a used reserve; left out if not.
	Reserve bool `json:"reserve,omitzero"`
	// The entity could not be inspected, and a reserve is visited in addition; left out if not.
	Replaced bool `json:"replaced,omitzero"`
}

// Amendment is one amendment.
type Amendment struct {
	// The digest of the amendment before it; of the first, that of the record.
	Previous string `json:"previous"`
	// When it was decided.
	At Time `json:"at"`
	// Who approved it.
	ApprovedBy string `json:"approved_by"`
	// Why.
	Reason string `json:"reason"`
	// The kind.
	Kind AmendmentKind `json:"kind"`
	// The inspectors, sorted by id.
	Inspectors []string `json:"inspectors,omitzero"`
	// The seats, in the order of tasks, of their lists and of seats.
	Seats []Substitution `json:"seats,omitzero"`
	// The task.
	Task string `json:"task,omitzero"`
	// The entity that cannot be inspected.
	Entity string `json:"entity,omitzero"`
	// The reserve that is visited in addition.
	Reserve string `json:"reserve,omitzero"`
	// Who visits the reserve, in the order of seats.
	Members []string `json:"members,omitzero"`
	// The numbers of the vacant seats, from 0.
	Vacant []int64 `json:"vacant,omitzero"`
	// The task whose team this is.
	Joins string `json:"joins,omitzero"`
	// The number of the seat, from 0.
	Seat *int64 `json:"seat,omitzero"`
	// Who was chosen.
	Inspector string `json:"inspector,omitzero"`
}

// Amendments is what was changed after a draw (变更), in the order in which it was decided.
type Amendments struct {
	// The format of the document: suiji-v1.
	Spec string `json:"spec"`
	// The digest of the record that is amended.
	Record string `json:"record"`
	// The amendments.
	Amendments []Amendment `json:"amendments,omitzero"`
}

// Ceremony is what the office decides for a sealing, in addition to plan, registry, roster and history.
type Ceremony struct {
	// The hash suite; sha256 if left out.
	Hash Hash `json:"hash,omitzero"`
	// The sources, in their order.
	Sources []Source `json:"sources,omitzero"`
	// The digest of the previous commitment of the authority, for any plan; only its first commitment has none.
	Previous string `json:"previous,omitzero"`
	// Earlier commitments whose draws stay valid, the oldest first.
	Follows []Followed `json:"follows,omitzero"`
	// Earlier commitments that this one replaces, the oldest first.
	Supersedes []Superseded `json:"supersedes,omitzero"`
	// The secret of a blinded commitment; only the office and auditors may see it.
	Secret string `json:"secret,omitzero"`
	// The time of sealing, if the office sets it.
	SealedAt Time `json:"sealed_at,omitzero"`
}

// Check is one check of a verification, with its outcome.
type Check struct {
	// The id of the check, such as record.seed.
	ID string `json:"id"`
	// The rule that is checked.
	Rule string `json:"rule"`
	// The id of the task, if the check is about one.
	Task string `json:"task,omitzero"`
	// The name of the source, if the check is about one.
	Source string `json:"source,omitzero"`
	// The place in the document as a JSON path, such as $.draws[0].key.
	Path string `json:"path"`
	// The outcome.
	Outcome Outcome `json:"outcome"`
	// What was expected; only if the check failed.
	Expected string `json:"expected,omitzero"`
	// What was found; only if the check failed.
	Found string `json:"found,omitzero"`
	// What was missing; only if the check could not be made.
	Missing string `json:"missing,omitzero"`
	// The outcome in words.
	Message Message `json:"message"`
}

// Code is an entry of the tables of annexes C and D of the specification.
type Code struct {
	// The stable id.
	ID string `json:"id"`
	// What has this id.
	What string `json:"what"`
	// The rule that it is about; empty if it is a limit of this library.
	Rule string `json:"rule"`
	// The text, with {names} for the details.
	Message Message `json:"message"`
}

// Commitment is the commitment (封存单), made before the seed is known; empty fields and defaults are not written out.
type Commitment struct {
	// The format of the document: suiji-v1.
	Spec string `json:"spec"`
	// The hash suite.
	Hash Hash `json:"hash"`
	// The time of sealing, as stated by the office.
	SealedAt Time `json:"sealed_at"`
	// The authority of the plan.
	Authority string `json:"authority"`
	// The year of the plan.
	Year int `json:"year"`
	// Whether leaves have salts; left out if they have none.
	Blinded bool `json:"blinded,omitzero"`
	// The digest of the plan.
	Plan string `json:"plan"`
	// The tree over the registry.
	Registry Root `json:"registry"`
	// The tree over the roster.
	Roster Root `json:"roster"`
	// The tree over the history.
	History Root `json:"history"`
	// The tasks, in the order of the plan.
	Tasks []SealedTask `json:"tasks,omitzero"`
	// The sources, in their order.
	Sources []Source `json:"sources,omitzero"`
	// The digest of the previous commitment of the authority, for any plan; only its first commitment has none.
	Previous string `json:"previous,omitzero"`
	// Earlier commitments whose draws stay valid, the oldest first.
	Follows []Followed `json:"follows,omitzero"`
	// Earlier commitments that this one replaces, the oldest first.
	Supersedes []Superseded `json:"supersedes,omitzero"`
}

// Contribution is a contribution.
type Contribution struct {
	// The kind of source.
	Kind ContributionKind `json:"kind"`
	// The nonce of the commitment.
	Nonce string `json:"nonce,omitzero"`
	// The chosen value.
	Value string `json:"value,omitzero"`
	// What fell.
	Numbers [][]int64 `json:"numbers,omitzero"`
	// The signature of the round.
	Signature string `json:"signature,omitzero"`
}

// Contributions is the contributions to one commitment, kept before the draw.
type Contributions struct {
	// The format of the document: suiji-v1.
	Spec string `json:"spec"`
	// The digest of the commitment for which they are made.
	Commitment string `json:"commitment"`
	// The contributions, in the order of the sources.
	Contributions []Contribution `json:"contributions,omitzero"`
}

// Counts is all tasks together.
type Counts struct {
	// Selected entities and used reserves.
	Drawn int64 `json:"drawn"`
	// Entities without a result for which a reserve was used.
	Replaced int64 `json:"replaced"`
	// Entities for which a result is still expected.
	Open int64 `json:"open"`
	// Results without a problem.
	Clear int64 `json:"clear"`
	// Results with a problem.
	Violation int64 `json:"violation"`
	// Entities that could not be reached.
	Unreachable int64 `json:"unreachable"`
	// Entities that refused.
	Refused int64 `json:"refused"`
	// Entities that no longer exist or have no such business.
	Closed int64 `json:"closed"`
	// Results that were published.
	Published int64 `json:"published"`
}

// Draw is the result of a task (抽取).
type Draw struct {
	// The id of the task.
	Task string `json:"task"`
	// The draw key K.
	Key string `json:"key"`
	// The selected entities, in the order of visits.
	Selected []DrawnEntity `json:"selected,omitzero"`
	// The reserves (备选), by stratum.
	Reserves []DrawnEntity `json:"reserves,omitzero"`
	// The teams, in the order of selected; only if the task has a team.
	Teams []DrawnTeam `json:"teams,omitzero"`
}

// RecordDocument is the record of a draw (抽取记录); empty fields are not written out.
type RecordDocument struct {
	// The format of the document: suiji-v1.
	Spec string `json:"spec"`
	// The commitment.
	Commitment Commitment `json:"commitment"`
	// The contributions, in the order of the sources.
	Contributions []Contribution `json:"contributions,omitzero"`
	// The seed S.
	Seed string `json:"seed"`
	// The result of each task, in the order of the plan.
	Draws []Draw `json:"draws,omitzero"`
}

// DrawnEntity is a selected entity or a reserve.
type DrawnEntity struct {
	// The id of the entity.
	ID string `json:"id"`
	// The stratum of the entity.
	Stratum string `json:"stratum"`
	// The ticket of the entity.
	Ticket string `json:"ticket"`
}

// DrawnTeam is the team of a selected entity.
type DrawnTeam struct {
	// The id of the entity.
	Entity string `json:"entity"`
	// The members, in the order of seats; vacant seats are left out.
	Members []string `json:"members,omitzero"`
	// The numbers of the vacant seats, from 0.
	Vacant []int64 `json:"vacant,omitzero"`
	// The earlier task whose team this is.
	Joins string `json:"joins,omitzero"`
}

// Entity is a row of the registry (检查对象名录库).
type Entity struct {
	// The id, normally the unified social credit code, GB 32100-2015.
	ID string `json:"id"`
	// The name.
	Name string `json:"name"`
	// The risk class; absent if the entity is not rated.
	Class string `json:"class,omitzero"`
	// The categories, a set.
	Categories []string `json:"categories,omitzero"`
	// The administrative division, GB/T 2260.
	District string `json:"district,omitzero"`
	// The industry code, GB/T 4754.
	Industry string `json:"industry,omitzero"`
	// Whether the entity can be drawn.
	Status Status `json:"status,omitzero"`
	// The day on which the entity was established.
	Established Date `json:"established,omitzero"`
	// Why the entity is exempt from the draw (免检).
	Exempt string `json:"exempt,omitzero"`
	// The tasks from which alone the entity is exempt, a set; all if absent.
	ExemptFrom []string `json:"exempt_from,omitzero"`
	// Other columns of the office.
	Extra map[string]string `json:"extra,omitzero"`
}

// Excluded is the tree over {id, reason} of all entities that match the scope but are excluded, and their number for each reason.
type Excluded struct {
	// The root.
	Root string `json:"root"`
	// The number of leaves.
	Size int64 `json:"size"`
	// The reasons of the entities, in the order in which they apply; left out if size is 0.
	Reasons []SealedReason `json:"reasons,omitzero"`
}

// Exclusion is why the entity was excluded; with a blinded commitment, also the proof of its leaf.
type Exclusion struct {
	// The first reason that applies: exempt, or the id of a limit.
	Reason string `json:"reason"`
	// The salt of the leaf, with a blinded commitment.
	Salt string `json:"salt,omitzero"`
	// The position of the leaf in its tree, from 0.
	Index *int64 `json:"index,omitzero"`
	// The RFC 9162 inclusion proof; left out if the tree has one leaf.
	Proof []string `json:"proof,omitzero"`
}

// Fact is a fact about a stratum of which 30 or more are taken: the take that its greatest selected ticket suggests, which should be near the take.
type Fact struct {
	// The id of the task.
	Task string `json:"task"`
	// The stratum.
	Stratum string `json:"stratum"`
	// How many were taken.
	Take int64 `json:"take"`
	// The estimate floor(size · t / 2^256) + 1, as digits.
	Estimate string `json:"estimate"`
	// How rarely a fair draw lies as far off, about: once in so many; 1 if it often does.
	OneIn int64 `json:"one_in"`
}

// Fault is one fault of an input.
type Fault struct {
	// The code of the fault.
	Code string `json:"code"`
	// The rule that is violated.
	Rule string `json:"rule,omitzero"`
	// Where the fault is.
	Place Place `json:"place"`
	// How often the fault was found; left out if once.
	Count int64 `json:"count,omitzero"`
	// The first rows with this fault, if there are several.
	Rows []int64 `json:"rows,omitzero"`
	// The id of each of these rows; empty if it could not be read. Left out if none could be.
	IDs []string `json:"ids,omitzero"`
	// The values in the message, by key.
	Details map[string]string `json:"details,omitzero"`
	// What is wrong, where, and what to do.
	Message Message `json:"message"`
}

// Finding is something about the inputs that somebody should look at before the digest is published.
type Finding struct {
	// How serious it is: an error cannot be sealed, a warning should be looked at, a note is only to know.
	Severity Severity `json:"severity"`
	// The code of the finding.
	Code string `json:"code"`
	// The rule that it is about.
	Rule string `json:"rule,omitzero"`
	// The document, and the first row and the column if it is about rows.
	Place Place `json:"place"`
	// In how many rows it was found; left out if in one or none.
	Count int64 `json:"count,omitzero"`
	// The first rows in which it was found, if there are several, ascending.
	Rows []int64 `json:"rows,omitzero"`
	// The id of each of these rows; empty if it could not be read. Left out if none could be.
	IDs []string `json:"ids,omitzero"`
	// What the text of the code is filled with, by key.
	Details map[string]string `json:"details,omitzero"`
	// What was found, and where.
	Message Message `json:"message"`
	// A way out, if there is anything to do.
	Remedy *Message `json:"remedy,omitzero"`
}

// Followed is an earlier commitment with a task of the same id, whose draw stays valid.
type Followed struct {
	// The digest of the earlier commitment.
	Commitment string `json:"commitment"`
	// The digest of its record.
	Record string `json:"record"`
}

// Fraction is the exact probability of being selected.
type Fraction struct {
	// The numerator.
	Numer int64 `json:"numer"`
	// The denominator.
	Denom int64 `json:"denom"`
}

// FrameProof is the proof of the leaf of the entity in the frame of a blinded commitment.
type FrameProof struct {
	// The salt of the leaf, with a blinded commitment.
	Salt string `json:"salt"`
	// The position of the leaf in its tree, from 0.
	Index int64 `json:"index"`
	// The RFC 9162 inclusion proof; left out if the tree has one leaf.
	Proof []string `json:"proof,omitzero"`
}

// InNoTask is entities that are in the frame of no task, for one reason.
type InNoTask struct {
	// Status, a field of the scope [F1], exempt, or the id of a limit.
	Reason string `json:"reason"`
	// How many entities.
	Count int64 `json:"count"`
	// How many of them have nothing in that field.
	Empty *int64 `json:"empty,omitzero"`
	// The ids of the first ones.
	First []string `json:"first,omitzero"`
}

// Inspection is what became of an entity for a task.
type Inspection struct {
	// The task.
	Task string `json:"task"`
	// The entity.
	Entity string `json:"entity"`
	// The day of the inspection.
	Date Date `json:"date"`
	// The inspectors who visited, a set.
	Inspectors []string `json:"inspectors,omitzero"`
	// Codes of outcomes, a set.
	Outcomes []string `json:"outcomes,omitzero"`
	// Codes of measures, a set.
	Measures []string `json:"measures,omitzero"`
	// A note.
	Note string `json:"note,omitzero"`
	// The day on which the result was published.
	Published Date `json:"published,omitzero"`
}

// InspectionStatus is how far the inspections of a draw have come.
type InspectionStatus struct {
	// All tasks together.
	Total Counts `json:"total"`
	// The tasks, in the order of the plan.
	Tasks []TaskStatus `json:"tasks,omitzero"`
	// Those who hold a seat.
	Inspectors []InspectorStatus `json:"inspectors,omitzero"`
}

// Inspector is a row of the roster (执法检查人员名录库).
type Inspector struct {
	// The id, normally the number of the enforcement certificate.
	ID string `json:"id"`
	// The name.
	Name string `json:"name"`
	// The department.
	Department string `json:"department"`
	// The administrative division.
	District string `json:"district,omitzero"`
	// The skills, a set.
	Skills []string `json:"skills,omitzero"`
	// Whether the inspector can lead a team (主办人员).
	Lead bool `json:"lead,omitzero"`
	// Whether this is an expert, who is not an enforcement inspector.
	Expert bool `json:"expert,omitzero"`
	// The load at which the inspector gets no further seat.
	MaxLoad int64 `json:"max_load,omitzero"`
	// The open cases of the inspector at the time of sealing.
	Load int64 `json:"load,omitzero"`
	// The last day of the certificate.
	ValidTo Date `json:"valid_to,omitzero"`
	// The entities that this inspector must not inspect (回避), a set.
	Recuse []string `json:"recuse,omitzero"`
	// Other columns of the office.
	Extra map[string]string `json:"extra,omitzero"`
}

// InspectorStatus is how far the visits of one inspector have come.
type InspectorStatus struct {
	// The inspector.
	Inspector string `json:"inspector"`
	// Selected entities and used reserves.
	Drawn int64 `json:"drawn"`
	// Entities without a result for which a reserve was used.
	Replaced int64 `json:"replaced"`
	// Entities for which a result is still expected.
	Open int64 `json:"open"`
	// Results without a problem.
	Clear int64 `json:"clear"`
	// Results with a problem.
	Violation int64 `json:"violation"`
	// Entities that could not be reached.
	Unreachable int64 `json:"unreachable"`
	// Entities that refused.
	Refused int64 `json:"refused"`
	// Entities that no longer exist or have no such business.
	Closed int64 `json:"closed"`
	// Results that were published.
	Published int64 `json:"published"`
}

// Last is the greatest selected ticket of a stratum, with a blinded commitment a commitment to it.
type Last struct {
	// The stratum.
	Stratum string `json:"stratum"`
	// The greatest selected ticket.
	Ticket string `json:"ticket,omitzero"`
	// The commitment to the greatest selected ticket, with a blinded commitment.
	Commitment string `json:"commitment,omitzero"`
}

// LeftOut is the rows that do not meet a condition, though they meet those before it.
type LeftOut struct {
	// The condition, in the order in which they are looked at.
	Condition Condition `json:"condition"`
	// How many rows.
	Count int64 `json:"count"`
	// How many of them have nothing in that field; left out if none.
	Empty int64 `json:"empty,omitzero"`
}

// Limit is how often an entity may be visited (频次上限).
type Limit struct {
	// The id, unique among the limits of the plan and of one task; it is the reason of an exclusion.
	ID string `json:"id"`
	// On how many different dates an entity may be visited.
	Visits int64 `json:"visits"`
	// The day from which visits count; by default the first day of the year.
	From Date `json:"from,omitzero"`
	// The classes for which it is; all if absent.
	Classes []string `json:"classes,omitzero"`
	// The departments or levels whose visits count; all if absent.
	By []string `json:"by,omitzero"`
}

// Message is a text for people, in both languages.
type Message struct {
	// The text in Chinese.
	ZH string `json:"zh"`
	// The text in English.
	EN string `json:"en"`
}

// Mode is which level draws and which inspects, such as county and county for 县抽县查.
type Mode struct {
	// The level that draws: province, city, county or other words.
	DrawnBy string `json:"drawn_by"`
	// The level that inspects: province, city, county or other words.
	InspectedBy string `json:"inspected_by"`
}

// Need is what a department needs for all tasks.
type Need struct {
	// The department.
	Department string `json:"department"`
	// Its seats in all visits.
	Seats int64 `json:"seats"`
	// Its inspectors on the roster.
	Inspectors int64 `json:"inspectors"`
	// Visits of each inspector on average, rounded up.
	VisitsEach *int64 `json:"visits_each,omitzero"`
}

// Outlook is what to expect of a draw, before it is sealed.
type Outlook struct {
	// Who is in no task, and why.
	InNoTask []InNoTask `json:"in_no_task,omitzero"`
	// The departments that have seats.
	Needs []Need `json:"needs,omitzero"`
	// Who was visited in the year before that of the plan.
	Visited []Visited `json:"visited,omitzero"`
}

// OwnMeasure is a measure of an office's own list.
type OwnMeasure struct {
	// Its code.
	Code string `json:"code"`
	// Its name.
	Name string `json:"name"`
}

// OwnOutcome is an outcome of an office's own list.
type OwnOutcome struct {
	// Its code.
	Code string `json:"code"`
	// Its name.
	Name string `json:"name"`
	// What it counts as.
	Group OutcomeGroup `json:"group"`
}

// Part is a part of what falls in a live source.
type Part struct {
	// How many numbers fall.
	Count int64 `json:"count"`
	// The least number that can fall.
	From int64 `json:"from"`
	// The greatest number that can fall; greater than from.
	To int64 `json:"to"`
	// The numbers are drawn without return and listed in ascending order; left out if they may repeat.
	Distinct bool `json:"distinct,omitzero"`
}

// Place is the place of a fault.
type Place struct {
	// The kind of document, such as plan or registry.
	Kind string `json:"kind"`
	// The number of the row, from 1.
	Row int64 `json:"row,omitzero"`
	// The id of the row, of the entity or inspector, if it could be read.
	ID string `json:"id,omitzero"`
	// The JSON path in the document or row.
	Path string `json:"path,omitzero"`
}

// PlacedContribution is a contribution to a superseded commitment, with the number of its source.
type PlacedContribution struct {
	// The number of the source, from 0.
	Source int64 `json:"source"`
	// The kind of source.
	Kind ContributionKind `json:"kind"`
	// The nonce of the commitment.
	Nonce string `json:"nonce,omitzero"`
	// The chosen value.
	Value string `json:"value,omitzero"`
	// What fell.
	Numbers [][]int64 `json:"numbers,omitzero"`
	// The signature of the round.
	Signature string `json:"signature,omitzero"`
}

// Plan is a plan (年度抽查工作计划).
type Plan struct {
	// The title.
	Title string `json:"title"`
	// The authority that draws.
	Authority string `json:"authority"`
	// The year.
	Year int `json:"year"`
	// The document number (文号).
	DocumentNumber string `json:"document_number,omitzero"`
	// The period of the inspections.
	Window *Window `json:"window,omitzero"`
	// The documents on which the plan is based.
	Basis []string `json:"basis,omitzero"`
	// Two to nine risk classes, the highest risk first; by default high, elevated, general and low.
	Classes []RiskClass `json:"classes,omitzero"`
	// How often an entity may be visited, by whatever task.
	Limits []Limit `json:"limits,omitzero"`
	// The load at which an inspector gets no further seat.
	MaxLoad int64 `json:"max_load,omitzero"`
	// The tasks, at least one; their order has an effect.
	Tasks []Task `json:"tasks,omitzero"`
	// Other data of the office.
	Extra map[string]string `json:"extra,omitzero"`
}

// PlanChange is a difference between two plans.
type PlanChange struct {
	// What became of the task or the field.
	Kind PlanChangeKind `json:"kind"`
	// The id of the task; left out if the change is about the plan as a whole.
	Task string `json:"task,omitzero"`
	// The name of the task; left out if the change is about the plan as a whole.
	Name string `json:"name,omitzero"`
	// The field by its path, such as scope.categories; left out if a task was added or removed.
	Field string `json:"field,omitzero"`
	// The change in words.
	Message Message `json:"message"`
}

// ProvenEntity is the row of the entity in the registry; with a blinded commitment, also its proof.
type ProvenEntity struct {
	// The row, without its salt, and with a blinded commitment without extra.
	Row Entity `json:"row"`
	// What stands for extra in the leaf, with a blinded commitment; left out if the row has none.
	ExtraDigest string `json:"extra_digest,omitzero"`
	// The salt of the leaf, with a blinded commitment.
	Salt string `json:"salt,omitzero"`
	// The position of the leaf in its tree, from 0.
	Index *int64 `json:"index,omitzero"`
	// The RFC 9162 inclusion proof; left out if the tree has one leaf.
	Proof []string `json:"proof,omitzero"`
}

// ProvenVisit is a row of the entity in the history; with a blinded commitment, also its proof.
type ProvenVisit struct {
	// The row, without its salt.
	Row Visit `json:"row"`
	// The salt of the leaf, with a blinded commitment.
	Salt string `json:"salt,omitzero"`
	// The position of the leaf in its tree, from 0.
	Index *int64 `json:"index,omitzero"`
	// The RFC 9162 inclusion proof; left out if the tree has one leaf.
	Proof []string `json:"proof,omitzero"`
}

// PublicDraw is the published result of a task.
type PublicDraw struct {
	// The id of the task.
	Task string `json:"task"`
	// The greatest selected tickets of the strata, the highest risk first; a stratum without a selected entity is left out.
	Last []Last `json:"last,omitzero"`
	// The ids of the selected entities, in the order of visits.
	Selected []string `json:"selected,omitzero"`
}

// PublicFormDocument is the public form (公示文本) of a record: the selected entities, and the greatest selected ticket of each stratum.
type PublicFormDocument struct {
	// The format of the document: suiji-v1.
	Spec string `json:"spec"`
	// The digest of the record.
	Record string `json:"record"`
	// The commitment.
	Commitment Commitment `json:"commitment"`
	// The contributions.
	Contributions []Contribution `json:"contributions,omitzero"`
	// The seed S.
	Seed string `json:"seed"`
	// The published result of each task, in the order of the plan.
	Draws []PublicDraw `json:"draws,omitzero"`
}

// Quota is how many entities are drawn, in one of four forms.
type Quota struct {
	// The ratio, rounded up.
	AtLeast string `json:"at_least,omitzero"`
	// The least number.
	Min int64 `json:"min,omitzero"`
	// The ratio, rounded down.
	AtMost string `json:"at_most,omitzero"`
	// The greatest number.
	Max int64 `json:"max,omitzero"`
	// The ratio.
	Exactly string `json:"exactly,omitzero"`
	// The number.
	Count int64 `json:"count,omitzero"`
}

// Receipt is the receipt (查验单) of one entity: its own rows, its tickets and, with a blinded commitment, the proofs.
type Receipt struct {
	// The format of the document: suiji-v1.
	Spec string `json:"spec"`
	// The digest of the record.
	Record string `json:"record"`
	// The id of the entity.
	Entity string `json:"entity"`
	// The row of the entity in the registry; left out if it has none.
	Registry *ProvenEntity `json:"registry,omitzero"`
	// The rows of the entity in the history.
	History []ProvenVisit `json:"history,omitzero"`
	// What became of the entity in each task, in the order of the plan.
	Tasks []Statement `json:"tasks,omitzero"`
}

// ReceiptStatement is what a receipt says about one task, with the text for people.
type ReceiptStatement struct {
	// The id of the task.
	Task string `json:"task"`
	// What became of the entity.
	State State `json:"state"`
	// The stratum of a framed entity.
	Stratum string `json:"stratum,omitzero"`
	// The ticket of a framed entity.
	Ticket string `json:"ticket,omitzero"`
	// The probability of being selected, not reduced: how many are taken of how many.
	Probability *Fraction `json:"probability,omitzero"`
	// The number among the reserves of its stratum, from 1.
	Reserve int64 `json:"reserve,omitzero"`
	// Why it was excluded: exempt, or the id of a limit.
	Reason string `json:"reason,omitzero"`
	// The inspectors of its team, in the order of seats.
	Members []string `json:"members,omitzero"`
	// The numbers of the vacant seats of its team.
	Vacant []int64 `json:"vacant,omitzero"`
	// The same in words.
	Message Message `json:"message"`
}

// ReportDocument is the report of a verification.
type ReportDocument struct {
	// The verdict: other_inputs if nothing failed but that inputs are not those that were sealed, fails if anything else failed, incomplete if none failed but one could not be made, otherwise holds.
	Verdict Verdict `json:"verdict"`
	// All checks, with any outcome.
	Checks []Check `json:"checks,omitzero"`
	// Facts about the strata.
	Facts []Fact `json:"facts,omitzero"`
	// The number of outcomes of each source.
	Sources []SourceOutcomes `json:"sources,omitzero"`
	// Warnings for the reader of the report.
	Warnings []Warning `json:"warnings,omitzero"`
	// What must be trusted; never empty.
	Trust []Trust `json:"trust,omitzero"`
}

// Request is something that happened after the draw.
type Request struct {
	// When it was decided.
	At Time `json:"at"`
	// Who approved it.
	ApprovedBy string `json:"approved_by"`
	// Why.
	Reason string `json:"reason"`
	// The kind.
	Kind AmendmentKind `json:"kind"`
	// The inspectors.
	Inspectors []string `json:"inspectors,omitzero"`
	// The seats, in any order.
	Seats []Seat `json:"seats,omitzero"`
	// The task.
	Task string `json:"task,omitzero"`
	// The entity that cannot be inspected.
	Entity string `json:"entity,omitzero"`
	// The number of the seat, from 0.
	Seat *int64 `json:"seat,omitzero"`
	// Who was chosen.
	Inspector string `json:"inspector,omitzero"`
}

// Results is what the inspections of a draw found (检查结果).
type Results struct {
	// The format of the document: suiji-v1.
	Spec string `json:"spec"`
	// The digest of the record.
	Record string `json:"record"`
	// Outcomes of the office's own list.
	OwnOutcomes []OwnOutcome `json:"own_outcomes,omitzero"`
	// Measures of the office's own list.
	OwnMeasures []OwnMeasure `json:"own_measures,omitzero"`
	// The inspections.
	Results []Inspection `json:"results,omitzero"`
}

// Risk is risk classes as strata, and what is taken from each.
type Risk struct {
	// The least ratio of each class.
	Minimum map[string]string `json:"minimum,omitzero"`
	// The greatest ratio of each class.
	Maximum map[string]string `json:"maximum,omitzero"`
	// The weight of each class in the allocation; 1 if absent.
	Weights map[string]int64 `json:"weights,omitzero"`
	// The class in which entities without a class are drawn.
	UnratedAs string `json:"unrated_as,omitzero"`
}

// RiskClass is a risk class of the plan.
type RiskClass struct {
	// The id.
	ID string `json:"id"`
	// The name.
	Name string `json:"name"`
}

// Root is the Merkle tree over a list that cannot be empty: registry and frame.
type Root struct {
	// The root.
	Root string `json:"root"`
	// The number of leaves.
	Size int64 `json:"size"`
}

// RowChange is a row in which a later table differs.
type RowChange struct {
	// What became of the row.
	Kind RowChangeKind `json:"kind"`
	// The id of the entity or inspector.
	ID string `json:"id"`
	// What tells the row apart from all others: the id; of a visit entity, date, task and kind.
	Key string `json:"key"`
	// The number of the row in the later table; left out if it is removed.
	Row int64 `json:"row,omitzero"`
	// The columns whose values differ, if the row has changed.
	Columns []string `json:"columns,omitzero"`
}

// SampleRow is an entity in a task, before or after the draw.
type SampleRow struct {
	// The id of the entity.
	ID string `json:"id"`
	// The id of the task.
	Task string `json:"task"`
	// The stratum; left out if the entity is not in the frame.
	Stratum string `json:"stratum,omitzero"`
	// The risk class in the registry; left out if there is none, or only the record is known.
	Class string `json:"class,omitzero"`
	// What the entity is in the task.
	State SampleState `json:"state"`
	// Why the entity is not in the frame: exempt or the id of a limit, or the first condition that it does not meet.
	Reason string `json:"reason,omitzero"`
	// The probability of being selected, not reduced: how many are taken of how many.
	Probability *Fraction `json:"probability,omitzero"`
	// The ticket, after the draw.
	Ticket string `json:"ticket,omitzero"`
	// The place of the ticket in its stratum, from 1, after the draw.
	Rank int64 `json:"rank,omitzero"`
	// The inspectors of a selected entity, in the order of their seats; left out if the task has no team.
	Team []string `json:"team,omitzero"`
}

// Scope is which entities can be drawn for the task.
type Scope struct {
	// The entity has one of these categories.
	Categories []string `json:"categories,omitzero"`
	// One of these is a prefix of the entity's district.
	Districts []string `json:"districts,omitzero"`
	// One of these is a prefix of the entity's industry.
	Industries []string `json:"industries,omitzero"`
	// The entity was established before this day.
	EstablishedBefore Date `json:"established_before,omitzero"`
}

// SealedReason is how many entities are excluded for one reason.
type SealedReason struct {
	// Exempt, or the id of a limit of the plan or the task.
	Reason string `json:"reason"`
	// How many entities are excluded for it.
	Size int64 `json:"size"`
}

// SealedStratum is a stratum of a task, with its size and its take.
type SealedStratum struct {
	// The risk class, or all.
	Stratum string `json:"stratum"`
	// How many entities it has.
	Size int64 `json:"size"`
	// How many entities are taken.
	Take int64 `json:"take"`
}

// SealedTask is the sealed sizes and roots of a task.
type SealedTask struct {
	// The id of the task.
	ID string `json:"id"`
	// The group of tasks with which it shares its tickets; left out if it has none.
	Coordination string `json:"coordination,omitzero"`
	// The tree over {id, stratum} of all entities that can be drawn.
	Frame Root `json:"frame"`
	// The entities that match the scope but are excluded.
	Excluded Excluded `json:"excluded"`
	// The strata that are not empty, the highest risk first.
	Strata []SealedStratum `json:"strata,omitzero"`
	// The number of entities that cannot get a full team, even without caps; left out if 0.
	Short int64 `json:"short,omitzero"`
}

// Seat is a seat that is left.
type Seat struct {
	// The task.
	Task string `json:"task"`
	// The entity.
	Entity string `json:"entity"`
	// The number of the seat, from 0.
	Seat int64 `json:"seat"`
}

// SeatGroup is seats of a team with the same requirements.
type SeatGroup struct {
	// The department of the inspectors in these seats.
	Department string `json:"department"`
	// The number of these seats.
	Count int64 `json:"count"`
	// The role; it has no effect on the draw.
	Role string `json:"role,omitzero"`
	// The skills that an inspector in these seats must have.
	Skills []string `json:"skills,omitzero"`
	// Whether these seats are for experts.
	Expert bool `json:"expert,omitzero"`
}

// ShortTeam is an entity in the frame of a task that cannot get a full team, whatever is drawn.
type ShortTeam struct {
	// The id of the entity.
	Entity string `json:"entity"`
	// The numbers of the seats that cannot be filled.
	Seats []int64 `json:"seats,omitzero"`
}

// Source is a source of the seed, announced before sealing.
type Source struct {
	// The kind of source.
	Kind SourceKind `json:"kind"`
	// Who controls the source.
	By By `json:"by"`
	// Who or what exactly the source is.
	Name string `json:"name"`
	// The commitment of the source: derive("commit", nonce, value).
	Commitment string `json:"commitment,omitzero"`
	// What falls, in order.
	Parts []Part `json:"parts,omitzero"`
	// The chain hash of quicknet, annex A.
	Chain string `json:"chain,omitzero"`
	// The number of the round, from 1.
	Round int64 `json:"round,omitzero"`
}

// SourceOutcomes is the number of outcomes of a source, or the margin of a drand round.
type SourceOutcomes struct {
	// The number of the source, from 0.
	Source int64 `json:"source"`
	// The number as digits, or 2^53 or more.
	Outcomes string `json:"outcomes,omitzero"`
	// By how many seconds a drand round was later than the sealing.
	Margin int64 `json:"margin,omitzero"`
}

// Statement is what became of the entity in one task.
type Statement struct {
	// The id of the task.
	Task string `json:"task"`
	// What became of the entity: selected, reserve and not_selected were in the frame; excluded matched the scope; absent has no row in the registry.
	State State `json:"state"`
	// The stratum of the entity.
	Stratum string `json:"stratum,omitzero"`
	// The ticket of the entity.
	Ticket string `json:"ticket,omitzero"`
	// The cutoff: the greatest selected ticket of its stratum.
	Cutoff string `json:"cutoff,omitzero"`
	// The salt that opens the published commitment to the cutoff, with a blinded commitment.
	CutoffSalt string `json:"cutoff_salt,omitzero"`
	// The inclusion probability.
	Probability *Fraction `json:"probability,omitzero"`
	// The number of the reserve in its stratum, from 1.
	Reserve int64 `json:"reserve,omitzero"`
	// The members of the team, in the order of seats.
	Members []string `json:"members,omitzero"`
	// The numbers of the vacant seats, from 0.
	Vacant []int64 `json:"vacant,omitzero"`
	// The proof of the leaf in the frame, with a blinded commitment.
	Frame *FrameProof `json:"frame,omitzero"`
	// Why the entity was excluded.
	Excluded *Exclusion `json:"excluded,omitzero"`
}

// StratumStatus is how far one stratum has come.
type StratumStatus struct {
	// The stratum.
	Stratum string `json:"stratum"`
	// Selected entities and used reserves.
	Drawn int64 `json:"drawn"`
	// Entities without a result for which a reserve was used.
	Replaced int64 `json:"replaced"`
	// Entities for which a result is still expected.
	Open int64 `json:"open"`
	// Results without a problem.
	Clear int64 `json:"clear"`
	// Results with a problem.
	Violation int64 `json:"violation"`
	// Entities that could not be reached.
	Unreachable int64 `json:"unreachable"`
	// Entities that refused.
	Refused int64 `json:"refused"`
	// Entities that no longer exist or have no such business.
	Closed int64 `json:"closed"`
	// Results that were published.
	Published int64 `json:"published"`
}

// Substitution is a seat that changes hands.
type Substitution struct {
	// The task.
	Task string `json:"task"`
	// The entity.
	Entity string `json:"entity"`
	// The number of the seat, from 0.
	Seat int64 `json:"seat"`
	// Who held the seat.
	Leaves string `json:"leaves"`
	// Who takes it; left out if it is vacant now.
	Inspector string `json:"inspector,omitzero"`
}

// Superseded is an earlier commitment with a task of the same id, which this one replaces.
type Superseded struct {
	// The digest of the earlier commitment.
	Commitment string `json:"commitment"`
	// The reason for replacing it.
	Reason string `json:"reason"`
	// Who approved the replacement.
	ApprovedBy string `json:"approved_by"`
	// The digest of its record, if there is one.
	Record string `json:"record,omitzero"`
	// The contributions that were already made, if there is no record; in the order of their sources.
	Contributions []PlacedContribution `json:"contributions,omitzero"`
}

// Task is a task of the plan (抽查任务).
type Task struct {
	// The id, unique in the plan.
	ID string `json:"id"`
	// The name.
	Name string `json:"name"`
	// Joint with other departments (部门联合) or internal (内部).
	Kind TaskKind `json:"kind,omitzero"`
	// Targeted (定向) or untargeted (不定向).
	Targeting Targeting `json:"targeting,omitzero"`
	// The items that are inspected (抽查事项), in the order of the plan.
	Items []string `json:"items,omitzero"`
	// Which entities can be drawn.
	Scope *Scope `json:"scope,omitzero"`
	// How many entities are drawn.
	Quota *Quota `json:"quota,omitzero"`
	// How often an entity may be visited for this task (频次).
	Limits []Limit `json:"limits,omitzero"`
	// Strata by risk class.
	Risk *Risk `json:"risk,omitzero"`
	// The coordination group: its tasks share their tickets.
	Coordination string `json:"coordination,omitzero"`
	// The number of reserves (备选) of each stratum.
	Reserves int64 `json:"reserves,omitzero"`
	// The team that inspects; absent if no inspectors are drawn.
	Team *Team `json:"team,omitzero"`
	// The period of the inspections (起止时间).
	Window *Window `json:"window,omitzero"`
	// The department that leads the task (发起部门).
	Initiator string `json:"initiator,omitzero"`
	// The departments that take part (配合部门).
	Partners []string `json:"partners,omitzero"`
	// Who draws and who inspects.
	Mode *Mode `json:"mode,omitzero"`
	// The way of inspecting: on_site, document, network or other words.
	Methods []string `json:"methods,omitzero"`
	// What the plan says about risk classes, in its words.
	RiskNote string `json:"risk_note,omitzero"`
	// Other data of the office.
	Extra map[string]string `json:"extra,omitzero"`
}

// TaskStatus is how far one task has come.
type TaskStatus struct {
	// The task.
	Task string `json:"task"`
	// Selected entities and used reserves.
	Drawn int64 `json:"drawn"`
	// Entities without a result for which a reserve was used.
	Replaced int64 `json:"replaced"`
	// Entities for which a result is still expected.
	Open int64 `json:"open"`
	// Results without a problem.
	Clear int64 `json:"clear"`
	// Results with a problem.
	Violation int64 `json:"violation"`
	// Entities that could not be reached.
	Unreachable int64 `json:"unreachable"`
	// Entities that refused.
	Refused int64 `json:"refused"`
	// Entities that no longer exist or have no such business.
	Closed int64 `json:"closed"`
	// Results that were published.
	Published int64 `json:"published"`
	// Its strata.
	Strata []StratumStatus `json:"strata,omitzero"`
	// The entities for which a result is still expected.
	OpenEntities []string `json:"open_entities,omitzero"`
}

// TaskSummary is from the registry to the frame of a task, in numbers; every row is counted once.
type TaskSummary struct {
	// The id of the task.
	Task string `json:"task"`
	// How many rows the registry has.
	Registry int64 `json:"registry"`
	// The rows that do not match, by the first condition that they do not meet; left out if there are none.
	LeftOut []LeftOut `json:"left_out,omitzero"`
	// How many rows match: the frame and the excluded.
	InScope int64 `json:"in_scope"`
	// The excluded rows, by reason; left out if there are none.
	Excluded []SealedReason `json:"excluded,omitzero"`
	// How many rows the frame has.
	Frame int64 `json:"frame"`
	// The rows of the frame without a class; left out if there are none, or classes play no part.
	Unrated *Unrated `json:"unrated,omitzero"`
	// The strata of the frame, with their takes.
	Strata []SealedStratum `json:"strata,omitzero"`
	// How many are taken in all.
	Take int64 `json:"take"`
	// How many reserves are listed in all; left out if none.
	Reserves int64 `json:"reserves,omitzero"`
}

// Team is the team that inspects each selected entity of the task.
type Team struct {
	// The seats: at most 20, at least two of them and the first one not for experts.
	Seats []SeatGroup `json:"seats,omitzero"`
	// Whether the first seat needs an inspector with lead.
	LeadRequired bool `json:"lead_required,omitzero"`
	// Whether members must be from the district of the entity, or from another one.
	District DistrictRule `json:"district,omitzero"`
	// The day from which earlier visits of the entity keep an inspector from it.
	RotationFrom Date `json:"rotation_from,omitzero"`
}

// Trust is a statement that no check can establish.
type Trust struct {
	// The id of the statement.
	ID string `json:"id"`
	// The statement in words.
	Message Message `json:"message"`
}

// Unrated is rows without a class, and the class as which they count.
type Unrated struct {
	// How many rows.
	Count int64 `json:"count"`
	// The class as which they count.
	Class string `json:"class"`
}

// Visit is a row of the history (检查历史): an inspection that was carried out.
type Visit struct {
	// The id of the inspected entity.
	Entity string `json:"entity"`
	// The id of the task.
	Task string `json:"task"`
	// The day of the inspection.
	Date Date `json:"date"`
	// Planned, or case: after a complaint, a transfer or similar, which counts for no limit.
	Kind VisitKind `json:"kind,omitzero"`
	// The departments or levels that visited, a set.
	By []string `json:"by,omitzero"`
	// The inspectors who visited, a set.
	Inspectors []string `json:"inspectors,omitzero"`
}

// Visited is entities of a frame that were visited in the year before.
type Visited struct {
	// The task.
	Task string `json:"task"`
	// How many entities its frame has.
	Frame int64 `json:"frame"`
	// How many of them have a row in the history dated in the year before.
	Count int64 `json:"count"`
}

// Warning is a warning for the reader of the report.
type Warning struct {
	// The code of the warning.
	Code string `json:"code"`
	// The warning in words.
	Message Message `json:"message"`
}

// Window is a period: from is not after to, and both days are included.
type Window struct {
	// The first day.
	From Date `json:"from"`
	// The last day.
	To Date `json:"to"`
}

// AmendmentKind is a word: the kind.
type AmendmentKind string

// The words of [AmendmentKind].
const (
	AmendmentKindAway       AmendmentKind = "away"
	AmendmentKindBack       AmendmentKind = "back"
	AmendmentKindSubstitute AmendmentKind = "substitute"
	AmendmentKindReserve    AmendmentKind = "reserve"
	AmendmentKindByHand     AmendmentKind = "by_hand"
)

// By is a word: who controls the source.
type By string

// The words of [By].
const (
	ByOffice  By = "office"
	ByWitness By = "witness"
	ByPublic  By = "public"
)

// Condition is a word: the condition, in the order in which they are looked at.
type Condition string

// The words of [Condition].
const (
	ConditionStatus            Condition = "status"
	ConditionCategories        Condition = "categories"
	ConditionDistricts         Condition = "districts"
	ConditionIndustries        Condition = "industries"
	ConditionEstablishedBefore Condition = "established_before"
)

// ContributionKind is a word: the kind of source.
type ContributionKind string

// The words of [ContributionKind].
const (
	ContributionKindCommitted ContributionKind = "committed"
	ContributionKindLive      ContributionKind = "live"
	ContributionKindDrand     ContributionKind = "drand"
)

// DistrictRule is a word: whether members must be from the district of the entity, or from another one.
type DistrictRule string

// The words of [DistrictRule].
const (
	DistrictRuleSame  DistrictRule = "same"
	DistrictRuleOther DistrictRule = "other"
)

// Hash is a word: the hash suite: SHA-256 or SM3.
type Hash string

// The words of [Hash].
const (
	HashSHA256 Hash = "sha256"
	HashSM3    Hash = "sm3"
)

// Outcome is a word: the outcome.
type Outcome string

// The words of [Outcome].
const (
	OutcomeEstablished Outcome = "established"
	OutcomeFailed      Outcome = "failed"
	OutcomeNotChecked  Outcome = "not_checked"
	OutcomeOnTrust     Outcome = "on_trust"
)

// OutcomeGroup is a word: what it counts as.
type OutcomeGroup string

// The words of [OutcomeGroup].
const (
	OutcomeGroupClear       OutcomeGroup = "clear"
	OutcomeGroupViolation   OutcomeGroup = "violation"
	OutcomeGroupUnreachable OutcomeGroup = "unreachable"
	OutcomeGroupRefused     OutcomeGroup = "refused"
	OutcomeGroupClosed      OutcomeGroup = "closed"
)

// PlanChangeKind is a word: what became of the task or the field.
type PlanChangeKind string

// The words of [PlanChangeKind].
const (
	PlanChangeKindTaskAdded   PlanChangeKind = "task_added"
	PlanChangeKindTaskRemoved PlanChangeKind = "task_removed"
	PlanChangeKindAdded       PlanChangeKind = "added"
	PlanChangeKindRemoved     PlanChangeKind = "removed"
	PlanChangeKindChanged     PlanChangeKind = "changed"
	PlanChangeKindOrder       PlanChangeKind = "order"
)

// RowChangeKind is a word: what became of the row.
type RowChangeKind string

// The words of [RowChangeKind].
const (
	RowChangeKindAdded   RowChangeKind = "added"
	RowChangeKindRemoved RowChangeKind = "removed"
	RowChangeKindChanged RowChangeKind = "changed"
)

// SampleState is a word: what the entity is in the task.
type SampleState string

// The words of [SampleState].
const (
	SampleStateSelected   SampleState = "selected"
	SampleStateReserve    SampleState = "reserve"
	SampleStateInFrame    SampleState = "in_frame"
	SampleStateExcluded   SampleState = "excluded"
	SampleStateOutOfScope SampleState = "out_of_scope"
)

// Severity is a word: how serious it is: an error cannot be sealed, a warning should be looked at, a note is only to know.
type Severity string

// The words of [Severity].
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
	SeverityNote    Severity = "note"
)

// SourceKind is a word: the kind of source.
type SourceKind string

// The words of [SourceKind].
const (
	SourceKindCommitted SourceKind = "committed"
	SourceKindLive      SourceKind = "live"
	SourceKindDrand     SourceKind = "drand"
)

// State is a word: what became of the entity: selected, reserve and not_selected were in the frame; excluded matched the scope; absent has no row in the registry.
type State string

// The words of [State].
const (
	StateSelected    State = "selected"
	StateReserve     State = "reserve"
	StateNotSelected State = "not_selected"
	StateExcluded    State = "excluded"
	StateInactive    State = "inactive"
	StateOutOfScope  State = "out_of_scope"
	StateAbsent      State = "absent"
)

// Status is a word: whether the entity can be drawn.
type Status string

// The words of [Status].
const (
	StatusActive   Status = "active"
	StatusInactive Status = "inactive"
)

// Targeting is a word: targeted (定向) or untargeted (不定向).
type Targeting string

// The words of [Targeting].
const (
	TargetingTargeted   Targeting = "targeted"
	TargetingUntargeted Targeting = "untargeted"
)

// TaskKind is a word: joint with other departments (部门联合) or internal (内部).
type TaskKind string

// The words of [TaskKind].
const (
	TaskKindJoint    TaskKind = "joint"
	TaskKindInternal TaskKind = "internal"
)

// Verdict is a word: the verdict: other_inputs if nothing failed but that inputs are not those that were sealed, fails if anything else failed, incomplete if none failed but one could not be made, otherwise holds.
type Verdict string

// The words of [Verdict].
const (
	VerdictHolds       Verdict = "holds"
	VerdictIncomplete  Verdict = "incomplete"
	VerdictOtherInputs Verdict = "other_inputs"
	VerdictFails       Verdict = "fails"
)

// VisitKind is a word: planned, or case: after a complaint, a transfer or similar, which counts for no limit.
type VisitKind string

// The words of [VisitKind].
const (
	VisitKindPlanned VisitKind = "planned"
	VisitKindCase    VisitKind = "case"
)
