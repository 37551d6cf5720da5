//! Our templates, which are part of the program.

use suiji::Lang;

/// Defines the templates: name, file.
macro_rules! templates {
    ($($name:ident = $file:literal;)+) => {
        /// A template.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub(crate) enum Template {
            $($name,)+
        }

        impl Template {
            /// The name of the template. An office's file has the same name.
            pub(crate) const fn name(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$name, Lang::En) => concat!($file, ".en.html"),
                        (Self::$name, _) => concat!($file, ".zh.html"),
                    )+
                }
            }
        }

        /// Name and text of each template.
        pub(super) const ALL: &[(&str, &str)] = &[
            // The macros that the other templates import.
            ("parts.zh.html", include_str!("../../templates/parts.zh.html")),
            ("parts.en.html", include_str!("../../templates/parts.en.html")),
            $(
            (concat!($file, ".zh.html"), include_str!(concat!("../../templates/", $file, ".zh.html"))),
            (concat!($file, ".en.html"), include_str!(concat!("../../templates/", $file, ".en.html"))),
        )+];
    };
}

templates! {
    Minutes = "minutes";
    Annex = "annex";
    TaskSheet = "task-sheet";
    Approval = "approval";
    Notice = "notice";
    Announcement = "announcement";
    Outcomes = "outcomes";
    Proposals = "proposals";
    Summary = "summary";
    Letter = "letter";
}
