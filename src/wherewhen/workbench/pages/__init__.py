"""The pages of the workbench, one file for what one does there."""

from wherewhen.workbench.pages import editing, entering, review

PAGES = (entering.router, review.router, editing.router)
