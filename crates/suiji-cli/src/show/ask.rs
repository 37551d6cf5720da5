//! Asking a person for the contributions that are not there yet, committed ones first.

use suiji::{By, Contribution, Error, Lang, Sealed, Secret, Source, SourceKind};

use super::answer::yes_or_no;
use super::layout::groups;
use super::session::Session;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::given::Given;
use crate::case::partial;
use crate::case::turn::Sheet;
use crate::case::{CONTRIBUTIONS, Case, PARTIAL};
use crate::codes;
use crate::disk::files;

/// Asks until every source has given its contribution; each that is confirmed is kept at once.
pub(crate) fn ask(
    session: &mut Session<'_>,
    case: &Case,
    (sealed, sheet): (&Sealed, &Sheet),
    given: &mut Given,
) -> Result<(), Failure> {
    let sources = sealed.commitment().sources();
    let wanted: Vec<u64> = wanted(sources, given);
    if wanted.is_empty() {
        return Ok(());
    }
    session.note(
        format_args!("封存单摘要，请与封存时记下的核对："),
        format_args!("Commitment digest, to be compared with what was noted:"),
    )?;
    let digest = groups("  ", &sealed.commitment().digest());
    let digest = digest.trim_end();
    session.note(format_args!("{digest}"), format_args!("{digest}"))?;
    let all = wanted.len();
    session.note(
        format_args!("尚缺 {all} 个随机源的取值。"),
        format_args!("Contributions still to be given: {all}"),
    )?;
    for (number, &place) in (1..).zip(&wanted) {
        let Some(source) = usize::try_from(place)
            .ok()
            .and_then(|index| sources.get(index))
        else {
            continue;
        };
        let who = described(source, session.lang);
        session.note(
            format_args!("\n[{number}/{all}] {who}"),
            format_args!("\n[{number}/{all}] {who}"),
        )?;
        let committed = matches!(source.kind(), SourceKind::Committed { .. });
        let Some(one) = ask_one(session, sealed, place, committed)? else {
            return Err(unanswered(case, sources, &wanted[number - 1..], session.lang)?.into());
        };
        given.give(place, one);
        let kept = partial::keep(case, sheet, &given.placed());
        kept.map_err(|error| case.failure(error))?;
    }
    Ok(())
}

/// The places of the sources that have given nothing: what was chosen before what falls [S4c].
fn wanted(sources: &[Source], given: &Given) -> Vec<u64> {
    let committed = |source: &Source| matches!(source.kind(), SourceKind::Committed { .. });
    let missing = || (0..).zip(sources).filter(|(place, _)| !given.has(*place));
    let first = missing().filter(|(_, source)| committed(source));
    let then = missing().filter(|(_, source)| !committed(source));
    first.chain(then).map(|(place, _)| place).collect()
}

fn described(source: &Source, lang: Lang) -> String {
    let (zh, en) = match source.by() {
        By::Office => ("机关", "office"),
        By::Witness => ("见证人", "witness"),
        _ => ("社会公开", "public"),
    };
    let kind = match (source.kind(), lang) {
        (SourceKind::Committed { .. }, Lang::En) => "committed before the sealing".to_owned(),
        (SourceKind::Committed { .. }, _) => "封存前已承诺".to_owned(),
        (
            SourceKind::Live {
                symbols, length, ..
            },
            Lang::En,
        ) => format!("{length} characters out of {symbols}"),
        (
            SourceKind::Live {
                symbols, length, ..
            },
            _,
        ) => format!("{length} 个字符，取自 {symbols}"),
        _ => "drand".to_owned(),
    };
    let (by, name) = (if lang == Lang::En { en } else { zh }, source.name());
    if lang == Lang::En {
        format!("{name} ({by}; {kind})")
    } else {
        format!("{name}（{by}；{kind}）")
    }
}

