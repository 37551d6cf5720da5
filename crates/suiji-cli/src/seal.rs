//! `suiji seal`: inputs and ceremony to a sealed sheet.

use suiji::limits;
use suiji::{Ceremony, Commitment, Error, ErrorKind, Run, Sealed, Time};

use crate::case::{COMMITMENT, CONTRIBUTIONS, Case};
use crate::clock;
use crate::codes;
use crate::earlier::{self, Why};
use crate::failure::{Failure, file_error, together};
use crate::files;
use crate::leftovers;
use crate::lock;
use crate::office;
use crate::pending::{self, NewSheet};
use crate::session::Session;
use crate::sheet;
use crate::spec::Done;
use crate::words::{self, Words, quoted};

pub(crate) fn run(session: &mut Session<'_>, words: &Words) -> Result<Done, Failure> {
    seal(session, &Case::open(words.path(0))?, &Wish::of(words)?)
}

/// Seals a case and shows the sheet.
pub(crate) fn seal(
    session: &mut Session<'_>,
    case: &Case,
    wish: &Wish<'_>,
) -> Result<Done, Failure> {
    if wish.dry_run {
        return make_and_show(session, case, wish);
    }
    let lock = lock::exclusive(case.folder())?;
    if lock.is_held() {
        leftovers::sweep(case);
    }
    if pending::finish_pending(case).map_err(|error| case.failure(error))? {
        finished(session, case)?;
    } else {
        make_and_show(session, case, wish)?;
    }
    // Whoever could not see the sheet may seal again, and is shown this one.
    session.flush()?;
    pending::close(case)?;
    Ok(Done::Well)
}

fn make_and_show(session: &mut Session<'_>, case: &Case, wish: &Wish<'_>) -> Result<Done, Failure> {
    let sealing = make(session, case, wish).map_err(|error| case.failure(error))?;
    show(session, case, wish, &sealing)?;
    Ok(Done::Well)
}

/// What the options ask for.
#[derive(Debug, Default)]
pub(crate) struct Wish<'w> {
    at: Option<Time>,
    dry_run: bool,
    why: Option<Why<'w>>,
}

impl<'w> Wish<'w> {
    fn of(words: &'w Words) -> Result<Self, Error> {
        let (reason, approved_by) = (words.text("supersede")?, words.text("approved-by")?);
        let why = match (reason, approved_by, words.has("follow")) {
            (Some(reason), Some(approved_by), false) => Some(Why::Supersede {
                reason,
                approved_by,
            }),
            (None, None, true) => Some(Why::Follow),
            (None, None, false) => None,
            (Some(_), _, true) => {
                return Err(words::together_error(
                    "--supersede",
                    "--follow",
                    ("cannot both stand here", "不能同时使用"),
                ));
            }
            _ => {
                let rule = ("go together", "须同时使用");
                return Err(words::together_error(
                    "--supersede REASON",
                    "--approved-by WHO",
                    rule,
                ));
            }
        };
        let at = words
            .text("at")?
            .map(|text| words::value("--at", text, str::parse))
            .transpose()?;
        Ok(Self {
            at,
            dry_run: words.has("dry-run"),
            why,
        })
    }
}

/// A sheet that was sealed, and the earlier one that it comes after.
struct Sealing {
    sealed: Sealed,
    /// Contributions lay in the folder before there was a sheet.
    known_before: bool,
    numbered: Option<u64>,
}

fn make(session: &Session<'_>, case: &Case, wish: &Wish<'_>) -> Result<Sealing, Error> {
    let run = session.run();
    let seen = files::read_if_there(
        &case.path(COMMITMENT),
        limits::SHEET_BYTES,
        ErrorKind::Commitment,
    )?;
    let old = match (&seen, wish.why) {
        (Some(_), None) => return Err(file_error(codes::SEALED, &case.path(COMMITMENT), &[])),
        (None, Some(_)) => return Err(file_error(codes::NOT_SEALED, &case.path(COMMITMENT), &[])),
        (Some(bytes), Some(why)) => Some((Commitment::from_json(bytes)?, why)),
        (None, None) => None,
    };
    let (inputs, ceremony) = together(case.inputs(&run), ceremony(case, old.as_ref(), &run))?;
    let time = match (&wish.at, ceremony.sealed_at()) {
        (Some(time), _) | (None, Some(time)) => time.clone(),
        (None, None) => clock::now()?,
    };
    let mut sheets = earlier::sheets(case)?;
    sheets.extend(old.map(|(sheet, _)| sheet));
    let (ceremony, openings) = office::commit(ceremony.with_sealed_at(time).with_earlier(sheets))?;
    let sealed = suiji::seal(&inputs, &ceremony, &run)?;
    let known_before = seen.is_none() && files::is_there(&case.path(CONTRIBUTIONS))?;
    let mut numbered = None;
    if !wish.dry_run {
        if let Some(old) = &seen {
            numbered = Some(earlier::number_for(case, old)?);
        }
        let sheet = NewSheet {
            commitment: sealed.commitment().to_json(),
            office_secret: office::to_json(&openings),
        };
        pending::put(case, &sheet, seen.as_deref())?;
    }
    Ok(Sealing {
        sealed,
        known_before,
        numbered,
    })
}

