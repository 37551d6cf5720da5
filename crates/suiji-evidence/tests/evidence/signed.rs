//! Signed notes and checkpoints, with the vectors of golang/mod and C2SP.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use suiji::Hash;
use suiji_evidence::note::{Checkpoint, Note, PrivateKey, PublicKey, Signed, Verifier};
use suiji_evidence::{Algorithm, Error};

use super::support::{codes, digest, texts, vectors};

/// Reads a note and verifies it with these keys.
fn verified(note: &str, keys: &[PublicKey]) -> Result<Signed, Error> {
    let keys: Vec<&dyn Verifier> = keys.iter().map(|key| key as &dyn Verifier).collect();
    Note::read(note.as_bytes())?.verify(&keys)
}

#[test]
fn published_notes_are_verified_as_their_authors_say() {
    let vectors = vectors("signed-note/note.json");
    let cases = vectors["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 11);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let keys: Vec<PublicKey> = texts(&case["vkeys"])
            .iter()
            .map(|key| key.parse().unwrap())
            .collect();
        let found = verified(case["note"].as_str().unwrap(), &keys);
        let code = found.as_ref().err().map(Error::code);
        match case["result"].as_str().unwrap() {
            "ok" => {
                let signed = found.unwrap();
                assert_eq!(signed.known(), texts(&case["verified"]), "{name}");
                assert_eq!(signed.unknown(), texts(&case["unverified"]), "{name}");
            }
            "unverified" => assert_eq!(code, Some("note.unsigned"), "{name}"),
            "error: ambiguous key" => assert_eq!(code, Some("note.ambiguous"), "{name}"),
            "error: invalid signature" => assert_eq!(code, Some("note.signature"), "{name}"),
            "error: malformed" => {
                let malformed = ["note.form", "note.name"].map(Some);
                assert!(malformed.contains(&code), "{name}: {code:?}");
            }
            other => panic!("{name}: {other}"),
        }
    }
}

#[test]
fn the_published_secret_key_makes_the_published_signature() {
    let vectors = vectors("signed-note/note.json");
    let text = vectors["skey"].as_str().unwrap();
    let secret: PrivateKey = text.parse().unwrap();
    assert_eq!(secret.reveal(), text);
    let mut note = Note::new(vectors["text"].as_str().unwrap()).unwrap();
    note.sign(&secret).unwrap();
    let both = vectors["cases"][0]["note"].as_str().unwrap();
    let lines = both.lines().filter(|line| !line.contains("EnochRoot"));
    let expected: String = lines.map(|line| format!("{line}\n")).collect();
    assert_eq!(note.to_string(), expected);
    // The debug output of a key does not contain its secret.
    let seed = text.rsplit('+').next().unwrap();
    assert!(!format!("{secret:?}").contains(seed));
}

#[test]
fn the_example_of_the_specification_is_verified() {
    let vectors = vectors("signed-note/note.json");
    let example = &vectors["c2sp_example"];
    let key: PublicKey = example["vkey"].as_str().unwrap().parse().unwrap();
    let note = example["note"].as_str().unwrap();
    let signed = verified(note, std::slice::from_ref(&key)).unwrap();
    assert_eq!(signed.known(), ["example.com/foo"]);
    assert_eq!(Note::read(note.as_bytes()).unwrap().to_string(), note);
    assert_eq!(key.to_string(), example["vkey"].as_str().unwrap());
}

#[test]
fn keys_with_a_wrong_id_or_algorithm_are_refused() {
    let vectors = vectors("signed-note/note.json");
    for key in texts(&vectors["bad_vkeys"]) {
        assert_eq!(
            key.parse::<PublicKey>().unwrap_err().code(),
            "note.key",
            "{key}"
        );
    }
    // One digit of the id.
    let right = vectors["c2sp_example"]["vkey"].as_str().unwrap();
    let wrong = right.replace("+530d903a+", "+530d903b+");
    assert_eq!(wrong.parse::<PublicKey>().unwrap_err().code(), "note.key");
    // The neutral element, for which a signature can be made without a secret.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    assert_eq!(
        PublicKey::new("x", &neutral).unwrap_err().code(),
        "note.key"
    );
    for name in ["", "a b", "a+b", "a\u{3000}b", "a\nb"] {
        assert_eq!(
            PrivateKey::new(name, &[7; 32]).unwrap_err().code(),
            "note.name"
        );
    }
}

/// The SM2 key of a secret, with a name.
fn sm2(name: &str, secret: u8) -> PrivateKey {
    let key = suiji_evidence::PrivateKey::from_secret(Algorithm::Sm2, &[secret; 32]);
    PrivateKey::of(name, key.unwrap()).unwrap()
}

#[test]
fn a_note_is_signed_with_sm2() {
    // [L4]
    let (secret, other) = (sm2("office", 9), sm2("office", 8));
    let public = secret.public();
    let mut note = Note::new("text\n").unwrap();
    note.sign(&secret).unwrap();
    // A line of Ed25519 can stand beside it.
    note.sign(&PrivateKey::new("office", &[9; 32]).unwrap())
        .unwrap();
    let signed = verified(&note.to_string(), std::slice::from_ref(public)).unwrap();
    assert_eq!(
        (signed.known(), signed.unknown()),
        (&["office".to_owned()][..], &["office".to_owned()][..])
    );
    let changed = note.to_string().replace("text", "test");
    let error = verified(&changed, std::slice::from_ref(public)).unwrap_err();
    assert_eq!(error.code(), "note.signature");
    let error = verified(&note.to_string(), std::slice::from_ref(other.public())).unwrap_err();
    assert_eq!(error.code(), "note.unsigned");
}

