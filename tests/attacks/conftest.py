"""The desk of ``tests/workbench`` is attacked here as well."""

from tests.workbench.conftest import case, instruments, laid

__all__ = ["case", "instruments", "laid"]
