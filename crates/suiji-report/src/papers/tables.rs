//! The files of the tables.

use suiji::values::Time;
use suiji::{Lang, Record};

use super::paper::{Form, Kind, Paper};
use crate::base::problem::Error;
use crate::base::texts;
use crate::facts::{Facts, ResultsFacts};
use crate::sheet::{Table, csv, office_tables, publicity_table, summary_tables, workbook};

/// The tables of the office in one workbook, the sheet of the publicity system in another, and each table as text.
pub(super) fn tables(facts: &Facts, record: &Record, lang: Lang) -> Result<Vec<Paper>, Error> {
    let at = record.commitment().sealed_at();
    let office = office_tables(facts, lang);
    let all: Vec<&Table> = office.iter().collect();
    let name = texts::file_tables().get(lang).to_owned();
    let mut papers = vec![table(&name, Form::Xlsx, workbook(&all, at)?, lang)];
    for of in &office {
        papers.push(table(&of.name, Form::Csv, csv(of)?, lang));
    }
    papers.extend(publicity(facts, at, lang)?);
    Ok(papers)
}

/// The tables of the summary in one workbook.
pub(super) fn summary(
    facts: &Facts,
    results: &ResultsFacts,
    record: &Record,
    lang: Lang,
) -> Result<Vec<u8>, Error> {
    let tables = summary_tables(facts, results, lang);
    let all: Vec<&Table> = tables.iter().collect();
    workbook(&all, record.commitment().sealed_at())
}

fn publicity(facts: &Facts, at: &Time, lang: Lang) -> Result<[Paper; 2], Error> {
    let of = publicity_table(facts, lang);
    let bytes = workbook(&[&of], at)?;
    Ok([
        table(&of.name, Form::Xlsx, bytes, lang),
        table(&of.name, Form::Csv, csv(&of)?, lang),
    ])
}

fn table(name: &str, form: Form, bytes: Vec<u8>, lang: Lang) -> Paper {
    let folder = texts::folder_tables();
    Paper {
        kind: Kind::Table,
        form,
        name: format!("{}/{name}.{}", folder.get(lang), form.extension()),
        title: name.to_owned(),
        is_public: false,
        bytes,
    }
}
