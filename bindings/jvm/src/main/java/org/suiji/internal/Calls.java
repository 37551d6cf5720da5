package org.suiji.internal;

/**
 * The calls of the native library. Each has the name and the parameters of a function in {@code
 * bindings/c/include/suiji.h}, which documents it. {@code bindings/jvm/native} connects them.
 *
 * <p>A document or text that is {@code null} is not provided. {@code threads} and {@code watch} are the run of a call.
 * A call that fails throws a {@code SuijiException}, an {@link IllegalStateException} if a handle is closed, or the
 * exception of {@code watch}.
 */
public final class Calls {
    /** Kinds of documents, handles and parts. */
    public static final int PLAN = 1, REGISTRY = 2, ROSTER = 3, HISTORY = 4, CEREMONY = 5, COMMITMENT = 6, CONTRIBUTIONS = 7,
            PARTIAL_CONTRIBUTIONS = 8, RECORD = 9, PUBLIC_FORM = 10, RECEIPT = 11, AMENDMENTS = 12, REQUESTS = 13, INPUTS = 15, DIGEST = 22, SEED = 23,
            SECRET = 24, LOG = 27, SUMMARY = 28, RESULTS = 29;
    /** The language of papers. */
    public static final int ZH = 1, EN = 2;
    /** The form of a written document. */
    public static final int JSON = 1, CANONICAL = 2, JSON_LINES = 3, CSV = 4, HTML = 5, HTML_EN = 6;

    static {
        Library.load();
    }

    private Calls() {}

    static native void free(long number);

    public static native byte[] version();

    public static native long rows(Handle table);

    public static native byte[] document(int kind, int form, byte[] data, int threads, Watch watch);

    public static native byte[] digest(int kind, int hash, byte[] data);

    public static native byte[] digestGroups(byte[] digest);

    public static native byte[] planChanges(byte[] earlier, byte[] later);

    public static native byte[] canonicalJson(byte[] data);

    public static native long read(int kind, byte[] data, int threads, Watch watch);

    public static native byte[] write(Handle handle, int form, int threads, Watch watch);

    /** A part that is a document or text; null if there is none. */
    public static native byte[] part(Handle handle, int part);

    /** A part that is a table or inputs. */
    public static native long partHandle(Handle handle, int part);

    public static native long tableRead(int kind, int form, byte[] data, int threads, Watch watch);

    public static native byte[] tableRow(Handle table, byte[] id);

    public static native byte[] tableIds(Handle table, long from, long count);

    public static native byte[] changes(Handle table, Handle later, long count);

    public static native long builderNew(int kind);

    static native void builderPush(Handle builder, int rows, Column[] columns, int threads, Watch watch);

    public static native long builderFinish(Handle builder, int threads, Watch watch);

    public static native long filesNew();

    public static native void filesAdd(Handle files, byte[] name, byte[] data);

    /** Registry and roster may be null. */
    public static native long importLists(
            Handle files, int kind, byte[] extra, byte[] answers, byte[] plan, Handle registry, Handle roster);

    /** Registry and roster may be null. */
    public static native long importPlan(Handle files, byte[] answers, Handle registry, Handle roster);

    public static native void importCheck(Handle imported);

    /** Null if there is no such list, or questions are open. */
    public static native byte[] importPart(Handle imported, int part, int form);

    public static native long inputsNew(byte[] plan, Handle registry, Handle roster, Handle history, int threads, Watch watch);

    public static native long inputsRead(
            int form, byte[] plan, byte[] registry, byte[] roster, byte[] history, int threads, Watch watch);

    public static native byte[] findings(Handle inputsOrSealed, byte[] sealedAt, int threads, Watch watch);

    public static native long seal(Handle inputs, byte[] ceremony, byte[] earlier, int threads, Watch watch);

    public static native long reopen(Handle inputs, byte[] commitment, byte[] secret, int threads, Watch watch);

    public static native void checkInputs(Handle sealed, Handle inputs, int threads, Watch watch);

    public static native byte[] summaries(Handle sealed, int threads, Watch watch);

    public static native byte[] outlook(Handle sealed, int threads, Watch watch);

    public static native byte[] shortTeams(Handle sealed, byte[] task);

    public static native byte[] commitmentOf(int hash, byte[] nonce, byte[] value);

    public static native byte[] arrange(byte[] commitment, int source, long[] numbers);

    public static native byte[] contributions(byte[] commitment, byte[] partial);

    public static native void checkContributions(Handle sealed, int kind, byte[] data);

    public static native void checkAgainst(byte[] commitment, int kind, byte[] data);

    public static native long draw(Handle sealed, byte[] contributions, int threads, Watch watch);

    public static native long publicForm(Handle record, byte[] secret, int threads, Watch watch);

    public static native byte[] receipt(Handle sealed, Handle record, byte[] entity, int threads, Watch watch);

    public static native byte[] receipts(Handle sealed, Handle record, byte[] entities, int threads, Watch watch);

    public static native byte[] frameRows(Handle sealed, byte[] task);

    /** The sealed inputs may be null. */
    public static native byte[] sampleRows(Handle record, Handle sealed, byte[] task, int threads, Watch watch);

    public static native long checkReceipt(byte[] receipt, Handle publicForm, byte[] plan);

    public static native byte[] statements(byte[] receipt, byte[] plan);

    public static native byte[] amend(Handle sealed, Handle record, byte[] earlier, byte[] requests, int threads, Watch watch);

    public static native byte[] state(Handle record, byte[] amendments);

    public static native byte[] resultsCheck(Handle record, byte[] results, byte[] amendments, byte[] plan, byte[] today);

    public static native byte[] resultsStatus(Handle record, byte[] results, byte[] amendments);

    /** The history may be null. */
    public static native long resultsVisits(Handle record, byte[] results, byte[] amendments, Handle history);

    public static native byte[] resultsUpdate(byte[] results, byte[] later);

    public static native long papers(
            Handle sealed,
            Handle record,
            byte[] amendments,
            byte[] results,
            byte[] office,
            byte[] holidays,
            byte[] templates,
            byte[] kinds,
            byte[] letters,
            int language);

    public static native byte[] papersList(Handle papers);

    /** Null after the last. */
    public static native byte[] paper(Handle papers, int at);

    public static native long evidenceNew();

    public static native void evidenceAdd(Handle evidence, Handle item);

    public static native void evidenceAddDocument(Handle evidence, int kind, byte[] data);

    public static native long verify(Handle recordOrPublicForm, Handle evidence, int threads, Watch watch);

    public static native byte[] reportJson(Handle report);

    public static native void require(Handle report);

    public static native byte[] statement(byte[] commitment, byte[] record, byte[] amendments);

    public static native byte[] toSign(byte[] statement);

    public static native byte[] timestampRequest(byte[] statement);

    public static native byte[] timestampVerify(byte[] statement, byte[] token, byte[] certificates);

    public static native byte[] publicKey(byte[] key);

    public static native byte[] envelope(byte[] statement);

    public static native byte[] envelopeStatement(byte[] envelope);

    public static native byte[] envelopeAttach(byte[] envelope, byte[] key, byte[] signature);

    public static native byte[] envelopeSign(byte[] envelope, byte[] privateKey);

    public static native void envelopeVerify(byte[] envelope, byte[] key);

    public static native byte[] policyVerify(byte[] policy, byte[] commitment, byte[] record, byte[] amendments, byte[] evidence);

    public static native byte[] ledgerAudit(byte[] ledger, byte[] compared);

    public static native byte[] ledgerEntries(byte[] ledger);

    public static native byte[] witnessNotes(byte[] notes);
}
