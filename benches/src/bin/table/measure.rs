//! Measures all lines of one frame. Each round measures every line once, so that lines of a round had the same machine.

use core::hint::black_box;

use sha2::digest::consts::U32;
use sha2::{Digest, Sha256};
use sm3::Sm3;
use suiji::{Ceremony, Evidence, verify_with};
use suiji::{Commitment, Error, Hash, Inputs, Record, Registry, Run, Sealed};
use suiji_benches::{Failure, Frame, Group, ceremony, contributions};
use suiji_hash::Suite;

use crate::check::Drawn;
use crate::data::Data;
use crate::kernels::{
    lanes_root, lanes_tickets, plain_root, plain_tickets, smallest, sorted, with_positions,
};
use crate::recorder::{Of, Recorder};

/// How many receipts are made in a round at most.
const RECEIPTS: usize = 100_000;

macro_rules! lines {
    ($($constant:ident: $group:ident $id:literal $name:literal;)*) => {
        $(const $constant: Of = Of { group: Group::$group, id: $id, name: $name };)*
    };
}

lines! {
    READ: Step "read" "read the registry from JSON Lines";
    SEAL: Step "seal" "seal one task of 5 %";
    DRAW: Step "draw" "draw it";
    VERIFY: Step "verify" "verify the record with all inputs";
    PREPARE: Step "receipts" "prepare the receipts of all entities";
    RECEIPT: Step "receipt" "one receipt with its JSON, for each receipt";
    SEAL_ALL: Step "seal_all" "seal one task of all entities";
    DRAW_ALL: Step "draw_all" "draw it";
    SEAL_EIGHT: Step "seal_eight" "seal eight tasks of 5 %";
    DRAW_EIGHT: Step "draw_eight" "draw them";
    READ_TWO: Step "read_two" "two threads: read the registry";
    SEAL_TWO: Step "seal_two" "two threads: seal one task of 5 %";
    DRAW_TWO: Step "draw_two" "two threads: draw it";
    PLAIN_ROWS: Kernel "plain_rows" "RFC 9162 root over the rows";
    PLAIN_FRAME: Kernel "plain_frame" "RFC 9162 root over the leaves of the frame";
    PLAIN_TICKETS: Kernel "plain_tickets" "tickets";
    SMALLEST: Kernel "smallest" "the smallest tickets of each stratum, by threshold";
    SORT: Kernel "sort" "sort the order hashes of all entities";
    LANES_ROWS: Lanes "lanes_rows" "RFC 9162 root over the rows";
    LANES_FRAME: Lanes "lanes_frame" "RFC 9162 root over the leaves of the frame";
    LANES_TICKETS: Lanes "lanes_tickets" "tickets";
    PARSE: Kernel "parse" "parse the rows with serde_json, into their fields";
}

/// How a frame is measured.
#[derive(Clone, Copy)]
pub(crate) struct How {
    pub(crate) hash: Hash,
    pub(crate) rounds: u64,
    /// Leaves out our steps.
    pub(crate) only_kernels: bool,
    /// The entities of a round. A smaller frame is measured several times in each round.
    pub(crate) entities: u64,
}

/// Measures everything with the frame of these inputs.
pub(crate) fn measure(data: &Data, how: How) -> Result<Frame, Failure> {
    let ceremony = ceremony(how.hash)?;
    let one = Run::default();
    // A first draw, which also makes the machine warm. All rounds give the same result.
    let sealed = suiji::seal_with(&data.one, &ceremony, &one)?;
    let record = sealed.draw_with(&contributions(sealed.commitment())?, &one)?;
    let drawn = Drawn::new(data, &record)?;
    let mut recorder = Recorder::new(data.size, how.entities);
    for round in 0..how.rounds {
        if !how.only_kernels {
            steps(&mut recorder, data, &ceremony)?;
        }
        let roots = match how.hash {
            Hash::Sm3 => kernels::<Sm3>(&mut recorder, data, &drawn, Suite::Sm3)?,
            _ => kernels::<Sha256>(&mut recorder, data, &drawn, Suite::Sha256)?,
        };
        if round == 0 {
            drawn.check(data, &record, &roots)?;
        }
    }
    let (lines, peak_bytes) = recorder.finish();
    Ok(Frame {
        size: data.size,
        hash: how.hash.as_str().to_owned(),
        row_bytes: data.row_bytes(),
        peak_bytes,
        lines,
    })
}

