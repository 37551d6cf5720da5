package suiji

// #include <suiji.h>
import "C"

import (
	"context"
	"unsafe"
)

// Columns says which columns of a task [Record.Columns] gives.
type Columns int32

const (
	// ColumnsSelected are id, stratum and ticket of the selected entities, in the order of visits.
	ColumnsSelected Columns = C.SUIJI_SELECTED
	// ColumnsReserves are id, stratum and ticket of the reserves by stratum, in the order in which they are used.
	ColumnsReserves Columns = C.SUIJI_RESERVES
	// ColumnsTeams are entity, members (list of texts), lead, vacant (list of int64) and joins of each selected entity.
	ColumnsTeams Columns = C.SUIJI_TEAMS
)

// Columns writes the draw of a task as an array of structs of the Arrow C data interface. The arguments point to an
// empty ArrowSchema and an empty ArrowArray, such as the CArrowSchema and CArrowArray of package cdata of Arrow for Go;
// release both when done.
func (r *Record) Columns(what Columns, task string, schema, array unsafe.Pointer) error {
	of := []byte(task)
	return callCheck(r.uses(), func(failure **C.suiji_handle) C.int32_t {
		return C.suiji_columns(r.handle.raw(), C.int32_t(what), chars(of), size(of), (*C.struct_ArrowSchema)(schema),
			(*C.struct_ArrowArray)(array), failure)
	})
}

// Frame writes the rows of the registry before the draw, with their state in a task, as an ArrowArrayStream: id, task,
// stratum, class, state, reason, take and frame_size (int64), probability (float64). Release the stream when done.
func (s *Sealed) Frame(task string, stream unsafe.Pointer) error {
	of := []byte(task)
	return callCheck(s.uses(), func(failure **C.suiji_handle) C.int32_t {
		return C.suiji_frame(s.handle.raw(), chars(of), size(of), (*C.struct_ArrowArrayStream)(stream), failure)
	})
}

// Sample writes the result of a task for every entity of the registry, as an ArrowArrayStream: the columns of
// [Sealed.Frame], ticket, rank (int64), team (list of texts). If sealed is nil, it writes only the selected entities
// and the reserves, without class. Release the stream when done.
func (r *Record) Sample(ctx context.Context, sealed *Sealed, task string, stream unsafe.Pointer, with ...RunOption) error {
	of := []byte(task)
	_, err := callRun(ctx, with, []*handle{r.native(), sealed.native()}, func(run *C.suiji_handle, _, failure **C.suiji_handle) C.int32_t {
		return C.suiji_sample(r.handle.raw(), sealed.native().raw(), chars(of), size(of), run, (*C.struct_ArrowArrayStream)(stream), failure)
	})
	return err
}
