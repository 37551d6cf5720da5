package suiji

/*
#include <suiji.h>

extern int32_t suijiGoWatch(void *context, int32_t stage, int64_t done, int64_t total);

static inline int32_t suiji_go_watch(const suiji_handle *run, uintptr_t context, suiji_handle **error)
{
    return suiji_run_watch(run, suijiGoWatch, (void *)context, error);
}
*/
import "C"

import (
	"context"
	"fmt"
	"math"
	"runtime/cgo"
)

// A RunOption sets how a long call runs. It cannot change the result.
type RunOption func(*options)

type options struct {
	threads    int
	onProgress func(Progress)
}

// Threads sets the number of threads for a call, including the calling one. Without it, a call uses one thread.
func Threads(count int) RunOption {
	return func(of *options) { of.threads = count }
}

// OnProgress reports the progress of a call to a function, on the goroutine of the call, about a hundred times in each
// stage. To cancel the call from within, cancel its context. Do not panic.
func OnProgress(report func(Progress)) RunOption {
	return func(of *options) { of.onProgress = report }
}

// Progress is the progress of a call.
type Progress struct {
	// The stage, such as "tickets".
	Stage string
	// The number of units done.
	Done int64
	// The total number of units; 0 if it is not known.
	Total int64
}

// watch receives the progress of a call.
type watch struct {
	ctx      context.Context
	report   func(Progress)
	panicked any
}

// runWork is a call that takes a run.
type runWork func(run *C.suiji_handle, out, failure **C.suiji_handle) C.int32_t

// callRun makes a call that the context can cancel. It then returns the cause of the context.
func callRun(ctx context.Context, with []RunOption, uses []*handle, do runWork) (*C.suiji_handle, error) {
	if err := ctx.Err(); err != nil {
		return nil, cancelled(ctx)
	}
	chosen := options{threads: 1}
	for _, option := range with {
		option(&chosen)
	}
	threads := C.int32_t(min(max(chosen.threads, 1), math.MaxInt32))
	run, err := call(nil, func(out, failure **C.suiji_handle) C.int32_t { return C.suiji_run_new(threads, out, failure) })
	if err != nil {
		return nil, err
	}
	defer free(run)
	progress := &watch{ctx: ctx, report: chosen.onProgress}
	if progress.report != nil {
		reference := cgo.NewHandle(progress)
		defer reference.Delete()
		err := callCheck(nil, func(failure **C.suiji_handle) C.int32_t {
			return C.suiji_go_watch(run, C.uintptr_t(reference), failure)
		})
		if err != nil {
			return nil, err
		}
	}
	done := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(done)
		C.suiji_run_cancel(run, nil)
	})
	out, err := call(uses, func(out, failure **C.suiji_handle) C.int32_t { return do(run, out, failure) })
	if !stop() {
		<-done // the run must live until it was cancelled
	}
	if progress.panicked != nil {
		free(out)
		panic(progress.panicked)
	}
	if failed, ok := err.(*Error); ok && failed.Kind == "cancelled" && ctx.Err() != nil {
		return nil, cancelled(ctx)
	}
	return out, err
}

func stageName(stage C.int32_t) string {
	return C.GoString(C.suiji_stage_name(stage))
}

func cancelled(ctx context.Context) error {
	return fmt.Errorf("suiji: %w", context.Cause(ctx))
}

func runHandle(ctx context.Context, with []RunOption, uses []*handle, do runWork) (*handle, error) {
	out, err := callRun(ctx, with, uses, do)
	if err != nil {
		return nil, err
	}
	return newHandle(out), nil
}

func runBytes(ctx context.Context, with []RunOption, uses []*handle, do runWork) ([]byte, error) {
	out, err := callRun(ctx, with, uses, do)
	return take(out), err
}
