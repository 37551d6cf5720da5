package suiji

// #include <suiji.h>
import "C"

import "encoding/json"

// parse reads a document with all checks of the library, into a structure that has no methods of its own.
func parse(kind C.int32_t, document []byte, into any) error {
	written, err := callBytes(nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_document(kind, C.SUIJI_JSON, chars(document), size(document), nil, out, failure)
	})
	if err != nil {
		return err
	}
	return json.Unmarshal(written, into)
}

// check has the library check a document that was made in Go.
func check(kind C.int32_t, document any) error {
	written, err := json.Marshal(document)
	if err != nil {
		return err
	}
	_, err = callBytes(nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_document(kind, C.SUIJI_JSON, chars(written), size(written), nil, out, failure)
	})
	return err
}

// unlessFailed returns the value, or only the error.
func unlessFailed[T any](value *T, err error) (*T, error) {
	if err != nil {
		return nil, err
	}
	return value, nil
}

// callList makes a call whose result is a JSON list.
func callList[T any](uses []*handle, do work) ([]T, error) {
	document, err := callBytes(uses, do)
	if err != nil {
		return nil, err
	}
	var values []T
	return values, json.Unmarshal(document, &values)
}

// callObject makes a call whose result is a JSON object; nil if there is none.
func callObject[T any](uses []*handle, do work) (*T, error) {
	document, err := callBytes(uses, do)
	if err != nil || document == nil {
		return nil, err
	}
	value := new(T)
	return unlessFailed(value, json.Unmarshal(document, value))
}

// callText makes a call whose result is a text.
func callText(uses []*handle, do work) (string, error) {
	text, err := callBytes(uses, do)
	return string(text), err
}

// optional writes a document that can be left out.
func optional[T any](document *T) ([]byte, error) {
	if document == nil {
		return nil, nil
	}
	return json.Marshal(document)
}

func canonical(document any) ([]byte, error) {
	written, err := json.Marshal(document)
	if err != nil {
		return nil, err
	}
	return CanonicalJSON(written)
}

func digest(kind C.int32_t, hash Hash, document any) (string, error) {
	written, err := json.Marshal(document)
	if err != nil {
		return "", err
	}
	return callText(nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_digest(kind, hash.number(), chars(written), size(written), out, failure)
	})
}

// number is the number of a hash suite in the header. An unknown word gets a number that the library refuses.
func (h Hash) number() C.int32_t {
	switch h {
	case "":
		return 0
	case HashSHA256:
		return C.SUIJI_SHA256
	case HashSM3:
		return C.SUIJI_SM3
	}
	return -1
}

func find[T any](list []T, is func(*T) bool) *T {
	for at := range list {
		if is(&list[at]) {
			return &list[at]
		}
	}
	return nil
}

// CanonicalJSON returns the canonical form of a JSON document (RFC 8785). Digests are hashes of this form.
func CanonicalJSON(document []byte) ([]byte, error) {
	return callBytes(nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_canonical_json(chars(document), size(document), out, failure)
	})
}

// DigestGroups returns a digest in groups of four digits, for reading aloud.
func DigestGroups(digest string) (string, error) {
	of := []byte(digest)
	return callText(nil, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_digest_groups(chars(of), size(of), out, failure)
	})
}
