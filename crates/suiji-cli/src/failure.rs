//! Why a command stopped: the library's error with the files that its faults lie in.

use std::io;
use std::path::{Path, PathBuf};

use suiji::codes::Code;
use suiji::{Error, ErrorKind, Fault, Faults, Lang, Place};

use crate::codes;

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Bad input, a wrong command line, or a file that cannot be read or written.
    Refused(Error, Files),
    /// What was checked does not hold.
    NotHolding(Error),
    /// Output that nobody takes any more, or that has no room; or answers that cannot be read.
    Output(io::Error),
}

/// Which file holds which document; of two, the one that was told last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(Vec<(ErrorKind, PathBuf)>);

impl Files {
    pub(crate) fn with(mut self, document: ErrorKind, path: &Path) -> Self {
        self.0.push((document, path.to_owned()));
        self
    }

    fn path(&self, document: ErrorKind) -> Option<&Path> {
        self.0
            .iter()
            .rfind(|(of, _)| *of == document)
            .map(|(_, path)| path.as_path())
    }
}

impl Failure {
    /// The faults of a file.
    pub(crate) fn of(error: Error, document: ErrorKind, path: &Path) -> Self {
        Self::Refused(error, Files::default().with(document, path))
    }

    /// This document is in that file.
    pub(crate) fn also(self, document: ErrorKind, path: &Path) -> Self {
        match self {
            Self::Refused(error, files) => Self::Refused(error, files.with(document, path)),
            other => other,
        }
    }

    /// What a program reads.
    pub(crate) fn error(&self) -> Error {
        match self {
            Self::Refused(error, _) | Self::NotHolding(error) => error.clone(),
            Self::Output(error) => {
                let place = Place::new(ErrorKind::Value, "");
                system_error(codes::STREAMS, place, error)
            }
        }
    }

    /// What a person reads: each fault on a line of its own, with its file and its code.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Self::Refused(error, files) => refused(error, files, lang),
            Self::NotHolding(error) => refused(error, &Files::default(), lang),
            Self::Output(_) => refused(&self.error(), &Files::default(), lang),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error, Files::default())
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Error::new(fault).into()
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// The error of a file as a whole.
pub(crate) fn file_error(
    code: &'static Code,
    path: &Path,
    details: &[(&'static str, &str)],
) -> Error {
    Error::new(Fault::new(
        code,
        Place::new(ErrorKind::File, path.display().to_string()),
        details,
    ))
}

/// The error of a file that the system does not let be read or written.
pub(crate) fn unusable(code: &'static Code, path: &Path, error: &io::Error) -> Error {
    let place = Place::new(ErrorKind::File, path.display().to_string());
    system_error(code, place, error)
}

/// What the system says, in words of ours where it is what an office meets; it speaks English.
fn system_error(code: &'static Code, place: Place, error: &io::Error) -> Error {
    let text = error.to_string();
    let words = match error.kind() {
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::NotFound => "没有这个路径",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "磁盘空间不足",
        io::ErrorKind::FileTooLarge => "超过系统允许的文件大小",
        io::ErrorKind::ReadOnlyFilesystem => "磁盘只读",
        _ => "系统报告",
    };
    let text_zh = format!("{words}（{text}）");
    let details = [("problem", &*text), ("problem_zh", &*text_zh)];
    Error::new(Fault::new(code, place, &details))
}

/// A file that is not there, nor the `other` that might stand in its place.
pub(crate) fn missing_file(path: &Path, other: Option<&str>) -> Error {
    let (nor, nor_zh) = match other {
        Some(other) => (format!(", nor {other}"), format!("，也没有 {other}")),
        None => Default::default(),
    };
    let details = [("nor", &*nor), ("nor_zh", &*nor_zh)];
    file_error(codes::MISSING_FILE, path, &details)
}

/// Both values, or the faults of both.
pub(crate) fn together<A, B>(a: Result<A, Error>, b: Result<B, Error>) -> Result<(A, B), Error> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
        (Err(a), Err(b)) => {
            let mut faults = Faults::default();
            faults.extend(&a);
            faults.extend(&b);
            faults.into_result(()).and(Err(b))
        }
    }
}

fn refused(error: &Error, files: &Files, lang: Lang) -> String {
    let mut lines: Vec<String> = error
        .faults()
        .iter()
        .map(|fault| line(fault, files, lang))
        .collect();
    let (shown, all) = (lines.len() as u64, error.fault_count());
    if all > shown {
        let more = all - shown;
        lines.push(match lang {
            Lang::En => format!("and {more} more faults, {all} in all"),
            _ => format!("另有 {more} 处错误，共 {all} 处"),
        });
    }
    if error
        .faults()
        .iter()
        .any(|fault| fault.code() == "json.not-utf8" && fault.place().row().is_some())
    {
        lines.push(match lang {
            Lang::En => {
                "(Spreadsheet programs write UTF-8 when told to save as “CSV UTF-8”.)".to_owned()
            }
            _ => "（在 Excel 或 WPS 中请另存为“CSV UTF-8”格式。）".to_owned(),
        });
    }
    lines.join("\n")
}

fn line(fault: &Fault, files: &Files, lang: Lang) -> String {
    let (word, colon) = match lang {
        Lang::En => ("error: ", ": "),
        _ => ("错误：", "："),
    };
    let file = match files.path(fault.place().document()) {
        Some(path) => format!("{}{colon}", path.display()),
        None => String::new(),
    };
    format!(
        "{word}{file}{} [{}]",
        printable(&fault.message(lang)),
        fault.code()
    )
}

/// A hostile value must not command the terminal.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() && character != '\n' {
                '\u{FFFD}'
            } else {
                character
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_names_file_and_code() {
        let mut faults = Faults::default();
        faults.extend(&missing_file(Path::new("a/plan.json"), None));
        faults.push(Fault::new(
            suiji::codes::TEXT_EMPTY,
            Place::new(ErrorKind::Registry, "$.name").at_row(3),
            &[],
        ));
        let error = faults.into_result(()).unwrap_err();
        let failure = Failure::of(error, ErrorKind::Registry, Path::new("a/registry.csv"));
        let english = "error: file a/plan.json: there is no such file [case.missing-file]\n\
                       error: a/registry.csv: registry row 3 name: the text is empty [text.empty]";
        assert_eq!(failure.message(Lang::En), english);
        assert!(
            failure
                .message(Lang::Zh)
                .contains("错误：a/registry.csv：检查对象名录库第3行 name：文本为空 [text.empty]")
        );
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\nb"), "a\u{FFFD}[31m\nb");
    }
}
