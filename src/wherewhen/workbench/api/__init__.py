"""The workbench for scripts: the verbs of a case over HTTP, described by OpenAPI."""

from wherewhen.workbench.api import acting, looking

ROUTERS = (looking.router, acting.router)
PREFIX = "/api"
