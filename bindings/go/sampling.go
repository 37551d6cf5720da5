package suiji

// #include <suiji.h>
import "C"

import (
	"bytes"
	"context"
	"encoding/json"
)

// FrameRows returns the rows of the registry before the draw, with their state in a task.
func (s *Sealed) FrameRows(task string) ([]SampleRow, error) {
	of := []byte(task)
	lines, err := callBytes(s.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_frame_rows(s.handle.raw(), chars(of), size(of), out, failure)
	})
	return sampleRows(lines, err)
}

// SampleRows returns the result of a task for every entity of the registry. If sealed is nil, it returns only the
// selected entities and the reserves, without class.
func (r *Record) SampleRows(ctx context.Context, sealed *Sealed, task string, with ...RunOption) ([]SampleRow, error) {
	of := []byte(task)
	uses := []*handle{r.native(), sealed.native()}
	lines, err := runBytes(ctx, with, uses, func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_sample_rows(uses[0].raw(), uses[1].raw(), chars(of), size(of), run, out, failure)
	})
	return sampleRows(lines, err)
}

func sampleRows(lines []byte, err error) ([]SampleRow, error) {
	if err != nil {
		return nil, err
	}
	rows := make([]SampleRow, 0, bytes.Count(lines, []byte{'\n'}))
	for line := range bytes.Lines(lines) {
		var row SampleRow
		if err := json.Unmarshal(line, &row); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}
