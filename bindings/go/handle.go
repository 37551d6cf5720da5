package suiji

// #include <suiji.h>
import "C"

import (
	"errors"
	"io"
	"runtime"
	"sync"
)

// ErrClosed is returned by the methods of an object that was closed.
var ErrClosed = errors.New("suiji: the object is closed")

// handle owns an object of the library. It is freed when it is closed and no call uses it, or when nothing refers to it any more.
type handle struct {
	object  *C.suiji_handle
	cleanup runtime.Cleanup

	mutex  sync.Mutex
	calls  int
	closed bool
}

func free(object *C.suiji_handle) {
	C.suiji_free(object)
}

func newHandle(object *C.suiji_handle) *handle {
	made := &handle{object: object}
	made.cleanup = runtime.AddCleanup(made, free, object)
	return made
}

// raw is the pointer for a call, which must have acquired the handle.
func (h *handle) raw() *C.suiji_handle {
	if h == nil {
		return nil
	}
	return h.object
}

func (h *handle) acquire() error {
	if h == nil {
		return nil
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.closed {
		return ErrClosed
	}
	h.calls++
	return nil
}

func releaseAll(uses []*handle) {
	for _, one := range uses {
		one.release()
	}
}

func (h *handle) release() {
	if h == nil {
		return
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	h.calls--
	h.freeIfUnused()
}

func (h *handle) close() {
	if h == nil {
		return
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if !h.closed {
		h.closed = true
		h.freeIfUnused()
	}
}

// freeIfUnused must be called with the lock.
func (h *handle) freeIfUnused() {
	if h.closed && h.calls == 0 {
		h.cleanup.Stop()
		free(h.object)
	}
}

// object is the common part of the types that keep an object of the library.
type object struct {
	handle *handle
}

// Close frees the object. Calls that use it finish first. Later calls return [ErrClosed]. Closing twice is allowed.
func (o object) Close() error {
	o.handle.close()
	return nil
}

func (o object) uses() []*handle {
	return []*handle{o.handle}
}

// writeTo writes the object in one of the forms that it has.
func (o object) writeTo(to io.Writer, form C.int32_t) (int64, error) {
	written, err := callBytes(o.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_write(o.handle.raw(), form, nil, out, failure)
	})
	if err != nil {
		return 0, err
	}
	count, err := to.Write(written)
	return int64(count), err
}

// part is a document or text that the object contains; nil if it does not have it.
func (o object) part(part C.int32_t) ([]byte, error) {
	return callBytes(o.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_part(o.handle.raw(), part, out, failure)
	})
}

// partOf is another object that it contains, which is shared.
func (o object) partOf(part C.int32_t) (object, error) {
	made, err := callHandle(o.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_part(o.handle.raw(), part, out, failure)
	})
	return object{made}, err
}
