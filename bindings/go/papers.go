package suiji

// #include <suiji.h>
import "C"

import "encoding/json"

// PapersOptions has the data for papers in addition to the draw. Each field can be left out.
type PapersOptions struct {
	Amendments *Amendments
	// The results of the inspections. The kinds outcomes, proposals and summary are made from them.
	Results *Results
	// The settings of the office, office.json.
	Office []byte
	// Notices of holidays, holidays.json, for years that this version does not know.
	Holidays []byte
	// The templates of the office: texts by names such as minutes.zh.html.
	Templates map[string]string
	// The kinds. Without kinds and letters, all kinds are made.
	Kinds []PaperKind
	// The ids of the entities that get a letter with their receipt.
	Letters []string
	// English papers instead of Chinese ones.
	English bool
}

// A Paper is a file that an office prints, hands out or publishes.
type Paper struct {
	Kind  PaperKind `json:"kind"`
	Form  PaperForm `json:"form"`
	Name  string    `json:"name"` // of the file; with a / if it is in a subfolder
	Title string    `json:"title"`
	// Whether it may be published: only the announcement and the outcomes.
	Public bool   `json:"public"`
	Data   []byte `json:"-"`
}

// Papers makes the papers of a draw: minutes, task sheets, notices, the announcement, tables, letters, and the page that lists them.
func (s *Sealed) Papers(record *Record, of PapersOptions) ([]Paper, error) {
	amendments, err := optional(of.Amendments)
	if err != nil {
		return nil, err
	}
	results, err := optional(of.Results)
	if err != nil {
		return nil, err
	}
	var templates []byte
	if len(of.Templates) > 0 {
		if templates, err = json.Marshal(of.Templates); err != nil {
			return nil, err
		}
	}
	kinds, err := listOrNone(of.Kinds)
	if err != nil {
		return nil, err
	}
	letters, err := listOrNone(of.Letters)
	if err != nil {
		return nil, err
	}
	language := C.int32_t(C.SUIJI_ZH)
	if of.English {
		language = C.SUIJI_EN
	}
	uses := []*handle{s.native(), record.native()}
	made, err := callHandle(uses, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_papers(uses[0].raw(), uses[1].raw(), chars(amendments), size(amendments), chars(results), size(results),
			chars(of.Office), size(of.Office), chars(of.Holidays), size(of.Holidays), chars(templates), size(templates),
			chars(kinds), size(kinds), chars(letters), size(letters), language, out, failure)
	})
	if err != nil {
		return nil, err
	}
	defer made.close()
	return papersIn(made)
}

func papersIn(made *handle) ([]Paper, error) {
	uses := []*handle{made}
	papers, err := callList[Paper](uses, func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_papers_list(made.raw(), out, failure)
	})
	if err != nil {
		return nil, err
	}
	for at := range papers {
		papers[at].Data, err = callBytes(uses, func(out, failure **C.suiji_handle) C.int32_t {
			return C.suiji_paper(made.raw(), C.int32_t(at), out, failure)
		})
		if err != nil {
			return nil, err
		}
	}
	return papers, nil
}

func listOrNone[T any](list []T) ([]byte, error) {
	if len(list) == 0 {
		return nil, nil
	}
	return json.Marshal(list)
}

// PaperKind is a word: the kind of a paper.
type PaperKind string

// The words of [PaperKind].
const (
	PaperKindMinutes      PaperKind = "minutes"
	PaperKindTaskSheet    PaperKind = "task_sheet"
	PaperKindApproval     PaperKind = "approval"
	PaperKindNotice       PaperKind = "notice"
	PaperKindAnnouncement PaperKind = "announcement"
	PaperKindOutcomes     PaperKind = "outcomes"
	PaperKindProposals    PaperKind = "proposals"
	PaperKindSummary      PaperKind = "summary"
	PaperKindTable        PaperKind = "table"
	PaperKindPicture      PaperKind = "picture"
	PaperKindLetter       PaperKind = "letter"
	PaperKindIndex        PaperKind = "index"
)

// PaperForm is a word: the form of a paper.
type PaperForm string

// The words of [PaperForm].
const (
	PaperFormHTML PaperForm = "html"
	PaperFormDocx PaperForm = "docx"
	PaperFormXlsx PaperForm = "xlsx"
	PaperFormCSV  PaperForm = "csv"
	PaperFormSVG  PaperForm = "svg"
	PaperFormJSON PaperForm = "json"
)
