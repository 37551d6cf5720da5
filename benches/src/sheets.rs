//! Plans and ceremonies to seal with.

use crate::staff::SKILL;
use suiji::ceremony::By;
use suiji::plan::{Quota, Scope, SeatGroup, Task, Team};
use suiji::{Ceremony, Contribution, Contributions, Error, Hash, Plan, Secret, Source};

/// A plan of one untargeted task with this quota and scope, and one visit of a firm in a year.
///
/// # Errors
/// Those of the library.
pub fn one_task(quota: Quota, scope: Scope) -> Result<Plan, Error> {
    let task = Task::new("J1".parse()?, "双随机抽查")
        .with_quota(quota)
        .with_scope(scope);
    Plan::builder("样例抽查计划", "样例县工信局", 2024)
        .with_annual_cap(1)
        .with_task(task)
        .build()
}

/// A plan of one task that takes every firm, with teams of three from two departments.
///
/// # Errors
/// Those of the library.
pub fn teams() -> Result<Plan, Error> {
    every_firm(vec![
        SeatGroup::new("县工信局", 2),
        SeatGroup::new("县市场监管局", 1),
    ])
}

/// The same with teams from one department, whose last seat asks for a skill: where caps are tight, those
/// who have it have filled other seats before, and chains of moves free them.
///
/// # Errors
/// Those of the library.
pub fn skilled_teams() -> Result<Plan, Error> {
    every_firm(vec![
        SeatGroup::new("县工信局", 2),
        SeatGroup::new("县工信局", 1).with_skills(&[SKILL]),
    ])
}

fn every_firm(seats: Vec<SeatGroup>) -> Result<Plan, Error> {
    let task = Task::new("J1".parse()?, "全覆盖检查")
        .with_quota(take("100%")?)
        .with_team(Team::new(seats));
    Plan::builder("样例抽查计划", "样例县工信局", 2024)
        .with_task(task)
        .build()
}

/// A quota of exactly a ratio.
///
/// # Errors
/// `ratio.form`.
pub fn take(ratio: &str) -> Result<Quota, Error> {
    Ok(Quota::Exactly {
        ratio: ratio.parse()?,
    })
}

/// A ceremony of twenty throws of a die.
///
/// # Errors
/// Those of the library.
pub fn ceremony(hash: Hash) -> Result<Ceremony, Error> {
    let dice = Source::live(By::Witness, "二十次掷骰", "123456", 20, None)?;
    Ok(Ceremony::new(hash, [dice]).with_sealed_at("2024-09-02T09:00:00+08:00".parse()?))
}

/// Twenty throws.
///
/// # Errors
/// Those of the library.
pub fn contributions() -> Result<Contributions, Error> {
    Ok(Contributions::new([Contribution::live(
        "31415626535661632364",
    )?]))
}

/// A secret with which a sheet is blinded.
pub const fn secret() -> Secret {
    Secret::from_bytes([7; 32])
}
