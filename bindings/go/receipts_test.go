package suiji_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"suiji.org/suiji"
)

// checked checks a receipt against a public form, and with a plan unless that is empty.
func checked(t *testing.T, receipt, form, plan []byte) (*suiji.Report, error) {
	t.Helper()
	read, err := suiji.ParseReceipt(receipt)
	if err != nil {
		return nil, err
	}
	published, err := suiji.ReadPublicForm(ctx, bytes.NewReader(form))
	if err != nil {
		return nil, err
	}
	if plan == nil {
		return read.Check(published, nil)
	}
	return read.Check(published, must(suiji.ParsePlan(plan))(t))
}

// haveOutcome ends the test unless checks about the first task or the whole receipt have the outcome.
func haveOutcome(t *testing.T, report *suiji.Report, ids []string, outcome suiji.Outcome) {
	t.Helper()
	for _, id := range ids {
		is := func(check suiji.Check) bool {
			return check.ID == id && check.Outcome == outcome && (check.Task == "" || check.Task == "J1")
		}
		if !slices.ContainsFunc(report.Checks, is) {
			t.Errorf("%s is not %s", id, outcome)
		}
	}
}

func TestReceiptsMatchTheVectors(t *testing.T) {
	each(t, "receipts", 14, func(t *testing.T, of *vector) {
		sealed, record, err := of.Documents.draw(t)
		if err != nil {
			t.Fatal(err)
		}
		receipt := must(sealed.Receipt(record, of.Entity))(t)
		same(t, "receipt", written(t, receipt), of.Receipt)
		many := must(sealed.Receipts(ctx, record, []string{of.Entity, "no-such-entity", of.Entity}, suiji.Threads(2)))(t)
		canonical := must(suiji.CanonicalJSON(of.Receipt))(t)
		if len(many) != 3 || !bytes.Equal(many[0], canonical) || bytes.Equal(many[1], canonical) || !bytes.Equal(many[2], canonical) {
			t.Error("other receipts in bulk")
		}
		same(t, "public form", jsonOf(t, must(record.PublicForm(ctx, of.Documents.secret(t)))(t)), of.Public)
		plan := of.Documents.bytes(t, "plan.json")
		statements := must(receipt.Statements(must(suiji.ParsePlan(plan))(t)))(t)
		if statements[0].State != receipt.Tasks[0].State || statements[0].Message.ZH == "" {
			t.Errorf("other statements: %v", statements)
		}
		without := must(checked(t, of.Receipt, of.Public, nil))(t)
		haveOutcome(t, without, of.Expected.WithoutPlan.Established, suiji.OutcomeEstablished)
		haveOutcome(t, without, of.Expected.WithoutPlan.On_trust, suiji.OutcomeOnTrust)
		with := must(checked(t, of.Receipt, of.Public, plan))(t)
		haveOutcome(t, with, of.Expected.WithPlan.Established, suiji.OutcomeEstablished)
		haveOutcome(t, with, of.Expected.WithPlan.On_trust, suiji.OutcomeOnTrust)
		if with.Verdict == suiji.VerdictFails || without.Verdict == suiji.VerdictFails || len(of.Expected.WithPlan.Established) == 0 {
			t.Error(with.Verdict, without.Verdict)
		}
		for _, one := range of.Cases {
			changed, form := of.Receipt, of.Public
			if one.Change == "receipt" {
				changed = patched(t, changed, one.Patch)
			} else {
				form = patched(t, form, one.Patch)
			}
			used := plan
			if !one.WithPlan {
				used = nil
			}
			report, err := checked(t, changed, form, used)
			isFound(t, one, report, err)
		}
	})
}

func TestAmendmentsMatchTheVectors(t *testing.T) {
	each(t, "amendments", 10, func(t *testing.T, of *vector) {
		sealed, record, err := of.Documents.draw(t)
		if err != nil {
			t.Fatal(err)
		}
		requests := must(suiji.ParseRequests(of.Documents.bytes(t, "requests.json")))(t)
		made := must(sealed.Amend(ctx, record, nil, requests))(t)
		same(t, "amendments", written(t, made), of.Expected.Amendments)
		var steps []struct {
			Digest string
			Away   []string
			Loads  map[string]int64
		}
		if err := json.Unmarshal(of.Steps, &steps); err != nil {
			t.Fatal(err)
		}
		last := steps[len(steps)-1]
		state := must(record.State(made))(t)
		if !slices.Equal(state.Away, last.Away) {
			t.Errorf("expected %v away, found %v", last.Away, state.Away)
		}
		if found := must(made.Digest(must(sealed.Commitment())(t)))(t); found != last.Digest {
			t.Errorf("expected the digest %s, found %s", last.Digest, found)
		}
		evidence := of.Documents.evidence(t, everything)
		evidence.Amendments = made
		if err := must(record.Verify(ctx, evidence))(t).Require(); err != nil {
			t.Error(err)
		}
		for _, one := range of.Refused {
			request, err := suiji.ParseRequests(append(append([]byte("["), one.Request...), ']'))
			if err == nil {
				_, err = sealed.Amend(ctx, record, nil, append(slices.Clone(requests), request...))
			}
			hasCode(t, one.Name, one.Code, err)
		}
		for _, one := range of.Changed {
			hasCode(t, one.Name, one.Code, reread(t, sealed, record, patched(t, of.Expected.Amendments, one.Patch)))
		}
	})
}

// reread reads amendments and adds nothing to them, so the library only checks the existing ones.
func reread(t *testing.T, sealed *suiji.Sealed, record *suiji.Record, document []byte) error {
	t.Helper()
	read, err := suiji.ParseAmendments(document)
	if err != nil {
		return err
	}
	_, err = sealed.Amend(ctx, record, read, nil)
	return err
}
