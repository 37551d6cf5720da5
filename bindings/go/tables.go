package suiji

// #include <suiji.h>
import "C"

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
)

// Registry is the registry (检查对象名录库): all entities that can be drawn.
type Registry struct{ table[Entity] }

// Roster is the roster (执法检查人员名录库): all inspectors.
type Roster struct{ table[Inspector] }

// History is the history (检查历史): earlier visits.
type History struct{ table[Visit] }

// table is the common part of the three tables, with rows of one type.
type table[R any] struct{ object }

// ReadRegistry reads JSON Lines: a row on each line.
func ReadRegistry(ctx context.Context, lines io.Reader, with ...RunOption) (*Registry, error) {
	read, err := readTable[Entity](ctx, C.SUIJI_REGISTRY, C.SUIJI_JSON_LINES, lines, with)
	return unlessFailed(&Registry{read}, err)
}

// ReadRegistryCSV reads CSV in UTF-8: a header of field names, lists joined with ;, empty cells for fields without a value.
func ReadRegistryCSV(ctx context.Context, file io.Reader, with ...RunOption) (*Registry, error) {
	read, err := readTable[Entity](ctx, C.SUIJI_REGISTRY, C.SUIJI_CSV, file, with)
	return unlessFailed(&Registry{read}, err)
}

// NewRegistry makes a registry of rows, in any order.
func NewRegistry(rows ...Entity) (*Registry, error) {
	made, err := newTable(C.SUIJI_REGISTRY, rows)
	return unlessFailed(&Registry{made}, err)
}

// ReadRoster reads JSON Lines: a row on each line.
func ReadRoster(ctx context.Context, lines io.Reader, with ...RunOption) (*Roster, error) {
	read, err := readTable[Inspector](ctx, C.SUIJI_ROSTER, C.SUIJI_JSON_LINES, lines, with)
	return unlessFailed(&Roster{read}, err)
}

// ReadRosterCSV reads CSV in UTF-8: a header of field names, lists joined with ;, empty cells for fields without a value.
func ReadRosterCSV(ctx context.Context, file io.Reader, with ...RunOption) (*Roster, error) {
	read, err := readTable[Inspector](ctx, C.SUIJI_ROSTER, C.SUIJI_CSV, file, with)
	return unlessFailed(&Roster{read}, err)
}

// NewRoster makes a roster of rows, in any order.
func NewRoster(rows ...Inspector) (*Roster, error) {
	made, err := newTable(C.SUIJI_ROSTER, rows)
	return unlessFailed(&Roster{made}, err)
}

// ReadHistory reads JSON Lines: a row on each line.
func ReadHistory(ctx context.Context, lines io.Reader, with ...RunOption) (*History, error) {
	read, err := readTable[Visit](ctx, C.SUIJI_HISTORY, C.SUIJI_JSON_LINES, lines, with)
	return unlessFailed(&History{read}, err)
}

// ReadHistoryCSV reads CSV in UTF-8: a header of field names, lists joined with ;, empty cells for fields without a value.
func ReadHistoryCSV(ctx context.Context, file io.Reader, with ...RunOption) (*History, error) {
	read, err := readTable[Visit](ctx, C.SUIJI_HISTORY, C.SUIJI_CSV, file, with)
	return unlessFailed(&History{read}, err)
}

// NewHistory makes a history of rows, in any order.
func NewHistory(rows ...Visit) (*History, error) {
	made, err := newTable(C.SUIJI_HISTORY, rows)
	return unlessFailed(&History{made}, err)
}

func readTable[R any](ctx context.Context, kind, form C.int32_t, from io.Reader, with []RunOption) (table[R], error) {
	data, err := io.ReadAll(from)
	if err != nil {
		return table[R]{}, err
	}
	read, err := runHandle(ctx, with, nil, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_table_read(kind, form, chars(data), size(data), run, out, failure)
	})
	return table[R]{object{read}}, err
}

func newTable[R any](kind C.int32_t, rows []R) (table[R], error) {
	lines, err := jsonLines(rows)
	if err != nil {
		return table[R]{}, err
	}
	return readTable[R](context.Background(), kind, C.SUIJI_JSON_LINES, bytes.NewReader(lines), nil)
}

func jsonLines[R any](rows []R) ([]byte, error) {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for at := range rows {
		if err := encoder.Encode(&rows[at]); err != nil {
			return nil, err
		}
	}
	return lines.Bytes(), nil
}

// Len returns the number of rows; 0 after Close.
func (t table[R]) Len() int {
	if t.handle.acquire() != nil {
		return 0
	}
	defer t.handle.release()
	return max(0, int(C.suiji_rows(t.handle.raw())))
}

func (t table[R]) row(id string) (*R, error) {
	of := []byte(id)
	return callObject[R](t.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_table_row(t.handle.raw(), chars(of), size(of), out, failure)
	})
}

func (t table[R]) ids(from, count int) ([]string, error) {
	return callList[string](t.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_table_ids(t.handle.raw(), C.int64_t(from), C.int64_t(count), out, failure)
	})
}

// Entity returns the row of an entity; nil if the registry does not have it.
func (r *Registry) Entity(id string) (*Entity, error) {
	return r.row(id)
}

// Inspector returns the row of an inspector; nil if the roster does not have them.
func (r *Roster) Inspector(id string) (*Inspector, error) {
	return r.row(id)
}

// IDs returns at most count ids in order, from a position that counts from 0; none after the last.
func (r *Registry) IDs(from, count int) ([]string, error) {
	return r.ids(from, count)
}

// IDs returns at most count ids in order, from a position that counts from 0; none after the last.
func (r *Roster) IDs(from, count int) ([]string, error) {
	return r.ids(from, count)
}

func (t table[R]) changes(later table[R], count int) ([]RowChange, error) {
	return callList[RowChange]([]*handle{t.handle, later.handle}, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_changes(t.handle.raw(), later.handle.raw(), C.int64_t(count), out, failure)
	})
}

// Changes returns the first rows in which a later registry differs, in sorted order.
func (r *Registry) Changes(later *Registry, count int) ([]RowChange, error) {
	return r.changes(later.table, count)
}

// Changes returns the first rows in which a later roster differs, in sorted order.
func (r *Roster) Changes(later *Roster, count int) ([]RowChange, error) {
	return r.changes(later.table, count)
}

// Changes returns the first rows in which a later history differs, in sorted order.
func (h *History) Changes(later *History, count int) ([]RowChange, error) {
	return h.changes(later.table, count)
}

// WriteTo writes the table as JSON Lines, in the order in which it is sealed. Such a copy seals to the same commitment.
func (t table[R]) WriteTo(to io.Writer) (int64, error) {
	return t.writeTo(to, C.SUIJI_JSON_LINES)
}

// The handles of tables that can be left out.

func (r *Registry) native() *handle {
	if r == nil {
		return nil
	}
	return r.handle
}

func (r *Roster) native() *handle {
	if r == nil {
		return nil
	}
	return r.handle
}

func (h *History) native() *handle {
	if h == nil {
		return nil
	}
	return h.handle
}