#[test]
fn the_id_and_the_text_of_an_sm2_key_have_its_type() {
    // [L4]
    let secret = sm2("office", 9);
    let text = secret.public().to_string();
    let (id, key) = text
        .strip_prefix("office+")
        .unwrap()
        .split_once('+')
        .unwrap();
    let key = STANDARD.decode(key).unwrap();
    assert_eq!(
        (&key[..14], key[14], key.len()),
        (&b"\xffvnd.suiji.sm2"[..], 4, 14 + 65)
    );
    let hashed = [b"office\n", &*key].concat();
    assert_eq!(Hash::Sha256.digest(&hashed).to_string()[..8], *id);
    assert_eq!(text.parse::<PublicKey>().unwrap(), *secret.public());
    assert_eq!(secret.public().algorithm(), Algorithm::Sm2);
    let again: PrivateKey = secret.reveal().parse().unwrap();
    assert_eq!(again.public(), secret.public());
    assert_eq!(again.reveal(), secret.reveal());
    let written = |tag: &[u8], key: &[u8]| {
        let key = [tag, key].concat();
        let id = &Hash::Sha256
            .digest(&[b"office\n", &*key].concat())
            .to_string()[..8];
        format!("office+{id}+{}", STANDARD.encode(key))
    };
    let point = &key[14..];
    assert_eq!(written(b"\xffvnd.suiji.sm2", point), text);
    let mut off_the_curve = point.to_vec();
    off_the_curve[64] ^= 1;
    for wrong in [
        written(b"\xff", point),
        written(b"\xffvnd.suiji.sm3", point),
        written(b"\x01", point),
        written(b"\xffvnd.suiji.sm2", &point[..64]),
        written(b"\xffvnd.suiji.sm2", &off_the_curve),
        written(b"\xffvnd.suiji.sm2", &[0]),
    ] {
        assert_eq!(
            wrong.parse::<PublicKey>().unwrap_err().code(),
            "note.key",
            "{wrong}"
        );
    }
    let zero = written(b"\xffvnd.suiji.sm2", &[0; 32]);
    let error = format!("PRIVATE+KEY+{zero}").parse::<PrivateKey>();
    assert_eq!(error.unwrap_err().code(), "note.key");
}

#[test]
fn a_note_of_an_hundred_signatures_is_full() {
    let mut note = Note::new("text\n").unwrap();
    for seed in 0..100 {
        let key = PrivateKey::new(&format!("key-{seed}"), &[seed; 32]).unwrap();
        note.sign(&key).unwrap();
    }
    let key = PrivateKey::new("one-more", &[200; 32]).unwrap();
    assert_eq!(note.sign(&key).unwrap_err().code(), "note.form");
    assert_eq!(Note::read(note.to_string().as_bytes()).unwrap(), note);
}

#[test]
fn a_text_that_no_reader_takes_is_not_signed() {
    for text in ["", "no line end", "tab\t\n", "bell\u{7}\n"] {
        assert_eq!(
            codes(&Note::new(text).unwrap_err()),
            ["note.form"],
            "{text:?}"
        );
    }
    let bytes = b"\xFF\n\n\xE2\x80\x94 a AAAAAAA=\n";
    assert_eq!(Note::read(bytes).unwrap_err().code(), "note.form");
    let long = vec![b'a'; (1 << 20) + 1];
    assert_eq!(Note::read(&long).unwrap_err().code(), "note.form");
}

#[test]
fn published_checkpoints_are_read_and_written() {
    let vectors = vectors("tlog-checkpoint/checkpoint.json");
    let tree = &vectors["format_tree"];
    let text = tree["text"].as_str().unwrap();
    let read = Checkpoint::read(text).unwrap();
    assert_eq!(
        (read.size(), read.origin()),
        (123_456_789_012, "go.sum database tree")
    );
    // The root is the hash of the record, without the byte of a leaf.
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(Some(read.root()), digest(lines[2]));
    assert_eq!(read.to_string(), text);
    for note in ["c2sp_checkpoint_example", "c2sp_cosigned_example"] {
        let note = Note::read(vectors[note].as_str().unwrap().as_bytes()).unwrap();
        let read = Checkpoint::read(note.text()).unwrap();
        assert_eq!(
            (read.origin(), read.size()),
            ("example.com/behind-the-sofa", 20_852_163)
        );
    }
}

#[test]
fn a_checkpoint_has_three_lines_in_their_form() {
    let vectors = vectors("tlog-checkpoint/checkpoint.json");
    let mut wrong = texts(&vectors["bad_trees"]);
    // The first one has another origin. The caller must compare the origin.
    let other = wrong.remove(0);
    assert_eq!(
        Checkpoint::read(&other).unwrap().origin(),
        "not-go.sum database tree"
    );
    let root = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=";
    for (origin, size) in [
        ("", "1"),
        ("a", "01"),
        ("a", "-1"),
        ("a", "+1"),
        ("a", "18446744073709551616"),
    ] {
        wrong.push(format!("{origin}\n{size}\n{root}\n"));
    }
    wrong.push(format!("a\n1\n{root}"));
    wrong.push(format!("a\n1\n{root}\n\n"));
    wrong.push("a\n1\n".to_owned());
    for text in &wrong {
        assert_eq!(
            Checkpoint::read(text).unwrap_err().code(),
            "note.checkpoint",
            "{text:?}"
        );
    }
    let more = format!("a\n1\n{root}\nextension\n");
    assert_eq!(Checkpoint::read(&more).unwrap().extensions(), ["extension"]);
    assert_eq!(Checkpoint::read(&more).unwrap().to_string(), more);
    let digest = Hash::Sha256.digest(b"");
    assert_eq!(
        Checkpoint::new("a b", 1, digest).unwrap_err().code(),
        "note.name"
    );
}
