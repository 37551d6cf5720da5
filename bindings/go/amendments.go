package suiji

// #include <suiji.h>
import "C"

// ParseAmendments reads amendments.json with all checks of its form, like json.Unmarshal into [Amendments].
func ParseAmendments(document []byte) (*Amendments, error) {
	amendments := new(Amendments)
	return unlessFailed(amendments, amendments.UnmarshalJSON(document))
}

// UnmarshalJSON reads the amendments with all checks of their form.
func (a *Amendments) UnmarshalJSON(document []byte) error {
	type plain Amendments
	return parse(C.SUIJI_AMENDMENTS, document, (*plain)(a))
}

// Digest returns the digest of the last amendment. It fixes all earlier ones, so publish it each time.
func (a *Amendments) Digest(commitment *Commitment) (string, error) {
	return digest(C.SUIJI_AMENDMENTS, commitment.Hash, a)
}

// ParseRequests reads requests.json with all checks.
func ParseRequests(document []byte) ([]Request, error) {
	var requests []Request
	return requests, parse(C.SUIJI_REQUESTS, document, &requests)
}

// AwayRequest says that inspectors take no further seat. They keep the seats that they hold, see
// [SubstituteRequest].
func AwayRequest(at Time, approvedBy, reason string, inspectors ...string) Request {
	return Request{Kind: AmendmentKindAway, At: at, ApprovedBy: approvedBy, Reason: reason, Inspectors: inspectors}
}

// BackRequest says that inspectors are back.
func BackRequest(at Time, approvedBy, reason string, inspectors ...string) Request {
	return Request{Kind: AmendmentKindBack, At: at, ApprovedBy: approvedBy, Reason: reason, Inspectors: inspectors}
}

// SubstituteRequest says that inspectors leave seats, and others step in.
func SubstituteRequest(at Time, approvedBy, reason string, seats ...Seat) Request {
	return Request{Kind: AmendmentKindSubstitute, At: at, ApprovedBy: approvedBy, Reason: reason, Seats: seats}
}

// ReserveRequest says that an entity of a task cannot be inspected, so a reserve is visited in addition.
func ReserveRequest(at Time, approvedBy, reason, task, entity string) Request {
	return Request{Kind: AmendmentKindReserve, At: at, ApprovedBy: approvedBy, Reason: reason, Task: task, Entity: entity}
}

// ByHandRequest says which inspector the office chooses for a vacant seat.
func ByHandRequest(at Time, approvedBy, reason string, seat Seat, inspector string) Request {
	number := seat.Seat
	return Request{
		Kind: AmendmentKindByHand, At: at, ApprovedBy: approvedBy, Reason: reason,
		Task: seat.Task, Entity: seat.Entity, Seat: &number, Inspector: inspector,
	}
}

// Teams returns the teams of a task.
func (s *AmendedState) Teams(task string) []AmendedTeam {
	of := find(s.Tasks, func(one *AmendedTask) bool { return one.Task == task })
	if of == nil {
		return nil
	}
	return of.Teams
}

// Team returns the team of an entity in a task; nil if there is none.
func (s *AmendedState) Team(task, entity string) *AmendedTeam {
	return find(s.Teams(task), func(one *AmendedTeam) bool { return one.Entity == entity })
}

// Seats returns the holder of each seat of the team, in order; empty for a vacant seat.
func (t *AmendedTeam) Seats() []string {
	seats := make([]string, len(t.Members)+len(t.Vacant))
	vacant := make(map[int64]bool, len(t.Vacant))
	for _, seat := range t.Vacant {
		vacant[seat] = true
	}
	next := 0
	for seat := range seats {
		if !vacant[int64(seat)] && next < len(t.Members) {
			seats[seat] = t.Members[next]
			next++
		}
	}
	return seats
}

// SeatsOf returns the seats that an inspector holds. Teams that visit for an earlier task are not counted twice.
func (s *AmendedState) SeatsOf(inspector string) []Seat {
	var held []Seat
	for _, task := range s.Tasks {
		for at := range task.Teams {
			team := &task.Teams[at]
			if team.Joins != "" {
				continue
			}
			for seat, holder := range team.Seats() {
				if holder == inspector {
					held = append(held, Seat{Task: task.Task, Entity: team.Entity, Seat: int64(seat)})
				}
			}
		}
	}
	return held
}
