//! The table of texts: name, arguments, Chinese text, English text. To correct a text, edit this file alone.

use super::{Localized, Text};

/// The problems: id, Chinese text, English text.
///
/// The ids are stable: a program may match them.
pub mod codes {
    use super::super::problem::Problem;
    use super::super::{Localized, Text};

    codes! {
        // Keys and signatures.
        key_pem(problem) = "key.pem",
            "密钥文件有误：{problem}",
            "the key file is wrong: {problem}";
        key_algorithm(oid) = "key.algorithm",
            "密钥不是 Ed25519 或 SM2 的（算法标识 {oid}），请换用这两种之一",
            "the key is neither Ed25519 nor SM2 (object identifier {oid}); use one of these";
        key_form() = "key.form",
            "密钥的内容有误，或不是标准写法；请用 openssl 重新导出",
            "the contents of the key are malformed or not in standard form; export the key again with openssl";
        key_weak() = "key.weak",
            "公钥不是有效的点，或任何人都能以它签名；请换用新生成的密钥",
            "the public key is not a valid point, or anybody could sign with it; use a newly made key";
        key_signature(algorithm) = "key.signature",
            "签名（{algorithm}）与内容或公钥不符",
            "the signature ({algorithm}) does not match the contents or the public key";

        // Signed notes.
        note_form(problem) = "note.form",
            "带签名的文本有误：{problem}",
            "the signed note is malformed: {problem}";
        note_name(found) = "note.name",
            "“{found}”不能作密钥或登记簿的名称：不得为空，不得含空格、控制字符和加号",
            "“{found}” cannot be the name of a key or a ledger: it must not be empty or have blanks, control characters or plus signs";
        note_key() = "note.key",
            "不是有效的 Ed25519 或 SM2 密钥，应为“名称+八位编号+密钥”，请完整抄录",
            "not a valid key of Ed25519 or SM2: expected name+id+key, copied completely";
        note_signature(name) = "note.signature",
            "“{name}”的签名不符：文本或签名被改动过",
            "the signature of “{name}” is wrong: the text or the signature was changed";
        note_unsigned() = "note.unsigned",
            "没有已知密钥的签名，请提供签名人的公钥",
            "no signature by a known key: provide the public key of a signer";
        note_ambiguous(name) = "note.ambiguous",
            "给出的公钥中有两个名称和编号都是“{name}”的，请只保留一个",
            "two public keys are both “{name}” with the same id: keep one of them";
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
            "只有第一条应为开簿登记，且第一条必须是",
            "only the first entry opens the ledger, and it must do so";
        ledger_chain(number) = "ledger.chain",
            "与前面的登记不连续（应为第 {number} 号）：此前有登记被改动、删去或插入",
            "this entry does not follow from those before it (it should be number {number}): an entry was altered, removed or inserted";
        ledger_no_such_entry(number, size) = "ledger.no-such-entry",
            "登记簿共 {size} 条，没有第 {number} 号",
            "entry {number} does not exist: the ledger has {size} entries";

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
            "{new} 条的登记簿不是由 {old} 条的接续而来：其间被改写，或证明文件与簿首不匹配",
            "the ledger of {new} entries does not continue the one of {old}: it was rewritten in between, or the proof does not match the heads";

        // The ledger: problems of its entries.
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
            "entry {number}: commitment {commitment} was already drawn (record {first}); this is another record";
        ledger_after_end(number, commitment, ended) = "ledger.after-end",
            "第 {number} 号：封存单 {commitment} 已于第 {ended} 号被替代或放弃，此后不应再有它的登记",
            "entry {number}: commitment {commitment} was superseded or given up in entry {ended}; nothing may follow";
        ledger_not_drawn(number, record) = "ledger.not-drawn",
            "第 {number} 号：抽取记录 {record} 未经登记",
            "entry {number}: record {record} was never entered as drawn";
        ledger_thrown_away(number, source, shown, used) = "ledger.thrown-away",
            "第 {number} 号：随机源 {source} 曾显示取值 {shown}，未否认，后来用的却是 {used}",
            "entry {number}: source {source}: the value {shown} was shown and not declined, but {used} was used";
        ledger_unfinished(number, commitment, seen) = "ledger.unfinished",
            "第 {number} 号封存的 {commitment} 已有取值（第 {seen} 号），却既未抽取，也未被替代或写明放弃",
            "commitment {commitment} (entry {number}) has values (entry {seen}), but was not drawn, superseded or given up";
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
            "entry {number}: time {at} is earlier than {before} in the entry before: check the clock";
        ledger_open(number, commitment) = "ledger.open",
            "第 {number} 号封存的 {commitment} 尚未抽取：请抽取，或重新封存以替代，或用 suiji ledger leave 写明放弃的原因",
            "commitment {commitment} of entry {number} is not drawn yet: draw it, supersede it, or give it up with a reason with suiji ledger leave";
        ledger_declined(number, source, shown, used) = "ledger.declined",
            "第 {number} 号：随机源 {source} 曾显示取值 {shown}，当场否认，后来用的是 {used}：请对照见证人的记录",
            "entry {number}: source {source}: {shown} was shown and declined; {used} was used: compare with the notes of the witnesses";
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
            "expected a complete digest of 64 hex digits, found “{found}”";
        sheet_twice(first, second) = "sheet.twice",
            "同一种摘要写了两个：{first} 和 {second}",
            "there are two digests of one kind: {first} and {second}";
        sheet_empty() = "sheet.empty",
            "没有任何记录",
            "the notes are empty";

        // Envelopes.
        envelope_document(found) = "envelope.document",
            "没有“{found}”这种文件，可用的有：commitment（封存单）、record（抽取记录）、amendments（变更记录）",
            "unknown document “{found}”; the documents are commitment, record and amendments";
        envelope_form(problem) = "envelope.form",
            "签名文件有误：{problem}",
            "the envelope is wrong: {problem}";
        envelope_type(found) = "envelope.type",
            "签名文件的 payloadType“{found}”不是封存单、抽取记录或变更记录的",
            "the payloadType “{found}” is not that of a commitment, a record or amendments";
        envelope_payload() = "envelope.payload",
            "签名文件的 payload 不是规定的写法；请用 suiji to-sign 重新生成待签内容",
            "the payload of the envelope is not in the form that is prescribed; make the bytes to sign again with suiji to-sign";
        envelope_statement() = "envelope.statement",
            "不是待签内容：应为 {{\"spec\": \"suiji-v1\", \"hash\": …, \"commitment\": 摘要}}，抽取记录和变更记录再加其摘要",
            "not a statement: expected {{\"spec\": \"suiji-v1\", \"hash\": …, \"commitment\": digest}}, with the digest of the record and of the amendments if it is about them";
        envelope_twice(key) = "envelope.twice",
            "同一把密钥签了两次（{key}），只能签一次",
            "the same key signed twice ({key}); each key signs once";
        envelope_unsigned(key) = "envelope.unsigned",
            "这把密钥没有签名（{key}）",
            "this key has not signed ({key})";
        envelope_not_a_signature() = "envelope.not-a-signature",
            "不是签名：应为 64 字节（r‖s）或 DER，也可写成 base64 或十六进制",
            "not a signature: expected 64 bytes (r‖s) or DER, either also as base64 or hex";

        // Timestamps.
        timestamp_form(problem) = "timestamp.form",
            "时间戳有误：{problem}",
            "the timestamp is wrong: {problem}";
        timestamp_refused(status, problem) = "timestamp.refused",
            "时间戳机构没有受理（状态 {status}）：{problem}",
            "the authority refused the request (status {status}): {problem}";
        timestamp_algorithm(oid) = "timestamp.algorithm",
            "时间戳或证书所用的算法不被接受（{oid}）：可用 SHA-256、SHA-384、SHA-512、SM3，RSA、ECDSA（P-256、P-384）、SM2",
            "the timestamp or a certificate uses an algorithm that is not accepted ({oid}); accepted are SHA-256, SHA-384, SHA-512 and SM3 with RSA, ECDSA (P-256, P-384) and SM2";
        timestamp_other_digest(document, expected, found) = "timestamp.other-digest",
            "时间戳不是这份{document}的：应为 {expected}，现为 {found}",
            "the timestamp is not about this {document}: expected {expected}, found {found}";
        timestamp_signature() = "timestamp.signature",
            "时间戳的签名与内容不符，或时间戳不完整",
            "the signature of the timestamp does not match its contents, or the timestamp is incomplete";
        timestamp_short_key(bits) = "timestamp.short-key",
            "RSA 密钥只有 {bits} 位，至少应为 2048 位",
            "an RSA key of {bits} bits; expected at least 2048";
        timestamp_certificate(subject, problem) = "timestamp.certificate",
            "证书“{subject}”不能用于核验此时间戳：{problem}",
            "the certificate “{subject}” cannot vouch for this timestamp: {problem}";
        timestamp_no_certificate() = "timestamp.no-certificate",
            "时间戳里没有签发者的证书：请向时间戳机构索取证书，放入受信任的证书文件",
            "the timestamp does not contain the certificate of its signer: ask the authority for it and add it to the trusted certificates";
        timestamp_chain(subject, issuer) = "timestamp.chain",
            "证书“{subject}”（颁发者“{issuer}”）不能追溯到任何受信任的证书：请向时间戳机构索取根证书并自行核实",
            "no path leads from the certificate “{subject}” (issuer “{issuer}”) to a trusted one: get the root certificate from the authority and make sure that it is theirs";
        timestamp_certificates() = "timestamp.certificates",
            "不是证书文件：应为一份或多份 PEM 证书，或一份 DER 证书",
            "not a file of certificates: expected one or more certificates in PEM, or one in DER";

        // Policies.
        policy_form(problem) = "policy.form",
            "签署规则有误：{problem}",
            "the policy is wrong: {problem}";
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
    no_such_field(name) = "没有“{name}”这个字段", "unknown field “{name}”";
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
    entry_seen(source, value) = "显示随机源 {source} 的取值 {value}", "source {source}: {value} was shown";
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

    // Reading JSON.
    at_path(path, problem) = "{path}：{problem}", "{path}: {problem}";
    not_an_object() = "应为对象 {{…}}", "expected an object {{…}}";
    not_a_list() = "应为数组 […]", "expected a list […]";
    not_a_text() = "应为非空文本", "expected a text that is not empty";
    not_a_count() = "应为 1 或更大的整数", "expected a whole number from 1 on";
    not_one_of(known) = "只能是：{known}", "expected one of {known}";
    unknown_field(name, known) = "没有“{name}”这一项，可用的有：{known}", "unknown field “{name}”; the fields are {known}";
    missing_field(name) = "缺少“{name}”", "“{name}” is missing";

    // Keys.
    pem_malformed() = "PEM 不完整或有多余字符", "the PEM is incomplete or has other characters in it";
    pem_count(found) =
        "应有一段 PEM（-----BEGIN …-----），现有 {found} 段",
        "expected one block of PEM (-----BEGIN …-----), found {found}";
    pem_label_public(found) =
        "应为公钥（PUBLIC KEY）或证书（CERTIFICATE），现为“{found}”；由私钥导出公钥：openssl pkey -in 私钥.pem -pubout -out 公钥.pem",
        "expected a public key (PUBLIC KEY) or a certificate (CERTIFICATE), found “{found}”; to get the public key of a private one: openssl pkey -in private.pem -pubout -out public.pem";
    pem_label_private(found) =
        "应为不加密的私钥（PRIVATE KEY，PKCS #8），现为“{found}”；转换：openssl pkcs8 -topk8 -nocrypt -in 原文件.pem -out 新文件.pem",
        "expected a private key that is not encrypted (PRIVATE KEY, PKCS #8), found “{found}”; to convert it: openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem";

    // Documents and envelopes.
    the_commitment() = "封存单", "commitment";
    the_record() = "抽取记录", "record";
    the_amendments() = "变更记录", "amendments";
    not_a_key_id() = "应为 64 位小写十六进制数", "expected 64 lower-case hex digits";
    not_64_bytes() = "应为 64 字节的 base64", "expected 64 bytes as base64";

    // Timestamps.
    token_malformed() =
        "不是 DER 格式的时间戳（应为时间戳机构返回的 .tsr 文件）",
        "not a timestamp in DER (expected the .tsr file that the authority returned)";
    token_not_a_token() =
        "是另一种签名数据，不是时间戳",
        "this is signed data of another kind, not a timestamp";
    token_time() = "时间的写法有误", "the time is malformed";
    token_certificates(most) = "证书超过 {most} 份", "more than {most} certificates";
    flaw_extension(oid) =
        "有不认识的关键扩展 {oid}，或扩展重复",
        "an unknown critical extension {oid}, or an extension that is given twice";
    flaw_validity(from, to) =
        "加盖时间戳时证书不在有效期内（{from} 至 {to}）",
        "not valid when the timestamp was made (valid from {from} to {to})";
    flaw_purpose() =
        "用途应为且仅为时间戳，并标为关键",
        "its purpose must be timestamps and nothing else, and marked critical";
    flaw_usage() = "密钥用法不包括签名", "its key must not sign";
    flaw_not_issuer() = "不是可以颁发证书的证书", "it must not issue certificates";
    flaw_path() = "证书链超过它允许的长度", "the path is longer than it allows";
    flaw_not_named() =
        "时间戳的签名没有指明这份证书",
        "the signature of the timestamp does not name this certificate";

    // Policies.
    role_office() = "抽取机关", "office";
    role_witness() = "见证人", "witness";
    role_department() = "参与部门", "department";
    name_twice(name) = "“{name}”写了两次", "“{name}” is given twice";
    key_of_another(name) =
        "与“{name}”的公钥相同：一把密钥只能属于一人",
        "the same key as that of “{name}”: a key belongs to one person";
    rule_twice() = "与前面的规则重复", "an earlier rule is about the same";
    rule_too_many(found, most) =
        "要求 {found} 个，而名单上只有 {most} 个",
        "{found} are required, but the policy names only {most}";
    no_rules() = "没有规则", "there is no rule";
    rule_signatures(document, role, at_least) =
        "{document}须有至少 {at_least} 个{role}签名",
        "{document}: signed by at least {at_least} of role {role}";
    rule_timestamps(document, at_least) =
        "{document}须有至少 {at_least} 个机构的时间戳",
        "{document}: stamped by at least {at_least} authorities";
    rule_met(rule, count, names) = "{rule}：有 {count} 个（{names}）", "{rule}: {count} ({names})";
    rule_not_met(rule, count, names) = "{rule}：只有 {count} 个（{names}）", "{rule}: only {count} ({names})";
    rule_met_by_nobody(rule) = "{rule}：一个也没有", "{rule}: none";
    rule_no_document(rule) = "{rule}：没有这份文件，未核对", "{rule}: not checked, document not provided";
    name_separator() = "、", ", ";
    key_signed(role, name, document) = "{role}“{name}”已签{document}", "{role} “{name}” signed the {document}";
    key_not_signed(role, name, document) = "{role}“{name}”未签{document}", "{role} “{name}” has not signed the {document}";
    key_invalid(role, name, document) =
        "{role}“{name}”在{document}上的签名无效",
        "{role} “{name}”: the signature of the {document} is not valid";
    key_other_document(role, name, document) =
        "{role}“{name}”签的是另一份{document}，不是这一份",
        "{role} “{name}” signed another {document}, not this one";
    stamp_at(document, name, time, authority) =
        "{document}：{name} 于 {time} 加盖时间戳（证书 {authority}）",
        "{document}: stamped by {name} at {time} (certificate {authority})";
    stamp_invalid(document, problem) = "{document}的时间戳无效：{problem}", "a timestamp of the {document} is not valid: {problem}";
    stamp_after_sealing(seconds) = "在封存单所写的封存时间之后 {seconds} 秒", "{seconds} seconds after the time of sealing that the commitment states";
    stamp_before_sealing(seconds) =
        "早于封存单所写的封存时间 {seconds} 秒：封存时间写错了，或时钟不准",
        "{seconds} seconds before the time of sealing that the commitment states: that time, or a clock, is wrong";
    stamp_unclear_sealing() = "与封存单所写的封存时间之差小于时间戳的精度", "as close to the stated time of sealing as the accuracy of the timestamp";
    stamp_before_value(what, seconds) = "早于“{what}” {seconds} 秒：封存单在此之前已经存在", "{seconds} seconds before “{what}”: the commitment existed before it";
    stamp_after_value(what, seconds) =
        "晚于“{what}” {seconds} 秒：不能证明封存单在此之前已经存在",
        "{seconds} seconds after “{what}”: it does not prove that the commitment existed before";
    stamp_unclear_value(what) = "与“{what}”之差小于时间戳的精度：不能证明先后", "as close to “{what}” as the accuracy of the timestamp: which was first is not proved";
    stamp_no_value() =
        "各随机源取值产生的时间未知：时间戳只证明封存单在加盖时已经存在",
        "when the values of the sources became known is not known: the timestamp proves only that the commitment existed when it was stamped";
    trust_keys() =
        "签名只证明持有私钥的人签过这个摘要：私钥由谁保管、是否借给他人，无法核验，只能采信",
        "a signature proves that whoever has the private key signed this digest; who has the key is on trust";
    trust_signing_time() =
        "签名本身不证明签于何时；时间由时间戳证明",
        "a signature does not prove when it was made; a timestamp does";
    trust_policy() =
        "哪个公钥属于谁、须由谁签名，以签署规则为准：规则应在抽取之前公布",
        "whose key is whose and who must sign is what the policy says; it should be published before the draw";
    trust_revocation() =
        "时间戳机构的证书是否已被吊销、时钟是否准确，未核对，只能采信",
        "whether the certificate of an authority was revoked and its clock is right is not checked; it is on trust";
}

/// A word of a document, in the form for an error: cut if it is long, without control characters.
pub(crate) fn shown(found: &str) -> String {
    const MOST: usize = 80;
    let printable = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    let mut shown: String = found.chars().take(MOST).map(printable).collect();
    if found.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}
