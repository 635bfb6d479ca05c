"""Names and addresses: which exist on a machine that has a loopback interface and no network."""

import _socket as _c_socket
import ipaddress

from _mithal.socket_numbers import AF_INET, AF_INET6


HOST_NAME = 'mithal'

gaierror = _c_socket.gaierror

_LOCAL_NAMES = {'localhost', 'localhost.localdomain', 'ip6-localhost', 'ip6-loopback'}

# A domain that never exists: resolvers know it without asking (RFC 6761). Of other names nothing can be known here.
_NO_DOMAIN = 'invalid'

_LONGEST_LABEL = 63

# Documentation networks (RFC 5737) and one private network: packets to them get lost.
_BLACK_HOLES = ('192.0.2.', '198.51.100.', '203.0.113.', '10.255.255.')

UNKNOWN_NAME = (-2, 'Name or service not known')
NO_NAME_SERVER = (-3, 'Temporary failure in name resolution')
WRONG_FAMILY = (-9, 'Address family for hostname not supported')


def is_loopback(host):
    return host.startswith('127.') or host in ('0.0.0.0', '::1', '::') or host.startswith('::ffff:127.')


def is_black_hole(host):
    return host.startswith(_BLACK_HOLES)


def numeric(host):
    """The address in its usual spelling if `host` is one, else None."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return _c_socket.inet_ntoa(_c_socket.inet_aton(host))  # 127.1, 2130706433
    except OSError:
        return None


def is_local_name(host):
    name = host.rstrip('.').lower()
    return name in _LOCAL_NAMES or name == HOST_NAME or name.endswith('.localhost')


def lookup_error(host):
    """Why a name has no address."""
    labels = host.rstrip('.').lower().split('.')
    cannot_be = labels[-1] == _NO_DOMAIN or any(len(label) > _LONGEST_LABEL for label in labels)
    return gaierror(*(UNKNOWN_NAME if cannot_be else NO_NAME_SERVER))


def resolve(host, family):
    """The one address that a socket of this family takes for a name.

    @raises gaierror if there is none.
    """
    if host == '':
        return '0.0.0.0' if family == AF_INET else '::'
    if host == '<broadcast>':
        return '255.255.255.255'
    address = numeric(host)
    if address is not None:
        if (':' in address) != (family == AF_INET6):
            raise gaierror(*WRONG_FAMILY)
        return address
    if is_local_name(host):
        return '127.0.0.1' if family == AF_INET else '::1'
    raise lookup_error(host)


def socket_address(family, host, port):
    """The tuple that Python shows for an address."""
    return (host, port) if family == AF_INET else (host, port, 0, 0)
