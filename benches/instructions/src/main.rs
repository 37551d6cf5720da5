//! Hashes messages by one kernel of `suiji-hash`, so that `instructions.sh` can count the instructions.
//!
//! `suiji-instructions` prints the names of the kernels and the number of messages. `suiji-instructions KERNEL` hashes
//! that many messages by the kernel. It is a package of its own, so that it is compiled within seconds.
//!
//! The SHA instructions of the processor are left out, because valgrind may not know them.

#![expect(clippy::print_stdout, reason = "for a script")]

use core::hint::black_box;
use std::env;
use std::process::ExitCode;

use suiji_hash::{Many, Path, Suite, paths};

/// How many messages are hashed.
const MESSAGES: u64 = 4096;

/// The messages of a draw, with their bytes: a leaf of the registry, a leaf of a frame, a node of a tree, a ticket.
const KINDS: [(&str, usize); 4] = [("row", 105), ("framed", 57), ("node", 65), ("ticket", 50)];

const SUITES: [(&str, Suite); 2] = [("sha256", Suite::Sha256), ("sm3", Suite::Sm3)];

/// A kernel, with the length of its messages.
struct Kernel {
    name: String,
    suite: Suite,
    path: Path,
    length: usize,
}

/// All kernels of this processor, as the program sees it.
fn kernels() -> Vec<Kernel> {
    let mut kernels = Vec::new();
    for (suite_name, suite) in SUITES {
        for path in paths(suite) {
            let path_name = match path {
                Path::Portable => "portable",
                Path::Vectors => "vectors",
                _ => continue,
            };
            for (kind, length) in KINDS {
                kernels.push(Kernel {
                    name: format!("{suite_name}-{path_name}-{kind}"),
                    suite,
                    path,
                    length,
                });
            }
        }
    }
    kernels
}

fn main() -> ExitCode {
    let kernels = kernels();
    let Some(name) = env::args().nth(1) else {
        kernels
            .iter()
            .for_each(|kernel| println!("{} {MESSAGES}", kernel.name));
        return ExitCode::SUCCESS;
    };
    let message = [0x5a; 128];
    // Any other name hashes nothing, so that the instructions around the kernels can be counted.
    if let Some(kernel) = kernels.iter().find(|kernel| kernel.name == name) {
        let mut many = Many::on(kernel.path, kernel.suite);
        for _ in 0..MESSAGES {
            many.push(|bytes| bytes.extend(black_box(&message[..kernel.length])));
        }
        black_box(many.finish());
    }
    ExitCode::SUCCESS
}
