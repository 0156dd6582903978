"""Who is spoken of: the subject of the inquiry and other people, clause by clause."""

from wherewhen.mentions.people import names_only, people
from wherewhen.mentions.proposal import propose_subject

__all__ = ["names_only", "people", "propose_subject"]
