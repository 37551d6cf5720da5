//! The table of texts: name, arguments, Chinese text, English text. To correct a text, edit this file alone.

use super::{Localized, Text};

/// The problems: id, Chinese text, English text.
///
/// The ids are stable: a program may match them.
pub mod codes {
    use super::super::problem::Problem;
    use super::super::{Localized, Text};

    codes! {
        // Signed notes.
        note_form(problem) = "note.form",
            "签名文本有误：{problem}",
            "the note is malformed: {problem}";
    }
}

texts! {
    in_line(file, line, text) = "{file}（第 {line} 行）：{text}", "{file}, line {line}: {text}";
    in_file(file, text) = "{file}：{text}", "{file}: {text}";
}
