package org.suiji;

/** The form of a paper, which is also the extension of its file. */
public enum PaperForm implements Word {
    /** A page that a browser prints. */
    HTML("html"),
    /** A document for editing. */
    DOCX("docx"),
    /** A workbook. */
    XLSX("xlsx"),
    /** Text with commas, in UTF-8 with a byte order mark. */
    CSV("csv"),
    /** A picture. */
    SVG("svg"),
    /** A receipt. */
    JSON("json");

    private final String word;

    PaperForm(String word) {
        this.word = word;
    }

    /**
     * Returns the word of the form.
     *
     * @return the word
     */
    @Override
    public String word() {
        return word;
    }

    /**
     * Returns the constant of a word.
     *
     * @param word the word
     * @return the constant
     * @throws IllegalArgumentException if no constant has this word
     */
    public static PaperForm of(String word) {
        return Fields.wordOf(values(), word);
    }
}
