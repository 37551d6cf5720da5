//! A record from JSON, form only.

use super::{Draw, DrawnEntity, DrawnTeam};
use crate::base::hash::Digest;
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::texts::codes;
use crate::ceremony::commitment::{self, Commitment, spec_of};
use crate::ceremony::contribution::{self, Contributions};
use crate::json::Json;
use crate::json::reader::{Path, Reader};

type Parts = (Commitment, Contributions, Digest, Vec<Draw>);

pub(super) fn parts(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Parts> {
    spec_of(reader, value, path, codes::SPEC_RECORD)?;
    let fields = reader.object(
        value,
        path,
        &["spec", "commitment", "contributions", "seed", "draws"],
    )?;
    let commitment = reader.required(fields, path, "commitment", commitment::read);
    let contributions = reader.full_list(fields, path, "contributions", contribution::read);
    let seed = reader.required(fields, path, "seed", Reader::digest);
    let draws = reader.full_list(fields, path, "draws", draw);
    Some((commitment?, Contributions(contributions?), seed?, draws?))
}

fn draw(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Draw> {
    let fields = reader.object(
        value,
        path,
        &["task", "key", "selected", "reserves", "teams"],
    )?;
    let task = reader.required(fields, path, "task", Reader::id);
    let key = reader.required(fields, path, "key", Reader::digest);
    let selected = reader.list(fields, path, "selected", drawn);
    let reserves = reader.list(fields, path, "reserves", drawn);
    let teams = reader.list(fields, path, "teams", team);
    Some(Draw {
        task: TaskId::checked(task?),
        key: key?,
        selected: selected?,
        reserves: reserves?,
        teams: teams?,
    })
}

fn drawn(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<DrawnEntity> {
    let fields = reader.object(value, path, &["id", "stratum", "ticket"])?;
    let id = reader.required(fields, path, "id", Reader::id);
    let stratum = reader.required(fields, path, "stratum", Reader::id);
    let ticket = reader.required(fields, path, "ticket", Reader::digest);
    Some(DrawnEntity {
        id: EntityId::checked(id?),
        stratum: stratum?.to_owned(),
        ticket: ticket?,
    })
}

fn team(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<DrawnTeam> {
    let fields = reader.object(value, path, &["entity", "members", "vacant"])?;
    let entity = reader.required(fields, path, "entity", Reader::id);
    let members = reader.list(fields, path, "members", Reader::id);
    let vacant = reader.list(fields, path, "vacant", |reader, value, path| {
        reader.integer(value, path, 0, 19)
    });
    Some(DrawnTeam {
        entity: EntityId::checked(entity?),
        members: members?.into_iter().map(InspectorId::checked).collect(),
        vacant: vacant?,
    })
}
