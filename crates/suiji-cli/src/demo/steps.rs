//! The steps of the story, each with the command that a person would give.

use std::fmt::Arguments;
use std::io;
use std::path::PathBuf;

use suiji::{EntityId, ErrorKind, Receipt, Run, limits};

use super::altered;
use super::example;
use crate::base::done::Done;
use crate::base::errors::file_error;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::case::{COMMITMENT, Case, PLAN, RECORD};
use crate::check_receipt;
use crate::codes;
use crate::disk::files;
use crate::draw;
use crate::explain;
use crate::publish;
use crate::seal::{self, Wish};
use crate::show::drawn::Shown;
use crate::show::report::Detail;
use crate::show::session::{Session, Terminal};
use crate::show::shell::quoted;
use crate::verify;

/// The story of one draw, told on the output of a session.
pub(super) struct Story<'a, 's> {
    session: &'a mut Session<'s>,
    case: &'a Case,
    folder: String,
    record: PathBuf,
    public: PathBuf,
    receipt: PathBuf,
}

impl<'a, 's> Story<'a, 's> {
    pub(super) fn new(session: &'a mut Session<'s>, case: &'a Case) -> Self {
        Self {
            session,
            case,
            folder: quoted(case.folder()),
            record: case.path(RECORD),
            public: case.path("public.json"),
            receipt: case.path("receipt.json"),
        }
    }

    fn heading(&mut self, zh: &str, en: &str) -> io::Result<()> {
        self.session
            .say(format_args!("\n━━ {zh}"), format_args!("\n━━ {en}"))
    }

    fn command(&mut self, line: Arguments<'_>) -> io::Result<()> {
        self.session
            .say(format_args!("$ {line}"), format_args!("$ {line}"))
    }

    fn proves(&mut self, zh: &str, en: &str) -> io::Result<()> {
        self.session
            .say(format_args!("▸ {zh}"), format_args!("▸ {en}"))
    }

    pub(super) fn introduce(&mut self) -> io::Result<()> {
        let folder = &self.folder;
        self.session.say(
            format_args!(
                "沁水县工业和信息化局 2024 年“双随机、一公开”工作计划（沁工信字〔2024〕15号）的八项任务。\n\
                 计划是真的，企业、人员与检查记录都是虚构的。全部文件在 {folder}。"
            ),
            format_args!(
                "The eight tasks of Qinshui county's plan of inspections for 2024. The plan is real; firms, officers\n\
                 and past inspections are invented. All files are in {folder}."
            ),
        )
    }

    pub(super) fn seal(&mut self) -> Result<(), Failure> {
        self.heading("1. 封存", "1. Sealing")?;
        let folder = self.folder.clone();
        self.command(format_args!("suiji seal {folder}"))?;
        seal::seal(self.session, self.case, &Wish::default())?;
        Ok(self.proves(
            "这一串摘要锁定了计划、名录库、检查历史、各层抽取数量和随机源。此刻谁也不知道结果，此后改动任何一处都会被发现。",
            "The digest fixes plan, lists, history, takes and sources. Nobody can know the result yet, and any change from here on is found.",
        )?)
    }

    /// Draws with the example's dice and balls as the answers.
    pub(super) fn draw(&mut self) -> Result<(), Failure> {
        self.heading("2. 抽取", "2. Drawing")?;
        let sheet = self.case.commitment()?;
        let missing = || file_error(codes::NOT_SEALED, &self.case.path(COMMITMENT), &[]);
        let sheet = sheet.ok_or_else(missing)?;
        let mut answers = String::new();
        for (name, value) in example::throws(&sheet) {
            self.session.say(
                format_args!("{name}：{value}（示例写定）"),
                format_args!("{name}: {value} (the example's)"),
            )?;
            answers += &format!("{value}\ny\n");
        }
        let folder = self.folder.clone();
        self.command(format_args!("suiji draw {folder}"))?;
        let (mut input, mut err) = (answers.as_bytes(), io::sink());
        let voice = (self.session.lang, false);
        let none = Terminal::default();
        let mut asked = Session::new(&mut input, self.session.out, &mut err, none, voice);
        draw::draw(&mut asked, self.case, Shown::First(2))?;
        Ok(self.proves(
            "种子由封存单摘要和各方取值一起算出，缺一不可。取值先存盘、后计算：重来也是同一结果，重抽不会悄悄发生。",
            "The seed is made of the digest and every party's value, which are on disk before anything is computed: starting again gives the same draw.",
        )?)
    }

    pub(super) fn verify(&mut self) -> Result<Done, Failure> {
        self.heading("3. 核验", "3. Verification")?;
        let (record, folder) = (self.record.clone(), self.folder.clone());
        self.command(format_args!(
            "suiji verify {} --case {folder}",
            record.display()
        ))?;
        let case = Some(self.case.folder());
        let done = verify::verify(self.session, &record, case, None, Detail::Brief)?;
        self.proves(
            "每个签号、每一层的抽中者、每个小组都重新算过，与记录一致。不写 --case，则只凭记录本身核验。",
            "Every ticket, selection and team was computed again and is that of the record. Without --case the record alone is checked.",
        )?;
        Ok(done)
    }

