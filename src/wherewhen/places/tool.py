"""The name under which this room signs what it finds."""

from __future__ import annotations

from wherewhen.model.tool import Tool

TOOL = Tool("places", "1")
