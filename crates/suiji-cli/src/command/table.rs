//! The table of commands. Parsing and help are based on it.

use super::spec::Run::{Plain, WithTable};
use super::spec::{
    Argument, Command, CommandOption, argument, flag, option, optional, repeated, required, several,
};
use super::{about, amending, evidence, exporting, importing, paper, run, signing};
use crate::texts;

const CASE: Argument = argument("CASE", texts::help_case);
const RECORD: Argument = argument("RECORD", texts::help_record);
const DOCUMENT: CommandOption = option(
    "document",
    "commitment|record|amendments",
    texts::help_document,
);
const OF_CASE: CommandOption = option("case", "CASE", texts::help_of_case);

pub(super) const ALL: &[Command] = &[
    Command {
        name: "new",
        about: texts::help_new,
        arguments: &[argument("CASE", texts::help_new_folder)],
        options: &[],
        run: Plain(run::new),
    },
    Command {
        name: "import",
        about: texts::help_import,
        arguments: &[CASE, several(argument("FILE", texts::help_import_file))],
        options: &[
            option("as", "LIST", texts::help_import_as),
            option("map", "FILE", texts::help_import_map),
            repeated(option("extra", "NAME|all", texts::help_import_extra)),
        ],
        run: Plain(importing::import),
    },
    Command {
        name: "ceremony",
        about: texts::help_ceremony,
        arguments: &[CASE],
        options: &[],
        run: Plain(run::ceremony),
    },
    Command {
        name: "check",
        about: texts::help_check,
        arguments: &[CASE],
        options: &[
            option("page", "FILE", texts::help_check_page),
            flag("all-tasks", texts::help_seal_all_tasks),
        ],
        run: Plain(run::check),
    },
    Command {
        name: "seal",
        about: texts::help_seal,
        arguments: &[CASE],
        options: &[
            option("at", "TIME", texts::help_seal_at),
            flag("dry-run", texts::help_seal_dry_run),
            option("supersede", "REASON", texts::help_seal_supersede),
            option("approved-by", "WHO", texts::help_seal_approved_by),
            flag("follow", texts::help_seal_follow),
            flag("add-drawn", texts::help_seal_add_drawn),
            option("keep-inputs", "yes|no", texts::help_seal_keep_inputs),
            flag("all-tasks", texts::help_seal_all_tasks),
        ],
        run: Plain(run::seal),
    },
    Command {
        name: "draw",
        about: texts::help_draw,
        arguments: &[CASE],
        options: &[
            flag("with-classes", texts::help_draw_with_classes),
            flag("yes", texts::help_draw_yes),
        ],
        run: Plain(run::draw),
    },
    Command {
        name: "amend",
        about: texts::help_amend,
        arguments: &[CASE],
        options: &[
            option("requests", "FILE", texts::help_amend_requests),
            repeated(option("away", "ID", texts::help_amend_away)),
            repeated(option("done", "ENTITY", texts::help_amend_done)),
            repeated(option("back", "ID", texts::help_amend_back)),
            option("leaves", "ID", texts::help_amend_leaves),
            option("closed", "ENTITY", texts::help_amend_closed),
            option("by-hand", "ID", texts::help_amend_by_hand),
            repeated(option("entity", "ENTITY", texts::help_amend_entity)),
            option("task", "TASK", texts::help_amend_task),
            option("seat", "NUMBER", texts::help_amend_seat),
            option("reason", "REASON", texts::help_amend_reason),
            option("approved-by", "WHO", texts::help_amend_approved_by),
            option("at", "TIME", texts::help_amend_at),
            flag("yes", texts::help_amend_yes),
        ],
        run: Plain(amending::amend),
    },
    Command {
        name: "results",
        about: texts::help_results,
        arguments: &[CASE, several(argument("FILE", texts::help_results_file))],
        options: &[option("map", "FILE", texts::help_import_map)],
        run: Plain(run::results),
    },
    Command {
        name: "status",
        about: texts::help_status,
        arguments: &[CASE],
        options: &[
            option("page", "FILE", texts::help_status_page),
            option("holidays", "FILE", texts::help_papers_holidays),
        ],
        run: Plain(run::status),
    },
    Command {
        name: "history",
        about: texts::help_history,
        arguments: &[CASE],
        options: &[option("out", "FILE", texts::help_history_out)],
        run: Plain(run::history),
    },
    Command {
        name: "plan-diff",
        about: texts::help_plan_diff,
        arguments: &[
            argument("OLD", texts::help_plan_diff_old),
            argument("NEW", texts::help_plan_diff_new),
        ],
        options: &[],
        run: Plain(run::plan_diff),
    },
    Command {
        name: "verify",
        about: texts::help_verify,
        arguments: &[
            argument("DOCUMENT", texts::help_verify_document),
            optional(argument("DOCUMENT", texts::help_verify_other)),
            optional(argument("DOCUMENT", texts::help_verify_third)),
        ],
        options: &[
            OF_CASE,
            option("commitment", "DIGEST", texts::help_verify_commitment),
            option("values", "FILE|TEXT", texts::help_verify_values),
            option("record", "DIGEST", texts::help_verify_record),
            option("amendments", "FILE", texts::help_verify_amendments),
            option("policy", "FILE", texts::help_verify_policy),
            option("evidence", "DIR", texts::help_verify_evidence),
            option("page", "FILE", texts::help_verify_page),
        ],
        run: Plain(run::verify),
    },
    Command {
        name: "explain",
        about: texts::help_explain,
        arguments: &[RECORD, argument("ENTITY", texts::help_explain_entity)],
        options: &[
            required(OF_CASE),
            option("receipt", "FILE", texts::help_explain_receipt),
        ],
        run: Plain(run::explain),
    },
    Command {
        name: "check-receipt",
        about: texts::help_check_receipt,
        arguments: &[argument("RECEIPT", texts::help_receipt)],
        options: &[
            required(option("public", "FILE", texts::help_public)),
            option("plan", "FILE", texts::help_plan),
        ],
        run: Plain(run::check_receipt),
    },
    Command {
        name: "verify-page",
        about: texts::help_verify_page_command,
        arguments: &[],
        options: &[option("check", "FILE", texts::help_verify_page_check)],
        run: Plain(run::verify_page),
    },
    Command {
        name: "publish",
        about: texts::help_publish,
        arguments: &[RECORD],
        options: &[
            option("case", "CASE", texts::help_publish_case),
            option("out", "FILE", texts::help_publish_out),
        ],
        run: Plain(run::publish),
    },
    Command {
        name: "papers",
        about: texts::help_papers,
        arguments: &[CASE],
        options: &[
            option("out", "DIR", texts::help_papers_out),
            repeated(option("only", "KIND", texts::help_papers_only)),
            repeated(option("entity", "ID", texts::help_papers_entity)),
            flag("all", texts::help_papers_all),
            option("office", "FILE", texts::help_papers_office),
            option("holidays", "FILE", texts::help_papers_holidays),
            option("templates", "DIR", texts::help_papers_templates),
            option("copy-templates", "DIR", texts::help_papers_copy_templates),
        ],
        run: Plain(paper::papers),
    },
    Command {
        name: "export",
        about: texts::help_export,
        arguments: &[CASE],
        options: &[
            required(option("profile", "FILE|NAME", texts::help_export_profile)),
            option("out", "FILE", texts::help_export_out),
            option("office", "FILE", texts::help_papers_office),
            option("holidays", "FILE", texts::help_papers_holidays),
        ],
        run: Plain(exporting::export),
    },
    Command {
        name: "ledger",
        about: texts::help_ledger,
        arguments: &[
            argument("ACTION", texts::help_ledger_action),
            argument("FOLDER", texts::help_ledger_folder),
        ],
        options: &[
            option("name", "NAME", texts::help_ledger_name),
            option("hash", "HASH", texts::help_ledger_hash),
            option("algorithm", "ed25519|sm2", texts::help_ledger_algorithm),
            repeated(option("head", "FILE|TEXT", texts::help_ledger_head)),
            option("entry", "NUMBER|FILE", texts::help_ledger_entry),
            option("key", "KEY", texts::help_ledger_key),
            option("reason", "REASON", texts::help_amend_reason),
            option("approved-by", "WHO", texts::help_seal_approved_by),
            option("out", "FILE", texts::help_publish_out),
        ],
        run: Plain(evidence::ledger),
    },
    Command {
        name: "witness-sheet",
        about: texts::help_witness_sheet,
        arguments: &[CASE],
        options: &[option("out", "FILE", texts::help_publish_out)],
        run: Plain(evidence::witness_sheet),
    },
    Command {
        name: "witness-check",
        about: texts::help_witness_check,
        arguments: &[
            argument("NOTES", texts::help_witness_notes),
            argument("DOCUMENT", texts::help_verify_document),
            optional(argument("DOCUMENT", texts::help_verify_other)),
            optional(argument("DOCUMENT", texts::help_verify_third)),
        ],
        options: &[
            OF_CASE,
            option("ledger", "FOLDER|FILE", texts::help_witness_ledger),
        ],
        run: Plain(evidence::witness_check),
    },
    Command {
        name: "timestamp",
        about: texts::help_timestamp,
        arguments: &[CASE],
        options: &[
            option("attach", "FILE", texts::help_timestamp_attach),
            option("trusted", "FILE", texts::help_timestamp_trusted),
            DOCUMENT,
        ],
        run: Plain(signing::timestamp),
    },
    Command {
        name: "to-sign",
        about: texts::help_to_sign,
        arguments: &[CASE],
        options: &[DOCUMENT, option("out", "FILE", texts::help_to_sign_out)],
        run: Plain(signing::to_sign),
    },
    Command {
        name: "attach",
        about: texts::help_attach,
        arguments: &[CASE, argument("SIGNATURE", texts::help_attach_file)],
        options: &[
            required(option("key", "FILE", texts::help_attach_key)),
            DOCUMENT,
        ],
        run: Plain(signing::attach),
    },
    Command {
        name: "sign",
        about: texts::help_sign,
        arguments: &[CASE],
        options: &[
            required(option("key", "FILE", texts::help_sign_key)),
            DOCUMENT,
        ],
        run: Plain(signing::sign),
    },
    Command {
        name: "commit",
        about: texts::help_commit,
        arguments: &[argument("FILE", texts::help_commit_file)],
        options: &[
            option("value", "TEXT", texts::help_commit_value),
            option("hash", "HASH", texts::help_commit_hash),
        ],
        run: Plain(run::commit),
    },
    Command {
        name: "new-key",
        about: texts::help_new_key,
        arguments: &[argument("FILE", texts::help_new_key_file)],
        options: &[option(
            "algorithm",
            "ed25519|sm2",
            texts::help_new_key_algorithm,
        )],
        run: Plain(signing::new_key),
    },
    Command {
        name: "canon",
        about: texts::help_canon,
        arguments: &[argument("FILE", texts::help_canon_file)],
        options: &[option("hash", "HASH", texts::help_canon_hash)],
        run: Plain(run::canon),
    },
    Command {
        name: "completion",
        about: texts::help_completion,
        arguments: &[argument("SHELL", texts::help_completion_shell)],
        options: &[],
        run: WithTable(about::completion),
    },
    Command {
        name: "manual",
        about: texts::help_manual,
        arguments: &[],
        options: &[],
        run: WithTable(about::manual),
    },
    Command {
        name: "demo",
        about: texts::help_demo,
        arguments: &[optional(argument("DIR", texts::help_demo_folder))],
        options: &[],
        run: Plain(run::demo),
    },
];
