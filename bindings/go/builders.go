package suiji

// #include <suiji.h>
import "C"

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"unsafe"
)

// A TableBuilder makes a table T from rows R that come in pieces: from a query, a file or columns. The faults of all rows are reported
// by Finish. Several goroutines can use it, but then faults number the rows in the order in which they arrived.
type TableBuilder[T, R any] struct {
	object
	finished func(*handle) *T
}

// NewRegistryBuilder makes a builder of a registry. Names maps names of columns of Arrow to fields, such as {"统一社会信用代码": "id"}. An
// empty field leaves a column out. Columns that are not in names are fields by their own names. It can be nil.
func NewRegistryBuilder(names map[string]string) (*TableBuilder[Registry, Entity], error) {
	return newBuilder[Registry, Entity](C.SUIJI_REGISTRY, names, func(of *handle) *Registry { return &Registry{table[Entity]{object{of}}} })
}

// NewRosterBuilder makes a builder of a roster, with names as for [NewRegistryBuilder].
func NewRosterBuilder(names map[string]string) (*TableBuilder[Roster, Inspector], error) {
	return newBuilder[Roster, Inspector](C.SUIJI_ROSTER, names, func(of *handle) *Roster { return &Roster{table[Inspector]{object{of}}} })
}

// NewHistoryBuilder makes a builder of a history, with names as for [NewRegistryBuilder].
func NewHistoryBuilder(names map[string]string) (*TableBuilder[History, Visit], error) {
	return newBuilder[History, Visit](C.SUIJI_HISTORY, names, func(of *handle) *History { return &History{table[Visit]{object{of}}} })
}

func newBuilder[T, R any](kind C.int32_t, names map[string]string, finished func(*handle) *T) (*TableBuilder[T, R], error) {
	var columns []byte
	if len(names) > 0 {
		fields := make(map[string]*string, len(names))
		for name, field := range names {
			fields[name] = nil
			if field != "" {
				fields[name] = &field
			}
		}
		var err error
		if columns, err = json.Marshal(fields); err != nil {
			return nil, err
		}
	}
	made, err := callHandle(nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_builder_new(kind, chars(columns), size(columns), out, failure)
	})
	if err != nil {
		return nil, err
	}
	return &TableBuilder[T, R]{object{made}, finished}, nil
}

// Add adds rows.
func (b *TableBuilder[T, R]) Add(rows ...R) error {
	lines, err := jsonLines(rows)
	if err != nil {
		return err
	}
	return b.push(lines)
}

func (b *TableBuilder[T, R]) push(lines []byte) error {
	return callCheck(b.uses(), func(failure **C.suiji_handle) C.int32_t {
		return C.suiji_builder_push_json(b.handle.raw(), chars(lines), size(lines), nil, failure)
	})
}

const piece = 1 << 20

// ReadFrom adds JSON Lines, about a megabyte of them at a time. Lines end with a line feed.
func (b *TableBuilder[T, R]) ReadFrom(lines io.Reader) (int64, error) {
	var read int64
	var rows bytes.Buffer
	from := bufio.NewReaderSize(lines, piece)
	for {
		part, err := from.ReadSlice('\n')
		read += int64(len(part))
		rows.Write(part)
		// Reading of a line without an end stops when it is too long for a row. The library then refuses it.
		isWhole := err == nil || rows.Len() > 64*piece
		if isWhole && rows.Len() >= piece || err == io.EOF && rows.Len() > 0 {
			if err := b.push(rows.Bytes()); err != nil {
				return read, err
			}
			rows.Reset()
		}
		if err == io.EOF {
			return read, nil
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return read, err
		}
	}
}

// AddArrow adds an array of structs of the Arrow C data interface, with a field for each column; the columns are not copied. The
// arguments point to an ArrowSchema and an ArrowArray, such as the CArrowSchema and CArrowArray of package cdata of
// Arrow for Go. The call takes and releases the array, even if it fails. The schema is only read.
func (b *TableBuilder[T, R]) AddArrow(schema, array unsafe.Pointer) error {
	return callCheck(b.uses(), func(failure **C.suiji_handle) C.int32_t {
		return C.suiji_builder_push_arrow(b.handle.raw(), (*C.struct_ArrowSchema)(schema), (*C.struct_ArrowArray)(array), nil, failure)
	})
}

// AddArrowStream adds all rows of an ArrowArrayStream. The call takes and releases the stream, even if it fails.
func (b *TableBuilder[T, R]) AddArrowStream(stream unsafe.Pointer) error {
	return callCheck(b.uses(), func(failure **C.suiji_handle) C.int32_t {
		return C.suiji_builder_push_stream(b.handle.raw(), (*C.struct_ArrowArrayStream)(stream), nil, failure)
	})
}

// Finish returns the table, or all faults of its rows. The builder is then empty, and can be used again.
func (b *TableBuilder[T, R]) Finish(ctx context.Context, with ...RunOption) (*T, error) {
	made, err := runHandle(ctx, with, b.uses(), func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_builder_finish(b.handle.raw(), run, out, failure)
	})
	if err != nil {
		return nil, err
	}
	return b.finished(made), nil
}
