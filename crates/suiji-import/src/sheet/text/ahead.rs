//! Reads the next blocks of a text in a second thread, while the rows before them are imported.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use super::super::block::Block;
use crate::base::problem::Problem;

/// The number of blocks that wait to be imported.
const WAITING: usize = 2;

type Read = Result<Block, Problem>;

/// Calls `each` with the blocks, in order, until it returns false. `next` reads them.
pub(super) fn read(
    mut next: impl FnMut() -> Result<Option<Block>, Problem> + Send,
    each: &mut dyn FnMut(Block) -> bool,
) -> Result<(), Problem> {
    // Most lists have one block.
    let Some(first) = next()? else {
        return Ok(());
    };
    if !each(first) {
        return Ok(());
    }
    let in_two_threads = thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel(WAITING);
        let next = &mut next;
        let reading = thread::Builder::new().spawn_scoped(scope, move || send(next, &sender));
        reading.ok().map(|_| receive(receiver, each))
    });
    // Some systems have no threads.
    in_two_threads.unwrap_or_else(|| {
        while let Some(block) = next()? {
            if !each(block) {
                break;
            }
        }
        Ok(())
    })
}

/// Sends blocks until the text ends, a block cannot be read, or nobody receives them.
fn send(next: &mut dyn FnMut() -> Result<Option<Block>, Problem>, sender: &SyncSender<Read>) {
    while let Some(read) = next().transpose() {
        let failed = read.is_err();
        if sender.send(read).is_err() || failed {
            break;
        }
    }
}

fn receive(receiver: Receiver<Read>, each: &mut dyn FnMut(Block) -> bool) -> Result<(), Problem> {
    for read in receiver {
        if !each(read?) {
            break;
        }
    }
    Ok(())
}
