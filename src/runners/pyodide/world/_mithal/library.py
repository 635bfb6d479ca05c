"""Repairs of library modules that find less below them than on Linux."""


def install():
    pass
