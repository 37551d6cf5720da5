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
            "带签名的文本有误：{problem}",
            "the signed note is malformed: {problem}";
        note_name(found) = "note.name",
            "“{found}”不能作密钥或登记簿的名称：不得为空，不得含空格、控制字符和加号",
            "“{found}” cannot be the name of a key or a ledger: it must not be empty or have blanks, control characters or plus signs";
        note_key() = "note.key",
            "不是有效的 Ed25519 密钥，应为“名称+八位编号+密钥”，请完整抄录",
            "not a valid Ed25519 key: expected name+id+key, copied whole";
        note_signature(name) = "note.signature",
            "“{name}”的签名不符：文本或签名被改动过",
            "the signature of “{name}” is wrong: the text or the signature was changed";
        note_unsigned() = "note.unsigned",
            "没有已知密钥的签名，请提供签名人的公钥",
            "no signature by a known key: provide the public key of a signer";
        note_ambiguous(name) = "note.ambiguous",
            "给出的公钥中有两个名称和编号都是“{name}”的，请只保留一个",
            "two of the public keys have the name and the id of “{name}”: keep one of them";
        checkpoint() = "note.checkpoint",
            "不是登记簿的簿首：第一行应为登记簿名称，第二行为条数，第三行为根值",
            "not the head of a ledger: expected its name, the number of entries and the root, each in a line";

        // The ledger: its file.
        ledger_empty() = "ledger.empty",
            "登记簿中没有一条完整的登记：请用 suiji ledger init 另建",
            "the ledger has no complete entry: open a new one with suiji ledger init";
        ledger_bytes(most) = "ledger.bytes",
            "登记簿超过 {most} 字节：请另建一本",
            "the ledger has more than {most} bytes: open a new one";
        ledger_form(problem) = "ledger.form",
            "不是有效的登记：{problem}",
            "not a valid entry: {problem}";
        ledger_spec(found, expected) = "ledger.spec",
            "应为 {expected} 的登记簿，现为“{found}”",
            "expected a ledger of {expected}, found “{found}”";
        ledger_opening() = "ledger.opening",
            "第一条（且只有第一条）应为开簿登记",
            "the first entry, and no other, must open the ledger";
        ledger_chain(number) = "ledger.chain",
            "与前面的登记接不上（应为第 {number} 号）：此前有登记被改动、删去或插入",
            "this entry does not follow from those before it (it should be number {number}): an entry was altered, removed or inserted";
        ledger_no_such_entry(number, size) = "ledger.no-such-entry",
            "登记簿共 {size} 条，没有所要的 {number}",
            "the ledger has {size} entries: {number} is not among them";

        // The ledger: heads and proofs.
        ledger_head() = "ledger.head",
            "不是登记簿的簿首：应为保存的簿首文件，或“条数 根值（64 位十六进制）”",
            "not the head of a ledger: expected the file that was kept, or “SIZE ROOT” with the root as 64 hex digits";
        ledger_head_origin(found, expected) = "ledger.head-origin",
            "这是另一本登记簿的簿首（{found}），不是 {expected} 的",
            "this is the head of another ledger, {found}, not of {expected}";
        ledger_head_size(kept, found) = "ledger.head-size",
            "保存的簿首有 {kept} 条登记，现在只有 {found} 条：有登记被删去",
            "the head that was kept has {kept} entries, the ledger only {found}: entries were removed";
        ledger_head_root(size, kept, found) = "ledger.head-root",
            "前 {size} 条登记的根值应为 {kept}，现为 {found}：登记簿被改写",
            "the root of the first {size} entries was {kept} and is now {found}: the ledger was rewritten";
        ledger_proof() = "ledger.proof",
            "不是登记簿的证明文件",
            "not a proof about a ledger";
        ledger_not_included(number, size) = "ledger.not-included",
            "所给登记不是该簿首（{size} 条）的第 {number} 号",
            "the line is not entry {number} of the ledger of {size} entries";
        ledger_not_consistent(old, new) = "ledger.not-consistent",
            "{new} 条的登记簿不是由 {old} 条的接续而来：其间被改写，或证明文件与簿首不是一套",
            "the ledger of {new} entries does not continue the one of {old}: it was rewritten in between, or the proof belongs to other heads";

        // The ledger: what its entries show.
        ledger_sealed_twice(number, commitment) = "ledger.sealed-twice",
            "第 {number} 号：封存单 {commitment} 已经登记过",
            "entry {number}: commitment {commitment} was entered before";
        ledger_not_sealed(number, commitment) = "ledger.not-sealed",
            "第 {number} 号：封存单 {commitment} 未经登记",
            "entry {number}: commitment {commitment} was never entered as sealed";
        ledger_not_named(number, commitment, earlier) = "ledger.not-named",
            "第 {number} 号：封存单 {commitment} 与此前的 {earlier} 有相同的任务，却没有写明它：同一任务封存了两次",
            "entry {number}: commitment {commitment} has a task of the earlier {earlier} and does not name it: one task was sealed twice";
        ledger_second_record(number, commitment, first) = "ledger.second-record",
            "第 {number} 号：封存单 {commitment} 已抽取过（记录 {first}），又有另一份抽取记录",
            "entry {number}: commitment {commitment} was drawn already (record {first}), and here is another record";
        ledger_after_end(number, commitment, ended) = "ledger.after-end",
            "第 {number} 号：封存单 {commitment} 已于第 {ended} 号被替代或放弃，此后不应再有它的登记",
            "entry {number}: commitment {commitment} was superseded or given up in entry {ended}; nothing may follow";
        ledger_not_drawn(number, record) = "ledger.not-drawn",
            "第 {number} 号：抽取记录 {record} 未经登记",
            "entry {number}: record {record} was never entered as drawn";
        ledger_thrown_away(number, source, shown, used) = "ledger.thrown-away",
            "第 {number} 号：随机源 {source} 曾出示取值 {shown}，未予否认即中断，后来用的是 {used}",
            "entry {number}: source {source} had the value {shown}, which was shown and not declined; later {used} was used";
        ledger_unfinished(number, commitment, seen) = "ledger.unfinished",
            "第 {number} 号封存的 {commitment} 已有取值（第 {seen} 号），却既未抽取，也未被替代或写明放弃",
            "commitment {commitment} of entry {number} was given values (entry {seen}), and was neither drawn nor superseded nor given up with a reason";
        ledger_no_commitment(commitment) = "ledger.no-commitment",
            "封存单 {commitment} 不在登记簿中（如封存中断，请再次执行 suiji seal）",
            "commitment {commitment} is not in the ledger (if its sealing was interrupted, run suiji seal again)";
        ledger_no_record(record) = "ledger.no-record",
            "抽取记录 {record} 不在登记簿中",
            "record {record} is not in the ledger";
        ledger_torn(bytes) = "ledger.torn",
            "末行不完整（{bytes} 字节）：写入时中断，尚未执行所登记的操作。下次登记时自动去掉",
            "the last line is incomplete ({bytes} bytes): a command was interrupted while writing it, before it did anything; the next entry replaces it";
        ledger_time(number, at, before) = "ledger.time",
            "第 {number} 号的时间 {at} 早于前一条的 {before}：请核对时钟",
            "entry {number} has the time {at}, earlier than {before} of the one before: check the clock";
        ledger_open(number, commitment) = "ledger.open",
            "第 {number} 号封存的 {commitment} 尚未抽取：请抽取，或重新封存以替代，或用 suiji ledger leave 写明放弃的原因",
            "commitment {commitment} of entry {number} is not drawn yet: draw it, supersede it, or give it up with a reason with suiji ledger leave";
        ledger_declined(number, source, shown, used) = "ledger.declined",
            "第 {number} 号：随机源 {source} 曾出示取值 {shown}，当场否认，后来用的是 {used}：请对照见证人的记录",
            "entry {number}: source {source} had the value {shown}, which was declined on the spot; later {used} was used: compare the notes of the witnesses";
        ledger_lost_commitment(number, commitment) = "ledger.lost-commitment",
            "第 {number} 号登记的封存单 {commitment} 不在所查的文件夹中",
            "commitment {commitment} of entry {number} is not in the folder";
        ledger_lost_record(number, record) = "ledger.lost-record",
            "第 {number} 号登记的抽取记录 {record} 不在所查的文件夹中",
            "record {record} of entry {number} is not in the folder";

        // The notes of a witness.
        sheet_line() = "sheet.line",
            "每行开头应写明是什么：封存单、取值、抽取记录或登记簿，再加冒号",
            "each line must begin with what it is about: commitment, values, record or ledger, and a colon";
        sheet_digest(found) = "sheet.digest",
            "摘要应为完整的 64 位十六进制数字，现为“{found}”",
            "a digest has 64 hex digits, all of them, found “{found}”";
        sheet_twice(first, second) = "sheet.twice",
            "同一种摘要写了两个：{first} 和 {second}",
            "there are two digests of one kind: {first} and {second}";
        sheet_empty() = "sheet.empty",
            "没有任何记录",
            "the notes are empty";
    }
}

