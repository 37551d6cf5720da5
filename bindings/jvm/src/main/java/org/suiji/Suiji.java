package org.suiji;

/** What is done with inputs and records. */
public final class Suiji {
    private Suiji() {}

    /**
     * Seals the inputs: from here on, nothing about the draw can be chosen.
     *
     * @param inputs what is drawn from
     * @param ceremony how it is sealed
     * @return the sealed sheet
     * @throws SuijiException where no sheet can be made of them
     */
    public static Sealed seal(Inputs inputs, Ceremony ceremony) throws SuijiException {
        return seal(inputs, ceremony, Run.standard());
    }

    /**
     * Seals the inputs under a run.
     *
     * @param inputs what is drawn from
     * @param ceremony how it is sealed
     * @param run how it is run
     * @return the sealed sheet
     * @throws SuijiException where no sheet can be made of them; {@code cancelled}
     */
    public static Sealed seal(Inputs inputs, Ceremony ceremony, Run run) throws SuijiException {
        return Call.run(call -> new Sealed(
                org.suiji.kotlin.SuijiKt.seal(call.hold(inputs), call.hold(ceremony), call.hold(run))));
    }

    /**
     * Verifies a record: what is wrong with it stands in the report.
     *
     * @param record the record
     * @param evidence what there is beside it
     * @return what was found
     * @throws SuijiException where the secret or digest in the evidence has not the right form
     */
    public static Report verify(Record record, Evidence evidence) throws SuijiException {
        return verify(record, evidence, Run.standard());
    }

    /**
     * Verifies a record under a run.
     *
     * @param record the record
     * @param evidence what there is beside it
     * @param run how it is run
     * @return what was found
     * @throws SuijiException where the secret or digest in the evidence has not the right form; {@code cancelled}
     */
    public static Report verify(Record record, Evidence evidence, Run run) throws SuijiException {
        return Call.run(call -> new Report(
                org.suiji.kotlin.SuijiKt.verify(call.hold(record), evidence.core(call), call.hold(run))));
    }

    /**
     * Verifies a public form: what is wrong with it stands in the report.
     *
     * @param form the public form
     * @param evidence what there is beside it
     * @return what was found
     * @throws SuijiException where the secret or digest in the evidence has not the right form
     */
    public static Report verifyPublic(PublicForm form, Evidence evidence) throws SuijiException {
        return Call.run(call -> new Report(
                org.suiji.kotlin.SuijiKt.verifyPublic(call.hold(form), evidence.core(call), null)));
    }

    /**
     * The one form of a JSON document that is hashed (RFC 8785).
     *
     * @param json the document, in any form
     * @return the canonical bytes
     * @throws SuijiException where it holds what no document may, such as {@code null} or a fraction
     */
    public static byte[] canonicalJson(byte[] json) throws SuijiException {
        return Call.run(call -> org.suiji.kotlin.SuijiKt.canonicalJson(json));
    }

    /**
     * The version of the native library.
     *
     * @return such as {@code 0.1.0}
     */
    public static String version() {
        return org.suiji.kotlin.SuijiKt.version();
    }
}
