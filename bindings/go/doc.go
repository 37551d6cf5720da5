// Package suiji carries out the double-random draw (双随机) of inspections: firms and inspectors are both chosen by lot,
// in a way that anyone can check.
//
// A draw has these steps, each with a document to keep:
//
//	plan, registry, roster, history   [NewInputs], [ReadInputs]
//	→ commitment                      [Seal]; publish its digest
//	→ contributions                   dice are thrown: [Commitment.Arrange], [NewContributions]
//	→ record                          [Sealed.Draw]; publish its digest and [Record.PublicForm]
//	→ report                          [Record.Verify], [PublicForm.Verify], [Receipt.Check]
//	→ amendments, results             [Sealed.Amend], [Results.Check]
//
// The package is a thin layer over the C library of suiji, which it needs (see the README). All rules are in that library.
//
// # Documents
//
// Small documents are structures: [Plan], [Ceremony], [Commitment], [Contributions], [Receipt], [Amendments],
// [Results]. The library checks them when they are used or read by json.Unmarshal. It reports all faults at once as an
// [Error]. A missing field is the zero value: an empty text, an empty list, 0 or nil.
//
// Tables, inputs, sealed inputs, records and public forms are kept by the library, outside the heap of Go. Close them when they are no longer
// needed. Otherwise the garbage collector frees them, possibly late, because it does not know their size. Any number of
// goroutines can use them.
//
// # Long calls
//
// Long calls have a context that cancels them, and the options [Threads] and [OnProgress]. None of these affects
// results.
package suiji