/// Asks for one contribution until it matches its source and is confirmed; none where the input ends.
fn ask_one(
    session: &mut Session<'_>,
    sealed: &Sealed,
    place: u64,
    committed: bool,
) -> Result<Option<Contribution>, Failure> {
    loop {
        let answer = match committed {
            true => opening(session)?,
            false => value(session)?,
        };
        let Some((value, one)) = answer else {
            return Ok(None);
        };
        let index = usize::try_from(place).unwrap_or(usize::MAX);
        match one.and_then(|one| sealed.check_contribution(index, &one).map(|()| one)) {
            Err(error) => again(session, &error)?,
            Ok(one) => match confirmed(session, &value)? {
                Some(true) => return Ok(Some(one)),
                Some(false) => {}
                None => return Ok(None),
            },
        }
    }
}

type Answer = Option<(String, Result<Contribution, Error>)>;

/// Nonce and value of a committed source; none where the input ends.
fn opening(session: &mut Session<'_>) -> Result<Answer, Failure> {
    let nonce = session.ask(
        format_args!("  随机数（nonce，64 位十六进制）："),
        format_args!("  nonce (64 hex digits): "),
    )?;
    let Some(nonce) = nonce else {
        return Ok(None);
    };
    let value = session.ask(format_args!("  取值："), format_args!("  value: "))?;
    Ok(value.map(|value| {
        let nonce: Result<Secret, Error> = without_blanks(&nonce).parse();
        let one = nonce.and_then(|nonce| Contribution::committed(nonce, &value));
        (value, one)
    }))
}

/// The value of a live source, without the blanks that make a long one readable; it is shown back so.
fn value(session: &mut Session<'_>) -> Result<Answer, Failure> {
    let value = session.ask(format_args!("  取值："), format_args!("  value: "))?;
    Ok(value.map(|value| {
        let value = without_blanks(&value);
        let one = Contribution::live(&value);
        (value, one)
    }))
}

/// Shows a value back; none where the input ends.
fn confirmed(session: &mut Session<'_>, value: &str) -> Result<Option<bool>, Failure> {
    loop {
        let answer = session.ask(
            format_args!("  取值为 {value}，确认吗？确认后不能更改 [y/n] "),
            format_args!("  The value is {value}. Right? It stands once confirmed [y/n] "),
        )?;
        let Some(answer) = answer else {
            return Ok(None);
        };
        if let Some(yes) = yes_or_no(&answer) {
            return Ok(Some(yes));
        }
    }
}

/// Tells what is wrong, without the place, which the question tells.
fn again(session: &mut Session<'_>, error: &Error) -> Result<(), Failure> {
    let problem = error
        .faults()
        .first()
        .map(|fault| fault.problem(session.lang));
    let problem = problem.unwrap_or_default();
    Ok(session.note(
        format_args!("  {problem}。请重新录入。"),
        format_args!("  {problem}. Once more, please."),
    )?)
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

fn unanswered(case: &Case, sources: &[Source], wanted: &[u64], lang: Lang) -> Result<Error, Error> {
    let name = |&place: &u64| {
        usize::try_from(place)
            .ok()
            .and_then(|index| sources.get(index))
            .map(Source::name)
    };
    let names: Vec<&str> = wanted.iter().filter_map(name).collect();
    let names = names.join(if lang == Lang::En { ", " } else { "、" });
    let kept = files::is_there(&case.path(PARTIAL))? || files::is_there(&case.path(CONTRIBUTIONS))?;
    let (then, then_zh) = match kept {
        true => (
            "What was confirmed is kept; suiji draw goes on from there",
            "已确认的取值已保存，再次执行 suiji draw 可继续",
        ),
        false => (
            "Nothing was confirmed yet; suiji draw asks again",
            "尚无已确认的取值，再次执行 suiji draw 可重新录入",
        ),
    };
    let details = [("sources", &*names), ("then", then), ("then_zh", then_zh)];
    let path = case.path(CONTRIBUTIONS);
    Ok(file_error(codes::UNANSWERED, &path, &details))
}
