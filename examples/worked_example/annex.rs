//! The annex: the documents of one draw, and the steps from them to the digest of an amendment.

use std::collections::BTreeMap;
use std::error::Error;

use serde_json::Value;
use suiji::amend::{Event, Seat};
use suiji::record::DrawnTeam;
use suiji::{Digest, PublicForm, Request, canonical_json};

use crate::page::Page;
use crate::sample::{EMPTY, ENTITIES, INSPECTORS, Library, NONCE, VALUE, VISIT_LEAF, draw};
use crate::seats::{Team, said, teams};
use crate::steps::{HASH, derive, leaf, node, shuffle, ticket};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The text between the markers.
pub(crate) fn annex() -> Outcome<String> {
    let library = draw()?;
    let mut page = Page::default();
    tools(&mut page);
    inputs(&mut page, &library)?;
    frame(&mut page, &library)?;
    let seed = seed(&mut page, &library)?;
    let visits = tickets(&mut page, &library, seed)?;
    let (teams, loads) = staffed(&mut page, &library, seed, &visits)?;
    record(&mut page, &library)?;
    amendment(&mut page, &library, &teams, &loads)?;
    Ok(page.finish())
}

/// An error if a step and the library disagree.
fn same<T: PartialEq>(step: &T, library: &T, what: &str) -> Outcome<()> {
    if step == library {
        Ok(())
    } else {
        Err(format!("{what}: the step and the library differ").into())
    }
}

fn text(bytes: Vec<u8>) -> Outcome<String> {
    Ok(String::from_utf8(bytes)?)
}

fn tools(page: &mut Page) {
    page.say(
        "A draw with one task, five entities and three inspectors, all invented, and one substitute afterwards. The blocks can be run in order in one \
         `bash` with `sha256sum`, `xxd`, `openssl` and GNU `od`; the comment after a command is what it prints. These functions stand for the signs of section 1: `H`, the \
         bytes of hex digits, and the parts of `derive`, each with its length before it ([C5]).",
    );
    page.run("H()    { sha256sum | cut -c1-64; }");
    page.run("bytes() { printf %s \"$1\" | xxd -r -p; }");
    page.run("length() { printf %016x \"$1\" | xxd -r -p; }");
    page.run("text() { length \"$(printf %s \"$1\" | wc -c)\"; printf %s \"$1\"; }    # a part that is text");
    page.run("hex()  { length 32; bytes \"$1\"; }                                # a part of 32 bytes, from hex");
    page.run("leaf() { { printf '\\0'; printf %s \"$1\"; } | H; }                 # [S1]");
    page.run("node() { { printf '\\1'; bytes \"$1\"; bytes \"$2\"; } | H; }");
}

fn inputs(page: &mut Page, library: &Library) -> Outcome<()> {
    let commitment = library.sealed.commitment();
    page.say("**Plan.** One task draws half of its frame, with one reserve and teams of two. Who was visited on one day of the year is not drawn again. This is its JCS and its digest.");
    let plan = text(library.inputs.plan().canonical())?;
    let digest = HASH.digest(plan.as_bytes());
    same(&digest, &commitment.plan(), "plan")?;
    page.run(&format!("plan='{plan}'"));
    page.show("printf %s \"$plan\" | H", digest);
    page.say("**Registry.** Five leaves. A tree of five has a left half of four.");
    let hashes = ENTITIES.map(|(_, row)| leaf(row));
    for ((id, row), hash) in ENTITIES.iter().zip(hashes) {
        page.set(&id.replace("F-", "f"), &format!("leaf '{row}'"), hash);
    }
    let [one, two, three, four, five] = hashes;
    let root = node(node(node(one, two), node(three, four)), five);
    same(&root, &commitment.registry().root(), "registry")?;
    page.show(
        "node \"$(node \"$(node $f1 $f2)\" \"$(node $f3 $f4)\")\" $f5",
        root,
    );
    page.say("**Roster.** P-2 has an open case. **History.** One visit; `kind` \"planned\" is the default, and left out. A tree of one leaf has the hash of the leaf as its root.");
    let hashes = INSPECTORS.map(|(_, row)| leaf(row));
    for ((id, row), hash) in INSPECTORS.iter().zip(hashes) {
        page.set(&id.replace("P-", "p"), &format!("leaf '{row}'"), hash);
    }
    let [one, two, three] = hashes;
    let root = node(node(one, two), three);
    same(&root, &commitment.roster().root(), "roster")?;
    page.show("node \"$(node $p1 $p2)\" $p3", root);
    let root = leaf(VISIT_LEAF);
    same(&root, &commitment.history().root(), "history")?;
    page.show(&format!("leaf '{VISIT_LEAF}'"), root);
    Ok(())
}

