//! The table of texts: name, arguments, Chinese text, English text. To correct a text, edit this file alone.

use super::{Localized, Text};

texts! {
    in_line(file, line, problem) = "{file} 第 {line} 行：{problem}", "{file}, line {line}: {problem}";
    in_file(file, problem) = "{file}：{problem}", "{file}: {problem}";
}
