package suiji_test

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"suiji.org/suiji"
)

// The cases of tests/vectors/accumulated.json, made by the rule in that file. Numbers in comments are those of its paragraphs.

// stream is the words of a case, and the choices that are made from them.
type stream struct {
	name   string
	blocks int
	left   []byte
}

func (s *stream) next() uint64 {
	if len(s.left) == 0 {
		block := sha256.Sum256(fmt.Appendf(nil, "%s/%d", s.name, s.blocks))
		s.left = block[:]
		s.blocks++
	}
	word := binary.BigEndian.Uint64(s.left)
	s.left = s.left[8:]
	return word
}

func (s *stream) pick(bound int) int {
	return int(s.next() % uint64(bound))
}

func (s *stream) oneIn(many int) bool {
	return s.pick(many) == 0
}

func (s *stream) of(members ...string) string {
	return members[s.pick(len(members))]
}

func (s *stream) some(members ...string) []string {
	some := []string{}
	for _, member := range members {
		if s.oneIn(2) {
			some = append(some, member)
		}
	}
	return some
}

func (s *stream) hex() string {
	return fmt.Sprintf("%016x%016x%016x%016x", s.next(), s.next(), s.next(), s.next())
}

func (s *stream) day(year string, months int) string {
	return fmt.Sprintf("%s-0%d-%d", year, 1+s.pick(months), 10+s.pick(19))
}

type fields = map[string]any

var (
	categories  = []string{"汽车销售", "加油站", "外商投资"}
	districts   = []string{"140521", "140522", "1405", "140521100"}
	departments = []string{"县工信局", "县市场监管局"}
	skills      = []string{"汽车", "财务"}
	levels      = []string{"县", "市"}
	taskIDs     = []string{"T0", "T1", "T9"}
	ratios      = []string{"1%", "5%", "12.5%", "20%", "33.333333%", "40%", "50%", "66.6%", "100%"}
)

// A generated case, while it is made.
type generated struct {
	*stream
	classes    []string
	entities   []string
	inspectors []string
}

func generate(t *testing.T, seed string, number int) documents {
	t.Helper()
	g := &generated{stream: &stream{name: fmt.Sprintf("%s/%d", seed, number)}, classes: []string{"high", "elevated", "general", "low"}}
	ceremony := fields{"hash": g.of("sha256", "sm3"), "sealed_at": "2024-08-30T09:00:00+08:00"} // 1
	if g.oneIn(2) {
		ceremony["secret"] = g.hex()
	}
	own := g.ownClasses()
	registry := make([]fields, 1+g.pick(24))
	for at := range registry {
		registry[at] = g.entity(at)
	}
	roster := make([]fields, 3+g.pick(10))
	for at := range roster {
		roster[at] = g.inspector(at)
	}
	all := documents{}
	set := func(name, form string, value any) { all[name] = written(t, fields{form: value}) }
	set("registry.jsonl", "rows", registry)
	set("roster.jsonl", "rows", roster)
	set("history.jsonl", "rows", g.history())
	set("plan.json", "json", g.plan(own))
	var contributions []fields
	ceremony["sources"], contributions = g.sources(t, suiji.Hash(ceremony["hash"].(string)))
	set("ceremony.json", "json", ceremony)
	commitment := strings.Repeat("0", 64)
	if sealed, err := all.seal(t); err == nil {
		commitment = must(sealed.Digest())(t)
		sealed.Close()
	}
	set("contributions.json", "json", fields{"spec": suiji.Spec, "commitment": commitment, "contributions": contributions})
	return all
}

func (g *generated) ownClasses() []fields { // 2
	if !g.oneIn(3) {
		return nil
	}
	own := make([]fields, 2+g.pick(3))
	g.classes = nil
	for at := range own {
		id := fmt.Sprintf("K%d", at+1)
		own[at] = fields{"id": id, "name": fmt.Sprintf("类%d", at+1)}
		g.classes = append(g.classes, id)
	}
	return own
}

