//! The data of a verifier: the documents of a draw, by their statements, and the evidence about them.

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
    /// The times when values became known: a description, and seconds since 1970.
    pub(super) values: Vec<(Text, i64)>,
}

impl Presented {
    /// Adds a commitment. The rounds of its drand sources become known at their fixed times.
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

    /// Adds a record and its commitment.
    pub fn of_record(record: &Record) -> Self {
        let commitment = Self::of_commitment(record.commitment());
        commitment.with(Statement::of_record(record))
    }

    /// Adds a public form and its commitment.
    pub fn of_public_form(form: &PublicForm) -> Self {
        let commitment = Self::of_commitment(form.commitment());
        commitment.with(Statement::of_public_form(form))
    }

    /// Adds a document.
    #[must_use]
    pub fn with(mut self, statement: Statement) -> Self {
        self.statements
            .retain(|of| of.document() != statement.document());
        self.statements.push(statement);
        self
    }

    /// Adds an envelope. It may be about another document.
    #[must_use]
    pub fn with_envelope(mut self, envelope: Envelope) -> Self {
        self.envelopes.push(envelope);
        self
    }

    /// Adds a timestamp over a document. It may be about another document.
    #[must_use]
    pub fn with_token(mut self, document: Document, token: Token) -> Self {
        self.tokens.push((document, token));
        self
    }

    /// Adds the time when a value became known, in seconds since 1970. An example is the beginning of the
    /// draw in the minutes.
    #[must_use]
    pub fn with_value_at(mut self, what: &str, unix: i64) -> Self {
        self.values.push((Text::of(|_| what.to_owned()), unix));
        self
    }

    pub(super) fn statement(&self, document: Document) -> Option<&Statement> {
        self.statements.iter().find(|of| of.document() == document)
    }
}
