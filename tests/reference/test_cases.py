"""The cases: what each document must be, and every intermediate step in trace.json."""
import itertools
import unittest
from collections import defaultdict

from cases import CASES, DRAWN, REFUSED, Refused, documents, expected, secret_of, steps
from suiji_ref import amend, case, checks, draw, sources, state
from suiji_ref.hashing import SUITES, derive, keystream
from suiji_ref.teams import Staffing
from suiji_ref.text import canonical, jcs


def traced(folder):
    return (folder / "expected" / "trace.json").exists()


def requests_of(folder):
    path = folder / "requests.json"
    return state.read_requests(path.read_bytes()) if path.exists() else None


def known(outcomes):
    """The outcomes of a source, as in the trace."""
    words = checks.in_words(outcomes)
    return int(words) if words.isdigit() else words


def ranks(found, length) -> dict:
    """An element of `ranks`, as in the trace."""
    words = itertools.islice(keystream(bytes.fromhex(found["key"]), []), 3)
    return {"task": found["task"], "entity": found["entity"], "key": found["key"],
            "first_words": [f"{word:016x}" for word in words], "ranked": found["ranked"][:length]}


class Documents(unittest.TestCase):
    def test_there_are_cases_of_each_kind(self):
        self.assertGreaterEqual(len(DRAWN), 20)
        self.assertGreaterEqual(len(REFUSED), 7)
        self.assertEqual(len(DRAWN) + len(REFUSED), len(CASES))

    def test_commitment_record_and_public_form(self):
        for folder in DRAWN:
            with self.subTest(folder.name):
                _, record, _ = steps(folder)
                self.assertEqual(jcs(record["commitment"]), jcs(expected(folder, "commitment")))
                self.assertEqual(jcs(record), jcs(expected(folder, "record")))
                if (folder / "expected" / "public.json").exists():
                    public = draw.public_form(record, secret_of(folder))
                    self.assertEqual(jcs(public), jcs(expected(folder, "public")))

    def test_refused_cases(self):
        for folder in REFUSED:
            with self.subTest(folder.name), self.assertRaises(Refused):
                sealed = case.seal_case(documents(folder))
                draw.draw(sealed, case.contributions_of(documents(folder)))

    def test_amendments(self):
        made = refused = 0
        for folder in DRAWN:
            requests = requests_of(folder)
            if requests is None: continue
            sealed, record, _ = steps(folder)
            with self.subTest(folder.name):
                if (folder / "expected" / "amendments.json").exists():
                    made += 1
                    self.assertEqual(jcs(amend.amend(sealed, record, requests)), jcs(expected(folder, "amendments")))
                else:
                    refused += 1
                    amend.amend(sealed, record, requests[:-1])
                    with self.assertRaises(Refused): amend.amend(sealed, record, requests)
        if any((folder / "requests.json").exists() for folder in DRAWN): self.assertTrue(made and refused)


class Literal(Staffing):
    """[T4] without skipping: at the beginning of a search, nothing is queued or expanded."""
    dead = property(lambda self: set(), lambda self, value: None)


class Searches(unittest.TestCase):
    def test_skipping_what_a_failed_search_reached_changes_nothing(self):
        for folder in DRAWN:
            sealed, record, found = steps(folder)
            draws = [{**d, "selected": d.get("selected", [])} for d in record["draws"]]
            trace = defaultdict(list)
            teams = Literal(sealed, bytes.fromhex(record["seed"]), draws, trace).teams()
            self.assertEqual(teams, [d.get("teams", []) for d in record["draws"]], folder.name)
            self.assertEqual(trace["moves"], found["moves"], folder.name)


