//! What a verifier has: the documents of a draw, by their statements, and the evidence about them.

use suiji::values::Time;
use suiji::{Commitment, PublicForm, Record};

use crate::base::texts::Text;
use crate::envelope::{Document, Envelope, Statement};
use crate::timestamp::Token;

/// The documents of a draw and the evidence about them.
#[derive(Clone, Debug)]
pub struct Presented {
    pub(super) statements: Vec<Statement>,
    pub(super) envelopes: Vec<Envelope>,
    pub(super) tokens: Vec<(Document, Token)>,
    pub(super) sealed_at: Time,
    /// When values became known: what, and seconds since 1970.
    pub(super) values: Vec<(Text, i64)>,
}

impl Presented {
    /// A commitment. The rounds of its drand sources become known when they are due.
    pub fn of_commitment(commitment: &Commitment) -> Self {
        let due =
            |source: &suiji::Source| Some((Text::of(|_| source.name().to_owned()), source.due()?));
        Self {
            statements: vec![Statement::of_commitment(commitment)],
            envelopes: Vec::new(),
            tokens: Vec::new(),
            sealed_at: commitment.sealed_at().clone(),
            values: commitment.sources().iter().filter_map(due).collect(),
        }
    }

    /// A record and its commitment.
    pub fn of_record(record: &Record) -> Self {
        let commitment = Self::of_commitment(record.commitment());
        commitment.with(Statement::of_record(record))
    }

    /// A public form and its commitment.
    pub fn of_public_form(form: &PublicForm) -> Self {
        let commitment = Self::of_commitment(form.commitment());
        commitment.with(Statement::of_public_form(form))
    }

    /// One more document.
    #[must_use]
    pub fn with(mut self, statement: Statement) -> Self {
        self.statements
            .retain(|of| of.document() != statement.document());
        self.statements.push(statement);
        self
    }

    /// An envelope. It may turn out to be about something else.
    #[must_use]
    pub fn with_envelope(mut self, envelope: Envelope) -> Self {
        self.envelopes.push(envelope);
        self
    }

    /// A timestamp over a document. It may turn out to be about something else.
    #[must_use]
    pub fn with_token(mut self, document: Document, token: Token) -> Self {
        self.tokens.push((document, token));
        self
    }

    /// When a value became known, in seconds since 1970, for example when the draw began as the minutes say.
    #[must_use]
    pub fn with_value_at(mut self, what: &str, unix: i64) -> Self {
        self.values.push((Text::of(|_| what.to_owned()), unix));
        self
    }

    pub(super) fn statement(&self, document: Document) -> Option<&Statement> {
        self.statements.iter().find(|of| of.document() == document)
    }
}