fn frame(page: &mut Page, library: &Library) -> Outcome<()> {
    let commitment = library.sealed.commitment();
    let task = &commitment.tasks()[0];
    page.say("**Frame** ([F1] to [F4]). F-5 has reached the limit `once`: it is excluded. The other four are the frame, in the one stratum `all`; up(50%, 4) = 2 are taken.");
    let rows = ["F-1", "F-2", "F-3", "F-4"].map(|id| format!(r#"{{"id":"{id}","stratum":"all"}}"#));
    let hashes = rows.each_ref().map(|row| leaf(row));
    for (number, (row, hash)) in (1..).zip(rows.iter().zip(hashes)) {
        page.set(&format!("a{number}"), &format!("leaf '{row}'"), hash);
    }
    let [one, two, three, four] = hashes;
    let root = node(node(one, two), node(three, four));
    same(&root, &task.frame().root(), "frame")?;
    page.show("node \"$(node $a1 $a2)\" \"$(node $a3 $a4)\"", root);
    let row = r#"{"id":"F-5","reason":"once"}"#;
    same(&leaf(row), &task.excluded().root(), "excluded")?;
    page.show(&format!("leaf '{row}'"), leaf(row));
    page.say("**Commitment.** The office has chosen a value, and commits to it with a nonce ([S4a]); a witness will throw a die twenty times. Nobody is `short`. C is what is read out.");
    let nonce = Digest::from_bytes(NONCE);
    page.run(&format!("nonce={nonce}"));
    let opening = derive("commit", &[&NONCE, VALUE.as_bytes()]);
    page.show(
        &format!("{{ printf 'suiji-v1/commit\\0'; hex $nonce; text '{VALUE}'; }} | H"),
        opening,
    );
    let sheet = text(commitment.canonical())?;
    page.run(&format!("commitment='{sheet}'"));
    let digest = HASH.digest(sheet.as_bytes());
    same(&digest, &commitment.digest(), "commitment")?;
    page.set("C", "printf %s \"$commitment\" | H", digest);
    Ok(())
}

fn seed(page: &mut Page, library: &Library) -> Outcome<Digest> {
    page.say("**Seed** ([R1] [R2]). The office opens its value, then the die falls.");
    let values = text(library.contributions.canonical())?;
    page.run(&format!("contributions='{values}'"));
    let digest = library.sealed.commitment().digest();
    let seed = derive("seed", &[digest.as_bytes(), values.as_bytes()]);
    same(&seed, &library.record.seed(), "seed")?;
    page.set(
        "S",
        "{ printf 'suiji-v1/seed\\0'; hex $C; text \"$contributions\"; } | H",
        seed,
    );
    Ok(seed)
}

/// The selected entities, in the order of visits.
fn tickets(page: &mut Page, library: &Library, seed: Digest) -> Outcome<Vec<&'static str>> {
    page.say("**Tickets** ([D1] to [D3]). The task has no `coordination`, so that its id makes the keys K and O.");
    let key = |label| derive(label, &[seed.as_bytes(), b"task", b"J1"]);
    let (draw_key, order_key) = (key("draw"), key("order"));
    let draw = &library.record.draws()[0];
    same(&draw_key, &draw.key(), "key")?;
    for (name, label, key) in [("K", "draw", draw_key), ("O", "order", order_key)] {
        page.set(
            name,
            &format!("{{ printf 'suiji-v1/{label}\\0'; hex $S; text task; text J1; }} | H"),
            key,
        );
    }
    let mut tickets: Vec<(Digest, &'static str)> = Vec::new();
    for (id, _) in &ENTITIES[..4] {
        let ticket = ticket(draw_key, id);
        page.show(&format!("{{ bytes $K; printf {id}; }} | H"), ticket);
        tickets.push((ticket, id));
    }
    tickets.sort_unstable();
    let [(_, first), (_, second), (_, reserve), (_, last)] = tickets[..] else {
        return Err("four tickets".into());
    };
    page.say(&format!("The smallest two, {first} and {second}, are selected. {reserve} is the reserve, and {last} is not drawn. The hashes with O give the order of visits."));
    let mut visits = [first, second].map(|id| (ticket(order_key, id), id));
    for (hash, id) in visits {
        page.show(&format!("{{ bytes $O; printf {id}; }} | H"), hash);
    }
    visits.sort_unstable();
    let visits = visits.map(|(_, id)| id).to_vec();
    let selected: Vec<&str> = draw.selected().iter().map(|of| of.id().as_str()).collect();
    same(&visits, &selected, "selected")?;
    let reserves: Vec<&str> = draw.reserves().iter().map(|of| of.id().as_str()).collect();
    same(&vec![reserve], &reserves, "reserves")?;
    Ok(visits)
}

/// The teams and the loads after them.
fn staffed(
    page: &mut Page,
    library: &Library,
    seed: Digest,
    visits: &[&str],
) -> Outcome<(Vec<Team>, BTreeMap<&'static str, u64>)> {
    page.say(&format!("**Teams** ([T4]). The visits are {}, in this order. All three inspectors may sit in both seats of each team. The words of the keystream are little-endian; all that are shown were accepted.", visits.join(" and ")));
    let loads = BTreeMap::from([("P-1", 0), ("P-2", 1), ("P-3", 0)]);
    let (teams, loads) = teams(seed, "J1", visits, loads);
    let drawn = library.record.draws()[0].teams();
    for (team, drawn) in teams.iter().zip(drawn) {
        one_team(page, team, drawn)?;
    }
    let most = loads.values().max().copied().unwrap_or_default();
    let least = loads.values().min().copied().unwrap_or_default();
    if most > least + 1 {
        return Err("the example must need no balancing".into());
    }
    page.say(&format!("**Balance** ([T6]). The loads are {}: nobody has a load at least two smaller than another, so that every search fails and nothing moves. Where a search is needed, the greatest load comes first, and equal loads in the order of hashes with B:", said(&loads)));
    page.set(
        "B",
        "{ printf 'suiji-v1/balance\\0'; hex $S; } | H",
        derive("balance", &[seed.as_bytes()]),
    );
    Ok((teams, loads))
}

fn one_team(page: &mut Page, team: &Team, drawn: &DrawnTeam) -> Outcome<()> {
    let members: Vec<&str> = drawn.members().iter().map(|id| id.as_str()).collect();
    same(&team.members, &members, "team")?;
    let entity = &team.entity;
    page.set(
        "team",
        &format!("{{ printf 'suiji-v1/team\\0'; hex $S; text J1; text {entity}; }} | H"),
        team.key,
    );
    let [first, second] = team.words[..] else {
        return Err("the example must reject no word".into());
    };
    page.show(
        "head -c 16 /dev/zero | openssl enc -chacha20 -K $team -iv 00000000000000000000000000000000 |\n    od --endian=little -An -v -t u8 -w8 | tr -d ' '",
        format!("{first}\n{second}"),
    );
    let (i, j) = (first % 3, second % 2);
    page.say(&format!(
        "For {entity}: {first} mod 3 = {i}, {second} mod 2 = {j}. From P-1, P-2, P-3: the one at 0 is swapped with the one at {i}, then the one at 1 with the one at {}: {}. With the loads before ({}) the smallest (load, rank) is that of {} for seat 0, and then of {} for seat 1.",
        1 + j,
        team.ranked.join(", "),
        said(&team.before),
        team.members[0],
        team.members[1],
    ));
    Ok(())
}

fn record(page: &mut Page, library: &Library) -> Outcome<()> {
    page.say("**Record** ([E1]), and its digest. The greatest selected ticket is what the public form ([E2]) gives as `last`.");
    let record = text(library.record.canonical())?;
    let digest = HASH.digest(record.as_bytes());
    same(&digest, &library.record.digest(), "record")?;
    page.run(&format!("record='{record}'"));
    page.show("printf %s \"$record\" | H", digest);
    let form = PublicForm::of(&library.record, None)?;
    same(&form.record(), &digest, "public form")?;
    let last = library.record.draws()[0]
        .selected()
        .iter()
        .map(|of| of.ticket())
        .max();
    page.show("printf %s \"$record\" | grep -o '\"selected\":.*' | grep -o '\"ticket\":\"[^\"]*' | cut -d'\"' -f4 | sort | tail -n 1", last.unwrap_or(EMPTY));
    Ok(())
}

/// The inspector in seat 0 of the first visit falls ill.
fn amendment(
    page: &mut Page,
    library: &Library,
    teams: &[Team],
    loads: &BTreeMap<&'static str, u64>,
) -> Outcome<()> {
    let team = teams.first().ok_or("no team")?;
    let leaves = team.members[0];
    let seat = Seat::new("J1".parse()?, team.entity.parse()?, 0);
    let request = Request::new(
        Event::Substitute { seats: vec![seat] },
        "2024-09-03T08:30:00+08:00".parse()?,
        "局长",
        "病假",
    )?;
    let made = library.sealed.amend(&library.record, None, &[request])?;
    let free: Vec<&str> = team
        .ranked
        .iter()
        .copied()
        .filter(|id| !team.members.contains(id))
        .collect();
    let [steps_in] = free[..] else {
        return Err("the example must leave one to step in".into());
    };
    let (_, ranked) = shuffle(team.key, &["P-1", "P-2", "P-3"]);
    same(&ranked, &team.ranked, "ranks")?;
    let tree: Value = serde_json::from_str(&made.to_json())?;
    let one = &tree["amendments"][0];
    same(
        &one["seats"][0]["inspector"].as_str(),
        &Some(steps_in),
        "substitute",
    )?;
    page.say(&format!(
        "**Afterwards** ([M1] [M3]). {leaves} falls ill before the visit to {} and leaves seat 0. {} is in that team already; {steps_in} is not, and takes the seat, whatever the loads ({}) and ranks of others would have said. The amendment names the digest of the record, and its own digest is published.",
        team.entity,
        team.members[1],
        said(loads),
    ));
    let one = text(canonical_json(one.to_string().as_bytes())?)?;
    let digest = HASH.digest(one.as_bytes());
    same(&digest, &made.digest(HASH), "amendment")?;
    page.run(&format!("amendment='{one}'"));
    page.show("printf %s \"$amendment\" | H", digest);
    Ok(())
}
