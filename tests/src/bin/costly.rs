//! Writes inputs of a megabyte that could need much time or memory, each as a case for the command. Usage: `costly
//! FOLDER [PARTS-IN-A-THOUSAND]`.
//!
//! Each case has a file `contributions-array.json`. After sealing, a script makes `contributions.json` from it.

use std::io::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

use suiji_conformance::costly::{Costly, all};

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("expected FOLDER [PARTS-IN-A-THOUSAND]"))?;
    let size = arguments.next().and_then(|size| size.parse().ok());
    for case in all(size.unwrap_or(1000)) {
        let folder = folder.join(case.name);
        fs::create_dir_all(&folder)?;
        for (file, text) in [
            ("plan.json", &case.plan),
            ("registry.jsonl", &case.registry),
            ("roster.jsonl", &case.roster),
            ("history.jsonl", &case.history),
            ("ceremony.json", &case.ceremony.to_string()),
            (
                "contributions-array.json",
                &Costly::contributions().to_string(),
            ),
        ] {
            fs::write(folder.join(file), text)?;
        }
        let refused = case.refused.unwrap_or("-");
        writeln!(io::stdout(), "{} {} {refused}", case.name, case.bytes())?;
    }
    Ok(())
}
