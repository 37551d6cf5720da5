package suiji

// #include <suiji.h>
import "C"

import (
	"bytes"
	"context"
	"encoding/json"
)

// An Importer reads the lists and the plan of an office: XLSX, XLS, ODS, CSV in any encoding, text, or DOCX for a plan. It finds headers,
// cleans values, and logs every change. A value that it does not understand leads to a question. The same files and
// answers always give the same bytes.
type Importer struct {
	// The files, recognised by their content.
	Files []ImportFile
	// The answers to questions, by their ids.
	Answers map[string]string
	// Answers that the command saved, the files import-map.json. Answers takes precedence over them.
	AnswerFiles [][]byte
	// Names of other columns to keep in extra, or all of them.
	Extra    []string
	AllExtra bool
	// Data of the case, for recognising words and replacing names by ids. Each can be nil.
	Plan     *Plan
	Registry *Registry
	Roster   *Roster
}

// An ImportFile is a file of an office. Its name is used in the log.
type ImportFile struct {
	Name string
	Data []byte
}

// ImportLists imports lists. Each list is recognised by its columns.
func (i *Importer) ImportLists() (*Import, error) {
	return i.lists(0)
}

// ImportRegistry imports a registry. Each list in the files must be a registry.
func (i *Importer) ImportRegistry() (*Import, error) {
	return i.lists(C.SUIJI_REGISTRY)
}

// ImportRoster imports a roster. Each list in the files must be a roster.
func (i *Importer) ImportRoster() (*Import, error) {
	return i.lists(C.SUIJI_ROSTER)
}

// ImportHistory imports a history. Each list in the files must be a history.
func (i *Importer) ImportHistory() (*Import, error) {
	return i.lists(C.SUIJI_HISTORY)
}

// ImportPlan imports a plan: its document, and the files of its annexes.
func (i *Importer) ImportPlan() (*Import, error) {
	answers, err := i.answers()
	if err != nil {
		return nil, err
	}
	return i.from(func(files *handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_import_plan(files.raw(), chars(answers), size(answers), i.Registry.native().raw(), i.Roster.native().raw(), out, failure)
	})
}

func (i *Importer) lists(kind C.int32_t) (*Import, error) {
	answers, err := i.answers()
	if err != nil {
		return nil, err
	}
	plan, err := optional(i.Plan)
	if err != nil {
		return nil, err
	}
	extra, err := listOrNone(i.Extra)
	if err != nil {
		return nil, err
	}
	if i.AllExtra {
		extra = []byte(`"all"`)
	}
	return i.from(func(files *handle, out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_import_lists(files.raw(), kind, chars(extra), size(extra), chars(answers), size(answers), chars(plan), size(plan),
			i.Registry.native().raw(), i.Roster.native().raw(), out, failure)
	})
}

// answers are documents, one after another. A later answer replaces an earlier one.
func (i *Importer) answers() ([]byte, error) {
	documents := bytes.Join(i.AnswerFiles, []byte("\n"))
	if len(i.Answers) == 0 {
		return documents, nil
	}
	own, err := json.Marshal(map[string]any{"answers": i.Answers})
	return append(append(documents, '\n'), own...), err
}

func (i *Importer) from(do func(files *handle, out, failure **C.suiji_handle) C.int32_t) (*Import, error) {
	files, err := callHandle(nil, func(out, failure **C.suiji_handle) C.int32_t { return C.suiji_files_new(out, failure) })
	if err != nil {
		return nil, err
	}
	defer files.close()
	for _, file := range i.Files {
		name := []byte(file.Name)
		err := callCheck([]*handle{files}, func(failure **C.suiji_handle) C.int32_t {
			return C.suiji_files_add(files.raw(), chars(name), size(name), chars(file.Data), size(file.Data), failure)
		})
		if err != nil {
			return nil, err
		}
	}
	made, err := callHandle([]*handle{files, i.Registry.native(), i.Roster.native()}, func(out, failure **C.suiji_handle) C.int32_t {
		return do(files, out, failure)
	})
	return unlessFailed(&Import{object{made}}, err)
}

// An Import is the result of an import: tables or a plan, or questions, and the log.
type Import struct{ object }

// Check returns an error if a question is open. It names the first questions, with their ids and the possible answers.
func (i *Import) Check() error {
	return callCheck(i.uses(), func(failure **C.suiji_handle) C.int32_t { return C.suiji_import_check(i.handle.raw(), failure) })
}

func (i *Import) partAs(part, form C.int32_t) ([]byte, error) {
	return callBytes(i.uses(), func(out, failure **C.suiji_handle) C.int32_t {
		return C.suiji_import_part(i.handle.raw(), part, form, out, failure)
	})
}

// Registry returns the registry; nil if none was imported, or a question is open.
func (i *Import) Registry() (*Registry, error) {
	return importedTable(i, C.SUIJI_REGISTRY, func(of table[Entity]) *Registry { return &Registry{of} })
}

// Roster returns the roster; nil if none was imported, or a question is open.
func (i *Import) Roster() (*Roster, error) {
	return importedTable(i, C.SUIJI_ROSTER, func(of table[Inspector]) *Roster { return &Roster{of} })
}

