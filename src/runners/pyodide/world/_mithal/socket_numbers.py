"""Families and kinds of sockets, as Linux numbers them."""

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
STREAM, DGRAM = 1, 2
