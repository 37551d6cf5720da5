//! Writes papers as files, for looking at them: `SUIJI_PAPERS=FOLDER cargo test -p suiji-report --test papers write --
//! --ignored`.

use std::fs;
use std::path::PathBuf;

use suiji::Lang;
use suiji_report::{Kind, Office, Papers};

use crate::example::{OFFICE, amended, drawn, inputs, results};

#[test]
#[ignore = "writes files to be looked at"]
fn write() {
    let folder = PathBuf::from(std::env::var_os("SUIJI_PAPERS").unwrap());
    let drawn = drawn(&inputs());
    let amendments = amended(&drawn);
    let results = results(&drawn, &amendments);
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
        let papers = papers.in_language(lang);
        let papers = papers.with_office(Office::from_json(OFFICE.as_bytes()).unwrap());
        let papers = papers.with_amendments(&amendments).unwrap();
        let papers = papers.with_results(&results).unwrap();
        let entity = drawn.record.draws()[0].selected()[1].id();
        let mut all = papers.make(&Kind::ALL).unwrap_or_else(|e| panic!("{e}"));
        all.extend(papers.letter(entity).unwrap_or_else(|e| panic!("{e}")));
        all.push(papers.index(&all));
        for paper in all {
            let path = folder.join(name).join(paper.name());
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, paper.bytes()).unwrap();
        }
    }
}
