//! The table of the native methods.

#![expect(
    unsafe_code,
    reason = "JNI finds its entry by name, and calls functions by the signatures of this table"
)]

use core::ffi::c_void;
use std::sync::Arc;

use jni::objects::{JClass, JObjectArray};
use jni::strings::JNIString;
use jni::sys::{JNI_VERSION_1_8, jint};
use jni::vm::JavaVM;
use jni::{EnvUnowned, NativeMethod, jni_str};
use suiji_c::{Object, calls};

use crate::columns::with_columns;
use crate::convert::{Answer, Kept, Parameter, Text, Watch, run};
use crate::failed::{Failed, Throw};
use crate::objects;

type Bytes = Vec<u8>;
type Handle = Arc<Object>;

/// A method in the form that JNI registers.
struct Method {
    name: &'static str,
    signature: String,
    function: *mut c_void,
}

/// Defines native methods and the table of them: name, parameters, result, body. `env` is the environment of JNI.
macro_rules! methods {
    ($($name:ident = $rust:ident($env:ident $(, $parameter:ident: $type:ty)*) -> $answer:ty $body:block)+) => {
        $(
            extern "system" fn $rust<'local>(
                mut unowned: EnvUnowned<'local>,
                _class: JClass<'local>,
                $($parameter: <$type as Parameter<'local>>::Java,)*
            ) -> <$answer as Answer<'local>>::Java {
                unowned.with_env(|$env| -> Result<_, Failed> {
                    $(let $parameter = <$type as Parameter<'local>>::read($env, $parameter)?;)*
                    let answer: $answer = $body;
                    answer.give($env)
                }).resolve::<Throw>()
            }
        )+

        #[expect(clippy::extra_unused_lifetimes, reason = "the types of parameters name it")]
        fn table<'local>() -> Vec<Method> {
            vec![$(Method {
                name: stringify!($name),
                signature: {
                    let parameters: &[&str] = &[$(<$type as Parameter<'local>>::SIGNATURE),*];
                    format!("({}){}", parameters.concat(), <$answer as Answer<'local>>::SIGNATURE)
                },
                function: $rust as *mut c_void,
            }),+]
        }
    };
}

methods! {
    free = free(_env, number: i64) -> () { objects::free(number) }
    version = version(_env) -> Text { Text(Some(Object::bytes(env!("CARGO_PKG_VERSION")))) }
    rows = rows(_env, table: Handle) -> i64 { table.rows().and_then(|rows| i64::try_from(rows).ok()).unwrap_or(-1) }

    document = document(env, kind: i32, form: i32, data: Bytes, threads: i32, watch: Watch<'local>) -> Text {
        Text(Some(calls::document(kind, form, &data, &run(env, threads, &watch)?)?))
    }
    digest = digest(_env, kind: i32, hash: i32, data: Bytes) -> Text { Text(Some(calls::digest(kind, hash, &data)?)) }
    digestGroups = digest_groups(_env, digest: Bytes) -> Text { Text(Some(calls::digest_groups(&digest)?)) }
    planChanges = plan_changes(_env, earlier: Bytes, later: Bytes) -> Text {
        Text(Some(calls::plan_changes(&earlier, &later)?))
    }
    canonicalJson = canonical_json(_env, data: Bytes) -> Text { Text(Some(calls::canonical_json(&data)?)) }
    read = read(env, kind: i32, data: Bytes, threads: i32, watch: Watch<'local>) -> Kept {
        Kept(calls::read(kind, &data, &run(env, threads, &watch)?)?)
    }
    write = write(env, of: Handle, form: i32, threads: i32, watch: Watch<'local>) -> Text {
        Text(Some(calls::write(&of, form, &run(env, threads, &watch)?)?))
    }
    part = part(_env, of: Handle, part: i32) -> Text { Text(calls::part(&of, part)?) }
    partHandle = part_handle(_env, of: Handle, part: i32) -> Kept { Kept(calls::part(&of, part)?.ok_or(Failed::Closed)?) }

    tableRead = table_read(env, kind: i32, form: i32, data: Bytes, threads: i32, watch: Watch<'local>) -> Kept {
        Kept(calls::table_read(kind, form, &data, &run(env, threads, &watch)?)?)
    }
    tableRow = table_row(_env, table: Handle, id: Bytes) -> Text { Text(calls::table_row(&table, &id)?) }
    tableIds = table_ids(_env, table: Handle, from: i64, count: i64) -> Text {
        Text(Some(calls::table_ids(&table, from, count)?))
    }
    changes = changes(_env, table: Handle, later: Handle, count: i64) -> Text {
        Text(Some(calls::changes(&table, &later, count)?))
    }
    builderNew = builder_new(_env, kind: i32) -> Kept { Kept(calls::builder_new(kind, &[])?) }
    builderPush = builder_push(env, builder: Handle, rows: i32, columns: JObjectArray<'local>, threads: i32, watch: Watch<'local>) -> () {
        let run = run(env, threads, &watch)?;
        with_columns(env, rows, &columns, |columns| calls::builder_push_columns(&builder, columns, &run))??
    }
    builderFinish = builder_finish(env, builder: Handle, threads: i32, watch: Watch<'local>) -> Kept {
        Kept(calls::builder_finish(&builder, &run(env, threads, &watch)?)?)
    }

    filesNew = files_new(_env) -> Kept { Kept(calls::files_new()) }
    filesAdd = files_add(_env, files: Handle, name: Bytes, data: Bytes) -> () { calls::files_add(&files, &name, &data)? }
    importLists = import_lists(
        _env, files: Handle, kind: i32, extra: Bytes, answers: Bytes, plan: Bytes, registry: Option<Handle>, roster: Option<Handle>
    ) -> Kept {
        let (registry, roster) = (registry.as_deref(), roster.as_deref());
        Kept(calls::import_lists(&files, kind, &extra, &answers, &plan, registry, roster)?)
    }
    importPlan = import_plan(_env, files: Handle, answers: Bytes, registry: Option<Handle>, roster: Option<Handle>) -> Kept {
        Kept(calls::import_plan(&files, &answers, registry.as_deref(), roster.as_deref())?)
    }
    importCheck = import_check(_env, import: Handle) -> () { calls::import_check(&import)? }
    importPart = import_part(_env, import: Handle, part: i32, form: i32) -> Text { Text(calls::import_part(&import, part, form)?) }

    inputsNew = inputs_new(
        env, plan: Bytes, registry: Handle, roster: Handle, history: Handle, threads: i32, watch: Watch<'local>
    ) -> Kept {
        let run = run(env, threads, &watch)?;
        Kept(calls::inputs_new(&plan, &registry, Some(&*roster), Some(&*history), &run)?)
    }
    inputsRead = inputs_read(
        env, form: i32, plan: Bytes, registry: Bytes, roster: Bytes, history: Bytes, threads: i32, watch: Watch<'local>
    ) -> Kept {
        let documents = [&*plan, &*registry, &*roster, &*history];
        Kept(calls::inputs_read(form, documents, &run(env, threads, &watch)?)?)
    }
    findings = findings(env, of: Handle, sealed_at: Bytes, threads: i32, watch: Watch<'local>) -> Text {
        Text(Some(calls::findings(&of, &sealed_at, &run(env, threads, &watch)?)?))
    }

    seal = seal(env, inputs: Handle, ceremony: Bytes, earlier: Bytes, threads: i32, watch: Watch<'local>) -> Kept {
        Kept(calls::seal(&inputs, &ceremony, &earlier, &run(env, threads, &watch)?)?)
    }
    reopen = reopen(env, inputs: Handle, commitment: Bytes, secret: Bytes, threads: i32, watch: Watch<'local>) -> Kept {
        Kept(calls::reopen(&inputs, &commitment, &secret, &run(env, threads, &watch)?)?)
    }
    checkInputs = check_inputs(env, sealed: Handle, inputs: Handle, threads: i32, watch: Watch<'local>) -> () {
        calls::check_inputs(&sealed, &inputs, &run(env, threads, &watch)?)?
    }
    summaries = summaries(env, sealed: Handle, threads: i32, watch: Watch<'local>) -> Text {
        Text(Some(calls::summaries(&sealed, &run(env, threads, &watch)?)?))
    }
    outlook = outlook(env, sealed: Handle, threads: i32, watch: Watch<'local>) -> Text {
        Text(Some(calls::outlook(&sealed, &run(env, threads, &watch)?)?))
    }
    shortTeams = short_teams(_env, sealed: Handle, task: Bytes) -> Text { Text(Some(calls::short_teams(&sealed, &task)?)) }

    commitmentOf = commitment_of(_env, hash: i32, nonce: Bytes, value: Bytes) -> Text {
        Text(Some(calls::commitment_of(hash, &nonce, &value)?))
    }
    arrange = arrange(_env, commitment: Bytes, source: i32, numbers: Vec<i64>) -> Text {
        Text(Some(calls::arrange(&commitment, source, &numbers)?))
    }
    contributions = contributions(_env, commitment: Bytes, partial: Bytes) -> Text {
        Text(Some(calls::contributions(&commitment, &partial)?))
    }
    checkContributions = check_contributions(_env, sealed: Handle, kind: i32, data: Bytes) -> () {
        calls::check_contributions(&sealed, kind, &data)?
    }

    checkAgainst = check_against(_env, commitment: Bytes, kind: i32, data: Bytes) -> () {
        calls::check_against(&commitment, kind, &data)?
    }

    draw = draw(env, sealed: Handle, contributions: Bytes, threads: i32, watch: Watch<'local>) -> Kept {
        Kept(calls::draw(&sealed, &contributions, &run(env, threads, &watch)?)?)
    }
    publicForm = public_form(env, record: Handle, secret: Bytes, threads: i32, watch: Watch<'local>) -> Kept {
        Kept(calls::public_form(&record, &secret, &run(env, threads, &watch)?)?)
    }

    receipt = receipt(env, sealed: Handle, record: Handle, entity: Bytes, threads: i32, watch: Watch<'local>) -> Text {
        Text(Some(calls::receipt(&sealed, &record, &entity, &run(env, threads, &watch)?)?))
    }
    receipts = receipts(env, sealed: Handle, record: Handle, entities: Bytes, threads: i32, watch: Watch<'local>) -> Text {
        Text(Some(calls::receipts(&sealed, &record, &entities, &run(env, threads, &watch)?)?))
    }
    frameRows = frame_rows(_env, sealed: Handle, task: Bytes) -> Text { Text(Some(calls::frame_rows(&sealed, &task)?)) }
    sampleRows = sample_rows(
        env, record: Handle, sealed: Option<Handle>, task: Bytes, threads: i32, watch: Watch<'local>
    ) -> Text {
        Text(Some(calls::sample_rows(&record, sealed.as_deref(), &task, &run(env, threads, &watch)?)?))
    }
    checkReceipt = check_receipt(_env, receipt: Bytes, public_form: Handle, plan: Bytes) -> Kept {
        Kept(calls::check_receipt(&receipt, &public_form, &plan)?)
    }
    statements = statements(_env, receipt: Bytes, plan: Bytes) -> Text { Text(Some(calls::statements(&receipt, &plan)?)) }

    amend = amend(
        env, sealed: Handle, record: Handle, earlier: Bytes, requests: Bytes, threads: i32, watch: Watch<'local>
    ) -> Text {
        Text(Some(calls::amend(&sealed, &record, &earlier, &requests, &run(env, threads, &watch)?)?))
    }
    state = state(_env, record: Handle, amendments: Bytes) -> Text { Text(Some(calls::state(&record, &amendments)?)) }

    resultsCheck = results_check(_env, record: Handle, results: Bytes, amendments: Bytes, plan: Bytes, today: Bytes) -> Text {
        Text(Some(calls::results_check(&record, &results, &amendments, &plan, &today)?))
    }
    resultsStatus = results_status(_env, record: Handle, results: Bytes, amendments: Bytes) -> Text {
        Text(Some(calls::results_status(&record, &results, &amendments)?))
    }
    resultsVisits = results_visits(_env, record: Handle, results: Bytes, amendments: Bytes, history: Option<Handle>) -> Kept {
        Kept(calls::results_visits(&record, &results, &amendments, history.as_deref())?)
    }
    resultsUpdate = results_update(_env, results: Bytes, later: Bytes) -> Text {
        Text(Some(calls::results_update(&results, &later)?))
    }

    papers = papers(
        _env, sealed: Handle, record: Handle, amendments: Bytes, results: Bytes, office: Bytes, holidays: Bytes,
        templates: Bytes, kinds: Bytes, letters: Bytes, language: i32
    ) -> Kept {
        let afterwards = calls::Afterwards { amendments: &amendments, results: &results };
        let files = calls::OfficeFiles { office: &office, holidays: &holidays, templates: &templates };
        Kept(calls::papers(&sealed, &record, afterwards, files, &kinds, &letters, language)?)
    }
    papersList = papers_list(_env, papers: Handle) -> Text { Text(Some(calls::papers_list(&papers)?)) }
    paper = paper(_env, papers: Handle, at: i32) -> Text { Text(calls::paper(&papers, at)?) }

    evidenceNew = evidence_new(_env) -> Kept { Kept(calls::evidence_new()) }
    evidenceAdd = evidence_add(_env, evidence: Handle, item: Handle) -> () { calls::evidence_add(&evidence, &item)? }
    evidenceAddDocument = evidence_add_document(_env, evidence: Handle, kind: i32, data: Bytes) -> () {
        calls::evidence_add_document(&evidence, kind, &data)?
    }
    verify = verify(env, of: Handle, evidence: Handle, threads: i32, watch: Watch<'local>) -> Kept {
        Kept(calls::verify(&of, Some(&*evidence), &run(env, threads, &watch)?)?)
    }
    reportJson = report_json(_env, report: Handle) -> Text { Text(report.data().map(Object::bytes)) }
    require = require(_env, report: Handle) -> () { calls::require(&report)? }

    statement = statement(_env, commitment: Bytes, record: Bytes, amendments: Bytes) -> Text {
        Text(Some(calls::statement(&commitment, &record, &amendments)?))
    }
    toSign = to_sign(_env, statement: Bytes) -> Text { Text(Some(calls::to_sign(&statement)?)) }
    timestampRequest = timestamp_request(_env, statement: Bytes) -> Text {
        Text(Some(calls::timestamp_request(&statement)?))
    }
    timestampVerify = timestamp_verify(_env, statement: Bytes, token: Bytes, certificates: Bytes) -> Text {
        Text(Some(calls::timestamp_verify(&statement, &token, &certificates)?))
    }
    publicKey = public_key(_env, key: Bytes) -> Text { Text(Some(calls::public_key(&key)?)) }
    envelope = envelope(_env, statement: Bytes) -> Text { Text(Some(calls::envelope(&statement)?)) }
    envelopeStatement = envelope_statement(_env, envelope: Bytes) -> Text {
        Text(Some(calls::envelope_statement(&envelope)?))
    }
    envelopeAttach = envelope_attach(_env, envelope: Bytes, key: Bytes, signature: Bytes) -> Text {
        Text(Some(calls::envelope_attach(&envelope, &key, &signature)?))
    }
    envelopeSign = envelope_sign(_env, envelope: Bytes, private_key: Bytes) -> Text {
        Text(Some(calls::envelope_sign(&envelope, &private_key)?))
    }
    envelopeVerify = envelope_verify(_env, envelope: Bytes, key: Bytes) -> () { calls::envelope_verify(&envelope, &key)? }
    policyVerify = policy_verify(
        _env, policy: Bytes, commitment: Bytes, record: Bytes, amendments: Bytes, evidence: Bytes
    ) -> Text {
        Text(Some(calls::policy_verify(&policy, &commitment, &record, &amendments, &evidence)?))
    }
    ledgerAudit = ledger_audit(_env, ledger: Bytes, compared: Bytes) -> Text {
        Text(Some(calls::ledger_audit(&ledger, &compared)?))
    }
    ledgerEntries = ledger_entries(_env, ledger: Bytes) -> Text { Text(Some(calls::ledger_entries(&ledger)?)) }
    witnessNotes = witness_notes(_env, notes: Bytes) -> Text { Text(Some(calls::witness_notes(&notes)?)) }
}

/// Called when Java loads the library. Registers the methods, and fails if the class has other methods.
///
/// # Safety
/// Only Java calls it.
#[unsafe(no_mangle)]
pub(crate) unsafe extern "system" fn JNI_OnLoad(vm: *mut jni::sys::JavaVM, _: *mut c_void) -> jint {
    // SAFETY: Java passes its machine.
    let vm = unsafe { JavaVM::from_raw(vm) };
    let registered: jni::errors::Result<()> = vm.with_top_local_frame(|env| {
        let texts: Vec<(JNIString, JNIString, *mut c_void)> = table()
            .into_iter()
            .map(|method| (method.name.into(), method.signature.into(), method.function))
            .collect();
        let methods: Vec<NativeMethod<'_>> = texts
            .iter()
            // SAFETY: the function was defined together with its signature.
            .map(|(name, signature, function)| unsafe {
                NativeMethod::from_raw_parts(name, signature, *function)
            })
            .collect();
        // The class of the loader that loads this library, not the one of the thread's context.
        let class = env.find_class(jni_str!("org/suiji/internal/Calls"))?;
        // SAFETY: all methods of the class are static, and the functions take the class.
        if unsafe { env.register_native_methods(&class, &methods) }.is_ok() {
            return Ok(());
        }
        let text =
            "the native library is of another version than the classes: use those of one jar";
        env.throw_new(
            jni_str!("java/lang/UnsatisfiedLinkError"),
            JNIString::from(text),
        )
    });
    match registered {
        Ok(()) => JNI_VERSION_1_8,
        Err(_) => jni::sys::JNI_ERR,
    }
}