/// Our steps, once.
fn steps(recorder: &mut Recorder, data: &Data, ceremony: &Ceremony) -> Result<(), Failure> {
    let (one, two) = (Run::default(), Run::default().threads(2));
    let read = |run| Registry::from_json_lines_with(data.rows.text(), run);
    let seal = |inputs: &Inputs, run| suiji::seal_with(inputs, ceremony, run);
    drop(recorder.time(READ, || read(&one))??);
    let sealed = recorder.time(SEAL, || seal(&data.one, &one))??;
    let thrown = contributions(sealed.commitment())?;
    let record = recorder.time(DRAW, || sealed.draw_with(&thrown, &one))??;
    let evidence = Evidence::of(&data.one);
    recorder
        .time(VERIFY, || verify_with(&record, &evidence, &one))??
        .require()?;
    receipts(recorder, &sealed, &record)?;
    drop(recorder.time(READ_TWO, || read(&two))??);
    same(
        sealed.commitment(),
        recorder
            .time(SEAL_TWO, || seal(&data.one, &two))??
            .commitment(),
    )?;
    let again = recorder.time(DRAW_TWO, || sealed.draw_with(&thrown, &two))??;
    if again.digest() != record.digest() {
        return Err("two threads drew another record".into());
    }
    drop((sealed, record, again));
    if let Some(sealed) = allowed(recorder, [SEAL_ALL, DRAW_ALL], || seal(&data.all, &one))? {
        draw(recorder, DRAW_ALL, &sealed)?;
    }
    let eight = allowed(recorder, [SEAL_EIGHT, DRAW_EIGHT], || {
        seal(&data.eight, &one)
    })?;
    if let Some(sealed) = eight {
        draw(recorder, DRAW_EIGHT, &sealed)?;
    }
    Ok(())
}

fn draw(recorder: &mut Recorder, of: Of, sealed: &Sealed) -> Result<(), Failure> {
    let (thrown, run) = (contributions(sealed.commitment())?, Run::default());
    drop(recorder.time(of, || sealed.draw_with(&thrown, &run))??);
    Ok(())
}

/// The result of sealing. None if the library refuses a draw of this size; sealing and drawing then have a note.
fn allowed(
    recorder: &mut Recorder,
    [sealing, drawing]: [Of; 2],
    mut seal: impl FnMut() -> Result<Sealed, Error>,
) -> Result<Option<Sealed>, Failure> {
    // It is tried before it is measured, because a refused sealing takes time, too.
    let refused = match recorder.is_refused(sealing) {
        Some(refused) => refused,
        None => match seal() {
            Ok(_) => false,
            Err(error) if error.code().starts_with("limit.") => {
                recorder.refused(sealing, error.code());
                recorder.refused(drawing, error.code());
                true
            }
            Err(error) => return Err(error.into()),
        },
    };
    if refused {
        return Ok(None);
    }
    Ok(Some(recorder.time(sealing, seal)??))
}

fn same(of_one: &Commitment, of_two: &Commitment) -> Result<(), Failure> {
    if of_one.digest() == of_two.digest() {
        return Ok(());
    }
    Err("two threads made another commitment".into())
}

fn receipts(recorder: &mut Recorder, sealed: &Sealed, record: &Record) -> Result<(), Failure> {
    let receipts = recorder.time(PREPARE, || sealed.receipts(record))??;
    let count = receipts.all().len().min(RECEIPTS);
    recorder.time_receipts(RECEIPT, count as u64, || {
        let texts = receipts
            .all()
            .take(RECEIPTS)
            .map(|receipt| receipt.to_json());
        texts.for_each(|text| drop(black_box(text)));
    })
}

/// The results of the kernels.
pub(crate) struct Results {
    /// The roots of the rows and of the frame, by each way of hashing.
    pub(crate) roots: [[[u8; 32]; 2]; 2],
    /// The tickets by each way of hashing are the same.
    pub(crate) same_tickets: bool,
    /// The positions of the selected in each stratum.
    pub(crate) smallest: Vec<Vec<u32>>,
    /// All positions in the order of visits.
    pub(crate) order: Vec<u32>,
}

/// The kernels, once.
fn kernels<D: Digest<OutputSize = U32>>(
    recorder: &mut Recorder,
    data: &Data,
    drawn: &Drawn,
    suite: Suite,
) -> Result<Results, Failure> {
    let plain = [
        recorder.time(PLAIN_ROWS, || plain_root::<D>(&data.rows))?,
        recorder.time(PLAIN_FRAME, || plain_root::<D>(&data.framed))?,
    ];
    let tickets = recorder.time(PLAIN_TICKETS, || plain_tickets::<D>(&drawn.key, &data.ids))?;
    let selected = recorder.time(SMALLEST, || smallest(&tickets, &data.strata, &drawn.takes))?;
    let orders = plain_tickets::<D>(&drawn.order, &data.ids);
    let sorted = recorder.time_prepared(SORT, || with_positions(&orders), sorted)?;
    drop(orders);
    recorder.time(PARSE, || crate::parse::rows(data.rows.text()))??;
    let lanes = [
        recorder.time(LANES_ROWS, || lanes_root(suite, &data.rows))?,
        recorder.time(LANES_FRAME, || lanes_root(suite, &data.framed))?,
    ];
    let of_lanes = recorder.time(LANES_TICKETS, || {
        lanes_tickets(suite, &drawn.key, &data.ids)
    })?;
    Ok(Results {
        roots: [plain, lanes],
        same_tickets: tickets == of_lanes,
        smallest: selected.ok_or("a threshold was too low")?,
        order: sorted.into_iter().map(|(_, position)| position).collect(),
    })
}
