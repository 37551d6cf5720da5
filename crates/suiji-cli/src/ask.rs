//! Asking for the contributions that are not there yet, committed ones first.

use suiji::{By, Contribution, Digest, Error, Hash, Lang, Sealed, Secret, Source, SourceKind};

use crate::answer::yes_or_no;
use crate::case::{CONTRIBUTIONS, Case};
use crate::codes;
use crate::failure::{Failure, file_error};
use crate::given::Given;
use crate::layout::groups;
use crate::session::Session;

/// Asks until every source has given its contribution; each that is confirmed is kept at once.
pub(crate) fn ask(
    session: &mut Session<'_>,
    case: &Case,
    sealed: &Sealed,
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
        let answered = match source.kind() {
            SourceKind::Committed { commitment } => {
                let hash = sealed.commitment().hash();
                ask_opening(session, given, place, |nonce, value| {
                    opens(hash, commitment.as_ref(), nonce, value)
                })?
            }
            _ => ask_value(session, sealed, given, place)?,
        };
        if !answered {
            return Err(unanswered(case, sources, &wanted[number - 1..], session.lang).into());
        }
        given.write_partial(case)?;
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

fn opens(hash: Hash, commitment: Option<&Digest>, nonce: &Secret, value: &str) -> bool {
    commitment == Some(&Contribution::commitment(hash, nonce, value))
}

/// Nonce and value of a committed source; false where the input ends.
fn ask_opening(
    session: &mut Session<'_>,
    given: &mut Given,
    place: u64,
    opens: impl Fn(&Secret, &str) -> bool,
) -> Result<bool, Failure> {
    loop {
        let Some(nonce) = session.ask(
            format_args!("  随机数（nonce，64 位十六进制）："),
            format_args!("  nonce (64 hex digits): "),
        )?
        else {
            return Ok(false);
        };
        let Some(value) = session.ask(format_args!("  取值："), format_args!("  value: "))?
        else {
            return Ok(false);
        };
        let nonce: Result<Secret, Error> = without_blanks(&nonce).parse();
        let problem = match &nonce {
            Err(error) => Some(error.message(session.lang)),
            Ok(nonce) if !opens(nonce, &value) => Some(
                session
                    .pick("打不开其承诺值", "these do not open its commitment")
                    .to_owned(),
            ),
            Ok(nonce) => Contribution::committed(nonce.clone(), &value)
                .err()
                .map(|error| error.message(session.lang)),
        };
        if let (None, Ok(nonce)) = (&problem, nonce) {
            match confirmed(session, &value)? {
                Some(true) => {
                    given.open(place, &nonce, &value);
                    return Ok(true);
                }
                Some(false) => continue,
                None => return Ok(false),
            }
        }
        again(session, &problem.unwrap_or_default())?;
    }
}

/// The value of a live source; false where the input ends.
fn ask_value(
    session: &mut Session<'_>,
    sealed: &Sealed,
    given: &mut Given,
    place: u64,
) -> Result<bool, Failure> {
    loop {
        let Some(value) = session.ask(format_args!("  取值："), format_args!("  value: "))?
        else {
            return Ok(false);
        };
        // Blanks that make a long value readable; it is shown back without them.
        let value = without_blanks(&value);
        given.fell(place, &value);
        let problem = check_one(sealed, given, place)
            .err()
            .map(|error| without_place(&error.message(session.lang)));
        let answer = match &problem {
            Some(problem) => {
                again(session, problem)?;
                Some(false)
            }
            None => confirmed(session, &value)?,
        };
        if answer == Some(true) {
            return Ok(true);
        }
        given.forget(place);
        if answer.is_none() {
            return Ok(false);
        }
    }
}

/// Whether one contribution is right, whatever the others are: the library judges, the others being
/// filled up.
pub(crate) fn check_one(sealed: &Sealed, given: &Given, place: u64) -> Result<(), Error> {
    let (filled, unopened) = given.filled_up(sealed.commitment().sources());
    let Err(error) = filled
        .contributions()
        .and_then(|all| sealed.check_contributions(&all))
    else {
        return Ok(());
    };
    if error.fault_count() == unopened {
        return Ok(());
    }
    let at = format!("$[{place}]");
    let own = error
        .faults()
        .iter()
        .find(|fault| fault.place().path().starts_with(&at));
    Err(own.map_or_else(|| error.clone(), |fault| Error::new(fault.clone())))
}

/// Shows a value back; none where the input ends.
fn confirmed(session: &mut Session<'_>, value: &str) -> Result<Option<bool>, Failure> {
    loop {
        let answer = session.ask(
            format_args!("  取值为 {value} ，确认吗？[y/n] "),
            format_args!("  The value is {value} . Right? [y/n] "),
        )?;
        let Some(answer) = answer else {
            return Ok(None);
        };
        if let Some(yes) = yes_or_no(&answer) {
            return Ok(Some(yes));
        }
    }
}

fn again(session: &mut Session<'_>, problem: &str) -> Result<(), Failure> {
    Ok(session.note(
        format_args!("  {problem}。请重新录入。"),
        format_args!("  {problem}. Once more, please."),
    )?)
}

/// What is wrong, without the place, which the question tells.
fn without_place(message: &str) -> String {
    let after = message
        .split_once('：')
        .or_else(|| message.split_once(": "));
    after.map_or(message, |(_, problem)| problem).to_owned()
}

fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

fn unanswered(case: &Case, sources: &[Source], wanted: &[u64], lang: Lang) -> Error {
    let name = |&place: &u64| {
        usize::try_from(place)
            .ok()
            .and_then(|index| sources.get(index))
            .map(Source::name)
    };
    let names: Vec<&str> = wanted.iter().filter_map(name).collect();
    let names = names.join(if lang == Lang::En { ", " } else { "、" });
    file_error(
        codes::UNANSWERED,
        &case.path(CONTRIBUTIONS),
        &[("sources", &names)],
    )
}
