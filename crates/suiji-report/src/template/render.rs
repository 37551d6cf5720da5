//! The templates, and rendering.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, escape_formatter};
use serde::Serialize;
use suiji::Lang;

use super::dates;
use super::limited::Limited;
use super::ours::{ALL, Template};
use super::problems;
use crate::base::problem::Error;
use crate::base::texts::codes;
use crate::markup::{self, Markup};

/// The maximum number of steps for rendering one paper.
const FUEL: u64 = 50_000_000;

/// The templates: ours, and those of an office that replace them.
///
/// ```
/// use suiji_report::Templates;
///
/// let own = r#"<paper title="公示"><p>{{ office }}</p></paper>"#;
/// let templates = Templates::default().with("announcement.zh.html", own)?;
/// let error = templates.with("notice.zh.html", "<paper>\n{{ visit.").unwrap_err();
/// assert_eq!(error.problems()[0].line(), Some(2));
/// # Ok::<(), suiji_report::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Templates {
    environment: Environment<'static>,
    /// The templates of an office.
    own: Vec<String>,
}

impl Default for Templates {
    fn default() -> Self {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build();
        environment.set_syntax(syntax.unwrap_or_default());
        environment.set_fuel(Some(FUEL));
        environment.set_formatter(|out, state, value| match value.is_none() {
            true => Ok(()),
            false => escape_formatter(out, state, value),
        });
        environment.add_filter("date", dates::date);
        environment.add_filter("time", dates::time);
        for (name, text) in ALL {
            // A test renders each of them.
            let _ = environment.add_template(name, text);
        }
        let own = Vec::new();
        Self { environment, own }
    }
}

impl Templates {
    /// The names of all templates, such as `minutes.zh.html`.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|(name, _)| *name)
    }

    /// Our template with this name, which an office can change.
    pub fn ours(name: &str) -> Option<&'static str> {
        let found = ALL.iter().find(|(of, _)| *of == name);
        found.map(|(_, text)| *text)
    }

    /// Replaces the template with this name.
    ///
    /// # Errors
    /// `report.unknown-template` if there is no template with this name. `report.template` with the line if the text is
    /// not a template.
    pub fn with(mut self, name: &str, text: &str) -> Result<Self, Error> {
        if Self::ours(name).is_none() {
            let known: Vec<&str> = Self::names().collect();
            return Err(codes::unknown_template(name, known.join(" ")).into());
        }
        // Some editors on Windows begin a file with a byte order mark.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let (name, text) = (name.to_owned(), text.to_owned());
        let added = self.environment.add_template_owned(name.clone(), text);
        added.map_err(|error| Error::from(problems::of_template(&error, &name)))?;
        self.own.push(name);
        Ok(self)
    }

    /// Replaces several templates, each with its name and its text.
    ///
    /// # Errors
    /// Those of [`with`](Self::with), for each template that is refused.
    pub fn with_all<'t>(
        self,
        templates: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, Error> {
        let (mut all, mut problems) = (self, Vec::new());
        for (name, text) in templates {
            match all.clone().with(name, text) {
                Ok(with) => all = with,
                Err(error) => problems.extend(error.problems().iter().cloned()),
            }
        }
        Error::unless_none(problems)?;
        Ok(all)
    }

    /// Renders a paper.
    pub(crate) fn render(
        &self,
        template: Template,
        lang: Lang,
        context: &impl Serialize,
    ) -> Result<Markup, Error> {
        let name = template.name(lang);
        let in_template =
            |error: &minijinja::Error| Error::from(problems::of_template(error, name));
        let template = self.environment.get_template(name);
        let template = template.map_err(|error| in_template(&error))?;
        let mut out = Limited::default();
        let rendered = template.render_captured_to(Value::from(Serde(context)), &mut out);
        rendered.map_err(|error| in_template(&error))?;
        let text = String::from_utf8_lossy(&out.0);
        let read = markup::read(&text);
        read.map_err(|wrong| problems::of_markup(wrong, name, template.source()).into())
    }
}
