//! The steps of the demonstration up to the verification, each with the command that a person would type.

use std::fmt::Arguments;
use std::io;
use std::path::PathBuf;

use suiji::error::ErrorKind;
use suiji::values::EntityId;
use suiji::{Receipt, Run, limits};
use suiji_import::{Extra, List};

use super::altered;
use super::example;
use crate::base::errors::file_error;
use crate::base::exit::Exit;
use crate::base::failure::Failure;
use crate::case::documents;
use crate::case::{COMMITMENT, Case, PLAN, RECORD};
use crate::check_receipt;
use crate::disk::files;
use crate::draw;
use crate::explain;
use crate::import;
use crate::publish;
use crate::seal;
use crate::show::draws::{Extent, Shown};
use crate::show::report::Detail;
use crate::show::session::{Session, Terminal};
use crate::show::shell::quoted;
use crate::texts::{self, Localized, Text, codes};
use crate::verify::{self, Options};

/// The demonstration of one draw, on the output of a session.
pub(super) struct Steps<'a, 's> {
    pub(super) session: &'a mut Session<'s>,
    pub(super) case: &'a Case,
    pub(super) folder: String,
    pub(super) record: PathBuf,
    public: PathBuf,
    receipt: PathBuf,
}

impl<'a, 's> Steps<'a, 's> {
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

    pub(super) fn heading(&mut self, heading: Text) -> io::Result<()> {
        self.session.say(texts::demo_heading(heading))
    }

    pub(super) fn command(&mut self, line: Arguments<'_>) -> io::Result<()> {
        self.session.say(format_args!("$ {line}"))
    }

    pub(super) fn comment(&mut self, comment: Text) -> io::Result<()> {
        self.session.say(texts::demo_comment(comment))
    }

    pub(super) fn introduce(&mut self) -> io::Result<()> {
        self.session.say(texts::demo_about(&self.folder))
    }

