//! PEM (RFC 7468): the form in which OpenSSL and offices exchange keys and certificates.

/// One block of a PEM file.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) label: String,
    pub(crate) der: Vec<u8>,
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";

/// The blocks of a file. Text around them is ignored, as in OpenSSL. `None` if a block is malformed.
pub(crate) fn blocks(bytes: &[u8]) -> Option<Vec<Block>> {
    let mut rest = std::str::from_utf8(bytes).ok()?;
    let mut blocks = Vec::new();
    while let Some(begin) = rest.find(BEGIN) {
        let block = &rest[begin..];
        let end = block.find(END)?;
        let after = end + END.len();
        let length = after + block[after..].find(DASHES)? + DASHES.len();
        let (label, der) = pem_rfc7468::decode_vec(&block.as_bytes()[..length]).ok()?;
        blocks.push(Block {
            label: label.to_owned(),
            der,
        });
        rest = &block[length..];
    }
    Some(blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_around_the_blocks_is_ignored_and_line_ends_may_be_those_of_windows() {
        let file = "subject=/CN=样例\r\n-----BEGIN A-----\r\nAAEC\r\n-----END A-----\r\n\r\n-----BEGIN B-----\nAw==\n-----END B-----\n";
        let blocks = blocks(file.as_bytes()).unwrap();
        let found: Vec<(&str, &[u8])> = blocks
            .iter()
            .map(|block| (&*block.label, &*block.der))
            .collect();
        assert_eq!(found, [("A", &[0, 1, 2][..]), ("B", &[3][..])]);
        assert!(super::blocks(b"no PEM").unwrap().is_empty());
    }

    #[test]
    fn a_block_that_does_not_end_or_is_no_base64_is_refused() {
        for wrong in [
            "-----BEGIN A-----\nAAEC\n",
            "-----BEGIN A-----\nAAEC\n-----END B-----\n",
            "-----BEGIN A-----\nA?EC\n-----END A-----\n",
            "-----BEGIN A-----\nAAEC\n-----END A",
            "-----BEGIN -----END -----",
        ] {
            assert!(blocks(wrong.as_bytes()).is_none(), "{wrong}");
        }
    }
}
