package org.suiji;

/** A kind of paper (文书). */
public enum PaperKind implements Word {
    /** 抽取记录表: the minutes of the draw, for signing. */
    MINUTES("minutes"),
    /** 检查任务单: the visits of one lead. */
    TASK_SHEET("task_sheet"),
    /** 检查审批表: the draft of the approval of one visit. */
    APPROVAL("approval"),
    /** 检查通知书: the draft of the notice of one visit. */
    NOTICE("notice"),
    /** 公示: the public announcement. */
    ANNOUNCEMENT("announcement"),
    /** 检查结果公示: the results of the inspections, for the public. It needs results, as the next two do. */
    OUTCOMES("outcomes"),
    /** 列入经营异常名录建议表: the entities that are proposed for the list because of their results. */
    PROPOSALS("proposals"),
    /** 抽查工作总结: the summary of the year, with its tables. */
    SUMMARY("summary"),
    /** Tables of selected entities, visits and loads. */
    TABLE("table"),
    /** Pictures as files. */
    PICTURE("picture"),
    /** 答复函: the answer to an entity, with its receipt. It is made for an entity. */
    LETTER("letter"),
    /** The page that lists the other papers. It is always made. */
    INDEX("index");

    private final String word;

    PaperKind(String word) {
        this.word = word;
    }

    /**
     * Returns the word of the kind.
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
    public static PaperKind of(String word) {
        return Fields.wordOf(values(), word);
    }
}