    /// Imports the plan and the lists of the office. The page of the log shows how the plan was understood.
    pub(super) fn import(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_import())?;
        let folder = self.folder.clone();
        let (plan, map) = (example::PLAN_FILE, example::ANSWERS);
        self.command(format_args!(
            "suiji import {folder} {folder}/{plan} --as plan --map {folder}/{map}"
        ))?;
        let (plan, map) = (self.case.path(plan), self.case.path(map));
        let of_plan = import::Options {
            files: vec![plan.as_path()],
            list: Some(List::Plan),
            map: Some(map.as_path()),
            extra: Extra::Nothing,
        };
        let (mut input, mut out, mut err) = (io::empty(), io::sink(), io::sink());
        let (none, output) = (Terminal::default(), (self.session.lang, false));
        let mut silent = Session::new(&mut input, &mut out, &mut err, none, output);
        import::import(&mut silent, self.case, &of_plan)?;
        self.comment(texts::demo_plan_imported())?;
        let [registry, roster, history] = example::LISTS;
        let columns = [texts::demo_column_address(), texts::demo_column_telephone()];
        let columns = columns.map(|column| column.text(self.session.lang));
        let [address, telephone] = &columns;
        self.command(format_args!(
            "suiji import {folder} {folder}/{registry} {folder}/{roster} {folder}/{history} --extra {address} --extra {telephone}"
        ))?;
        let lists = example::LISTS.map(|name| self.case.path(name));
        let of_lists = import::Options {
            files: lists.iter().map(|path| &**path).collect(),
            list: None,
            map: None,
            extra: Extra::Named(columns.to_vec()),
        };
        import::import(self.session, self.case, &of_lists)?;
        Ok(self.comment(texts::demo_imported())?)
    }

    pub(super) fn seal(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_seal())?;
        let folder = self.folder.clone();
        self.command(format_args!("suiji seal {folder}"))?;
        seal::seal(self.session, self.case, &seal::Options::default())?;
        Ok(self.comment(texts::demo_sealed())?)
    }

    /// Draws. The answers are the dice and balls of the example.
    pub(super) fn draw(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_draw())?;
        let commitment = self.case.commitment()?;
        let missing = || file_error(&self.case.path(COMMITMENT), codes::not_sealed());
        let commitment = commitment.ok_or_else(missing)?;
        let mut answers = String::new();
        for (name, value) in example::contributions(&commitment)? {
            self.session.say(texts::demo_contribution(name, &value))?;
            answers += &format!("{value}\ny\n");
        }
        let folder = self.folder.clone();
        self.command(format_args!("suiji draw {folder}"))?;
        let (mut input, mut err) = (answers.as_bytes(), io::sink());
        let output = (self.session.lang, false);
        let none = Terminal::default();
        let mut answered = Session::new(&mut input, self.session.out, &mut err, none, output);
        let options = draw::Options {
            yes: true,
            shown: Shown {
                extent: Extent::First(2),
                classes: false,
            },
        };
        draw::draw(&mut answered, self.case, options)?;
        Ok(self.comment(texts::demo_drawn())?)
    }

    pub(super) fn verify(&mut self) -> Result<Exit, Failure> {
        self.heading(texts::demo_verify())?;
        let (record, folder) = (self.record.clone(), self.folder.clone());
        self.command(format_args!(
            "suiji verify {} --case {folder}",
            record.display()
        ))?;
        let options = Options::of_case(&record, self.case.folder(), Detail::Brief);
        let exit = verify::verify(self.session, &options)?;
        self.comment(texts::demo_verified())?;
        Ok(exit)
    }

    pub(super) fn explain(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_explain())?;
        let (record, folder) = (self.record.clone(), self.folder.clone());
        let excluded: EntityId = example::HALF_EXCLUDED.parse()?;
        self.command(format_args!(
            "suiji explain {} {excluded} --case {folder}",
            record.display()
        ))?;
        explain::explain(self.session, &record, &excluded, self.case, None)?;
        self.comment(texts::demo_excluded())?;
        let shared = example::shared_visit(&documents::record(&record, &Run::default())?)?;
        let receipt = self.receipt.clone();
        self.command(format_args!(
            "suiji explain {} {shared} --case {folder} --receipt {}",
            record.display(),
            receipt.display()
        ))?;
        explain::explain(self.session, &record, &shared, self.case, Some(&receipt))?;
        Ok(self.comment(texts::demo_shared_visit())?)
    }

    pub(super) fn publish(&mut self) -> Result<Exit, Failure> {
        self.heading(texts::demo_publish())?;
        let (record, public, receipt) = (
            self.record.clone(),
            self.public.clone(),
            self.receipt.clone(),
        );
        let (plan, folder) = (self.case.path(PLAN), self.folder.clone());
        self.command(format_args!(
            "suiji publish {} --case {} --out {}",
            record.display(),
            folder,
            public.display()
        ))?;
        publish::publish(self.session, &record, Some(self.case), Some(&public))?;
        self.command(format_args!(
            "suiji check-receipt {} --public {} --plan {}",
            receipt.display(),
            public.display(),
            plan.display()
        ))?;
        let exit = check_receipt::check_receipt(
            self.session,
            &receipt,
            &public,
            Some(&plan),
            Detail::Shortest,
        )?;
        self.comment(texts::demo_published())?;
        Ok(exit)
    }

    pub(super) fn alter(&mut self) -> Result<Exit, Failure> {
        self.heading(texts::demo_alter())?;
        let copy = self.case.path("record-altered.json");
        let (selected, reserve) =
            altered::write(&documents::record(&self.record, &Run::default())?, &copy)?;
        let (path, folder) = (copy.display(), self.folder.clone());
        self.session
            .say(texts::demo_altered(&path, selected, reserve))?;
        self.command(format_args!("suiji verify {path} --case {folder}"))?;
        let options = Options::of_case(&copy, self.case.folder(), Detail::Shortest);
        verify::verify(self.session, &options)
    }

    /// The digest of the commitment and one ticket, with tools that every auditor has.
    pub(super) fn by_hand(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_by_hand())?;
        let record = documents::record(&self.record, &Run::default())?;
        let (commitment, digest) = (self.case.path(COMMITMENT), record.commitment().digest());
        self.command(format_args!(
            "suiji canon {} | sha256sum",
            commitment.display()
        ))?;
        self.session.say(texts::demo_digest(digest))?;
        let receipt = self.receipt()?;
        let mut tickets = receipt.tasks().iter().filter_map(|statement| {
            let draw = record.draw(statement.task())?;
            Some((draw.key(), statement.ticket()?))
        });
        if let (Some((key, ticket)), Some(salt)) = (tickets.next(), receipt.salt()) {
            let id = receipt.entity();
            self.command(format_args!(
                "{{ printf {key} | xxd -r -p; printf {id}; printf {salt} | xxd -r -p; }} | sha256sum"
            ))?;
            self.session.say(texts::demo_ticket(ticket))?;
        }
        Ok(())
    }

    /// The receipt of the firm that asks why it was drawn.
    pub(super) fn receipt(&self) -> Result<Receipt, Failure> {
        let receipt = files::read(&self.receipt, limits::COMMITMENT_BYTES, ErrorKind::Receipt)?;
        Ok(Receipt::from_json(&receipt)?)
    }

    pub(super) fn conclude(&mut self) -> io::Result<()> {
        self.session.say(texts::demo_conclusion())
    }
}
