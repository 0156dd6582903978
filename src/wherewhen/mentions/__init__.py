"""Who is spoken of: the subject of the inquiry and other people, clause by clause."""

from wherewhen.mentions.people import people, subject_names
from wherewhen.mentions.proposal import propose_subject

__all__ = ["people", "propose_subject", "subject_names"]
