"""The exceptions of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from suiji._native import ImportLog
    from suiji._values import Fault, ImportQuestion
    from suiji._words import ErrorKind


class Error(Exception):
    """An error of the library. Its text has the code, the place and the rule of each fault."""

    def __init__(
        self,
        text: str,
        kind: ErrorKind,
        code: str,
        message: str,
        message_zh: str,
        faults: tuple[Fault, ...],
        fault_count: int,
        document: str,
    ) -> None:
        super().__init__(text, kind, code, message, message_zh, faults, fault_count, document)
        self.kind = kind
        """The document of the error, such as `registry`."""
        self.code = code
        """The stable code of the first fault, such as `registry.duplicate-id`."""
        self.message = message
        """The faults in English, one per line."""
        self.message_zh = message_zh
        """The same in Chinese, for the office."""
        self.faults = faults
        """The faults. Equal faults of several rows are one."""
        self.fault_count = fault_count
        """The number of all faults."""

    def __str__(self) -> str:
        return str(self.args[0])

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.args[0]!r})"

    def to_json(self) -> str:
        """The error as a JSON document."""
        return str(self.args[7])


class InputError(Error, ValueError):
    """An input was refused."""


class OpenQuestions(InputError):
    """An import has questions that only a person can answer. Import again with `answers` for their ids."""

    def __init__(
        self,
        text: str,
        kind: ErrorKind,
        code: str,
        message: str,
        message_zh: str,
        faults: tuple[Fault, ...],
        fault_count: int,
        document: str,
        log: ImportLog,
    ) -> None:
        super().__init__(text, kind, code, message, message_zh, faults, fault_count, document)
        self.args = (*self.args, log)
        self.log = log
        """The log so far, with all questions."""

    @property
    def questions(self) -> tuple[ImportQuestion, ...]:
        """The questions: the first 1,000."""
        return self.log.questions


class VerificationError(Error):
    """A verification fails or is incomplete: raised by `Report.require`."""
