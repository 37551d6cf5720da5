//! `suiji ceremony`: asks who provides the random numbers of a draw and how, and writes `ceremony.json`.

mod ask;

use serde_json::{Value, json};
use suiji::error::{ErrorKind, findings};
use suiji::{Ceremony, Hash, Secret, Source, limits};

use crate::base::error::{self, Error};
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::base::random;
use crate::case::{CEREMONY, COMMITMENT, Case};
use crate::disk::writing::{self, Access};
use crate::disk::{files, lock};
use crate::show::choice::{choice, yes_no};
use crate::show::commitment::print_findings;
use crate::show::session::Session;
use crate::show::values;
use crate::texts::{self, Localized, Text};

/// Asks for everything in `ceremony.json`, shows it, and writes it when it is confirmed.
pub(crate) fn ceremony(session: &mut Session<'_>, case: &Case) -> Result<Exit, Failure> {
    let lock = lock::exclusive(case.folder())?;
    let path = case.path(CEREMONY);
    let old = files::read_optional(&path, limits::PLAN_BYTES, ErrorKind::Ceremony)?;
    let old = old.map(|bytes| Ceremony::from_json(&bytes)).transpose();
    let old = old.map_err(|error| case.failure(error))?;
    if let Some(old) = &old {
        session.note(texts::ceremony_old(path.display()))?;
        show_sources(session, old.sources())?;
    }
    let made = asked(session, case, old.as_ref())?;
    let json = to_json(&made, old.as_ref());
    let ceremony = Ceremony::from_json(json.to_string().as_bytes())?;
    session.note(texts::ceremony_all())?;
    show_sources(session, ceremony.sources())?;
    if !yes_no(session, texts::confirm_ceremony(path.display()), true)? {
        session.note(texts::nothing_written())?;
        return Ok(Exit::Success);
    }
    writing::replace(&path, format!("{json:#}\n").as_bytes(), Access::Private)?;
    drop(lock);
    let findings = ceremony.findings();
    if session.json {
        let findings = error::findings_to_json(&findings);
        let file = path.display().to_string();
        session.print_json(
            &json!({"ceremony": file, "sources": made.sources, "findings": findings}),
        )?;
        return Ok(Exit::Success);
    }
    print_findings(session, &findings, true)?;
    session.say(texts::ceremony_written(path.display()))?;
    Ok(Exit::Success)
}

/// What a person answered.
struct Asked {
    hash: Hash,
    secret: Option<Secret>,
    sources: Vec<Value>,
}

fn asked(session: &mut Session<'_>, case: &Case, old: Option<&Ceremony>) -> Result<Asked, Failure> {
    let hashes = [Hash::Sha256, Hash::Sm3];
    let names = [texts::hash_sha256(), texts::hash_sm3()];
    let hash = hashes[choice(session, texts::ask_hash(), &names)?];
    let secret = secret(session, case, old)?;
    let mut sources = Vec::new();
    if yes_no(session, texts::ask_office(), true)? {
        let plan = case.plan().ok();
        let authority = plan.as_ref().map_or("", |plan| plan.authority());
        sources.push(ask::office(session, authority)?);
    }
    loop {
        let others = sources.iter().any(|source| source["by"] != "office");
        match ask::source(session, others)? {
            Some(source) => sources.push(source),
            None if wants_more(session, &sources)? => {}
            None => break,
        }
    }
    Ok(Asked {
        hash,
        secret,
        sources,
    })
}

/// Whether the sources have few outcomes and the person wants to add another source.
fn wants_more(session: &mut Session<'_>, sources: &[Value]) -> Result<bool, Failure> {
    let json = json!({"hash": "sha256", "sources": sources}).to_string();
    let findings = Ceremony::from_json(json.as_bytes())?.findings();
    let few = findings
        .iter()
        .find(|of| of.code() == findings::FEW_OUTCOMES.id());
    match few {
        Some(few) => {
            session.note(error::finding(few))?;
            yes_no(session, texts::ask_more_sources(), true)
        }
        None => Ok(false),
    }
}

/// The secret of a blinded case. A secret that a sealing has used is kept, because the draw needs it.
fn secret(
    session: &mut Session<'_>,
    case: &Case,
    old: Option<&Ceremony>,
) -> Result<Option<Secret>, Failure> {
    let of_old = old.and_then(Ceremony::secret);
    if files::exists(&case.path(COMMITMENT))? {
        return Ok(of_old.cloned());
    }
    if !yes_no(session, texts::ask_blinded(), true)? {
        return Ok(None);
    }
    match of_old {
        Some(secret) => Ok(Some(secret.clone())),
        None => Ok(Some(Secret::from_bytes(random::bytes()?))),
    }
}

fn show_sources(session: &mut Session<'_>, sources: &[Source]) -> std::io::Result<()> {
    for (number, source) in (1..).zip(sources) {
        let text = values::source(source);
        let outcomes = ask::outcomes(source);
        let line =
            Text::of(|lang| format!("  {number}. {}{}", text.text(lang), outcomes.text(lang)));
        session.note(line)?;
    }
    Ok(())
}

/// The document, with the time of sealing from the existing one.
fn to_json(made: &Asked, old: Option<&Ceremony>) -> Value {
    let mut json = json!({"hash": made.hash.as_str(), "sources": made.sources});
    if let Some(secret) = &made.secret {
        json["secret"] = secret.reveal().into();
    }
    if let Some(time) = old.and_then(Ceremony::sealed_at) {
        json["sealed_at"] = time.as_str().into();
    }
    json
}

/// A source of the document, as the library reads it.
fn read(source: &Value) -> Result<Source, Error> {
    let alone = json!({"hash": "sha256", "sources": [source]}).to_string();
    let ceremony = Ceremony::from_json(alone.as_bytes())?;
    let first = ceremony.sources().first().cloned();
    Ok(first.expect("a ceremony has a source [S4a]"))
}
