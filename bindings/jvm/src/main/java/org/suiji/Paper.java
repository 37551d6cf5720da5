package org.suiji;

/** One file of the papers of a draw. */
public final class Paper {
    private final PaperKind kind;
    private final PaperForm form;
    private final String name;
    private final String title;
    private final boolean isPublic;
    private final byte[] bytes;

    Paper(Fields fields, byte[] bytes) {
        kind = PaperKind.of(fields.text("kind"));
        form = PaperForm.of(fields.text("form"));
        name = fields.text("name");
        title = fields.text("title");
        isPublic = fields.flag("public");
        this.bytes = bytes;
    }

    /**
     * Returns what it is.
     *
     * @return the kind
     */
    public PaperKind kind() {
        return kind;
    }

    /**
     * Returns the form of the file.
     *
     * @return the form
     */
    public PaperForm form() {
        return form;
    }

    /**
     * Returns the name of the file in the folder of the papers.
     *
     * @return the name; it contains {@code /} if the file is in a subfolder
     */
    public String name() {
        return name;
    }

    /**
     * Returns the title, for people.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Returns whether it is public. All other papers are for the office, the inspectors or one entity.
     *
     * @return true for the announcement
     */
    public boolean isPublic() {
        return isPublic;
    }

    /**
     * Returns the file.
     *
     * @return a copy of its bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Paper(" + name + ")";
    }
}