texts! {
    // Signed notes.
    too_long(most) = "超过 {most} 字节", "it has more than {most} bytes";
    not_utf8() = "不是 UTF-8 文本", "it is not UTF-8";
    control_character() = "含有控制字符", "it has control characters";
    no_line_end() = "末尾没有换行", "it does not end with a line end";
    no_signatures() = "没有空行和签名行", "the blank line and the signatures are missing";
    too_many_signatures(most) = "签名超过 {most} 个", "it has more than {most} signatures";
    not_a_signature_line() = "签名行应为“— 名称 签名”", "a line of a signature is “— NAME SIGNATURE”";

    // The fields of an entry.
    not_an_object() = "应为一个对象", "expected an object";
    missing_field(name) = "缺少 {name}", "{name} is missing";
    unknown_field(name) = "没有“{name}”这个字段", "unknown field “{name}”";
    wrong_field(name) = "{name} 的内容有误", "{name} is not valid";
    not_canonical() = "不是规范格式（RFC 8785）", "not canonical JSON (RFC 8785)";
    unknown_kind(found) = "没有“{found}”这类登记", "unknown kind of entry “{found}”";

    // Entries in words.
    list_separator() = "、", ", ";
    entry(number, at, event) = "第 {number} 号　{at}　{event}", "{number}  {at}  {event}";
    entry_opened(origin) = "开簿：{origin}", "opened: {origin}";
    entry_sealed(commitment, tasks) = "封存 {commitment}（任务 {tasks}）", "sealed {commitment} (tasks {tasks})";
    entry_supersedes(text, commitment, reason, approved_by) =
        "{text}，替代 {commitment}（原因：{reason}；批准：{approved_by}）",
        "{text}, supersedes {commitment} ({reason}; approved by {approved_by})";
    entry_follows(text, commitment) = "{text}，接续 {commitment}", "{text}, follows {commitment}";
    entry_adopted(text) = "{text}（开簿之前）", "{text} (before the ledger was opened)";
    entry_seen(source, value) = "出示随机源 {source} 的取值 {value}", "source {source}: {value} was shown";
    entry_confirmed(source) = "确认随机源 {source} 的取值", "source {source}: confirmed";
    entry_declined(source) = "否认随机源 {source} 的取值", "source {source}: declined";
    entry_drawn(record, commitment) = "抽取 {record}（封存单 {commitment}）", "drawn {record} from {commitment}";
    entry_amended(record, count, amendments) =
        "变更 {record}：共 {count} 次，{amendments}",
        "amended {record}: {count} amendments, {amendments}";
    entry_published(record) = "公示 {record}", "published {record}";
    entry_left(commitment, reason, approved_by) =
        "放弃 {commitment}（原因：{reason}；批准：{approved_by}）",
        "gave up {commitment} ({reason}; approved by {approved_by})";

    // Places.
    in_line(file, line, text) = "{file}（第 {line} 行）：{text}", "{file}, line {line}: {text}";
    in_file(file, text) = "{file}：{text}", "{file}: {text}";
}

/// A word of a document as an error shows it: cut if it is long, without control characters.
pub(crate) fn shown(found: &str) -> String {
    const MOST: usize = 80;
    let printable = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    let mut shown: String = found.chars().take(MOST).map(printable).collect();
    if found.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}