    pub(super) fn explain(&mut self) -> Result<(), Failure> {
        self.heading("4. 查一家企业", "4. One firm")?;
        let (record, folder) = (self.record.clone(), self.folder.clone());
        let excluded: EntityId = example::HALF_EXCLUDED.parse()?;
        self.command(format_args!(
            "suiji explain {} {excluded} --case {folder}",
            record.display()
        ))?;
        explain::explain(self.session, &record, &excluded, self.case, None)?;
        self.proves(
            "被排除的，看得到理由：J1 今年已查过它。N1 还没有；它是高风险，全数抽取，由工信局自己的小组去查。",
            "An exclusion has its reason: J1 has visited it this year. N1 has not, and takes every firm of high risk, with a team of its own.",
        )?;
        let shared = example::shared_visit(&documents::record(&record, &Run::default())?)?;
        let receipt = self.receipt.clone();
        self.command(format_args!(
            "suiji explain {} {shared} --case {folder} --receipt {}",
            record.display(),
            receipt.display()
        ))?;
        explain::explain(self.session, &record, &shared, self.case, Some(&receipt))?;
        Ok(self.proves(
            "部门联合与内部两项任务共用签号：同一个小组一次上门，查两项任务的事项。",
            "The joint and the internal task share their tickets: one team, one visit, the matters of both.",
        )?)
    }

    pub(super) fn publish(&mut self) -> Result<Done, Failure> {
        self.heading("5. 公示与查验单", "5. Public form and receipt")?;
        let (record, public, receipt) = (
            self.record.clone(),
            self.public.clone(),
            self.receipt.clone(),
        );
        let plan = self.case.path(PLAN);
        self.command(format_args!(
            "suiji publish {} --out {}",
            record.display(),
            public.display()
        ))?;
        publish::publish(self.session, &record, Some(&public))?;
        self.command(format_args!(
            "suiji check-receipt {} --public {} --plan {}",
            receipt.display(),
            public.display(),
            plan.display()
        ))?;
        let done =
            check_receipt::check(self.session, &receipt, &public, Some(&plan), Detail::Faults)?;
        self.proves(
            "企业凭公示文本和自己的查验单，就能查实自己为何抽中或未抽中，而看不到别家的风险类别。标“·”的只能凭信。",
            "With the public form and its own receipt a firm can check why it was drawn or not, and learns nobody else's risk class. What has “·” is on trust.",
        )?;
        Ok(done)
    }

    pub(super) fn alter(&mut self) -> Result<Done, Failure> {
        self.heading("6. 改动一处", "6. One thing altered")?;
        let copy = self.case.path("record-altered.json");
        let (out, into) =
            altered::write(&documents::record(&self.record, &Run::default())?, &copy)?;
        let (path, folder) = (copy.display(), self.folder.clone());
        self.session.say(
            format_args!("在副本 {path} 中，把 J1 抽中的 {out} 换成备选 {into}："),
            format_args!(
                "In the copy {path}, {out}, selected for J1, is replaced by the reserve {into}:"
            ),
        )?;
        self.command(format_args!("suiji verify {path} --case {folder}"))?;
        let case = Some(self.case.folder());
        verify::verify(self.session, &copy, case, None, Detail::Faults)
    }

    /// The commitment's digest and one ticket, with tools that every auditor has.
    pub(super) fn by_hand(&mut self) -> Result<(), Failure> {
        self.heading("7. 不用本程序也能核对", "7. By hand, without this program")?;
        let record = documents::record(&self.record, &Run::default())?;
        let (sheet, digest) = (self.case.path(COMMITMENT), record.commitment().digest());
        self.command(format_args!("suiji canon {} | sha256sum", sheet.display()))?;
        self.session.say(
            format_args!("  {digest}  （封存单摘要）"),
            format_args!("  {digest}  (the commitment digest)"),
        )?;
        let receipt = files::read(&self.receipt, limits::SHEET_BYTES, ErrorKind::Receipt)?;
        let receipt = Receipt::from_json(&receipt)?;
        let mut tickets = receipt.tasks().iter().filter_map(|statement| {
            let draw = record.draw(statement.task())?;
            Some((draw.key(), statement.ticket()?))
        });
        if let (Some((key, ticket)), Some(salt)) = (tickets.next(), receipt.salt()) {
            let id = receipt.entity();
            self.command(format_args!(
                "{{ printf {key} | xxd -r -p; printf {id}; printf {salt} | xxd -r -p; }} | sha256sum"
            ))?;
            self.session.say(
                format_args!("  {ticket}  （上面查验单中的签号）"),
                format_args!("  {ticket}  (the ticket of the receipt above)"),
            )?;
        }
        Ok(())
    }

    pub(super) fn conclude(&mut self) -> io::Result<()> {
        self.session.say(
            format_args!(
                "\n机关的秘密值是本次新生成的，所以每次演示的结果不同；骰子和彩球用的是示例写定的数，不是现场掷出的。\n\
                 因此这只是演示，不是一次有效的抽取。"
            ),
            format_args!(
                "\nThe office's secret value is fresh, so that each demonstration draws differently; the dice and balls\n\
                 are the example's, written beforehand. So this is a demonstration, and no valid draw."
            ),
        )
    }
}
