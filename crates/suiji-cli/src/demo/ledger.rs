//! The ledger of the demonstration. It is opened before the sealing without output, and examined at the end.

use std::io;

use suiji::Hash;

use super::steps::Steps;
use crate::base::failure::Failure;
use crate::ledger;
use crate::show::session::{Session, Terminal};
use crate::texts;

impl Steps<'_, '_> {
    /// Opens a ledger in the case. All later steps are entered in it.
    pub(super) fn open_ledger(&mut self) -> Result<(), Failure> {
        let (mut input, mut out, mut err) = (io::empty(), io::sink(), io::sink());
        let (none, output) = (Terminal::default(), (self.session.lang, false));
        let mut silent = Session::new(&mut input, &mut out, &mut err, none, output);
        ledger::init(&mut silent, self.case.folder(), None, None, Hash::Sha256)?;
        Ok(())
    }

    /// Shows and examines the ledger.
    pub(super) fn ledger(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_ledger())?;
        self.comment(texts::demo_ledger_about())?;
        let folder = self.folder.clone();
        self.command(format_args!("suiji ledger show {folder}"))?;
        ledger::show(self.session, self.case.folder())?;
        self.command(format_args!("suiji ledger verify {folder}"))?;
        ledger::verify(self.session, self.case.folder(), &[])?;
        Ok(())
    }
}
