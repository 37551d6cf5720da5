//! A sheet as whoever seals is shown it.

use std::io;

use suiji::{Commitment, Sealed};

use crate::base::failure::Failure;
use crate::case::{COMMITMENT, CONTRIBUTIONS, Case};
use crate::disk::numbering::numbered;
use crate::show::session::Session;
use crate::show::sheet;
use crate::show::shell::quoted;

/// A sheet, and what there is to be said of it.
pub(super) struct Shown {
    pub(super) sealed: Sealed,
    /// Contributions lay in the folder before there was a sheet.
    pub(super) known_before: bool,
    /// The number of the earlier one that it comes after.
    pub(super) numbered: Option<u64>,
    pub(super) state: State,
}

/// How a sheet came to be shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum State {
    /// Nothing was written.
    Tried,
    Sealed,
    /// It had been sealed before, by a run that was interrupted.
    Finished,
}

pub(super) fn sheet(session: &mut Session<'_>, case: &Case, shown: &Shown) -> Result<(), Failure> {
    let sealed = &shown.sealed;
    if session.json {
        let mut json = sheet::to_json(sealed, &session.run())?;
        json["dry_run"] = (shown.state == State::Tried).into();
        json["commitment"] = case.path(COMMITMENT).display().to_string().into();
        if shown.state == State::Finished {
            json["finished"] = true.into();
        }
        return Ok(session.print_json(&json)?);
    }
    if shown.state == State::Finished {
        say_finished(session)?;
    }
    let of = sealed.commitment();
    let (authority, year, time) = (of.authority(), of.year(), of.sealed_at().as_str());
    session.say(
        format_args!("{authority} {year} 年度，封存时间 {time}"),
        format_args!("{authority}, {year}, sealed at {time}"),
    )?;
    sheet::print_tasks(session, sealed)?;
    sheet::print_findings(session, sealed)?;
    say_circumstances(session, shown)?;
    if shown.state == State::Tried {
        return Ok(session.say(
            format_args!("试算完毕，未写入任何文件。"),
            format_args!("Tried, nothing was written."),
        )?);
    }
    print_digest(session, of)?;
    let (path, folder) = (case.path(COMMITMENT), quoted(case.folder()));
    let path = path.display();
    Ok(session.say(
        format_args!("已写入 {path}。下一步：suiji draw {folder}"),
        format_args!("Written to {path}. Next: suiji draw {folder}"),
    )?)
}

/// Of a sheet that was finished and whose inputs are no more, its digest alone.
pub(super) fn digest(
    session: &mut Session<'_>,
    case: &Case,
    sheet: &Commitment,
) -> Result<(), Failure> {
    if session.json {
        let path = case.path(COMMITMENT).display().to_string();
        let json = serde_json::json!({"digest": sheet.digest().to_string(), "commitment": path, "finished": true});
        return Ok(session.print_json(&json)?);
    }
    say_finished(session)?;
    Ok(print_digest(session, sheet)?)
}

fn say_finished(session: &mut Session<'_>) -> io::Result<()> {
    session.say(
        format_args!("上次封存曾中断，现已完成；没有另行封存。"),
        format_args!(
            "A sealing had been interrupted and is finished now; nothing was sealed anew."
        ),
    )
}

/// What the sheet itself does not tell.
fn say_circumstances(session: &mut Session<'_>, shown: &Shown) -> io::Result<()> {
    if shown.known_before {
        session.say(
            format_args!("注意：封存之前，文件夹里已有 {CONTRIBUTIONS}：取值早于封存即可预知结果"),
            format_args!("warning: {CONTRIBUTIONS} lay here before the sealing: whoever knew it could know the draw"),
        )?;
    }
    if let Some(number) = shown.numbered {
        let name = numbered(COMMITMENT, number);
        session.say(
            format_args!("前次的文件保留为 {name} 等"),
            format_args!("the earlier files stay as {name} and so on"),
        )?;
    }
    Ok(())
}

fn print_digest(session: &mut Session<'_>, sheet: &Commitment) -> io::Result<()> {
    let heading = (
        "封存单摘要（请当众宣读、公布，并由见证人记录）：",
        "Commitment digest, to be read out, made known and noted by the witnesses:",
    );
    sheet::print_digest(session, heading, &sheet.digest())
}