class Steps(unittest.TestCase):
    """Every value of trace.json."""
    SEALED = {"plan_jcs", "commitment_jcs", "commitment_digest", "excluded", *(
        f"{name}_first_leaf" for name in ("registry", "roster", "history"))}
    DRAWN = {"contributions_jcs", "live", "seed", "record_digest", "order_keys", "ranks", "last"}
    STAFFED = {"balance_key", "loads_before_balance", "loads_after", "chains", "balance_moves", "one_visit_teams"}

    def test_no_value_is_left_out(self):
        for folder in filter(traced, DRAWN):
            known = self.SEALED | self.DRAWN | self.STAFFED | {"amendments"}
            self.assertEqual(set(expected(folder, "trace")) - known, set(), folder.name)

    def test_sheet(self):
        for folder in filter(traced, DRAWN):
            trace, (sealed, _, _) = expected(folder, "trace"), steps(folder)
            with self.subTest(folder.name):
                found = {"plan_jcs": canonical(sealed.inputs.plan), "commitment_jcs": canonical(sealed.commitment),
                         "commitment_digest": sealed.digest.hex(),
                         "excluded": [{"task": task.plan["id"], "rows": task.excluded}
                                      for task in sealed.tasks if task.excluded]}
                for name in ("registry", "roster", "history"):
                    for leaf in sealed.trees.leaves[name][:1]:
                        found[f"{name}_first_leaf"] = {"jcs": leaf.decode(), "hash": sealed.H(b"\0" + leaf).hex()}
                self.assertEqual(found, {key: trace[key] for key in self.SEALED & set(trace)})

    def test_seed_keys_and_ranks(self):
        for folder in filter(traced, DRAWN):
            trace, (sealed, record, found) = expected(folder, "trace"), steps(folder)
            with self.subTest(folder.name):
                given, H = record["contributions"], sealed.H
                live = [(n, source) for n, source in enumerate(sealed.commitment["sources"]) if source["kind"] == "live"]
                mine = {"contributions_jcs": canonical(given), "seed": record["seed"],
                        "record_digest": draw.digest(record).hex(),
                        "live": [{"source": n, "outcomes": known(sources.outcomes(source)),
                                  "numbers": given[n]["numbers"]} for n, source in live],
                        "order_keys": [{"task": t["task"], "key": t["order_key"]} for t in found["tasks"]]}
                lengths = {(team["task"], team["entity"]): len(team["ranked"]) for team in trace["ranks"]}
                mine["ranks"] = [ranks(team, lengths[team["task"], team["entity"]]) for team in found["teams"]
                                 if (team["task"], team["entity"]) in lengths]
                if "last" in trace:
                    mine["last"] = [{"task": task["id"], "stratum": stratum, "ticket": ticket,
                                     "salt": draw.last_salt(H, secret_of(folder), task["id"], stratum).hex()}
                                    for task, d in zip(sealed.commitment["tasks"], record["draws"])
                                    for stratum, ticket in draw.greatest(task, d).items()]
                order = {"last": lambda row: (row["task"], row["stratum"])}      # of the trace, not of the public form
                for key in set(mine) | self.DRAWN & set(trace):
                    pair = [sorted(x, key=order[key]) if key in order else x for x in (mine[key], trace[key])]
                    self.assertEqual(*pair, key)

    def test_staffing(self):
        for folder in filter(traced, DRAWN):
            trace, (sealed, record, found) = expected(folder, "trace"), steps(folder)
            with self.subTest(folder.name):
                before, after = [sorted(loads.values(), reverse=True) for loads in found["loads"]]
                ways = [how for how, _ in found["moves"]]
                joined = [team for d in record["draws"] for team in d.get("teams", ()) if "joins" in team]
                mine = {"balance_key": derive(sealed.H, "balance", bytes.fromhex(record["seed"])).hex(),
                        "loads_before_balance": before, "loads_after": after, "chains": ways.count("chain"),
                        "balance_moves": ways.count("balance"), "one_visit_teams": len(joined)}
                self.assertEqual(mine, {key: trace[key] for key in mine})

    def test_amendments(self):
        for folder in filter(traced, DRAWN):
            trace, requests = expected(folder, "trace").get("amendments"), requests_of(folder)
            if trace is None: continue
            sealed, record, _ = steps(folder)
            with self.subTest(folder.name):
                found = []
                amend.amend(sealed, record, requests[:len(trace)], found)
                self.assertGreaterEqual(len(trace), len(requests) - 1)
                for mine, step in zip(found, trace):
                    self.assertEqual({key: mine[key] for key in ("jcs", "digest", "away")},
                                     {key: step[key] for key in ("jcs", "digest", "away")})
                    self.assertEqual({v: n for v, n in mine["loads"].items() if n}, step["loads"])
                    left = [{"task": t, "entity": e, "inspectors": who} for (t, e), who in mine["left"].items()]
                    key = lambda row: (row["task"], row["entity"])  # noqa: E731
                    self.assertEqual(sorted(left, key=key), sorted(step["left"], key=key))
                    lengths = {key(team): len(team["ranked"]) for team in step.get("ranks", [])}
                    teams = {key(team): ranks(team, lengths[key(team)]) for team in mine["ranks"] if key(team) in lengths}
                    self.assertEqual(teams, {key(team): team for team in step.get("ranks", [])})
                    self.assertEqual(SUITES[sealed.commitment["hash"]](mine["jcs"].encode()).hex(), step["digest"])


if __name__ == "__main__":
    unittest.main()
