//! The rules that change values, and include or leave out rows.

use crate::base::texts::{self, Text};

macro_rules! rules {
    ($($(#[$meta:meta])* $variant:ident $word:literal $text:ident;)+) => {
        /// The reason why a value or a row was changed.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$meta])* $variant,)+
        }

        impl Rule {
            /// All rules, in the order in which they apply.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable word of the rule in the log.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The rule in words.
            pub fn text(self) -> Text {
                match self {
                    $(Self::$variant => texts::$text(),)+
                }
            }
        }
    };
}

rules! {
    /// The value of a merged area was given to all its cells.
    MergedCell "merged-cell" rule_merged_cell;
    /// `="…"` or `'`, which mark a cell of a spreadsheet as text, were removed.
    TextMark "text-mark" rule_text_mark;
    /// Invisible characters were removed.
    Invisible "invisible" rule_invisible;
    /// A line end or tab within a value became a blank, or nothing between Chinese characters.
    LineEnd "line-end" rule_line_end;
    /// Blanks at the edges were removed.
    Trim "trim" rule_trim;
    /// Blanks within a code or a person's name were removed.
    InnerBlank "inner-blank" rule_inner_blank;
    /// Characters were composed (NFC).
    Nfc "nfc" rule_nfc;
    /// Full-width forms became ASCII.
    FullWidth "full-width" rule_full_width;
    /// Letters of a code became capitals.
    LetterCase "letter-case" rule_letter_case;
    /// A word for nothing became an empty cell.
    BlankWord "blank-word" rule_blank_word;
    /// The form of a number.
    Number "number" rule_number;
    /// A word for yes or no.
    YesNo "yes-no" rule_yes_no;
    /// A word for a risk class.
    ClassWord "class-word" rule_class_word;
    /// A letter for a risk class, by the answer for this file.
    ClassLetter "class-letter" rule_class_letter;
    /// A word for not rated.
    Unrated "unrated" rule_unrated;
    /// A word for a status.
    Status "status-word" rule_status_word;
    /// A word for the kind of an inspection.
    VisitKind "kind-word" rule_kind_word;
    /// Words for outcomes or measures of an inspection.
    ResultWord "result-word" rule_result_word;
    /// A date in another form.
    Date "date" rule_date;
    /// A date as the number of its day.
    Serial "date-serial" rule_date_serial;
    /// The end of a period.
    PeriodEnd "period-end" rule_period_end;
    /// A certificate without an end, or a number without a limit.
    NoEnd "no-end" rule_no_end;
    /// A district or industry code among other signs.
    Code "code" rule_code;
    /// The members of a list, with `;` between them.
    List "list" rule_list;
    /// A list separated by blanks, by members that are known.
    ListBlank "list-blank" rule_list_blank;
    /// A name of a firm, a person or a task became its id.
    Resolved "resolved" rule_resolved;
    /// An answer was used.
    Answer "answer" rule_answer;
    /// A value of a row that was merged into another row with the same id.
    MergedValue "merged-value" rule_merged_value;
    /// A row was merged into another row with the same id.
    Merged "merged-row" rule_merged_row;
    /// The only task of the plan, in a list without a column for it.
    OnlyTask "only-task" rule_only_task;
    /// A row that repeats another was left out.
    Duplicate "duplicate-row" rule_duplicate_row;
    /// A blank row was left out.
    BlankRow "blank-row" rule_blank_row;
    /// A row of totals was left out.
    TotalRow "total-row" rule_total_row;
    /// A row of a future inspection, without date and outcome, was left out.
    NoResult "no-result" rule_no_result;
    /// A row that is a remark was left out.
    RemarkRow "remark-row" rule_remark_row;
    /// A repeated header, or the numbers of the columns, was left out.
    HeaderRow "header-row" rule_header_row;
    /// A row above the header was left out.
    TitleRow "title-row" rule_title_row;
    /// A hidden row was left out by an answer.
    HiddenRow "hidden-row" rule_hidden_row;
    /// A hidden row was included by an answer. It is not changed.
    HiddenTaken "hidden-row-taken" rule_hidden_taken;
    /// The name of an industry, although the plan has codes. It is not changed.
    IndustryName "industry-name" rule_industry_name;
    /// A row was left out by an answer.
    LeftOut "left-out" rule_left_out;
    /// A column is not a field and was left out.
    ColumnLeftOut "column-left-out" rule_column_left_out;
    /// A column is not a field and was kept as `extra`.
    ColumnKept "column-extra" rule_column_extra;
    /// A sheet is hidden and was left out.
    SheetHidden "sheet-hidden" rule_sheet_hidden;
    /// A sheet is not a list and was left out.
    SheetLeftOut "sheet-left-out" rule_sheet_left_out;
    /// A text of a plan became a value.
    Plan "plan" rule_plan;
}

/// Some rules.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Rules(u64);

impl Rules {
    /// No rule.
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn of(rule: Rule) -> Self {
        Self(1 << rule as u64)
    }

    pub(crate) const fn add(&mut self, rule: Rule) {
        self.0 |= 1 << rule as u64;
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set contains a rule.
    pub const fn has(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u64) != 0
    }

    /// The rules, in the order in which they apply.
    pub fn iter(self) -> impl Iterator<Item = Rule> {
        Rule::ALL
            .iter()
            .copied()
            .filter(move |rule| self.has(*rule))
    }

    /// Whether a value is noted although it is not changed.
    pub(crate) fn is_notice(self) -> bool {
        self.iter().any(Rule::is_notice)
    }

    /// The rules in words for people.
    pub fn text(self) -> Text {
        let all: Vec<Text> = self.iter().map(Rule::text).collect();
        Text::list(&all)
    }

    /// The words of the rules, with `+` between them.
    pub fn words(self) -> String {
        let words: Vec<&str> = self.iter().map(Rule::as_str).collect();
        words.join("+")
    }
}
