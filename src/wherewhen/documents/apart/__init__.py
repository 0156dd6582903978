"""Reading in a process of its own: short of memory and time, without network, unable to write.

``read_apart(request)`` asks that process, called the reading room, and believes nothing it answers
before ``checked`` has looked at every length, offset and type.
"""

from wherewhen.documents.apart.request import Request
from wherewhen.documents.apart.room import Room, read_apart

__all__ = ["Request", "Room", "read_apart"]