fn ceremony(
    case: &Case,
    old: Option<&(Commitment, Why<'_>)>,
    run: &Run,
) -> Result<Ceremony, Error> {
    let ceremony = Ceremony::from_json(&case.ceremony_bytes()?)?;
    match old {
        Some((sheet, why)) => earlier::renewed(case, &ceremony, sheet, *why, run),
        None => Ok(ceremony),
    }
}

fn show(
    session: &mut Session<'_>,
    case: &Case,
    wish: &Wish<'_>,
    sealing: &Sealing,
) -> Result<(), Failure> {
    let (sealed, path) = (&sealing.sealed, case.path(COMMITMENT));
    if session.json {
        let mut json = sheet::to_json(sealed, &session.run())?;
        json["dry_run"] = wish.dry_run.into();
        json["commitment"] = path.display().to_string().into();
        return Ok(session.print_json(&json)?);
    }
    let sheet = sealed.commitment();
    let (authority, year, time) = (sheet.authority(), sheet.year(), sheet.sealed_at().as_str());
    session.say(
        format_args!("{authority} {year} 年度，封存时间 {time}"),
        format_args!("{authority}, {year}, sealed at {time}"),
    )?;
    sheet::print_tasks(session, sealed)?;
    sheet::print_findings(session, sealed)?;
    if sealing.known_before {
        session.say(
            format_args!("注意：封存之前，文件夹里已有 {CONTRIBUTIONS}：取值早于封存即可预知结果"),
            format_args!("warning: {CONTRIBUTIONS} lay here before the sealing: whoever knew it could know the draw"),
        )?;
    }
    if let Some(number) = sealing.numbered {
        session.say(
            format_args!(
                "前次的文件保留为 {} 等",
                earlier::numbered(COMMITMENT, number)
            ),
            format_args!(
                "the earlier files stay as {} and so on",
                earlier::numbered(COMMITMENT, number)
            ),
        )?;
    }
    if wish.dry_run {
        return Ok(session.say(
            format_args!("试算完毕，未写入任何文件。"),
            format_args!("Tried, nothing was written."),
        )?);
    }
    let heading = (
        "封存单摘要（请当众宣读、公布，并由见证人记录）：",
        "Commitment digest, to be read out, made known and noted by the witnesses:",
    );
    sheet::print_digest(session, heading, &sheet.digest())?;
    Ok(session.say(
        format_args!(
            "已写入 {}。下一步：suiji draw {}",
            path.display(),
            quoted(case.folder())
        ),
        format_args!(
            "Written to {}. Next: suiji draw {}",
            path.display(),
            quoted(case.folder())
        ),
    )?)
}

/// A sealing that had been interrupted: its sheet stands, and nothing was sealed anew.
fn finished(session: &mut Session<'_>, case: &Case) -> Result<(), Failure> {
    let sheet = case.commitment().map_err(|error| case.failure(error))?;
    let sheet = sheet.ok_or_else(|| file_error(codes::NOT_SEALED, &case.path(COMMITMENT), &[]))?;
    if session.json {
        let path = case.path(COMMITMENT).display().to_string();
        let json = serde_json::json!({"digest": sheet.digest().to_string(), "commitment": path, "finished": true});
        return Ok(session.print_json(&json)?);
    }
    let heading = (
        "上次封存曾中断，现已完成；没有另行封存。封存单摘要：",
        "A sealing had been interrupted and is finished now; nothing was sealed anew. Commitment digest:",
    );
    Ok(sheet::print_digest(session, heading, &sheet.digest())?)
}