func (g *generated) entity(number int) fields { // 3
	id := fmt.Sprintf("%s%d", g.of("A-", "b/", "9."), number)
	g.entities = append(g.entities, id)
	row := fields{"id": id, "name": fmt.Sprintf("样例企业%d%s", number, g.of("", "（有限）", "😀", `"\`))}
	if !g.oneIn(8) {
		row["class"] = g.of(g.classes...)
	}
	row["categories"] = g.some(categories...)
	if !g.oneIn(5) {
		row["district"] = g.of(districts...)
	}
	if !g.oneIn(4) {
		row["industry"] = g.of("5264", "52", "F51")
	}
	if g.oneIn(4) {
		row["status"] = g.of("active", "inactive")
	}
	if !g.oneIn(3) {
		row["established"] = g.day(fmt.Sprint(2000+g.pick(25)), 9)
	}
	if g.oneIn(16) {
		row["exempt"] = "样例免检名单"
		if g.oneIn(2) {
			row["exempt_from"] = []string{g.of(taskIDs...)}
		}
	}
	if g.oneIn(4) {
		row["extra"] = fields{"地址": fmt.Sprintf("样例路%d", g.pick(100)), "ﬀ": "1", "😀": "2"}
	}
	return row
}

func (g *generated) inspector(number int) fields { // 4
	id := fmt.Sprintf("P%d", number)
	g.inspectors = append(g.inspectors, id)
	row := fields{"id": id, "name": fmt.Sprintf("样例人员%d", number), "department": g.of(departments...)}
	if !g.oneIn(3) {
		row["district"] = g.of(districts...)
	}
	row["skills"] = g.some(skills...)
	row["lead"] = g.oneIn(2)
	row["expert"] = g.oneIn(8)
	if g.oneIn(3) {
		row["max_load"] = 1 + g.pick(4)
	}
	if g.oneIn(4) {
		row["load"] = g.pick(3)
	}
	if g.oneIn(6) {
		row["valid_to"] = g.of("2024-08-31", "2024-10-15", "2025-01-01")
	}
	if g.oneIn(3) {
		row["recuse"] = []string{g.of(g.entities...)}
	}
	return row
}

func (g *generated) history() []fields { // 5
	rows := []fields{}
	made := map[[4]string]bool{}
	for range g.pick(9) {
		key := [4]string{g.of(g.entities...), g.of(taskIDs...)}
		key[2] = g.day(g.of("2023", "2024", "2024"), 8)
		key[3] = g.of("planned", "planned", "planned", "case")
		row := fields{"entity": key[0], "task": key[1], "date": key[2], "kind": key[3]}
		if g.oneIn(3) {
			row["by"] = []string{g.of(levels...)}
		}
		if g.oneIn(2) {
			row["inspectors"] = []string{g.of(g.inspectors...)}
		}
		if !made[key] {
			rows = append(rows, row)
		}
		made[key] = true
	}
	return rows
}

func (g *generated) plan(own []fields) fields { // 6
	plan := fields{"title": "样例计划", "authority": "样例县工信局", "year": 2024}
	if own != nil {
		plan["classes"] = own
	}
	plan["limits"] = g.limits("L", g.pick(3))
	if g.oneIn(3) {
		plan["max_load"] = 1 + g.pick(6)
	}
	if !g.oneIn(8) {
		plan["window"] = fields{"from": "2024-09-01", "to": "2024-11-30"}
	}
	tasks := []fields{}
	for at := range 1 + g.pick(3) {
		tasks = append(tasks, g.task(at, tasks))
	}
	plan["tasks"] = tasks
	return plan
}

func (g *generated) limits(letter string, count int) []fields {
	limits := make([]fields, count)
	for at := range limits {
		limit := fields{"id": fmt.Sprintf("%s%d", letter, at), "visits": 1 + g.pick(2)}
		if g.oneIn(4) {
			limit["from"] = g.of("2023-06-01", "2024-04-01")
		}
		if g.oneIn(4) {
			limit["classes"] = []string{g.of(g.classes...)}
		}
		if g.oneIn(4) {
			limit["by"] = []string{g.of(levels...)}
		}
		limits[at] = limit
	}
	return limits
}

func (g *generated) task(number int, earlier []fields) fields {
	task := fields{"id": fmt.Sprintf("T%d", number), "name": fmt.Sprintf("样例任务%d", number), "limits": g.limits("M", g.pick(2))}
	if g.oneIn(2) {
		task["scope"] = g.scope()
	}
	quota := g.quota()
	if quota != nil {
		task["quota"] = quota
	}
	if quota == nil || g.oneIn(2) {
		task["risk"] = g.risk()
	}
	if !g.oneIn(3) {
		task["coordination"] = g.of("g", "g", "h")
	}
	task["reserves"] = g.pick(3)
	if g.oneIn(6) {
		task["window"] = fields{"from": "2024-09-01", "to": g.of("2024-10-31", "2024-11-30")}
	}
	if !g.oneIn(4) {
		if task["team"] = g.shared(task, earlier); task["team"] == nil {
			task["team"] = g.team()
		}
	}
	return task
}

// shared is the team of the first earlier task of the same coordination, or its first seats alone; nil if there is none.
func (g *generated) shared(task fields, earlier []fields) any {
	for _, other := range earlier {
		team, has := other["team"].(fields)
		if task["coordination"] == nil || task["coordination"] != other["coordination"] || !has {
			continue
		}
		if g.oneIn(3) {
			return nil
		}
		if g.oneIn(2) {
			first := fields{}
			for key, value := range team {
				first[key] = value
			}
			first["seats"] = team["seats"].([]fields)[:1]
			return first
		}
		return team
	}
	return nil
}

func (g *generated) scope() fields {
	scope := fields{}
	if g.oneIn(2) {
		scope["categories"] = []string{g.of(categories...)}
	}
	if g.oneIn(3) {
		scope["districts"] = []string{g.of("1405", "140521")}
	}
	if g.oneIn(4) {
		scope["industries"] = []string{g.of("5", "52")}
	}
	if g.oneIn(4) {
		scope["established_before"] = "2020-01-01"
	}
	return scope
}

func (g *generated) quota() fields {
	quota := fields{}
	switch g.pick(6) {
	case 0, 1:
		quota["at_least"] = g.of(ratios...)
		if g.oneIn(3) {
			quota["min"] = 1 + g.pick(8)
		}
	case 2:
		quota["at_most"] = g.of(ratios...)
		if g.oneIn(2) {
			quota["max"] = 1 + g.pick(8)
		}
	case 3:
		quota["exactly"] = g.of(ratios...)
	case 4:
		quota["count"] = 1 + g.pick(10)
	default:
		return nil
	}
	return quota
}

func (g *generated) risk() fields {
	minimum, maximum, weights := fields{}, fields{}, fields{}
	for _, class := range g.classes {
		if g.oneIn(2) {
			minimum[class] = g.of(ratios...)
		}
	}
	for _, class := range g.classes {
		if g.oneIn(6) {
			maximum[class] = g.of(ratios...)
		}
	}
	for _, class := range g.classes {
		if g.oneIn(3) {
			weights[class] = 1 + g.pick(9)
		}
	}
	risk := fields{"minimum": minimum, "maximum": maximum, "weights": weights}
	if !g.oneIn(8) {
		risk["unrated_as"] = g.of(g.classes...)
	}
	return risk
}

func (g *generated) team() fields {
	first := fields{"department": g.of(departments...), "count": 2}
	if g.oneIn(4) {
		first["skills"] = []string{g.of(skills...)}
	}
	seats := []fields{first}
	for range g.pick(2) {
		seats = append(seats, fields{"department": g.of(departments...), "count": 1 + g.pick(2), "expert": g.oneIn(6)})
	}
	team := fields{"seats": seats, "lead_required": g.oneIn(3)}
	if district := g.pick(6); district < 2 {
		team["district"] = []string{"same", "other"}[district]
	}
	if g.oneIn(2) {
		team["rotation_from"] = g.of("2023-01-01", "2024-05-01")
	}
	return team
}

func (g *generated) sources(t *testing.T, hash suiji.Hash) (sources, contributions []fields) { // 7
	t.Helper()
	parts := []fields{{"count": 20, "from": 1, "to": 6}}
	thrown := make([]int, 20)
	for at := range thrown {
		thrown[at] = 1 + g.pick(6)
	}
	numbers := [][]int{thrown}
	if g.oneIn(2) {
		count := 2 + g.pick(2)
		parts = append(parts, fields{"count": count, "from": 0, "to": 9, "distinct": true})
		numbers = append(numbers, g.balls(count))
	}
	if g.oneIn(2) {
		nonce := g.hex()
		value := fmt.Sprintf("样例%d", g.pick(1000))
		commitment := must(suiji.CommitmentOf(hash, nonce, value))(t)
		sources = append(sources, fields{"kind": "committed", "by": "public", "name": "样例见证", "commitment": commitment})
		contributions = append(contributions, fields{"kind": "committed", "nonce": nonce, "value": value})
	}
	sources = append(sources, fields{"kind": "live", "by": "witness", "name": "样例掷骰", "parts": parts})
	return sources, append(contributions, fields{"kind": "live", "numbers": numbers})
}

func (g *generated) balls(count int) []int {
	drum := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	var drawn []int
	for range count {
		at := g.pick(len(drum))
		drawn = append(drawn, drum[at])
		drum = slices.Delete(drum, at, at+1)
	}
	slices.Sort(drawn)
	return drawn
}

// resultOf is the digest of the record of a case, or that it was refused.
func resultOf(t *testing.T, of documents) string {
	t.Helper()
	sealed, record, err := of.draw(t)
	if sealed != nil {
		defer sealed.Close()
	}
	if refused := new(suiji.Error); errors.As(err, &refused) {
		return "refused"
	}
	if err != nil {
		t.Fatal(err)
	}
	defer record.Close()
	return must(record.Digest())(t)
}

func TestTheGeneratedCasesMatch(t *testing.T) {
	var of struct {
		Seed  string
		First []struct {
			Documents documents
			Number    int
			Result    string
		}
		After map[string]string
	}
	if err := json.Unmarshal(must(os.ReadFile(filepath.Join(vectors, "accumulated.json")))(t), &of); err != nil {
		t.Fatal(err)
	}
	for _, one := range of.First {
		made := generate(t, of.Seed, one.Number)
		for name := range one.Documents {
			same(t, fmt.Sprintf("%s of case %d", name, one.Number), made[name], one.Documents[name])
		}
		if found := resultOf(t, one.Documents); found != one.Result {
			t.Errorf("case %d: expected %s, found %s", one.Number, one.Result, found)
		}
	}
	cases := 10_000
	if testing.Short() {
		cases = 1_000
	}
	accumulated := make([]byte, 32)
	for number := range cases {
		next := sha256.Sum256(append(accumulated, resultOf(t, generate(t, of.Seed, number))...))
		accumulated = next[:]
		if expected := of.After[fmt.Sprint(number+1)]; expected != "" && hex.EncodeToString(accumulated) != expected {
			t.Fatalf("another hash after %d cases", number+1)
		}
	}
	if len(of.First) != 5 || len(of.After) != 3 {
		t.Errorf("%d first cases, %d hashes", len(of.First), len(of.After))
	}
}
