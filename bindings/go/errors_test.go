package suiji_test

import (
	"errors"
	"testing"

	"suiji.org/suiji"
)

// hasCode ends the test unless the error has this code.
func hasCode(t *testing.T, what, code string, err error) {
	t.Helper()
	var refused *suiji.Error
	if !errors.As(err, &refused) || refused.Code != code {
		t.Errorf("%s: expected %s, found %v", what, code, err)
	}
}
