package suiji

// #include <suiji.h>
import "C"

import "encoding/json"

// ParseReceipt reads a receipt with all checks of its form, like json.Unmarshal into a [Receipt].
func ParseReceipt(document []byte) (*Receipt, error) {
	receipt := new(Receipt)
	return unlessFailed(receipt, receipt.UnmarshalJSON(document))
}

// UnmarshalJSON reads the receipt with all checks of its form.
func (r *Receipt) UnmarshalJSON(document []byte) error {
	type plain Receipt
	return parse(C.SUIJI_RECEIPT, document, (*plain)(r))
}

// Name returns the name of the entity; empty if it is not in the registry.
func (r *Receipt) Name() string {
	if r.Registry == nil {
		return ""
	}
	return r.Registry.Row.Name
}

// Check checks the receipt against the public form that was published, and checks more with the plan, which can be nil.
func (r *Receipt) Check(publicForm *PublicForm, plan *Plan) (*Report, error) {
	receipt, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	of, err := optional(plan)
	if err != nil {
		return nil, err
	}
	report, err := callHandle([]*handle{publicForm.native()}, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_check_receipt(chars(receipt), size(receipt), publicForm.native().raw(), chars(of), size(of), out, failure)
	})
	if err != nil {
		return nil, err
	}
	return reportOf(report)
}

// Statements returns the statement of the receipt about each task, in words. With the plan, which can be nil, tasks are
// named.
func (r *Receipt) Statements(plan *Plan) ([]ReceiptStatement, error) {
	receipt, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	of, err := optional(plan)
	if err != nil {
		return nil, err
	}
	return callList[ReceiptStatement](nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_statements(chars(receipt), size(receipt), chars(of), size(of), out, failure)
	})
}
