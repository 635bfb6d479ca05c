"""The functions of `_socket` that look names, services and interfaces up."""

import _socket as _c_socket

from _mithal import addresses
from _mithal.addresses import gaierror, socket_address
from _mithal.builtin_functions import builtin
from _mithal.socket_arguments import host_argument
from _mithal.socket_numbers import AF_INET, AF_INET6, DGRAM, STREAM

_PASSIVE, _CANONICAL_NAME, _NUMERIC_HOST, _ADDRESSES_ONLY = 1, 2, 4, 0x20
_PROTOCOLS = {STREAM: 6, DGRAM: 17, 3: 0}
_PROTOCOL_NUMBERS = {'ip': 0, 'icmp': 1, 'tcp': 6, 'udp': 17, 'ipv6-icmp': 58}
_SERVICES = {
    'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'domain': 53, 'tftp': 69, 'http': 80, 'kerberos': 88, 'pop3': 110,
    'ntp': 123, 'imap2': 143, 'snmp': 161, 'ldap': 389, 'https': 443, 'submission': 587, 'ldaps': 636, 'imaps': 993,
    'pop3s': 995, 'mysql': 3306, 'postgresql': 5432,
}  # fmt: skip


@builtin
def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    number = _port_number(port, int(type))
    found = []
    for of_family, address in _addresses(host, int(family), flags):
        for kind, protocol in _PROTOCOLS.items():
            if int(type) & 0xF not in (0, kind) or (proto and protocol not in (0, proto)):
                continue
            name = _text(host) if flags & _CANONICAL_NAME and not found else ''
            found.append((of_family, kind, protocol or proto, name, socket_address(of_family, address, number)))
    if not found:
        raise gaierror(-7, 'ai_socktype not supported')
    return found


def _addresses(host, family, flags):
    if family not in (0, AF_INET, AF_INET6):
        raise gaierror(-6, 'ai_family not supported')
    if family and flags & _ADDRESSES_ONLY:
        # There is no address but those of the loopback, which do not count.
        raise gaierror(*addresses.UNKNOWN_NAME)
    both = [(AF_INET6, '::1'), (AF_INET, '127.0.0.1')]  # in the order of RFC 6724
    if host is None:
        found = [(AF_INET, '0.0.0.0'), (AF_INET6, '::')] if flags & _PASSIVE else both
        return [pair for pair in found if family in (0, pair[0])]
    host = _text(host)
    address = addresses.numeric(host)
    if address is not None:
        of_family = AF_INET6 if ':' in address else AF_INET
        if family not in (0, of_family):
            raise gaierror(*addresses.WRONG_FAMILY)
        return [(of_family, address)]
    if flags & _NUMERIC_HOST or host == '':
        raise gaierror(*addresses.UNKNOWN_NAME)
    if not addresses.is_local_name(host):
        raise addresses.lookup_error(host)
    return [pair for pair in both if family in (0, pair[0])]


def _text(host):
    if not isinstance(host, (str, bytes, bytearray)):
        raise TypeError('getaddrinfo() argument 1 must be string or None')
    return _checked(host)


def _checked(host):
    if isinstance(host, str):
        host.encode('idna')  # raises what is wrong with it
    return host_argument(host)


def _port_number(port, kind):
    if port is None:
        return 0
    if isinstance(port, int):
        return port & 0xFFFF
    if not isinstance(port, (str, bytes)):
        raise OSError('Int or String expected')
    text = port.decode() if isinstance(port, bytes) else port
    if text.isdigit():
        return int(text) & 0xFFFF
    if text not in _SERVICES:
        raise gaierror(-8, 'Servname not supported for ai_socktype')
    return _SERVICES[text]


@builtin
def getnameinfo(address, flags, /):
    host, port = address[:2]
    numeric_host, numeric_service = flags & 1, flags & 2
    name = 'localhost' if addresses.is_loopback(host) and not numeric_host else host
    service = next((name for name, number in _SERVICES.items() if number == port), str(port))
    return name, str(port) if numeric_service else service


@builtin
def gethostbyname(hostname, /):
    if not isinstance(hostname, (str, bytes, bytearray)):
        kind = type(hostname).__name__
        raise TypeError(f'gethostbyname() argument 1 must be str, bytes or bytearray, not {kind}')
    return addresses.resolve(_checked(hostname), AF_INET)


@builtin
def gethostbyname_ex(hostname, /):
    return host_argument(hostname), [], [addresses.resolve(host_argument(hostname), AF_INET)]


@builtin
def gethostbyaddr(host, /):
    address = addresses.resolve(host_argument(host), AF_INET6 if ':' in host_argument(host) else AF_INET)
    if addresses.is_loopback(address):
        return 'localhost', ['ip6-localhost', 'ip6-loopback'] if ':' in address else [], [address]
    raise _c_socket.herror(2, 'Host name lookup failure')


@builtin
def gethostname():
    return addresses.HOST_NAME


@builtin
def getservbyname(servicename, protocolname=None, /):
    if not isinstance(servicename, str):
        raise TypeError(f'getservbyname() argument 1 must be str, not {type(servicename).__name__}')
    if servicename not in _SERVICES:
        raise OSError('service/proto not found')
    return _SERVICES[servicename]


@builtin
def getservbyport(port, protocolname=None, /):
    for name, number in _SERVICES.items():
        if number == port:
            return name
    raise OSError('port/proto not found')


@builtin
def getprotobyname(name, /):
    if name not in _PROTOCOL_NUMBERS:
        raise OSError('protocol not found')
    return _PROTOCOL_NUMBERS[name]


@builtin
def if_nameindex():
    return [(1, 'lo')]


@builtin
def if_nametoindex(name, /):
    if name != 'lo':
        raise OSError('no interface with this name')
    return 1


@builtin
def if_indextoname(index, /):
    if index != 1:
        raise OSError(6, 'No such device or address')
    return 'lo'