// History returns the history; nil if none was imported, or a question is open.
func (i *Import) History() (*History, error) {
	return importedTable(i, C.SUIJI_HISTORY, func(of table[Visit]) *History { return &History{of} })
}

func importedTable[T, R any](of *Import, kind C.int32_t, made func(table[R]) *T) (*T, error) {
	file, err := of.partAs(kind, C.SUIJI_CSV)
	if err != nil || file == nil {
		return nil, err
	}
	read, err := readTable[R](context.Background(), kind, C.SUIJI_CSV, bytes.NewReader(file), nil)
	return unlessFailed(made(read), err)
}

// Plan returns the plan; nil if none was imported, or a question is open.
func (i *Import) Plan() (*Plan, error) {
	document, err := i.partAs(C.SUIJI_PLAN, C.SUIJI_JSON)
	if err != nil || document == nil {
		return nil, err
	}
	return ParsePlan(document)
}

// Summary returns totals, questions, and the understood texts of a plan.
func (i *Import) Summary() (*ImportSummary, error) {
	document, err := i.partAs(C.SUIJI_SUMMARY, C.SUIJI_JSON)
	if err != nil {
		return nil, err
	}
	summary := new(ImportSummary)
	return unlessFailed(summary, json.Unmarshal(document, summary))
}

// Changes returns every change of a value, a row or a column, sheet by sheet and row by row.
func (i *Import) Changes() ([]ImportChange, error) {
	lines, err := i.partAs(C.SUIJI_LOG, C.SUIJI_JSON_LINES)
	if err != nil {
		return nil, err
	}
	var changes []ImportChange
	for line := range bytes.Lines(lines) {
		var change ImportChange
		if err := json.Unmarshal(line, &change); err != nil {
			return nil, err
		}
		changes = append(changes, change)
	}
	return changes, nil
}

// LogCSV returns the log for a spreadsheet: UTF-8 with a byte order mark.
func (i *Import) LogCSV() ([]byte, error) {
	return i.partAs(C.SUIJI_LOG, C.SUIJI_CSV)
}

// Page returns the log as an HTML page for printing and signing, in English.
func (i *Import) Page() ([]byte, error) {
	return i.partAs(C.SUIJI_LOG, C.SUIJI_HTML_EN)
}

// PageZH returns the log as an HTML page for printing and signing, in Chinese.
func (i *Import) PageZH() ([]byte, error) {
	return i.partAs(C.SUIJI_LOG, C.SUIJI_HTML)
}

// ImportSummary is the totals and questions of an import.
type ImportSummary struct {
	// The totals of each list.
	Lists []ImportList `json:"lists"`
	// The first 1,000 questions, and the number of further ones.
	Questions     []ImportQuestion `json:"questions"`
	MoreQuestions int64            `json:"more_questions"`
	// Every text of a plan that was used, with its value.
	Understood []Understood `json:"understood"`
}

// ImportList has the totals of a list: rows read and imported, rows left out and cells changed by rule, columns left
// out.
type ImportList struct {
	List           string           `json:"list"`
	Read           int64            `json:"read"`
	Taken          int64            `json:"taken"`
	LeftOut        map[string]int64 `json:"left_out"`
	Changed        map[string]int64 `json:"changed"`
	ColumnsLeftOut []string         `json:"columns_left_out"`
}

// ImportQuestion is something that was not understood. Answer it by its id.
type ImportQuestion struct {
	ID string `json:"id"`
	// The list, the subject of the question (such as "value"), the field, and the value in the file.
	List  string `json:"list"`
	About string `json:"about"`
	Field string `json:"field"`
	Value string `json:"value"`
	// The question, in both languages.
	Message Message        `json:"message"`
	Choices []ImportChoice `json:"choices"`
	// Whether answers other than the choices are possible.
	AnyValue bool          `json:"any_value"`
	Places   []ImportPlace `json:"places"`
	// The number of all places.
	Count int64 `json:"count"`
	// An answer that was given and refused, and why.
	Refused    string   `json:"refused"`
	WhyRefused *Message `json:"why_refused"`
}

// ImportChoice is a possible answer, and its meaning.
type ImportChoice struct {
	Answer string  `json:"answer"`
	Means  Message `json:"means"`
}

// ImportPlace is a place in the files.
type ImportPlace struct {
	File   string `json:"file"`
	Sheet  string `json:"sheet"`
	Row    int64  `json:"row"`
	Column string `json:"column"`
}

// ImportChange is a change of a value, a row or a column.
type ImportChange struct {
	File   string `json:"file"`
	Sheet  string `json:"sheet"`
	Row    int64  `json:"row"`
	Rows   int64  `json:"rows"`
	Column string `json:"column"`
	Before string `json:"before"`
	After  string `json:"after"`
	// The ids of the rules that made it.
	Rules []string `json:"rules"`
}

// Understood is a text of a plan, and the value that it became.
type Understood struct {
	Task   string  `json:"task"`
	Field  Message `json:"field"`
	Before string  `json:"before"`
	After  string  `json:"after"`
	Means  Message `json:"means"`
	// Whether it follows from an answer.
	Answered bool        `json:"answered"`
	Place    ImportPlace `json:"place"`
}
