//! One line of CSV.

/// Appends a cell, quoted where it must be.
pub(crate) fn push_cell(line: &mut Vec<u8>, cell: &str) {
    let bytes = cell.as_bytes();
    let special = |byte: &u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    // There is no early exit, so that the compiler can compare many bytes at
    // once.
    if !bytes.iter().fold(false, |any, byte| any | special(byte)) {
        line.extend_from_slice(bytes);
        return;
    }
    line.push(b'"');
    for byte in bytes {
        if *byte == b'"' {
            line.push(b'"');
        }
        line.push(*byte);
    }
    line.push(b'"');
}

/// The cells of a line that [`push_cell`] made.
pub(crate) fn cells(line: &[u8]) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = Vec::new();
    let mut quoted = false;
    let mut bytes = line.iter().peekable();
    while let Some(&byte) = bytes.next() {
        match byte {
            b'"' if quoted && bytes.peek() == Some(&&b'"') => {
                bytes.next();
                cell.push(b'"');
            }
            b'"' => quoted = !quoted,
            b',' if !quoted => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(byte),
        }
    }
    cells.push(cell);
    let text = |cell: Vec<u8>| String::from_utf8(cell).unwrap_or_default();
    cells.into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_they_are_written() {
        let all = ["a", "", "b,c", "\"d\"", "e\nf", "甲"];
        let mut line = Vec::new();
        for (index, cell) in all.iter().enumerate() {
            if index > 0 {
                line.push(b',');
            }
            push_cell(&mut line, cell);
        }
        assert_eq!(
            String::from_utf8_lossy(&line),
            "a,,\"b,c\",\"\"\"d\"\"\",\"e\nf\",甲"
        );
        assert_eq!(cells(&line), all);
    }
}
