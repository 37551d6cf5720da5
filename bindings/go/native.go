package suiji

/*
#cgo !suiji_static pkg-config: suiji
#cgo suiji_static pkg-config: --static suiji
#include <suiji.h>
*/
import "C"

import (
	"fmt"
	"unsafe"
)

// Spec is the format of the documents.
const Spec = "suiji-v1"

// Version returns the version of the C library, such as "0.1.0".
func Version() string {
	return C.GoString(C.suiji_version())
}

// The compiler finds the header and the loader finds the library, so their versions can differ.
func init() {
	if found := C.suiji_abi(); found != C.SUIJI_ABI {
		panic(fmt.Sprintf("suiji: this program needs version %d of the C interface, the library has %d: install the library again",
			C.SUIJI_ABI, found))
	}
}

// chars and size pass bytes. Go does not move them during a call, and the library does not keep them.
func chars(data []byte) *C.char {
	return (*C.char)(unsafe.Pointer(unsafe.SliceData(data)))
}

func size(data []byte) C.size_t {
	return C.size_t(len(data))
}

// work is a call of the library: it writes its result and its error.
type work func(out, failure **C.suiji_handle) C.int32_t

// call makes a call that uses these handles. Those that are nil are left out.
func call(uses []*handle, do work) (*C.suiji_handle, error) {
	for at, one := range uses {
		if err := one.acquire(); err != nil {
			releaseAll(uses[:at])
			return nil, err
		}
	}
	defer releaseAll(uses)
	var out, failure *C.suiji_handle
	if status := do(&out, &failure); status != C.SUIJI_OK {
		return nil, errorOf(failure)
	}
	return out, nil
}

// callBytes makes a call whose result is a document or text; nil if there is none.
func callBytes(uses []*handle, do work) ([]byte, error) {
	out, err := call(uses, do)
	return take(out), err
}

// callHandle makes a call whose result is another handle.
func callHandle(uses []*handle, do work) (*handle, error) {
	out, err := call(uses, do)
	if err != nil {
		return nil, err
	}
	return newHandle(out), nil
}

// callCheck makes a call that only succeeds or fails.
func callCheck(uses []*handle, do func(failure **C.suiji_handle) C.int32_t) error {
	_, err := call(uses, func(_, failure **C.suiji_handle) C.int32_t { return do(failure) })
	return err
}

// take copies the bytes of a result, and frees it.
func take(out *C.suiji_handle) []byte {
	if out == nil {
		return nil
	}
	defer C.suiji_free(out)
	return copied(out)
}

// copied copies the bytes of an object that has some.
func copied(of *C.suiji_handle) []byte {
	count := C.suiji_size(of)
	bytes := make([]byte, count)
	copy(bytes, unsafe.Slice((*byte)(unsafe.Pointer(C.suiji_data(of))), count))
	return bytes
}
