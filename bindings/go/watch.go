package suiji

// #include <stdint.h>
import "C"

import (
	"runtime/cgo"
	"unsafe"
)

// suijiGoWatch passes progress on. A panic must not cross the library. It is kept, the call is cancelled, and then the panic continues.
//
//export suijiGoWatch
func suijiGoWatch(context unsafe.Pointer, stage C.int32_t, done, total C.int64_t) (stop C.int32_t) {
	progress := cgo.Handle(uintptr(context)).Value().(*watch)
	defer func() {
		if panicked := recover(); panicked != nil {
			progress.panicked = panicked
			stop = 1
		}
	}()
	progress.report(Progress{Stage: stageName(stage), Done: int64(done), Total: int64(total)})
	if progress.ctx.Err() != nil {
		return 1
	}
	return 0
}
