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
        ReaderFailed        the reader crashed, or its answer cannot be trusted
        ReadingTooSlow      reading took longer than the file's size allows
        LockedFile          a password protects it
        DamagedFile         the format is known, the content is broken
        SpanMismatch        a quote that is not in the text at its offsets
    DataError               our own data packs are missing or damaged
        GazetteerMissing    the gazetteer is not built and cannot be
        GazetteerRefused    an imported gazetteer file is broken; nothing was imported
        BasemapMissing      the basemap pack is not there
    OutputError             the result cannot be written (exit status 1)
    CaseError               a case cannot be used as asked (exit status 1)
        NoCase              the folder holds no case, or already holds one
        CaseDamaged         entries of the journal are not what was written
        EvidenceDamaged     an item of the evidence store is missing or not what was collected
        StaleError          somebody else decided in the meantime
        ActRefused          the act does not fit the case
        CaseUnwritable      the disk refuses; what was asked was not recorded
            CaseUncertain   the disk failed while it was being asked; look whether it was recorded
        BagRefused          a packed case is incomplete or not what was packed
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


class ReaderFailed(InputError):
    code, summary = "W207", "The reader gave up on this file"


class ReadingTooSlow(InputError):
    code, summary = "W208", "Reading took too long"


class LockedFile(InputError):
    code, summary = "W209", "The file is protected by a password"


class DamagedFile(InputError):
    code, summary = "W210", "The file is damaged"


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


class CaseError(WherewhenError):
    code, summary = "W500", "The case cannot be used as asked"


class NoCase(CaseError):
    code, summary = "W501", "No case can be opened or made here"


class CaseDamaged(CaseError):
    code, summary = "W502", "The journal of the case is damaged"


class EvidenceDamaged(CaseError):
    code, summary = "W503", "An item of evidence is missing or was changed"


class StaleError(CaseError):
    code, summary = "W504", "Somebody decided on this in the meantime"


class ActRefused(CaseError):
    code, summary = "W505", "This cannot be recorded"


class CaseUnwritable(CaseError):
    code, summary = "W506", "The disk does not take or give the case"


class CaseUncertain(CaseUnwritable):
    code, summary = "W508", "It is not certain whether this was recorded"


class BagRefused(CaseError):
    code, summary = "W507", "The packed case was refused"
