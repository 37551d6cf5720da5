//! Every path gives the digests of `sha2` and `sm3`.

use proptest::prelude::*;

use crate::{Many, Suite, one, paths};

const SUITES: [Suite; 2] = [Suite::Sha256, Suite::Sm3];

/// The digests of the messages by each path of this processor.
fn by_each_path(suite: Suite, messages: &[Vec<u8>]) -> Vec<Vec<[u8; 32]>> {
    let hashed = |path| {
        let mut many = Many::on(path, suite);
        for message in messages {
            many.push(|bytes| bytes.extend(message));
        }
        many.finish()
    };
    paths(suite).into_iter().map(hashed).collect()
}

fn agree(messages: &[Vec<u8>]) {
    for suite in SUITES {
        let right: Vec<[u8; 32]> = messages.iter().map(|message| one(suite, message)).collect();
        for (path, found) in paths(suite).into_iter().zip(by_each_path(suite, messages)) {
            assert_eq!(found, right, "{suite:?} {path:?}");
        }
    }
}

#[test]
fn every_length_around_a_block_agrees() {
    // The padding needs another block from 56 bytes on.
    let messages: Vec<Vec<u8>> = (0..=200).map(|length| vec![0x5a; length]).collect();
    agree(&messages);
    let turned: Vec<Vec<u8>> = messages.into_iter().rev().collect();
    agree(&turned);
}

#[test]
fn any_number_of_messages_agrees() {
    for count in 0..40_u8 {
        let message = |at: u8| vec![at; usize::from(at) * 7 % 150];
        agree(&(0..count).map(message).collect::<Vec<_>>());
    }
}

#[test]
fn more_than_one_buffer_agrees() {
    let message = |at: u32| at.to_be_bytes().repeat(1 + at as usize % 70);
    agree(&(0..3000).map(message).collect::<Vec<_>>());
}

#[test]
fn one_long_message_among_short_ones_agrees() {
    let mut messages = vec![b"short".to_vec(); 30];
    messages.insert(3, vec![7; 100_000]);
    agree(&messages);
}

#[test]
fn the_portable_path_gives_the_published_digests() {
    // FIPS 180-2, B.1 and B.2; GB/T 32905, A.1.
    let hex = |digest: [u8; 32]| {
        digest
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let abc = by_each_path(
        Suite::Sha256,
        &[
            b"abc".to_vec(),
            b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".to_vec(),
        ],
    );
    for digests in abc {
        assert_eq!(
            hex(digests[0]),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(
            hex(digests[1]),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        );
    }
    for digests in by_each_path(Suite::Sm3, &vec![b"abc".to_vec(); 9]) {
        assert_eq!(
            hex(digests[8]),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
        );
    }
}

proptest! {
    #[test]
    fn any_messages_agree(messages in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..60)) {
        agree(&messages);
    }
}
