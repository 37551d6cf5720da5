//! Plans, ceremonies and contributions.

use suiji::ceremony::{By, Part};
use suiji::plan::{Limit, Quota, Scope, SeatGroup, Task, Team};
use suiji::{Ceremony, Commitment, Contribution, Contributions, Error, Hash, Plan, Secret, Source};

/// The skill of every third inspector.
pub(crate) const SKILL: &str = "特种设备";

/// A plan with one untargeted task of this quota and scope, and a limit of one visit a year.
///
/// # Errors
/// Returns the errors of the library.
pub fn one_task(quota: Quota, scope: Scope) -> Result<Plan, Error> {
    let task = Task::new("J1".parse()?, "双随机抽查")
        .with_quota(quota)
        .with_scope(scope);
    Plan::builder("样例抽查计划", "样例县工信局", 2024)
        .with_limits(vec![Limit::new("yearly".parse()?, 1)])
        .with_task(task)
        .build()
}

/// A plan with one task that takes every entity, with teams of three from two departments.
///
/// # Errors
/// Returns the errors of the library.
pub fn teams() -> Result<Plan, Error> {
    every_entity(vec![
        SeatGroup::new("县工信局", 2),
        SeatGroup::new("县市场监管局", 1),
    ])
}

/// Like [`teams`], but with teams from one department whose last seat needs a skill.
///
/// If caps are tight, inspectors with that skill already have other seats, and chains of moves free them.
///
/// # Errors
/// Returns the errors of the library.
pub fn skilled_teams() -> Result<Plan, Error> {
    every_entity(vec![
        SeatGroup::new("县工信局", 2),
        SeatGroup::new("县工信局", 1).with_skills(&[SKILL]),
    ])
}

fn every_entity(seats: Vec<SeatGroup>) -> Result<Plan, Error> {
    let task = Task::new("J1".parse()?, "全覆盖检查")
        .with_quota(take("100%")?)
        .with_team(Team::new(seats));
    Plan::builder("样例抽查计划", "样例县工信局", 2024)
        .with_task(task)
        .build()
}

/// A quota of exactly this ratio.
///
/// # Errors
/// `ratio.form`.
pub fn take(ratio: &str) -> Result<Quota, Error> {
    Ok(Quota::Exactly {
        ratio: ratio.parse()?,
    })
}

/// A ceremony with one source: twenty throws of a die.
///
/// # Errors
/// Returns the errors of the library.
pub fn ceremony(hash: Hash) -> Result<Ceremony, Error> {
    let dice = Source::live(By::Witness, "二十次掷骰", [Part::new(20, 1, 6)?])?;
    Ok(Ceremony::new(hash, [dice]).with_sealed_at("2024-09-02T09:00:00+08:00".parse()?))
}

/// The contribution of twenty throws, for this commitment.
///
/// # Errors
/// Returns the errors of the library.
pub fn contributions(commitment: &Commitment) -> Result<Contributions, Error> {
    let thrown = [3, 1, 4, 1, 5, 6, 2, 6, 5, 3, 5, 6, 6, 1, 6, 3, 2, 3, 6, 4];
    let dice = Contribution::live([thrown])?;
    Ok(Contributions::new(commitment.digest(), [dice]))
}

/// The secret of a blinded commitment.
pub const fn secret() -> Secret {
    Secret::from_bytes([7; 32])
}
