//! The machine that the figures of a run are from.

use std::{fs, thread};

use serde::{Deserialize, Serialize};

/// A machine. It is printed with the figures, but no checked-in file names it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[expect(clippy::exhaustive_structs, reason = "unpublished")]
pub struct Machine {
    /// The name of the processor, or its architecture if the kernel does not tell its name.
    pub processor: String,
    /// How many threads can run at once.
    pub cores: u64,
    /// The memory in bytes, if the kernel tells it.
    pub memory: Option<u64>,
}

impl Machine {
    /// This machine.
    pub fn this() -> Self {
        let read = |path| fs::read_to_string(path).unwrap_or_default();
        let processor = field(&read("/proc/cpuinfo"), "model name");
        let memory = field(&read("/proc/meminfo"), "MemTotal");
        let kibibytes = memory.and_then(|text| text.trim_end_matches("kB").trim_end().parse().ok());
        Self {
            processor: processor.unwrap_or_else(|| std::env::consts::ARCH.to_owned()),
            cores: thread::available_parallelism().map_or(1, |count| count.get() as u64),
            memory: kibibytes.map(|count: u64| count * 1024),
        }
    }
}

/// The first value of that name in a text of `/proc`, in which each line is a name, a colon and a value.
fn field(text: &str, name: &str) -> Option<String> {
    let mut pairs = text.lines().filter_map(|line| line.split_once(':'));
    let (_, value) = pairs.find(|(found, _)| found.trim_end() == name)?;
    Some(value.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_of_a_name_is_read() {
        let text = "processor\t: 0\nmodel name\t: Example 9000 @ 3 GHz\nmodel name\t: other\n";
        assert_eq!(
            field(text, "model name").as_deref(),
            Some("Example 9000 @ 3 GHz")
        );
        assert_eq!(field(text, "model"), None);
    }
}
