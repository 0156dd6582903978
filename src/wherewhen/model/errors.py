"""Everything that can go wrong, as one tree.

WherewhenError              a coded error with the offending value and the remedy
    UsageError              the command or its options are wrong (exit status 2)
        SubjectNotFound     nobody of that name in the documents
        BadOption           an option has a value that cannot be understood
    InputError              one input cannot be read; the rest goes on (exit status 1)
        UnreadableFile      missing, a folder, or not permitted
        EmptyDocument       no text in it
        NotText             binary content where text was expected
        UnknownFormat       no reader for this kind of file
        DocumentTooLarge    over the documented limit
        SpanMismatch        a quote that is not in the text at its offsets
    DataError               our own data packs are missing or damaged
        GazetteerMissing    the gazetteer is not built and cannot be
        GazetteerRefused    an imported gazetteer file is broken; nothing was imported
        BasemapMissing      the basemap pack is not there
    OutputError             the result cannot be written (exit status 1)
"""

from __future__ import annotations


class WherewhenError(Exception):
    """An error with a stable code, the offending value and what to do about it."""

    code = "W000"
    summary = "Something went wrong"

    def __init__(self, value: object, remedy: str = "") -> None:
        self.value = value
        self.remedy = remedy
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """The error as one line: code, what happened, the value, the remedy."""
        line = f"{self.code} {self.summary}: {self.value}"
        return f"{line}. {self.remedy}" if self.remedy else line


class UsageError(WherewhenError):
    code, summary = "W100", "The command cannot be carried out as given"


class SubjectNotFound(UsageError):
    code, summary = "W101", "No such person in the documents"


class BadOption(UsageError):
    code, summary = "W102", "An option cannot be understood"


class InputError(WherewhenError):
    code, summary = "W200", "The input cannot be used"


class UnreadableFile(InputError):
    code, summary = "W201", "The file cannot be read"


class EmptyDocument(InputError):
    code, summary = "W202", "The document has no text"


class NotText(InputError):
    code, summary = "W203", "The file is not text"


class UnknownFormat(InputError):
    code, summary = "W204", "No reader knows this kind of file"


class DocumentTooLarge(InputError):
    code, summary = "W205", "The document is over the limit"


class SpanMismatch(InputError):
    code, summary = "W206", "The quote does not stand at its place in the text"


class DataError(WherewhenError):
    code, summary = "W300", "A data pack is missing or damaged"


class GazetteerMissing(DataError):
    code, summary = "W301", "The gazetteer cannot be opened"


class GazetteerRefused(DataError):
    code, summary = "W302", "The gazetteer file was refused"


class BasemapMissing(DataError):
    code, summary = "W303", "The basemap cannot be opened"


class OutputError(WherewhenError):
    code, summary = "W400", "The result cannot be written"
