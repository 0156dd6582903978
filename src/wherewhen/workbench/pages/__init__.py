"""The pages of the workbench, one file for what one does there."""

from wherewhen.workbench.pages import (
    comparing,
    documents,
    editing,
    entering,
    history,
    people,
    pictures,
    preview,
    review,
    scripts,
    searching,
)  # fmt: skip

PAGES = tuple(
    page.router
    for page in (
        entering,
        review,
        editing,
        comparing,
        documents,
        pictures,
        people,
        preview,
        history,
        searching,
        scripts,
    )
)
